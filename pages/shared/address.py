"""What the address of a page says: programme, month, jobcenter and day, so that every view is a link to send."""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode, urljoin, urlsplit

import streamlit as st

from model.basics.formatting import normalise, parse_month_key, today
from model.intake.cells.place_text import place_of
from model.programmes import current
from model.snapshot.snapshot import Snapshot

CHOICE = re.compile(r"\d[\d-]{2,9}")
MONTH, JOBCENTER, AS_OF, PROGRAMME = KEYS = ("maaned", "jobcenter", "pr", "indsats")
CODES = frozenset(unit.code for unit in current.PROGRAMME.units)
SPELLINGS = {normalise(name): unit.code for unit in current.PROGRAMME.units for name in (unit.name, *unit.spellings)}
PEERS, PROJECT = "gruppe", "projekt"
CHOICES, DRAWN = "choices", "page_shown"  # what the session keeps: of them, and which page was drawn last


def by_name() -> None:
    """Put a jobcenter that the address names as people write it by its code, as it would be read in a file."""
    named = place_of(st.query_params.get(JOBCENTER, ""), SPELLINGS, CODES)
    if named is not None:
        st.query_params[JOBCENTER] = named


def meant(text: str, offered: Iterable[str]) -> str | None:
    """The first of the offered that is spelt like the text, but for capitals, æøå and signs; None where none is."""
    return next((each for each in offered if normalise(each) == normalise(text)), None)


def choices() -> dict[str, str]:
    """What was chosen on the page before, for the session to change."""
    kept: dict[str, str] = st.session_state.setdefault(CHOICES, {})
    return kept


def page() -> str:
    """The address of the page that was drawn last in this session."""
    return str(st.session_state.get(DRAWN, ""))


def follow(page: str) -> None:
    """Let the choices follow the reader to another page, where Streamlit would drop them from the address."""
    kept = choices()
    moved = st.session_state.get(DRAWN, page) != page
    st.session_state[DRAWN] = page
    for key in KEYS:
        if key in st.query_params:
            kept[key] = st.query_params[key]
        elif moved and key in kept:
            st.query_params[key] = kept[key]
        else:
            kept.pop(key, None)


def link(page: str = "", **changes: str | None) -> str:
    """A relative link to ``page`` with the present choices and these changes; None leaves a choice out.

    A choice that cannot be one is not passed on.
    """
    sound = {key: st.query_params[key] for key in KEYS if _is_sound(key)}
    query = urlencode({key: value for key, value in (sound | changes).items() if value is not None}, safe="{}")
    return f"./{page}{'?' if query else ''}{query}"


def _is_sound(key: str) -> bool:
    if key == PROGRAMME:
        return st.query_params.get(key) in current.HOUSE
    return CHOICE.fullmatch(st.query_params.get(key, "")) is not None


def public(page: str, **choices: str) -> str:
    """The address of a page as others may open it; "" unless the app is read at the public one it is told to have."""
    here, told = urlsplit(st.context.url or ""), str(st.get_option("browser.serverAddress"))
    if here.hostname is None or here.hostname in ("localhost", "127.0.0.1") or here.hostname != told.casefold():
        return ""
    return urljoin(here.geturl(), f"./{page}{'?' if choices else ''}{urlencode(choices)}")


def as_of() -> date | None:
    """The day the figures should be seen as of; None is now. A day that is none, or yet to come, is now."""
    try:
        wanted = date.fromisoformat(st.query_params.get(AS_OF, ""))
    except ValueError:
        return None
    return wanted if wanted < today() else None


def month(snapshot: Snapshot) -> date | None:
    """The month it names; None where that is none of the programme's."""
    try:
        wanted = parse_month_key(st.query_params.get(MONTH, ""))
    except ValueError:
        return None
    return wanted if wanted in snapshot.months else None


def jobcenter(snapshot: Snapshot) -> str | None:
    """The code of the jobcenter it names; None where it names none of the region's."""
    wanted = st.query_params.get(JOBCENTER, "")
    return wanted if wanted in snapshot.jobcenters.index else None
