"""Whether a file is a list of people or of answers, and the list with only the columns that are let in."""

import re
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pandas as pd

from model.formatting import normalise
from model.importing import account_sheets
from model.importing.account_sheets import Ledger
from model.importing.account_words import Fate
from model.importing.cells.cell_text import squeezed, written
from model.importing.cells.presence import Presence
from model.importing.columns.profiles import fingerprint
from model.importing.counting.listing import Column, ListedSheet, Listing, Use, keys
from model.importing.counting.uses import Reading, Vocabulary
from model.importing.files.workbook import Marks, Sheet, Workbook, column_letters
from model.importing.record_datasets import ATTENDANCE, EVALUATION
from model.importing.records.cells import told_course_day
from model.importing.records.headings import SEARCHED
from model.personal_data import forbidden_heading, name_heading

WHO = ("deltager", "deltagernavn", "respondent", "medarbejder", "person", "kursist", "attendee", "participant", "name",
       "full name", "underskrift")  # over the people themselves
FEWEST = 3  # answers of a table that is counted already
SIGNED_UP, MET = ("tilmeld", "sign-up", "venteliste"), ("fremmød", "mødeprotokol", "deltog", "mødte", "attended")
ADDS_UP = re.compile(r"(?:i ?alt|(?:hoved|sub|grand )?total|sum|samlet|tilsammen)\b", re.IGNORECASE)
Texts = np.ndarray  # rows × columns of str, "" where a cell is empty


def listing(workbook: Workbook, words: Vocabulary) -> Listing | None:
    """The file as a list, when at least one of its sheets is one; None when none is."""
    read = [_Sheet(sheet, number, words) for number, sheet in enumerate(workbook.sheets, 1)]
    lists = [each for each in read if each.is_answers] or [each for each in read if each.is_people]
    if not lists:
        return None
    dataset = EVALUATION.name if lists[0].is_answers else ATTENDANCE.name
    known = dict.fromkeys(f"{column.use}:{column.name}:{'' if column.day else normalise(column.heading)}"
                          for each in lists for column in each.columns)
    counted, waiting = (account_sheets.account(workbook, [each.ledger(fate, counted=each in lists) for each in read])
                        for fate in (Fate.COUNTED, Fate.ANSWER))
    return Listing(dataset, tuple(each.reduced() for each in lists), workbook.file_name, workbook.sha256,
                   fingerprint(["liste", dataset, *known]), counted, waiting)


def is_offered(listing: Listing, workbook: Workbook) -> bool:
    """Whether a file that is read as a table of counts may rather be counted: it has names, or several rows a key."""
    if not any(column.use in (Use.MARK, Use.RATING, Use.SCORE) for column in listing.columns()):
        return False
    named = any(forbidden_heading(text) or name_heading(text) or normalise(text) in map(normalise, WHO)
                for sheet in workbook.sheets for text in _first_texts(sheet))
    return named or listing.dataset == EVALUATION.name or any(map(_has_several_rows_a_key, listing.sheets))


def _has_several_rows_a_key(sheet: ListedSheet) -> bool:
    every = [keys(sheet.columns, row) for row in range(len(sheet.rows))]
    return len(set(every)) < len(every)


def _first_texts(sheet: Sheet) -> Iterator[str]:
    return (cell for line in sheet.cells.to_numpy(dtype=object)[:SEARCHED] for cell in line if isinstance(cell, str))


class _Sheet:
    """One sheet on its way: its texts, where its headings are, and what its columns are."""

    def __init__(self, sheet: Sheet, number: int, words: Vocabulary) -> None:
        self.sheet, self.number, self.words = sheet, number, words
        self.texts = _texts(sheet.cells)
        self.leaf = _leaf(self.texts, words)
        every = self.texts[self.leaf + 1:] if self.leaf is not None else self.texts[:0]
        self.headings = list(self.texts[self.leaf]) if self.leaf is not None else []
        self.kept = np.array([self._is_a_row(line) for line in every], dtype=bool)
        self.summed = np.array([_is_sum(line) for line in every], dtype=bool)
        self.sums = every[self.summed]
        self.numbers = sheet.cells.index.to_numpy()[len(self.texts) - len(every):]
        self.body = _carried(every, sheet.marks, self.numbers)[self.kept]
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

    def reduced(self) -> ListedSheet:
        """What is let in of the sheet."""
        above = tuple(text for line in self.texts[:self.leaf] for text in line if text)
        let_in = {column.position for column in self.columns}
        filled = [at for at in range(self.texts.shape[1]) if at not in let_in and (self.texts[:, at] != "").any()]
        lines = (*above, self.sheet.name)
        days = told_course_day(lines, self.words.known.course_days)
        places = {code for text in lines for piece in text.split(":") if (code := self.words.place(piece.strip()))}
        return ListedSheet(self.number, self._rows(), tuple(self.columns), days,
                           places.pop() if len(places) == 1 else None, _heard(lines), self._twins(filled),
                           len(self.sums), self._total(), tuple(map(column_letters, filled)))

    def ledger(self, fate: Fate, *, counted: bool) -> Ledger:
        """The account of the sheet's numbers. fate: of those that are counted."""
        ledger = Ledger(self.sheet, Fate.ABOVE if counted else Fate.OTHER_SHEET)
        if counted and self.leaf is not None:
            index = self.sheet.cells.index
            ledger.put_rows(index[self.leaf:self.leaf + 1], Fate.HEADING)
            ledger.put_rows(index[self.leaf + 1:], Fate.UNUSED)
            for column in self.columns:
                ledger.put(np.array(self._rows()), column.position, fate)
            ledger.put_rows(set(index[self.leaf + 1:]) - set(self._rows()), Fate.SKIPPED_ROW)
        return ledger

    def _rows(self) -> tuple[int, ...]:
        return tuple(map(int, self.numbers[self.kept]))

    def _is_a_row(self, line: Texts) -> bool:
        return bool((line != "").any()) and not _is_sum(line) and list(line) != self.headings

    def _columns(self) -> Iterator[Column]:
        """The columns that are let in; of two that would say who is on a row, the one whose heading says so."""
        read: list[tuple[int, Reading]] = []
        for at in range(self.texts.shape[1]) if self.leaf is not None else ():
            reading = self.words.reading(self.headings[at], [text for text in self.body[:, at] if text])
            if reading is not None:
                read.append((at, reading))
        for use in (Use.DAY, Use.PLACE, Use.ROLE, Use.SENT, Use.ANSWERED):
            same = sorted((not reading.by_heading, at) for at, reading in read if reading.use is use)
            read = [(at, r) for at, r in read if r.use is not use or at == same[0][1]]
        read += self._frequencies(read)
        for at, reading in read:
            yield Column(reading.use, at, self.headings[at], tuple(self.body[:, at]), reading.meaning, reading.day,
                         reading.score)

    def _frequencies(self, read: Sequence[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
        """The column that says how many gave the answer on each row, where every answer stands once."""
        answers = [at for at, reading in read if reading.use is Use.RATING]
        days = [at for at, reading in read if reading.use is Use.DAY]
        rows = {tuple(line[[*answers, *days]]) for line in self.body}
        if len(answers) != 1 or len(self.body) < FEWEST or len(rows) < len(self.body):
            return []
        taken = {at for at, _ in read}
        counted = (at for at in range(self.texts.shape[1]) if at not in taken and self.texts.shape[1]
                   and all(text.isdecimal() for text in self.body[:, at]))
        first = next(counted, None)
        return [] if first is None else [(first, Reading(Use.COUNT))]

    def _total(self) -> int | None:
        """What a sum row says all the answers of a counted table are."""
        column = next((column for column in self.columns if column.use is Use.COUNT), None)
        said = [text for text in self.sums[:, column.position] if text.isdecimal()] if column else []
        return int(said[-1]) if said else None

    def _is_ticked(self) -> bool:
        """Whether no column of counts has a number over 1, which several people would be."""
        parts = {at: self.words.attendance.part(h) or self.words.evaluation.part(h) or ""
                 for at, h in enumerate(self.headings)}
        counted = [at for at, part in parts.items() if part in ("tilmeldt", "moedt", "udsendt", "besvaret")
                   or part.startswith("tilfredshed_")]
        return not any(text.isdecimal() and int(text) > 1 for at in counted for text in self.body[:, at])

    def _has_people(self) -> bool:
        """Whether a column that is not let in holds other words on nearly every row: names, or signatures."""
        let_in = {column.position for column in self.columns}
        return any(len(set(self.body[:, at]) - {""}) > 1 for at in range(self.texts.shape[1]) if at not in let_in)

    def _twins(self, unread: Sequence[int]) -> tuple[int, ...]:
        """Positions of the rows that are wholly like an earlier one, where what is not let in tells people apart."""
        telling = [at for at in unread if any(any(map(str.isalpha, text)) for text in self.body[:, at])]
        if not telling:
            return ()
        seen: set[int] = set()
        twins = []
        for at, line in enumerate(self.body):
            key = hash(tuple(line))  # of this run alone, and never kept
            if key in seen and any(line[telling] != ""):
                twins.append(at)
            seen.add(key)
        return tuple(twins)


def _texts(cells: pd.DataFrame) -> Texts:
    values = cells.to_numpy(dtype=object)
    known: dict[object, str] = {}

    def text(cell: object) -> str:
        key = (type(cell), cell)
        if key not in known:
            known[key] = squeezed(written(cell) or "")
        return known[key]

    return np.array([[text(cell) if cell is not None else "" for cell in line] for line in values],
                    dtype=object).reshape(values.shape)


def _leaf(texts: Texts, words: Vocabulary) -> int | None:
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
    return bool(text) and (words.attendance.part(text) is not None or words.evaluation.part(text) is not None
                           or (words.day(text) is not None and not text.isdecimal()))


def _is_sum(line: Collection[str]) -> bool:
    """Whether a row adds up others: the first word on it says so, and no name does."""
    first = next((text for text in line if text), "")
    return ADDS_UP.match(first) is not None


def _carried(body: Texts, marks: Marks, numbers: np.ndarray) -> Texts:
    """The cells with what stands in a merged one on each of the rows it covers. numbers: the rows' own."""
    made = body.copy()
    at = {int(row): position for position, row in enumerate(numbers)}
    for area in marks.merged:
        if area.left == area.right < made.shape[1] and area.top in at:
            for row in range(area.top + 1, area.bottom + 1):
                if row in at:
                    made[at[row], area.left] = made[at[row], area.left] or made[at[area.top], area.left]
    return made


def _heard(lines: Collection[str]) -> Presence | None:
    """Whether the lines over a list say that it is of those who signed up, or of those who came."""
    said = " ".join(lines).casefold()
    signed, met = (any(word in said for word in words) for words in (SIGNED_UP, MET))
    return None if signed == met else Presence.REGISTERED if signed else Presence.CAME
