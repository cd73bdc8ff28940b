"""Months without their year: the year in a column or a row of its own, or in the title, the sheet's or the file's name.

The cells are written as whole months before the table is looked for. A year that stands beside its months is read; one
that stands elsewhere is asked about first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

import numpy as np

from model.basics.formatting import capital, listing, month_key, month_long, month_name, normalise
from model.intake.cells import month_parts
from model.intake.cells.month_mentions import month_in
from model.intake.cells.month_parts import FULL_YEAR
from model.intake.columns import joined_years
from model.intake.columns.joined_years import MONTH_WORDS
from model.intake.columns.spellings import SEARCHED
from model.intake.columns.year_turns import UNDECIDED, changed, of_sheet
from model.intake.files.workbook import Sheet, Workbook, column_letters
from model.intake.mending.question_ids import question_id
from model.intake.report import Answers, Option, Problem
from model.programmes import examples

GATE = 2
SHOWN = 3  # months that are named
ASKED = "{} står uden årstal. {} siger {}. Er det {}?"
OVER_NEW_YEAR = "{} står uden årstal og går hen over nytår. {} siger {}. Hvordan skal de læses?"
APART = ("Kolonne {} har årstal, men det er ikke til at se, om de hører til månederne i kolonne {}. Skriv "
         "overskrifterne »År« og »Måned« i samme række og kun én gang hver, så læses de sammen, eller skriv årstallet "
         "ved månederne.")
NOWHERE = ("{} står uden årstal, og hverken linjerne over tabellen, arkets navn eller filens navn siger et. Skriv "
           f"årstallet ved månederne, fx »jan {examples.YEAR}«, eller svar med det år, den første af dem hører til.")


@dataclass(frozen=True)
class Settled:
    """The workbook with whole months. asked: by sheet, what must be mended or answered if its months are used."""

    workbook: Workbook
    asked: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def problems(self, sheets: Iterable[str]) -> tuple[Problem, ...]:
        """What is wrong with the months of these sheets, each question asked once."""
        found = [problem for sheet in sheets for problem in self.asked.get(sheet, ())]
        return tuple({problem.question or problem: problem for problem in reversed(found)}.values())[::-1]


@dataclass(frozen=True)
class _Bare:
    """Months without a year on one sheet: (row, column) -> its number; order: each once, as they come; years named."""

    sheet: str
    row: int
    cells: dict[tuple[int, int], int]
    order: tuple[int, ...]
    named: dict[int, str]  # year -> where it stands
    beside: int | None = None  # a column of years that may be theirs

    def months(self, first: int) -> dict[int, date]:
        """Number -> month, when the first of them is of that year."""
        steps = [(b - a) % 12 for a, b in pairwise(self.order)]
        back = sum(step > 6 for step in steps) * 2 > len(steps)
        year, months = first, {}
        for at, number in enumerate(self.order):
            if at and (number > self.order[at - 1] if back else number < self.order[at - 1]):
                year += -1 if back else 1
            months[number] = date(year, number, 1)
        return months

    def told(self, first: int) -> str:
        """``oktober 2009 til februar 2010``."""
        found = sorted(self.months(first).values())
        return month_long(found[0]) if len(found) == 1 else f"{month_long(found[0])} til {month_long(found[-1])}"

    @property
    def over_new_year(self) -> bool:
        """Whether they belong to two years."""
        return len({month.year for month in self.months(UNDECIDED).values()}) > 1

    @property
    def options(self) -> tuple[Option, ...]:
        """The years that the first month may be of, the likeliest first."""
        back = self.months(UNDECIDED)[self.order[-1]].year < UNDECIDED
        shifts = ((0, 1) if back else (-1, 0)) if self.over_new_year else (0, -1)
        years = [year + shift for year in self.named for shift in (shifts if len(self.named) == 1 else shifts[:1])]
        return tuple(Option(str(year), capital(self.told(year))) for year in dict.fromkeys(years))


def settled(workbook: Workbook, answers: Answers | None) -> Settled:
    """The workbook with every month that stands without its year written with it."""
    said = answers.said if answers else {}
    beside = joined_years.joined(workbook.sheets, said)
    asked, years, notes = dict(beside.problems), {}, list(beside.notes)
    open_ones = [bare for sheet in beside.sheets
                 if sheet.name not in asked and (bare := _bare(sheet, workbook.file_name))]
    alike = len({(bare.options, bare.order) for bare in open_ones}) == 1
    for bare in open_ones:
        name = question_id("year", *([] if alike else [bare.sheet]))
        year = _answer(bare, said.get(name)) if bare.beside is None else None
        years[bare.sheet] = (bare, year)
        if bare.beside is not None:
            asked[bare.sheet] = (_apart(bare),)
        elif year is None:
            asked[bare.sheet] = (_question(bare, name),)
        else:
            notes.append(f"{of_sheet(bare.sheet)}Månederne uden årstal er læst som {bare.told(year)}.")
    written_ = tuple(_with_years(sheet, *years[sheet.name]) if sheet.name in years else sheet
                     for sheet in beside.sheets)
    return Settled(replace(workbook, sheets=written_), asked, tuple(notes))


def _answer(bare: _Bare, said: str | None) -> int | None:
    values = {option.value for option in bare.options}
    if said is None or (said not in values if values else not FULL_YEAR.fullmatch(said)):
        return None
    return int(said)


def _question(bare: _Bare, name: str) -> Problem:
    texts = [f"»{month_name(date(UNDECIDED, number, 1))}«" for number in bare.order]
    shown = "Måneden " if len(texts) == 1 else "Månederne "
    shown += listing([*texts[:SHOWN], *(["flere"] if len(texts) > SHOWN else [])])
    years, where = listing(map(str, bare.named)), listing(dict.fromkeys(bare.named.values()))
    text = NOWHERE.format(shown)
    if bare.named:
        text = OVER_NEW_YEAR.format(shown, where, years) if bare.over_new_year else ASKED.format(
            shown, where, years, " eller ".join(map(str, bare.named)))
    return Problem("fejl", GATE, text, sheet=bare.sheet or None, row=bare.row, question=name, options=bare.options)


def _apart(bare: _Bare) -> Problem:
    years, months = (column_letters(at) for at in (bare.beside or 0, next(at for _, at in bare.cells)))
    return Problem("fejl", GATE, APART.format(years, months), sheet=bare.sheet or None, row=bare.row)


def _with_years(sheet: Sheet, bare: _Bare, year: int | None) -> Sheet:
    months = bare.months(year if year is not None else next(iter(bare.named), UNDECIDED))
    return changed(sheet, {at: month_key(months[number]) for at, number in bare.cells.items()})


def _bare(sheet: Sheet, file_name: str) -> _Bare | None:
    """The months across or down a sheet that have no year, with the years that are named near them."""
    grid = sheet.cells.to_numpy(dtype=object)
    for p in range(min(SEARCHED, len(grid))):
        across = {(p, c): number for c, cell in enumerate(grid[p]) if (number := month_parts.named(cell))}
        if len(set(across.values())) >= 2:
            return _of(sheet, p, across, file_name)
        for c in (c for c, cell in enumerate(grid[p]) if cell is not None and normalise(str(cell)) in MONTH_WORDS):
            filled = [at for at in range(p + 1, len(grid)) if grid[at, c] is not None]
            numbers = {cell: month_parts.number(cell) for cell in dict.fromkeys(grid[filled, c])}  # texts are repeated
            down = {(at, c): number for at in filled if (number := numbers[grid[at, c]])}
            if down and len(down) * 2 >= len(filled):
                return replace(_of(sheet, p, down, file_name), beside=_years_beside(grid, p, [at for at, _ in down]))
    return None


def _years_beside(grid: np.ndarray, head: int, rows: list[int]) -> int | None:
    """A column of years, by its heading and its cells, that could not be joined to the months of these rows."""
    for c in range(grid.shape[1]):
        headed = any("aar" in word or "year" in word for word in map(normalise, map(str, grid[:head + 1, c])))
        cells = [cell for cell in grid[rows, c] if cell is not None]
        if headed and cells and all(map(month_parts.year, cells)):
            return c
    return None


def _of(sheet: Sheet, p: int, cells: dict[tuple[int, int], int], file_name: str) -> _Bare:
    grid, numbers = sheet.cells.to_numpy(dtype=object), sheet.cells.index
    lines = [(f"række {numbers[at]}", str(cell)) for at in range(p + 1) for cell in grid[at] if cell is not None]
    own = [("kolonnen", str(grid[at, c])) for c in {c for _, c in cells} for at in range(p + 1, len(grid))
           if grid[at, c] is not None and (at, c) not in cells]
    named: dict[int, str] = {}
    for where, text in (*lines, *own, ("arkets navn", sheet.name), ("filens navn", file_name)):
        for year in _years_in(text):
            named.setdefault(year, where)
    order = tuple(dict.fromkeys(cells.values()))
    return _Bare(sheet.name, int(numbers[p]), cells, order, {y: capital(w) for y, w in named.items()})


def _years_in(text: str) -> Sequence[int]:
    month = month_in(text)
    return [month.year] if month else [int(year) for year in FULL_YEAR.findall(text)]
