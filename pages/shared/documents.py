"""Documents to take along: each is made when it is asked for, from the very figures and texts of the page.

What makes one is loaded then too: it takes longer than the first page of a new process does.
"""

from collections.abc import Callable
from datetime import date

import streamlit as st

from model.access.rights import Action
from model.basics.formatting import capital
from model.documents import file_names
from model.documents.known import NOT_MADE
from model.publishing.edition import Edition, Heading
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import left_out
from model.subjects.news.words.news import News
from pages.shared import address, data, downloads, drawing, export, layout, news_view, published
from pages.shared.downloads import ButtonRow, Making
from pages.shared.navigation import CONFERENCE, PUBLICATION
from pages.shared.viewer import allowed

SLIDES = "Hent som PowerPoint"
SHEET = "Hent dialogark (PDF)"
COMMITTEE = "Hent til udvalg og LBR (Word)"
NONE = "PowerPoint laves af det, der er offentliggjort, og der er ikke offentliggjort noget endnu."


def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> None:
    """What one jobcenter's figures are taken along in: the dialogark with what is new, the paper for its committee and
    the slides.
    """
    newest, public = published.newest() or (None, None)
    at = data.version()
    refused = left_out.refusal(public, code) if public else ""  # said before anybody asks for slides
    _jobcenter_files(snapshot, None if refused else public, newest, code, month, at, told=ButtonRow())
    if newest and refused:
        layout.empty(f"PowerPoint viser {published.name(newest.heading).lower()}. {refused} {NOT_MADE}")
    else:
        _for_anybody(newest, public, code)


def of_region(snapshot: Snapshot, month: date) -> None:
    """The regionsark, the workbook, the slides, and the dialogark of every jobcenter at once."""
    layout.finding("Tag tallene med")
    newest, public = published.newest() or (None, None)
    at = data.version()
    _region_files(snapshot, public, newest, month, at, told=ButtonRow())
    _for_anybody(newest, public)


@st.fragment
def _jobcenter_files(snapshot: Snapshot, public: Snapshot | None, newest: Edition | None, code: str, month: date,
                     at: int, *, told: ButtonRow) -> None:
    """The buttons; ``public`` is None where there are no slides."""
    name = str(snapshot.jobcenters.loc[code, "name"])
    with told.row():
        downloads.file_button(SHEET, lambda: _sheet(snapshot, code, month, at), file_names.sheet(name, month),
                              downloads.PDF, told=told, right=export.of(code))
        downloads.file_button(COMMITTEE, lambda: _committee(snapshot, code, month), file_names.committee(name, month),
                              downloads.DOCX, told=told, right=export.of(code))
        if newest is not None and public is not None:
            _slides(newest, public, code, name=newest.names[code], told=told)


@st.fragment
def _region_files(snapshot: Snapshot, public: Snapshot | None, newest: Edition | None, month: date, at: int, *,
                  told: ButtonRow) -> None:
    with told.row():
        downloads.file_button("Hent regionsark (PDF)", lambda: _region_sheet(snapshot, month),
                              file_names.region_sheet(month), downloads.PDF, told=told)
        downloads.file_button("Hent Excel", lambda: _workbook(snapshot, month), file_names.workbook(month),
                              downloads.XLSX, told=told)
        downloads.parts_button("Alle dialogark (zip)", lambda making: _all_sheets(snapshot, month, making, at),
                               file_names.sheets(month, "zip"), downloads.ZIP, told=told)
        if newest is not None and public is not None:
            _slides(newest, public, None, told=told)


def _sheet(snapshot: Snapshot, code: str, month: date, at: int) -> bytes:
    from model.documents import sheet

    return sheet.sheet_pdf(snapshot, code, month, news=_newest(snapshot, month, at), public=_public(snapshot))


def _public(snapshot: Snapshot) -> str:
    """What the public has been told of the region last, for a paper of one's own figures now."""
    return "" if snapshot.as_of else published.public_sum()


def _newest(snapshot: Snapshot, month: date, at: int) -> Callable[[str], News]:
    return lambda code: news_view.newest(snapshot, code, month, at=at)


def _committee(snapshot: Snapshot, code: str, month: date) -> bytes:
    from model.documents import committee

    return committee.committee_docx(snapshot, code, month)


def _region_sheet(snapshot: Snapshot, month: date) -> bytes:
    from model.documents import region_sheet

    return region_sheet.region_pdf(snapshot, month, public=_public(snapshot))


def _workbook(snapshot: Snapshot, month: date) -> bytes:
    from model.documents import workbook

    return workbook.workbook_xlsx(snapshot, month)


def _all_sheets(snapshot: Snapshot, month: date, making: Making, at: int) -> bytes:
    from model.documents import sheet

    return sheet.sheets_zip(snapshot, month, news=_newest(snapshot, month, at), progress=making.tell,
                            lost=making.lost.append, public=_public(snapshot))


def _slides(newest: Edition, public: Snapshot, code: str | None, *, name: str = "", told: ButtonRow) -> None:
    """Of the newest edition, whatever day and month the page shows."""
    heading, where = newest.heading, address.public(CONFERENCE, **{published.WANTED: str(newest.heading.number)})
    file_name = file_names.slides(heading.month, heading.number, name)
    downloads.file_button(SLIDES, lambda: _deck(public, heading, code, where), file_name, downloads.PPTX, told=told,
                          right=export.FOR_ANYBODY)


def _deck(public: Snapshot, heading: Heading, code: str | None, where: str) -> bytes:
    from model.documents import slides
    from model.documents.screens import addressed, chosen, screens

    picked = addressed(chosen(screens(public, heading.month, code), ()), where)
    return slides.slides_pptx(public, heading.month, picked, code=code)


def _for_anybody(newest: Edition | None, public: Snapshot | None, code: str | None = None) -> None:
    """What the slides are of, and what has moved since in the figures that stand here."""
    if newest is None or public is None:
        link = f' <a href="{address.link(PUBLICATION)}">Gå til Udgivelse</a>' if allowed(Action.PUBLISH) else ""
        st.html(f'<p class="fd-source">{NONE}{link}</p>')
        return
    number = newest.heading.number
    reason = left_out.reason_words(public)
    st.html(f'<p class="fd-source">PowerPoint kan vises for enhver: det er <a href="{published.link(number)}">'
            f"{drawing.text(published.name(newest.heading))}</a>{drawing.text(f'. {reason}.' if reason else '.')} "
            f"Små tal er udeladt. {drawing.text(capital(published.moved(newest, code)))}.</p>")
