"""What kind of file a file was taken for, and the way to say that it is another."""

import streamlit as st

from model.intake import wording
from model.intake.datasets.datasets import DATASETS, offered
from pages.upload.waiting import Intake

KEY = "file_kind"


def correct(current: Intake, dataset: str) -> None:
    """The folded choice of a file's kind; another one is checked anew, with nothing kept of what was answered."""
    with st.expander(wording.read_as(dataset), key="kind_panel"):
        if KEY not in st.session_state:
            st.session_state[KEY] = dataset
        chosen = st.selectbox("Filen indeholder", list(offered()), format_func=title, key=KEY)
        pressed = st.button("Læs filen som det valgte", key=current.key("read_as"), disabled=chosen == dataset)
        if pressed and chosen != dataset:
            current.take_as(chosen)
            st.rerun()


def title(dataset: str) -> str:
    """The kind's Danish name."""
    return DATASETS[dataset].title
