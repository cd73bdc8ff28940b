"""Every heading of a table as something to be mapped: what it says, its first values and what it probably is."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells.count_text import NUMERIC
from model.intake.cells.month_mentions import without_month
from model.intake.cells.period_text import several
from model.intake.columns import own_words, sums
from model.intake.columns.fitting import Scope
from model.intake.columns.judging import Judge
from model.intake.columns.layout import Head, Table
from model.intake.columns.other_figures import is_another
from model.intake.columns.vocabulary import IGNORE, PLACES, Vocabulary
from model.intake.datasets.monthly_figures import MEASURE, MONTH, VALUE
from model.programmes.current import PROGRAMME

SAMPLED = 200  # cells looked at to tell what a column without a known heading holds
ASKABLE = 200  # unknown headings a person can be asked about
A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
PIVOT_STUBS = {normalise(word) for word in sums.STUBS}
ACTIVATED = PROGRAMME.name_of("reached")
Why = Literal["known", "computed", "extra", "double", "unknown"]


@dataclass(frozen=True)
class Label:
    """One heading. position: column, or row number for a label down the side; target None = nobody knows yet."""

    index: int
    where: Literal["column", "row", "sheet"]
    text: str
    key: str
    position: int
    target: str | None
    why: Why
    guess: str | None = None
    month: date | None = None
    place: str | None = None
    field: str | None = None  # the measure a heading above names
    samples: tuple[str, ...] = ()
    numeric: bool = False
    doubted: bool = False  # the heading is known, but the cells under it are plainly something else
    several: bool = False  # whether it speaks of several months


def of(table: Table, vocabulary: Vocabulary, *, start: int) -> list[Label]:
    """The labels of one table, numbered from ``start``: its columns, then (a form on end) its rows, then its sheet."""
    across = any(h.meaning.kind in ("month", "place") for h in table.heads)
    read = [_column(table, head, vocabulary, across=across) for head in table.heads]
    judge = Judge(table, vocabulary)
    columns = _guessed([label for label in read if label is not None], vocabulary, judge)
    columns = _stubs(columns, judge)
    rows: list[Label] = []
    stub = next((c for c in columns if c.target == MEASURE.name), None)
    if stub is not None:
        rows = down_the_side(table, stub.position, vocabulary)
    sheet = [] if stub is not None else of_the_sheet(table, columns, vocabulary)
    found = [replace(label, index=start + label.position) for label in columns]
    first = start + len(table.heads)
    found += [replace(label, index=first + i) for i, label in enumerate([*rows, *sheet])]
    return _distinct(_without_sums(found, vocabulary))


def _without_sums(labels: list[Label], vocabulary: Vocabulary) -> list[Label]:
    """A measure over several months beside the same measure over one is a sum of the sender's."""
    single = {(label.where, label.target, label.place) for label in labels if not label.several}
    return [replace(label, target=IGNORE, why="computed")
            if label.several and label.target in vocabulary.fields
            and (label.where, label.target, label.place) in single else label for label in labels]


def _distinct(labels: Iterable[Label]) -> list[Label]:
    """The same heading twice gets a number, so that a profile can tell them apart."""
    seen: Counter[str] = Counter()
    distinct = []
    for label in labels:
        seen[label.key] += 1
        distinct.append(label if seen[label.key] == 1 else replace(label, key=f"{label.key}#{seen[label.key]}"))
    return distinct


def _column(table: Table, head: Head, vocabulary: Vocabulary, *, across: bool) -> Label | None:
    cells = table.said(head.column)
    if not len(cells) and head.meaning.kind == "blank":
        return None
    kind, target = head.meaning.kind, head.meaning.target
    label = Label(index=0, where="column", text=head.text, key=_key(head.text), position=head.column, target=None,
                  why="unknown", month=head.month, field=head.field,
                  samples=own_words.samples(cells, Scope(vocabulary.known.aliases), heading=head.text),
                  numeric=is_numeric(cells), place=head.place, several=bool(several(head.text) or several(head.above)))
    if kind in ("field", "month", "place") and head.column and is_another(head.above):
        return replace(label, target=IGNORE, why="computed")
    if kind == "field" and across and vocabulary.fields[str(target)].kind != "count":
        return replace(label, target=IGNORE, why="extra")
    if kind in ("key", "field"):
        return replace(label, target=target, why="known")
    if kind in ("month", "place") or (kind == "total" and across and _places_across(table)):
        return replace(label, target=VALUE.name, why="known", key="across", place=target or head.place)
    if kind == "computed" or (across and (kind == "total" or (kind == "unknown" and label.several))):
        return replace(label, target=IGNORE, why="computed")
    return label


def _guessed(columns: list[Label], vocabulary: Vocabulary, judge: Judge) -> list[Label]:
    """Unknown headings with what they resemble, no more of them than a person can be asked about."""
    columns = [_doubted(label, judge) for label in columns]
    unknown = [label.position for label in columns if label.target is None][:ASKABLE]
    return [replace(label, guess=_guess(label, vocabulary, judge)) if label.position in unknown else label
            for label in columns]


def _doubted(label: Label, judge: Judge) -> Label:
    """A known heading over cells that are plainly something else says nothing: somebody must."""
    if label.key == "across" or not judge.denies(label.target, label.position):
        return label
    return replace(label, target=None, why="unknown", doubted=True)


def _places_across(table: Table) -> bool:
    return any(h.meaning.kind == "place" for h in table.heads)


def _guess(label: Label, vocabulary: Vocabulary, judge: Judge) -> str | None:
    if is_sum(label, vocabulary) and ACTIVATED in vocabulary.fields and judge.allows(ACTIVATED, label.position):
        return ACTIVATED
    return judge.resembled(without_month(label.text), label.position)


def is_sum(label: Label, vocabulary: Vocabulary) -> bool:
    """Whether a heading is a sum's and may be that of activation: »I alt«, »Praktik og løntilskud i alt«."""
    plain = normalise(label.text)
    both = "praktik" in plain and "tilskud" in plain
    return bool(vocabulary.total(label.text)) or both or (label.field == ACTIVATED and "ialt" in plain)


def _stubs(columns: list[Label], judge: Judge) -> list[Label]:
    """Key columns by what they hold: for a blank or unknown heading, and for a corner that says something else."""
    across = any(c.key == "across" for c in columns)
    taken = {c.target for c in columns if not (across and c.target in PLACES)}
    stubs = []
    for label in columns:
        doubtful = across and label.target in (*PLACES, MONTH.name, MEASURE.name)
        doubtful = doubtful or normalise(label.text) in PIVOT_STUBS
        open_one = label.target is None and (not label.text or label.doubted or not label.numeric)
        kind = judge.key(label.position) if doubtful or open_one else None
        if kind is not None and (doubtful or kind not in taken):
            taken.add(kind)
            surely = doubtful or not label.text
            label = replace(label, target=kind if surely else None, guess=kind, why="known" if surely else "unknown")
        stubs.append(label)
    return stubs


def down_the_side(table: Table, column: int, vocabulary: Vocabulary) -> list[Label]:
    """The labels in a column of measures, each different text once, one more than ``ASKABLE`` at most; not numbered."""
    judge = Judge(table, vocabulary)
    codes, texts = pd.factorize(pd.Series(table.grid[:, column], dtype=object))
    numbers, first = np.unique(codes, return_index=True)
    found: dict[str, Label] = {}
    for text, position in zip(texts[:ASKABLE + 1], first[numbers >= 0], strict=False):
        rest = filled(np.delete(table.grid[position], column))
        label = _row(str(text).strip(), rest, int(table.rows[position]), vocabulary=vocabulary, judge=judge)
        if label.key != "row:":
            found.setdefault(label.key, label)
    return list(found.values())


def _row(text: str, rest: np.ndarray, row: int, *, vocabulary: Vocabulary, judge: Judge) -> Label:
    meaning = vocabulary.meaning(text)
    target = meaning.target if meaning.kind == "field" else None
    computed = meaning.kind == "computed"
    return Label(index=0, where="row", text=text, key=f"row:{_key(text)}", position=row,
                 samples=own_words.samples(rest, Scope(vocabulary.known.aliases), heading=text),
                 target=target or (IGNORE if computed else None), numeric=any(map(_is_number, rest[:SAMPLED])),
                 why="known" if target else "computed" if computed else "unknown", several=bool(several(text)),
                 guess=target or (judge.measure(text, rest) if len(rest) else None))


def of_the_sheet(table: Table, columns: list[Label], vocabulary: Vocabulary) -> list[Label]:
    """What a sheet of one measure shows, when no column says it: from its name or a line above."""
    if not any(c.target == VALUE.name and c.field is None for c in columns):
        return []
    texts = [table.sheet, *(part for _, line in table.lines for part in (line, *re.split(r"[,;:–|]|\s-\s", line)))]
    target = next((name for text in texts for said in (text, without_month(text), A_YEAR.sub("", text))
                   if said and (name := vocabulary.spellings.column(said)) in vocabulary.fields), None)
    shown = table.sheet or (table.lines[0][1] if table.lines else "")
    counts = {name for name, field in vocabulary.fields.items() if field.kind == "count"}
    guess = next((g for text in texts if text and (g := vocabulary.nearest(text, among=counts))), None)
    return [Label(index=0, where="sheet", text=shown, key=f"sheet:{_key(shown)}", position=-1, target=target,
                  why="known" if target else "unknown", guess=target or guess, numeric=True)]


def filled(cells: np.ndarray) -> np.ndarray:
    """The cells that hold something."""
    return cells[pd.notna(cells)]


def is_numeric(cells: np.ndarray) -> bool:
    """Whether most of the cells are numbers or marks for numbers."""
    some = list(cells[:SAMPLED])
    return bool(some) and sum(map(_is_number, some)) * 2 >= len(some)


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and bool(NUMERIC.match(cell.strip())))


def _key(text: str) -> str:
    return normalise(without_month(text)) or normalise(text)
