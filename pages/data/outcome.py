"""What has been done: the file saved last, files that wait, and the notice that a past day is read-only."""

from collections.abc import Mapping

import streamlit as st

from model.formatting import month_key, month_long
from model.importing import wording
from model.importing.report import Report
from model.indicators.snapshot import Snapshot
from pages.data import markup
from pages.data.intake import Intake
from pages.shared import layout

REGION, JOBCENTER, HISTORY = "pages/progress/region.py", "pages/progress/jobcenter.py", "pages/data/history.py"


def read_only(snapshot: Snapshot) -> bool:
    """Say that nothing can be written while the figures are shown as of a past day; True when that is so."""
    if snapshot.as_of is None:
        return False
    layout.note("Mens du ser en tidligere dag, kan der ikke indlæses, rettes eller fortrydes.")
    return True


def saved(done: list[Intake], names: Mapping[str, str], *, more: bool) -> None:
    """The file saved last: what was loaded and, when no file waits, where to see it and how to take it back."""
    if not done or done[0].report is None:
        return
    newest, report = done[0], done[0].report
    said = [wording.loaded(report, names), newest.effect, wording.left_out(report.without, names)]
    st.html(markup.box("good", "Filen er indlæst", said, word=newest.file_name))
    if not more:
        _links(newest, report.changes["jobcenter"].unique().tolist())


def _links(intake: Intake, codes: list[str]) -> None:
    months = wording.months(intake.report.changes) if intake.report else []
    if not months:
        return
    where = {"maaned": month_key(months[-1])}
    with st.container(horizontal=True, key="saved_links"):
        st.page_link(REGION, label=f"Se Regionen, {month_long(months[-1])}", query_params=where)
        st.page_link(JOBCENTER, label=f"Se Jobcenter, {month_long(months[-1])}",
                     query_params=where | {"jobcenter": codes[0]})
        st.page_link(HISTORY, label="Fortryd indlæsningen", query_params={"indlaesning": str(intake.upload)})


def already(report: Report) -> None:
    """The way to the upload that stands with the very same bytes."""
    if report.already:
        with st.container(key="already_links"):
            st.page_link(HISTORY, label="Se indlæsningen i Historik",
                         query_params={"indlaesning": str(report.already[0])})


def waiting(count: int) -> None:
    """How many files are next."""
    if count:
        st.caption(wording.waiting(count))
