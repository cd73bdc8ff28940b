"""How a place in a file is named in a message: jobcenter, month, heading, and only then the row."""

from datetime import date

from model.formatting import month_long
from model.importing.known import Known


def where(known: Known, place: str, month: date, *, row: int = 0, heading: str | None = None) -> str:
    """``Skive, marts 2010, »Løntilskud« (række 12)``; a form has no row (0)."""
    column = f", »{heading}«" if heading else ""
    return f"{known.name(place)}, {month_long(month)}{column}" + (f" (række {row})" if row else "")
