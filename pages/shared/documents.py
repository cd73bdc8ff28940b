"""Documents to take along: each is made when it is asked for, from the very figures and texts of the page.

What makes one is loaded then too: it takes longer than the first page of a new process does.
"""

from datetime import date

import streamlit as st

from model.basics.formatting import month_long
from model.documents import file_names
from model.documents.known import NOT_MADE
from model.publishing.publishing import public_month, published
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import left_out
from pages.shared import data, downloads, layout
from pages.shared.downloads import Making

SLIDES = "Hent som PowerPoint"


def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> None:
    """The dialogark and the slides of one jobcenter."""
    layout.finding("Tag tallene med")
    now = data.snapshot()
    refused = left_out.of_public(now, code)  # said before anybody asks for slides
    name = str(snapshot.jobcenters.loc[code, "name"])
    with st.container(horizontal=True):
        downloads.file_button("Hent dialogark (PDF)", lambda: _sheet(snapshot, code, month),
                              file_names.sheet(name, month), downloads.PDF)
        if not refused:
            _slides(now, code, name=str(now.jobcenters.loc[code, "name"]))
    if refused:
        layout.empty(f"{refused} {NOT_MADE}")
    else:
        _for_anybody(now)


def of_region(snapshot: Snapshot, month: date) -> None:
    """The regionsark, the workbook, the slides, and the dialogark of every jobcenter at once."""
    layout.finding("Tag tallene med")
    now = data.snapshot()
    with st.container(horizontal=True):
        downloads.file_button("Hent regionsark (PDF)", lambda: _region_sheet(snapshot, month),
                              file_names.region_sheet(month), downloads.PDF)
        downloads.file_button("Hent Excel", lambda: _workbook(snapshot, month), file_names.workbook(month),
                              downloads.XLSX)
        downloads.parts_button("Alle dialogark (zip)", lambda making: _all_sheets(snapshot, month, making),
                               file_names.sheets(month, "zip"), downloads.ZIP)
        _slides(now, None)
    _for_anybody(now)


def _sheet(snapshot: Snapshot, code: str, month: date) -> bytes:
    from model.documents import sheet

    return sheet.sheet_pdf(snapshot, code, month)


def _region_sheet(snapshot: Snapshot, month: date) -> bytes:
    from model.documents import region_sheet

    return region_sheet.region_pdf(snapshot, month)


def _workbook(snapshot: Snapshot, month: date) -> bytes:
    from model.documents import workbook

    return workbook.workbook_xlsx(snapshot, month)


def _all_sheets(snapshot: Snapshot, month: date, making: Making) -> bytes:
    from model.documents import sheet

    return sheet.sheets_zip(snapshot, month, progress=making.tell, lost=making.lost.append)


def _slides(now: Snapshot, code: str | None, *, name: str = "") -> None:
    """Of the public's figures, whatever day and month the page shows: two months could be set against each other."""
    downloads.file_button(SLIDES, lambda: _deck(now, code), file_names.slides(public_month(now), name),
                          downloads.PPTX)


def _deck(now: Snapshot, code: str | None) -> bytes:
    from model.documents import slides
    from model.documents.screens import chosen, screens

    public, month = published(now), public_month(now)
    return slides.slides_pptx(public, month, chosen(screens(public, month, code), ()), code=code)


def _for_anybody(now: Snapshot) -> None:
    gone = left_out.left_out(now)
    without = left_out.without_words(gone.values()) if len(gone) < len(now.jobcenters) else ""
    layout.note(f"Dias kan vises for enhver: de har tallene fra {month_long(public_month(now))}, som de er nu"
                f"{f', {without}' if without else ''}, og små tal er skjult.")
