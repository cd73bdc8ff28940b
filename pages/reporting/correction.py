"""»Ret et tal«: figures that hang together in one form, an upload of its own through the same checks as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import month_long
from model.intake import history, saving, verdicts, wording
from model.intake.datasets.declaration import Column
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.form import correct
from model.intake.report import Report
from model.snapshot.snapshot import Snapshot
from model.store.once import Once
from model.subjects.goals.words import effect
from pages.shared import changed, data, forms, layout, markup, pickers, reach, writing
from pages.shared.forms import Form
from pages.upload import outcome

HOW = ("Udfyld kun det, der skal rettes: et antal, »skjult« (et lille tal, som jobcentret skjuler) eller »ikke "
       "indberettet«. Delene og det hele bliver kontrolleret sammen, før noget gemmes.")
UNDOABLE = "Rettelsen bliver en indlæsning for sig."
CHECKED = "checked"
BOX = 130  # pixels: room for »ikke indberettet«


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


def tab(snapshot: Snapshot, heading: DeltaGenerator) -> None:
    """Choose, write, see what it changes, give a reason, save."""
    own = reach.jobcenters(snapshot, Action.UPLOAD)
    if not own:
        reach.only_others("rette tal", Action.UPLOAD)
        return
    with heading, pickers.beside_heading() as (title, choices):
        with choices:
            code = pickers.jobcenter(snapshot, among=own)
            month = pickers.month(snapshot, offered=snapshot.months[::-1])
        with title:
            layout.header(f"Ret tal for {snapshot.jobcenters.loc[code, 'name']} i {month_long(month)}", HOW)
    if outcome.read_only(snapshot):
        return
    form = forms.form("fix", f"{code}_{month:%Y_%m}")
    wish = _wish(snapshot, code, month, form)
    checked = _checked(wish, snapshot, form) if wish.figures else None
    if checked is not None:
        _show(checked, snapshot.jobcenters["name"].to_dict())
    _save(form, wish, checked)


def _wish(snapshot: Snapshot, code: str, month: date, form: Form) -> Wish:
    """The month's figures beside each other, those that hang together in one box."""
    stands = history.standing_figures(snapshot.figures, jobcenter=code, month=month)
    typed: dict[str, str] = {}
    for column, families in zip(st.columns(2, gap="medium"), _beside(list(MAANEDSTAL.tied().values())), strict=True):
        for family in families:
            with column, st.container(border=True, gap="small"):
                typed |= {field.name: _field(field, stands.get(field.name), key=form.key(field.name))
                          for field in family}
    return Wish(code, month, {measure: text for measure, text in typed.items() if text}, stands)


def _beside(families: Sequence[Sequence[Column]]) -> tuple[list[Sequence[Column]], list[Sequence[Column]]]:
    """The families in two columns of about the same length, the first one's to the left."""
    columns: tuple[list[Sequence[Column]], list[Sequence[Column]]] = ([], [])
    for family in sorted(families, key=len, reverse=True):
        min(columns, key=lambda column: sum(map(len, column))).append(family)
    left, right = sorted(columns, key=lambda column: families[0] not in column)
    return left, right


def _field(field: Column, shown: str | None, *, key: str) -> str:
    """One figure as a row: what it is and how it stands, and what it should be."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"row_{key}"):
        st.html(markup.term(field.heading, history.stands(shown)), width="stretch")
        typed: str = st.text_input(f"{field.heading}, nyt tal", key=key, max_chars=20, persist_state="page",
                                   label_visibility="collapsed",
                                   placeholder="Som nu", width=BOX)
    return typed.strip()


def _checked(wish: Wish, snapshot: Snapshot, form: Form) -> Checked:
    """The wish checked against what stands; the same wish is not checked twice."""
    begun = forms.begun(form)
    known: Checked | None = begun.get(CHECKED)
    if known is not None and known.wish == wish and known.report.data_version == data.version():
        return known
    report, content = correct(data.engine(), jobcenter=wish.jobcenter, month=wish.month, figures=wish.figures)
    told = effect.told(snapshot, report.changes, report.dataset, subject="Rettelsen")
    checked = Checked(wish, report, content, told if report.status == "ready" else "")
    if content:  # of personal data nothing that was typed stays in the session's memory
        begun[CHECKED] = checked
    return checked


def _show(checked: Checked, names: Mapping[str, str]) -> None:
    report = checked.report
    if report.status != "ready":
        st.html(markup.box("bad", "Rettelsen kan ikke gemmes", [verdicts.to_mend(report)]))
    else:
        st.html(markup.box("warn" if report.warnings else "good", history.corrected(report), [checked.effect]))
    if report.problems:
        table = wording.problem_table(report.problems, names)
        st.html(markup.table(table, label="Fejl og advarsler", wordy=True))
    if report.status != "ready":
        return
    changed.table(report.changes, names, report.dataset, label="Rettelsen, nu og bagefter", old="Nu",
                  new="Rettes til")
    if total := history.total_stands(checked.wish.stands, checked.wish.figures):
        layout.note(total)


def _save(form: Form, wish: Wish, checked: Checked | None) -> None:
    why, who = st.columns([3, 2], gap="medium")
    reason = why.text_input("Hvorfor rettes tallene?", key=form.key("reason"), max_chars=500, live=True,
                            persist_state="page",
                            placeholder="fx »Jobcentret ringede: to personer var talt med to gange«").strip()
    with who:
        viewer = writing.writer()
    lacking = wording.before_saving(named=bool(viewer.function), reasoned=bool(reason)) if wish.figures else (
        "Skriv først et nyt tal.")
    ready = checked is not None and checked.report.status == "ready" and not lacking
    if forms.save(form, "Gem rettelsen", partial(_apply, checked, viewer, reason), done="Rettelsen er gemt.",
                  content=wish.figures, ready=ready, primary=True):
        forms.begun(form).pop(CHECKED, None)  # it must be checked anew against what stands now
    st.caption(lacking or f"{UNDOABLE} {reach.undoing()}")


def _apply(checked: Checked | None, viewer: Viewer, reason: str, once: Once) -> None:
    assert checked is not None  # nothing else is ready to be saved
    saving.apply(data.engine(), checked.report, content=checked.content, viewer=viewer, reason=reason, source="form",
                 once=once)
