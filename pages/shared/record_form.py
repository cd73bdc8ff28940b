"""What is typed in a form and becomes an upload of its own: checked like a file, told alike, undone alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from model.access.viewer import Viewer
from model.basics.formatting import day, today
from model.intake import saving, wording
from model.intake.form import state
from model.intake.report import Report
from model.programmes.programme import Programme
from model.store.once import Once
from pages.shared import data, forms, layout
from pages.shared.forms import Form

CHECKED = "checked"
TAKEN_BACK = ".."  # what an emptied field says: what stood there is no longer stated


@dataclass(frozen=True)
class _Checked:
    """A form that was checked: what was typed, the report on it, and the bytes to keep."""

    stated: tuple[Mapping[str, Any], ...]
    report: Report
    content: bytes


def locked(as_of: object) -> bool:
    """Say that nothing is written while an earlier day is shown; True when that is so."""
    if as_of is not None:
        layout.note("Mens du ser en tidligere dag, kan der ikke skrives noget.")
    return as_of is not None


def too_early(programme: Programme) -> bool:
    """Say that nothing can be stated of a programme that has not begun; True when that is so."""
    early = today() < programme.starts
    if early:
        layout.note(f"{programme.name} er ikke begyndt. Der kan skrives noget her, når det er begyndt: "
                    f"{day(programme.starts)}.")
    return early


def save(form: Form, dataset: str, stated: Sequence[Mapping[str, Any]], *, name: str, viewer: Viewer, done: str,
         button: str = "Gem", same: object = None) -> None:
    """The button under a form, and all that may come of it: errors by field, warnings with a reason, or the upload.

    stated: each record as a mapping of the dataset's part names to what was typed. name: what the upload is called.
    done: what is said when it is saved. same: what of it would be the same if it were meant twice; None: all of it.
    """
    pressed = st.button(button, key=form.key("save"), type="primary", disabled=not viewer.function)
    if not viewer.function:
        st.caption("Skriv først, hvem du er.")
    if pressed and viewer.function:
        report, content = state(data.engine(), dataset, stated, name=name)
        forms.begun(form)[CHECKED] = _Checked(tuple(stated), report, content)
    checked: _Checked | None = forms.begun(form).get(CHECKED)
    if checked is None or checked.stated != tuple(stated):
        forms.receipt(form)
        return
    _problems(checked.report)
    if checked.report.status != "ready":
        if not checked.content:  # personal data: nothing of what was typed stays in the session's memory
            del forms.begun(form)[CHECKED]
        return
    reason, meant = "", pressed
    if checked.report.warnings:
        reason = _reason(form)
        meant = bool(reason) and st.button("Gem alligevel", key=form.key("anyway"), type="primary")
    if forms.finish(form, partial(_apply, checked, viewer=viewer, reason=reason), pressed=meant, done=done,
                    content=(dataset, stated if same is None else same)):
        del forms.begun(form)[CHECKED]  # it must be checked anew against what stands now


def _problems(report: Report) -> None:
    if report.problems:
        names = data.everything().jobcenters["name"].to_dict()
        layout.faults(wording.problem_table(report.problems, names))


def _reason(form: Form) -> str:
    said: str = st.text_input("Hvorfor skal det gemmes alligevel?", key=form.key("reason"), live=True, max_chars=500,
                              help="Begrundelsen gemmes. Skriv ikke noget om enkelte borgere.")
    return said.strip()


def _apply(checked: _Checked, once: Once, *, viewer: Viewer, reason: str) -> None:
    saving.apply(data.engine(), checked.report, content=checked.content, viewer=viewer, reason=reason, source="form",
                 once=once)
