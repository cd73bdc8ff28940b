"""What a check found, drawn: the verdict first, then problems, reasons and the figures that would change."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from model.intake import templates, verdicts, wording
from model.intake.datasets.datasets import DATASETS
from model.intake.mending import mending
from model.intake.mending.mending import Fault
from model.intake.report import Report
from model.programmes.examples import UNIT
from pages.shared import changed, downloads, export, layout, markup
from pages.upload.template import FORMATS
from pages.upload.waiting import Intake

FEW = 12  # changed figures that stand open under the button; more are folded
TONES: dict[str, markup.Tone] = {"refused": "bad", "question": "plain", "unchanged": "plain", "ready": "good"}


def headline(intake: Intake) -> None:
    """The answer, largest first, with what it is about and what it does to the goals."""
    report = intake.report
    if report is None:
        return
    tone = "warn" if report.status == "ready" and report.warnings else TONES[report.status]
    tone = "plain" if verdicts.only_questions(report) or verdicts.changes_nothing(report) else tone
    effect = "" if verdicts.changes_nothing(report) else intake.effect
    lines = [verdicts.to_mend(report), effect] if report.status in ("refused", "ready") else []
    if report.status == "question" and report.question:
        lines = [report.question.text]
    lines = [intake.left, *([report.counted.sentence] if report.counted and report.status == "ready" else []), *lines]
    read = (intake.content or report.counted) and report.status != "unchanged"
    word = f"{intake.file_name} · {DATASETS[report.dataset].title}" if read else intake.file_name
    st.html(markup.box(tone, verdicts.verdict(report), lines, word=word))


def problems(report: Report, names: Mapping[str, str], here: Sequence[Fault]) -> None:
    """What cannot be mended on the page, and the whole list to send to whoever made the file. here: what can."""
    if not report.problems:
        return
    table = wording.problem_table(mending.elsewhere(report, here), names)
    if len(table):
        st.html(markup.table(table.head(changed.SHOWN), label="Fejl og advarsler i filen", wordy=True))
        changed.cut(len(table))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Send listen til den, der har lavet filen:", width="content")
        for words, kind, mime in FORMATS:
            downloads.file_button(words, partial(templates.problem_list, report, kind, names),
                                  f"fejl-og-advarsler.{kind}", mime, right=export.FOR_ANYBODY)


def notes(report: Report) -> None:
    """What was recognised, skipped or read in a special way: folded, never silent."""
    if report.notes:
        with st.expander(wording.notes_title(report), key="notes"):
            st.html(markup.lines(report.notes))


def changes(report: Report, names: Mapping[str, str]) -> None:
    """What changes, old beside new, folded when it is much; what is new always folded."""
    altered = report.changes[report.changes["kind"] == "changed"]
    new = report.changes[report.changes["kind"] == "new"]
    dataset, many = report.dataset, DATASETS[report.dataset].noun.many
    label = f"{many.capitalize()}, der ændres, før og nu"
    if 0 < len(altered) <= FEW:
        layout.finding(f"{many.capitalize()}, der ændres")
        changed.table(altered, names, dataset, label=label)
    elif len(altered):
        folded = st.expander(wording.changed_title(len(altered), dataset), key="changed_figures", on_change="rerun")
        if folded.open:
            with folded:
                changed.table(altered, names, dataset, label=label)
    if len(new):
        folded = st.expander(wording.new_title(len(new), dataset), key="new_figures", on_change="rerun")
        if folded.open:
            with folded:
                changed.table(new, names, dataset, label=f"Nye {many}", only_new=True)


def reason(report: Report) -> str:
    """The written reason that warnings ask for; empty when there are none."""
    if not report.warnings:
        return ""
    said: str = st.text_input(
        f"Hvorfor skal {DATASETS[report.dataset].noun.them} gemmes alligevel?", key="reason", live=True, max_chars=500,
        persist_state="session", placeholder=f"fx »{UNIT} har bekræftet det pr. telefon«",
        help="Begrundelsen gemmes sammen med indlæsningen. Skriv ikke noget om enkelte borgere.")
    return said.strip()
