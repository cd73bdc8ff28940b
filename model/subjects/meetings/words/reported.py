"""What a project has reported to a meeting: the line under the heading, and the part that says what is lacking."""

from datetime import date

from model.basics.formatting import capital, day, listing, number, plural
from model.drawing.words import full_stop
from model.programmes.kinds import Milestones
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures.agenda import Part
from model.subjects.meetings.figures.due import Due, due, newest_day, stated
from model.subjects.meetings.words.parts import REPORTED
from model.subjects.projects.figures.milestones import Milestone, State
from model.subjects.projects.figures.rows import contract_rows
from model.subjects.projects.words import projects as words

RESULT_COLUMNS = ("Nøgletal", "Resultat", "Mangler")
NO_RESULTS = "Der er ikke indberettet noget endnu."


def meeting_line(snapshot: Snapshot, project: str, *, held_on: date) -> str:
    """»Dialogmøde 1. maj 2014 · Virksomhedscenter generation 2 · resultater til og med 1. jan. 2014«."""
    newest, followed = newest_day(stated(snapshot, project)), _followed_up(snapshot, project)
    known = (f"resultater til og med {day(newest)}" if newest else
             f"fulgt op {day(followed)}" if followed else "ingen resultater indberettet")
    return " · ".join((f"Dialogmøde {day(held_on)}", PROJECTS[project].programme.name, known))


def _followed_up(snapshot: Snapshot, project: str) -> date | None:
    """The last day that a row of a contract was followed up; None where there is none."""
    return max((each.on for each in contract_rows(snapshot, project) if each.on), default=None)


@remembered
def reporting(snapshot: Snapshot, project: str, held_on: date) -> Part:
    """What is to be reported before this meeting, whether it is, and what is still lacking of earlier days."""
    heading = "Er der indberettet til mødet?"
    days = due(snapshot, project, held_on)
    if not days:
        why = words.no_milestones(snapshot, project) or "Planen siger ikke, hvad der skal indberettes før mødet"
        return Part(REPORTED, heading, (full_stop(why), _known(snapshot, project)))
    earlier = [f"Den {day(each.on)} mangler {_named(each)}." for each in days[:-1] if each.lacking]
    rows = tuple(map(_result, sorted((*days[-1].reported, *days[-1].lacking), key=lambda each: each.measure.heading)))
    return Part(REPORTED, heading, (_answer(project, days[-1]), *earlier), RESULT_COLUMNS, rows,
                numbers=RESULT_COLUMNS[1:])


def _known(snapshot: Snapshot, project: str) -> str:
    newest, followed = newest_day(stated(snapshot, project)), _followed_up(snapshot, project)
    if newest:
        return f"Der er indberettet resultater til og med den {day(newest)}."
    return f"Målene er fulgt op den {day(followed)}." if followed else NO_RESULTS


def _result(each: Milestone) -> tuple[str, ...]:
    planned = number(each.planned or 0)
    known = "skjult" if each.state is State.HIDDEN else words.UNKNOWN
    if each.achieved is None:
        return each.measure.heading, f"{known}, plan {planned}", ""
    return each.measure.heading, f"{number(each.achieved)} af {planned}", number(each.lacking)


def _answer(project: str, newest: Due) -> str:
    """»Ja. 3 resultater er indberettet for den 1. maj 2014.« or what is lacking, and who is waiting for it."""
    of = len(newest.reported) + len(newest.lacking)
    if not newest.lacking:
        return f"Ja. {capital(plural(of, 'resultat er', 'resultater er'))} indberettet for den {day(newest.on)}."
    to = next((goal.reported_to for goal in PROJECTS[project].programme.aims(Milestones) if goal.reported_to), "")
    waits = f" De sendes til {to} kort før mødet." if to else ""
    return f"Nej. For den {day(newest.on)} mangler {_named(newest)}.{waits}"


def _named(lacking: Due) -> str:
    return listing(each.measure.heading.lower() for each in lacking.lacking)
