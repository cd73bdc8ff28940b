"""Documents to take along: each is made when it is asked for, from the very figures and texts of the page.

What makes one is loaded then too: it takes longer than the first page of a new process does.
"""

from collections.abc import Callable
from datetime import date

import streamlit as st

from model.documents import file_names
from model.documents.known import NOT_MADE
from model.publishing.publishing import public_month, published
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import left_out
from model.subjects.news.words.news import News
from pages.shared import data, downloads, drawing, layout, news_view
from pages.shared.downloads import Making, Told

SLIDES = "Hent som PowerPoint"
SHEET = "Hent dialogark (PDF)"
COMMITTEE = "Hent til udvalg og LBR (Word)"


def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> None:
    """What one jobcenter's figures are taken along in: the dialogark with what is new, the paper for its committee and
    the slides.
    """
    now, at = data.snapshot(), data.version()
    refused = left_out.of_public(now, code)  # said before anybody asks for slides
    _jobcenter_files(snapshot, None if refused else now, code, month, at, told=Told())
    if refused:
        layout.empty(f"{refused} {NOT_MADE}")
    else:
        _for_anybody(now)


def of_region(snapshot: Snapshot, month: date) -> None:
    """The regionsark, the workbook, the slides, and the dialogark of every jobcenter at once."""
    layout.finding("Tag tallene med")
    now, at = data.snapshot(), data.version()
    _region_files(snapshot, now, month, at, told=Told())
    _for_anybody(now)


@st.fragment
def _jobcenter_files(snapshot: Snapshot, now: Snapshot | None, code: str, month: date, at: int, *,
                     told: Told) -> None:
    """The buttons; ``now`` is None where there are no slides."""
    name = str(snapshot.jobcenters.loc[code, "name"])
    with told.row():
        downloads.file_button(SHEET, lambda: _sheet(snapshot, code, month, at), file_names.sheet(name, month),
                              downloads.PDF, told=told)
        downloads.file_button(COMMITTEE, lambda: _committee(snapshot, code, month), file_names.committee(name, month),
                              downloads.DOCX, told=told)
        if now is not None:
            _slides(now, code, name=str(now.jobcenters.loc[code, "name"]), told=told)


@st.fragment
def _region_files(snapshot: Snapshot, now: Snapshot, month: date, at: int, *, told: Told) -> None:
    with told.row():
        downloads.file_button("Hent regionsark (PDF)", lambda: _region_sheet(snapshot, month),
                              file_names.region_sheet(month), downloads.PDF, told=told)
        downloads.file_button("Hent Excel", lambda: _workbook(snapshot, month), file_names.workbook(month),
                              downloads.XLSX, told=told)
        downloads.parts_button("Alle dialogark (zip)", lambda making: _all_sheets(snapshot, month, making, at),
                               file_names.sheets(month, "zip"), downloads.ZIP, told=told)
        _slides(now, None, told=told)


def _sheet(snapshot: Snapshot, code: str, month: date, at: int) -> bytes:
    from model.documents import sheet

    return sheet.sheet_pdf(snapshot, code, month, news=_newest(snapshot, month, at))


def _newest(snapshot: Snapshot, month: date, at: int) -> Callable[[str], News]:
    return lambda code: news_view.newest(snapshot, code, month, at=at)


def _committee(snapshot: Snapshot, code: str, month: date) -> bytes:
    from model.documents import committee

    return committee.committee_docx(snapshot, code, month)


def _region_sheet(snapshot: Snapshot, month: date) -> bytes:
    from model.documents import region_sheet

    return region_sheet.region_pdf(snapshot, month)


def _workbook(snapshot: Snapshot, month: date) -> bytes:
    from model.documents import workbook

    return workbook.workbook_xlsx(snapshot, month)


def _all_sheets(snapshot: Snapshot, month: date, making: Making, at: int) -> bytes:
    from model.documents import sheet

    return sheet.sheets_zip(snapshot, month, news=_newest(snapshot, month, at), progress=making.tell,
                            lost=making.lost.append)


def _slides(now: Snapshot, code: str | None, *, name: str = "", told: Told) -> None:
    """Of the public's figures, whatever day and month the page shows: two months could be set against each other.

    Which month that is takes longer to find than the page does, so the name of the file says none.
    """
    downloads.file_button(SLIDES, lambda: _deck(now, code), file_names.slides(None, name), downloads.PPTX,
                          told=told)


def _deck(now: Snapshot, code: str | None) -> bytes:
    from model.documents import slides
    from model.documents.screens import chosen, screens

    public, month = published(now), public_month(now)
    return slides.slides_pptx(public, month, chosen(screens(public, month, code), ()), code=code)


def _for_anybody(now: Snapshot) -> None:
    gone = left_out.left_out(now)
    without = left_out.without_words(gone.values()) if len(gone) < len(now.jobcenters) else ""
    st.html(drawing.paragraph(f"PowerPoint kan vises for enhver: det er de nyeste offentlige tal, som de er nu"
                              f"{f', {without}' if without else ''}. Små tal er skjult.", kind="fd-source"))
