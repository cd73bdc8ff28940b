"""Columns of one sheet that would be read as the same: equal ones are read once, of others a person says which."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import capital, listing
from model.intake.cells.cell_text import squeezed, written
from model.intake.cells.date_text import moment_in
from model.intake.cells.month_text import month_of
from model.intake.cells.place_text import place_of
from model.intake.columns import own_words
from model.intake.columns.fitting import Scope
from model.intake.datasets.declaration import Kind
from model.intake.files.workbook import column_letters
from model.intake.report import Option, Problem

GATE = 2
SHOWN = 3  # values that tell a column from another
CHOOSE = "Vælg den kolonne, der skal læses, eller slet den, der ikke skal bruges."


@dataclass(frozen=True)
class One:
    """One of the columns: where it stands, its heading and its cells."""

    position: int
    heading: str
    cells: np.ndarray

    @property
    def letter(self) -> str:
        """The column as a spreadsheet names it."""
        return column_letters(self.position)

    def named(self) -> str:
        """``kolonne D »Praktik«``; the letter alone without a heading."""
        return f"kolonne {self.letter}" + (f" »{self.heading}«" if self.heading else "")


@dataclass(frozen=True)
class Double:
    """Columns that would all be read as one. question: its id. when: ``for marts 2010`` where they have a month."""

    question: str
    words: str  # what they would all be, as our heading has it
    kind: Kind
    columns: tuple[One, ...]
    sheet: str
    hidden: Collection[int] = ()
    when: str = ""


@dataclass(frozen=True)
class Settled:
    """dropped: positions of columns that are not read, with notes on why. problems: what must be chosen."""

    dropped: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def settle(doubles: Iterable[Double], said: Mapping[str, str], scope: Scope) -> Settled:
    """What becomes of the columns: equal and empty ones are dropped, of the rest the one that was chosen is kept.

    said: answers by the question's id, each a column's letter.
    """
    dropped: set[int] = set()
    problems: list[Problem] = []
    notes: list[str] = []
    for double in doubles:
        kept, told = _different(double, scope)
        chosen = next((one for one in kept if one.letter == said.get(double.question, "").strip().upper()), None)
        if len(kept) > 1 and chosen is None:
            problems.append(_question(double, kept, scope))
        elif len(kept) > 1 and chosen is not None:
            others = [one for one in kept if one is not chosen]
            left = listing(one.named() for one in others)
            told.append(f"{chosen.named()} er valgt som »{double.words}«{double.when}, og {left} er ikke læst.")
            kept = [chosen]
        if len(kept) == 1:
            dropped |= {one.position for one in double.columns if one is not kept[0]}
        where = f"Ark »{double.sheet}«: " if double.sheet else ""
        notes += [f"{where}{capital(note)}" for note in told]
    return Settled(frozenset(dropped), tuple(problems), tuple(notes))


def _different(double: Double, scope: Scope) -> tuple[list[One], list[str]]:
    """The columns that say something of their own, and a note on each of the others."""
    read = {one.position: [_plain(double.kind, cell, scope) for cell in one.cells] for one in double.columns}
    filled = [one for one in double.columns if any(read[one.position])] or list(double.columns[:1])
    kept: list[One] = []
    notes = []
    for one in double.columns:
        same = next((other for other in kept if read[other.position] == read[one.position]), None)
        unseen = ", som er skjult," if one.position in double.hidden else ""
        if one not in filled:
            notes.append(f"{one.named()}{unseen} er tom og er ikke læst.")
        elif same is None:
            kept.append(one)
        else:
            notes.append(f"{one.named()}{unseen} siger på alle rækker det samme som {same.named()} og er ikke læst.")
    return kept, notes


def _plain(kind: Kind, cell: object, scope: Scope) -> object:
    """A cell as it is read, so that two ways to write the same are equal; its text when it cannot be read."""
    text = "" if pd.isna(cell) else squeezed(written(cell) or "")
    try:
        if text and kind in ("code", "name", "jobcenter"):
            return place_of(text, scope.places, set(scope.places.values())) or text
        if text and kind == "month":
            return month_of(text)
        if text and kind in ("date", "course_day"):
            return moment_in(text.casefold()) or text.casefold()
    except ValueError:
        pass
    return text.casefold()


def _question(double: Double, columns: list[One], scope: Scope) -> Problem:
    where = listing(one.letter for one in columns)
    unseen = [one.letter for one in columns if one.position in double.hidden]
    where += f"; kolonne {listing(unseen)} er skjult" if unseen else ""
    names = list(dict.fromkeys(one.heading for one in columns))
    if len(names) == 1:
        told = (f"Kolonnen »{names[0]}« står {len(columns)} gange{double.when} (kolonne {where}) med forskellige "
                "værdier.")
    else:
        all_, figure = "begge" if len(columns) == 2 else "alle", "det samme tal, " if double.kind == "count" else ""
        told = (f"Kolonnerne {listing(f'»{name}«' for name in names)} (kolonne {where}) læses {all_} som {figure}"
                f"»{double.words}«{double.when}, men siger ikke det samme.")
    options = tuple(Option(one.letter, _words(one, double.hidden, scope)) for one in columns)
    return Problem("fejl", GATE, f"{told} {CHOOSE}", sheet=double.sheet or None, column=names[0] or None,
                   question=double.question, options=options)


def _words(one: One, hidden: Collection[int], scope: Scope) -> str:
    """``Kolonne D »Praktik«, skjult (61, 20, 102)``."""
    first = own_words.samples(one.cells[pd.notna(one.cells)][:SHOWN], scope)
    name = one.named() + (", skjult" if one.position in hidden else "")
    return f"{capital(name)} ({', '.join(first)})"
