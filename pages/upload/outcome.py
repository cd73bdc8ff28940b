"""What has been done: the file saved last, files that wait, and the notice that a past day is read-only."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from model.basics.formatting import alphabetical, month_key, month_long
from model.intake import batch_words, wording
from model.intake.datasets.datasets import DATASETS
from model.intake.records.whose import programme_of
from model.intake.report import Report
from model.programmes.programme import Programme
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.words.projects import period_line
from model.subjects.reporting.words import reporting
from pages.shared import address, layout, markup, navigation, places
from pages.upload.waiting import Intake

JOBCENTER = "pages/jobcenter/page.py"
LINKED = 6  # jobcenters that are led to one by one; the region's page leads to all of them


def read_only(snapshot: Snapshot) -> bool:
    """Say that nothing can be written while the figures are shown as of a past day; True when that is so."""
    if snapshot.as_of is None:
        return False
    layout.note("Mens du ser en tidligere dag, kan der ikke indlæses, rettes eller fortrydes.")
    return True


def back_to_now(*, waiting: bool) -> None:
    """What stands in the file box's place while a past day is shown: why, and the way back."""
    then = "Gå tilbage til nu. Den fil, du har valgt, venter." if waiting else "Gå tilbage til nu for at vælge en fil."
    st.html(markup.box("plain", "Der kan ikke indlæses, mens du ser en tidligere dag", [then]))
    st.button("Gå tilbage til nu", key="back_to_now", type="primary", on_click=_back_to_now)


def _back_to_now() -> None:
    st.query_params.pop(address.AS_OF, None)


def is_behind(snapshot: Snapshot, done: list[Intake]) -> bool:
    """Whether figures were fetched before files had been saved that are said to be: an earlier run was saving them."""
    known = set(snapshot.uploads["id"]) if len(snapshot.uploads) else set()
    return snapshot.as_of is None and any(file.upload not in known for file in done)


def forget_undone(snapshot: Snapshot, done: list[Intake]) -> None:
    """A file that has been taken back again since is not said to be loaded."""
    standing = set(snapshot.uploads.loc[snapshot.uploads["stands"], "id"]) if len(snapshot.uploads) else set()
    if snapshot.as_of is None:
        done[:] = [file for file in done if file.upload in standing]


def month_saved(done: list[Intake]) -> date | None:
    """The month of the file saved last, its newest where it has several; None without one, and of records."""
    report = done[0].report if done else None
    if report is None or not DATASETS[report.dataset].is_figures:
        return None
    return next(reversed(wording.months(report.changes)), None)


def heading(snapshot: Snapshot, done: list[Intake], month: date) -> tuple[str, str]:
    """What was saved and how its month stands now, as long as the page is on that month; else how the month stands.

    Records are of no month: then what they are stands under it.
    """
    title, line = reporting.standing(snapshot, month)
    if len(done) > 1 and snapshot.as_of is None:
        return batch_words.saved(len(done)), f"{title}. {line}".strip()
    report = done[0].report if done else None
    if report is None or snapshot.as_of is not None or month_saved(done) not in (None, month):
        return title, line
    if not DATASETS[report.dataset].is_figures:
        names = snapshot.jobcenters["name"].to_dict()
        return wording.saved(report), f"{wording.scope(report.changes, names, report.dataset)}."
    return wording.saved(report), f"{title}. {line}".strip()


def heading_beside(snapshot: Snapshot, done: list[Intake], programme: Programme) -> tuple[str, str]:
    """What was saved, or what is loaded here of a programme beside the shown one."""
    report = done[0].report if done and snapshot.as_of is None else None
    if len(done) > 1 and report is not None:
        return batch_words.saved(len(done)), period_line(programme)
    if report is not None:
        names = snapshot.jobcenters["name"].to_dict()
        return wording.saved(report), f"{wording.scope(report.changes, names, report.dataset)}."
    return f"Indlæs tal til {programme.called}", period_line(programme)


def saved(done: list[Intake], names: Mapping[str, str], *, more: bool) -> None:
    """The files saved last: what they were about and, when no file waits, where to see it and how to take it back."""
    if not done or done[0].report is None:
        return
    newest, report = done[0], done[0].report
    if len(done) > 1:
        said = [f"{each.file_name}: {wording.loaded(each.report, names)}" for each in done if each.report]
        st.html(markup.box("good", "Filerne er gemt", said, word="Alle filer"))
    else:
        about = f"{wording.scope(report.changes, names, report.dataset)}."
        of_records = not DATASETS[report.dataset].is_figures  # then the heading says what it is about
        said = ["" if of_records else about, newest.effect, wording.left_out(report.without, names)]
        st.html(markup.box("good", "Filen er gemt", said, word=newest.file_name))
    if not more:
        with st.container(horizontal=True, key="saved_links"):
            _links(report)
            _moved(done, names)
            if len(done) == 1:
                st.page_link(navigation.REPORTING, label="Fortryd indlæsningen",
                             query_params=places.undoing(newest.upload))
            else:
                st.page_link(navigation.REPORTING, label="Se dem i Historik",
                             query_params=places.history({places.UPLOAD: str(newest.upload)}))


def _links(report: Report) -> None:
    """To the page that shows what was loaded; the figures' own month is chosen there."""
    programme = programme_of(DATASETS[report.dataset], report.changes)
    page = places.page_of(report.dataset, programme)
    if page is None:
        return
    if not DATASETS[report.dataset].is_figures:
        st.page_link(page.file, label=f"Se {places.in_words(page)}", query_params=places.of(programme))
        return
    for month in wording.months(report.changes)[-1:]:
        st.page_link(page.file, label=f"Se {places.in_words(page)}, {month_long(month)}",
                     query_params={"maaned": month_key(month)})


def _moved(done: list[Intake], names: Mapping[str, str]) -> None:
    """To the jobcenters that stand otherwise on the goal now, each in the newest month where it does."""
    newest = {change.jobcenter: change.month for each in done for change in each.moved}
    ordered = sorted(newest, key=lambda code: alphabetical(names.get(code, code)))
    for code in ordered[:LINKED]:
        where = {"jobcenter": code, "maaned": month_key(newest[code])}
        st.page_link(JOBCENTER, label=f"Se {names.get(code, code)}, {month_long(newest[code])}", query_params=where)


def already(report: Report) -> None:
    """The way to the upload that stands with the very same bytes."""
    if report.already:
        with st.container(key="already_links"):
            st.page_link(navigation.REPORTING, label="Se indlæsningen i Historik",
                         query_params=places.history({places.UPLOAD: str(report.already[0])}))
