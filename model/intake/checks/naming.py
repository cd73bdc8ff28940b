"""How problems are told: a place in a file by jobcenter, month and heading, and a long row of them cut short."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from model.basics.formatting import listing, month_long, number
from model.intake.known import Known
from model.intake.report import Problem, Severity

MOST = 1000  # problems of one kind that are told one by one


def where(known: Known, place: str, month: date, *, row: int = 0, heading: str | None = None) -> str:
    """``Skive, marts 2010, »Løntilskud« (række 12)``; a form has no row (0)."""
    column = f", »{heading}«" if heading else ""
    return f"{known.name(place)}, {month_long(month)}{column}" + (f" (række {row})" if row else "")


def hidden_among(rows: Iterable[int], hidden: frozenset[int]) -> str:
    """``; række 5 er skjult`` where some of the rows are; else nothing."""
    unseen = [str(row) for row in rows if row in hidden]
    return f"; række {listing(unseen)} er skjult" if unseen else ""


def several(hits: np.ndarray) -> np.ndarray:
    """The positions of the hits that are told one by one. ``hits``: bool, any shape; positions as ``np.argwhere``."""
    found = np.flatnonzero(hits) if hits.ndim == 1 else np.argwhere(hits)
    return found[:MOST]


def rest(hits: np.ndarray | int, gate: int, severity: Severity = "fejl") -> list[Problem]:
    """One problem that counts the hits (or that many) that are not told one by one."""
    left = (hits if isinstance(hits, int) else int(hits.sum())) - MOST
    if left <= 0:
        return []
    return [Problem(severity, gate,
                    f"Der er {number(left)} steder mere med samme slags fejl. Ret dem på samme måde, og "
                    "kontrollér filen igen.", more=left)]


def in_order(problems: Iterable[Problem], sheets: Sequence[str] = ()) -> list[Problem]:
    """Errors first, then warnings, each in the order of the file's rows. sheets: the names in the file's order."""
    place = {name: at for at, name in enumerate(sheets)}
    return sorted(problems, key=lambda p: (p.severity != "fejl", place.get(p.sheet or "", -1), p.sheet or "",
                                           p.row or 0))
