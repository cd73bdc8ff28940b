"""Where the table is on a sheet: which row holds the headings, what stands over them, and what the lines around say."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd

from model.intake.columns import extent
from model.intake.columns.other_figures import is_another
from model.intake.columns.spellings import SEARCHED
from model.intake.columns.vocabulary import BLANK, PLACES, Meaning, Vocabulary
from model.intake.datasets.monthly_figures import MEASURE, MONTH, VALUE
from model.intake.files.workbook import NO_MARKS, Marks, Sheet


@dataclass(frozen=True)
class Head:
    """One column: the sender's heading, what stands over it, and what both mean together."""

    column: int
    text: str
    above: str
    meaning: Meaning
    month: date | None = None
    field: str | None = None  # a measure named by the row above
    place: str | None = None  # a jobcenter named by the row above


@dataclass(frozen=True)
class Table:
    """One sheet's table. grid: cells under the headings (rows × columns, None = empty). rows: their row numbers."""

    sheet: str
    heads: tuple[Head, ...]
    grid: np.ndarray
    rows: np.ndarray
    lines: tuple[tuple[int, str], ...]  # (row, text) above the headings
    below: tuple[tuple[int, str], ...]  # (row, text) of another table underneath, which is not read
    repeats: tuple[int, ...]  # rows on which the headings stand once more
    place: str | None  # a jobcenter named by a line above (»Jobcenter: Norddjurs«)
    month: date | None  # a month named by a line above (»Måned: marts 2010«)
    certain: bool  # False: the headings are a best guess and must be explained
    second: int | None = None  # the row where a second table with headings of ours begins
    marks: Marks = NO_MARKS
    headed: tuple[int, ...] = ()  # the rows of the headings: what groups them, where something does, then these


def find(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The sheet's table, or None when nothing on it looks like one."""
    grid = sheet.cells.to_numpy(dtype=object)
    numbers = sheet.cells.index.to_numpy()
    if not grid.size:
        return None
    near = [[vocabulary.meaning(cell) if cell is not None else BLANK for cell in line] for line in grid[:SEARCHED + 1]]
    found = _heading_row(grid, near, vocabulary)
    if found is None:
        return None
    leaf, over, certain = found
    heads = _heads(grid, leaf, over, vocabulary)
    lines = [(int(numbers[p]), _line(grid[p])) for p in range(leaf if over is None else over) if _line(grid[p])]
    place, month = _facts(grid[:leaf], vocabulary)
    reach = extent.of(grid, numbers, leaf, vocabulary)
    kept = np.setdiff1d(np.arange(leaf + 1, reach.end), reach.repeats)
    return Table(sheet=sheet.name, heads=heads, grid=grid[kept], rows=numbers[kept], lines=tuple(lines),
                 below=tuple((int(numbers[p]), _line(grid[p])) for p in range(reach.end, len(grid)) if _line(grid[p])),
                 repeats=tuple(int(numbers[p]) for p in reach.repeats), place=place, month=month, certain=certain,
                 second=None if reach.second is None else int(numbers[reach.second]), marks=sheet.marks,
                 headed=tuple(int(numbers[p]) for p in (over, leaf) if p is not None))


def _line(cells: np.ndarray) -> str:
    return " ".join(str(cell).strip() for cell in cells if cell is not None).strip()


def _heading_row(grid: np.ndarray, near: list[list[Meaning]], vocabulary: Vocabulary) -> tuple[int, int | None,
                                                                                               bool] | None:
    """(position of the heading row, of the row over it, whether it is certain)."""
    searched = near[:SEARCHED]
    for p, row in enumerate(searched):
        if _holds_required(row):
            if p + 1 < len(near) and _is_leaf_below(row, near[p + 1]):
                return p + 1, p, True
            return p, _over(grid, near, p), True
    across = [p for p, row in enumerate(searched) if _is_across(grid, p, row, vocabulary)]
    if across:
        last = across[-1]
        if last + 1 < len(near) and _is_own_leaf(near[last + 1]):
            return last + 1, last, True
        return last, _over(grid, near, last), True
    for test in (lambda row: _count(row, "field") >= 1 and _filled(row) >= 2, lambda row: _is_words(row)):
        for p, row in enumerate(searched):
            if test(row) and p + 1 < len(grid):
                return p, _over(grid, near, p), False
    return None


def _count(row: list[Meaning], kind: str) -> int:
    return sum(m.kind == kind for m in row)


def _filled(row: list[Meaning]) -> int:
    return sum(m.kind != "blank" for m in row)


def _is_words(row: list[Meaning]) -> bool:
    return sum(m.kind in ("unknown", "key", "field", "computed", "total") for m in row) >= 2


def _holds_required(row: list[Meaning]) -> bool:
    keys = {m.target for m in row if m.kind == "key"}
    fields, months, places = _count(row, "field"), _count(row,
                                                          "month"), len({m.target for m in row if m.kind == "place"})
    has_place = bool(keys & set(PLACES))
    return any((
        fields and (has_place or MONTH.name in keys),
        has_place and VALUE.name in keys,
        has_place and any(m.month for m in row) and not places,
        MONTH.name in keys and places >= 2,
        MEASURE.name in keys and (months or places >= 2 or VALUE.name in keys),
    ))


def _is_leaf_below(upper: list[Meaning], lower: list[Meaning]) -> bool:
    """Whether the row under a row of months and keys holds the headings proper (two heading rows)."""
    words = _count(lower, "field") + _count(lower, "computed")
    under_keys = any(a.kind == "key" and b.kind == "blank" for a, b in zip(upper, lower, strict=True))
    return bool(words) and (under_keys or _count(lower, "key") > 0) and not _count(lower, "place")


def _is_own_leaf(row: list[Meaning]) -> bool:
    """Whether the row under a row of months holds headings, though none of its measures is known."""
    return _count(row, "key") > 0 and _count(row, "unknown") >= 2 and not _count(row, "place")


def _over(grid: np.ndarray, near: list[list[Meaning]], p: int) -> int | None:
    """The position of the row over the headings, when it groups columns."""
    return p - 1 if p and _is_group(near[p - 1], grid[p - 1]) else None


def _is_group(row: list[Meaning], cells: np.ndarray) -> bool:
    """Whether a row over the headings groups columns, and is not a title in the first cell."""
    known = [i for i, m in enumerate(row) if m.month or m.kind in ("month", "field", "place")
             or (i and m.kind != "blank" and is_another(str(cells[i])))]
    return bool(known) and (row[0].kind == "blank" or _filled(row) >= 2) and known[-1] >= 1


def _is_across(grid: np.ndarray, p: int, row: list[Meaning], vocabulary: Vocabulary) -> bool:
    """Whether months or jobcenters run across from this row, over a stub that says something known."""
    heads = [i for i, m in enumerate(row) if m.kind in ("month", "place")]
    many = _count(row, "month") or len({m.target for m in row if m.kind == "place"}) >= 2
    if not many or heads[0] == 0 or any(m.kind in ("place", "month", "field") for m in row[:heads[0]]):
        return False
    rest = [m.kind in ("month", "place", "total", "computed") for m in row[heads[0]:] if m.kind != "blank"]
    if sum(rest) * 2 < len(rest):
        return False
    below = grid[p + 1:p + 4, :heads[0]]
    first = [cell for cell in below.ravel() if cell is not None]
    return any(vocabulary.meaning(cell).kind in ("field", "place", "month") for cell in first)


def _heads(grid: np.ndarray, leaf: int, over: int | None, vocabulary: Vocabulary) -> tuple[Head, ...]:
    above = _spread(grid[over]) if over is not None else [None] * grid.shape[1]
    exact = grid[over] if over is not None else above
    return tuple(_head(column, grid[leaf, column], above[column], exact[column], vocabulary=vocabulary)
                 for column in range(grid.shape[1]))


def _spread(cells: np.ndarray) -> list[object]:
    """A heading over several columns stands in the first of them only: it holds until the next."""
    return list(pd.Series(cells, dtype=object).ffill().where(lambda s: s.notna(), None))


def _head(column: int, cell: object, above: object, exact: object, *, vocabulary: Vocabulary) -> Head:
    meaning = vocabulary.meaning(cell) if cell is not None else BLANK
    group = vocabulary.meaning(above) if above is not None else BLANK
    if meaning.kind == "blank" and exact is not None and group.month is None and group.kind != "place":
        return Head(column, str(exact).strip(), "", group, month=group.month)
    text, over = ("" if x is None else str(x).strip() for x in (cell, above))
    if meaning.kind == "unknown" and group.kind not in ("month", "blank"):
        meaning = _together(over, text, vocabulary) or meaning
    return Head(column, text, over, meaning, month=meaning.month or group.month,
                field=group.target if group.kind == "field" else None,
                place=group.target if group.kind == "place" else None)


def _together(above: str, text: str, vocabulary: Vocabulary) -> Meaning | None:
    """A heading in two rows: »Afsluttede forløb« over »i virksomhedscenter«."""
    for joined in (f"{above} {text}", f"{text} {above}"):
        if (name := vocabulary.spellings.column(joined)) in vocabulary.fields:
            return Meaning("field", name)
    return None


def _facts(lines: np.ndarray, vocabulary: Vocabulary) -> tuple[str | None, date | None]:
    """What lines such as »Jobcenter: | Norddjurs« above the headings say about the whole sheet."""
    place, month = None, None
    for line in lines:
        said = [m for cell in line if cell is not None for m in _parts(cell, vocabulary) if m.kind != "blank"]
        for key, value in pairwise(said):
            if key.kind == "key" and key.target in PLACES and value.kind == "place":
                place = value.target
            if key.kind == "key" and key.target == MONTH.name and value.kind == "month":
                month = value.month
    return place, month


def _parts(cell: object, vocabulary: Vocabulary) -> list[Meaning]:
    """What a cell says; »Jobcenter: Norddjurs« says two things, and »Jobcenter Norddjurs« is as good."""
    before, colon, after = str(cell).partition(":")
    if colon and vocabulary.meaning(before.strip()).kind == "key":
        return [vocabulary.meaning(before.strip()), vocabulary.meaning(after.strip())]
    found = vocabulary.meaning(cell)
    named = found.kind == "place" and isinstance(cell, str) and cell.strip().casefold().startswith("jobcenter")
    return [Meaning("key", PLACES[1]), found] if named else [found]
