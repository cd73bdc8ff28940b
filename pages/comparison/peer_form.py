"""The form that names a klynge of jobcenters: nothing overwritten, a reason given, and its history beside it."""

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model.access.rights import Action
from model.snapshot.snapshot import Snapshot
from model.store import statements
from model.store.database import readable
from model.store.tables.peers import PeerGroup
from model.subjects.comparison.figures import peers
from model.subjects.comparison.figures.peers import Peers
from model.writing import peers as recording_peers
from pages.shared import data, drawing, forms, layout, pickers, reach, record_form, writing

NEW = 0
SAVED = "Klyngen er gemt og kan vælges under »Sammenlign inden for« øverst på siden."
INTRO = ("En klynge er jobcentre, som I finder det rimeligt at sammenligne, fx fordi de ligner hinanden i størrelse, "
         "erhverv eller målgruppe. Landsdel og størrelse findes i forvejen.")
APPEND_ONLY = "Hver ændring bliver en ny linje. Fjerner du alle jobcentre, opløses klyngen; intet slettes."


def stated(snapshot: Snapshot) -> pd.DataFrame:
    """Everything written of the klynger by the day that is shown."""
    with readable(), Session(data.engine()) as session:
        return statements.stated(session, PeerGroup, as_of=snapshot.as_of, programme=snapshot.programme)


def panel(snapshot: Snapshot, stated: pd.DataFrame, *, version: int) -> None:
    """»Lav eller ret en klynge«: folded until asked for, closed while an earlier day is shown."""
    if not reach.of(Action.PLAN):
        reach.only_others("lave og rette klynger", Action.PLAN)
        return
    forms.room()
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
    # another klynge, or a change of it, is another form with fields of its own
    form = forms.form("peers", "_".join((chosen.key, chosen.name, *chosen.codes)) if chosen else "")
    name = st.text_input("Navn", chosen.name if chosen else "", key=form.key("name"), live=True,
                         max_chars=recording_peers.LONGEST_NAME, placeholder="fx »Kystkommuner«")
    members = st.multiselect("Jobcentre", list(names), default=chosen.codes if chosen else (),
                             format_func=names.__getitem__, key=form.key("members"),
                             placeholder="Vælg jobcentre")
    reason = st.text_input("Begrundelse", key=form.key("reason"), max_chars=recording_peers.LONGEST_REASON, live=True)
    viewer = writing.writer()
    lacking = peers.lacking(name=name, reason=reason, by=viewer.function)
    forms.save(form, "Gem klyngen", lambda once: recording_peers.record_peers(
        data.engine(), number=number or None, name=name, jobcenters=members, reason=reason, viewer=viewer, seen=version,
        once=once), done=SAVED, content=(name, members, reason), alone=False, ready=not lacking, primary=True,
        refused="Klyngen er ikke gemt")
    forms.receipt(forms.form("peers"))
    st.caption(lacking or APPEND_ONLY)
