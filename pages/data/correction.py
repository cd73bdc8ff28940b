"""Correcting a single figure: an upload of its own, through the same checks as a file."""

from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from model.formatting import alphabetical, month_long
from model.importing import correcting, history, saving, wording
from model.importing.datasets import MAANEDSTAL
from model.importing.report import Report
from model.indicators import effect
from model.once import Once
from pages.data import changed, markup
from pages.data.checkup import Desk
from pages.shared import forms, layout

KINDS = {"value": "Et antal", "hidden": "Skjult af jobcentret (et lille tal)", "missing": "Ikke indberettet"}
MEASURES = {f.name: f.heading for f in MAANEDSTAL.fields if f.kind == "count"}


@dataclass(frozen=True)
class Wish:
    """The figure a person wants to correct, and what it should be."""

    jobcenter: str
    month: date
    measure: str
    kind: str
    value: str


@dataclass(frozen=True)
class Checked:
    """A wish that has been checked: its report, the form as it will be kept, and what it does to the goals."""

    wish: Wish
    report: Report
    content: bytes
    effect: str


def panel(desk: Desk, month: date) -> None:
    """»Ret et enkelt tal«: choose, check, see what it changes, give a reason, save."""
    folded = st.expander("Ret et enkelt tal", key="fix_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        wish = _wish(desk, month)
        if st.button("Kontrollér rettelsen", key="fix_check"):
            st.session_state["fix_checked"] = _check(wish, desk)
        checked: Checked | None = st.session_state.get("fix_checked")
        if checked is not None and checked.wish == wish:
            _show(checked, desk)


def _wish(desk: Desk, month: date) -> Wish:
    where, when, what = st.columns(3)
    codes = sorted(desk.names, key=lambda code: alphabetical(desk.names[code]))
    code = where.selectbox("Jobcenter", codes, format_func=lambda c: desk.names[c], key="fix_jobcenter")
    months = desk.snapshot.months
    chosen = when.selectbox("Måned", months, index=months.index(month), format_func=month_long, key="fix_month")
    measure = what.selectbox("Tal", list(MEASURES), format_func=MEASURES.__getitem__, key="fix_measure")
    st.caption(history.stands(desk.snapshot.figures, jobcenter=code, month=chosen, measure=measure))
    how, value = st.columns([2, 1])
    kind = how.radio("Skal være", list(KINDS), format_func=KINDS.__getitem__, key="fix_kind", horizontal=True)
    typed = value.text_input("Nyt antal", key="fix_value", max_chars=12, disabled=kind != "value")
    return Wish(code, chosen, measure, kind, typed.strip() if kind == "value" else "")


def _check(wish: Wish, desk: Desk) -> Checked:
    report, content = correcting.correct(
        desk.engine, jobcenter=wish.jobcenter, month=wish.month, measure=wish.measure,
        value=wish.value if wish.kind == "value" else None, mark=None if wish.kind == "value" else wish.kind)
    told = effect.told(desk.snapshot, report.changes, report.dataset, subject="Rettelsen")
    return Checked(wish, report, content, told if report.status == "ready" else "")


def _show(checked: Checked, desk: Desk) -> None:
    report = checked.report
    if report.problems:
        table = wording.problem_table(report.problems, desk.names)
        st.html(markup.table(table, label="Fejl og advarsler", wordy=True))
    if report.status != "ready":
        st.html(markup.box("bad", "Rettelsen kan ikke gemmes", [wording.to_mend(report)]))
        return
    changed.table(report.changes, desk.names, report.dataset, label="Rettelsen, nu og bagefter", old="Nu",
                  new="Rettes til")
    layout.note(checked.effect)
    wish = checked.wish
    if total := history.total_stands(desk.snapshot.figures, jobcenter=wish.jobcenter, month=wish.month,
                                     measure=wish.measure):
        layout.note(total)
    reason = st.text_input("Hvorfor rettes tallet?", key="fix_reason", max_chars=500, live=True,
                           placeholder="fx »Jobcentret ringede: to personer var talt med to gange«").strip()
    lacking = wording.before_saving(named=bool(desk.by), reasoned=bool(reason))
    form = forms.form("fix")
    forms.save(form, "Gem rettelsen", partial(_save, checked, desk, reason), done="Rettelsen er gemt.",
               content=(wish, reason), ready=not lacking, primary=True)
    st.caption(lacking or "Rettelsen bliver en indlæsning for sig og kan fortrydes.")


def _save(checked: Checked, desk: Desk, reason: str, once: Once) -> None:
    saving.apply(desk.engine, checked.report, content=checked.content, by=desk.by, reason=reason, source="form",
                 once=once)
