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
AS_NOW = (CONFERENCE,)  # pages for the public, whose figures are never an earlier day's

MENU: dict[str, tuple[Entry, ...]] = {
    "Fremdrift": (
        Entry("pages/progress/region.py", "Regionen", ""),
        Entry("pages/progress/jobcenter.py", "Jobcenter", "jobcenter"),
        Entry("pages/progress/comparison.py", "Sammenligning", "sammenligning"),
    ),
    "Aktiviteter": (
        Entry("pages/activities/courses.py", "Kurser", "kurser"),
        Entry("pages/activities/support.py", "Hotline og rådgivning", "raadgivning"),
        Entry("pages/activities/calendar.py", "Kalender", "kalender"),
        Entry("pages/activities/centres.py", "Virksomhedscentre", "centre"),
    ),
    "Møder": (
        Entry("pages/meetings/dialogue.py", "Dialogmøde", "dialogmoede"),
        Entry("pages/meetings/conference.py", "Konference", CONFERENCE),
        Entry("pages/meetings/stories.py", "Gode historier", "historier"),
    ),
    "Data": (
        Entry("pages/data/upload.py", "Indlæs tal", "indlaes"),
        Entry("pages/data/coverage.py", "Indberetning", "indberetning"),
        Entry("pages/data/history.py", "Historik", "historik"),
    ),
    "Om": (
        Entry("pages/about/method.py", "Mål og metode", "metode"),
        Entry("pages/about/economy.py", "Økonomi", "oekonomi"),
        Entry("pages/about/guide.py", "Vejledning", "vejledning"),
    ),
}


def menu() -> dict[str, list[st.Page]]:
    """The menu in the shape that st.navigation takes."""
    return {group: [_page(entry) for entry in entries] for group, entries in MENU.items()}


def _page(entry: Entry) -> st.Page:
    return st.Page(entry.file, title=entry.title, url_path=entry.address or None, default=not entry.address)
