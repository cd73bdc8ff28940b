"""The months of a sheet that are joined to years, and the question whether the year turns where they turn back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

import pandas as pd

from model.basics.formatting import month_key, month_long, month_name, plural
from model.intake.files.workbook import Sheet, column_letters
from model.intake.report import Option, Problem

GATE = 2
TURNS, SAME = "turns", "same"
ASKED = ("Årstallet er ikke skrevet igen, hvor månederne går fra {} til {}{}. Skifter året der? Svar, eller skriv "
         "årstallet ved månederne.")
UNDECIDED = 2000  # stands for the year of months while nobody has said it
Spot = tuple[int, int]  # a cell's position: row, column


@dataclass(frozen=True)
class Line:
    """A month that a cell names without its year. fresh: whether a year was said since the month before."""

    at: Spot
    number: int
    year: int
    fresh: bool


@dataclass(frozen=True)
class MonthsOfSheet:
    """One sheet's months with their years. others: cells that get another text, whatever the years are."""

    sheet: Sheet
    lines: tuple[Line, ...] = ()
    others: Mapping[Spot, object] | None = None
    problems: tuple[Problem, ...] = ()
    told: tuple[str, ...] = ()

    @cached_property
    def _falls(self) -> bool:
        """Whether the months go backwards down the sheet."""
        steps = [(b.number - a.number) % 12 for a, b in pairwise(self.lines) if not b.fresh and a.number != b.number]
        back = sum(step > 6 for step in steps)
        return back >= 2 and back * 2 > len(steps)

    @cached_property
    def turns(self) -> list[tuple[Line, Line]]:
        """(before, after) where the months go against their order though no year is said."""
        return [(a, b) for a, b in pairwise(self.lines)
                if not b.fresh and (b.number > a.number if self._falls else b.number < a.number)]

    def months(self, *, turned: bool) -> dict[Spot, date]:
        """Where each month stands, and which it is when the years turn as the months do or not."""
        after, shift, months = {b.at for _, b in self.turns} if turned else set(), 0, {}
        for line in self.lines:
            shift = 0 if line.fresh else shift + (line.at in after) * (-1 if self._falls else 1)
            months[line.at] = date(line.year + shift, line.number, 1)
        return months

    def read(self, *, turned: bool) -> Sheet:
        """The sheet with whole months."""
        months = {at: month_key(month) for at, month in self.months(turned=turned).items()}
        return changed(self.sheet, {**(self.others or {}), **months}) if months or self.others else self.sheet

    @property
    def options(self) -> tuple[Option, ...]:
        """What the month where the year may turn is then."""
        at = self.turns[0][1].at
        return tuple(Option(value, f"{word}, {self._where(at)} er {month_long(self.months(turned=turned)[at])}")
                     for value, word, turned in ((TURNS, "Ja", True), (SAME, "Nej", False)))

    def question(self, name: str) -> Problem:
        """Whether the year turns."""
        more = len(self.turns) - 1
        again = f" (og tilsvarende {plural(more, 'sted', 'steder')} til)" if more else ""
        return Problem("fejl", GATE, ASKED.format(*self._ends(), again), sheet=self.sheet.name or None, question=name,
                       row=int(self.sheet.cells.index[self.turns[0][1].at[0]]), options=self.options)

    def answered(self, *, turned: bool) -> str:
        """What is told of the answer."""
        return (f"{of_sheet(self.sheet.name)}Året {'skifter' if turned else 'er det samme'}, hvor månederne går fra "
                f"{' til '.join(self._ends())}.")

    def _ends(self) -> list[str]:
        return [f"{_name(line.number)} ({self._where(line.at)})" for line in self.turns[0]]

    def _where(self, at: Spot) -> str:
        across = self.lines[0].at[0] == self.lines[-1].at[0]
        return f"kolonne {column_letters(at[1])}" if across else f"række {self.sheet.cells.index[at[0]]}"


def of_sheet(sheet: str) -> str:
    """The sheet's name before what is told of it."""
    return f"Ark »{sheet}«: " if sheet else ""


def changed(sheet: Sheet, cells: Mapping[Spot, object]) -> Sheet:
    """The sheet with other texts in some cells, by their positions."""
    grid = sheet.cells.to_numpy(dtype=object, copy=True)
    for at, text in cells.items():
        grid[at] = text
    return replace(sheet, cells=pd.DataFrame(grid, index=sheet.cells.index, columns=sheet.cells.columns, dtype=object))


def _name(month: int) -> str:
    return month_name(date(UNDECIDED, month, 1))
