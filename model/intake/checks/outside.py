"""Rows about jobcenters that whoever gives the file may not report for: each is refused by name."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from model.basics.formatting import alphabetical, listing
from model.intake.checks.naming import MOST, rest
from model.intake.known import Known
from model.intake.report import Problem
from model.programmes.current import PROGRAMME

GATE = 3
REMEDY = "Udelad rækken, eller send filen til en, der må."
ABOUT_NOBODY = (f"Filens rækker er ikke om ét jobcenter, så de kan kun indlæses af {PROGRAMME.organiser.short}. "
                "Der er ikke gemt noget.")


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
