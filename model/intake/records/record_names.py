"""What a reader is told: what a record is called, and what a value of any dataset, figures too, looks like."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import capital, day, month_short, normalise, number
from model.intake.datasets.declaration import Column, Dataset
from model.intake.records.background import Background

NOTHING = "–"


def label(dataset: Dataset, row: Mapping[str, Any], background: Background) -> str:
    """``Skive, Kursusdag 3 (26. jan. 2010), jobkonsulent``: a record by its key, place first."""
    said = [(part, row.get(part.column)) for part in dataset.keys]
    ordered = sorted(said, key=lambda pair: pair[0].kind != "jobcenter")
    return ", ".join(text for part, value in ordered if (text := shown(part, value, background)) and value is not None)


def beside_place(dataset: Dataset, row: Mapping[str, Any], background: Background) -> str:
    """The record beside a column that has its jobcenter: ``Kursusdag 3 (26. jan. 2010), jobkonsulent``; empty where
    nothing else tells it apart.
    """
    others = {part.column for part in dataset.keys if part.kind != "jobcenter"}
    return label(dataset, {name: value for name, value in row.items() if name in others}, background)


def beside(own: str, text: str) -> str:
    """A text beside such columns, of the record by what is left of its name."""
    return f"{own}: {text}" if own else text


def begun(label: str, row: int | None) -> str:
    """A record as a sentence begins with it: ``Henvendelse nr. 1 (række 4)``, ``Række 4`` where its key is not known.

    row: 0 or None where a form states it.
    """
    if not row:
        return capital(label)
    return f"{capital(label)} (række {row})" if label else f"Række {row}"


def shown(part: Column, value: Any, background: Background) -> str:
    """A stored value as a reader sees it, course days with their dates."""
    if value is None or value is pd.NA or value is pd.NaT:
        return NOTHING
    if part.kind == "course_day":
        return background.course_day(str(value))
    return worded(part, value, background.jobcenters.names)


def worded(part: Column, value: Any, names: Mapping[str, str]) -> str:
    """A stored value in words: ``1.055``, ``26. jan. 2010``, ``Skive``. names: jobcenter code -> name."""
    if part.kind == "jobcenter":
        return names.get(str(value), str(value))
    if part.kind == "number":
        return f"henvendelse nr. {int(value)}"
    if part.kind == "count":
        return number(int(value))
    if part.kind in ("date", "month"):
        when = value if isinstance(value, date) else date.fromisoformat(str(value))
        return month_short(when) if part.kind == "month" else day(when)
    return spelt(part, str(value))


def spelt(part: Column, value: str) -> str:
    """A choice with the letters a Dane writes (``udgår`` for ``udgaar``); any other text as it is."""
    return next((word for word in (part.choices or {}).get(value, ()) if normalise(word) == value), value)
