"""The meetings of all a programme's units and every open agreement in one list."""

import pandas as pd
import streamlit as st

from model.basics.formatting import day
from model.programmes.current import PROGRAMME
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures import agreements
from model.subjects.meetings.words import overview
from pages.dialogue import agreement_forms, desk
from pages.shared import data, downloads, drawing, export, layout

START = "Vælg et {one} for at åbne det første møde. Mødet viser tallene, som de så ud på mødets dag."

OWN = "Jobcentrenes møder", "Navnet fører til jobcentrets møde."
OF_PROJECTS = "Projekternes møder", "Navnet fører til projektets møde."


def heading(snapshot: Snapshot, programme: str) -> None:
    """How many have had a meeting, and how many agreements are open."""
    layout.header(overview.title(snapshot, programme),
                  f"{overview.whose(snapshot, programme)} · set den {day(snapshot.data_date)}")


def show(snapshot: Snapshot, programme: str) -> None:
    """The open agreements and the units, each leading to its meetings."""
    if snapshot.book(programme).meetings.empty:
        layout.empty(START.format(one=overview.one_of(programme).lower()))
    else:
        _agreements(overview.open_table(snapshot, programme), programme)
        _follow_up(snapshot, programme)
    _units(snapshot, programme)


def _agreements(rows: pd.DataFrame, programme: str) -> None:
    layout.finding("Åbne aftaler", "Ordnet efter frist.")
    if rows.empty:
        layout.empty("Der er ingen åbne aftaler.")
        return
    layout.table(rows, alt="Tabel: åbne aftaler")
    whose = "" if programme == PROGRAMME.id else f"_{programme}"
    downloads.csv_button("Hent CSV", lambda: rows, f"fremdrift_aftaler{whose}.csv", right=export.OWN_ROWS)


def _follow_up(snapshot: Snapshot, programme: str) -> None:
    book = snapshot.book(programme)
    rows = agreements.agreements(book, snapshot.data_date)
    if snapshot.as_of is None:
        agreement_forms.follow_up(rows[rows["open"]], book, on=snapshot.data_date, version=data.version(),
                                  names=overview.names(snapshot, programme))


def _units(snapshot: Snapshot, programme: str) -> None:
    rows, one = overview.meetings_table(snapshot, programme), overview.one_of(programme)
    title, way = OWN if programme == PROGRAMME.id else OF_PROJECTS
    links = {str(name): desk.link(str(unit)) for unit, name in rows[one].items()}
    st.html(layout.heading(title, way) + drawing.table(rows, alt=f"Tabel: {title.lower()}", links=links))
