"""Documents to take along: each is made when it is asked for, from the very figures and texts of the page."""

from datetime import date

import streamlit as st

from model.exports import region_sheet, sheet, workbook
from model.formatting import number
from model.indicators.snapshot import Snapshot
from pages.shared import data, downloads, layout

ZIP = "application/zip"
MADE = "all_sheets"  # the zip of all sheets, kept for the reader who had it made, and what it is of


def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> None:
    """The dialogark of one jobcenter."""
    layout.finding("Tag tallene med")
    downloads.file_button("Hent dialogark (PDF)", lambda: sheet.sheet_pdf(snapshot, code, month),
                          sheet.file_name(snapshot, code, month), downloads.PDF)


def of_region(snapshot: Snapshot, month: date) -> None:
    """The regionsark, the workbook, and the dialogark of every jobcenter at once."""
    layout.finding("Tag tallene med")
    with st.container(horizontal=True):
        downloads.file_button("Hent regionsark (PDF)", lambda: region_sheet.region_pdf(snapshot, month),
                              region_sheet.file_name(month), downloads.PDF)
        downloads.file_button("Hent Excel", lambda: workbook.workbook_xlsx(snapshot, month),
                              workbook.file_name(month), downloads.XLSX)
        asked = st.button("Alle dialogark (zip)", key="make_all_sheets")
    _all_sheets(snapshot, month, asked=asked)


def _all_sheets(snapshot: Snapshot, month: date, *, asked: bool) -> None:
    """Make them while the reader watches, then offer the file for as long as the page shows the same figures."""
    shown = (data.version(), snapshot.as_of, snapshot.data_date, month)
    if asked:
        st.session_state[MADE] = (shown, _made(snapshot, month))
    made_of, content = st.session_state.get(MADE, (None, b""))
    if made_of == shown:
        downloads.file_button("Gem alle dialogark (zip)", lambda: content, sheet.all_name(month, "zip"), ZIP)


def _made(snapshot: Snapshot, month: date) -> bytes:
    bar = st.progress(0.0)

    def tell(done: int, of: int) -> None:
        bar.progress(done / of, text=f"Laver dialogark: {number(done)} af {number(of)}")

    content = sheet.sheets_zip(snapshot, month, progress=tell)
    bar.empty()
    return content
