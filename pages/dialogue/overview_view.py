"""Every jobcenter's meetings and every open agreement in one list."""

import pandas as pd
import streamlit as st

from model.basics.formatting import day
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures import agreements
from model.subjects.meetings.words import overview
from pages.dialogue import agreement_forms, desk
from pages.shared import data, downloads, drawing, layout

START = "Vælg et jobcenter for at åbne det første møde. Mødet viser tallene, som de så ud på mødets dag."


def heading(snapshot: Snapshot) -> None:
    """How many have had a meeting, and how many agreements are open."""
    layout.header(overview.title(snapshot), f"{overview.whose(snapshot)} · set den {day(snapshot.data_date)}")


def show(snapshot: Snapshot) -> None:
    """The open agreements and the jobcenters, each leading to its meetings."""
    if snapshot.written.meetings.empty:
        layout.empty(START)
    else:
        _agreements(overview.open_table(snapshot))
        _follow_up(snapshot)
    _jobcenters(snapshot)


def _agreements(rows: pd.DataFrame) -> None:
    layout.finding("Åbne aftaler", "Ordnet efter frist.")
    if rows.empty:
        layout.empty("Der er ingen åbne aftaler.")
        return
    layout.table(rows, alt="Tabel: åbne aftaler")
    downloads.csv_button("Hent CSV", rows, "fremdrift_aftaler.csv", right=downloads.OWN_ROWS)


def _follow_up(snapshot: Snapshot) -> None:
    rows = agreements.agreements(snapshot.written, snapshot.data_date)
    if snapshot.as_of is None:
        agreement_forms.follow_up(rows[rows["open"]], snapshot.written, on=snapshot.data_date, version=data.version(),
                                  names=snapshot.jobcenters["name"].to_dict())


def _jobcenters(snapshot: Snapshot) -> None:
    rows = overview.meetings_table(snapshot)
    link = desk.link("{}")
    links = {str(name): link.format(code) for code, name in rows["Jobcenter"].items()}
    st.html(layout.heading("Jobcentrenes møder", "Navnet fører til jobcentrets møde.")
            + drawing.table(rows, alt="Tabel: jobcentrenes møder", links=links))
