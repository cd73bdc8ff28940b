"""Years in a column, or in a row, beside the months they belong to: joined to them before the table is looked for.

An empty cell takes the year before it. A cell that is no year gives none: it is to be mended. Where the months turn
back beside an empty cell, it is asked whether the year turns too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells import month_parts
from model.intake.cells.cell_text import quoted, written
from model.intake.checks.naming import MOST, rest
from model.intake.columns.spellings import SEARCHED
from model.intake.columns.vocabulary import YEAR_WORDS
from model.intake.columns.year_turns import GATE, SAME, TURNS, UNDECIDED, Line, MonthsOfSheet, Spot, of_sheet
from model.intake.datasets.monthly_figures import MONTH
from model.intake.files.workbook import Sheet, address
from model.intake.mending.question_ids import question_id
from model.intake.report import Problem
from model.programmes import examples

MONTH_WORDS = {normalise(word) for word in (MONTH.heading, MONTH.name, *MONTH.aliases)}
NO_YEAR = ("{} er ikke et årstal, så det kan ikke ses, hvilket år måneden hører til. "
           f"Skriv årstallet, fx {examples.YEAR}.")
APART = "årstallet er {}, men måneden ved siden af er {}. Ret den, der er forkert."


@dataclass(frozen=True)
class Joined:
    """The sheets with whole months. problems: by sheet, what must be mended or answered if its months are used."""

    sheets: tuple[Sheet, ...]
    problems: Mapping[str, tuple[Problem, ...]]
    notes: tuple[str, ...]


def joined(sheets: Sequence[Sheet], said: Mapping[str, str]) -> Joined:
    """The sheets with the years that stand beside their months joined to them. said: answers by question."""
    found = [_beside(sheet) for sheet in sheets]
    alike = len({(one.options, len(one.turns)) for one in found if one.turns}) == 1
    read: list[Sheet] = []
    problems: dict[str, tuple[Problem, ...]] = {}
    notes: list[str] = []
    for one in found:
        name = question_id("year_turns", *([] if alike else [one.sheet.name]))
        answer = said.get(name) if said.get(name) in (TURNS, SAME) else None
        read.append(one.read(turned=answer == TURNS))
        notes += one.told
        if one.turns and answer:
            notes.append(one.answered(turned=answer == TURNS))
        if told := (*one.problems, *([one.question(name)] if one.turns and not answer else [])):
            problems[one.sheet.name] = told
    return Joined(tuple(read), problems, tuple(notes))


def _beside(sheet: Sheet) -> MonthsOfSheet:
    grid = sheet.cells.to_numpy(dtype=object)
    for p in range(min(SEARCHED, len(grid))):
        words = [normalise(str(cell)) if cell is not None else "" for cell in grid[p]]
        years = [c for c, word in enumerate(words) if word in YEAR_WORDS]
        months = [c for c, word in enumerate(words) if word in MONTH_WORDS]
        if len(years) == 1 and len(months) == 1:
            return _down(sheet, grid, p, (years[0], months[0]))
        names = [c for c, cell in enumerate(grid[p]) if month_parts.named(cell)]
        if p and len(names) >= 2 and any(month_parts.year(grid[p - 1, c]) for c in names):
            return _across(sheet, grid, p)
    return MonthsOfSheet(sheet)


def _down(sheet: Sheet, grid: np.ndarray, head: int, columns: Spot) -> MonthsOfSheet:
    """Years in one column, months in another, under the headings of row ``head``."""
    at, to = columns
    cells = [((p, at), (p, to)) for p in range(head + 1, len(grid))]
    lines, wrong = _lines(grid, cells)
    problems = (*(_wrong(sheet, grid, one, other, str(grid[head, at])) for one, other in wrong[:MOST]),
                *rest(len(wrong), GATE))
    if not lines:
        return MonthsOfSheet(sheet, problems=problems)
    others = dict(_left(grid, head, columns, lines))
    years, months, place = f"»{grid[head, at]}«", f"»{grid[head, to]}«", of_sheet(sheet.name)
    told = [f"{place}{years} og {months} er læst sammen som én måned."]
    if any(not line.fresh for line in lines):
        told.append(f"{place}Hvor {years} er tom, gælder årstallet i den nærmeste række over.")
    marks = replace(sheet.marks, years=frozenset({at}))
    return MonthsOfSheet(replace(sheet, marks=marks), tuple(lines), others, problems, tuple(told))


def _left(grid: np.ndarray, head: int, columns: Spot, lines: Sequence[Line]) -> Iterator[tuple[Spot, object]]:
    """The cells of the column of years without what is joined; what says something else of its row goes to the month's.

    That is a sum's name, a note, or another year than that of the month which an empty cell would be filled with.
    """
    at, to = columns
    figures = pd.notna(np.delete(grid, columns, axis=1)).any(axis=1)
    own, before = {line.at[0]: line.year for line in lines}, None
    for p in range(head, len(grid)):
        before = own.get(p, before)
        said, cell = grid[p, at], grid[p, to]
        named = month_parts.year(said)
        if p > head and said is not None and cell is None and named != before and (figures[p] or not named):
            yield (p, to), written(said)
        yield (p, at), None


def _across(sheet: Sheet, grid: np.ndarray, p: int) -> MonthsOfSheet:
    """Years in the row over a row of months."""
    cells = [((p - 1, c), (p, c)) for c in range(grid.shape[1])]
    lines, wrong = _lines(grid, cells)
    problems = tuple(_wrong(sheet, grid, one, other, str(grid[other])) for one, other in wrong
                     if any(map(str.isdigit, str(grid[one]))))
    if not problems:  # words over a month are a group's name, and the month is nobody's
        lines = [line for line in lines if line.year != UNDECIDED]
    others: dict[Spot, object] = {one: None for one, _ in cells if month_parts.year(grid[one])}
    told = f"{of_sheet(sheet.name)}Årstallene i rækken over månederne er læst sammen med dem."
    return MonthsOfSheet(sheet, tuple(lines), others, problems, (told,))


def _lines(grid: np.ndarray, cells: Sequence[tuple[Spot, Spot]]) -> tuple[list[Line], list[tuple[Spot, Spot]]]:
    """The months with their years, in order, and the (year's, month's) cells that do not go together.

    A month above the first year has none here.
    """
    now, fresh, told = None, False, False
    lines, wrong = [], []
    for one, other in cells:
        said, number = grid[one], month_parts.number(grid[other])
        if said is not None and normalise(str(said)) not in YEAR_WORDS and (month_parts.year(said) or number):
            now, fresh, told = month_parts.year(said), True, True
            whole = month_parts.whole_year(grid[other]) if now and not number and grid[other] is not None else None
            if now is None or whole not in (None, now):
                wrong.append((one, other))
        if number and told:
            lines.append(Line(other, number, now or UNDECIDED, fresh))
            fresh = now is None
    return lines, wrong


def _wrong(sheet: Sheet, grid: np.ndarray, one: Spot, other: Spot, column: str) -> Problem:
    """That a cell is no year, or that the month beside it is another year's."""
    row, said = int(sheet.cells.index[one[0]]), grid[one]
    meant = month_parts.meant_year(said)
    place = f"Række {row}, kolonne »{column}«"
    text = NO_YEAR.format(quoted(str(written(said))))
    if month_parts.year(said):
        text = APART.format(month_parts.year(said), quoted(str(written(grid[other]))))
    return Problem("fejl", GATE, f"{place}: {text}", reason=text, sheet=sheet.name or None, row=row,
                   column=column, cell=address(row, one[1]),
                   suggestion=str(meant) if meant else None)
