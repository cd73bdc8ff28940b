"""»Skriv ind eller ret«: the page's three forms behind one fold, closed while an earlier day is shown."""

from collections.abc import Callable

import streamlit as st

from model.access.rights import Action
from model.snapshot.snapshot import Snapshot
from pages.shared import reach, record_form, writing
from pages.support import counselling_form, hotline_form

CHOICE = "support_form"
FORMS: dict[str, Callable[..., None]] = {
    "Ny henvendelse": hotline_form.new, "Svar på en henvendelse": hotline_form.answer,
    "Rådgivning": counselling_form.state}


def panel(snapshot: Snapshot) -> None:
    """The fold with its choice of form."""
    if not reach.jobcenters(snapshot, Action.UPLOAD):
        reach.only_others("skrive om hotlinen og rådgivningen", Action.UPLOAD)
        return
    folded = st.expander("Skriv en henvendelse, et svar eller en rådgivning ind", key="support_panel",
                         on_change="rerun")
    if not folded.open:
        return
    with folded:
        if record_form.locked(snapshot.as_of):
            return
        chosen = st.segmented_control("Hvad vil du skrive ind?", list(FORMS), default="Ny henvendelse", required=True,
                                      key=CHOICE)
        FORMS[chosen](snapshot, viewer=writing.writer())
