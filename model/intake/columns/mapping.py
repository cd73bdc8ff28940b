"""From labels to a plan: which column holds the jobcenter, which the month, and what every other column shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from model.basics.formatting import month_key, month_long
from model.intake.cells.count_text import NUMERIC
from model.intake.checks.naming import MOST, rest
from model.intake.columns import doubles, explained, fitting, profiles
from model.intake.columns.doubles import Double, One, Settled
from model.intake.columns.labels import ACTIVATED, Label, is_sum
from model.intake.columns.layout import Table
from model.intake.columns.vocabulary import IGNORE, PLACES, Vocabulary
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import CODE, MEASURE, MONTH, NAME, VALUE
from model.intake.known import Profile
from model.intake.mending.question_ids import question_id
from model.intake.report import Answers, Problem
from model.intake.tables import around
from model.programmes.current import PROGRAMME

GATE = 2
TOO_WIDE = ("Række {} har tal eller tekst til højre for den sidste overskrift (»{}«). Der står nok et skilletegn inde "
            "i et tal eller en tekst, så resten af rækken er rykket til højre. Ret rækken, skriv en overskrift over "
            "kolonnen, eller gem filen med semikolon som skilletegn eller som .xlsx.")
PARTS = {part.name for part in PROGRAMME.playing("part")}  # added up where the file has no total of them


@dataclass(frozen=True)
class Column:
    """One column of figures. field None: the row's label or the sheet says which; likewise month and place."""

    position: int
    heading: str
    field: str | None
    month: date | None
    place: str | None


@dataclass(frozen=True)
class Plan:
    """How one table is read. places, month, measure: stub columns. measures: row label's key -> field."""

    table: Table
    labels: tuple[Label, ...]
    places: tuple[int, ...]
    codes: frozenset[int]  # those of ``places`` that hold codes
    month: int | None
    measure: int | None
    columns: tuple[Column, ...]
    measures: dict[str, str]

    @property
    def names(self) -> dict[int, str]:
        """What each column that is read is read as: a key's or a field's name."""
        keys = {p: CODE.name if p in self.codes else NAME.name for p in self.places}
        keys |= {at: key.name for at, key in ((self.month, MONTH), (self.measure, MEASURE)) if at is not None}
        return {c.position: c.field or VALUE.name for c in self.columns} | keys

    @property
    def dated(self) -> bool:
        """Whether every figure's month stands in the file itself."""
        columns = bool(self.columns) and all(c.month for c in self.columns)
        return self.month is not None or self.table.month is not None or columns

    @property
    def placed(self) -> bool:
        """Whether the table says whose every figure is."""
        return bool(self.places) or self.table.place is not None or all(c.place for c in self.columns)

    @property
    def special(self) -> bool:
        """Whether a person should see first how it is read: months or jobcenters across, a sheet's measure."""
        return any(c.month or c.place for c in self.columns) or any(label.where == "sheet" for label in self.labels)

    @property
    def complete(self) -> bool:
        """Whether it has figures and says whose they are."""
        return bool(self.columns) and self.placed


def fingerprint(labels: Iterable[Label]) -> str:
    """What a profile is remembered under: the headings, without months and jobcenters that change from file to file."""
    return profiles.fingerprint(label.key for label in labels if not label.key.startswith("across"))


def answered(labels: list[Label], answers: Answers | None, profile: Profile | None,
             vocabulary: Vocabulary) -> list[Label]:
    """The labels with a person's answers, else the profile's, laid over what the vocabulary says."""
    names = (*vocabulary.keys, *vocabulary.fields)
    meanings = explained.columns({label.index: label.key for label in labels}, answers, known=names)
    targeted = []
    for label in labels:
        meaning = meanings.get(label.index) or (profile.target(label.key) if profile else None)
        possible = (IGNORE, *explained.may_be(label.key, vocabulary.dataset))
        target = meaning if meaning in possible else label.target
        why = label.why if target == label.target else "known"
        month = label.month
        if answers and answers.months:
            month = answers.months.get(label.index, label.month if label.key.startswith("across") else None)
        targeted.append(replace(label, target=target, why=why, month=month))
    return targeted


def plan(table: Table, labels: list[Label], dataset: Dataset) -> Plan:
    """What the labels' targets make of the table."""
    columns = [label for label in labels if label.where == "column"]
    at = defaultdict(list)
    for label in columns:
        at[label.target].append(label.position)
    places = tuple(at[CODE.name] + at[NAME.name])
    keys = (*PLACES, MONTH.name, MEASURE.name, IGNORE, None)
    sheet = next((label.target for label in labels if label.where == "sheet"), None)
    figures = [label for label in columns if label.target not in keys]
    read = [_figures(label, None if at[MEASURE.name] else sheet) for label in figures]
    return Plan(
        table=table, labels=tuple(labels), places=places, codes=frozenset(at[CODE.name]),
        month=at[MONTH.name][0] if at[MONTH.name] else None, measure=at[MEASURE.name][0] if at[MEASURE.name] else None,
        columns=tuple(_of_the_row(read, dataset)),
        measures={label.key: label.target for label in labels if label.where == "row"
                  and label.target not in (None, IGNORE)})


def _figures(label: Label, sheet: str | None) -> Column:
    field = label.target if label.target != VALUE.name else label.field or sheet
    return Column(label.position, label.text, field, label.month, label.place)


def _of_the_row(columns: list[Column], dataset: Dataset) -> list[Column]:
    """A remark under the last of several months belongs to the row's own month: activation's."""
    kinds = {c.position: dataset.field(c.field) for c in columns if c.field in {f.name for f in dataset.fields}}
    counted = [c for c in columns if c.month and (c.position not in kinds or kinds[c.position].kind == "count")]
    now = [c.month for c in counted if c.position not in kinds or not kinds[c.position].outcome] or [
        c.month for c in counted]
    main = max(now, key=now.count, default=None)
    names = [c.field for c in columns]
    return [replace(c, month=main) if c.month and c.position in kinds and kinds[c.position].kind != "count"
            and names.count(c.field) == 1 else c for c in columns]


def unknown(mapped: Plan, vocabulary: Vocabulary) -> list[Label]:
    """The labels somebody must explain: the rest of what is not known is merely extra.

    Asked about: a known heading over something else; a sum beside both kinds of activation, which would else be added
    up; what resembles a column of ours that the file does not have; figures nobody knows, when they are more than the
    figures we know; and everything while the table has no figures or says not whose they are.
    """
    open_ones = [label for label in mapped.labels if label.target is None]
    used = {label.target for label in mapped.labels}
    known = sum(label.target in vocabulary.fields for label in mapped.labels)
    figures = [label for label in open_ones if label.numeric and label.where == "column"]
    lost = not mapped.columns or not mapped.placed or not mapped.table.certain
    asked = []
    for label in open_ones:
        alike = label.guess is not None and label.guess not in used and not (label.guess in PLACES and mapped.placed) \
            and vocabulary.is_close(label.text, label.guess)
        summed = label in figures and ACTIVATED not in used and used >= PARTS and is_sum(label, vocabulary)
        needed = summed or label.where == "sheet" or (label.where == "row" and label.numeric)
        if lost or alike or needed or label.doubted or (label in figures and len(figures) > known):
            asked.append(label)
    return asked


def settled(mapped: Plan, vocabulary: Vocabulary, answers: Answers | None) -> tuple[Plan, Settled]:
    """The plan with one column of those that would say the same figure or the same key, and what is to be chosen."""
    said = answers.said if answers else {}
    told = doubles.settle(_doubles(mapped, vocabulary), said, fitting.Scope(vocabulary.known.aliases))
    if not told.dropped:
        return mapped, told
    labels = [replace(label, target=IGNORE, why="double") if label.where == "column" and label.position in told.dropped
              else label for label in mapped.labels]
    return plan(mapped.table, labels, vocabulary.dataset), told


def _doubles(mapped: Plan, vocabulary: Vocabulary) -> list[Double]:
    """The columns that would say the same figure, and the key columns of one kind."""
    seen: dict[tuple[str, date | None, str | None], list[Column]] = defaultdict(list)
    for column in mapped.columns:
        seen[(column.field or VALUE.name, column.month, column.place)].append(column)
    for label in mapped.labels:
        if label.where == "column" and label.target in (CODE.name, MONTH.name, MEASURE.name):
            seen[(label.target, None, None)].append(Column(label.position, label.text, label.target, None, None))
    return [_double(key, columns, mapped, vocabulary) for key, columns in seen.items() if len(columns) > 1]


def _double(key: tuple[str, date | None, str | None], columns: list[Column], mapped: Plan,
            vocabulary: Vocabulary) -> Double:
    name, month, place = key
    about = (name, month_key(month) if month else None, place, question_id(mapped.table.sheet.casefold()))
    return Double(".".join(["column", *(part for part in about if part)]), vocabulary.heading(name),
                  vocabulary.dataset.field(name).kind,
                  tuple(One(c.position, c.heading, mapped.table.grid[:, c.position]) for c in columns),
                  mapped.table.sheet, mapped.table.marks.hidden_columns, f" for {month_long(month)}" if month else "")


def beyond(mapped: Plan, vocabulary: Vocabulary) -> list[Problem]:
    """What the shape of a table makes doubtful: cells to the right of the last heading, and a second table under it."""
    table = mapped.table
    problems = around.second(table)
    last = max((h.column for h in table.heads if h.text), default=-1)
    wide = np.flatnonzero(pd.notna(table.grid[:, last + 1:]).any(axis=1))
    problems += [Problem("fejl", GATE, TOO_WIDE.format(table.rows[p], table.heads[last].text),
                         sheet=table.sheet or None, row=int(table.rows[p]))
                 for p in map(int, wide) if _is_data(mapped, p, vocabulary)]
    return [*problems[:MOST], *rest(len(problems), GATE)]


def _is_data(mapped: Plan, position: int, vocabulary: Vocabulary) -> bool:
    """Whether a row is one of figures: its jobcenter, total or measure is known, or a figure stands in it."""
    row = mapped.table.grid[position]
    stubs = [row[c] for c in (*mapped.places, mapped.measure) if c is not None and row[c] is not None]
    figures = (row[c.position] for c in mapped.columns)
    return any(vocabulary.meaning(cell).kind in ("place", "total", "field") for cell in stubs) or any(
        isinstance(c, int | float) or (isinstance(c, str) and bool(NUMERIC.match(c.strip()))) for c in figures)
