"""One column of a record table read by its kind: stored values, what was taken back, and what is wrong."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

import numpy as np
import pandas as pd

from model.basics.formatting import day, listing
from model.intake.cells import count_text, dated_words, part_text, values
from model.intake.cells.cell_text import not_in_the_file, quoted, squeezed, without_decimals, written
from model.intake.cells.count_text import DASHES, MISSING
from model.intake.cells.part_text import NO_WORD
from model.intake.cells.place_text import misspelt_place, several_places
from model.intake.cells.values import Counts
from model.intake.datasets.declaration import Column
from model.intake.records.background import Background
from model.intake.records.named_days import course_day_in
from model.programmes.words import REGION

TAKEN_BACK = MISSING - {"x"}  # a tick says something
NOTHING = "en tom celle, der ikke ændrer noget"
NO_TEXT = {"..", "...", "…"}  # an x or a dash may be what a text says
NEAREST = 3
FIRST_NUMBER = re.compile(r"(?:nr\.?|henv\.?|#)?\s*(\d{1,7})\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Read:
    """One column: stored values (None = not said), marks (hidden | missing | None), faults and warnings in Danish.

    meant: what a cell with a fault probably should say, where one thing is likely; empty = nothing of the column.
    place: the file's column that a fault is in, where that is not the first of the part's. silent: the texts of cells
    that say no more than an empty one. readings: texts that are to be told of, and what they were read as.
    """

    value: list[object]
    mark: list[str | None]
    fault: list[str | None]
    warning: list[str | None]
    meant: list[str | None] = field(default_factory=list)
    place: dict[int, int] = field(default_factory=dict)
    silent: dict[int, str] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)


def read(part: Column, cells: np.ndarray, background: Background) -> Read:
    """The column's cells as ``part.kind`` says; a cell that is empty says nothing."""
    if part.kind == "count":
        found = values.counts(cells)
        if part.things:
            return _of_things(cells, found)
        return Read(_whole(found), found.mark.tolist(), found.fault.tolist(), found.warning.tolist(),
                    [count_text.meant(written(cell) or "") if fault else None
                     for cell, fault in zip(cells, found.fault, strict=True)])
    known: dict[str, tuple[object, str | None, str | None]] = {"": (None, None, None)}  # a column repeats its texts
    texts = [squeezed(written(cell) or "") for cell in cells]
    silent = {said for said in set(texts) if part.kind != "text" and _is_silent(said, part)}
    for said in dict.fromkeys(texts):
        if said in silent:
            known[said] = (None, None, None)
        elif spoilt := not_in_the_file(said):
            known[said] = (None, None, f"{quoted(said)} {spoilt}")
        elif said.casefold() in (NO_TEXT if part.kind == "text" else TAKEN_BACK):
            known[said] = (None, "missing", None)
        elif said:
            try:
                known[said] = (_one(said, part, background), None, None)
            except ValueError as fault:
                known[said] = (None, None, str(fault))
    columns = [known[said] for said in texts]
    near = {said: _meant(said, part, background) for said, (_, _, fault) in known.items() if fault}
    return Read([c[0] for c in columns], [c[1] for c in columns], [c[2] for c in columns], [None] * len(columns),
                meant=[near.get(said) for said in texts],
                silent={at: said for at, said in enumerate(texts) if said in silent},
                readings={said: NOTHING for said in dict.fromkeys(texts) if said in silent})


def _of_things(cells: np.ndarray, counts: Counts) -> Read:
    """A column of things: they tell nothing about a person, so that a range of them hides none."""
    texts = [squeezed(written(cell) or "") for cell in cells]
    ranges = [bool(count_text.RANGE.fullmatch(text.casefold())) for text in texts]
    faults = [f"{quoted(text)} er et interval. Skriv ét tal." if of_two and fault else fault
              for text, of_two, fault in zip(texts, ranges, counts.fault, strict=True)]
    return Read(_whole(counts), counts.mark.tolist(), faults, counts.warning.tolist(),
                [count_text.meant(text) if fault and not of_two else None
                 for text, fault, of_two in zip(texts, faults, ranges, strict=True)])


def _whole(counts: Counts) -> list[object]:
    """The counts as Python's own, None where there is none."""
    return [None if value is pd.NA else int(value) for value in counts.value]


def _is_silent(said: str, part: Column) -> bool:
    """Whether a text says no more than an empty cell: a dash, or that what the date is of has not happened."""
    return said in DASHES or (part.kind == "date" and dated_words.not_yet(said, part))


def _meant(said: str, part: Column, background: Background) -> str | None:
    """The word that a misspelt one probably should be, or the day that is meant with a doubt."""
    if part.kind == "jobcenter":
        return misspelt_place(said, background.jobcenters.names)
    return part_text.meant(said, part, today=background.today)


def _one(said: str, part: Column, background: Background) -> object:
    """What is stored of one text. Raises ValueError with what is wrong, in Danish."""
    if part.kind in part_text.READERS:
        return part_text.read(said, part, today=background.today)
    each: dict[str, Callable[[str, Column, Background], object]] = {
        "month": _month, "jobcenter": _jobcenter, "course_day": _course_day, "number": _number}
    return each[part.kind](said, part, background)


def _month(said: str, part: Column, background: Background) -> date:
    found = values.month(said)
    if found.first is None:
        raise ValueError(found.fault or f"{quoted(said)} {NO_WORD}")
    if found.first > background.today:
        raise ValueError(f"{quoted(said)} ligger i fremtiden. Ret måneden.")
    return found.first


def _jobcenter(said: str, part: Column, background: Background) -> str:
    known = background.jobcenters
    code = values.place(said, known.aliases)
    if codes := several_places(said, known.aliases):
        named = listing(known.names[each] for each in codes)
        raise ValueError(f"{quoted(said)} er flere jobcentre: {named}. Skriv en række for hvert.")
    if code is None:
        near = _meant(said, part, background)
        guess = f"Mente du »{near}«? " if near else ""
        raise ValueError(f"{quoted(said)} findes ikke i {REGION}. {guess}Brug et af de {len(known.names)} navne "
                         "eller koder i vejledningen.")
    return code


def _number(said: str, part: Column, background: Background) -> int:
    found = FIRST_NUMBER.fullmatch(without_decimals(said))
    if not found or int(found[1]) == 0:
        raise ValueError(f"{quoted(said)} er ikke et nummer. Skriv et helt tal over 0.")
    return int(found[1])


def _course_day(said: str, part: Column, background: Background) -> str:
    """A code (K3, M1-2), a date, ``kursusdag 3`` or ``mentorkursus 1, dag 2``; the nearest dates are told if none."""
    days = background.course_days
    code = course_day_in(without_decimals(said), background.plan)
    if code:
        return code
    found = values.day(said)
    if found.day is not None:
        when = found.day
        same = [code for code, held in days["held_on"].items() if held == when]
        if same:
            return str(same[0])
        near = sorted(days["held_on"], key=lambda held: abs((held - when).days))[:NEAREST]
        raise ValueError(f"der er ingen kursusdag {day(when)}. De nærmeste er "
                         f"{listing(day(held) for held in sorted(near))}. Ret datoen.")
    if found.unreal:
        raise ValueError(found.fault)
    near_codes = get_close_matches(said.upper(), list(days.index), n=NEAREST, cutoff=0.3) or list(days.index[:NEAREST])
    raise ValueError(f"{quoted(said)} er ikke en kursusdag. Skriv dens dato eller en kode, fx {listing(near_codes)}.")
