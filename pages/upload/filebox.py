"""The first half of »Indlæs tal«: the file box and what can be put in it."""

import streamlit as st

from model.basics.formatting import listing
from model.basics.settings import load
from model.intake.datasets.projects import RESULTS
from pages.shared import drawing, writing
from pages.upload import intake
from pages.upload.kind import reportable

HELD = ("månedstal", "kurser", "rådgivning", "virksomhedscentre")
HELP = ("Træk en eller flere filer hen i feltet, eller tryk på knappen og vælg dem.",
        "Overskrifterne viser, hvad filen er: {kinds}.",
        "Regneark (.xlsx) og tekst (.csv, .txt, .tsv) kan læses, op til {mb} MB.",
        "Deltagerlister med navne må gerne vælges: de tælles, og navnene gemmes ikke.",
        "Filen bliver først kontrolleret. Intet gemmes, før du har set, hvad den ændrer.")


def beside_instructions() -> None:
    """The file box with who uploads, and beside it what to do: its own words are the framework's."""
    box, words = st.columns([3, 2], gap="large")
    with box:
        more = [RESULTS.sheet.lower()] if RESULTS.name in reportable() else []
        _uploader(f"Vælg filer med {listing([*HELD, *more], word='eller')}")
        writing.writer()
    with words:
        _instructions()


def under_the_file() -> None:
    """The file box and what to do while a file is looked at: small, and the words folded."""
    with st.container(key="upload_small"):
        _uploader("Vælg den rettede fil eller en fil mere")
        with st.expander("Sådan vælger du filer"):
            _instructions()


def _uploader(label: str) -> None:
    with st.container(key="upload_file"):
        st.file_uploader(label, accept_multiple_files=True, key=f"upload_file_{intake.turn()}", on_change=intake.take)


def _instructions() -> None:
    kinds = listing(dict.fromkeys(each.sheet.lower() for each in reportable().values()), word="eller")
    st.html(drawing.listing(line.format(mb=load().max_file_mb, kinds=kinds) for line in HELP))
