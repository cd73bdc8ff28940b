"""What a project reports before a meeting: its milestones of the last day up to it, and those of earlier days."""

from dataclasses import dataclass
from datetime import date

from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.approvals.figures.stated import Fact
from model.subjects.projects.figures.milestones import Milestone, milestones
from model.subjects.projects.figures.reported import results

HIDDEN_MARK = "hidden"


@dataclass(frozen=True)
class Due:
    """The milestones of one day that are to be reported before a meeting. on: that day."""

    on: date
    reported: tuple[Milestone, ...]
    lacking: tuple[Milestone, ...]


@remembered
def due(snapshot: Snapshot, project: str, held_on: date) -> tuple[Due, ...]:
    """By day, oldest first, what is planned up to the meeting, the day itself among it; empty without milestones.

    A result that its sender withholds is reported.
    """
    known = {(name, one.on) for name, stated in results(snapshot, project).items() for one in stated}
    planned = [each for each in milestones(snapshot, project) if each.planned is not None and each.on <= held_on]
    return tuple(_due(on, [each for each in planned if each.on == on], known)
                 for on in sorted({each.on for each in planned}))


def _due(on: date, planned: list[Milestone], known: set[tuple[str, date]]) -> Due:
    there = [(each.measure.name, on) in known for each in planned]
    return Due(on, *(tuple(each for each, is_there in zip(planned, there, strict=True) if is_there is wanted)
                     for wanted in (True, False)))


@remembered
def stated(snapshot: Snapshot, project: str) -> tuple[Fact, ...]:
    """Every result of a project as a fact that can be kept, by day and then in the order of its measures: day
    (2014-05-01), the measure's heading, value, mark.
    """
    programme, known = PROJECTS[project].programme, results(snapshot, project)
    facts = [(one.on.isoformat(), measure.heading, one.value, HIDDEN_MARK if one.hidden else None)
             for measure in programme.measures for one in known.get(measure.name, ())]
    return tuple(sorted(facts, key=lambda fact: fact[0]))


def newest_day(facts: tuple[Fact, ...]) -> date | None:
    """The last day that any of the results is of; None without any."""
    return date.fromisoformat(facts[-1][0]) if facts else None
