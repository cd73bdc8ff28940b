"""»Skriv om et mentornetværk«: one event of one jobcenter's network, and a meeting's participants."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import capital, today
from model.basics.months import last_day
from model.intake.datasets.networks import EVENTS, MET, NETWORKS, STARTED
from model.programmes.current import KICK_OFF
from model.snapshot.absence import HIDDEN
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures import networks
from model.subjects.courses.words import networks as findings
from pages.shared import forms, layout, pickers, reach, record_form, writing
from pages.shared.forms import Form
from pages.shared.record_form import TAKEN_BACK

FORM = "network"
MOST = 999  # persons at a meeting; a slip of the finger is more
QUIET = "Skriv kun jobcentrenes navne, ikke noget om enkelte personer."


def panel(snapshot: Snapshot) -> None:
    """The folded form; closed while an earlier day is shown."""
    if not reach.jobcenters(snapshot, Action.UPLOAD):
        reach.only_others("skrive om mentornetværk", Action.UPLOAD)
        return
    folded = st.expander("Skriv om et mentornetværk", key="network_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not record_form.locked(snapshot.as_of):
                _form(snapshot, writing.writer())


def _form(snapshot: Snapshot, viewer: Viewer) -> None:
    form, names = forms.form(FORM), snapshot.jobcenters["name"].to_dict()
    left, right = st.columns(2)
    code = reach.jobcenter(snapshot, Action.UPLOAD, key=form.key("jobcenter"), place=left)
    last = max(KICK_OFF, min(today(), last_day(snapshot.ends)))
    when = right.date_input("Dato", value=last, min_value=KICK_OFF, max_value=last, format=pickers.DAY_FORMAT,
                            key=form.key("day"))
    event = st.segmented_control("Hvad skete der?", list(EVENTS), format_func=capital, key=form.key("event"))
    further = _further(form, event)
    if code is None or event is None:
        st.caption(findings.lacking(jobcenter=code, event=event))
        return
    stands = _standing(snapshot, code, when)
    if stands is not None and stands["event"] != event:
        layout.note(findings.replaced(stands["event"], when))
        if event != MET and (pd.notna(stands["participants"]) or stands["participants_mark"] == HIDDEN):
            further["deltagere"] = TAKEN_BACK
    stated = {"jobcenter": code, "dato": when, "haendelse": event, **further}
    record_form.save(form, NETWORKS.name, [stated], name=f"Mentornetværk, {names[code]}, {event}", viewer=viewer,
                     done=f"Mentornetværket i {names[code]} er gemt. {reach.undoing()}",
                     button="Gem hændelsen")


def _further(form: Form, event: str | None) -> dict[str, Any]:
    """How many came to a meeting, and with whom the network is shared; of the other events nothing more is said."""
    if event not in (STARTED, MET):
        return {}
    left, right = st.columns(2)
    shared = right.text_input("Sammen med", key=form.key("shared"), max_chars=NETWORKS.field("sammen_med").longest,
                              placeholder="fx de jobcentre, netværket deles med", help=QUIET, live=True)
    if event == STARTED:
        return {"sammen_med": shared}
    came = left.number_input("Deltagere", min_value=0, max_value=MOST, step=1, value=None, placeholder="ikke oplyst",
                             key=form.key("participants"))
    return {"deltagere": came, "sammen_med": shared}


def _standing(snapshot: Snapshot, code: str, when: date) -> pd.Series | None:
    """The event that stands of a jobcenter on that day."""
    found = networks.events(snapshot)
    own = found[found["jobcenter"].eq(code) & found["day"].eq(pd.Timestamp(when))]
    return None if own.empty else own.iloc[0]
