"""What a heading says besides the name of a column: a course day, a role, a jobcenter, a month, what is counted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
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

FREE_WORDS = "Ledige pladser"
FREE = "ledige_pladser"  # no part of any dataset: places less these are the occupied ones
FREE_STEMS = ("ledig", "friepladser")  # in normalised words
LESS = {"pladser": ("besatte", FREE)}  # what is counted in places is no count of the places themselves
NOT = re.compile(r"ikke|uden|udeble|afbud|frist", re.IGNORECASE)
WEEK = re.compile(r"uge\W{0,2}\d{1,2}(?!\d)(?:\W{0,3}\d{4})?", re.IGNORECASE)
FILLERS = {"antal", "og", "i", "alt", "for", "af", "rolle"}
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Said:
    """keys: part -> its text. part: what the cells state. total: the column adds up others (of the keys it names)."""

    keys: dict[str, str] = field(default_factory=dict)
    part: str | None = None
    total: bool = False
    computed: bool = False  # an average or the like
    week: bool = False


NOTHING = Said()


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
        self.words, self.plan, self.places, self.dataset = words, plan, places, words.dataset
        self.kinds = {part.kind: part for part in words.dataset.keys}
        roles = self.kinds.get("choice")
        self.roles = {normalise(word): stored for stored, others in ((roles.choices if roles else None) or {}).items()
                      for word in (stored, *others)}
        self.codes = set(places.values())
        self.said = lru_cache(maxsize=4096)(self._said)

    def _said(self, cell: Any) -> Said:
        """What one heading says; a heading that is simply one of ours names its part and nothing else."""
        text = squeezed(written(cell) or "")
        if not text:
            return NOTHING
        if own := self.words.column(cell):
            return Said(part=own)
        if "month" in self.kinds and WEEK.fullmatch(text):
            return Said(week=True)
        found = {kind: said for kind, part in self.kinds.items() if (said := self._key(text, part))}
        keys = {self.kinds[kind].name: said for kind, said in found.items()}
        part = counted(text, self.dataset)
        if "month" in self.kinds and several(text):
            return Said({}, part, total=True)
        if summed := sums.summed(text):
            rest = self.said(summed[1]).keys if summed[1] else {}
            return Said(rest, part, total=summed[0] == "sum", computed=summed[0] == "average")
        return Said(keys, part)

    def _key(self, text: str, part: Column) -> str | None:
        """The text of a key, as its cells would say it."""
        if part.kind == "course_day":
            return self._day(text)
        if part.kind == "choice":
            return self._role(text)
        if part.kind == "jobcenter":
            return place_of(text, self.places, self.codes)
        return self._month(text) if part.kind == "month" else None

    def _day(self, text: str) -> str | None:
        """A code; the date as it is written where no course day is held on it. A bare number is no course day."""
        if without_decimals(text).isdecimal():
            return None
        return course_day_of(text, self.plan) or (text if day_named(text) else None)

    def _role(self, text: str) -> str | None:
        found = {self.roles[plain] for word in WORD.findall(text) if (plain := normalise(word)) in self.roles}
        others = [word for word in WORD.findall(text) if normalise(word) not in {*self.roles, *FILLERS}]
        if len(found) != 1 or any(counted(word, self.dataset) is None for word in others):
            return None
        return found.pop()

    def _month(self, text: str) -> str | None:
        try:
            month: date | None = month_of(text)
        except ValueError:
            month = month_in(text)
        return month_key(month) if month else text if month_parts.named(text) else None
