"""How an agenda is laid out: every part with its heading, its sentences and its table."""

import pandas as pd
import streamlit as st

from model.access import rights
from model.access.rights import Action
from model.basics.spaces import numbers_held
from model.programmes.met import meeting_with, programme_of
from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures.agenda import Part
from model.subjects.meetings.words.parts import NOTES, agreed_so_far
from pages.shared import address, drawing, layout, viewer
from pages.shared.escaping import escape
from pages.shared.navigation import MEETING


def part(shown: Part, *, below: str = "") -> None:
    """One part of the agenda, with finished HTML below it."""
    st.html(layout.heading(shown.title) + _lines(shown) + _table(shown) + below)


def agreed(shown: Part) -> None:
    """A part with agreements where there is no room for a table: each with what is said of it on the lines under it."""
    st.html(layout.heading(shown.title) + _lines(shown) + _list(shown))


def words(shown: Part) -> None:
    """What a part says, where its heading stands already."""
    st.html(_lines(shown))


def with_folded_table(shown: Part) -> None:
    """A part whose table says again, beside what it was, what stands elsewhere on the page."""
    table = drawing.folded(f"Tabel: {shown.title}", _table(shown)) if shown.rows else ""
    st.html(layout.heading(shown.title) + _lines(shown) + table)


def folded(shown: Part) -> None:
    """A part that is opened on the reader's wish; its title is what to press."""
    st.html(drawing.folded(shown.title, _lines(shown) + _table(shown)))


def last_agreed(snapshot: Snapshot, unit: str) -> None:
    """What was agreed with a unit so far and how far it is; nothing when nothing was agreed."""
    found = agreed_so_far(snapshot, unit)
    if found.rows:
        part(found)


def way_to_meeting(project: str) -> None:
    """The way from a project's page to its meetings, for whoever may see them."""
    if rights.may(viewer.current(), Action.SEE_WRITTEN, project):
        st.html(f'<p class="fd-line"><a href="{escape(meeting_link(project))}">Dialogmøder '
                f"{drawing.text(meeting_with(project, project))}</a></p>")


def meeting_link(unit: str, **changes: str | None) -> str:
    """The address of the meetings with a jobcenter, by its code, or with a project."""
    if unit in PROJECTS:
        return address.link(MEETING, **{address.PROGRAMME: programme_of(unit).id, address.PROJECT: unit}, **changes)
    return address.link(MEETING, jobcenter=unit, **changes)


def _lines(shown: Part) -> str:
    if len(shown.lines) > 1 and shown.key != NOTES:
        return drawing.listing(shown.lines)
    return "".join(drawing.paragraph(line) for line in shown.lines)


def _list(shown: Part) -> str:
    items = "".join(f"<li><strong>{drawing.text(row[0])}</strong><br>{_said(shown.columns[1:], row[1:])}</li>"
                    for row in shown.rows)
    return f'<ul class="fd-list">{items}</ul>' if items else ""


def _said(columns: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """``Ansvarlig: jobcenterchefen · Frist: 1. maj 2010``."""
    pairs = zip(columns, cells, strict=True)
    return " · ".join(f"{drawing.text(column)}: {drawing.text(numbers_held(cell))}" for column, cell in pairs)


def _table(shown: Part) -> str:
    if not shown.rows:
        return ""
    frame = pd.DataFrame(list(shown.rows), columns=list(shown.columns))
    return drawing.table(frame, alt=f"Tabel: {shown.title}", numbers=shown.numbers)
