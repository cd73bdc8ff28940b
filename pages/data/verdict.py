"""What a check found, drawn: the verdict first, then problems, reasons and the figures that would change."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from model.importing import templates, wording
from model.importing.report import Report
from pages.data import markup
from pages.data.intake import Intake
from pages.shared import downloads, layout

SHOWN = 200  # rows of a long table on the page; the rest is in the download
FORMATS: tuple[tuple[str, templates.Kind, str], ...] = (("Hent som Excel", "xlsx", downloads.XLSX),
                                                        ("Hent som CSV", "csv", downloads.CSV))
TONES: dict[str, markup.Tone] = {"refused": "bad", "question": "plain", "unchanged": "plain", "ready": "good"}


def headline(intake: Intake) -> None:
    """The answer, largest first, with what it is about."""
    report = intake.report
    if report is None:
        return
    tone = "warn" if report.status == "ready" and report.warnings else TONES[report.status]
    lines = [wording.to_mend(report)] if report.status in ("refused", "ready") else []
    if report.status == "question" and report.question:
        lines = [report.question.text]
    st.html(markup.box(tone, wording.verdict(report), lines, word=intake.file_name))


def problems(report: Report, names: Mapping[str, str]) -> None:
    """Every problem at once, and the list to send to whoever made the file."""
    if not report.problems:
        return
    table = wording.problem_table(report.problems, names)
    st.html(markup.table(table.head(SHOWN), label="Fejl og advarsler i filen", wordy=True))
    _cut(len(table))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Send listen til den, der har lavet filen:", width="content")
        for words, kind, mime in FORMATS:
            downloads.file_button(words, partial(templates.problem_list, report, kind, names),
                                  f"fejl-og-advarsler.{kind}", mime)


def _cut(rows: int) -> None:
    if rows > SHOWN:
        st.caption(wording.cut(SHOWN, rows))


def notes(report: Report) -> None:
    """What was recognised, skipped or read in a special way: folded, never silent."""
    if report.notes:
        with st.expander(wording.notes_title(report), key="notes"):
            st.html(markup.lines(report.notes))


def changes(report: Report, names: Mapping[str, str]) -> None:
    """The figures that change, old beside new; the new ones folded."""
    changed = report.changes[report.changes["kind"] == "changed"]
    new = report.changes[report.changes["kind"] == "new"]
    if len(changed):
        layout.finding("Tal, der ændres")
        table = wording.change_table(changed.head(SHOWN), names, report.dataset)
        st.html(markup.table(table, label="Tal, der ændres, før og nu", numbers=("Før", "Nu")))
        _cut(len(changed))
    if len(new):
        folded = st.expander(wording.new_title(len(new)), key="new_figures", on_change="rerun")
        if folded.open:
            table = wording.change_table(new.head(SHOWN), names, report.dataset).drop(columns="Før")
            folded.html(markup.table(table, label="Nye tal", numbers=("Nu",)))
            if len(new) > SHOWN:
                folded.caption(wording.cut(SHOWN, len(new)))


def effect(text: str) -> None:
    """What the file does to the goals, before it is saved."""
    layout.finding("Hvad det gør ved målene", text)


def reason(report: Report) -> str:
    """The written reason that warnings ask for; empty when there are none."""
    if not report.warnings:
        return ""
    said: str = st.text_input(
        "Hvorfor skal tallene gemmes alligevel?", key="reason", live=True, max_chars=500,
        placeholder="fx »Skive har bekræftet faldet pr. telefon«",
        help="Begrundelsen gemmes sammen med indlæsningen. Skriv ikke noget om enkelte borgere.")
    return said.strip()
