"""The menu: which pages there are, what they are called and where they live; each programme has its own."""

from copy import copy
from dataclasses import dataclass
from functools import cache

import streamlit as st

from model.access import rights
from model.access.rights import Action
from model.programmes.current import BESIDE, PROGRAMME, WITH_PROJECTS
from model.store.database import DatabaseProblem
from pages.shared import viewer


@dataclass(frozen=True)
class Entry:
    """One page: its file (from the project's root), its title, its address ("" is the front page), and what somebody
    must be allowed to see it.
    """

    file: str
    title: str
    address: str
    right: Action = Action.SEE_FIGURES


@dataclass(frozen=True)
class Moved:
    """An address people know whose page has become a tab of another: it leads there, with all else that it says."""

    address: str
    file: str
    tab: str


CONFERENCE, PUBLICATION, USERS = "konference", "udgivelse", "brugere"
TAB = "fane"  # in the address: which of a page's tabs is open
REPORTING = "pages/reporting/page.py"
OWN = "pages/jobcenter/page.py"
GUIDE, PUBLICATION_DAY = "vejledning", "Udgivelsesdag"  # with one of its tabs
METHOD = "metode"
HISTORY, CORRECTION = "Historik", "Ret et tal"  # two of its tabs
PAGES = "pages"  # of the session's menus, by programme and what is allowed
AS_NOW = (CONFERENCE, PUBLICATION, USERS)  # pages whose figures, if any, are never an earlier day's
PROJECTS, PROJECT, CONTRACT = "projekter", "projekt", "kontrakt"  # of the programmes beside the shown one
MEETING = "dialogmoede"
UPLOAD = Entry("pages/upload/page.py", "Indlæs tal", "indlaes", Action.UPLOAD)
LEDGER = Entry(REPORTING, "Indberetning og historik", "indberetning")
MEETINGS = Entry("pages/dialogue/page.py", "Dialogmøde", MEETING, Action.SEE_WRITTEN)
STORIES = Entry("pages/stories/page.py", "Historier og eksempler", "historier")
ABOUT = (Entry("pages/method/page.py", "Mål og metode", METHOD),
         Entry("pages/guide/page.py", "Vejledning", GUIDE, Action.SEE_EDITIONS),
         Entry("pages/users/page.py", "Brugere", USERS, Action.MANAGE_USERS))
OVERVIEW = Entry("pages/projects/page.py", "Projekterne", PROJECTS)
OF_PROJECT = Entry("pages/project/page.py", "Projekt", PROJECT)
OF_CONTRACT = Entry("pages/contract/page.py", "Resultatkontrakt", CONTRACT)


MENU: dict[str, tuple[Entry, ...]] = {
    "Status": (
        Entry("pages/region/page.py", "Regionen", ""),
        Entry(OWN, "Jobcenter", "jobcenter"),
        Entry("pages/comparison/page.py", "Sammenligning", "sammenligning"),
    ),
    "Møder": (
        MEETINGS,
        Entry("pages/conference/page.py", "Konference", CONFERENCE, Action.SEE_EDITIONS),
        STORIES,
    ),
    "Aktiviteter": (
        Entry("pages/calendar/page.py", "Kalender og plan", "kalender"),
        Entry("pages/courses/page.py", "Kurser", "kurser"),
        Entry("pages/support/page.py", "Hotline og rådgivning", "raadgivning"),
        Entry("pages/centres/page.py", "Virksomhedscentre", "centre"),
    ),
    "Tal": (
        UPLOAD,
        LEDGER,
        Entry("pages/publication/page.py", "Udgivelse", PUBLICATION, Action.PUBLISH),
    ),
    "Om": ABOUT,
}


def _beside(programme: str) -> dict[str, tuple[Entry, ...]]:
    """The menu of a programme beside the shown one: what its kinds of goals and its datasets need."""
    own = (OVERVIEW, OF_PROJECT) if programme in WITH_PROJECTS else (OF_CONTRACT,)
    return {"Status": own, "Møder": (MEETINGS, STORIES), "Tal": (UPLOAD, LEDGER), "Om": ABOUT}


MENUS = {PROGRAMME.id: MENU} | {programme: _beside(programme) for programme in BESIDE}
LISTED = frozenset(entry for menu in MENUS.values() for entries in menu.values() for entry in entries)
SHOWN = (*(entry for entries in MENU.values() for entry in entries),
         *(entry for entry in (OVERVIEW, OF_PROJECT, OF_CONTRACT) if entry in LISTED))
MOVED = (Moved("oekonomi", "pages/centres/page.py", "Pris"), Moved("historik", REPORTING, HISTORY))
STATEMENT = Entry("pages/accessibility/page.py", "Tilgængelighedserklæring", "was")  # everybody's, signed in or not
ADDRESSES = (*(entry.address for entry in SHOWN), *(page.address for page in MOVED), STATEMENT.address)


def owners(address: str) -> tuple[str, ...]:
    """The ids of the programmes whose menu has the page of an address; "" is everybody's front page."""
    return tuple(programme for programme, menu in MENUS.items()
                 if not address or any(entry.address == address for entries in menu.values() for entry in entries))


def front(programme: str) -> Entry:
    """The page that stands first in a programme's menu, and is its front page."""
    return next(iter(MENUS[programme].values()))[0]


def menu(programme: str = PROGRAMME.id) -> dict[str, list[st.Page]]:
    """A programme's menu in the shape that st.navigation takes, of what whoever looks may see; the rest, and the pages
    of the others, are behind it unseen. Each session has its own pages to run, from its first run on.
    """
    menus: dict[tuple[str, frozenset[Action]], dict[str, list[st.Page]]] = st.session_state.setdefault(PAGES, {})
    key = programme, _allowed()
    if key not in menus:
        menus[key] = {group: [copy(page) for page in pages] for group, pages in _made(*key).items()}
    return menus[key]


def _allowed() -> frozenset[Action]:
    try:
        who = viewer.current()
    except DatabaseProblem:  # the page says so
        return frozenset()
    return frozenset(action for action in Action if rights.may_somewhere(who, action))


@cache
def _made(programme: str, allowed: frozenset[Action]) -> dict[str, list[st.Page]]:
    """Once per process, since Streamlit looks on the disk for the file of each page. Copied and never run."""
    own = MENUS[programme]
    listed = {entry for entries in own.values() for entry in entries}
    pages = {group: [_page(entry, default=entry == front(programme), hidden=entry.right not in allowed)
                     for entry in entries] for group, entries in own.items()}
    others = [_page(entry, hidden=True) for entry in SHOWN
              if entry.address and (entry not in listed or entry == front(programme))]
    return pages | {"": [*others, *map(_moved, MOVED), _page(STATEMENT, hidden=True)]}


def _page(entry: Entry, *, default: bool = False, hidden: bool = False) -> st.Page:
    return st.Page(entry.file, title=entry.title, url_path=None if default else entry.address, default=default,
                   visibility="hidden" if hidden else "visible")


def _moved(page: Moved) -> st.Page:
    def lead_on() -> None:
        st.switch_page(page.file, query_params=st.query_params.to_dict() | {TAB: page.tab})

    return st.Page(lead_on, title=page.tab, url_path=page.address, visibility="hidden")
