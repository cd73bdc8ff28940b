"""The plan of the campaign's activities as tables to read: how it is now, and how it came to be so."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Annotated, Any

import pandas as pd

from model.basics.formatting import day, listing, plural
from model.basics.frames import Schema, text
from model.snapshot.snapshot import Snapshot

PARTS = {"title": "Titel", "target_group": "Målgruppe", "responsible": "Ansvarlig", "schedule": "Tidsplan",
         "starts": "Begynder", "ends": "Slutter"}
OVERVIEW = Schema("one activity of the plan, by number, as texts", (
    text("Aktivitet", "its number and name"), text("Målgruppe", "whom it is for"), text("Ansvarlig", "who answers"),
    text("Tidsplan", "when")))
HISTORY = Schema("one thing that was changed since the plan was printed, newest first, as texts", (
    text("Skrevet", "when"), text("Aktivitet", "its number and name"), text("Hvad", "which part of it"),
    text("Før", "the old"), text("Nu", "the new"), text("Begrundelse og kilde", "why"), text("Hvem", "wrote it")))
NO_DAY = "ingen dato"


def overview(snapshot: Snapshot) -> Annotated[pd.DataFrame, OVERVIEW]:
    """The activities as the plan has them."""
    rows = {number: {"Aktivitet": f"{number}. {row['title']}", "Målgruppe": row["target_group"],
                     "Ansvarlig": row["responsible"], "Tidsplan": row["schedule"]}
            for number, row in snapshot.activities.iterrows()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=OVERVIEW.names)


def changes(stated: pd.DataFrame) -> Annotated[pd.DataFrame, HISTORY]:
    """What was changed since the plan was printed. stated: the frame of ``statements.stated`` of ``Activity``."""
    lines = [line for _, rows in stated.groupby("number") for line in _changes_of(rows.to_dict("records"))]
    newest = sorted(lines, key=lambda line: line[0], reverse=True)
    return pd.DataFrame([row for _, row in newest], columns=HISTORY.names)


def changed_words(found: Annotated[pd.DataFrame, HISTORY]) -> str:
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
                yield after["id"], dict(zip(HISTORY.names, (
                    day(after["recorded_at"]), f"{after['number']}. {after['title']}", name, old, new,
                    f"{after['reason']} ({after['source']})", after["recorded_by"]), strict=True))


def _words(value: Any) -> str:
    if value is None or pd.isna(value):
        return NO_DAY
    return day(value) if isinstance(value, date) else str(value)
