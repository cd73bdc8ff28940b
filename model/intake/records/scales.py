"""The columns of a survey's table that count answers by step: what each counts, and which end is best."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from model.basics.formatting import listing, normalise, number
from model.intake.cells.cell_text import cut
from model.intake.cells.rating_words import LEAST, MOST
from model.intake.columns import steps
from model.intake.columns.labels import filled, is_numeric
from model.intake.columns.steps import Step
from model.intake.columns.vocabulary import IGNORE
from model.intake.datasets.declaration import Dataset
from model.intake.mending.question_ids import question_id
from model.intake.records import scale_texts, shares
from model.intake.records.tables import Table
from model.intake.report import Option, Problem

GATE = 2
SCALE = question_id("column", "scale")
AGAIN = question_id("scale")  # where a line says otherwise than what was answered for an earlier file
STEPS = question_id("column", "steps")
LAST_BEST, FIRST_BEST = str(MOST), str(LEAST)
OPTIONS = (Option(LAST_BEST, "5 er bedst (meget tilfreds), 1 er dårligst"),
           Option(FIRST_BEST, "1 er bedst (meget tilfreds), 5 er dårligst"))
MIDDLE = (LEAST + MOST) // 2
RUN = 3  # headings that are a number alone, from which they are the steps of a scale
SHOWN = 200  # characters of a line: what the question rests on may stand at its end
WHICH_END = "»{}« siger noget om, hvilken ende af skalaen der er bedst. Hvad betyder tallene 1 til 5 her?"
UNSAID_END = ("I en tidligere fil med de samme overskrifter var 1 bedst, men denne siger det ikke. Hvad betyder "
              "tallene 1 til 5 her?")
OTHER_STEPS = ("Skalaen har {} trin ({}–{}), og her gemmes svar på en skala fra 1 til 5. Svarene kan ikke regnes om. "
               "Slet kolonnerne med svar efter trin, og indlæs kun, hvor mange skemaer der er sendt og besvaret.")
FEWER_STEPS = ("Svarene står på trin 1 til {}. Er det en skala med fem trin, hvor ingen svarede andet, eller med {} "
               "trin?")
SAID_STEPS = ("»{}« siger, at skalaen går til {}, og her gemmes svar på en skala fra 1 til 5. Svarene kan ikke regnes "
              "om. Ret linjen, hvis den er forkert; ellers slet kolonnerne med svar efter trin.")
SAME = ("{} siger det samme trin ({}), så svarene kan ikke kendes fra hinanden. Skriv »Tilfredshed 1« til "
        "»Tilfredshed 5«.")
ENDLESS = ("{} siger ikke, om det er ét trin eller flere lagt sammen. Skriv »Tilfredshed 1« til »Tilfredshed 5«, eller "
           "slet kolonnerne.")
DISAGREE = "Overskrifterne {} siger hver sit om, hvilken ende af skalaen der er bedst. Ret dem."


@dataclass(frozen=True)
class Scaled:
    """The tables with every step's column as what it counts, and what is wrong with them, to be asked or told."""

    tables: tuple[Table, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read(tables: Collection[Table], dataset: Dataset, *, said: Mapping[str, str], explained: Collection[int]) -> Scaled:
    """Every table's steps in their columns. explained: the headings that a person has said what are, by their numbers.
    """
    if not any(steps.is_part(part.name) for part in dataset.fields):
        return Scaled(tuple(tables))
    every = [_Scale(table, said, explained) for table in tables]
    return Scaled(tuple(scale.done() for scale in every), tuple(p for scale in every for p in scale.problems()),
                  tuple(note for scale in every for note in scale.notes()))


class _Scale:
    """One table's columns of answers by step."""

    def __init__(self, table: Table, said: Mapping[str, str], explained: Collection[int]) -> None:
        self.table, self.said = table, said
        self.headings = table.heading_of
        self.texts = [*table.above, *_legend(list(table.above)), table.sheet, *_lone(table), *(
            text for at, text in self.headings.items() if at not in table.targets and text)]
        ignored = {h.index - table.start for h in table.headings if h.guess == IGNORE}
        own = {h.index - table.start for h in table.headings if h.index in explained}
        named = {at: found for at, text in self.headings.items() if (found := steps.step(text))}
        unsure = scale_texts.unsure_numbers(self.texts)
        self.unsure = tuple(at for at, found in named.items() if at not in own and (
            found.unsure or (found.number in unsure and not found.says)))
        self.texts_under = {at for at, found in named.items() if found.says and not found.number and at not in own
                            and not _counts(table, at)}
        named = {at: found for at, found in named.items() if at not in {*self.unsure, *self.texts_under}}
        if sum(found.bare for found in named.values()) < RUN:
            named = {at: found for at, found in named.items() if not found.bare or at in table.targets}
        self.steps = named
        self.placed = {at: found for at, found in named.items() if at not in ignored and self._is_ours(at, found, own)}

    def _is_ours(self, at: int, step: Step, own: Collection[int]) -> bool:
        """Whether the column is read as what its heading says, and not as something else that a person has said."""
        target = self.table.targets.get(at)
        said = {steps.part(number) for number in (step.says, step.number) if number}
        return at not in own if target is None else target in said

    @property
    def stated(self) -> dict[int, Step]:
        """The steps that are numbered, with words beside the number."""
        return {at: found for at, found in self.placed.items() if found.number and found.says}

    @property
    def numbered(self) -> dict[int, Step]:
        """The steps that have a number and no words."""
        return {at: found for at, found in self.placed.items() if found.number and not found.says}

    @property
    def turned(self) -> bool:
        """Whether the first step is the best."""
        if self.stated:
            return self._way() == "down"
        return (self.said.get(AGAIN) or self.said.get(SCALE)) == FIRST_BEST

    def _way(self) -> str | None:
        """Whether the words of the numbered steps go up or down with the numbers; None when they do neither."""
        pairs = {(found.number or 0, found.says or 0) for found in self.stated.values()}
        if len(pairs) == 1:
            pairs.add((MIDDLE, MIDDLE))  # one end says where the other is
        rising = {one[1] < two[1] for one, two in pairwise(sorted(pairs))}
        return None if len(rising) > 1 else "down" if False in rising else "up"

    def done(self) -> Table:
        """The table with its steps as what they count."""
        aside = {*self.unsure, *self.texts_under}
        targets = {at: name for at, name in self.table.targets.items() if at not in aside}
        guesses: dict[int, str | None] = dict.fromkeys(aside)
        for at, found in self.placed.items():
            own = found.says or found.number or 0
            if LEAST <= own <= MOST:
                guesses[at] = steps.part(own)
                targets[at] = steps.part(LEAST + MOST - own if self.turned and not found.says else own)
        headings = tuple(replace(h, guess=guesses.get(h.index - self.table.start, h.guess))
                         for h in self.table.headings)
        return replace(self.table, headings=headings, targets=targets, unsure=self.unsure,
                       doubted=self.table.doubted - set(guesses))

    def problems(self) -> Iterator[Problem]:
        """What must be mended or asked before the steps can be read."""
        if not any(steps.is_part(name) for name in self.done().targets.values()):
            return
        wrong = [*self._other_steps(), *self._fewer_steps(), *self._alike(), *self._endless(), *self._disagreeing(),
                 *shares.problems(self.done(), self.texts, self.said)]
        yield from wrong or self._which_end()

    def notes(self) -> Iterator[str]:
        """What is told of how the steps were read."""
        where = f"Ark »{self.table.sheet}«: " if self.table.sheet else ""
        if self.turned and self.placed:
            pairs = [f"»{self.headings[at]}« som tilfredshed {found.says or LEAST + MOST - (found.number or 0)}"
                     for at, found in self.placed.items()]
            yield f"{where}Skalaen er læst med 1 som bedst: {listing(pairs)}."
        elif any(found.says and not found.number for found in self.placed.values()):
            pairs = [f"»{self.headings[at]}« som tilfredshed {found.says}" for at, found in self.placed.items()
                     if found.says]
            yield f"{where}Læst efter ordene: {listing(pairs)}."
        if self.unsure:
            names = listing(f"»{self.headings[at]}«" for at in self.unsure)
            yield f"{where}{names} gemmes ikke, men tæller med, når svarene holdes op mod de besvarede skemaer."

    def _other_steps(self) -> Iterator[Problem]:
        numbers = {found.number for found in self.steps.values() if found.number is not None}
        if numbers and (max(numbers) > MOST or min(numbers) < LEAST):
            low, high = min(*numbers, LEAST), max(numbers)
            last = max(self.steps, key=lambda at: self.steps[at].number or 0)
            yield self._problem(OTHER_STEPS.format(high - low + 1, low, high), column=self.headings[last])
            return
        for text, most in scale_texts.other_steps(self.texts):
            yield self._problem(SAID_STEPS.format(cut(text, SHOWN), most))

    def _fewer_steps(self) -> Iterator[Problem]:
        """The first three or four steps alone may be all that the scale has."""
        numbers = sorted({found.number or 0 for found in self.placed.values()})
        high = len(numbers)
        if not RUN <= high < MOST or numbers != list(range(LEAST, high + 1)) or self.stated:
            return
        answer = self.said.get(STEPS)
        if answer == str(high):
            yield self._problem(OTHER_STEPS.format(high, LEAST, high), question=STEPS, options=_steps(high))
        elif answer != str(MOST):
            yield self._problem(FEWER_STEPS.format(high, high), question=STEPS, options=_steps(high))

    def _alike(self) -> Iterator[Problem]:
        """Two different words for one step."""
        for says in range(LEAST, MOST + 1):
            same = [self.headings[at] for at, found in self.placed.items() if found.says == says]
            if len({normalise(text) for text in same}) > 1:
                yield self._problem(SAME.format(listing(f"»{text}«" for text in same), says), column=same[0])

    def _endless(self) -> Iterator[Problem]:
        """Words for some steps, and none for either end: »tilfredse« may be all who were so."""
        said = {found.says for found in self.placed.values()}
        names = [self.headings[at] for at, found in self.placed.items() if found.says and not found.number]
        if names and not self.numbered and not said & {LEAST, MOST}:
            yield self._problem(ENDLESS.format(listing(f"»{text}«" for text in names)), column=names[0])

    def _disagreeing(self) -> Iterator[Problem]:
        """Numbered steps whose words go neither up nor down, or not by one at a time beside numbers without words."""
        ways = {(found.says == found.number, found.says == LEAST + MOST - (found.number or 0))
                for found in self.stated.values()}
        crooked = not (all(same for same, _ in ways) or all(turned for _, turned in ways))
        if self.stated and (self._way() is None or (crooked and self.numbered)):
            names = [self.headings[at] for at in self.stated]
            yield self._problem(DISAGREE.format(listing(f"»{text}«" for text in names)), column=names[0])

    def _which_end(self) -> Iterator[Problem]:
        """The question which end is best, where a line near the table makes one ask."""
        either = not self.stated and any(found.number != MIDDLE for found in self.numbered.values())
        lines = list(scale_texts.directions(self.texts)) if either else []
        doubtful = next((line for line in lines if line.turned), None)
        answer = self.said.get(SCALE)
        if doubtful and answer not in (LAST_BEST, FIRST_BEST):
            yield self._problem(WHICH_END.format(cut(doubtful.text, SHOWN)), question=SCALE, options=OPTIONS)
        elif either and not doubtful and answer == FIRST_BEST and self.said.get(AGAIN) is None:
            text = WHICH_END.format(cut(lines[0].text, SHOWN)) if lines else UNSAID_END
            yield self._problem(text, question=AGAIN, options=OPTIONS)

    def _problem(self, text: str, *, column: str | None = None, row: int | None = None, question: str | None = None,
                 options: tuple[Option, ...] = ()) -> Problem:
        return Problem("fejl", GATE, text, sheet=self.table.sheet or None, column=column, row=row, question=question,
                       options=options)


def _steps(high: int) -> tuple[Option, ...]:
    return (Option(str(MOST), "Skalaen har fem trin, 1 til 5"),
            Option(str(high), f"Skalaen har {number(high)} trin, 1 til {number(high)}"))


def _legend(cells: list[str]) -> list[str]:
    """The steps of a legend whose numbers stand in cells of their own, beside their words."""
    return [f"{one} = {two}" for one, two in pairwise(cells) if one.strip().isdigit() and not two.strip().isdigit()]


def _counts(table: Table, at: int) -> bool:
    """Whether nothing but counts can stand in a column: »Godt« may be over what people wrote."""
    cells = filled(table.grid[:, at])
    return not len(cells) or is_numeric(cells)


def _lone(table: Table) -> list[str]:
    """The lines of words among and under the rows."""
    lone = table.grid[pd.notna(table.grid).sum(axis=1) == 1]
    return [str(cell) for cell in lone.ravel() if pd.notna(cell)]
