"""The first half of »Indlæs tal«: where the month stands, who is uploading, the file box and the template."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from model.formatting import month_key, month_long
from model.importing import templates
from model.settings import load
from pages.data import intake
from pages.data.verdict import FORMATS
from pages.shared import downloads, drawing

HELP = ("Træk en eller flere filer hen i feltet, eller tryk på knappen og vælg dem.",
        "Regneark (.xlsx) og tekst (.csv, .txt, .tsv) kan læses, op til {mb} MB.",
        "Filen bliver først kontrolleret. Intet gemmes, før du har set, hvad den ændrer.")


def uploader(*, locked: bool) -> None:
    """The file box."""
    with st.container(key="upload_file"):
        st.file_uploader("Vælg filer med månedstal", accept_multiple_files=True, disabled=locked,
                         key=f"upload_file_{intake.turn()}", on_change=intake.take)


def instructions() -> None:
    """What to do, in Danish beside the box, whose own words are the framework's."""
    st.html(drawing.listing(line.format(mb=load().max_file_mb) for line in HELP))


def uploaded_by(*, locked: bool, label: str = "Indlæst af (navn eller funktion)") -> str:
    """Who uploads or corrects, remembered through the session."""
    said: str = st.text_input(
        label, key="uploaded_by", max_chars=80, live=True, disabled=locked, persist_state="session",
        placeholder="fx »konsulent i BRM«", autocomplete="name", help="Gemmes i Historik sammen med det, der ændres.")
    return said.strip()


def template(names: Mapping[str, str], month: date, months: list[date]) -> None:
    """A sheet that is ready to fill in, made for a month when it is asked for."""
    folded = st.expander("Hent en skabelon, der er klar til at udfylde", key="template", on_change="rerun")
    if not folded.open:
        return
    with folded:
        chosen = st.selectbox("Skabelon for", months, index=months.index(month), format_func=month_long,
                              key="template_month")
        stem = f"maanedstal_{month_key(chosen)}"
        with st.container(horizontal=True):
            for words, kind, mime in FORMATS:
                downloads.file_button(words, partial(templates.template, chosen, kind, names), f"{stem}.{kind}", mime)
