"""How many have started of the least that shall, in all and of each part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.programmes.kinds import Expected, Volume
from model.programmes.programme import Measure, Programme
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.plan import volume_planned
from model.subjects.projects.figures.reported import Stated, newest, results


@dataclass(frozen=True)
class Part:
    """So many of the least: started is None where it is not known or withheld (hidden)."""

    measure: Measure
    least: int
    started: int | None
    hidden: bool

    @property
    def left(self) -> int | None:
        """How many are still to start; None where it is not known."""
        return None if self.started is None else max(0, self.least - self.started)


@dataclass(frozen=True)
class Minimum:
    """The whole on its newest day, and its parts on that same day. summed: the whole is the sum of its parts.

    on: None where nothing is known; where the whole never is, the newest day of any part.
    """

    goal: Volume
    whole: Part
    parts: tuple[Part, ...]
    on: date | None
    summed: bool = False

    @property
    def reached(self) -> bool | None:
        """Whether the whole and every part is; None while that cannot be told."""
        lefts = [each.left for each in (self.whole, *self.parts)]
        if any(left for left in lefts):
            return False
        return None if any(left is None for left in lefts) else True


@remembered
def minimum(snapshot: Snapshot, project: str) -> Minimum | None:
    """The project's minimum; None for a programme that has none.

    Where the whole is not reported on a day and all its parts are, it is their sum.
    """
    programme, known = PROJECTS[project].programme, results(snapshot, project)
    goal = volume_planned(snapshot, project)
    if goal is None:
        return None
    on = _newest_day(known, goal)
    parts = tuple(_part(programme.named(name), least, _of(known, name, on)) for name, least in goal.parts.items())
    whole = _part(programme.named(goal.started), goal.least, _of(known, goal.started, on))
    known_parts = [part.started for part in parts if part.started is not None]
    if whole.started is None and not whole.hidden and parts and len(known_parts) == len(parts):
        return Minimum(goal, Part(whole.measure, whole.least, sum(known_parts), False), parts, on, summed=True)
    return Minimum(goal, whole, parts, on)


def _newest_day(known: Mapping[str, tuple[Stated, ...]], goal: Volume) -> date | None:
    """The last day on which the whole is told, or all its parts are; else the last on which any part is."""
    whole = {one.on for one in known.get(goal.started, ())}
    parts = [{one.on for one in known.get(name, ())} for name in goal.parts]
    together = set.intersection(*parts) if parts else set()
    return max(whole | together or set().union(*parts), default=None)


def _of(known: Mapping[str, tuple[Stated, ...]], name: str, on: date | None) -> Stated | None:
    return next((one for one in known.get(name, ()) if one.on == on), None)


def _part(measure: Measure, least: int, stated: Stated | None) -> Part:
    return Part(measure, least, stated.value if stated else None, bool(stated and stated.hidden))


@dataclass(frozen=True)
class Division:
    """How what a unit counts divides beside how it expected to: (measure, count, expected percent) of each part."""

    parts: tuple[tuple[Measure, int, int], ...]
    on: date


@remembered
def divisions(snapshot: Snapshot, project: str) -> tuple[Division, ...]:
    """The expected divisions of a project for which every part is known on one day, the newest; the others are not."""
    declared, known = PROJECTS[project], results(snapshot, project)
    own = [each for each in declared.programme.expected if declared.unit and each.unit == declared.unit.code]
    return tuple(division for each in own if (division := _division(declared.programme, each, known)))


def _division(programme: Programme, expected: Expected,
              known: Mapping[str, tuple[Stated, ...]]) -> Division | None:
    days = [{one.on for one in known.get(name, ()) if not one.hidden} for name in expected.parts]
    on = max(set.intersection(*days), default=None)
    if on is None:
        return None
    return Division(tuple((programme.named(name), next(one.value or 0 for one in known[name] if one.on == on), percent)
                          for name, percent in expected.parts.items()), on)


def newest_of(snapshot: Snapshot, project: str, measure: str) -> Stated | None:
    """The newest result of one measure of a project; None where there is none."""
    return newest(results(snapshot, project).get(measure, ()))
