"""The form that names a klynge of jobcenters: nothing overwritten, a reason given, and its history beside it."""

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model import peer_facts, recording_peers
from model.database import readable
from model.indicators import peers
from model.indicators.peers import Peers
from model.indicators.snapshot import Snapshot
from pages.shared import data, drawing, layout, pickers, record_form
from pages.shared.writing import written

SAVED = "peers_saved"
NEW = 0
WRITTEN = ("peers_name", "peers_members", "peers_reason")
INTRO = ("En klynge er jobcentre, som I finder det rimeligt at sammenligne, fx fordi de ligner hinanden i størrelse, "
         "erhverv eller målgruppe. Landsdel og størrelse findes i forvejen.")
APPEND_ONLY = "Hver ændring bliver en ny linje. Fjerner du alle jobcentre, opløses klyngen; intet slettes."


def stated(snapshot: Snapshot) -> pd.DataFrame:
    """Everything written of the klynger by the day that is shown."""
    with readable(), Session(data.engine()) as session:
        return peer_facts.stated(session, as_of=snapshot.as_of)


def panel(snapshot: Snapshot, stated: pd.DataFrame, *, version: int) -> None:
    """»Lav eller ret en klynge«: folded until asked for, closed while an earlier day is shown."""
    if st.session_state.pop(SAVED, False):
        layout.answer("Klyngen er gemt og kan vælges under »Sammenlign inden for« øverst på siden.")
    folded = st.expander("Lav eller ret en klynge", key="peers_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.html(drawing.paragraph(INTRO))
        if not record_form.locked(snapshot.as_of):
            _form(snapshot, peers.klynger(stated), version)
        if len(stated):
            layout.table(peers.history(snapshot, stated), alt="Tabel: klyngernes historie")


def _form(snapshot: Snapshot, standing: tuple[Peers, ...], version: int) -> None:
    known = {group.number or NEW: group for group in standing}
    number = st.selectbox("Hvilken klynge?", [NEW, *known], key="peers_number",
                          format_func=lambda at: known[at].name if at else "Ny klynge")
    chosen, names = known.get(number), pickers.jobcenter_words(snapshot)
    name = st.text_input("Navn", chosen.name if chosen else "", key=_key("peers_name", chosen), live=True,
                         max_chars=recording_peers.LONGEST_NAME, placeholder="fx »Kystkommuner«")
    members = st.multiselect("Jobcentre", list(names), default=chosen.codes if chosen else (),
                             format_func=names.__getitem__, key=_key("peers_members", chosen),
                             placeholder="Vælg jobcentre")
    reason = st.text_input("Begrundelse", key="peers_reason", max_chars=recording_peers.LONGEST_REASON, live=True)
    by = record_form.by()
    lacking = peers.lacking(name=name, reason=reason, by=by)
    pressed = st.button("Gem klyngen", key="peers_save", type="primary", disabled=bool(lacking))
    st.caption(lacking or APPEND_ONLY)
    if pressed and not lacking:
        _save(number or None, name=name, members=members, reason=reason, by=by, seen=version)


def _key(field: str, chosen: Peers | None) -> str:
    """A field's key names what it starts from: another klynge, or a change of it, gives a fresh field."""
    return "_".join((field, chosen.key, chosen.name, *chosen.codes)) if chosen else field


def _save(number: int | None, *, name: str, members: list[str], reason: str, by: str, seen: int) -> None:
    if written(lambda: recording_peers.record_peers(
            data.engine(), number=number, name=name, jobcenters=members, reason=reason, by=by, seen=seen),
            refused="Klyngen er ikke gemt"):
        for key in WRITTEN:
            st.session_state.pop(key, None)
        st.session_state[SAVED] = True
        st.rerun()
