"""What of a file is not kept when it is saved, and the click with which its sender says that all of it may be."""

from typing import Any

import streamlit as st
from sqlalchemy import Engine

from model.intake import saving
from model.intake.keeping import kept, kept_words
from model.intake.report import Report
from pages.shared import markup
from pages.upload.waiting import Intake


def left_out(current: Intake, report: Report, engine: Engine) -> dict[str, Any]:
    """What of a file is not kept unless its sender says that it may be, looked at once for each check."""
    if current.left_out is None:
        current.left_out = saving.left_out(engine, report, current.content)
    return current.left_out


def told(current: Intake, engine: Engine) -> str:
    """What is not kept of a file that can be saved, in a sentence; empty when it is kept as it came."""
    report = current.report
    if report is None or report.status != "ready" or not (missing := left_out(current, report, engine)):
        return ""
    whole = report.counted is None and _is_wanted(current) and not kept.holds_people(report)
    return kept_words.KEPT_WHOLE if whole else kept_words.will_be(missing)


def _is_wanted(current: Intake) -> bool:
    """Whether the sender says that all of it may be kept, in the box where it is shown."""
    said = bool(current.answers and current.answers.keep_original)
    return bool(st.session_state.get(current.key("keep_original"), said))


def choice(current: Intake, report: Report, engine: Engine) -> None:
    """Nothing for a file that is kept as it came; otherwise what is left out, and whether it may stay."""
    if report.counted is not None:
        return  # the names of a list are not there to be kept
    missing = left_out(current, report, engine)
    if not missing:
        return
    if kept.holds_people(report):  # that is not for a sender to say
        st.html(markup.lines([kept_words.will_be(missing)]))
        return
    key, wanted = current.key("keep_original"), _is_wanted(current)
    if key not in st.session_state:
        st.session_state[key] = wanted
    st.html(markup.lines([kept_words.KEPT_WHOLE if wanted else kept_words.will_be(missing)]))
    st.checkbox(kept_words.MAY_BE_KEPT, key=key)
    if wanted != bool(current.answers and current.answers.keep_original):
        current.keep(original=wanted)
