"""»Dine svar«: what was answered about a file, or about an earlier one like it, and the way to answer again."""

import streamlit as st

from model.intake.mending import answered
from model.intake.report import Problem, Report
from model.store.once import digest
from pages.shared import layout, markup
from pages.upload.waiting import Intake

AGAIN = "Lav om"


def panel(current: Intake, report: Report) -> None:
    """Each question with its answer, and the button that asks it again."""
    if not report.answered:
        return
    layout.finding("Dine svar")
    mine = current.answers.said if current.answers else {}
    with st.container(key="answers_given"):
        for problem in report.answered:
            with st.container(horizontal=True, vertical_alignment="center"):
                remembered = "" if problem.question in mine else " Svaret er husket fra en tidligere fil."
                st.html(markup.lines([f"{answered.told(problem)}{remembered}"]))
                _again(current, problem)


def _again(current: Intake, problem: Problem) -> None:
    key = current.key(f"again_{digest(str(problem.question))[:12]}")
    if st.button(AGAIN, key=key, help=f"Svar igen: {answered.question(problem)}"):
        current.ask(str(problem.question))
        st.rerun()
