"""What reading hands on: sheets of raw cells, and the refusal that takes their place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from model.basics.personal_data import has_cpr
from model.intake.report import Problem, Severity

GATE = 1  # the file itself
CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
LISTED = 50  # problems of one kind told one by one; the rest are counted


@dataclass(frozen=True)
class Area:
    """Cells that are merged into one: rows as the spreadsheet shows them, columns counted from 0, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, reference: str) -> "Area":
        """The area that a spreadsheet writes ``D2:E3``."""
        ends = [CELL.fullmatch(end) for end in reference.split(":")]
        (left, top), (right, bottom) = ((column_index(end[1]), int(end[2])) for end in ends if end)
        return cls(min(top, bottom), min(left, right), max(top, bottom), max(left, right))

    def __str__(self) -> str:
        """The area as a spreadsheet writes it."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


@dataclass(frozen=True)
class Marks:
    """What a sheet shows beside its values: hidden rows (as shown) and columns (from 0), and merged cells.

    years: columns of years that were joined to the months beside them. months: cells (row, column from 0) with a day of
    which the month alone is shown.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    years: frozenset[int] = frozenset()
    months: frozenset[tuple[int, int]] = frozenset()


NO_MARKS = Marks()


@dataclass(frozen=True)
class Sheet:
    """Raw cells. ``cells``: object columns 0..n-1, index = the row numbers a spreadsheet shows, empty = None.

    A text file gives str cells and the name ``""``; a workbook str, int, float, bool and datetime.
    """

    name: str
    cells: pd.DataFrame
    marks: Marks = NO_MARKS


@dataclass(frozen=True)
class Workbook:
    """One file as it was read.

    problems: warnings, and errors of one ``cell`` each, which may be mended there. What else blocks a file is raised
    as FileRefused. hidden: sheets that are never used, so that what is in them can be accounted for.
    """

    file_name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    hidden: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Place:
    """A cell: the sheet's name, the row as the spreadsheet shows it, the column counted from 0."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True)
class Aside:
    """A text beside the cells: ``place`` says in Danish where; ``shared``: kept for cells, so one may show it too."""

    place: str
    text: str
    sheet: str | None = None
    shared: bool = False


@dataclass(frozen=True)
class Content:
    """What one reader got out of the bytes, before it is searched for personal data.

    ``hidden`` sheets and ``asides`` are searched and never used. ``marked``: numeric cells that look like a CPR number.
    ``rows``: the only rows that need a closer look for personal data, as their row numbers; None = all.
    """

    sheets: tuple[Sheet, ...]
    hidden: tuple[Sheet, ...] = ()
    asides: tuple[Aside, ...] = ()
    marked: tuple[Place, ...] = ()
    rows: tuple[int, ...] | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class FileRefused(Exception):
    """A file that fails the first gate, with every reason. Never says what a cell holds."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Carry the problems; the message is their Danish texts."""
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.text for problem in self.problems))


def problem(text: str, *, sheet: str | None = None, row: int | None = None, column: str | None = None,
            severity: Severity = "fejl", cell: str | None = None, suggestion: str | None = None) -> Problem:
    """A problem of the first gate; one with a ``cell`` may be mended by writing another text in it."""
    return Problem(severity=severity, gate=GATE, text=text, sheet=sheet or None, row=row, column=column, cell=cell,
                   suggestion=suggestion)


def refusal(text: str) -> FileRefused:
    """A refusal for one reason that concerns the whole file."""
    return FileRefused((problem(text),))


def listed(problems: Sequence[Problem], rest: str) -> list[Problem]:
    """The first problems one by one and ``rest`` (with ``{}`` for how many) for those left over."""
    left = len(problems) - LISTED
    return [*problems[:LISTED], *([problem(rest.format(left))] if left > 0 else [])]


def shown_name(sheet: str) -> str:
    """A sheet's name for a message; one that holds personal data is not repeated."""
    return "(navnet vises ikke)" if has_cpr(sheet) else sheet


def column_letters(index: int) -> str:
    """A column's letters as a spreadsheet shows them: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A column counted from 0 by its letters: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def address(row: int, column: int) -> str:
    """A cell as a spreadsheet names it; the column is counted from 0."""
    return f"{column_letters(column)}{row}"


def trimmed(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells without the empty rows and columns at the end; row numbers stay."""
    filled = cells.notna().to_numpy()
    rows, columns = filled.any(axis=1).nonzero()[0], filled.any(axis=0).nonzero()[0]
    if not len(rows):
        return cells.iloc[:0, :0]
    return cells.iloc[: rows[-1] + 1, : columns[-1] + 1]
