"""What an edition tells: decided by the structure of what is told, never by what the counts happen to be.

docs/decisions/0022-editions.md has the reading. ``decide`` knows what has been reported and what has been told, and
nothing else: no database, no clock.
"""

from dataclasses import dataclass, replace
from datetime import date

from model.publishing import half_years, lines, monthly, wholes
from model.publishing.cells import Cell, Key, Line, Told, change, of_months, withheld
from model.publishing.limits import INSIDERS, MOVED, Limits
from model.publishing.reported import Reported
from model.publishing.worlds import Pair, Worlds, hides, near


@dataclass(frozen=True)
class Decision:
    """What an edition tells that has not been told, and what the public knows after it."""

    cells: dict[Key, Cell]
    told: Told


def decide(told: Told, reported: Reported, limits: Limits, month: date) -> Decision:
    """The edition of ``month`` after everything told so far; proved against other worlds."""
    made = _decided(told, reported, limits, month)
    unsafe = _given_away(told, reported, limits, month, made)
    if not unsafe:
        return made
    cells = {key: cell for key, cell in made.cells.items() if key.scope != "whole"} | withheld(unsafe)
    now = replace(made.told, cells={**told.cells, **cells})
    cells |= wholes.whole(now, reported, now.limits, month)  # over the units of the sums that are left
    return Decision(cells, now.but(cells))


def _decided(told: Told, reported: Reported, limits: Limits, month: date) -> Decision:
    limits = limits.raised_to(told.limits)
    now = lines.listed(replace(told, limits=limits, newest=max(month, told.newest or month)), reported, limits, month)
    cells: dict[Key, Cell] = {}
    if reported.tells_months:
        cells |= monthly.rows(now, reported, limits, month)
        cells |= monthly.lines(now, reported, limits, month, Worlds(reported, now))
    if reported.tells_courses:
        cells |= half_years.rows(now, reported, limits, month)
        cells |= half_years.lines(now, reported, limits, month)
    cells |= wholes.whole(now.but(cells), reported, limits, month)
    again = frozenset(key for key, cell in cells.items() if change(told.value(key), cell.value) == "corrected")
    return Decision(cells, replace(now.but(cells), corrected=again))


def _given_away(told: Told, reported: Reported, limits: Limits, month: date, made: Decision) -> list[Key]:
    """The new cells of lines for which too few other worlds give the very same edition."""
    unsafe: list[Key] = []
    for line in made.told.lines:
        new = [key for key, cell in made.cells.items() if key.scope == "line" and key.units == line.units
               and not cell.withheld and key.measure in (reported.group, reported.reached)]
        if new and not all(_hidden(told, reported, limits, month, made, line, measure)
                           for measure in (reported.group, reported.reached)):
            unsafe += new
    return unsafe


def _hidden(told: Told, reported: Reported, limits: Limits, month: date, made: Decision, line: Line,
            measure: str) -> bool:
    """Whether enough pairs are found of whom some persons could be the other one's in every month told, with the very
    same edition.
    """
    months = [key.first for key, cell in of_months(made.told, "line", measure)
              if key.units == line.units and not cell.withheld]
    alike: set[Pair] = set()
    for giving, taking in near(line, Worlds(reported, made.told).standing(line, measure)):
        other = reported.moved(measure, giving, taking, MOVED, months)
        if _decided(told, other, limits, month).cells == made.cells:
            alike.add((giving, taking))
            if hides(line, alike, INSIDERS):
                return True
    return False
