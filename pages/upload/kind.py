"""What kind of file a file was taken for, and the way to say that it is another."""

import streamlit as st

from model.access.rights import Action
from model.intake import wording
from model.intake.datasets.datasets import DATASETS, offered
from model.intake.datasets.declaration import Dataset
from pages.shared import reach
from pages.upload.waiting import Intake

KEY = "file_kind"


def reportable() -> dict[str, Dataset]:
    """The kinds of files that whoever looks may hand in: what is about no jobcenter is for those who may report it."""
    of_nobody = reach.of(Action.UPLOAD)
    return {name: dataset for name, dataset in offered().items() if of_nobody or dataset.is_of_units}


def correct(current: Intake, dataset: str) -> None:
    """The folded choice of a file's kind; another one is checked anew, with nothing kept of what was answered."""
    with st.expander(wording.read_as(dataset), key="kind_panel"):
        if KEY not in st.session_state:
            st.session_state[KEY] = dataset
        kinds = list(reportable() | {dataset: DATASETS[dataset]})
        chosen = st.selectbox("Filen indeholder", kinds, format_func=title, key=KEY)
        pressed = st.button("Læs filen som det valgte", key=current.key("read_as"), disabled=chosen == dataset)
        if pressed and chosen != dataset:
            current.take_as(chosen)
            st.rerun()


def title(dataset: str) -> str:
    """The kind's Danish name."""
    return DATASETS[dataset].title
