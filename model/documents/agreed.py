"""The agreements a paper has room for: so many in words, and how many more there are."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import pandas as pd

from model.basics.formatting import day, plural, shortened
from model.programmes.met import programme_of
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures.agreements import earlier, status_words

MOST = 3  # agreements there is room for
# Letters of an agreement told in part: the last of them stays on two lines.
CUTS = {"text": 160, "responsible": 60, "status": 110}, {"text": 70, "responsible": 24, "status": 40}


def shortlist(rows: pd.DataFrame, words: Callable[[dict[Any, Any]], str], *, more: Callable[[int], str]) -> list[str]:
    """The first ``MOST`` of the rows in words, then ``more`` of how many are left where any are."""
    rest = len(rows) - MOST
    return [*map(words, rows.head(MOST).to_dict("records")), *([more(rest)] if rest > 0 else [])]


def agreed_lines(snapshot: Snapshot, unit: str) -> list[list[str]]:
    """What was agreed with a unit last time and how far it is, open agreements first, in ways to choose between: all of
    them in full, and then with less and less told, the long ones cut at a word.
    """
    book = snapshot.book(programme_of(unit).id)
    if not book.agreements["unit"].eq(unit).any():
        return []
    rows = earlier(book, unit, snapshot.data_date + timedelta(days=1))
    rows = rows.sort_values("open", ascending=False, kind="stable")
    ways = [[_agreed(row, None) for row in rows.to_dict("records")],
            *(shortlist(rows, partial(_agreed, cut=cut), more=_more) for cut in (None, *CUTS))]
    return [way for at, way in enumerate(ways) if way not in ways[:at]]


def count_line(lines: list[list[str]]) -> str:
    """Where there is room for no agreement: how many there are of ``agreed_lines``, and where."""
    return f"{plural(len(lines[0]), 'aftale', 'aftaler')}; se siden Dialogmøde"


def _agreed(row: dict[Any, Any], cut: Mapping[str, int] | None) -> str:
    parts = {"text": row["text"], "responsible": row["responsible"], "status": status_words(row)}
    text, who, status = parts.values() if cut is None else (
        shortened(words, cut[part]) for part, words in parts.items())
    return f"{text} ({who}, frist {day(row['due'])}): {status}"


def _more(rest: int) -> str:
    return f"og {plural(rest, 'aftale', 'aftaler')} mere; se siden Dialogmøde"
