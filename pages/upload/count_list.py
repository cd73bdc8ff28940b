"""»Tæl listen«: a list with one row a person or an answer, offered where it cannot be used as it is, and its questions.
"""

from collections.abc import Sequence

import streamlit as st

from model.intake.counting import words
from model.intake.mending import mending
from model.intake.report import Option, Problem, Report
from model.store.once import digest
from pages.shared import layout, markup
from pages.upload import mend
from pages.upload.waiting import Intake

FEW = 3  # options that are shown beside each other; more are a list to choose from


def offer(current: Intake, report: Report) -> None:
    """What counting the list would do, and the button; the other way back when it has been counted."""
    if report.listing is None:
        return
    if report.counted is not None:
        if current.content and st.button("Læs filen, som den er", key=current.key("uncount")):
            current.count_list(wanted=False)
            st.rerun()
        return
    with st.container(border=True, key=current.key("box_count")):
        layout.finding(words.offer(report.listing), words.WHAT_IT_DOES)
        if st.button("Tæl listen", key=current.key("count"),
                     type="primary" if report.status == "refused" else "secondary"):
            current.count_list(wanted=True)
            st.rerun()


def questions(current: Intake, report: Report) -> None:
    """Every question of the list in one form, with what is likely chosen beforehand."""
    asked = mending.questions(report)
    if report.counted is None or not asked:
        return
    with st.form(current.field("count_form"), border=True):
        answers = {str(problem.question): _answer(current, problem) for problem in asked}
        if st.form_submit_button("Tæl", key=current.key("count_send"), type="primary"):
            chosen = {question: value for question, value in answers.items() if value is not None}
            if not chosen:
                st.html(markup.lines([mend.CHOOSE]))
                return
            current.answer_all(chosen)
            st.rerun()


def _answer(current: Intake, problem: Problem) -> str | None:
    options = {option.value: option.words for option in problem.options}
    key = current.field(f"count_{digest(str(problem.question))[:12]}")
    first = list(options).index(problem.suggestion) if problem.suggestion in options else None
    if _is_short(problem.options):
        return st.radio(problem.text, list(options), index=first, format_func=options.__getitem__, key=key)
    return st.selectbox(problem.text, list(options), index=first, format_func=options.__getitem__, key=key,
                        placeholder="Vælg")


def _is_short(options: Sequence[Option]) -> bool:
    return len(options) <= FEW
