"""What a person has explained of a sender's headings, kept through the session until a file with them is saved."""

from dataclasses import dataclass, replace

import streamlit as st

from model.intake.columns.profiles import ABOUT_COLUMNS
from model.intake.recognising import QUESTION
from model.intake.report import MENDED, Answers, Report

KEY = "intake_explained"


@dataclass(frozen=True)
class Explained:
    """The answers about one file. columns: by the heading's normalised form. number: which of the session's files."""

    answers: Answers
    columns: dict[str, str]
    number: int


def _store() -> dict[str, Explained]:
    found: dict[str, Explained] = st.session_state.setdefault(KEY, {})
    return found


def keep(report: Report, number: int) -> None:
    """Keep what was answered about a file that was checked, under its headings."""
    if report.answers is not None and report.fingerprint:
        told = {h.key: report.answers.columns[h.index] for h in report.mapping if h.index in report.answers.columns}
        _store()[report.fingerprint] = Explained(report.answers, told, number)


def forget(report: Report) -> None:
    """The file is saved: what was said of its headings is with its profile now."""
    _store().pop(report.fingerprint, None)


def again(report: Report, *, instead_of: int | None) -> Answers | None:
    """What was answered about a file with the same headings; None when nothing was.

    instead_of: the number of the file that this one replaces; its months hold for this one too.
    """
    found = _store().get(report.fingerprint) if report.fingerprint else None
    if found is None:
        return None
    same, before = found.number == instead_of, found.answers
    said = {asked: value for asked, value in before.said.items()
            if (same or asked == QUESTION or asked.startswith(ABOUT_COLUMNS)) and value not in MENDED}
    columns = {h.index: found.columns[h.key] for h in report.mapping if h.key in found.columns}
    return replace(before, columns=columns, months=before.months if same else {}, said=said, corrections=(),
                   anew=frozenset(), month=before.month if same else None,
                   outcome_month=before.outcome_month if same else None)
