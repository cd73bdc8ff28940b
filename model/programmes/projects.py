"""What the programmes beside the shown one are reported by: their projects, measures and points, each by one name.

A name is what people read and files write. Two programmes that call something alike have their own names behind it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from model.basics.formatting import normalise
from model.basics.months import last_day, shift
from model.programmes.current import BESIDE
from model.programmes.kinds import Checklist, Contract, Milestones
from model.programmes.programme import Measure, Programme, Unit


@dataclass(frozen=True)
class Project:
    """One who reports: a unit of a programme, or the programme as a whole where a contract is what it has."""

    name: str
    programme: Programme
    unit: Unit | None
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Followed:
    """One point of a checklist or row of a contract that is followed up; ``number`` is its own there."""

    name: str
    programme: Programme
    number: int
    spellings: tuple[str, ...] = ()


def _projects() -> Iterator[tuple[Programme, Unit | None, str, tuple[str, ...]]]:
    for programme in BESIDE.values():
        if programme.aims(Contract):
            yield programme, None, programme.name, (programme.called,)
        else:
            yield from ((programme, unit, unit.name, unit.spellings) for unit in programme.units)


def _named(listed: list[tuple[Programme, str]]) -> Iterator[str]:
    """Each by its own name, with its programme's behind where an earlier programme has the same.

    What is stored by a name stays the first one's when another programme comes.
    """
    names = [name for _, name in listed]
    return (f"{name} ({programme.name})" if name in names[:at] else name for at, (programme, name) in enumerate(listed))


def _points() -> Iterator[tuple[Programme, str, int, tuple[str, ...]]]:
    for programme in BESIDE.values():
        for checklist in programme.aims(Checklist):
            yield from ((programme, f"{point.number}. {point.name}", point.number, (point.name, str(point.number)))
                        for point in checklist.points)
        for contract in programme.aims(Contract):
            yield from ((programme, f"Mål {row.number}", row.number, ()) for row in contract.rows)


def _alike(listed: list[tuple[Programme, str]]) -> dict[str, dict[str, str]]:
    """By the name of each what it may stand for, by programme: the first of a name for all that are called the same,
    one with its programme's name behind for itself.
    """
    groups: dict[str, dict[str, str]] = {}
    for (programme, name), stored in zip(listed, _named(listed), strict=True):
        groups.setdefault(normalise(name), {})[programme.id] = stored
    alone = {stored: {programme: stored} for group in groups.values() for programme, stored in group.items()}
    return alone | {next(iter(group.values())): group for group in groups.values()}


_listed = list(_projects())
_projects_called = [(programme, name) for programme, _, name, _ in _listed]
PROJECTS: dict[str, Project] = {
    name: Project(name, programme, unit, spellings) for name, (programme, unit, _, spellings)
    in zip(_named(_projects_called), _listed, strict=True)}
_counted = [(programme, measure) for programme in BESIDE.values() for measure in programme.measures]
_headed = [(programme, measure.heading) for programme, measure in _counted]
MEASURES: dict[str, tuple[Programme, Measure]] = dict(zip(_named(_headed), _counted, strict=True))
_followed = list(_points())
_points_called = [(programme, name) for programme, name, *_ in _followed]
POINTS: dict[str, Followed] = {
    name: Followed(name, programme, number, spellings) for name, (programme, _, number, spellings)
    in zip(_named(_points_called), _followed, strict=True)}
# of a project, measure or point by its name: by the programmes' ids all that may be meant by it
SAME_PROJECT, SAME_MEASURE, SAME_POINT = map(_alike, (_projects_called, _headed, _points_called))


def last_heard(programme: Programme) -> date:
    """The last day that anything of the programme may be about: a year after its end, for what is followed up late."""
    return last_day(shift(programme.ends, 12))


def reporting_day(programme: Programme, now: date) -> date:
    """The day that is reported on by now: the newest of its milestones' days, else its end or ``now``, which is first.
    """
    over = [when for goal in programme.aims(Milestones) for when in goal.dates if when <= now]
    return max(over, default=max(programme.starts, min(now, last_day(programme.ends))))


def project_of(programme: Programme, unit: Unit | None = None) -> Project:
    """The project of a unit, or of the programme as a whole. Raises StopIteration where there is none."""
    return next(each for each in PROJECTS.values() if each.programme is programme and each.unit is unit)


def heading_of(programme: Programme, measure: str) -> str:
    """What a measure of the programme is called in files. Raises StopIteration for one it does not have."""
    return next(name for name, (owner, each) in MEASURES.items() if owner is programme and each.name == measure)


def point_of(programme: Programme, number: int) -> str:
    """What a point or row of the programme is called in files. Raises StopIteration for one it does not have."""
    return next(each.name for each in POINTS.values() if each.programme is programme and each.number == number)
