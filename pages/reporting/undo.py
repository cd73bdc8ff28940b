"""Taking an upload back: what it would do to the figures and the goals first, then a reason, then the button."""

import pandas as pd
import streamlit as st

from model.intake import clearing, history, undoing, wording
from model.subjects.goals.words import effect
from pages.reporting import records
from pages.shared import changed, forms, markup, places
from pages.upload.checkup import Desk

NOT_CHANGED = "Der er ikke ændret noget"
SAMPLE_REASON = "Eksempeldata er fjernet, før virkelige tal tages i brug"


def panel(upload: pd.Series, desk: Desk) -> None:
    """»Fortryd«: folded until asked for, here or by the link that led here, since its effect must be worked out."""
    if not upload["stands"]:
        return
    folded = st.expander("Fortryd denne indlæsning", key="undo_panel", on_change="rerun",
                         expanded=places.UNDOING in st.query_params)
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
    number, form = int(upload["id"]), forms.form("undo", upload["id"])
    reason = st.text_input("Hvorfor fortrydes den?", key=form.key("reason"), max_chars=500, live=True,
                           persist_state="page",
                           placeholder="fx »Det var den forkerte fil«").strip()
    lacking = wording.before_saving(named=bool(desk.viewer.function), reasoned=bool(reason))
    forms.save(form, "Fortryd indlæsningen",
               lambda once: undoing.undo(desk.engine, number, reason=reason, viewer=desk.viewer, seen=desk.version,
                                         once=once),
               done=history.undone(upload), content=(), alone=False, ready=not lacking, primary=True,
               refused=NOT_CHANGED)
    st.caption(lacking or "Intet slettes: indlæsningen bliver stående på listen som fortrudt.")


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
        form = forms.form("sample")
        sure = st.checkbox("Ja, eksempeldata skal fjernes", key=form.key("sure"))
        lacking = wording.before_saving(named=bool(desk.viewer.function), reasoned=True)
        forms.save(form, "Fjern eksempeldata",
                   lambda once: clearing.remove_sample(desk.engine, ids, reason=SAMPLE_REASON, viewer=desk.viewer,
                                                       seen=desk.version, once=once),
                   done="Eksempeldata er fjernet. Nu er der kun det, I selv har indlæst.",
                   content=(), alone=False, ready=sure and not lacking, refused=NOT_CHANGED)
        if lacking:
            st.caption(lacking)


def room() -> None:
    """Room for what came of the last change on this page."""
    forms.room(lambda words: st.html(markup.box("good", words, word="Gemt")))
