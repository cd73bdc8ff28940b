"""Correcting figures that hang together: an upload of its own, through the same checks as a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from model.basics.formatting import alphabetical, month_long
from model.intake import history, saving, verdicts, wording
from model.intake.datasets.declaration import Column
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.form import correct
from model.intake.report import Report
from model.store.once import Once
from model.subjects.goals.words import effect
from pages.shared import changed, forms, layout, markup
from pages.shared.forms import Form
from pages.upload.checkup import Desk

FAMILIES = MAANEDSTAL.tied()
HOW = ("Udfyld kun det, der skal rettes: et antal, »skjult« (et lille tal, som jobcentret skjuler) eller »ikke "
       "indberettet«. Delene og det hele bliver kontrolleret sammen.")


@dataclass(frozen=True)
class Wish:
    """The figures a person wants to correct, and what is typed of each; ``stands``: the month's figures as they are."""

    jobcenter: str
    month: date
    figures: Mapping[str, str]
    stands: Mapping[str, str]


@dataclass(frozen=True)
class Checked:
    """A wish that has been checked: its report, the form as it will be kept, and what it does to the goals."""

    wish: Wish
    report: Report
    content: bytes
    effect: str


def panel(desk: Desk, month: date) -> None:
    """»Ret tal«: choose, write, check, see what it changes, give a reason, save."""
    folded = st.expander("Ret tal", key="fix_panel", on_change="rerun")
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
    where, when = st.columns(2)
    codes = sorted(desk.names, key=lambda code: alphabetical(desk.names[code]))
    code = where.selectbox("Jobcenter", codes, format_func=lambda c: desk.names[c], key="fix_jobcenter")
    months = desk.snapshot.months
    chosen = when.selectbox("Måned", months, index=months.index(month), format_func=month_long, key="fix_month")
    family = st.radio("Tal, der hænger sammen", list(FAMILIES), key="fix_family",
                      format_func=lambda whole: history.family(FAMILIES[whole]))
    stands = history.standing_figures(desk.snapshot.figures, jobcenter=code, month=chosen)
    st.caption(HOW)
    form = _form(code, chosen)
    typed = {field.name: _field(field, stands.get(field.name), key=form.key(field.name)) for field in FAMILIES[family]}
    return Wish(code, chosen, {measure: text for measure, text in typed.items() if text}, stands)


def _form(jobcenter: str, month: date) -> Form:
    return forms.form("fix", f"{jobcenter}_{month:%Y_%m}")


def _field(field: Column, shown: str | None, *, key: str) -> str:
    """One figure as a row: what it is and how it stands, and what it should be."""
    name, new = st.columns([5, 3], vertical_alignment="center")
    name.html(markup.term(field.heading, history.stands(shown)))
    typed: str = new.text_input(f"{field.heading}, nyt tal", key=key, max_chars=20, label_visibility="collapsed",
                                placeholder="Som nu")
    return typed.strip()


def _check(wish: Wish, desk: Desk) -> Checked:
    report, content = correct(desk.engine, jobcenter=wish.jobcenter, month=wish.month, figures=wish.figures)
    told = effect.told(desk.snapshot, report.changes, report.dataset, subject="Rettelsen")
    return Checked(wish, report, content, told if report.status == "ready" else "")


def _show(checked: Checked, desk: Desk) -> None:
    report = checked.report
    if report.status != "ready":
        st.html(markup.box("bad", "Rettelsen kan ikke gemmes", [verdicts.to_mend(report)]))
    else:
        st.html(markup.box("warn" if report.warnings else "good", history.corrected(report), [checked.effect]))
    if report.problems:
        table = wording.problem_table(report.problems, desk.names)
        st.html(markup.table(table, label="Fejl og advarsler", wordy=True))
    if report.status != "ready":
        if not checked.content:  # personal data: nothing of what was typed stays in the session's memory
            st.session_state["fix_checked"] = None
        return
    changed.table(report.changes, desk.names, report.dataset, label="Rettelsen, nu og bagefter", old="Nu",
                  new="Rettes til")
    if total := history.total_stands(checked.wish.stands, checked.wish.figures):
        layout.note(total)
    form = _form(checked.wish.jobcenter, checked.wish.month)
    reason = st.text_input("Hvorfor rettes tallene?", key=form.key("reason"), max_chars=500, live=True,
                           placeholder="fx »Jobcentret ringede: to personer var talt med to gange«").strip()
    lacking = wording.before_saving(named=bool(desk.by), reasoned=bool(reason))
    if forms.save(form, "Gem rettelsen", partial(_save, checked, desk, reason), done="Rettelsen er gemt.",
                  content=checked.wish.figures, ready=not lacking, primary=True):
        st.session_state["fix_checked"] = None  # it must be checked anew against what stands now
    st.caption(lacking or "Rettelsen bliver en indlæsning for sig og kan fortrydes.")


def _save(checked: Checked, desk: Desk, reason: str, once: Once) -> None:
    saving.apply(desk.engine, checked.report, content=checked.content, by=desk.by, reason=reason, source="form",
                 once=once)
