"""Files to take away. Each is made when it is asked for, never for a page that is only read.

The browser fetches a file past the page's script, which Streamlit tells nothing of what came of it. So a click also
draws the button's own part of the page again: that waits for the file and says in Danish why there is none. A part
takes Streamlit longer to begin than a button, so several buttons that stand together are one part, and each message is
sent to every session, so what is said of them has one place, which is there when there is something to say
(``ButtonRow``).
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.access import log
from model.access.log import Act
from model.access.viewer import Viewer
from model.basics.formatting import normalise, number
from model.documents.csv_file import danish_csv, of_units
from model.documents.faults import NotMade, told
from model.documents.marks import INVENTED
from pages.shared import data, drawing, viewer, warming
from pages.shared.export import EXPORT, Right

__all__ = [
    "CSV",
    "DOCX",
    "HTML",
    "INVENTED",
    "PDF",
    "PPTX",
    "XLSX",
    "ZIP",
    "ButtonRow",
    "Making",
    "csv_button",
    "danish_csv",
    "file_button",
    "parts_button",
]

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ZIP = "application/zip"
CUT, CUT_LABEL = "egne_", "Hent egne rækker (CSV)"
PATIENCE, STEP = 3.0, 0.1  # seconds: how long a fetch may be in coming, and between two looks at it
RECENT = 1.0  # seconds: what was finished longer before the click than this is of another one


class Unfetched(Exception):
    """There is no file to fetch; why stands on the page and in the log."""


class Making:
    """A file that one reader asks for: how far it is, and what is to be said of it when it is done."""

    def __init__(self) -> None:
        """Nothing has been asked for yet."""
        self.begun = self.finished = self.seen = 0  # how often
        self.finished_at = 0.0  # by the monotonic clock
        self.done = self.of = 0  # parts
        self.why = ""  # it was not made
        self.lost: list[str] = []  # parts that are not in it

    def tell(self, done: int, of: int) -> None:
        """So many parts are made."""
        self.done, self.of = done, of

    def content(self, make: Callable[["Making"], bytes | str], what: str) -> bytes | str:
        """The file. Raises Unfetched, whose text Streamlit logs."""
        self.begun += 1
        self.why, self.lost, self.of = "", [], 0
        try:
            with told(what), warming.RUNS.one():
                return make(self)
        except NotMade as reason:
            self.why = str(reason)
            raise Unfetched from None
        finally:
            self.finished, self.finished_at = self.finished + 1, time.monotonic()


class ButtonRow:
    """Buttons that stand in a row: what is said under it of each, kept by the fragment they are a part of."""

    def __init__(self) -> None:
        """There is nothing to say."""
        self._words: dict[str, str] = {}  # by button
        self._pressed: tuple[str, Making, Callable[[], object]] | None = None

    @contextmanager
    def row(self, *, key: str | None = None, centred: bool = False) -> Iterator[None]:
        """Room for the buttons; when they are drawn, what there is to say of them is said."""
        self._pressed = None
        with st.container(horizontal=True, vertical_alignment="center" if centred else "top", key=key):
            yield
        for words in filter(None, self._words.values()):
            st.html(words)
        if self._pressed is not None:
            key, making, content = self._pressed
            self._words[key] = _follow(making, content, st.empty())

    def press(self, key: str, making: Making, content: Callable[[], object]) -> None:
        """The button has been pressed: nothing that was said of it stands any longer."""
        self._words[key] = ""
        self._pressed = key, making, content


def csv_button(label: str, frame: Callable[[], pd.DataFrame], file_name: str, *,
               told: ButtonRow | None = None, right: Right | None = EXPORT) -> None:
    """A button that fetches the frame, made on the click, as a Danish spreadsheet reads it; invented figures say so in
    the first line. Of what is ``by_unit`` whoever may not take all along is offered, and gets, their own rows.
    """
    who, first = viewer.current(), INVENTED if data.invented() else None
    if right is not None and right.cut_to(who) is not None:
        label, file_name = CUT_LABEL, f"{CUT}{file_name}"
    file_button(label, lambda: danish_csv(_rows(frame(), who, right), first_line=first),
                file_name, CSV, told=told, right=right)


def _rows(frame: pd.DataFrame, who: Viewer, right: Right | None) -> pd.DataFrame:
    """The rows for one who may have them at the moment they fetch them."""
    own = None if right is None else right.cut_to(viewer.again(who))
    return frame if own is None else of_units(frame, own)


def file_button(label: str, make: Callable[[], bytes | str], file_name: str, mime: str, *,
                told: ButtonRow | None = None, right: Right | None = EXPORT) -> None:
    """A button that makes a file on the click; what is said is said where ``parts_button`` says it."""
    parts_button(label, lambda _: make(), file_name, mime, told=told, right=right)


def parts_button(label: str, make: Callable[[Making], bytes | str], file_name: str, mime: str, *,
                 told: ButtonRow | None = None, right: Right | None = EXPORT) -> None:
    """The same for a file of many parts: ``make`` tells how far it is and which of them are missing.

    told: what the button's row says; None: it is a part of the page by itself, and what is said stands under it.
    right: there is no button for who has not got it; it is asked again when the file is fetched, which is logged.
    """
    if right is not None:
        who = viewer.current()
        if not right.is_of(who):
            return
        make = partial(_fetched, make, who, right, file_name)
    key = f"download_{normalise(label)}_{normalise(file_name)}"
    if told is None:
        with st.container(key=f"offer_{key}", width="content"):
            _alone(label, make, file_name, mime, key)
    else:
        _offer(label, make, file_name, mime, key, told.press)


def _fetched(make: Callable[[Making], bytes | str], who: Viewer, right: Right, file_name: str,
             making: Making) -> bytes | str:
    """The file for one who may have it at the moment they fetch it, past the page's script. Raises NotAllowed."""
    now = viewer.again(who)
    right.require(now)
    content = make(making)
    log.note(data.engine(), now, Act.EXPORTED, unit=right.about(now), about=file_name)
    return content


@st.fragment
def _alone(label: str, make: Callable[[Making], bytes | str], file_name: str, mime: str, key: str) -> None:
    _offer(label, make, file_name, mime, key, lambda _, making, content: _follow(making, content, st.empty()))


def _offer(label: str, make: Callable[[Making], bytes | str], file_name: str, mime: str, key: str,
           pressed: Callable[[str, Making, Callable[[], object]], object]) -> None:
    making = st.session_state.setdefault(f"making_{key}", Making())
    content = partial(making.content, make, label)
    if st.download_button(label, content, file_name=file_name, mime=mime, key=key):
        pressed(key, making, content)


def _follow(making: Making, content: Callable[[], object], place: DeltaGenerator) -> str:
    """Wait for the file that the browser fetches, and say what there is to say of it, which is returned."""
    clicked = time.monotonic()
    if making.finished_at < clicked - RECENT:
        making.seen = making.finished
    latest = clicked + PATIENCE
    while making.finished == making.seen:
        if making.begun == making.finished and time.monotonic() > latest:
            with suppress(Unfetched):
                content()  # nobody has come for it, but whether it can be made is to be told all the same
        elif making.of:
            place.progress(making.done / making.of, text=f"{number(making.done)} af {number(making.of)}")
        else:
            place.empty()  # also the moment at which Streamlit may stop this for another click
        time.sleep(STEP)
    making.seen = making.finished
    said = (drawing.fault("Filen er ikke lavet", [making.why]) if making.why
            else drawing.fault("Noget mangler i filen", making.lost) if making.lost else "")
    place.html(said or "<span></span>")
    return said
