"""What an edition tells: decided by the structure of what is told, never by what the counts happen to be.

docs/decisions/0022-editions.md has the reading. ``decide`` knows what has been reported and what has been told, and
nothing else: no database, no clock.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from model.publishing import half_years, lines, monthly, wholes
from model.publishing.cells import Cell, Key, Line, PublicRecord, change, of_months, withheld
from model.publishing.limits import INSIDERS, MOVED, Limits
from model.publishing.progress import Progress, silent
from model.publishing.reported import Reported
from model.publishing.worlds import Pair, Worlds, hides, near

PARTS = 3  # of what is decided: the months, the half-years, and the whole


@dataclass(frozen=True)
class Decision:
    """What an edition tells that has not been told, and what the public knows after it."""

    cells: dict[Key, Cell]
    published: PublicRecord


def decide(published: PublicRecord, reported: Reported, limits: Limits, month: date, *,
           progress: Progress = silent) -> Decision:
    """The edition of ``month`` after everything told so far; proved against other worlds."""
    made = _decided(published, reported, limits, month, progress)
    unsafe = _given_away(published, reported, limits, month, made, progress)
    if not unsafe:
        return made
    cells = {key: cell for key, cell in made.cells.items() if key.scope != "whole"} | withheld(unsafe)
    now = replace(made.published, cells={**published.cells, **cells})
    cells |= wholes.whole(now, reported, now.limits, month)  # over the units of the sums that are left
    return Decision(cells, now.but(cells))


def _decided(published: PublicRecord, reported: Reported, limits: Limits, month: date,
             progress: Progress = silent) -> Decision:
    limits = limits.raised_to(published.limits)
    until = replace(published, limits=limits, newest=max(month, published.newest or month))
    now = lines.listed(until, reported, limits, month)
    cells: dict[Key, Cell] = {}
    progress("deciding", 0, PARTS)
    if reported.tells_months:
        cells |= monthly.rows(now, reported, limits, month)
        cells |= monthly.lines(now, reported, limits, month, Worlds(reported, now))
    progress("deciding", 1, PARTS)
    if reported.tells_courses:
        cells |= half_years.rows(now, reported, limits, month)
        cells |= half_years.lines(now, reported, limits, month)
    progress("deciding", 2, PARTS)
    cells |= wholes.whole(now.but(cells), reported, limits, month)
    progress("deciding", PARTS, PARTS)
    again = frozenset(key for key, cell in cells.items() if change(published.value(key), cell.value) == "corrected")
    return Decision(cells, replace(now.but(cells), corrected=again))


def _given_away(published: PublicRecord, reported: Reported, limits: Limits, month: date, made: Decision,
                progress: Progress) -> list[Key]:
    """The new cells of lines for which too few other worlds give the very same edition."""
    worlds, measures = Worlds(reported, made.published), (reported.group, reported.reached)
    new = {line: [key for key, cell in made.cells.items() if key.scope == "line" and key.units == line.units
                  and not cell.withheld and key.measure in measures] for line in made.published.lines}
    checks = [(line, measure, near(line, worlds.standing(line, measure)))
              for line, keys in new.items() if keys for measure in measures]
    unsafe: dict[Line, list[Key]] = {}
    begun, of = 0, sum(len(pairs) for _, _, pairs in checks)
    for line, measure, pairs in checks:
        tell = partial(_tried, progress, begun, of)
        if line not in unsafe and not _hidden(published, reported, limits, month, made, line, measure, pairs, tell):
            unsafe[line] = new[line]
        begun += len(pairs)
        if of:
            progress("proving", begun, of)
    return [key for keys in unsafe.values() for key in keys]


def _tried(progress: Progress, begun: int, of: int, pairs: int) -> None:
    progress("proving", begun + pairs, of)


def _hidden(published: PublicRecord, reported: Reported, limits: Limits, month: date, made: Decision, line: Line,
            measure: str, pairs: Sequence[Pair], tell: Callable[[int], None]) -> bool:
    """Whether enough pairs are found of whom some persons could be the other one's in every month told, with the very
    same edition.
    """
    months = [key.first for key, cell in of_months(made.published, "line", measure)
              if key.units == line.units and not cell.withheld]
    alike: set[Pair] = set()
    for at, (giving, taking) in enumerate(pairs):
        tell(at)
        other = reported.moved(measure, giving, taking, MOVED, months)
        if _decided(published, other, limits, month).cells == made.cells:
            alike.add((giving, taking))
            if hides(line, alike, INSIDERS):
                return True
    return False
