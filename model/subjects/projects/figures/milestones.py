"""Planned and achieved on the days of a plan: what is reached, what is not, what is unknown and what is to come."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import Enum

from model.programmes.programme import Measure
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.plan import days_planned, milestones_planned
from model.subjects.projects.figures.reported import Stated, results


class State(Enum):
    """How a milestone stands. A day that is today is to come: it is not late before it is over."""

    REACHED = "reached"
    BELOW = "below"
    UNKNOWN = "unknown"  # the day is over and nothing is reported: no zero
    HIDDEN = "hidden"
    TO_COME = "to come"
    UNPLANNED = "unplanned"


@dataclass(frozen=True)
class Milestone:
    """One day of one measure. planned: None where the plan has no value; achieved: None where it is not known."""

    measure: Measure
    on: date
    planned: int | None
    achieved: int | None
    state: State

    @property
    def lacking(self) -> int:
        """How many more were planned than there are; 0 where it is reached or not known."""
        return max(0, (self.planned or 0) - self.achieved) if self.achieved is not None else 0


def judged(planned: int | None, stated: Stated | None, on: date, now: date) -> State:
    """The state of a milestone on the day ``on`` as it is seen on ``now``.

    A result that reaches the plan counts as soon as it is reported; one below it is short only when the day is over.
    """
    if planned is None:
        return State.UNPLANNED
    if stated is not None and stated.hidden:
        return State.HIDDEN
    if stated is not None and (stated.value or 0) >= planned:
        return State.REACHED
    if on >= now:
        return State.TO_COME
    return State.UNKNOWN if stated is None else State.BELOW


@remembered
def milestones(snapshot: Snapshot, project: str) -> tuple[Milestone, ...]:
    """Every measure of the project's plans on every day of them, by measure and then day; empty without a plan."""
    declared, known = PROJECTS[project], results(snapshot, project)
    return tuple(_milestone(declared.programme.named(measure), on, values.get(on), known.get(measure, ()),
                            snapshot.data_date)
                 for measure, values in milestones_planned(snapshot, project).items()
                 for on in days_planned(snapshot, project))


def _milestone(measure: Measure, on: date, planned: int | None, known: tuple[Stated, ...], now: date) -> Milestone:
    stated = next((one for one in known if one.on == on), None)
    return Milestone(measure, on, planned, stated.value if stated else None, judged(planned, stated, on, now))


@remembered
def every_result(snapshot: Snapshot, project: str) -> tuple[Milestone, ...]:
    """The project's milestones, and every other result that it has reported; by measure and then day. A day on which
    nothing is planned and nothing reported is not among them.
    """
    planned = [each for each in milestones(snapshot, project) if each.planned is not None]
    taken = {(each.measure.name, each.on) for each in planned}
    named = PROJECTS[project].programme.named
    others = [Milestone(named(name), one.on, None, one.value, State.HIDDEN if one.hidden else State.UNPLANNED)
              for name, stated in results(snapshot, project).items() for one in stated if (name, one.on) not in taken]
    order = {measure.name: at for at, measure in enumerate(PROJECTS[project].programme.measures)}
    return tuple(sorted((*planned, *others), key=lambda each: (order[each.measure.name], each.on)))


@dataclass(frozen=True)
class Standing:
    """How many of a project's milestones are reached, of how many that are over or reached; and of how many in all."""

    reached: int
    judged: int
    unknown: int
    hidden: int
    planned: int
    due: date | None  # the next day that something is planned for, today or later


@remembered
def standing(snapshot: Snapshot, project: str) -> Standing:
    """The project's milestones counted. ``judged`` are those reached and not reached; unknown or withheld are none."""
    every = [each for each in milestones(snapshot, project) if each.state is not State.UNPLANNED]
    count = Counter(each.state for each in every)
    ahead = [each.on for each in every if each.on >= snapshot.data_date]
    return Standing(count[State.REACHED], count[State.REACHED] + count[State.BELOW], count[State.UNKNOWN],
                    count[State.HIDDEN], len(every), min(ahead, default=None))
