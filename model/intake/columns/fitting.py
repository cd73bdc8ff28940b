"""What a column may be: how like its heading is to ours, weighed by whether its cells can be that at all."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells import excel_dates
from model.intake.cells.cell_text import squeezed, written
from model.intake.cells.count_text import NUMERIC
from model.intake.cells.date_text import moment_in, month_number
from model.intake.cells.month_text import NoMonth, month_of
from model.intake.cells.place_text import place_of
from model.intake.columns.likeness import RESEMBLING, like
from model.intake.datasets.declaration import Dataset, Kind

SPEAKING: tuple[Kind, ...] = ("code", "name", "jobcenter", "course_day", "month", "choice", "measure", "date")
PLACES: tuple[Kind, ...] = ("code", "name", "jobcenter")
SAMPLED = 60  # different texts that are looked at to tell what a column holds
EQUALLY = 0.02  # two that differ by less in likeness are resembled equally
SURELY, PERHAPS, NEVER = 1.0, 0.5, 0.0
MOST, SOME = 0.5, 0.25  # of the cells
SORTS = ("number", "code", "place", "month", "nearly_month", "date", "course_day", "word", "measure")
CONTRADICTED = 2  # cells from which a column contradicts its heading


@dataclass(frozen=True)
class Candidate:
    """One part of a dataset: its name, what its cells hold, and the words (normalised) of its heading."""

    name: str
    kind: Kind
    words: tuple[str, ...]
    choices: frozenset[str] = frozenset()
    stored: tuple[str, ...] = ()  # the choices as they are stored


@dataclass(frozen=True)
class Scope:
    """What cells are held against. places: normalised spelling -> code. course_day: does a text name one of ours?"""

    places: Mapping[str, str]
    measures: Collection[str] = ()  # normalised words for measures
    course_day: Callable[[str], bool] | None = None


@dataclass(frozen=True)
class Content:
    """The share of a column's different cells that are of each sort; a cell may be of several."""

    texts: tuple[str, ...]
    filled: int = 0  # cells that hold something
    number: float = 0
    code: float = 0
    place: float = 0
    month: float = 0
    nearly_month: float = 0  # a month without its year, a quarter, a year
    date: float = 0
    course_day: float = 0
    word: float = 0  # none of these: words only
    measure: float = 0


def candidates(dataset: Dataset, words: Mapping[str, str]) -> tuple[Candidate, ...]:
    """Every part of a dataset. ``words``: normalised spelling -> part's name."""
    return tuple(Candidate(part.name, part.kind, tuple(word for word, meant in words.items() if meant == part.name),
                           frozenset(normalise(said) for stored, others in (part.choices or {}).items()
                                     for said in (stored, *others)),
                           tuple(part.choices or ()))
                 for part in dataset.parts)


def content(cells: np.ndarray, scope: Scope) -> Content:
    """What the first different cells of a column are."""
    filled = cells[pd.notna(cells)][:SAMPLED * 10]
    different = pd.unique(pd.Series(filled, dtype=object))[:SAMPLED]
    texts = [text for cell in different if (text := squeezed(written(cell) or ""))]
    if not texts:
        return Content(())
    sorts = [sorts_of(text, scope) for text in texts]
    shares = {name: sum(name in found for found in sorts) / len(texts) for name in SORTS}
    return Content(tuple(texts), len(filled), **shares)


def sorts_of(text: str, scope: Scope) -> set[str]:
    """Which sorts of a column's cells (``SORTS``) a text is of."""
    plain, sorts = text.casefold(), set()
    if _is_day(plain):
        sorts.add("date")
    try:
        month_of(text)
        sorts.add("month")
    except NoMonth as fault:
        if fault.kind == "period" or month_number(plain) or excel_dates.day_of(text):
            sorts.add("nearly_month")
    if NUMERIC.match(text) and "date" not in sorts:
        sorts.add("number")
    if place_of(text, scope.places, set(scope.places.values())):
        sorts.add("code" if "number" in sorts else "place")
    if scope.course_day is not None and scope.course_day(text):
        sorts.add("course_day")
    if normalise(text) in scope.measures:
        sorts.add("measure")
    if not sorts & {"number", "month", "nearly_month", "date", "course_day"} and any(map(str.isalpha, text)):
        sorts.add("word")
    return sorts


def _is_day(plain: str) -> bool:
    try:
        return moment_in(plain) is not None
    except ValueError:
        return True


def fit(candidate: Candidate, contents: Content) -> float:
    """How well a column's cells fit a part: SURELY, PERHAPS (nothing speaks against it) or NEVER."""
    if not contents.texts:
        return PERHAPS
    if candidate.kind == "choice":
        known = sum(normalise(text) in candidate.choices or excel_dates.choice_in(text, candidate.stored) is not None
                    for text in contents.texts) / len(contents.texts)
        return SURELY if known >= MOST else _perhaps(contents.word >= MOST > contents.place)
    return _FITS[candidate.kind](contents)


def _perhaps(possible: bool) -> float:
    return PERHAPS if possible else NEVER


def _count(contents: Content) -> float:
    dated = contents.month >= MOST or contents.date >= MOST
    return NEVER if dated or contents.number < MOST else PERHAPS if contents.code == 1 else SURELY


def _text(contents: Content) -> float:
    return NEVER if contents.word < MOST else PERHAPS if contents.place >= MOST else SURELY


def _place(contents: Content) -> float:
    return SURELY if contents.place >= MOST else _perhaps(contents.word >= MOST and contents.measure < MOST)


def _jobcenter(contents: Content) -> float:
    return max(_place(contents), SURELY if contents.code >= MOST else NEVER)


def _month(contents: Content) -> float:
    likely = contents.month + contents.nearly_month + contents.date >= MOST
    return SURELY if contents.month >= MOST else _perhaps(likely)


def _course_day(contents: Content) -> float:
    if contents.course_day >= MOST:
        return SURELY if contents.number < MOST else PERHAPS  # a 3 may be anything
    return _perhaps(contents.date >= MOST)


_FITS: dict[str, Callable[[Content], float]] = {
    "count": _count, "number": _count, "text": _text, "name": _place, "jobcenter": _jobcenter, "month": _month,
    "code": lambda found: SURELY if found.code >= MOST else NEVER,
    "date": lambda found: SURELY if found.date >= MOST else NEVER, "course_day": _course_day,
    "measure": lambda found: SURELY if found.measure >= SOME else NEVER}


def by_heading(heading: str, contents: Content, parts: Iterable[Candidate], *,
               likeness: float = RESEMBLING) -> str | None:
    """The part whose heading is most like the sender's, of those the cells fit; None when two are so equally."""
    plain = normalise(heading)
    fitting = sorted(((alike * (1 + weight), part.name) for part in parts
                      if plain and (alike := like(plain, part.words)) >= likeness and (weight := fit(part, contents))),
                     reverse=True)
    if not fitting or (len(fitting) > 1 and fitting[0][0] - fitting[1][0] < EQUALLY):
        return None
    return fitting[0][1]


def by_values(contents: Content, parts: Iterable[Candidate], *, taken: Collection[str | None] = ()) -> str | None:
    """The one part not taken yet that the cells speak for by themselves; None when there is none, or more.

    Numbers never speak for a place: a count may be a jobcenter's code by chance, so its heading must say that it is.
    """
    if not contents.texts:
        return None
    numbers = contents.number >= MOST
    fitting = [part for part in parts if part.name not in taken and part.kind in SPEAKING
               and not (numbers and part.kind in PLACES) and fit(part, contents) == SURELY]
    for kind in SPEAKING:
        names = [part.name for part in fitting if part.kind == kind]
        if names:
            return names[0] if len(names) == 1 else None
    return None


def contradicts(candidate: Candidate, contents: Content, *, placed: bool = False) -> bool:
    """Whether cells plainly are something else than their known heading says: all of them, and more than one.

    placed: whether another column holds the names of jobcenters.
    """
    if contents.filled < CONTRADICTED or not contents.texts:
        return False
    if candidate.kind == "count":
        return contents.place == 1 or (contents.month == 1 and contents.number < 1)
    if candidate.kind in ("name", "jobcenter", "code"):
        counted = contents.number == 1 and contents.code < MOST and (placed or not all(map(_is_code, contents.texts)))
        elsewhere = 1 in (contents.date, contents.month) or (contents.course_day == 1 and contents.number < 1)
        return counted or (elsewhere and not contents.place and not contents.code)
    if candidate.kind == "month":
        return contents.place == 1 or (contents.number == 1 and not contents.month + contents.nearly_month
                                       and any(not _is_month_number(text) for text in contents.texts))
    if candidate.kind == "choice":
        return not fit(candidate, contents) and 1 in (contents.number, contents.place, contents.date, contents.month)
    return candidate.kind in ("course_day", "date") and contents.place == 1


def _is_code(text: str) -> bool:
    return len(text.removeprefix("0")) == len("791")


def _is_month_number(text: str) -> bool:
    return text.isdecimal() and 1 <= int(text) <= 12
