"""Taking an upload back: what it would do to the figures and the goals first, then a reason, then the button."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from model.database import DatabaseProblem, Stale
from model.importing import clearing, history, undoing, wording
from model.importing.saving import SaveRefused
from model.indicators import effect
from pages.data import changed, markup, records
from pages.data.checkup import Desk

SAMPLE_REASON = "Eksempeldata er fjernet, før virkelige tal tages i brug"


def panel(upload: pd.Series, desk: Desk) -> None:
    """»Fortryd«: folded until asked for, since its effect on the goals must be worked out."""
    if not upload["stands"]:
        return
    folded = st.expander("Fortryd denne indlæsning", key="undo_panel", on_change="rerun")
    if folded.open:
        with folded:
            _undo(upload, desk)


def _undo(upload: pd.Series, desk: Desk) -> None:
    dataset = upload["dataset"]
    with st.spinner("Regner på, hvad der ændres …"):
        changes = records.if_undone([int(upload["id"])])
        told = effect.told(desk.snapshot, changes, dataset, subject="Det")
    st.html(markup.box("plain", history.undo_verdict(changes, dataset), [told], word="Hvis du fortryder"))
    if len(changes):
        changed.table(changes, desk.names, dataset, label="Nu og efter at indlæsningen er fortrudt", old="Nu",
                      new="Efter")
    reason = st.text_input("Hvorfor fortrydes den?", key="undo_reason", max_chars=500, live=True,
                           placeholder="fx »Det var den forkerte fil«").strip()
    lacking = wording.before_saving(named=bool(desk.by), reasoned=bool(reason))
    pressed = st.button("Fortryd indlæsningen", key="undo", type="primary", disabled=bool(lacking))
    st.caption(lacking or "Intet slettes: indlæsningen bliver stående på listen som fortrudt.")
    if pressed and not lacking:
        _write(lambda: undoing.undo(desk.engine, int(upload["id"]), reason=reason, by=desk.by, seen=desk.version),
               done=history.undone(upload))


def sample(uploads: pd.DataFrame, desk: Desk) -> None:
    """»Fjern eksempeldata«, while any of them stands."""
    ids, written = history.sample_ids(uploads), desk.snapshot.written.sample
    if not ids and not written:
        return
    folded = st.expander("Fjern eksempeldata", key="sample_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.write(history.about_sample(len(ids), written=written))
        corrections = records.corrections_of_sample()
        if corrections and st.checkbox(history.with_corrections(len(corrections)), value=True,
                                       key="sample_corrections"):
            ids += corrections
        sure = st.checkbox("Ja, eksempeldata skal fjernes", key="sample_sure")
        lacking = wording.before_saving(named=bool(desk.by), reasoned=True)
        ready = sure and not lacking
        if st.button("Fjern eksempeldata", key="remove_sample", disabled=not ready) and ready:
            _write(lambda: clearing.remove_sample(desk.engine, ids, reason=SAMPLE_REASON, by=desk.by,
                                                  seen=desk.version),
                   done="Eksempeldata er fjernet. Nu er der kun det, I selv har indlæst.")
        if lacking:
            st.caption(lacking)


def _write(change: Callable[[], None], *, done: str) -> None:
    """Make the change; then show the page anew with what came of it."""
    note: list[str] = st.session_state.setdefault("history_note", [])
    try:
        change()
        note[:] = ["good", done]
    except (Stale, SaveRefused, DatabaseProblem) as refused:
        note[:] = ["bad", str(refused)]
    st.rerun()


def told() -> None:
    """What came of the last change on this page, said once."""
    note: list[str] = st.session_state.setdefault("history_note", [])
    if note:
        good = note[0] == "good"
        st.html(markup.box("good" if good else "bad", note[1], word="Gemt" if good else "Der er ikke ændret noget"))
        note.clear()
