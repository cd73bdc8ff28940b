"""What a dataset is declared with: its columns, and what is true of it that other datasets need not share.

Reading, checking, templates, forms, the description in the app and the documentation all come from the declarations.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

import pandas as pd
from sqlmodel import SQLModel

from model.store.tables.base import Figure

Kind = Literal["count", "number", "text", "choice", "date", "month", "jobcenter", "code", "name", "course_day",
               "measure"]


@dataclass(frozen=True)
class Column:
    """One column: its name, the Danish heading a user meets, what its cells hold, and the table column they are stored
    in; a figure's is the measure it is stored as.
    """

    name: str
    heading: str
    kind: Kind
    column: str
    aliases: tuple[str, ...] = ()
    choices: dict[str, tuple[str, ...]] | None = None  # stored value -> other spellings
    things: bool = False  # a count of things, not of persons: a range of it is not taken for one that hides a few
    withdraws: str | None = None  # the choice by which a record that stands does not count
    part_of: str | None = None  # the whole this count is a part of (part <= whole)
    out_of: str | None = None  # the count it may be told out of, though it may exceed it: »6 af 8«, »alle«
    unit: str = "1"  # what a tick in the place of the count says: »1 person«
    nought: str = "0"  # what a word for none says: »0 (mødte ikke)«
    every: str = "alle"  # what a word for all says: »alle tilmeldte«
    stems: tuple[str, ...] = ()  # of words that say in a title, or in a heading beside a key, that it is counted
    outcome: bool = False  # known only weeks later, so often reported with a later month's file
    said: str = ""  # after a number in a sentence (»61 i virksomhedspraktik«), when it is not the heading
    long: bool = False  # only in files with one figure to a row, never in our own template
    future: bool = False  # a date that may lie ahead
    ends: bool = False  # a date on which something ends: of a month, its last day
    lasts: bool = False  # a date until which something goes on day by day: »d.d.« says that it still does
    longest: int = 1000  # characters of a text
    goes_with: tuple[str, Mapping[str, tuple[str, ...]]] | None = None  # a key, and the choices that go with its values
    offered: tuple[str, ...] = field(default=(), compare=False)  # the choices a remedy names, where they are not all
    otherwise: str | None = None  # a choice that says nothing where nothing else was said
    holds: str = ""  # what its cells hold, in a few words, when its kind does not say it
    given: bool = False  # a key that is given to records which come from a file without a column of it

    @property
    def phrase(self) -> str:
        """How a count of it is said in a sentence: ``i virksomhedspraktik``, ``afsluttede forløb``."""
        return self.said or self.heading[:1].lower() + self.heading[1:]

    @property
    def whole(self) -> str | None:
        """The count it is told out of."""
        return self.out_of or self.part_of


@dataclass(frozen=True)
class Noun:
    """What one value is called, bent as the sentences around it need: ``1 tal``, ``2 tal``, ``nyt tal``, ``det``,
    ``tallene``.
    """

    one: str
    many: str
    new: str
    it: str
    them: str


@dataclass(frozen=True)
class Spoken:
    """What speaks of a dataset beside its columns, as parts of normalised texts.

    named: in the file's name and in the lines over the table. subject: in a file that is not recognised. title: a text
    that stands alone in one.
    """

    named: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    title: tuple[str, ...] = ()


@dataclass(frozen=True)
class Typed:
    """What is said of a form of it: that a field ({}) holds a CPR number, that nothing is typed, that it stands so."""

    cpr: str = ("Feltet »{}« indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. Skriv det igen uden "
                "personoplysninger.")
    nothing: str = "Der er ikke udfyldt noget. Skriv mindst ét felt."
    same: str = "Det står allerede sådan. Der er ikke noget at gemme."


Row = Mapping[str, str]  # what is filled in of a row, by the columns' names


@dataclass(frozen=True)
class Beforehand:
    """What a template's rows are filled in from: jobcenters (code -> name), course days and standing records.

    Shapes: ``record_facts.course_days``, and by dataset ``record_facts.records``. about: the month or the course day.
    """

    names: Mapping[str, str]
    course_days: pd.DataFrame = field(default_factory=pd.DataFrame)
    records: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    about: date | str | None = None


def _no_rows(known: Beforehand) -> list[Row]:
    return []


RECORD = Noun("oplysning", "oplysninger", "ny", "den", "oplysningerne")
MEND_ROWS = "Ret dem, der er forkerte, eller slet dem."


@dataclass(frozen=True)
class Dataset:
    """A kind of file: its key columns, its value columns, the table they are stored in and what it is called.

    rules: the module of its rules (see ``rules.ruling``). of_day: what a row may say of its whole course day besides,
    whoever it is about; stored as a record of COURSE_DAYS. beside: names of the datasets that its rules look at, too.
    """

    name: str
    title: str
    table: type[SQLModel]
    keys: tuple[Column, ...]
    fields: tuple[Column, ...]
    rules: str
    spoken: Spoken = Spoken()
    noun: Noun = RECORD
    public: Literal["whole", "never"] = "never"  # what of it is told outside: sums over all alone, or nothing
    bare: bool = False  # whether the key alone says something: a centre opened
    of_day: tuple[Column, ...] = ()
    beside: tuple[str, ...] = ()
    persons: bool = False  # whether a sender's list may have a row for each person that is counted
    for_all: bool = False  # whether what is answered of the words in one sender's files holds for everybody's
    page: str = ""  # the address of the page that shows what an upload holds
    typed: Typed = Typed()
    missing: str = "ikke oplyst"  # what is said of a value that its sender does not have
    short: str = ""  # the title where there is little room, when it is not the same
    asks: Literal["", "month", "course_day"] = ""  # what a template of it is for, where its rows do not say it
    beforehand: Callable[[Beforehand], list[Row]] = _no_rows  # its rows, filled in before it is sent
    how: tuple[str, ...] = ()  # how its sheet is filled in, where that is not what holds for all (see ``templates``)
    offered: bool = True  # whether such files may come; what came before stays in the ledger all the same
    twice: str = MEND_ROWS  # what to do about rows of one key that say different things; {}: what they add up to

    @property
    def is_figures(self) -> bool:
        """Whether a row states figures of a jobcenter and month, stored one by one; else it states one record."""
        return self.table is Figure

    @property
    def is_of_units(self) -> bool:
        """Whether each row is about a jobcenter."""
        return self.is_figures or any(part.kind == "jobcenter" for part in self.parts)

    @property
    def sheet(self) -> str:
        """What a sheet of them is called."""
        return self.short or self.title

    @property
    def parts(self) -> tuple[Column, ...]:
        """Keys, then what is stated."""
        return (*self.keys, *self.stated)

    @property
    def stated(self) -> tuple[Column, ...]:
        """All that a row may say besides its key."""
        return (*self.fields, *self.of_day)

    @property
    def event(self) -> Column | None:
        """The column that says whether a course day is cancelled; None in a dataset of anything else."""
        return next((part for part in self.stated if CANCELLED in (part.choices or {})), None)

    @property
    def withdrawal(self) -> Column | None:
        """The column by which a record that stands may not count; None where every record does."""
        return next((part for part in self.stated if part.withdraws), None)

    def field(self, name: str) -> Column:
        """The key or value column of that name. Raises KeyError."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {part.name: part for part in self.parts}

    def tied(self) -> dict[str, tuple[Column, ...]]:
        """The counts that rules hold together, by the name of the whole they are all parts of, or its parts of."""
        counts = [f for f in self.fields if f.kind == "count"]
        return {whole.name: tuple(f for f in counts if self._whole_of(f) == whole)
                for whole in counts if whole.part_of is None}

    def _whole_of(self, column: Column) -> Column:
        return column if column.part_of is None else self._whole_of(self.field(column.part_of))


CANCELLED, HELD = "aflyst", "holdes"  # a course day that is not held, and one that is held after all
