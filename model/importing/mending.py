"""Corrections of a file in Danish: each one, all of them, and what is offered at a fault."""

from collections.abc import Sized

from model.formatting import plural
from model.importing.report import Correction

SHOWN = 60  # characters of a cell


def told(correction: Correction) -> str:
    """``Ark »Ark1«, celle B8: »Holstbro« er rettet til »Holstebro«``; a row that is left out says so."""
    sheet = f"Ark »{correction.sheet}«, " if correction.sheet else ""
    if correction.value is None:
        said = f"{sheet}række {correction.cell} er udeladt"
    else:
        said = f"{sheet}celle {correction.cell}: {_cell(correction.was)} er rettet til {_cell(correction.value)}"
    return said[:1].upper() + said[1:]


def title(corrections: Sized) -> str:
    """``3 rettelser``."""
    return plural(len(corrections), "rettelse", "rettelser")


def _cell(text: str) -> str:
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN - 1]}…"
    return f"»{cut}«" if text else "en tom celle"
