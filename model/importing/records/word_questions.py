"""The one question of a column of counts in which words or ticks stand, and the cells as they are then read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

import numpy as np
import pandas as pd

from model.formatting import listing, plural
from model.importing.cells.cell_text import distinct, squeezed
from model.importing.cells.count_text import count_of
from model.importing.question_ids import question_id
from model.importing.record_datasets import CANCELLED, Part, RecordDataset
from model.importing.records import cancelling, count_words
from model.importing.records.count_words import ALL, BLANK, CODES, MISSING, NONE, ONE, UNUSED, Says, Word
from model.importing.records.stated import Lines
from model.importing.report import Option, Problem

GATE = 4
READ = {ONE: 1, NONE: 0, MISSING: "..", UNUSED: None, ALL: ALL}
NAMED = 6  # words named in a question
PLAINLY = {Says.YES: ONE, Says.NO: NONE, Says.ELSE: UNUSED}
STEP = re.compile(r"_\d$")  # the steps of a scale are one column to a sender
ASKED = "{} {}. Hvad betyder det? Svaret huskes til næste fil."

Meanings = Mapping[str, str]  # a word's name -> its code


@dataclass(frozen=True)
class Settled:
    """The cells as they are read, table by table, and what is to be asked and told."""

    grids: list[np.ndarray]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def settled(lines: Sequence[Lines], dataset: RecordDataset, said: Mapping[str, str]) -> Settled:
    """Every word in a column of counts read as it was answered. said: answers by the questions' ids.

    A word that is not answered for says nothing meanwhile, and any other text is left for the reading of counts.
    """
    grids = [each.grid.copy() for each in lines]
    problems: list[Problem] = []
    notes: list[str] = []
    for family, parts in _families(dataset).items():
        columns = [_Column(part, at, each, grid) for each, grid in zip(lines, grids, strict=True)
                   for part in parts for at, name in each.table.targets.items() if name == part.name]
        if all(column.perhaps_cancelled for column in columns):
            continue  # a lone »afbud« may be the whole day's
        found = _Family(family, [column for column in columns if column.counted])
        problems += found.question(said)
        notes += found.read(said)
    return Settled(grids, tuple(problems), tuple(notes))


def _families(dataset: RecordDataset) -> dict[str, list[Part]]:
    """The counts by what they are called, the steps of a scale together."""
    found: dict[str, list[Part]] = {}
    for part in dataset.parts:
        if part.kind == "count":
            found.setdefault(STEP.sub("", part.name), []).append(part)
    return found


class _Column:
    """One column of counts: where its words stand, and which of its empty cells stand beside ticks."""

    def __init__(self, part: Part, at: int, lines: Lines, grid: np.ndarray) -> None:
        self.part, self.at, self.lines, self.grid = part, at, lines, grid
        self.heading = lines.table.heading_of.get(at) or part.heading
        codes, texts = distinct(pd.Series(grid[:, at], dtype=object))
        known = [count_words.word(text, part) for text in texts]
        self.cells = {word: np.flatnonzero(np.isin(codes, [i for i, other in enumerate(known) if other == word]))
                      for word in dict.fromkeys(known) if word is not None}
        self.numbers = any(word is None and count_of(text, "thousands").value is not None
                           for word, text in zip(known, texts, strict=True))
        if any(word.says in (Says.EITHER, Says.YES) or word.name == "kryds" for word in self.cells):
            filled = np.array([*(bool(squeezed(text)) for text in texts), False], dtype=bool)[codes]
            self._find_blanks(filled)

    def _find_blanks(self, filled: np.ndarray) -> None:
        """The empty cells on days or in months for which some cell says something."""
        when = [self.lines.table.targets.get(at) for at in range(self.grid.shape[1])]
        named = {name for name in when if name and self.part.name != name}
        own = [at for at, name in enumerate(when) if name in named & {"kursusdag", "maaned"}]
        groups = pd.Series([tuple(str(self.grid[row, at]).casefold() for at in own) for row in range(len(self.grid))],
                           dtype=object)
        spoken = groups.isin(set(groups[filled])).to_numpy()
        away = np.isin(np.arange(len(self.grid)), list(self.lines.days | self._cancelled()))
        blanks = np.flatnonzero(~filled & spoken & ~away)
        if len(blanks):
            self.cells[BLANK] = blanks

    def _cancelled(self) -> set[int]:
        places = [at for at, name in self.lines.table.targets.items() if name == "haendelse"]
        return {row for at in places for row in np.flatnonzero(self.grid[:, at] == CANCELLED).tolist()}

    @property
    def counted(self) -> bool:
        """Whether anything stands in the place of counts."""
        return bool(self.cells)

    @property
    def perhaps_cancelled(self) -> bool:
        """Whether the column has no other words than such as may say that the day was not held."""
        return all(cancelling.unclear(word.shown) for word in self.cells)


@dataclass
class _Family:
    """The columns that are asked about together: those of one count on every sheet, or all steps of a scale."""

    name: str
    columns: list[_Column]
    cells: Counter[Word] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for column in self.columns:
            self.cells.update({word: len(where) for word, where in column.cells.items()})
        names = Counter[str]()
        self.words: dict[str, Word] = {}
        for word, count in self.cells.items():
            self.words.setdefault(word.name, word)
            names[word.name] += count
        self.counts = names
        if "kryds" in self.words and not any(word.says in (Says.EITHER, Says.YES) for word in self.words.values()):
            self.words["kryds"] = replace(self.words["kryds"], says=Says.EITHER)

    @property
    def part(self) -> Part:
        """The part whose words are used of all."""
        return self.columns[0].part

    def question(self, said: Mapping[str, str]) -> Iterator[Problem]:
        """The question about the words that nobody has answered for, if there are any."""
        known = self._known(said)
        open_ones = self._open(known)
        if not open_ones:
            return
        options = tuple(Option(_value(chosen, open_ones), self._option(chosen, open_ones))
                        for chosen in self._choices(known, open_ones))
        headings = list(dict.fromkeys(column.heading for column in self.columns))
        where = f"Under {listing(f'»{heading}«' for heading in headings)} står"
        sheets = {column.lines.table.sheet for column in self.columns}
        yield Problem("fejl", GATE, ASKED.format(where, self._seen(open_ones)), column=headings[0],
                      sheet=(sheets.pop() or None) if len(sheets) == 1 else None,
                      question=question_id("words", self.name, open_ones[0]), options=options)

    def read(self, said: Mapping[str, str]) -> Iterator[str]:
        """Put what the words were answered to mean in their cells, and tell of it."""
        known = self._known(said)
        for column in self.columns:
            for word, where in column.cells.items():
                if word is not BLANK or BLANK.name in known:
                    column.grid[where, column.at] = READ[known.get(word.name, UNUSED)]
        told = [f"{_quoted(word, many=True)} er læst som {count_words.in_words(word, known[name], self.part)}"
                for name, word in self.words.items() if name in known and (word is not BLANK or known[name] != UNUSED)]
        if told:
            heading = listing(f"»{text}«" for text in dict.fromkeys(column.heading for column in self.columns))
            yield f"{heading}: {listing(told)}."

    def _known(self, said: Mapping[str, str]) -> dict[str, str]:
        """What the words of these columns were answered to mean, by their names."""
        prefix, found = f"{question_id('words', self.name)}.", {}
        for asked, value in said.items():
            if asked.startswith(prefix):
                for pair in value.split(","):
                    name, _, code = pair.strip().rpartition("=")
                    if code in CODES:
                        found[name or asked.removeprefix(prefix)] = code
        return {name: code for name, code in found.items() if name in self.words}

    def _open(self, known: Meanings) -> list[str]:
        """The words that nobody has answered for; empty cells only beside what is or may be counted."""
        names = sorted((name for name in self.words if name not in known), key=self._order)
        beside = [name for name, word in self.words.items()
                  if (name not in known and word.says in (Says.EITHER, Says.YES)) or known.get(name) == ONE]
        return [name for name in names if name != BLANK.name or beside]

    def _order(self, name: str) -> tuple[int, int]:
        return list(Says).index(self.words[name].says), list(self.words).index(name)

    def _choices(self, known: Meanings, open_ones: Sequence[str]) -> Iterator[dict[str, str]]:
        """The answers that make sense, each a code for every word."""
        by = {says: [name for name in open_ones if self.words[name].says is says] for says in Says}
        plain = {name: code for says, code in PLAINLY.items() for name in by[says]}
        unsaid = MISSING if any(column.numbers for column in self.columns) else UNUSED
        axes = [[dict.fromkeys(by[Says.EITHER], code) for code in (ONE, NONE, unsaid)],
                [plain, dict.fromkeys(plain, UNUSED)],
                [dict.fromkeys(by[Says.FULL], code) for code in (ALL, MISSING)],
                [dict.fromkeys(by[Says.DASH], code) for code in (NONE, MISSING)],
                [dict.fromkeys(by[Says.BLANK], code) for code in (NONE, UNUSED)]]
        for pieces in product(*([*each] if each[0] else [{}] for each in axes)):
            chosen = {name: code for piece in pieces for name, code in piece.items()}
            if self._makes_sense({**known, **chosen}, by):
                yield chosen

    def _makes_sense(self, chosen: Meanings, by: Mapping[Says, Sequence[str]]) -> bool:
        """No nought for what is empty where nothing is counted; a dash is no less nil than an empty cell."""
        counted = ONE in chosen.values()
        blank, dash = chosen.get(BLANK.name), chosen.get("streg")
        if blank == NONE and (not counted or dash == MISSING):
            return False
        dropped = bool(by[Says.YES] or by[Says.NO]) and all(chosen[name] == UNUSED for name in
                                                            (*by[Says.YES], *by[Says.NO]))
        either = {chosen[name] for name in by[Says.EITHER]}
        return not dropped or (not either & {ONE, NONE} and blank != NONE)

    def _seen(self, names: Sequence[str]) -> str:
        """``»x« i 2 celler og intet i 1 tom celle``."""
        marks = [name for name in names if name != BLANK.name]
        told = [f"{_quoted(self.words[name])} i {plural(self.counts[name], 'celle', 'celler')}"
                for name in marks[:NAMED]]
        told += [f"{len(marks) - NAMED} andre ord"] if len(marks) > NAMED else []
        if BLANK.name in names:
            told.append(f"ingenting i {plural(self.counts[BLANK.name], 'tom celle', 'tomme celler')}")
        return listing(told)

    def _option(self, chosen: Meanings, open_ones: Sequence[str]) -> str:
        """``»ja« = 1 person, »nej« og »afbud« = 0 (mødte ikke)``: alike words together."""
        alike: dict[str, list[str]] = {}
        for name in open_ones:
            word = self.words[name]
            alike.setdefault(count_words.in_words(word, chosen[name], self.part), []).append(_quoted(word))
        return ", ".join(f"{listing(words)} = {meaning}" for meaning, words in alike.items())


def _quoted(word: Word, *, many: bool = False) -> str:
    if word is BLANK:
        return "tomme celler" if many else "tom celle"
    return f"»{word.shown}«"


def _value(chosen: Meanings, names: Sequence[str]) -> str:
    """A choice as a program gives it: ``x=1,tom=0``, or the code alone where there is one word."""
    return chosen[names[0]] if len(names) == 1 else ",".join(f"{name}={chosen[name]}" for name in names)
