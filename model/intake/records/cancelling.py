"""»Aflyst« wherever a sender writes it: in a count's cell, a column of its own, a remark, or over the table."""

import re
from dataclasses import dataclass, replace

import numpy as np

from model.basics.formatting import normalise
from model.intake.cells.cell_text import quoted, squeezed, written
from model.intake.datasets.declaration import CANCELLED, HELD, Column, Dataset
from model.intake.records.tables import Table
from model.intake.report import Heading, Problem
from model.programmes.words import REGION

GATE = 4
WHAT = r"(?:hele )?(?:(?:kursus|mentor)?dag(?:en)?|(?:mentor)?kurset)"
DATE = r"(?:den |d\. ?)?\d{1,2}(?:[/.-] ?\d{1,2}|\. ?[a-zæøå]{3,9}\.?)(?:[/. -]{1,2}(?:\d{4}|\d{2}))?"
WHY = r"(?:pga\b|p\.g\.a\b|på grund af|grundet|som følge af|[,;:(–—-]).*"
SAYS = re.compile(rf"(?:{WHAT} )?(?:(?:er|blev|blevet|helt) )*aflyst(?: {DATE})?[.!]*(?: ?{WHY})?", re.IGNORECASE)
ENDS = re.compile(r".*[\s,;:(–—-]aflyst[.!)]*", re.IGNORECASE)  # a title that says it of the day it names
MENTIONS = re.compile(r"\baflys", re.IGNORECASE)
DOUBT = re.compile(r"\?|\b(?:ikke|måske|muligvis|formentlig|delvist?|kun|men|nogle|enkelte|flyttet|flyttes|udsat|"
                   r"udskudt|erstattet|alligevel|igen|holdes|afholdes|nyt|nye?|mødt|mødte|deltog)\b", re.IGNORECASE)
NEARLY = re.compile(r"udgår|udgået|annulleret|udsat|udskudt|flyttet|afbud|(?:ej|ikke) (?:af)?holdt|.*\baflys.*",
                    re.IGNORECASE)
YES, NO, NOTHING = {"ja", "j", "x", "sand", "true"}, {"nej", "n", "falsk", "false"}, {"-", "–", "—"}
EVERYBODY = re.compile(rf"i ?alt|sum|total|samlet|regionen|{re.escape(REGION)}|(?:alle|samtlige|hele)\b.*",
                       re.IGNORECASE)
UNCLEAR = ("{} siger ikke sikkert, om kursusdagen er aflyst. Skriv »aflyst«, hvis den er det; ellers skriv tallet, "
           "eller lad cellen være tom.")
REMARK = ("{} nævner en aflysning. Er kursusdagen aflyst, så skriv »aflyst« i kolonnen »Hændelse«; ellers skriv, "
          "hvad der menes.")
TOLD = "Hvor der står »aflyst«, er det læst som, at hele kursusdagen er aflyst."


@dataclass(frozen=True)
class Read:
    """A table with what it says of its days in the event's column. days: rows that speak of their day alone."""

    table: Table
    days: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def cancels(text: str) -> bool | None:
    """Whether a text says that a day is cancelled: True; False when it is mentioned but not certain; None when not."""
    plain = squeezed(text)
    if not MENTIONS.search(plain):
        return None
    return bool(SAYS.fullmatch(plain)) and not DOUBT.search(plain)


def unclear(text: str) -> str | None:
    """What to say of a text in a count's cell that may mean that the day was not held; None for any other text."""
    return UNCLEAR.format(quoted(text)) if NEARLY.fullmatch(squeezed(text)) else None


def read(table: Table, dataset: Dataset) -> Read:
    """The table with every certain »aflyst« moved to the event's column, where the rest of the street finds it."""
    event = dataset.event
    return Read(table) if event is None else _Reading(table, dataset, event).done()


class _Reading:
    """One table on its way: its cells, and what its rows say of their days (row -> event)."""

    def __init__(self, table: Table, dataset: Dataset, event: Column) -> None:
        self.table, self.dataset, self.event = table, dataset, event
        self.grid = table.grid.copy()
        self.counts = [at for at, name in table.targets.items() if dataset.field(name).kind == "count"]
        self.own = next((at for at, name in table.targets.items() if name == event.name), None)
        self.headings = table.heading_of
        self.remarks = [h.index - table.start for h in table.headings
                        if h.guess is None and h.index - table.start not in table.targets]
        self.heading = "" if self.own is None else self.headings[self.own]
        self.said: dict[int, str] = {}
        self.elsewhere = False
        self.days: set[int] = set()
        self.problems: list[Problem] = []

    def done(self) -> Read:
        """Every row's cells, then the lines that say it for the whole table; the events in their column."""
        for at in range(len(self.grid)):
            self._row(at)
        if self._title():
            self.said = dict.fromkeys(range(len(self.grid)), CANCELLED) | self.said
        for at in list(self.said):
            self._of_day(at)
        notes = (TOLD,) if self.elsewhere and self.said else ()
        table = self._with_events() if self.said else self.table
        return Read(table, frozenset(self.days), tuple(self.problems), notes)

    def _row(self, at: int) -> None:
        if self.own is not None and (text := self._text(at, self.own)) and text not in NOTHING:
            self.said[at] = self._answer(text)
        filled = [place for place in range(self.grid.shape[1]) if self._text(at, place)]
        lone = [place for place in filled if place not in self.counts and place != self.own and len(filled) == 1]
        for place in dict.fromkeys((*self.counts, *self.remarks, *lone)):
            told = cancels(text) if (text := self._text(at, place)) else None
            if told and self.said.get(at, CANCELLED) == CANCELLED:
                self.said[at], self.elsewhere = CANCELLED, True
                self.grid[at, place] = None
                self.heading = self.heading or self.headings.get(place, "")
            elif told is not None and place not in self.counts:
                self._ask(text, row=int(self.table.rows[at]), column=self.headings.get(place))

    def _answer(self, text: str) -> str:
        """What a cell of the event's own column says; yes and no where its heading asks."""
        plain = text.casefold()
        if "aflys" in normalise(self.heading) and plain in YES | NO:
            return CANCELLED if plain in YES else HELD
        return CANCELLED if cancels(text) else text

    def _title(self) -> bool:
        """Whether a line over the table, or its sheet's name, says it of the one day the table is about."""
        day = next(key.name for key in self.dataset.keys if key.kind == "course_day")
        for text in (*self.table.above, self.table.sheet):
            if MENTIONS.search(text):
                certain = cancels(text) or (ENDS.fullmatch(squeezed(text)) and not DOUBT.search(text))
                if certain and day not in self.table.names:
                    self.elsewhere = True
                    return True
                self._ask(text)
        return False

    def _of_day(self, at: int) -> None:
        """A row for everybody, or one that names nobody and counts nobody, speaks of its day alone."""
        keys = {place: self.dataset.field(name) for place, name in self.table.targets.items()
                if self.dataset.field(name) in self.dataset.keys}
        everybody = [place for place in keys if EVERYBODY.fullmatch(self._text(at, place))]
        if any(keys[place].kind == "course_day" for place in everybody) and len(self.said) > 1:
            del self.said[at]  # a sum of the rows above, which say it themselves
            return
        if everybody:
            for place in (*(p for p in everybody if keys[p].kind != "course_day"), *self.counts):
                self.grid[at, place] = None
        counted = any(self._text(at, place) for place in self.counts)
        if not counted and not all(self._text(at, place) for place in keys):
            self.days.add(at)

    def _with_events(self) -> Table:
        events = np.array([self.said.get(at) for at in range(len(self.grid))], dtype=object)
        if self.own is not None:
            self.grid[:, self.own] = events
            return replace(self.table, grid=self.grid)
        place = self.grid.shape[1]
        heading = Heading(self.table.start + place, self.heading, (), guess=self.event.name, key=self.event.name)
        return replace(self.table, grid=np.column_stack([self.grid, events]),
                       headings=(*self.table.headings, heading),
                       targets=self.table.targets | {place: self.event.name})

    def _ask(self, text: str, *, row: int | None = None, column: str | None = None) -> None:
        where = f"Række {row}: " if row else ""
        self.problems.append(Problem("advarsel", GATE, f"{where}{REMARK.format(quoted(text))}", row=row,
                                     sheet=self.table.sheet or None, column=column or None))

    def _text(self, at: int, place: int) -> str:
        return squeezed(written(self.grid[at, place]) or "")
