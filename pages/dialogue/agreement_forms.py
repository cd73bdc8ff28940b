"""The forms of agreements: a new one, how far one is, and what was written wrong mended or withdrawn."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from model.access.viewer import Viewer
from model.basics.formatting import today
from model.programmes.projects import PROJECTS
from model.programmes.words import SHORT
from model.store.meeting_facts import Written
from model.subjects.meetings.figures import agreements
from model.writing import agreements as recording
from model.writing.meetings import LONGEST_LINE
from pages.dialogue.desk import Desk
from pages.shared import data, forms, pickers, writing
from pages.shared.forms import Form

OPEN = "Så længe mødet er åbent, bliver aftalen rettet, hvor den står. Trækkes den tilbage, er den væk."
CLOSED = ("Referatet ligger fast og bliver ikke ændret. Den gamle aftale bortfalder, rettelsen bliver en ny linje, og "
          "begge siger det under »Hvad aftalte vi sidst?« på næste møde.")


def begun(desk: Desk) -> bool:
    """Whether a new agreement is typed that has not been saved."""
    return bool(st.session_state.get(_new_form(desk).key("text"), ""))


def _new_form(desk: Desk) -> Form:
    return forms.form("agree", desk.meeting)


def new(desk: Desk, *, viewer: Viewer) -> None:
    """A new agreement: what, which function and by when."""
    folded = st.expander("Skriv en ny aftale", key="agree_panel", on_change="rerun", expanded=True)
    if not folded.open:
        return
    form = _new_form(desk)
    with folded:
        wish = _wish(desk, form)
        meant = writing.meant(form, wish["text"], wish["responsible"])
        forms.save(form, "Gem aftalen",
                   lambda once: recording.agree(data.engine(), int(desk.meeting or 0), **wish, viewer=viewer,
                                                contact_ok=meant, seen=desk.version, once=once),
                   done="Aftalen er gemt.", content=wish, ready=any(wish.values()))


def mend(desk: Desk, *, viewer: Viewer) -> None:
    """What was agreed at this meeting and written wrong: mended or withdrawn."""
    rows = agreements.made_at(desk.book, int(desk.meeting or 0))
    if rows.empty:
        return
    folded = st.expander("Ret eller træk en aftale tilbage", key="mend_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        labels = agreements.labels(rows)
        choosing = forms.form("mend")
        number = st.selectbox("Hvilken aftale?", list(labels), format_func=labels.__getitem__,
                              key=choosing.key("agreement"))
        _mend(desk, rows.set_index("id").loc[number], number, viewer=viewer)
        forms.receipt(choosing)


def _mend(desk: Desk, stands: pd.Series, number: int, *, viewer: Viewer) -> None:
    form = forms.form("mend", number)
    wish = _wish(desk, form, stands)
    meant = writing.meant(form, wish["text"], wish["responsible"])
    with st.container(horizontal=True):
        saved = st.button("Gem rettelsen", key=form.key("save"))
        gone = st.button("Træk aftalen tilbage", key=form.key("withdraw"))
    st.caption(CLOSED if desk.closed else OPEN)
    if gone:
        forms.finish(form, lambda once: recording.withdraw(data.engine(), number, viewer=viewer, seen=desk.version,
                                                            once=once),
                     pressed=True, done="Aftalen er trukket tilbage.", content="withdrawn", alone=False)
        return
    forms.finish(form, lambda once: recording.mend(data.engine(), number, **wish, viewer=viewer, contact_ok=meant,
                                                   seen=desk.version, once=once),
                 pressed=saved, done="Aftalen er rettet.", content=wish, alone=False)


def _wish(desk: Desk, form: Form, stands: pd.Series | None = None) -> dict[str, Any]:
    """An agreement as a person wants it, begun from the one that stands."""
    said = {"text": "", "responsible": "", "due": None} if stands is None else stands.to_dict()
    text = st.text_input("Hvad er aftalt?", said["text"], key=form.key("text"), max_chars=LONGEST_LINE, live=True,
                         placeholder="fx »Åbne to centre mere inden sommerferien«", help=writing.QUIET)
    left, right = st.columns(2)
    responsible = left.text_input("Ansvarlig funktion", said["responsible"], key=form.key("responsible"),
                                  max_chars=120, live=True, placeholder=_example(desk))
    last = desk.days[1]
    due = right.date_input("Frist", value=said["due"], min_value=desk.held_on, max_value=max(desk.held_on, last),
                           format=pickers.DAY_FORMAT, key=form.key("due"))
    return {"text": text, "responsible": responsible, "due": due}


def _example(desk: Desk) -> str:
    """Who may be responsible."""
    return "fx »projektlederen«" if desk.unit in PROJECTS else f"fx »jobcenterchefen« eller »{SHORT}«"


def follow_up(rows: pd.DataFrame, book: Written, *, on: date, version: int, names: Mapping[str, str] | None = None,
              viewer: Viewer | None = None) -> None:
    """How far an agreement is: of ``rows`` the next in turn. ``on``: the day to begin with. ``names``: the jobcenters'
    by code, where theirs is to be told. viewer None: asked for here.
    """
    if rows.empty:
        return
    folded = st.expander("Skriv status på en aftale", key="status_panel", on_change="rerun")
    if not folded.open:
        return
    day = min(on, today())
    labels = agreements.labels(agreements.in_turn(rows, book, on=day), names)
    with folded:
        choosing = forms.form("status")
        number = st.selectbox("Aftale", list(labels), format_func=labels.__getitem__, key=choosing.key("agreement"))
        _status(number, day, version=version, viewer=viewer)
        forms.receipt(choosing)


def _status(number: int, day: date, *, version: int, viewer: Viewer | None) -> None:
    form = forms.form("status", number)
    left, right = st.columns(2)
    status = left.selectbox("Status", recording.STATUSES, index=1, key=form.key("word"))
    when = right.date_input("På dagen", value=day, format=pickers.DAY_FORMAT, key=form.key("day"), max_value=today())
    note = st.text_input("Bemærkning (må være tom)", key=form.key("note"), max_chars=LONGEST_LINE, live=True,
                         help=writing.QUIET)
    who = writing.writer() if viewer is None else viewer
    wish: dict[str, Any] = {"status": status, "on": when, "note": note}
    meant = writing.meant(form, note)
    forms.save(form, "Gem status",
               lambda once: recording.record_status(data.engine(), number, **wish, viewer=who, contact_ok=meant,
                                                    seen=version, once=once),
               done="Status er gemt.", content=wish, alone=False)
