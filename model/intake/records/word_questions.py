"""The one question of a column of counts in which words or ticks stand, and the cells as they are then read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

import numpy as np

from model.basics.formatting import listing, plural
from model.intake.datasets.declaration import Column, Dataset
from model.intake.mending.question_ids import question_id
from model.intake.records import count_words
from model.intake.records.count_words import ALL, BLANK, CODES, MISSING, NONE, ONE, UNUSED, Says, Word
from model.intake.records.stated import Lines
from model.intake.records.word_columns import WordColumn
from model.intake.report import Option, Problem

GATE = 4
READ = {ONE: 1, NONE: 0, MISSING: "..", UNUSED: None, ALL: ALL}
ONE_OF_SEVERAL = "one"  # one person, said where it might have been several
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


def settled(lines: Sequence[Lines], dataset: Dataset, said: Mapping[str, str]) -> Settled:
    """Every word in a column of counts read as it was answered. said: answers by the questions' ids.

    A word that is not answered for says nothing meanwhile, and any other text is left for the reading of counts.
    """
    grids = [each.grid.copy() for each in lines]
    problems: list[Problem] = []
    notes: list[str] = []
    for family, parts in _families(dataset).items():
        columns = [WordColumn(part, at, each, grid) for each, grid in zip(lines, grids, strict=True)
                   for part in parts for at, name in each.table.targets.items() if name == part.name]
        if all(column.perhaps_cancelled for column in columns):
            continue  # a lone »afbud« may be the whole day's
        wholes = {part.whole for part in parts}
        several = any(column.of_several([at for at, name in column.lines.table.targets.items() if name in wholes])
                      for column in columns)
        found = _Family(family, [column for column in columns if column.counted], several)
        problems += found.question(said)
        notes += found.read(said)
    return Settled(grids, tuple(problems), tuple(notes))


def _families(dataset: Dataset) -> dict[str, list[Column]]:
    """The counts by what they are called, the steps of a scale together."""
    families: dict[str, list[Column]] = {}
    for part in dataset.parts:
        if part.kind == "count":
            families.setdefault(STEP.sub("", part.name), []).append(part)
    return families


@dataclass
class _Family:
    """The columns that are asked about together: those of one count on every sheet, or all steps of a scale.

    several: whether their words may be of all of a whole that is more than one.
    """

    name: str
    columns: list[WordColumn]
    several: bool
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
    def part(self) -> Column:
        """The part whose words are used of all."""
        return self.columns[0].part

    @property
    def numbers(self) -> bool:
        """Whether numbers stand beside the words."""
        return any(column.numbers for column in self.columns)

    def question(self, said: Mapping[str, str]) -> Iterator[Problem]:
        """The question about the words that nobody has answered for, if there are any."""
        known = self._known(said)
        open_ones = self._open(known)
        if not open_ones:
            return
        options = tuple(dict.fromkeys(Option(_value(self._coded(chosen), open_ones), self._option(chosen, open_ones))
                                      for chosen in self._choices(known, open_ones)))
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
        told = [f"{_quoted(word, many=True)} er læst som {count_words.in_words(known[name], self.part)}"
                for name, word in self.words.items() if name in known and (word is not BLANK or known[name] != UNUSED)]
        if told:
            heading = listing(f"»{text}«" for text in dict.fromkeys(column.heading for column in self.columns))
            yield f"{heading}: {listing(told)}."

    def _known(self, said: Mapping[str, str]) -> dict[str, str]:
        """What the words of these columns were answered to mean, by their names; a tick is not reported beside numbers
        alone."""
        prefix, found = f"{question_id('words', self.name)}.", {}
        for asked, value in said.items():
            if asked.startswith(prefix):
                for pair in value.split(","):
                    name, _, code = pair.strip().rpartition("=")
                    if code in (*CODES, ONE_OF_SEVERAL):
                        found[name or asked.removeprefix(prefix)] = code
        return {name: ONE if code == ONE_OF_SEVERAL else code for name, code in found.items()
                if name in self.words and not self._is_doubted(name, code)}

    def _is_doubted(self, name: str, code: str) -> bool:
        """Whether what a tick was answered to mean in another file may be something else here."""
        says = self.words[name].says
        alone = code == MISSING and says is Says.EITHER and not self.numbers
        return alone or (code == ONE and self.several and says in (Says.EITHER, Says.YES))

    def _coded(self, chosen: Meanings) -> dict[str, str]:
        """The codes of an answer, as they are kept."""
        return {name: ONE_OF_SEVERAL if self._is_doubted(name, code) and code == ONE else code
                for name, code in chosen.items()}

    def _open(self, known: Meanings) -> list[str]:
        """The words that nobody has answered for; empty cells only beside what is or may be counted."""
        names = sorted((name for name in self.words if name not in known), key=self._order)
        beside = [name for name, word in self.words.items()
                  if (name not in known and word.says in (Says.EITHER, Says.YES)) or known.get(name) in (ONE, ALL)]
        return [name for name in names if name != BLANK.name or beside]

    def _order(self, name: str) -> tuple[int, int]:
        return list(Says).index(self.words[name].says), list(self.words).index(name)

    def _choices(self, known: Meanings, open_ones: Sequence[str]) -> Iterator[dict[str, str]]:
        """The answers that make sense, each a code for every word."""
        by = {says: [name for name in open_ones if self.words[name].says is says] for says in Says}
        plain = {name: code for says, code in PLAINLY.items() for name in by[says]}
        all_ = [ALL] if self.several else []
        unsaid = MISSING if self.numbers else UNUSED
        axes = [[dict.fromkeys(by[Says.EITHER], code) for code in (ONE, *all_, NONE, unsaid)],
                [plain, *(plain | dict.fromkeys(by[Says.YES], code) for code in all_ if by[Says.YES]),
                 dict.fromkeys(plain, UNUSED)],
                [dict.fromkeys(by[Says.FULL], code) for code in (ALL, MISSING)],
                [dict.fromkeys(by[Says.DASH], code) for code in (NONE, MISSING)],
                [dict.fromkeys(by[Says.BLANK], code) for code in (NONE, UNUSED)]]
        for pieces in product(*([*each] if each[0] else [{}] for each in axes)):
            chosen = {name: code for piece in pieces for name, code in piece.items()}
            if self._makes_sense({**known, **chosen}, by):
                yield chosen

    def _makes_sense(self, chosen: Meanings, by: Mapping[Says, Sequence[str]]) -> bool:
        """No nought for what is empty where nothing is counted, no less nil in a dash than in an empty cell, and no
        fine distinctions among words that are not to be used."""
        blank, dash = chosen.get(BLANK.name), chosen.get("streg")
        either = {chosen[name] for name in by[Says.EITHER]}
        came = {chosen[name] for name in (*by[Says.EITHER], *by[Says.YES])} & {ONE, ALL}
        plain = [chosen[name] for name in (*by[Says.YES], *by[Says.NO])]
        if blank == NONE and (dash == MISSING or UNUSED in either or not {ONE, ALL} & set(chosen.values())):
            return False
        if by[Says.DASH] and dash == NONE and either & {NONE, UNUSED}:
            return False
        dropped = bool(plain) and set(plain) == {UNUSED}
        return len(came) < 2 and not (dropped and (either & {ONE, ALL, NONE} or blank == NONE))

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
            alike.setdefault(count_words.in_words(chosen[name], self.part), []).append(_quoted(self.words[name]))
        return ", ".join(f"{listing(words)} = {meaning}" for meaning, words in alike.items())


def _quoted(word: Word, *, many: bool = False) -> str:
    if word is BLANK:
        return "tomme celler" if many else "tom celle"
    return f"»{word.shown}«"


def _value(chosen: Meanings, names: Sequence[str]) -> str:
    """A choice as a program gives it: ``x=1,tom=0``, or the code alone where there is one word."""
    return chosen[names[0]] if len(names) == 1 else ",".join(f"{name}={chosen[name]}" for name in names)
