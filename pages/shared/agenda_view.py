"""How an agenda is laid out: every part with its heading, its sentences and its table."""

import pandas as pd
import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures.agenda import Part
from model.subjects.meetings.words.parts import NOTES, agreed_so_far
from pages.shared import drawing, layout


def part(found: Part) -> None:
    """One part of the agenda."""
    st.html(layout.heading(found.title) + _lines(found) + _table(found))


def last_agreed(snapshot: Snapshot, code: str) -> None:
    """What was agreed with a jobcenter so far and how far it is; nothing when nothing was agreed."""
    found = agreed_so_far(snapshot, code)
    if found.rows:
        part(found)


def _lines(found: Part) -> str:
    if len(found.lines) > 1 and found.key != NOTES:
        return drawing.listing(found.lines)
    return "".join(drawing.paragraph(line) for line in found.lines)


def _table(found: Part) -> str:
    if not found.rows:
        return ""
    frame = pd.DataFrame(list(found.rows), columns=list(found.columns))
    return drawing.table(frame, alt=f"Tabel: {found.title}", numbers=found.numbers)
