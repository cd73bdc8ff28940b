"""The list of uploads and the one that is chosen: who, when, what it changed, and the file itself."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from model.intake import history
from model.intake.keeping import kept_words
from model.intake.mending import answered
from pages.history import records
from pages.shared import changed, downloads, layout, markup, places

PARAMETER = "indlaesning"
NEWEST = 8


def overview(uploads: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Every upload, newest first; a long list is folded to the newest."""
    place = st.empty()
    every = len(uploads) <= NEWEST or st.toggle(history.show_all(len(uploads)), key="all_uploads")
    rows = uploads if every else uploads.head(NEWEST)
    place.html(markup.table(history.upload_table(rows, names), label="Indlæsninger, nyeste først"))


def choose(uploads: pd.DataFrame) -> pd.Series:
    """The upload to look into: the one in the address, else the newest."""
    ids = uploads["id"].tolist()
    labels = history.labels(uploads)
    if "upload_choice" not in st.session_state:
        st.session_state["upload_choice"] = _from_address(ids)
    chosen = st.selectbox("Se nærmere på", ids, format_func=labels.__getitem__, key="upload_choice",
                          on_change=_to_address)
    return uploads.set_index("id", drop=False).loc[chosen]


def _from_address(ids: list[int]) -> int:
    wanted = st.query_params.get(PARAMETER, "")
    return int(wanted) if wanted.isdecimal() and int(wanted) in ids else ids[0]


def _to_address() -> None:
    st.query_params[PARAMETER] = str(st.session_state["upload_choice"])


def details(upload: pd.Series, names: Mapping[str, str]) -> None:
    """Everything kept with the upload, and the cells it changed."""
    st.html(markup.facts(history.facts_of(upload, names)))
    corrections = history.corrections_of(upload)
    if corrections:
        with st.expander(history.corrections_title(len(corrections)), key="corrections"):
            st.html(markup.lines(corrections))
    answers = history.answers_of(upload)
    if answers:
        with st.expander(answered.title(len(answers)), key="answers"):
            st.html(markup.lines(answers))
    warnings = history.warnings_of(upload, names)
    if len(warnings):
        with st.expander(history.warnings_title(len(warnings)), key="accepted"):
            st.html(markup.table(warnings, label="Accepterede advarsler", wordy=True))
    folded = st.expander(history.changes_title(upload), key="changed_cells", on_change="rerun")
    if folded.open:
        with folded:
            _changed(upload, names)
    with st.container(horizontal=True, vertical_alignment="center", key="upload_links"):
        downloads.file_button(kept_words.label(upload["left_out"]), partial(records.original, int(upload["id"])),
                              history.original_name(upload), "application/octet-stream")
        page = places.page_of(upload["dataset"])
        st.page_link(page.file, label=history.look_back(upload, places.in_words(page)),
                     query_params={"pr": history.evening_before(upload).isoformat()})


def _changed(upload: pd.Series, names: Mapping[str, str]) -> None:
    changes = records.changed_by(int(upload["id"]))
    if changes.empty:
        layout.empty(history.nothing_changed(upload))
        return
    changed.table(changes, names, upload["dataset"], label="Det, som indlæsningen ændrede")
