"""»Registrér fremmøde«: who came, typed on the day on a phone; all that was touched becomes one upload."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import day, number, today
from model.intake.datasets.attendance import ATTENDANCE, ROLES
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts.course_words import ROLE_NAMES
from model.subjects.courses.figures import attendance
from model.subjects.courses.figures.attendance import MENTOR, day_name
from pages.courses import cancel_form
from pages.shared import forms, layout, reach, record_form, writing
from pages.shared.forms import Form
from pages.shared.record_form import TAKEN_BACK

FORM = "course_form"
EMPTY = ("Her vises fremmødet på kursusdagene og mentorkurserne, når det er registreret. Åbn »Registrér fremmøde« "
         "ovenfor, eller vælg en deltagerliste på siden Indlæs tal: den bliver talt, og navnene bliver ikke gemt.")
BEFORE_SAVING = ("Et tomt felt betyder »ikke meldt«; skriv 0, hvis ingen kom. Alle felter, du har ændret, gemmes på én "
                 "gang. Gem, før du skifter dag eller rolle.")
MOST = 99  # persons from one jobcenter in one role; a slip of the finger is more
VALUES = {"moedt": "attended", "tilmeldt": "registered"}
Numbers = dict[tuple[str, str], int | None]  # (part, jobcenter) -> what stands or is typed


def panel(snapshot: Snapshot, *, as_of: date | None) -> None:
    """The folded form; none where no day is planned. snapshot: the figures as they are now."""
    if snapshot.course_days.empty:
        return
    if not reach.jobcenters(snapshot, Action.UPLOAD):
        reach.only_others("registrere fremmøde", Action.UPLOAD)
        return
    folded = st.expander("Registrér fremmøde", key="course_form_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not record_form.locked(as_of):
                _form(snapshot, writing.writer())


def _form(snapshot: Snapshot, viewer: Viewer) -> None:
    form = forms.form(FORM)
    first, second = st.columns([2, 1])
    codes = [str(code) for code in snapshot.course_days.index]
    chosen = first.selectbox("Dag", codes, index=codes.index(_nearest(snapshot)), key=f"{FORM}_day",
                             format_func=lambda code: _words(snapshot, code))
    all_roles = snapshot.course_days.loc[chosen, "kind"] == MENTOR
    roles = [role for role in ROLES if all_roles or role != "virksomhedsmentor"]
    role = second.selectbox("Rolle", roles, key=f"{FORM}_role_{len(roles)}", format_func=ROLE_NAMES.__getitem__)
    if cancel_form.ask(snapshot, chosen, viewer=viewer):
        return
    held = snapshot.course_days.loc[chosen, "held_on"] <= today()
    shown = _shown(snapshot, form, chosen, role)
    if not held:
        layout.note("Dagen er ikke holdt endnu. Du kan skrive, hvor mange der er tilmeldt.")
    typed = _fields(snapshot, form, shown, (chosen, role), held=held)
    stated = _stated(typed, shown, chosen, role)
    st.caption(BEFORE_SAVING)
    record_form.save(form, ATTENDANCE.name, stated, name=f"{_words(snapshot, chosen)}, {ROLE_NAMES[role].lower()}",
                     viewer=viewer, done=f"Fremmødet er gemt. {reach.undoing()}")


def _fields(snapshot: Snapshot, form: Form, shown: Numbers, of: tuple[str, str], *, held: bool) -> Numbers:
    """The − / + fields of a day and role: who came, and folded who had registered; only the latter before the day."""
    typed: Numbers = {}
    if held:
        st.button("Begynd med de tilmeldte", key=f"{FORM}_begin", on_click=_begin, args=(form, shown, of),
                  help="Tomme felter får antallet af tilmeldte. Ret dem med − og +, og gem.")
        typed |= _grid(snapshot, form, shown, "moedt", of)
        with st.expander("Tilmeldte", key=f"{FORM}_registered"):
            return typed | _grid(snapshot, form, shown, "tilmeldt", of)
    return typed | _grid(snapshot, form, shown, "tilmeldt", of)


def _grid(snapshot: Snapshot, form: Form, shown: Numbers, part: str, of: tuple[str, str]) -> Numbers:
    """One field a jobcenter that may be written of, as many beside each other as there is room for. Typing asks nothing
    of the server.
    """
    names = reach.jobcenters(snapshot, Action.UPLOAD)
    typed: Numbers = {}
    with st.grid(min_column_width=150, key=f"{FORM}_{part}"):
        for code in names:
            booked = shown.get(("tilmeldt", code))
            beside = f" · {number(booked)} tilmeldt" if part == "moedt" and booked is not None else ""
            key = _key(form, of, part, code)
            st.session_state.setdefault(key, shown.get((part, code)))
            typed[part, code] = st.number_input(
                f"{names[code]}{beside}", min_value=0, max_value=MOST, step=1, value=None, placeholder="ikke meldt",
                on_change="ignore", key=key)
    return typed


def _begin(form: Form, shown: Numbers, of: tuple[str, str]) -> None:
    """Put the registered in the fields that are empty: most who registered come, and the rest is quick to mend."""
    for (part, code), booked in shown.items():
        key = _key(form, of, "moedt", code)
        if part == "tilmeldt" and booked is not None and st.session_state.get(key) is None:
            st.session_state[key] = booked


def _key(form: Form, of: tuple[str, str], part: str, code: str) -> str:
    return form.key("_".join((*of, part, code)))


def _shown(snapshot: Snapshot, form: Form, chosen: str, role: str) -> Numbers:
    """What stood when the fields were first drawn, so that nobody's later figures are overwritten untouched."""
    kept = forms.begun(form)
    key = f"{chosen} {role}"
    if key not in kept:
        kept[key] = {(part, str(code)): None if pd.isna(count) else int(count)
                              for part, value in VALUES.items()
                              for code, count in attendance.roles(snapshot, chosen, value)[role].items()}
    found: Numbers = kept[key]
    return found


def _stated(typed: Numbers, shown: Numbers, chosen: str, role: str) -> list[Mapping[str, Any]]:
    """A record for every jobcenter with a field that was touched; a field that was emptied takes its figure back."""
    records: dict[str, dict[str, Any]] = {}
    for (part, code), value in typed.items():
        if value != shown.get((part, code)):
            record = records.setdefault(code, {"kursusdag": chosen, "jobcenter": code, "rolle": role})
            record[part] = TAKEN_BACK if value is None else int(value)
    return list(records.values())


def _nearest(snapshot: Snapshot) -> str:
    """The day that was held last, or the first one before any was."""
    held = snapshot.course_days[snapshot.course_days["held_on"].map(lambda when: when <= today())]
    return str((held.index[-1:] if len(held) else snapshot.course_days.index[:1])[0])


def _words(snapshot: Snapshot, code: str) -> str:
    return f"{day_name(snapshot, code)} ({day(snapshot.course_days.loc[code, 'held_on'])})"
