"""Good stories to read: published or in draft, by jobcenter and theme, and searched in all their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from model.basics.formatting import alphabetical, day, number, plural
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import Written
from model.store.tables.meetings import DRAFT, PUBLISHED
from model.subjects.stories.figures.searching import holds

REGION = "Hele regionen"


@dataclass(frozen=True)
class StandingStory:
    """A story as it stands; place is the jobcenter's or the project's name, or what all of them are called where it is
    nobody's own.
    """

    number: int
    jobcenter: str | None
    project: str | None
    place: str
    title: str
    description: str
    partners: str
    theme: str
    state: str
    at: datetime
    by: str

    @property
    def line(self) -> str:
        """»Viborg · Mentorer · sammen med en lokal byggevirksomhed · 3. maj 2010«."""
        parts = (self.place, self.theme, f"sammen med {self.partners}" if self.partners else "", day(self.at))
        return " · ".join(part for part in parts if part)


@remembered
def stories(snapshot: Snapshot, state: str = PUBLISHED) -> tuple[StandingStory, ...]:
    """The stories in that state, newest first."""
    return standing(snapshot.written, state, names=snapshot.names)  # a story is no figure


def standing(book: Written, state: str = PUBLISHED, *, names: Mapping[str, str], everybody: str = REGION
         ) -> tuple[StandingStory, ...]:
    """The stories of a book in that state, newest first. names: of the jobcenters. everybody: where nobody's own."""
    return tuple(StandingStory(number=row["number"], jobcenter=row["jobcenter"], project=row["project"],
                               place=row["project"] or (names[row["jobcenter"]] if row["jobcenter"] else everybody),
                               title=row["title"], description=row["description"], partners=row["partners"],
                               theme=row["theme"], state=row["state"], at=row["recorded_at"], by=row["recorded_by"])
                 for row in book.stories.to_dict("records") if row["state"] == state)


def of_jobcenter(snapshot: Snapshot, code: str) -> tuple[StandingStory, ...]:
    """The published stories of one jobcenter, newest first."""
    return tuple(story for story in stories(snapshot) if story.jobcenter == code)


def themes(among: tuple[StandingStory, ...]) -> list[str]:
    """The themes of these stories, in Danish order."""
    return sorted({story.theme for story in among if story.theme}, key=alphabetical)


def matching(among: tuple[StandingStory, ...], *, text: str = "", code: str | None = None,
             theme: str | None = None) -> tuple[StandingStory, ...]:
    """Those of a jobcenter (or a project, by its name) and a theme that hold every word of ``text`` somewhere."""
    return tuple(story for story in among
                 if code in (None, story.jobcenter, story.project) and (theme is None or story.theme == theme)
                 and holds(text, (story.title, story.description, story.partners, story.theme, story.place)))


def title(snapshot: Snapshot) -> str:
    """»3 gode historier fra 2 jobcentre«."""
    published = stories(snapshot)
    if not published:
        return "Der er ikke udgivet gode historier endnu"
    places = {story.jobcenter for story in published if story.jobcenter}
    how_many = plural(len(published), "god historie", "gode historier")
    return f"{how_many} fra {plural(len(places), 'jobcenter', 'jobcentre')}" if places else how_many


def title_beside(published: tuple[StandingStory, ...]) -> str:
    """»2 gode historier fra 1 projekt«, of a programme that has projects."""
    if not published:
        return "Der er ikke udgivet gode historier endnu"
    projects = {story.project for story in published if story.project}
    how_many = plural(len(published), "god historie", "gode historier")
    return f"{how_many} fra {plural(len(projects), 'projekt', 'projekter')}" if projects else how_many


def line(snapshot: Snapshot) -> str:
    """How many jobcenters have none, and how many drafts wait."""
    places = {story.jobcenter for story in stories(snapshot) if story.jobcenter}
    without = len(snapshot.jobcenters) - len(places)
    drafts = len(stories(snapshot, DRAFT))
    parts = (f"{number(without)} af {number(len(snapshot.jobcenters))} jobcentre har ingen endnu" if places else "",
             plural(drafts, "kladde", "kladder") if drafts else "")
    return " · ".join(part for part in parts if part)


def shown_words(shown: int, of: int) -> str:
    """»2 af 7 historier«, when a search has left some out."""
    return f"{number(shown)} af {plural(of, 'historie', 'historier')}" if shown != of else ""
