"""What a heading says besides the name of a column: a course day, a role, a jobcenter, a month, what is counted."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from model.basics.formatting import month_key, normalise
from model.intake.cells import month_parts
from model.intake.cells.cell_text import squeezed, without_decimals, written
from model.intake.cells.month_mentions import month_in
from model.intake.cells.month_text import month_of
from model.intake.cells.period_text import several
from model.intake.cells.place_text import place_of
from model.intake.columns import sums
from model.intake.columns.spellings import Spellings
from model.intake.datasets.declaration import Column, Dataset
from model.intake.records.named_days import Plan, course_day_of, day_named
from model.intake.tables.senses import NOTHING, Sense

FREE_WORDS = "Ledige pladser"
FREE = "ledige_pladser"  # no part of any dataset: places less these are the occupied ones
FREE_STEMS = ("ledig", "friepladser")  # in normalised words
LESS = {"pladser": ("besatte", FREE)}  # what is counted in places is no count of the places themselves
NOT = re.compile(r"ikke|uden|udeble|afbud|frist", re.IGNORECASE)
WEEK = re.compile(r"uge\W{0,2}\d{1,2}(?!\d)(?:\W{0,3}\d{4})?", re.IGNORECASE)
FILLERS = {"antal", "og", "i", "alt", "for", "af", "rolle"}
WORD = re.compile(r"[^\W\d_]+")


def counted(text: str, dataset: Dataset) -> str | None:
    """The count that a title or a heading names; None when it names none, or more than one."""
    plain = normalise(text)
    stems = {part.name: part.stems for part in dataset.fields}
    stems |= {FREE: FREE_STEMS} if "besatte" in stems else {}
    found = {name for name, known in stems.items() if any(stem in plain for stem in known)}
    found -= {name for name, others in LESS.items() if found & set(others)}
    return found.pop() if len(found) == 1 and not NOT.search(text) else None


class HeadingKeys:
    """Headings of one dataset held against its keys."""

    def __init__(self, words: Spellings, plan: Plan, places: Mapping[str, str]) -> None:
        """plan: the course days. places: normalised spelling -> code."""
        self.spellings, self.plan, self.places, self.dataset = words, plan, places, words.dataset
        self.kinds = {part.kind: part for part in words.dataset.keys}
        self.choices = {part.name: {normalise(word): stored for stored, others in (part.choices or {}).items()
                                    for word in (stored, *others)} for part in words.dataset.keys}
        self.codes = set(places.values())
        self.sense = lru_cache(maxsize=4096)(self._sense)

    def _sense(self, cell: Any) -> Sense:
        """What one heading says; a heading that is simply one of ours names its part and nothing else."""
        text = squeezed(written(cell) or "")
        if not text:
            return NOTHING
        if own := self.spellings.column(cell):
            return Sense(column=own)
        if "month" in self.kinds and WEEK.fullmatch(text):
            return Sense(week=True)
        keys = {part.name: said for part in self.dataset.keys if (said := self._key(text, part))}
        column = counted(text, self.dataset)
        if "month" in self.kinds and several(text):
            return Sense({}, column, total=True)
        if summed := sums.summed(text):
            rest = self.sense(summed[1]).keys if summed[1] else {}
            return Sense(rest, column, total=summed[0] == "sum", computed=summed[0] == "average")
        return Sense(keys, column, loose=column is not None)

    def _key(self, text: str, part: Column) -> str | None:
        """The text of a key, as its cells would say it."""
        if part.kind == "course_day":
            return self._day(text)
        if part.kind == "choice":
            return self._choice(text, self.choices[part.name])
        if part.kind == "jobcenter":
            return place_of(text, self.places, self.codes)
        return self._month(text) if part.kind == "month" else None

    def _day(self, text: str) -> str | None:
        """A code; the date as it is written where no course day is held on it. A bare number is no course day."""
        if without_decimals(text).isdecimal():
            return None
        return course_day_of(text, self.plan) or (text if day_named(text) else None)

    def _choice(self, text: str, known: Mapping[str, str]) -> str | None:
        """The one choice that a text is, or that it names among words that say what is counted."""
        if (whole := known.get(normalise(text))) is not None:
            return whole
        found = {known[plain] for word in WORD.findall(text) if (plain := normalise(word)) in known}
        others = [word for word in WORD.findall(text) if normalise(word) not in {*known, *FILLERS}]
        if len(found) != 1 or any(counted(word, self.dataset) is None for word in others):
            return None
        return found.pop()

    def _month(self, text: str) -> str | None:
        try:
            month: date | None = month_of(text)
        except ValueError:
            month = month_in(text)
        return month_key(month) if month else text if month_parts.named(text) else None
