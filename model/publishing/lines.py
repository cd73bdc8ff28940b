"""Who is told together with others, so that a small unit has no row of its own and no difference shows it.

When a programme is first published, those of few citizens, those whose number is not known and the next smallest until
they are enough are listed; whoever joins later is listed too. A unit once listed stays so. Where somebody joins,
leaves or is listed, the line of those before ends, and one of at least as many begins with the next month of which no
member has a row of its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from model.publishing.cells import Line, PublicRecord
from model.publishing.limits import Limits
from model.publishing.reported import Reported


def listed(published: PublicRecord, reported: Reported, limits: Limits, month: date) -> PublicRecord:
    """The same with the list and the lines as they are for every month up to ``month``."""
    # neither changes while nothing is told
    last_rows, done = published.last_rows, published.told_together(reported.group)
    settled = max((line.first for line in published.lines), default=date.min)
    for each in reported.months:
        if settled <= each <= month and each not in done and reported.takes_part[:, reported.at(each)].any():
            published = _at(published, reported, limits, each, last_rows)
    return published


def _at(published: PublicRecord, reported: Reported, limits: Limits, month: date,
        last_rows: Mapping[str, date]) -> PublicRecord:
    """The same with one month more."""
    taking_part = [reported.units[row] for row in np.flatnonzero(reported.takes_part[:, reported.at(month)])]
    free = {unit for unit in taking_part if unit in published.listed or last_rows.get(unit, date.min) < month}
    wanted = {unit for unit in taking_part if _is_small(published, reported, limits, unit, month)} & free
    if len(taking_part) < limits.whole:
        wanted = free
    elif wanted:
        wanted |= set(_next_smallest(reported, free - wanted, limits.line - len(wanted)))
    marked = {unit: min(month, published.listed.get(unit, month)) for unit in reported.units if unit in wanted}
    if marked.items() - published.listed.items():
        published = replace(published, listed={**published.listed, **marked})
    members = tuple(unit for unit in taking_part if unit in wanted) if len(wanted) >= limits.line else ()
    return _with_line(published, members, month)


def _with_line(published: PublicRecord, members: tuple[str, ...], month: date) -> PublicRecord:
    """The same where these are told together from ``month``, unless they are already."""
    now = published.line(month)
    if (now.units if now else ()) == members:
        return published
    before = tuple(replace_last(line, month) if line is now else line for line in published.lines)
    kept = tuple(line for line in before if line.last is None or line.last >= line.first)
    return replace(published, lines=(*kept, Line(members, month)) if members else kept)


def replace_last(line: Line, month: date) -> Line:
    """The line as it ends with the month before ``month``."""
    return Line(line.units, line.first, (month - timedelta(days=1)).replace(day=1))


def _is_small(published: PublicRecord, reported: Reported, limits: Limits, unit: str, month: date) -> bool:
    """Whether a unit is listed, of few citizens, of an unknown number, or has come after the programme began."""
    row = reported.row[unit]
    started = reported.at(reported.starts)
    joined = reported.at(month) > started and not reported.takes_part[row, started]
    return unit in published.listed or joined or not reported.sizes[row] >= limits.smallest_group


def _next_smallest(reported: Reported, among: set[str], many: int) -> list[str]:
    if many <= 0:
        return []
    return sorted(among, key=lambda unit: (np.nan_to_num(reported.sizes[reported.row[unit]]), unit))[:many]
