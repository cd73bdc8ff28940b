"""What a check of a file says: the problems, the figures it would write, and what it needs to know first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import pandas as pd

from model.basics.formatting import capital
from model.intake.account.account import Account

if TYPE_CHECKING:
    from model.intake.counting.counted import Counted
    from model.intake.counting.listing import Listing
    from model.intake.files.workbook import Workbook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Severity = Literal["fejl", "advarsel"]
Status = Literal["refused", "question", "ready", "unchanged"]


WRONG, AGAIN = "wrong", "again"  # that what stands there is wrong; that a centre opened again on a day to be written
MENDED = (WRONG, AGAIN)  # the answers by which a file is to be mended, which hold for that file alone


@dataclass(frozen=True)
class Option:
    """One answer to a question: what a program gives, and what a person reads."""

    value: str
    words: str


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it stands and what to do about it (Danish, never a CPR number)."""

    severity: Severity
    gate: int  # 1 the file, 2 the columns, 3 the keys, 4 the logic
    text: str
    sheet: str | None = None
    row: int | None = None  # as the spreadsheet numbers it
    column: str | None = None  # the sender's heading
    jobcenter: str | None = None  # code, when the problem belongs to one
    month: date | None = None
    reason: str = ""  # what is wrong, without the place that ``text`` begins with
    rows: tuple[int, ...] = ()  # all the rows it is about, when they are several
    cell: str | None = None  # the one cell it is about, as a spreadsheet names it: ``B8``
    suggestion: str | None = None  # what probably should stand in that cell
    question: str | None = None  # the id by which it is answered, when it is a question; it is a fejl until then
    options: tuple[Option, ...] = ()  # the answers a question takes; none: the text that should stand in the cell
    if_counted: str = ""  # the text where the file may be counted as a list
    more: int = 0  # how many others like those that are told one by one it stands for
    remedy: str = ""  # what to do about it, where ``reason`` does not say so itself
    beside: tuple[str, ...] = ()  # the cells of its sheet that the one it is about is held against
    heads: bool = False  # its row says what those under it are: left out alone, it would make them the table's own

    @property
    def brief(self) -> str:
        """The text beside columns that have the place of it."""
        return brief([self])


def brief(problems: Sequence[Problem]) -> str:
    """What is wrong with one cell, and what to do about it once, beside columns that have the place of it."""
    remedies = dict.fromkeys(p.remedy for p in problems if p.reason and p.remedy)
    return " ".join([*(capital(p.reason or p.text) for p in problems), *remedies])


@dataclass(frozen=True)
class Correction:
    """One change that a person makes to a file: another text in a cell, or a row left out (value None, cell ``8``)."""

    sheet: str
    cell: str
    value: str | None
    was: str = ""  # what stood there

    @property
    def row(self) -> int:
        """The row as the spreadsheet numbers it."""
        return int(self.cell.lstrip(LETTERS))


@dataclass(frozen=True)
class Heading:
    """One column of the sender's that nobody has mapped yet, with what a person needs to recognise it."""

    index: int
    heading: str
    samples: tuple[str, ...]
    guess: str | None = None  # a field or key name, "ignore", or None
    month: date | None = None  # the column's own month, from a heading above it
    key: str = ""  # the heading in normalised form, as a profile remembers it


@dataclass(frozen=True)
class Question:
    """What must be answered before the file can be checked: unknown headings, months, or which sheet."""

    text: str
    headings: tuple[Heading, ...] = ()  # columns to map; empty when the mapping is known
    needs_month: bool = False
    month_guess: date | None = None  # from the title line or the file's name
    needs_outcome_month: bool = False  # »Hvilken måned hører udfaldene til?«
    outcome_month_guess: date | None = None
    sheets: tuple[str, ...] = ()  # candidates, when it must be said which one
    fingerprint: str = ""
    asked: tuple[int, ...] = ()  # the headings nobody knows; the others are shown for approval
    refusal: tuple[Problem, ...] = ()  # the same as errors, for a program that cannot be asked


@dataclass(frozen=True)
class Answers:
    """A person's answers to a Question. ``columns`` maps column index to a field/key name or ``"ignore"``."""

    columns: dict[int, str] = field(default_factory=dict)
    months: dict[int, date] = field(default_factory=dict)  # a column's own month
    month: date | None = None
    outcome_month: date | None = None
    sheet: str | None = None
    profile_name: str | None = None  # remember the mapping under this name when the file is saved
    approved: bool = False  # the person has seen the mapping, months and total rows, and said yes
    said: dict[str, str] = field(default_factory=dict)  # answers to ``Problem.question`` by its id
    anew: frozenset[str] = frozenset()  # questions that are asked whatever was answered about an earlier file
    corrections: tuple[Correction, ...] = ()
    count: bool = False  # count the file, which is a list with one row a person or an answer
    keep_original: bool = False  # the sender says that nothing in it that is not used is about a person


CHANGE_TYPES = {"jobcenter": object, "month": "datetime64[us]", "measure": object, "value": "Int64", "mark": object,
                "text": object, "old_value": "Int64", "old_mark": object, "old_text": object, "kind": object,
                "row": "Int64", "column": object, "sheet": object, "position": "Int64"}


def no_changes() -> pd.DataFrame:
    """The frame of ``Report.changes`` without a row."""
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in CHANGE_TYPES.items()})


@dataclass(frozen=True)
class Report:
    """The result of checking one file against the database as it was at ``data_version``.

    ``changes`` holds every value the file states, of figures one row per jobcenter × month × measure: jobcenter (code),
    month (datetime64), measure, value (Int64), mark, text, old_value (Int64), old_mark, old_text,
    kind (new | changed | unchanged), row (the spreadsheet's), column (the sender's heading), sheet, position (the
    file's column from 0; missing where a form stated it); of records those of ``laying.COLUMNS``.
    """

    dataset: str
    file_name: str
    sha256: str
    status: Status
    data_version: int
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]  # what was skipped, recognised or read in a special way; shown, never silent
    changes: pd.DataFrame
    without: tuple[str, ...] = ()  # codes left out on purpose
    question: Question | None = None
    already: tuple[int, datetime] | None = None  # the standing upload with the very same bytes
    answers: Answers | None = None  # what the mapping rested on, for saving it as a profile
    fingerprint: str = ""
    mapping: tuple[Heading, ...] = ()  # how every heading is read: ``guess`` is what it became, ``month`` its own month
    outcome_lag: int | None = None  # months from outcomes back from activation, for the profile
    jobcenters: tuple[str, ...] = ()  # codes of everybody in the file, errors or not; those left out included
    corrections: tuple[Correction, ...] = ()  # the changes made to the file before it was checked, as they are kept
    mended: str = ""  # tells files of the same bytes and other corrections apart
    columns: dict[tuple[str, int], str] = field(default_factory=dict)  # (sheet, column from 0) -> what it is read as
    headed: dict[str, tuple[int, ...]] = field(default_factory=dict)  # sheet -> rows of its headings, the last proper
    joined: frozenset[tuple[str, int]] = frozenset()  # (sheet, row) of what is part of another row's record
    account: Account | None = None  # what became of every number; None when the file was not read so far
    workbook: "Workbook | None" = None  # the cells as they were checked; None when nothing of the file may be kept
    listing: "Listing | None" = None  # the list that may be counted, with nothing else of the file
    answered: tuple[Problem, ...] = ()  # the questions that are answered, each with its answer as what is suggested
    counted: "Counted | None" = None  # the list as it was counted, whose table is what was checked

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that block the file."""
        return tuple(p for p in self.problems if p.severity == "fejl")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that need a written reason."""
        return tuple(p for p in self.problems if p.severity == "advarsel")

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many values are new, changed and unchanged."""
        kinds = Counter(self.changes["kind"].tolist())
        return {kind: kinds[kind] for kind in ("new", "changed", "unchanged")}
