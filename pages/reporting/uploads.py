"""The list of uploads and the one that is chosen: who, when, what it changed, and the file itself."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from model.intake import history
from model.intake.keeping import kept_words
from model.intake.mending import answered
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from pages.reporting import records
from pages.shared import changed, downloads, export, layout, markup, places
from pages.shared.viewer import current

NEWEST = 8  # rows of the folded list
OFFERED = 200  # to choose between: thousands would be sent at every click


@remembered
def of(snapshot: Snapshot, programme: str) -> pd.DataFrame:
    """The uploads of one programme that somebody may look into, newest first."""
    own = snapshot.own_uploads
    return own[own["programme"] == programme].reset_index(drop=True)


def overview(snapshot: Snapshot, programme: str) -> bool:
    """Every upload, newest first; a long list is folded to the newest. Whether all are shown."""
    place, uploads = st.empty(), of(snapshot, programme)
    every = len(uploads) <= NEWEST or st.toggle(history.show_all(len(uploads)), key="all_uploads")
    place.html(_table(snapshot, programme, None if every else NEWEST))
    return every


@remembered
def _table(snapshot: Snapshot, programme: str, newest: int | None) -> str:
    names = snapshot.jobcenters["name"].to_dict()
    shown = of(snapshot, programme)[:newest]
    return markup.table(history.upload_table(shown, names), label="Indlæsninger, nyeste først")


def choose(snapshot: Snapshot, programme: str, *, every: bool) -> pd.Series:
    """The upload to look into: the one in the address, else the newest. Of very many the newest are offered, until
    ``every`` one is asked for.
    """
    uploads = of(snapshot, programme)
    ids, labels = uploads["id"].tolist(), _labels(snapshot, programme)
    if st.session_state.get("upload_choice") not in labels:
        st.session_state["upload_choice"] = _from_address(ids)
    offered = ids if every else ids[:OFFERED]
    wanted = st.session_state["upload_choice"]
    chosen = st.selectbox("Se nærmere på", offered if wanted in offered or wanted not in labels else [*offered, wanted],
                          format_func=labels.__getitem__, key="upload_choice", on_change=_to_address)
    return uploads.set_index("id", drop=False).loc[chosen]


@remembered
def _labels(snapshot: Snapshot, programme: str) -> dict[int, str]:
    return history.labels(of(snapshot, programme))


def _from_address(ids: list[int]) -> int:
    wanted = st.query_params.get(places.UPLOAD, "")
    return int(wanted) if wanted.isdecimal() and int(wanted) in ids else ids[0]


def owner(snapshot: Snapshot) -> str:
    """The programme of the upload that the address names; "" where it names none that there is."""
    wanted = st.query_params.get(places.UPLOAD, "")
    every = snapshot.uploads.set_index("id")["programme"]
    return str(every[int(wanted)]) if wanted.isdecimal() and int(wanted) in every.index else ""


def _to_address() -> None:
    st.query_params[places.UPLOAD] = str(st.session_state["upload_choice"])


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
        downloads.file_button(kept_words.label(upload["left_out"]),
                              partial(records.original, current(), int(upload["id"])),
                              history.original_name(upload), "application/octet-stream", right=export.ORIGINAL)
        if (page := places.page_of(upload["dataset"], upload["programme"])) is not None:
            st.page_link(page.file, label=history.look_back(upload, places.in_words(page)),
                         query_params=places.of(upload["programme"]) | {
                             "pr": history.evening_before(upload).isoformat()})


def _changed(upload: pd.Series, names: Mapping[str, str]) -> None:
    changes = records.changed_by(int(upload["id"]))
    if changes.empty:
        layout.empty(history.nothing_changed(upload))
        return
    changed.table(changes, names, upload["dataset"], label="Det, som indlæsningen ændrede")
