"""Two columns that make one: a course and its date, a course and a day's number, ticks under two of one's choices."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from model.basics.formatting import listing, normalise
from model.intake.cells.cell_text import quoted, squeezed, without_decimals, written
from model.intake.cells.presence import Presence, presence
from model.intake.datasets.declaration import Column, Dataset
from model.intake.files.workbook import address
from model.intake.records import across, free_places
from model.intake.records.background import Background
from model.intake.records.day_series import DAY, DAY_KEY
from model.intake.records.named_days import course_day_of
from model.intake.records.shaped import Shaped
from model.intake.records.tables import Table
from model.intake.report import Problem

GATE = 3
TOGETHER = "Kolonnerne {} er læst sammen som »{}«."
APART = "Række {}: {} siger hver sin kursusdag ({} og {}). Ret den ene."
BOTH = "Række {}: der er sat kryds i både {}. Slet det ene, eller lad begge være tomme."
NO_TICK = "Række {}: {} under »{}« er ikke et kryds. Skriv x ud for det, der passer, og lad de andre være tomme."
MARKED = {Presence.CAME: True, Presence.STAYED_AWAY: False}


def joined(table: Table, dataset: Dataset, known: Background) -> Shaped:
    """The table with one column where several make one."""
    days = _days(table, known) if any(key.kind == "course_day" for key in dataset.keys) else Shaped(table)
    ticks = _ticks(days.table, dataset)
    free = free_places.column(ticks.table, dataset)
    if free is not None:
        ticks = replace(ticks, table=_with_free(ticks.table, free))
    return Shaped(ticks.table, (*days.problems, *ticks.problems), (*days.notes, *ticks.notes))


def _with_free(table: Table, free: int) -> Table:
    """The table with its free places read with the occupied ones. A profile leaves them out: no column of ours is them.
    """
    headings = tuple(across.left_out(h) if h.index - table.start == free else h for h in table.headings)
    return replace(table, headings=headings, joined={**table.joined, free: free_places.OCCUPIED.name})


def _days(table: Table, known: Background) -> Shaped:
    """A course and its date, or its day's number: the cell that names the day, where the other is a title."""
    places = [at for at, name in table.targets.items() if name == DAY_KEY]
    if len(places) < 2:
        return Shaped(table)
    titles = {normalise(str(title)): str(code) for code, title in known.course_days["title"].items() if title}
    read = {at: [_day(cell, titles, known) for cell in table.grid[:, at]] for at in places}
    sure = [at for at in places if any(read[at])]
    numbered = [at for at in places if any(map(_is_number, table.grid[:, at]))]
    if _are_two(read, sure) or (not sure and len(numbered) != 1):
        return Shaped(table)
    plain = {at: sum(course_day_of(text, known.plan) is not None for text in _texts(table, at)) for at in sure}
    main = max(sure, key=lambda at: (plain[at], sum(map(bool, read[at])))) if sure else numbered[0]
    grid, problems = table.grid.copy(), []
    for row in range(len(grid)):
        codes = {code: at for at in sure if (code := read[at][row])}
        if len(codes) > 1:
            problems.append(_apart(table, row, codes))
        elif codes and not (plain[main] and read[main][row]):
            grid[row, main] = next(iter(codes))
    others = {at: DAY_KEY for at in places if at != main}
    return Shaped(_with(table, grid, main, DAY_KEY, others), tuple(problems),
                  (TOGETHER.format(_names(table, places), "Kursusdag"),))


def _day(cell: object, titles: Mapping[str, str], known: Background) -> str | None:
    """The course day that a cell names by itself: by code, date, words or title; a day's number does not."""
    text = squeezed(written(cell) or "")
    if not text or _is_number(cell):
        return None
    return course_day_of(text, known.plan) or titles.get(normalise(text))


def _texts(table: Table, at: int) -> list[str]:
    return [squeezed(written(cell) or "") for cell in table.grid[:, at]]


def _is_number(cell: object) -> bool:
    return bool(DAY.fullmatch(without_decimals(squeezed(written(cell) or ""))))


def _are_two(read: dict[int, list[str | None]], sure: Collection[int]) -> bool:
    """Whether two columns name other days on most rows: then they are of two things, and one must be chosen."""
    rows = list(zip(*(read[at] for at in sure), strict=True))
    both = [row for row in rows if all(row)]
    return len(both) > 1 and sum(len(set(row)) > 1 for row in both) * 2 > len(both)


def _apart(table: Table, row: int, codes: Mapping[str, int]) -> Problem:
    first, second = list(codes.values())[:2]
    number = int(table.rows[row])
    return Problem("fejl", GATE, APART.format(number, _names(table, [first, second]),
                                              *(quoted(str(table.grid[row, at])) for at in (first, second))),
                   sheet=table.sheet or None, row=number, column=table.heading_of[second], cell=address(number, second))


def _ticks(table: Table, dataset: Dataset) -> Shaped:
    """Columns headed by the choices of one part that has no column, with ticks under them."""
    problems: list[Problem] = []
    notes: list[str] = []
    for part in dataset.fields:
        columns = _choices(table, part)
        if part.kind != "choice" or part.name in table.names or len(columns) < 2:
            continue
        main, *others = columns
        grid = table.grid.copy()
        for row in range(len(grid)):
            grid[row, main] = _ticked(table, row, columns, problems)
        notes.append(TOGETHER.format(_names(table, list(columns)), part.heading))
        table = _with(table, grid, main, part.name, dict.fromkeys(others, part.name))
    return Shaped(table, tuple(problems), tuple(notes))


def _choices(table: Table, part: Column) -> dict[int, str]:
    """The columns whose heading is one of a part's choices, and none of whose cells is anything but a tick or a no."""
    words = {normalise(word): stored for stored, others in (part.choices or {}).items() for word in (stored, *others)}
    found = {h.index - table.start: words[normalise(h.heading)] for h in table.headings
             if normalise(h.heading) in words and h.index - table.start not in table.explained}
    ticked = [at for at in found if any(_mark(cell) is not None for cell in table.grid[:, at])]
    return found if ticked and len(set(found.values())) == len(found) else {}


def _mark(cell: object) -> bool | None:
    """Whether a cell is ticked; None where it is empty or says something else."""
    text = squeezed(written(cell) or "")
    found = presence(text) if text else None
    return MARKED.get(found) if found else None


def _ticked(table: Table, row: int, columns: dict[int, str], problems: list[Problem]) -> str | None:
    """The choice that is ticked on a row; both, or what is no tick, is told."""
    number, chosen = int(table.rows[row]), []
    for at, stored in columns.items():
        text, mark = squeezed(written(table.grid[row, at]) or ""), _mark(table.grid[row, at])
        if text and mark is None:
            problems.append(Problem("fejl", GATE, NO_TICK.format(number, quoted(text), table.heading_of[at]),
                                    sheet=table.sheet or None, row=number, column=table.heading_of[at],
                                    cell=address(number, at)))
        chosen += [stored] if mark else []
    if len(chosen) > 1:
        second = list(columns)[1]
        problems.append(Problem("fejl", GATE, BOTH.format(number, _names(table, list(columns))),
                                sheet=table.sheet or None, row=number, column=table.heading_of[second],
                                cell=address(number, second)))
    return chosen[0] if len(chosen) == 1 else None


def _names(table: Table, places: Collection[int]) -> str:
    return listing(f"»{table.heading_of[at]}«" for at in sorted(places))


def _with(table: Table, grid: np.ndarray, main: int, name: str, others: dict[int, str]) -> Table:
    targets = {at: known for at, known in table.targets.items() if at not in others} | {main: name}
    return replace(table, grid=grid, targets=targets, joined={**table.joined, **others})
