"""What is typed in a form and becomes an upload of its own: checked like a file, told alike, undone alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from model.database import DatabaseProblem, Stale
from model.importing import saving, wording
from model.importing.records.form import state
from model.importing.report import Report
from pages.shared import data, layout

NOTE = "record_note"


@dataclass(frozen=True)
class _Pending:
    """A form that was checked and waits for a reason: what was typed, the report on it, and the bytes to keep."""

    stated: tuple[Mapping[str, Any], ...]
    report: Report
    content: bytes


def told() -> bool:
    """What came of the last form that was saved, said once at the top of the page; True when there was one."""
    note: str = st.session_state.pop(NOTE, "")
    if note:
        layout.answer(note)
        st.toast(note)  # for who stands far down a phone's page
    return bool(note)


def locked(as_of: object) -> bool:
    """Say that nothing is written while an earlier day is shown; True when that is so."""
    if as_of is not None:
        layout.note("Mens du ser en tidligere dag, kan der ikke skrives noget.")
    return as_of is not None


def by(key: str = "uploaded_by") -> str:
    """Who fills in the form, remembered through the session."""
    said: str = st.text_input("Udfyldt af (navn eller funktion)", key=key, max_chars=80, live=True,
                              persist_state="session", placeholder="fx »konsulent i BRM«", autocomplete="name",
                              help="Gemmes i Historik sammen med det, der ændres.")
    return said.strip()


def save(key: str, dataset: str, stated: Sequence[Mapping[str, Any]], *, name: str, by: str, done: str,
         button: str = "Gem") -> bool:
    """The button under a form, and all that may come of it: errors by field, warnings with a reason, or the upload.

    stated: each record as a mapping of the dataset's part names to what was typed. name: what the upload is called.
    done: what is said when it is saved. True in the run in which it was saved (the page then runs again).
    """
    pressed = st.button(button, key=f"{key}_save", type="primary", disabled=not by)
    if not by:
        st.caption("Skriv først, hvem du er.")
    if pressed and by:
        report, content = state(data.engine(), dataset, stated, name=name)
        st.session_state[key] = _Pending(tuple(stated), report, content)
    pending: _Pending | None = st.session_state.get(key)
    if pending is None or pending.stated != tuple(stated):
        return False
    _problems(pending.report)
    if pending.report.status != "ready":
        if not pending.content:  # personal data: nothing of what was typed stays in the session's memory
            del st.session_state[key]
        return False
    reason = _reason(key, pending.report)
    if pending.report.warnings and not (reason and st.button("Gem alligevel", key=f"{key}_anyway", type="primary")):
        return False
    return _written(key, pending, by=by, reason=reason, done=done)


def _problems(report: Report) -> None:
    if report.problems:
        names = data.snapshot().jobcenters["name"].to_dict()
        layout.faults(wording.problem_table(report.problems, names))


def _reason(key: str, report: Report) -> str:
    if not report.warnings:
        return ""
    said: str = st.text_input("Hvorfor skal det gemmes alligevel?", key=f"{key}_reason", live=True, max_chars=500,
                              help="Begrundelsen gemmes. Skriv ikke noget om enkelte borgere.")
    return said.strip()


def _written(key: str, pending: _Pending, *, by: str, reason: str, done: str) -> bool:
    try:
        saving.apply(data.engine(), pending.report, content=pending.content, by=by, reason=reason, source="form")
    except (Stale, saving.SaveRefused, DatabaseProblem) as refused:
        layout.error(str(refused), title="Der er ikke gemt noget")
        return False
    finally:
        st.session_state.pop(key, None)
    st.session_state[NOTE] = done
    st.rerun()
    return True
