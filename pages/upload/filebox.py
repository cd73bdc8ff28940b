"""The first half of »Indlæs tal«: the file box, what can be put in it, and who is uploading."""

import streamlit as st

from model.basics.settings import load
from model.programmes.examples import SENDER
from pages.shared import drawing
from pages.upload import intake

HELP = ("Træk en eller flere filer hen i feltet, eller tryk på knappen og vælg dem.",
        "Overskrifterne viser, om filen er månedstal, kursuslister, hotline, rådgivning eller virksomhedscentre.",
        "Regneark (.xlsx) og tekst (.csv, .txt, .tsv) kan læses, op til {mb} MB.",
        "Deltagerlister med navne må gerne vælges: de tælles, og navnene gemmes ikke.",
        "Filen bliver først kontrolleret. Intet gemmes, før du har set, hvad den ændrer.")


def uploader() -> None:
    """The file box."""
    with st.container(key="upload_file"):
        st.file_uploader("Vælg filer med månedstal, kurser, rådgivning eller virksomhedscentre",
                         accept_multiple_files=True, key=f"upload_file_{intake.turn()}", on_change=intake.take)


def instructions() -> None:
    """What to do, in Danish beside the box, whose own words are the framework's."""
    st.html(drawing.listing(line.format(mb=load().max_file_mb) for line in HELP))


def uploaded_by(*, label: str = "Indlæst af (navn eller funktion)") -> str:
    """Who uploads or corrects, remembered through the session."""
    said: str = st.text_input(
        label, key="uploaded_by", max_chars=80, live=True, persist_state="session",
        placeholder=f"fx »{SENDER}«", autocomplete="name", help="Gemmes i Historik sammen med det, der ændres.")
    return said.strip()
