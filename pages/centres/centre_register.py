"""The register of centres: searched, filtered, and one of them opened on its life."""

from datetime import date
from urllib.parse import quote_plus

import pandas as pd
import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_life import INTERNAL, life_chart, register_data, register_table, stay_lines
from model.subjects.centres.figures import register
from model.subjects.centres.words import centre_page as findings
from pages.shared import address, downloads, drawing, export, layout

CENTRE = "center"
ANY = "Alle"
STATUSES = {ANY: None} | {words: status for status, words in findings.STATUS_WORDS.items()}
SECTORS = ("privat", "offentlig")
MANY, TALL = 9, 420  # rows above which the table scrolls in a box of so many pixels


def show(snapshot: Snapshot, code: str | None, month: date) -> tuple[str, str] | None:
    """Search and filters, the table with a link for every centre, and the centre that is opened: its code and name."""
    rows = register.matching(register.register(snapshot, month), code=code)
    layout.finding(findings.register_title(rows), INTERNAL)
    left, middle, right = st.columns([2, 1, 1])
    text = left.text_input("Søg i navn, jobcenter og branche", key="centre_search", max_chars=60, live=True)
    status = middle.selectbox("Status", list(STATUSES), key="centre_status")
    sector = right.selectbox("Sektor", (ANY, *SECTORS), key="centre_sector")
    found = register.matching(rows, text=text, status=STATUSES[status], sector=None if sector == ANY else sector)
    _table(found, month)
    return _opened(snapshot, rows, month)


def _table(found: pd.DataFrame, month: date) -> None:
    if found.empty:
        layout.empty("Ingen centre passer til søgningen.")
        return
    table = register_table(found, month)
    single = found[~found["name"].duplicated(keep=False)]
    link = address.link("centre", **{CENTRE: "{}"})
    links = {name: link.format(quote_plus(_key(code, name)))
             for code, name in zip(single["jobcenter"], single["name"], strict=True)}
    with st.container(height=TALL if len(found) > MANY else "content", border=False, key="centre_register"):
        st.html(drawing.table(table, alt="Register over virksomhedscentre", numbers=table.columns[-2:], links=links))
    downloads.csv_button("Hent CSV", lambda: register_data(found), "fremdrift_centre_register.csv",
                         right=export.BY_UNIT)


def _opened(snapshot: Snapshot, rows: pd.DataFrame, month: date) -> tuple[str, str] | None:
    """One centre's life and its periods."""
    centres = {_key(code, name): (code, name) for code, name in zip(rows["jobcenter"], rows["name"], strict=True)}
    words = {key: f"{name} ({place})" for (key, (_, name)), place in zip(centres.items(), rows["place"], strict=True)}
    wanted = st.query_params.get(CENTRE)
    st.session_state[CENTRE] = wanted if wanted in words else None
    chosen: str | None = st.selectbox("Se et center", list(words), format_func=words.__getitem__, key=CENTRE,
                                      index=None, placeholder="Vælg et center", on_change=_write)
    if chosen is None:
        return None
    code, name = centres[chosen]
    layout.shape(life_chart(snapshot, code, name, month), "centerliv", right=export.of(code))
    st.html(layout.heading("Åbne perioder") + drawing.listing(stay_lines(snapshot, code, name)))
    return code, name


def _key(code: str, name: str) -> str:
    """What a centre is called in the address."""
    return f"{code} {name}"


def _write() -> None:
    chosen = st.session_state[CENTRE]
    if chosen is None:
        st.query_params.pop(CENTRE, None)
    else:
        st.query_params[CENTRE] = chosen
