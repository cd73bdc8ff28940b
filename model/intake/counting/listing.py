"""A list of people or of answers, with only what may be counted: columns are let in, and nothing else is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from model.intake.account.account import Account, Group
from model.intake.cells.presence import Presence
from model.intake.report import Correction, Problem

COUNTED = "Talt"  # what the counted table is called as a sheet, where no sheet of the file is called so


class Use(StrEnum):
    """What a column that is let in says of the person or the answer on a row."""

    DAY = "kursusdag"
    PLACE = "jobcenter"
    ROLE = "rolle"
    MARK = "fremmoede"  # ticks or words for what became of a person
    RATING = "tilfredshed"  # how satisfied they were, in a word or a number
    SCORE = "score"  # ticked when it is the answer
    COUNT = "antal"  # how many gave the answer of the row: a table of answers that is counted already
    SENT = "udsendt"
    ANSWERED = "besvaret"


@dataclass(frozen=True)
class Column:
    """One column that is let in. texts: a cell each row, "" where it is empty.

    meaning, day, score: what a tick says, the course day a heading says it of, and the answer it is.
    """

    use: Use
    position: int
    heading: str
    texts: tuple[str, ...]
    meaning: Presence = Presence.CAME
    day: str | None = None
    score: int | None = None
    also: tuple[int, ...] = ()  # other columns that say the same thing, one of them a row

    @property
    def shown(self) -> str:
        """What it is called in a question."""
        return "dagene" if self.name == "dage" else f"»{self.heading}«"

    @property
    def name(self) -> str:
        """What answers about its words are remembered under."""
        if self.use is not Use.MARK:
            return self.use.value
        return "dage" if self.day and self.meaning is Presence.CAME else self.meaning.value


@dataclass(frozen=True)
class Stacked:
    """One of several tables on a sheet. rows: its first and last; title: as far as it may be told; key: what a person
    chooses it by. groups: its numbers that are counted.
    """

    rows: tuple[int, int]
    title: str
    key: str
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class ListedSheet:
    """One sheet's list. number: which of the file's. rows: as the spreadsheet numbers them. said: lines over it, as far
    as they speak of what is counted: the course day, the jobcenter and whether they registered or came.

    twins: positions of rows that are wholly like an earlier one, people's names too. sums: how many rows add up others;
    total: what they say. series: the course that »Dag 1« is of (``day_series.Series.name``). shares: the answers are
    told in percentages alone. steps: of a scale that has not five. broken: a row between the others that is about
    another day or jobcenter. hidden: how many of the rows are hidden.
    left_out: letters of the columns that are not let in. stacked: which table it is, where its sheet has several.
    """

    number: int
    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    day: str | None = None
    place: str | None = None
    heard: Presence | None = None
    twins: tuple[int, ...] = ()
    sums: int = 0
    total: int | None = None
    series: str | None = None
    shares: bool = False
    steps: int | None = None
    broken: int | None = None
    hidden: int = 0
    left_out: tuple[str, ...] = ()
    stacked: Stacked | None = None

    def of(self, use: Use) -> tuple[Column, ...]:
        """The columns of one use."""
        return tuple(column for column in self.columns if column.use is use)

    def first(self, use: Use) -> Column | None:
        """The column of a use there is one of."""
        return next(iter(self.of(use)), None)


@dataclass(frozen=True)
class Listing:
    """A file's lists. counted, waiting: the account of its numbers when it is counted, and until then.

    table: what the counted table is called. given: the corrections of the file's own cells as they were asked for;
    corrections: those that were made; wrong: why others could not be; unused: cells of columns that are not let in;
    taken_out: the numbers that are in it no more.
    """

    dataset: str
    sheets: tuple[ListedSheet, ...]
    file_name: str
    sha256: str
    fingerprint: str
    counted: Account
    waiting: Account
    skipped: tuple[int, ...] = ()  # the numbers of sheets that are no such list
    beside: tuple[tuple[int, int], ...] = ()  # rows of other tables on the sheets
    table: str = COUNTED
    given: tuple[Correction, ...] = ()
    corrections: tuple[Correction, ...] = ()
    wrong: tuple[Problem, ...] = ()
    unused: tuple[str, ...] = ()
    taken_out: tuple[Group, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether the file itself says how many gave each answer, so that nobody needs to say that it is a list."""
        return all(sheet.first(Use.COUNT) for sheet in self.sheets)

    @property
    def rows(self) -> int:
        """How many people or answers there are."""
        return sum(len(sheet.rows) for sheet in self.sheets)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The letters of all columns that are not let in, each once."""
        return tuple(dict.fromkeys(letter for sheet in self.sheets for letter in sheet.left_out))

    def is_given(self, corrections: Iterable[Correction]) -> bool:
        """Whether these corrections, but for those of the counted table, are the ones it was read with."""
        return self.given == tuple(each for each in corrections if each.sheet != self.table)

    def columns(self) -> Iterator[Column]:
        """The columns of every sheet."""
        return (column for sheet in self.sheets for column in sheet.columns)


def keys(columns: Iterable[Column], row: int) -> tuple[str, ...]:
    """What tells the people of a row from others, as it is written: the course day, the jobcenter and the role."""
    return tuple(column.texts[row] for column in columns if column.use in (Use.DAY, Use.PLACE, Use.ROLE))
