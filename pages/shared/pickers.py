"""What a reader chooses: month, jobcenter and day. The address holds the choice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.basics.formatting import alphabetical, day, month_key, month_long, parse_month_key, today
from model.basics.months import shift
from model.programmes.current import PROGRAMME
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS
from model.programmes.words import ITSELF
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.comparison.figures.peers import Peers
from model.subjects.goals.figures import coverage
from model.subjects.goals.figures.left_out import WHOLE
from pages.shared import address, data, layout

TOGETHER = "Oversigt"  # over those alone that somebody may see
DAY_FORMAT = "DD.MM.YYYY"  # how a date box shows a day


def month(snapshot: Snapshot, *, default: date | None = None, offered: Sequence[date] = ()) -> date:
    """The month to show: the address's, else ``default``, else the newest with enough reported. Draws the picker.

    ``offered``: months to choose between, newest first, where they are not those the jobcenters have reported.
    A default is never written in the address, so that only a month the reader chose follows to other pages.
    """
    default = default or coverage.default_month(snapshot) or snapshot.starts
    words = {month_key(m): month_long(m) for m in (*offered, default)} if offered else _month_words(snapshot)
    for wanted in (address.month(snapshot), default):
        if wanted is not None and month_key(wanted) not in words:
            words = dict(sorted([*words.items(), (month_key(wanted), month_long(wanted))], reverse=True))
    chosen = choose("Måned", address.MONTH, list(words), default=month_key(default), words=words.__getitem__,
                     refusal=f"Adressen nævner en måned, som {ITSELF} ikke har.")
    return parse_month_key(chosen)


def jobcenter(snapshot: Snapshot, *, among: Mapping[str, str] | None = None, first: str | None = None) -> str:
    """The code of the jobcenter to show: the address's, else ``first``, else the first by name. Draws the picker.

    among: the names of those that can be chosen, by code; None: all.
    """
    words = jobcenter_words(snapshot) if among is None else among
    default = first if first is not None and first in words else next(iter(words))
    return choose("Jobcenter", address.JOBCENTER, list(words), default=default, words=words.__getitem__)


def place(snapshot: Snapshot, *, among: Mapping[str, str] | None = None) -> str | None:
    """The code of the jobcenter to show; None, the whole region, when the address names none. Draws the picker.

    among: the names of those that can be chosen, by code; None: all. Of fewer the whole is these together.
    """
    names = jobcenter_words(snapshot)
    words = {"": WHOLE, **names} if among is None or len(among) == len(names) else {"": TOGETHER, **among}
    return choose("Jobcenter", address.JOBCENTER, list(words), default="", words=words.__getitem__) or None


def project(names: Sequence[str]) -> str:
    """The project to show: the address's, else the first. Draws the picker."""
    return choose("Projekt", address.PROJECT, names, default=names[0], words=str,
                  refusal="Adressen nævner noget andet end det, der kan vælges under Projekt.")


def unit(snapshot: Snapshot, programme: Programme, *, among: Mapping[str, str] | None = None) -> str | None:
    """Whom of a programme the reader looks at: of the shown one ``place``; of one beside the name of a project, None
    for all of them; of one that is a project as a whole that, without a picker. among: see ``place``.
    """
    if programme is PROGRAMME:
        return place(snapshot, among=among)
    names = [name for name, each in PROJECTS.items() if each.programme is programme]
    if len(names) == 1:
        return names[0]
    return choose("Projekt", address.PROJECT, ["", *names], default="", words=lambda name: name or "Alle projekter",
                  refusal="Adressen nævner noget andet end det, der kan vælges under Projekt.") or None


def peers(groups: Sequence[Peers], *, default: Peers | None = None) -> Peers:
    """The group of jobcenters to compare: the address's, else ``default``, else the first. Draws the picker."""
    found = {group.key: group for group in groups}
    chosen = choose("Sammenlign inden for", address.PEERS, list(found), default=(default or groups[0]).key,
                     words=lambda key: found[key].name, refusal="Adressen nævner en gruppe, som ikke findes.")
    return found[chosen]


@contextmanager
def beside_heading() -> Iterator[tuple[DeltaGenerator, DeltaGenerator]]:
    """Room for the heading and for the reader's choices, the day the figures are seen as of the last of them."""
    with layout.beside_heading() as (heading, choices):
        yield heading, choices
        with choices:
            _as_of()


def _as_of() -> None:
    chosen, first = address.as_of(), _first_day(data.everything())
    st.session_state[address.AS_OF] = max(chosen, first) if chosen else None
    with st.expander("Tallene på en anden dag", type="compact", key="as_of"):
        st.date_input("Se tallene, som de så ud den", value=None, min_value=first, max_value=today(),
                      key=address.AS_OF, format=DAY_FORMAT, on_change=_write_day, help="Tom: som tallene er nu.")


def as_of_refused() -> None:
    """Say so where the address names a day that figures cannot be seen as of."""
    if address.AS_OF in st.query_params and address.as_of() is None:
        layout.note("Adressen nævner en dag, som ikke kan bruges. Tallene vises, som de er nu.")


def jobcenter_refused(snapshot: Snapshot) -> None:
    """Say so where the address names a jobcenter that nobody knows, on pages too where none is chosen."""
    if st.query_params.get(address.JOBCENTER) and address.jobcenter(snapshot) is None:
        layout.note("Adressen nævner et jobcenter, som ikke findes, så siden vises uden det.")


def as_of_banner() -> None:
    """A line no reader can miss while the figures are an earlier day's, with the way back."""
    place = st.container(horizontal=True, vertical_alignment="center", key="as_of_banner")
    chosen = address.as_of()  # the place is there without one too: what moves on the page would lose the focus
    if chosen is None:
        return
    with place:
        st.html(f'<p class="fd-past"><strong>Tallene vises, som de så ud den {day(chosen)}.</strong> '
                "Det, der er indlæst eller fortrudt senere, er ikke med.</p>", width="stretch")
        st.button("Vis tallene, som de er nu", key="as_of_now", on_click=_back_to_now)


def newer_month(snapshot: Snapshot, shown: date) -> None:
    """Offer a month that is newer than the default but not yet whole."""
    newer = coverage.newer_month(snapshot)
    if newer is None or newer <= shown:
        return
    st.button(f"Vis {month_long(newer)} (foreløbig)", key="newer", type="tertiary",
              on_click=st.query_params.__setitem__, args=(address.MONTH, month_key(newer)))


@remembered
def _first_day(snapshot: Snapshot) -> date:
    """The day the first upload came; the day of the figures where none has."""
    return snapshot.received.min().date() if len(snapshot.uploads) else snapshot.data_date


@remembered
def _month_words(snapshot: Snapshot) -> dict[str, str]:
    """Months somebody has reported and the next one, newest first: key and words."""
    default = coverage.default_month(snapshot) or snapshot.starts
    known = coverage.reported_months(snapshot)
    upcoming = shift(known[0], 1) if known else default
    offered = [m for m in dict.fromkeys((upcoming, *known, default)) if m <= snapshot.ends]
    return {month_key(m): month_long(m) + (" (foreløbig)" if m in known and m > default else "") for m in offered}


@remembered
def jobcenter_words(snapshot: Snapshot) -> dict[str, str]:
    """Codes and names, by name."""
    names = snapshot.jobcenters["name"].to_dict()
    return {code: names[code] for code in sorted(names, key=lambda code: alphabetical(names[code]))}


def choose(label: str, key: str, options: Sequence[str], *, default: str, words: Callable[[str], str],
           refusal: str = "") -> str:
    """What the address names under ``key``, else the default, which it never says. Draws the picker.

    refusal: what is said of an address that names none of the options, where that is not said already.
    """
    wanted = st.query_params.get(key, default)
    current = wanted if wanted in options else default
    if refusal and wanted != current:
        layout.note(f"{refusal} Her vises {words(current)}.")
    st.session_state[key] = current
    st.selectbox(label, options, format_func=words, key=key, on_change=_write, args=(key,), filter_mode="contains")
    return current


def _write(key: str) -> None:
    if st.session_state[key]:
        st.query_params[key] = st.session_state[key]
    else:
        st.query_params.pop(key, None)


def _back_to_now() -> None:
    st.query_params.pop(address.AS_OF, None)


def _write_day() -> None:
    chosen = st.session_state[address.AS_OF]
    if chosen is None or chosen >= today():
        st.query_params.pop(address.AS_OF, None)
    else:
        st.query_params[address.AS_OF] = chosen.isoformat()
