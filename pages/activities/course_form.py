"""»Mark fremmøde«: who came, typed on the day on a phone; all that was touched becomes one upload."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from model.charts.course_words import ROLE_NAMES
from model.formatting import alphabetical, day, number, today
from model.importing.record_datasets import ROLES
from model.indicators import attendance
from model.indicators.attendance import MENTOR, day_name
from model.indicators.snapshot import Snapshot
from pages.activities import cancel_form
from pages.shared import layout, record_form

KEY, ROUND = "course_form", "course_form_round"
EMPTY = ("Her vises fremmødet på de seks kursusdage og de to mentorkurser, når det er registreret. Åbn »Mark fremmøde« "
         "ovenfor, eller indlæs en deltagerliste på siden Indlæs tal.")
BEFORE_SAVING = ("Et tomt felt betyder »ikke meldt«; skriv 0, hvis ingen kom. Alle felter, du har ændret, gemmes på én "
                 "gang. Gem, før du skifter dag eller rolle.")
TAKEN_BACK = ".."  # what an emptied field says: the figure is no longer stated
MOST = 99  # persons from one jobcenter in one role; a slip of the finger is more
VALUES = {"moedt": "attended", "tilmeldt": "registered"}
Numbers = dict[tuple[str, str], int | None]  # (part, jobcenter) -> what stands or is typed


def panel(snapshot: Snapshot, *, as_of: date | None, begin_anew: bool) -> None:
    """The folded form. snapshot: the figures as they are now. begin_anew: something was saved in the run before."""
    if begin_anew:
        st.session_state[ROUND] = _round() + 1
        st.session_state[f"{KEY}_shown"] = {}
    folded = st.expander("Mark fremmøde", key="course_form_panel", on_change="rerun")
    if folded.open:
        with folded:
            if not record_form.locked(as_of):
                _form(snapshot)


def _form(snapshot: Snapshot) -> None:
    who = record_form.by()
    first, second = st.columns([2, 1])
    codes = [str(code) for code in snapshot.course_days.index]
    chosen = first.selectbox("Dag", codes, index=codes.index(_nearest(snapshot)), key=f"{KEY}_day",
                             format_func=lambda code: _words(snapshot, code))
    all_roles = snapshot.course_days.loc[chosen, "kind"] == MENTOR
    roles = [role for role in ROLES if all_roles or role != "virksomhedsmentor"]
    role = second.selectbox("Rolle", roles, key=f"{KEY}_role_{len(roles)}", format_func=ROLE_NAMES.__getitem__)
    if cancel_form.ask(snapshot, chosen, by=who):
        return
    held = snapshot.course_days.loc[chosen, "held_on"] <= today()
    shown = _shown(snapshot, chosen, role)
    if not held:
        layout.note("Dagen er ikke holdt endnu. Du kan skrive, hvor mange der er tilmeldt.")
    typed = _fields(snapshot, shown, chosen, role, held=held)
    stated = _stated(typed, shown, chosen, role)
    st.caption(BEFORE_SAVING)
    record_form.save(KEY, "kursusdeltagelse", stated, name=f"{_words(snapshot, chosen)}, {ROLE_NAMES[role].lower()}",
                     by=who, done="Fremmødet er gemt. Det kan fortrydes på siden Historik.")


def _fields(snapshot: Snapshot, shown: Numbers, chosen: str, role: str, *, held: bool) -> Numbers:
    """The − / + fields: who came, and folded who had registered; only the latter before the day."""
    typed: Numbers = {}
    if held:
        st.button("Begynd med de tilmeldte", key=f"{KEY}_begin", on_click=_begin, args=(shown, chosen, role),
                  help="Tomme felter får antallet af tilmeldte. Ret dem med − og +, og gem.")
        typed |= _grid(snapshot, shown, "moedt", chosen, role)
        with st.expander("Tilmeldte", key=f"{KEY}_registered"):
            return typed | _grid(snapshot, shown, "tilmeldt", chosen, role)
    return typed | _grid(snapshot, shown, "tilmeldt", chosen, role)


def _grid(snapshot: Snapshot, shown: Numbers, part: str, chosen: str, role: str) -> Numbers:
    """One field a jobcenter, as many beside each other as there is room for. Typing asks nothing of the server."""
    names = snapshot.jobcenters["name"].to_dict()
    typed: Numbers = {}
    with st.grid(min_column_width=150, key=f"{KEY}_{part}"):
        for code in sorted(names, key=lambda c: alphabetical(names[c])):
            booked = shown.get(("tilmeldt", code))
            beside = f" · {number(booked)} tilmeldt" if part == "moedt" and booked is not None else ""
            key = _key(chosen, role, part, code)
            st.session_state.setdefault(key, shown.get((part, code)))
            typed[part, code] = st.number_input(
                f"{names[code]}{beside}", min_value=0, max_value=MOST, step=1, value=None, placeholder="ikke meldt",
                on_change="ignore", key=key)
    return typed


def _begin(shown: Numbers, chosen: str, role: str) -> None:
    """Put the registered in the fields that are empty: most who registered come, and the rest is quick to mend."""
    for (part, code), booked in shown.items():
        key = _key(chosen, role, "moedt", code)
        if part == "tilmeldt" and booked is not None and st.session_state.get(key) is None:
            st.session_state[key] = booked


def _key(chosen: str, role: str, part: str, code: str) -> str:
    return f"{KEY}_{_round()}_{chosen}_{role}_{part}_{code}"


def _shown(snapshot: Snapshot, chosen: str, role: str) -> Numbers:
    """What stood when the fields were first drawn, so that nobody's later figures are overwritten untouched."""
    kept: dict[tuple[int, str, str], Numbers] = st.session_state.setdefault(f"{KEY}_shown", {})
    key = (_round(), chosen, role)
    if key not in kept:
        kept[key] = {(part, str(code)): None if pd.isna(count) else int(count) for part, value in VALUES.items()
                     for code, count in attendance.roles(snapshot, chosen, value)[role].items()}
    return kept[key]


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


def _round() -> int:
    return int(st.session_state.get(ROUND, 0))
