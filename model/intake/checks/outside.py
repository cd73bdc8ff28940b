"""Rows about jobcenters that whoever gives the file may not report for: each is refused by name."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from model.basics.formatting import alphabetical, listing
from model.intake.checks.naming import MOST, rest
from model.intake.datasets.shared import JOBCENTER
from model.intake.known import Known
from model.intake.report import Problem
from model.programmes.current import PROGRAMME

GATE = 3
REMEDY = "Udelad rækken, eller send filen til en, der må."
ABOUT_NOBODY = (f"Filens rækker er ikke om ét jobcenter, så de kan kun indlæses af {PROGRAMME.organiser.short}. "
                "Der er ikke gemt noget.")
OF_NOBODY = ("Noget i filen er ikke om ét jobcenter, fx at en hel kursusdag er aflyst, så det kan kun indlæses af "
             f"{PROGRAMME.organiser.short}. {REMEDY}")


def units(changes: pd.DataFrame) -> list[str]:
    """The codes of whom a report's changes state anything of, in order; "" of what is about nobody, as a course day."""
    return sorted({"" if pd.isna(code) else str(code) for code in changes["jobcenter"].unique()} or {""})


def taken_from(changes: pd.DataFrame) -> list[str]:
    """The codes of those whose records the changes give to others, as an enquiry that is known by its number alone."""
    whose_it_was = changes.loc[changes["measure"].eq(JOBCENTER.name), "old_text"].dropna()
    return sorted(set(map(str, whose_it_was)))


def records(changes: pd.DataFrame, own: Collection[str] | None, known: Known) -> list[Problem]:
    """A problem where records are of nobody, or of others than the rows that state something of them say: an enquiry
    that is known by its number, or a whole course day. None where ``own`` is None.
    """
    if own is None or changes.empty:
        return []
    foreign = {*units(changes), *taken_from(changes)} - {*own}
    names = sorted((known.name(code) for code in foreign if code), key=alphabetical)
    of_whom = [f"Noget i filen er om {listing(names)}, og det må du ikke indberette for. {REMEDY}"] if names else []
    return [Problem("fejl", GATE, text) for text in (*of_whom, *([OF_NOBODY] if "" in foreign else []))]


def rows(stated: pd.DataFrame, place: str, own: Collection[str] | None, known: Known, *,
         without: Collection[str] = ()) -> list[Problem]:
    """A problem for each row of another's; none where ``own`` is None. stated: with sheet, row and, in the column
    ``place``, a code where it is known. without: codes left out on purpose.
    """
    if own is None or stated.empty:
        return []
    if place not in stated:
        return [Problem("fejl", GATE, ABOUT_NOBODY)]
    codes = stated[place].astype(object)
    foreign = codes.notna() & ~codes.isin([*own, *without, ""])
    found = stated[foreign.to_numpy()].drop_duplicates(["sheet", "row", place])
    may = listing(sorted((known.name(code) for code in own), key=alphabetical)) or "ingen jobcentre"
    return [*(_problem(row, str(getattr(row, place)), known, may) for row in found.head(MOST).itertuples()),
            *rest(len(found), GATE)]


def _problem(row: Any, code: str, known: Known, may: str) -> Problem:
    number, sheet = int(row.row or 0), row.sheet
    reason = f"{known.name(code)} hører ikke til det, du må indberette for ({may}). {REMEDY}"
    return Problem("fejl", GATE, f"Række {number}: {reason}" if number else reason, reason=reason, jobcenter=code,
                   sheet=sheet if isinstance(sheet, str) and sheet else None, row=number or None)
