"""How an agenda is laid out: every part with its heading, its sentences and its table."""

import pandas as pd
import streamlit as st

from model.basics.spaces import numbers_held
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures.agenda import Part
from model.subjects.meetings.words.parts import NOTES, agreed_so_far
from pages.shared import drawing, layout


def part(found: Part, *, below: str = "") -> None:
    """One part of the agenda, with finished HTML below it."""
    st.html(layout.heading(found.title) + _lines(found) + _table(found) + below)


def agreed(found: Part) -> None:
    """A part with agreements where there is no room for a table: each with what is said of it on the lines under it."""
    st.html(layout.heading(found.title) + _lines(found) + _list(found))


def words(found: Part) -> None:
    """What a part says, where its heading stands already."""
    st.html(_lines(found))


def with_folded_table(found: Part) -> None:
    """A part whose table says again, beside what it was, what stands elsewhere on the page."""
    table = drawing.folded(f"Tabel: {found.title}", _table(found)) if found.rows else ""
    st.html(layout.heading(found.title) + _lines(found) + table)


def folded(found: Part) -> None:
    """A part that is opened on the reader's wish; its title is what to press."""
    st.html(drawing.folded(found.title, _lines(found) + _table(found)))


def last_agreed(snapshot: Snapshot, code: str) -> None:
    """What was agreed with a jobcenter so far and how far it is; nothing when nothing was agreed."""
    found = agreed_so_far(snapshot, code)
    if found.rows:
        part(found)


def _lines(found: Part) -> str:
    if len(found.lines) > 1 and found.key != NOTES:
        return drawing.listing(found.lines)
    return "".join(drawing.paragraph(line) for line in found.lines)


def _list(found: Part) -> str:
    items = "".join(f"<li><strong>{drawing.text(row[0])}</strong><br>{_said(found.columns[1:], row[1:])}</li>"
                    for row in found.rows)
    return f'<ul class="fd-list">{items}</ul>' if items else ""


def _said(columns: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """``Ansvarlig: jobcenterchefen · Frist: 1. maj 2010``."""
    pairs = zip(columns, cells, strict=True)
    return " · ".join(f"{drawing.text(column)}: {drawing.text(numbers_held(cell))}" for column, cell in pairs)


def _table(found: Part) -> str:
    if not found.rows:
        return ""
    frame = pd.DataFrame(list(found.rows), columns=list(found.columns))
    return drawing.table(frame, alt=f"Tabel: {found.title}", numbers=found.numbers)
