"""The cards of the projects: the minimum, the courses and the points of one, and each of them beside the others."""

from datetime import date

from model.basics.formatting import day, listing, number, plural
from model.basics.months import last_day
from model.drawing.card import Card, Judged, lines
from model.programmes.kinds import Volume
from model.programmes.projects import PROJECTS, Project
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.events import Held, held
from model.subjects.projects.figures.milestones import standing
from model.subjects.projects.figures.points import HINDERED, IN_PLACE, counts, points
from model.subjects.projects.figures.volume import Minimum, Part, minimum
from model.subjects.projects.words.projects import (
    UNKNOWN,
    no_milestones,
    points_sentence,
    project_lead,
    project_title,
)


@remembered
def project_cards(snapshot: Snapshot, project: str) -> tuple[Card, ...]:
    """The minimum, the courses and the points of one project, as far as its programme has them."""
    least = minimum(snapshot, project)
    made = [minimum_card(least, PROJECTS[project], snapshot.data_date)] if least else []
    made += [courses_card(each) for each in held(snapshot, project)]
    return (*made, *([points_card(snapshot, project)] if points(snapshot, project) else []))


@remembered
def beside_card(snapshot: Snapshot, project: str) -> Card:
    """One project beside the others: how many have begun, its milestones, its points and what comes next."""
    least, stands = minimum(snapshot, project), standing(snapshot, project)
    sentences = [project_title(snapshot, project) if stands.planned else no_milestones(snapshot, project)]
    sentences += [f"{number(each.held)} af {number(each.goal.planned)} {each.goal.title.lower()} er holdt"
             for each in held(snapshot, project) if each.held is not None]
    sentences += [points_sentence(snapshot, project)]
    ahead = project_lead(snapshot, project) if stands.due else ""
    return Card(project, figure=counted(least.whole) if least else "", words=_beside(least.whole) if least else "",
                verdict=_verdict(least) if least else None,
                lines=(*lines(*(text for text in sentences if text)), *lines(ahead, tone="strong")))


def minimum_card(least: Minimum, project: Project, now: date) -> Card:
    """»42 af mindst 100«, with each part, what is left and until when; in the past once the programme is over."""
    goal, end, left = least.goal, last_day(project.programme.ends), least.whole.left
    lacking = plural(left or 0, "borger", "borgere")
    sentences = ((f"Der mangler {lacking}, og der er tid til og med den {day(end)}" if now <= end else
             f"Der manglede {lacking}, da det sidst blev opgjort") if left else "",
            f"Opgjort den {day(least.on)}" if least.on else "Der er ikke indberettet noget endnu",
            "I alt er lagt sammen af delene" if least.summed else "",
            f"Et forløb skal vare mindst {plural(goal.months, 'måned', 'måneder')}" if goal.months else "")
    return Card(_title(least, project), figure=counted(least.whole), words=_beside(least.whole),
                verdict=_verdict(least), halves=tuple(map(_half, least.parts)),
                lines=lines(*(f"{text}." for text in sentences if text)),
                hidden=least.whole.hidden or any(part.hidden for part in least.parts))


def _title(least: Minimum, project: Project) -> str:
    """What the minimum is called in the plan; by its number where that is another one now."""
    declared = next(iter(project.programme.aims(Volume)))
    return declared.title if declared.least == least.whole.least else f"Mindst {number(least.whole.least)} begynder"


def _beside(part: Part) -> str:
    """What stands beside the number: that so many have begun, or what it is that is not known."""
    return "er begyndt" if part.started is not None else "hvor mange der er begyndt"


def counted(part: Part) -> str:
    """»42 af 100«; »skjult« where it was withheld, and UNKNOWN where it is not known."""
    if part.hidden:
        return "skjult"
    return UNKNOWN if part.started is None else f"{number(part.started)} af {number(part.least)}"


def _verdict(least: Minimum) -> Judged:
    if least.reached is None:
        return "unknown", "kan ikke opgøres"
    return ("reached", "nået") if least.reached else ("not_reached", "ikke nået")


def _half(part: Part) -> Judged:
    words = f"{counted(part)} {part.measure.said}"
    if part.left is None:
        return "unknown", words
    return ("not_reached" if part.left else "reached"), words


def courses_card(events: Held) -> Card:
    """»6 af 20 er holdt«, how many were to be by that day, and how many came of those expected."""
    goal = events.goal
    late = events.due - events.held if events.held is not None else 0
    came = (f"{number(events.came)} deltagere, ventet var {number(events.expected)}"
            if events.came is not None and events.expected is not None else "")
    sentences = (f"{number(events.due)} skulle være holdt til og med den dag" if events.on and events.due else "", came,
            f"I alt ventes {number(events.expected_in_all)} deltagere" if events.expected_in_all else "",
            f"Opgjort den {day(events.on)}" if events.on else "Der er ikke indberettet noget endnu")
    lacking = "skjult" if events.hidden else UNKNOWN
    figure = lacking if events.held is None else f"{number(events.held)} af {number(goal.planned)}"
    behind: Judged = ("not_reached", f"{number(late)} bagud") if late > 0 else ("reached", "følger planen")
    words = "er holdt" if events.held is not None else "hvor mange der er holdt"
    return Card(goal.title, figure=figure, words=words, lines=lines(*(f"{text}." for text in sentences if text)),
                verdict=None if events.held is None else behind, hidden=events.hidden)


def points_card(snapshot: Snapshot, project: str) -> Card:
    """»4 af 9 på plads«, what hinders the others, and how many nothing is known of; none is no zero."""
    stands = points(snapshot, project)
    known = counts(stands)
    hindered = [each.point.name for each in stands if each.status == HINDERED]
    sentences = (f"{number(known['i gang'])} i gang" if known["i gang"] else "",
            f"Hindret: {listing(hindered)}" if hindered else "",
            f"{plural(known[None], 'punkt er', 'punkter er')} der ikke fulgt op på" if known[None] else "")
    under = lines(*(f"{text}." for text in sentences if text))
    if known[None] == len(stands):
        return Card("Holdepunkter", lines=under)
    return Card("Holdepunkter", figure=f"{number(known[IN_PLACE])} af {number(len(stands))}", words="er på plads",
                lines=under)
