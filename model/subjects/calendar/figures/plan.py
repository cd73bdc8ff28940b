"""The plan of the campaign's activities as tables to read: how it is now, and how it came to be so."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from model.basics.formatting import day, listing, plural
from model.snapshot.snapshot import Snapshot

PARTS = {"title": "Titel", "target_group": "Målgruppe", "responsible": "Ansvarlig", "schedule": "Tidsplan",
         "starts": "Begynder", "ends": "Slutter"}
HISTORY = ["Skrevet", "Aktivitet", "Hvad", "Før", "Nu", "Begrundelse og kilde", "Af"]
NO_DAY = "ingen dato"


def overview(snapshot: Snapshot) -> pd.DataFrame:
    """The activities as the plan has them, one row each: Aktivitet, Målgruppe, Ansvarlig, Tidsplan; by number."""
    rows = {number: {"Aktivitet": f"{number}. {row['title']}", "Målgruppe": row["target_group"],
                     "Ansvarlig": row["responsible"], "Tidsplan": row["schedule"]}
            for number, row in snapshot.activities.iterrows()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["Aktivitet", "Målgruppe", "Ansvarlig", "Tidsplan"])


def changes(stated: pd.DataFrame) -> pd.DataFrame:
    """What was changed since the plan was printed, newest first: when, what, old, new, why and by whom.

    stated: the frame of ``statements.stated`` of ``Activity``.
    """
    found = [line for _, rows in stated.groupby("number") for line in _changes_of(rows.to_dict("records"))]
    newest = sorted(found, key=lambda line: line[0], reverse=True)
    return pd.DataFrame([told for _, told in newest], columns=HISTORY)


def changed_words(found: pd.DataFrame) -> str:
    """»2 oplysninger i planen er ændret, siden den blev trykt.« from the frame of ``changes``."""
    if found.empty:
        return "Planen er, som den blev trykt."
    return f"{plural(len(found), 'oplysning', 'oplysninger')} i planen er ændret, siden den blev trykt."


def lacking(*, source: str, reason: str, by: str) -> str:
    """What must still be written before a change of the plan can be saved; empty when nothing is lacking."""
    asked = {"kilden": source, "en begrundelse": reason, "hvem du er": by}
    absent = [words for words, text in asked.items() if not text.strip()]
    return f"Skriv først {listing(absent)}." if absent else ""


def _changes_of(rows: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, str]]]:
    """One line for each part that a statement gave another value than the one before it, with the statement's id."""
    for before, after in pairwise(rows):
        for part, name in PARTS.items():
            old, new = _words(before[part]), _words(after[part])
            if old != new:
                yield after["id"], dict(zip(HISTORY, (
                    day(after["recorded_at"]), f"{after['number']}. {after['title']}", name, old, new,
                    f"{after['reason']} ({after['source']})", after["recorded_by"]), strict=True))


def _words(value: Any) -> str:
    if value is None or pd.isna(value):
        return NO_DAY
    return day(value) if isinstance(value, date) else str(value)
