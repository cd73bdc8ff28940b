"""One sheet as a list: where its headings are, what its columns and its rows are, and what of it is let in."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import numpy as np

from model.intake.account.account_sheets import Ledger
from model.intake.account.account_words import Fate
from model.intake.cells.presence import Presence, agrees
from model.intake.cells.rating_words import rating
from model.intake.columns.spellings import SEARCHED
from model.intake.counting import frequencies, grids
from model.intake.counting.listing import Column, ListedSheet, Stacked, Use
from model.intake.counting.stacked import Block
from model.intake.counting.uses import Reading, Vocabulary
from model.intake.files.workbook import Sheet, column_letters
from model.intake.records import day_series, scale_texts
from model.intake.records.named_days import told_course_day

COURSE = re.compile(r"kursus(?:dag|r|serie)", re.IGNORECASE)
SIGNED_UP, MET = ("tilmeld", "sign-up", "venteliste"), ("fremmød", "mødeprotokol", "deltog", "mødte", "attended")


class SheetList:
    """One sheet on its way: its texts, where its headings are, and what its columns are."""

    def __init__(self, sheet: Sheet, number: int, words: Vocabulary, block: Block | None = None) -> None:
        """Read it. number: which of the file's sheets. block: which of its tables it is, where it has several."""
        self.sheet, self.number, self.words, self.block = sheet, number, words, block
        self.texts = grids.texts(sheet.cells)
        self.leaf = block.leaf if block else _leaf(self.texts, words)
        self.headings = list(block.headings if block else self.texts[self.leaf]) if self.leaf is not None else []
        self.below = self._second_headings()
        every = self.texts[self.leaf + 1 + bool(self.below):] if self.leaf is not None else self.texts[:0]
        answers = grids.rated(every)
        summed = np.array([grids.is_sum(line, answers) for line in every], dtype=bool)
        self.sums = every[summed]
        self.kept = np.array([self._is_a_row(line) for line in every], dtype=bool) & ~summed
        self.numbers = sheet.cells.index.to_numpy()[len(self.texts) - len(every):]
        self.body = grids.carried(every, sheet.marks, self.numbers)[self.kept]
        self.columns = list(self._columns())

    @property
    def is_answers(self) -> bool:
        """Whether each row is somebody's answer to how satisfied they were."""
        uses = [column.use for column in self.columns]
        return len(self.body) > 0 and (Use.COUNT in uses or (
            (Use.RATING in uses or uses.count(Use.SCORE) >= 2) and self._is_ticked()))

    @property
    def is_people(self) -> bool:
        """Whether each row is a person of a jobcenter."""
        uses = {column.use for column in self.columns}
        return len(self.body) > 0 and bool(uses & {Use.PLACE, Use.ROLE}) and self._is_ticked() and (
            Use.MARK in uses or self._has_people())

    def reduced(self, seen: dict[str | None, set[int]]) -> ListedSheet:
        """What is let in of the sheet. seen: the digests of rows on earlier sheets, by the day these are of."""
        above = self.block.titles if self.block else tuple(t for line in self.texts[:self.leaf] for t in line if t)
        let_in = {at for column in self.columns for at in (column.position, *column.also)}
        filled = [at for at in range(self.texts.shape[1]) if at not in let_in and (self.texts[:, at] != "").any()]
        lines = (*above, self.sheet.name)
        days = self._day(lines)
        places = {code for text in lines if (code := self.words.place_in(text))}
        return ListedSheet(
            self.number, self._rows(), tuple(self.columns), days, places.pop() if len(places) == 1 else None,
            _heard(lines), self._twins(filled, seen.setdefault(days, set())), len(self.sums),
            frequencies.total(self.sums, self.columns),
            _series(lines, self.words), frequencies.tells_shares(self.headings, self.body, self.columns),
            next((most for _, most in scale_texts.other_steps(lines)), None), self._broken(),
            len(self.sheet.marks.hidden_rows & set(self._rows())), left_out=tuple(map(column_letters, filled)),
            stacked=self._stacked())

    def _day(self, lines: tuple[str, ...]) -> str | None:
        """The course day that the lines over the table say it is of, or those over all the tables of the sheet."""
        over = (*self.block.over, self.sheet.name) if self.block else ()
        return told_course_day(lines, self.words.known.plan) or told_course_day(over, self.words.known.plan)

    def _stacked(self) -> Stacked | None:
        """Which of its sheet's tables it is; None where there is one."""
        if self.block is None:
            return None
        heading = next((column.heading for column in self.columns if column.use is Use.RATING), "")
        groups = tuple(group for group in self.ledger(Fate.COUNTED, counted=True).groups()
                       if group.why == Fate.COUNTED.why)
        return replace(self.block.stacked(heading), groups=groups)

    def ledger(self, fate: Fate, *, counted: bool) -> Ledger:
        """The account of the sheet's numbers. fate: of those that are counted."""
        ledger = Ledger(self.sheet, Fate.ABOVE if counted else Fate.BELOW if self.block else Fate.OTHER_SHEET)
        if counted and self.leaf is not None:
            index = self.sheet.cells.index
            first = self.leaf + 1 + bool(self.below)
            ledger.put_rows(index[max(self.leaf, 0):first], Fate.HEADING)
            ledger.put_rows(index[first:], Fate.UNUSED)
            for at in (at for column in self.columns for at in (column.position, *column.also)):
                ledger.put(np.array(self._rows()), at, fate)
            ledger.put_rows(set(index[first:]) - set(self._rows()), Fate.SKIPPED_ROW)
        return ledger

    def _rows(self) -> tuple[int, ...]:
        return tuple(map(int, self.numbers[self.kept]))

    def _second_headings(self) -> list[str]:
        """The headings under the course days of the first row: »Tilmeldt« and »Mødt«; empty when there are none."""
        if self.leaf is None or self.leaf + 1 >= len(self.texts):
            return []
        line = list(self.texts[self.leaf + 1])
        filled = [text for text in line if text]
        days = [text for text in self.headings if text and not text.isdecimal() and self.words.day(text)]
        named = all(self.words.said(text) for text in filled)
        return line if len(filled) >= 2 and days and named else []

    def _reading(self, at: int) -> Reading | None:
        """What the column at a position is."""
        filled = [text for text in self.body[:, at] if text]
        if not (self.below and self.below[at]):
            return self.words.reading(self.headings[at], filled)
        over = next((text for text in reversed(self.headings[:at + 1]) if text), "")
        return self.words.under_a_day(over, self.below[at], filled)

    def _is_a_row(self, line: grids.Texts) -> bool:
        return bool((line != "").any()) and list(line) != self.headings

    def _columns(self) -> Iterator[Column]:
        """The columns that are let in; of two that would say who is on a row, the one whose heading says so."""
        read: list[tuple[int, Reading]] = []
        for at in range(self.texts.shape[1]) if self.leaf is not None else ():
            reading = self._reading(at)
            if reading is not None:
                read.append((at, reading))
        for use in (Use.DAY, Use.PLACE, Use.ROLE, Use.SENT, Use.ANSWERED):
            same = sorted((not reading.by_heading, at) for at, reading in read if reading.use is use)
            read = [(at, r) for at, r in read if r.use is not use or at == same[0][1]]
        read += frequencies.columns(self.headings, self.body, read, self.words)
        yield from self._ticked_roles({at for at, _ in read}, has_role=any(r.use is Use.ROLE for _, r in read))
        for at, reading in read:
            heading = self.below[at] if self.below and self.below[at] else self.headings[at]
            yield Column(reading.use, at, heading, tuple(self.body[:, at]), reading.meaning, reading.day, reading.score)

    def _ticked_roles(self, taken: Collection[int], *, has_role: bool) -> Iterator[Column]:
        """The role of each row, where every role has a column to tick."""
        ticked = [at for at, heading in enumerate(self.headings) if at not in taken and not has_role
                  and self.words.is_ticked_role(heading, [text for text in self.body[:, at] if text])]
        if ticked:
            texts = tuple(next((self.headings[at] for at in ticked if agrees(line[at])), "") for line in self.body)
            yield Column(Use.ROLE, ticked[0], self.headings[ticked[0]], texts, also=tuple(ticked[1:]))

    def _is_ticked(self) -> bool:
        """Whether no column of counts has a number over 1, which several people would be."""
        parts = {at: self.words.attendance.column(h) or self.words.evaluation.column(h) or ""
                 for at, h in enumerate(self.headings)}
        counted = [at for at, part in parts.items() if part in ("tilmeldt", "moedt", "udsendt", "besvaret")
                   or part.startswith("tilfredshed_") or "antal" in self.headings[at].casefold()]
        return not any(text.isdecimal() and int(text) > 1 for at in counted for text in self.body[:, at])

    def _has_people(self) -> bool:
        """Whether a column that is not let in holds other words on nearly every row: names, or signatures."""
        let_in = {column.position for column in self.columns}
        return any(len(set(self.body[:, at]) - {""}) > 1 for at in range(self.texts.shape[1]) if at not in let_in)

    def _broken(self) -> int | None:
        """The first row that stands alone between the others and names a course day or a jobcenter."""
        for row, line in zip(self._rows(), self.body, strict=True):
            filled = [text for text in line if text]
            if len(filled) == 1 and (told_course_day(tuple(filled), self.words.known.plan)
                                     or self.words.place_in(filled[0])):
                return row
        return None

    def _twins(self, unread: Sequence[int], seen: set[int]) -> tuple[int, ...]:
        """Positions of the rows that are wholly like an earlier one, where what is not let in tells people apart."""
        telling = [at for at in unread if any(any(map(str.isalpha, text)) for text in self.body[:, at])]
        if not telling:
            return ()
        twins = []
        for at, line in enumerate(self.body):
            key = hash(tuple(line))  # of this run alone, and never kept
            if key in seen and any(line[telling] != ""):
                twins.append(at)
            seen.add(key)
        return tuple(twins)


def _leaf(texts: grids.Texts, words: Vocabulary) -> int | None:
    """The position of the heading row: the one with most words of ours, else the first that is as wide as the rows."""
    named = [(sum(_is_ours(text, words) for text in line), -at) for at, line in enumerate(texts[:SEARCHED])]
    most, at = max(named, default=(0, 0))
    if most >= 2:
        return -at
    filled = (texts != "").sum(axis=1)
    wide = int(np.median(filled[filled > 1])) if (filled > 1).any() else 0
    return next((at for at, line in enumerate(texts[:SEARCHED]) if filled[at] >= max(wide, 2)
                 and not any(text.isdecimal() for text in line)), None)


def _is_ours(text: str, words: Vocabulary) -> bool:
    if not text or rating(text):  # an answer stands under a heading as often as it is one
        return False
    named = (words.attendance.column(text), words.evaluation.column(text))
    return any(named) or (words.day(text) is not None and not text.isdecimal())


def _series(lines: Collection[str], words: Vocabulary) -> str | None:
    """The name of the one course that the lines say »Dag 1« is of."""
    named = {one.name for text in lines for one in day_series.said(text, words.series)}
    if not named and any(map(COURSE.search, lines)):
        return day_series.WHOLE
    return named.pop() if len(named) == 1 else None


def _heard(lines: Collection[str]) -> Presence | None:
    """Whether the lines over a list say that it is of those who signed up, or of those who came."""
    said = " ".join(lines).casefold()
    signed, met = (any(word in said for word in words) for words in (SIGNED_UP, MET))
    return None if signed == met else Presence.REGISTERED if signed else Presence.CAME
