"""The menu: which pages there are, what they are called and where they live."""

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Entry:
    """One page: its file (from the project's root), its title and its address; "" is the front page."""

    file: str
    title: str
    address: str


CONFERENCE = "konference"
PAGES = "pages"  # of the session's menu
AS_NOW = (CONFERENCE,)  # pages for the public, whose figures are never an earlier day's

MENU: dict[str, tuple[Entry, ...]] = {
    "Fremdrift": (
        Entry("pages/region/page.py", "Regionen", ""),
        Entry("pages/jobcenter/page.py", "Jobcenter", "jobcenter"),
        Entry("pages/comparison/page.py", "Sammenligning", "sammenligning"),
    ),
    "Aktiviteter": (
        Entry("pages/courses/page.py", "Kurser", "kurser"),
        Entry("pages/support/page.py", "Hotline og rådgivning", "raadgivning"),
        Entry("pages/calendar/page.py", "Kalender", "kalender"),
        Entry("pages/centres/page.py", "Virksomhedscentre", "centre"),
    ),
    "Møder": (
        Entry("pages/dialogue/page.py", "Dialogmøde", "dialogmoede"),
        Entry("pages/conference/page.py", "Konference", CONFERENCE),
        Entry("pages/stories/page.py", "Gode historier", "historier"),
    ),
    "Data": (
        Entry("pages/upload/page.py", "Indlæs tal", "indlaes"),
        Entry("pages/reporting/page.py", "Indberetning", "indberetning"),
        Entry("pages/history/page.py", "Historik", "historik"),
    ),
    "Om": (
        Entry("pages/method/page.py", "Mål og metode", "metode"),
        Entry("pages/economy/page.py", "Økonomi", "oekonomi"),
        Entry("pages/guide/page.py", "Vejledning", "vejledning"),
    ),
}


def menu() -> dict[str, list[st.Page]]:
    """The menu in the shape that st.navigation takes; a session makes it once, and each has its own pages to run."""
    if PAGES not in st.session_state:
        st.session_state[PAGES] = {group: [_page(entry) for entry in entries] for group, entries in MENU.items()}
    made: dict[str, list[st.Page]] = st.session_state[PAGES]
    return made


def _page(entry: Entry) -> st.Page:
    return st.Page(entry.file, title=entry.title, url_path=entry.address or None, default=not entry.address)
