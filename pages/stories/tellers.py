"""Who tells the stories of the chosen programme: its jobcenters, or the projects of one beside the shown one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from model.access.rights import Action
from model.programmes.current import PROGRAMME
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.store.tables.meetings import PUBLISHED, STORY_STATES
from model.subjects.stories.figures import stories
from model.subjects.stories.figures.stories import REGION, StandingStory
from pages.shared import pickers, reach


@dataclass(frozen=True)
class Tellers:
    """places: the names of those who tell, by what a story keeps of them under ``part``; "" is all of them together.
    many: what they are called. by_state: their stories. title, line: the page's heading and the line under it.
    """

    programme: str
    label: str
    many: str
    part: Literal["jobcenter", "project"]
    places: Mapping[str, str]
    by_state: Mapping[str, tuple[StandingStory, ...]]
    title: str
    line: str

    @property
    def published(self) -> tuple[StandingStory, ...]:
        """The stories that are for all to read, newest first."""
        return self.by_state[PUBLISHED]

    def whose(self, story: StandingStory) -> str:
        """Whose story it is, as ``places`` has it."""
        return str(getattr(story, self.part) or "")

    @property
    def own(self) -> dict[str, str]:
        """Those of ``places`` whose stories whoever looks may write. A project's are the organiser's to write."""
        if self.part == "jobcenter":
            return reach.among(self.places, Action.WRITE)
        return dict(self.places) if reach.of(Action.WRITE) else {}


def of(programme: Programme, snapshot: Snapshot) -> Tellers:
    """Those of a programme, with their stories as the snapshot's day knows them."""
    if programme is PROGRAMME:
        by_state = {state: stories.stories(snapshot, state) for state in STORY_STATES}
        places = {"": REGION} | dict(pickers.jobcenter_words(snapshot))
        return Tellers(programme.id, "Jobcenter", "jobcentrene", "jobcenter", places, by_state, stories.title(snapshot),
                       stories.line(snapshot))
    book = snapshot.book(programme.id)
    by_state = {state: stories.standing(book, state, names={}, everybody=programme.name) for state in STORY_STATES}
    own = {name: name for name, each in PROJECTS.items() if each.programme is programme and each.unit is not None}
    return Tellers(programme.id, "Projekt", "projekterne", "project", {"": programme.name} | own, by_state,
                   stories.title_beside(by_state[PUBLISHED]), programme.name)
