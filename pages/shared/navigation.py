"""The menu: which pages there are, what they are called and where they live."""

from copy import copy
from dataclasses import dataclass
from functools import cache

import streamlit as st

from model.programmes.current import BESIDE, WITH_PROJECTS


@dataclass(frozen=True)
class Entry:
    """One page: its file (from the project's root), its title and its address; "" is the front page."""

    file: str
    title: str
    address: str


@dataclass(frozen=True)
class Moved:
    """An address people know whose page has become a tab of another: it leads there, with all else that it says."""

    address: str
    file: str
    tab: str


CONFERENCE, PUBLICATION = "konference", "udgivelse"
TAB = "fane"  # in the address: which of a page's tabs is open
REPORTING = "pages/reporting/page.py"
OWN = "pages/jobcenter/page.py"
GUIDE, PUBLICATION_DAY = "vejledning", "Udgivelsesdag"  # with one of its tabs
HISTORY, CORRECTION = "Historik", "Ret et tal"  # two of its tabs
PAGES = "pages"  # of the session's menu
AS_NOW = (CONFERENCE, PUBLICATION)  # pages for the public, whose figures are never an earlier day's
BESIDE_GROUP = "Andre indsatser"  # in the menu
PROJECTS, PROJECT, CONTRACT = "projekter", "projekt", "kontrakt"  # of the programmes beside the shown one


def _beside() -> dict[str, tuple[Entry, ...]]:
    """The pages that the programmes beside the shown one need; none where there are no such programmes."""
    entries: list[Entry] = []
    if WITH_PROJECTS:
        entries += [Entry("pages/projects/page.py", "Projekterne", PROJECTS),
                    Entry("pages/project/page.py", "Projekt", PROJECT)]
    if len(BESIDE) > len(WITH_PROJECTS):
        entries.append(Entry("pages/contract/page.py", "Resultatkontrakt", CONTRACT))
    return {BESIDE_GROUP: tuple(entries)} if entries else {}


MENU: dict[str, tuple[Entry, ...]] = {
    "Status": (
        Entry("pages/region/page.py", "Regionen", ""),
        Entry(OWN, "Jobcenter", "jobcenter"),
        Entry("pages/comparison/page.py", "Sammenligning", "sammenligning"),
    ),
    "Møder": (
        Entry("pages/dialogue/page.py", "Dialogmøde", "dialogmoede"),
        Entry("pages/conference/page.py", "Konference", CONFERENCE),
        Entry("pages/stories/page.py", "Historier og eksempler", "historier"),
    ),
    "Aktiviteter": (
        Entry("pages/calendar/page.py", "Kalender og plan", "kalender"),
        Entry("pages/courses/page.py", "Kurser", "kurser"),
        Entry("pages/support/page.py", "Hotline og rådgivning", "raadgivning"),
        Entry("pages/centres/page.py", "Virksomhedscentre", "centre"),
    ),
    **_beside(),
    "Tal": (
        Entry("pages/upload/page.py", "Indlæs tal", "indlaes"),
        Entry(REPORTING, "Indberetning og historik", "indberetning"),
        Entry("pages/publication/page.py", "Udgivelse", PUBLICATION),
    ),
    "Om": (
        Entry("pages/method/page.py", "Mål og metode", "metode"),
        Entry("pages/guide/page.py", "Vejledning", GUIDE),
    ),
}


SHOWN = tuple(entry for entries in MENU.values() for entry in entries)
MOVED = (Moved("oekonomi", "pages/centres/page.py", "Pris"), Moved("historik", REPORTING, HISTORY))
ADDRESSES = (*(entry.address for entry in SHOWN), *(page.address for page in MOVED))


def menu() -> dict[str, list[st.Page]]:
    """The menu in the shape that st.navigation takes; each session has its own pages to run, from its first run on."""
    if PAGES not in st.session_state:
        st.session_state[PAGES] = {group: [copy(page) for page in pages] for group, pages in _made().items()}
    menu: dict[str, list[st.Page]] = st.session_state[PAGES]
    return menu


@cache
def _made() -> dict[str, list[st.Page]]:
    """Once per process, since Streamlit looks on the disk for the file of each page. Copied and never run."""
    pages = {group: [_page(entry) for entry in entries] for group, entries in MENU.items()}
    return pages | {"": [_moved(page) for page in MOVED]}


def _page(entry: Entry) -> st.Page:
    return st.Page(entry.file, title=entry.title, url_path=entry.address or None, default=not entry.address)


def _moved(page: Moved) -> st.Page:
    def lead_on() -> None:
        st.switch_page(page.file, query_params=st.query_params.to_dict() | {TAB: page.tab})

    return st.Page(lead_on, title=page.tab, url_path=page.address, visibility="hidden")
