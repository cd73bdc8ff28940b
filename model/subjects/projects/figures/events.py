"""Events that are planned in all, and meetings that come again: how many are held of those due by now."""

from dataclasses import dataclass
from datetime import date

from model.basics.months import span
from model.programmes.kinds import Events, Repeated
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.reported import results
from model.subjects.projects.figures.volume import newest_of


@dataclass(frozen=True)
class Held:
    """Events of one goal. held, and who came to them by that day: None where it is not known. due: how many were to be
    held by the day ``on`` that they are counted on, or by the data date where they are not.
    """

    goal: Events
    due: int
    held: int | None
    came: int | None
    on: date | None
    hidden: bool = False  # there is a number of those held, and its sender withheld it

    @property
    def expected(self) -> int | None:
        """How many were expected at the events that are held."""
        return None if self.held is None or self.goal.each is None else self.held * self.goal.each

    @property
    def expected_in_all(self) -> int | None:
        """How many are expected at all that are planned."""
        return None if self.goal.each is None else self.goal.planned * self.goal.each


def due(goal: Events, now: date) -> int:
    """How many are to be held by a day, one in each month but for those that have none: months that are over count."""
    months = [month for month in span(goal.starts, now) if month.month not in goal.not_in]
    over = [month for month in months if month < now.replace(day=1)]
    return min(goal.planned, len(over))


@remembered
def held(snapshot: Snapshot, project: str) -> tuple[Held, ...]:
    """The planned events of a project, in the order of its declaration."""
    declared = PROJECTS[project]
    return tuple(_held(snapshot, project, goal) for goal in declared.programme.aims(Events)
                 if declared.unit is not None and goal.unit == declared.unit.code)


def _held(snapshot: Snapshot, project: str, goal: Events) -> Held:
    count = newest_of(snapshot, project, goal.held)
    on = count.on if count else None
    came = next((one.value for one in results(snapshot, project).get(goal.came or "", ()) if one.on == on), None)
    return Held(goal, due(goal, on or snapshot.data_date), count.value if count else None, came, on,
                hidden=bool(count and count.hidden))


@dataclass(frozen=True)
class Network:
    """Meetings of one kind. planned: in the whole period where it is said how many a year; held: None if not known."""

    meetings: Repeated
    planned: int | None
    held: int | None


@remembered
def networks(snapshot: Snapshot, project: str) -> tuple[Network, ...]:
    """The meetings of a project that come again, in the order of its declaration."""
    declared = PROJECTS[project]
    years = len(span(declared.programme.starts, declared.programme.ends)) / 12
    own = [each for each in declared.programme.repeated if declared.unit and each.unit == declared.unit.code]
    return tuple(Network(each, None if each.a_year is None else round(each.a_year * years),
                         stated.value if (stated := newest_of(snapshot, project, each.held)) else None)
                 for each in own)
