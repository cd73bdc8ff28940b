"""What a heading of the sender's means: a column of ours, a month, a jobcenter, a computed column, nothing known."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, Literal

from model.basics.formatting import month_key, normalise
from model.intake.cells.cell_text import written
from model.intake.cells.count_text import NUMERIC
from model.intake.cells.month_mentions import month_in, without_month
from model.intake.cells.month_text import month_of
from model.intake.cells.period_text import several, without_period
from model.intake.cells.place_text import nearest, place_of
from model.intake.columns import sums
from model.intake.columns.spellings import MISSPELT, spellings_of
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import CODE, MONTH, NAME
from model.intake.known import Known
from model.intake.tables.senses import Sense

IGNORE = "ignore"
PLACES = (CODE.name, NAME.name)
REGION, ALL, COUNTRY, AVERAGE = "@region", "@alt", "@land", "@snit"
TOTALS = {REGION: sums.REGION, ALL: sums.ALL, COUNTRY: sums.COUNTRY}
COMPUTED = re.compile(r"(^|[^a-zæøå])(pct|procent|andel|ændr|ændring|udvikling|forskel|diff|difference|vækst|indeks"
                      r"|index|gns|gennemsnit|rang|målopfyldelse|afvigelse)|%", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
FILLERS = {"maaned", "maaneden", "maanedens", "md", "mdr", "antal", "personer", "rettet", "tal", "tallene", "for", "i",
           "pr", "ultimo", "foreloebig", "foreloebige", "endelig", "endelige", "opgjort"}  # beside a month, say no more
YEAR_WORDS = {"aar", "aarstal", "kalenderaar", "year"}  # headings of a column of years, normalised
YEAR = re.compile(r"(19|20)\d\d")
Kind = Literal["blank", "key", "field", "month", "place", "total", "computed", "number", "unknown"]


@dataclass(frozen=True)
class Meaning:
    """What one heading says: a target (field, key, place code or total scope) and, if it names one, a month."""

    kind: Kind
    target: str | None = None
    month: date | None = None


BLANK = Meaning("blank")


class Vocabulary:
    """Every word a dataset's headings are matched against, on their normalised form."""

    def __init__(self, dataset: Dataset, known: Known) -> None:
        self.dataset = dataset
        self.known = known
        self.keys = tuple(k.name for k in dataset.keys)
        self.codes = set(known.aliases.values())
        self.fields = {f.name: f for f in dataset.fields}
        self.spellings = spellings_of(dataset)
        self._totals = {normalise(word): scope for scope, words in TOTALS.items() for word in words}
        for landsdel in set(known.landsdele.values()):
            short = normalise(landsdel).removesuffix("jylland")
            forms = (normalise(landsdel), short, f"landsdel{normalise(landsdel)}")
            self._totals |= {word + end: f"@{landsdel}" for word in forms for end in ("", "ialt")}
        self.meaning = lru_cache(maxsize=4096)(self._meaning)
        self.sense = lru_cache(maxsize=4096)(self._sense)
        self.total_of = lru_cache(maxsize=4096)(self._total_of)

    def total(self, text: str) -> str | None:
        """The scope of a total row by that name; None when it is none.

        @region, @alt, @land, @<landsdel>, @<code> (»Skive Total«: over one jobcenter's rows) or @snit (an average).
        """
        if (scope := self._totals.get(normalise(text))) or (found := sums.summed(text)) is None:
            return scope
        how, of = found
        known = ALL if not of else self._totals.get(normalise(of))
        if known is None and (code := self.place(of)):
            known = f"@{code}"
        return AVERAGE if known and how == "average" else known

    def _total_of(self, text: str) -> tuple[str | None, date | None]:
        """The scope of a total, and the month it is of, where it names one: ``2010-02 Total``, ``Marts 2010 i alt``."""
        if scope := self.total(text):
            return scope, None
        month = month_in(text)
        scope = self.total(without_month(text)) if month else None
        return scope, month if scope else None

    def place(self, text: str) -> str | None:
        """The code of the jobcenter the text names, or None."""
        return place_of(text, self.known.aliases, self.codes)

    def heading(self, name: str) -> str:
        """Our own Danish heading for a field or key."""
        return self.dataset.field(name).heading

    def nearest(self, text: str, *, among: set[str] | None = None) -> str | None:
        """The field or key whose name, heading or alias is most like the text; None when nothing is."""
        words = [word for word, name in self.spellings.by_word.items() if among is None or name in among]
        found = nearest(normalise(text), words) if words else None
        return self.spellings.by_word[found] if found else None

    def is_close(self, text: str, name: str) -> bool:
        """Whether a text is so like a word for a field or key that it is probably that word misspelt."""
        return any(is_misspelt(text, word) for word, meant in self.spellings.by_word.items() if meant == name)

    def _meaning(self, cell: Any) -> Meaning:
        if isinstance(cell, datetime | date):
            return _month(cell)
        text = str(cell).strip() if cell is not None else ""
        if not normalise(text) or normalise(text) in sums.ACROSS:
            return BLANK
        if name := self.spellings.column(text):
            return Meaning("key" if name in self.keys else "field", name)
        if scope := self.total(text):
            return Meaning("total", scope) if scope != AVERAGE else Meaning("computed")
        return self._other(text)

    def _sense(self, cell: Any) -> Sense:
        """What a heading says, as far as finding a table is concerned."""
        meaning = self.meaning(cell)
        keys = {MONTH.name: month_key(meaning.month)} if meaning.month else {}
        keys |= {NAME.name: meaning.target} if meaning.kind == "place" and meaning.target else {}
        return Sense(keys, meaning.target if meaning.kind in ("key", "field") else None, total=meaning.kind == "total",
                     computed=meaning.kind == "computed", loose=meaning.kind == "unknown" and bool(keys))

    def _other(self, text: str) -> Meaning:
        if several(text) and (name := self.spellings.column(without_period(text))) in self.fields:
            return Meaning("field", name)
        if COMPUTED.search(text) or sums.is_computed(text):
            return Meaning("computed")
        if code := self.place(text):
            return Meaning("place", code)
        month = None if several(text) else month_in(text)
        if month is None:
            return Meaning("number" if NUMERIC.match(text) and not YEAR.fullmatch(text) else "unknown")
        name = self.spellings.column(without_month(text))
        if name in self.fields:
            return Meaning("field", name, month)
        rest = {normalise(part) for part in WORD.findall(without_month(text))}
        return Meaning("month" if rest <= FILLERS else "unknown", month=month)


def is_misspelt(text: str, word: str) -> bool:
    """Whether a text is so like a word that it is probably that word misspelt."""
    plain = normalise(text)
    return len(plain) >= 4 and SequenceMatcher(None, plain, normalise(word)).ratio() >= MISSPELT


def _month(cell: date) -> Meaning:
    """The month of a heading that a workbook keeps as a day; one that may be another month's is to be explained."""
    try:
        return Meaning("month", month=month_of(written(cell) or ""))
    except ValueError:
        return Meaning("unknown")
