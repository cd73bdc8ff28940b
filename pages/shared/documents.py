"""Documents to take along: each is made when it is asked for, from the very figures and texts of the page."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from model.charts.screens import chosen, screens
from model.exports import region_sheet, sheet, slides, workbook
from model.formatting import month_long, number
from model.indicators import left_out
from model.indicators.snapshot import Snapshot
from pages.shared import data, downloads, layout

ZIP = "application/zip"
SLIDES, DECK = "Hent som PowerPoint", "slides"  # the button, and what came of it for the reader who pressed it
MADE = "all_sheets"  # the zip of all sheets, kept for the reader who had it made, and what it is of


@dataclass(frozen=True)
class Deck:
    """Slides that were made, or why they were not; ``of``: the version of the data and whose they are."""

    of: tuple[int, date, str | None]
    month: date
    name: str
    content: bytes = b""
    refusal: str = ""


def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> None:
    """The dialogark and the slides of one jobcenter."""
    layout.finding("Tag tallene med")
    with st.container(horizontal=True):
        downloads.file_button("Hent dialogark (PDF)", lambda: sheet.sheet_pdf(snapshot, code, month),
                              sheet.file_name(snapshot, code, month), downloads.PDF)
        asked = st.button(SLIDES, key="make_slides")
    _slides(snapshot, code, asked=asked)


def of_region(snapshot: Snapshot, month: date) -> None:
    """The regionsark, the workbook, the slides, and the dialogark of every jobcenter at once."""
    layout.finding("Tag tallene med")
    with st.container(horizontal=True):
        downloads.file_button("Hent regionsark (PDF)", lambda: region_sheet.region_pdf(snapshot, month),
                              region_sheet.file_name(month), downloads.PDF)
        downloads.file_button("Hent Excel", lambda: workbook.workbook_xlsx(snapshot, month),
                              workbook.file_name(month), downloads.XLSX)
        asked = st.button("Alle dialogark (zip)", key="make_all_sheets")
        wanted = st.button(SLIDES, key="make_slides")
    _all_sheets(snapshot, month, asked=asked)
    _slides(snapshot, None, asked=wanted)


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


def _slides(snapshot: Snapshot, code: str | None, *, asked: bool) -> None:
    """Make them when they are asked for, then offer the file or say why there is none, while the figures stand."""
    shown = (data.version(), snapshot.data_date, code)
    if asked:
        st.session_state[DECK] = _deck(shown, code)
    found: Deck | None = st.session_state.get(DECK)
    if found is None or found.of != shown:
        return
    if found.refusal:
        layout.empty(found.refusal)
        return
    without = left_out.left_out_words(data.snapshot(audience="public"))
    layout.note(f"Dias kan vises for enhver: de har tallene fra {month_long(found.month)}, som de er nu"
                f"{f', {without}' if without else ''}, og små tal er skjult.")
    downloads.file_button("Gem PowerPoint", lambda: found.content, slides.file_name(found.month, found.name),
                          downloads.PPTX)


def _deck(of: tuple[int, date, str | None], code: str | None) -> Deck:
    """Of the public's figures, whatever day and month the page shows: two months could be set against each other."""
    public = data.snapshot(audience="public")
    assert public.release is not None  # the public's snapshot has one
    month = public.release.month
    if refusal := left_out.refusal(public, code):
        return Deck(of, month, "", refusal=f"{refusal} {slides.NOT_MADE}")
    name = "" if code is None else str(public.jobcenters.loc[code, "name"])
    try:
        content = slides.slides_pptx(public, month, chosen(screens(public, month, code), ()), code=code)
    except slides.NothingToShow as refused:
        return Deck(of, month, name, refusal=str(refused))
    return Deck(of, month, name, content)
