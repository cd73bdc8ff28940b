"""What of a file is not kept when it is saved, and the click with which its sender says that all of it may be."""

import streamlit as st
from sqlalchemy import Engine

from model.importing import kept, kept_words, saving
from model.importing.report import Report
from pages.data import markup
from pages.data.waiting import Intake


def choice(current: Intake, report: Report, engine: Engine) -> None:
    """Nothing for a file that is kept as it came; otherwise what is left out, and whether it may stay."""
    if report.counted is not None:
        return  # the names of a list are not there to be kept
    if current.left_out is None:
        current.left_out = saving.left_out(engine, report, current.content)
    if not current.left_out:
        return
    if kept.holds_people(report):  # that is not for a sender to say
        st.html(markup.lines([kept_words.will_be(current.left_out)]))
        return
    key = current.key("keep_original")
    if key not in st.session_state:
        st.session_state[key] = bool(current.answers and current.answers.keep_original)
    wanted = st.session_state[key]
    st.html(markup.lines([kept_words.KEPT_WHOLE if wanted else kept_words.will_be(current.left_out)]))
    st.checkbox(kept_words.MAY_BE_KEPT, key=key)
    if wanted != bool(current.answers and current.answers.keep_original):
        current.keep(original=wanted)
