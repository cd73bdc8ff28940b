"""Which programme the reader looks at: the address says it, it follows to other pages, and the sidebar changes it."""

import streamlit as st

from model.basics.formatting import listing, normalise
from model.programmes.current import HOUSE, PROGRAMME
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS
from pages.shared import address, layout, navigation
from pages.shared.escaping import escape

AT_FIRST, AHEAD = "programme_at_first", "programme_ahead"  # of the session: when this run began; the one gone to
KEY = address.PROGRAMME
BY_NAME = {normalise(name): each.id for each in HOUSE.values() for name in (each.id, each.name, each.called)}


def programme() -> Programme:
    """The chosen one; the shown one where the address names none that there is."""
    return HOUSE[_wanted()]


def begin() -> str:
    """At the start of a run, before the menu is made: the id of the chosen programme."""
    named = st.query_params.get(KEY, "")
    if named not in HOUSE and (meant := BY_NAME.get(normalise(named))):
        st.query_params[KEY] = meant
    st.session_state[AT_FIRST] = _wanted()
    return _wanted()


def before(page: str) -> None:
    """Lead on to the front page of a programme that was chosen on a page it has not; and forget one that does not go
    with the page, where the address names none.
    """
    if (ahead := st.session_state.pop(AHEAD, None)) is not None:
        address.choices().pop(KEY, None)
        st.switch_page(navigation.front(ahead).file, query_params=_address_of(ahead))
    kept = address.choices()
    if KEY not in st.query_params and kept.get(KEY, PROGRAMME.id) not in navigation.owners(page):
        kept.pop(KEY, None)


def settle(page: str) -> None:
    """Run anew where the page or its address has turned out to be of another programme than the menu was made for."""
    owners = navigation.owners(page)
    if KEY not in st.query_params and PROGRAMME.id not in owners and owners:
        st.query_params[KEY] = _of_project(owners)
    if _wanted() != st.session_state[AT_FIRST]:
        st.rerun()
    if page and page == navigation.front(_wanted()).address:
        _to_front()


def has(page: str) -> bool:
    """Whether the chosen programme has the page; what leads on to another page is everybody's."""
    owners = navigation.owners(page)
    return not owners or _wanted() in owners


def elsewhere(title: str, page: str) -> None:
    """In the place of a page that the chosen programme has not: whose it is, and the ways on."""
    owners = [HOUSE[each] for each in navigation.owners(page)]
    layout.header(f"Siden »{title}« findes ikke for {programme().called}",
                  f"Den hører til {listing(each.called for each in owners)}.")
    ways = [(f"Se {programme().called}", address.link(**{KEY: _wanted()})),
            *((f"Se {title} for {each.called}", address.link(page, **{KEY: each.id})) for each in owners)]
    items = "".join(f'<li><a href="{escape(to)}">{escape(words)}</a></li>' for words, to in ways)
    st.html(f'<ul class="fd-list">{items}</ul>')


def explained() -> None:
    """Under the figures of a page: the way to what those of the chosen programme mean."""
    to = address.link(navigation.METHOD, **{KEY: _wanted()})
    st.html(f'<p class="fd-source">Hvordan er det regnet? Se <a href="{escape(to)}">Mål og metode for '
            f"{escape(programme().called)}</a>.</p>")


def panel(*, offered: bool) -> None:
    """Above the menu: the product, the programme, and where there are several the choice between them, if offered."""
    layout.product(programme())
    if len(HOUSE) == 1 or not offered:
        return
    st.session_state[KEY] = _wanted()
    st.sidebar.selectbox("Indsats", list(HOUSE), format_func=lambda each: HOUSE[each].name, key=KEY, on_change=_choose,
                         filter_mode=None)


def change(wanted: str) -> None:
    """Show what the page is about in its own programme, where another one is chosen."""
    if wanted in HOUSE and wanted != _wanted():
        st.query_params[KEY] = wanted
        st.rerun()


def refused() -> None:
    """Say so where the address names a programme that is not there, and which ones are."""
    named = st.query_params.get(KEY)
    if named is not None and named not in HOUSE:
        there = listing((f"»{each.name}«" for each in HOUSE.values()), word="eller")
        remedy = f"Vælg {there} under Indsats i menuen." if len(HOUSE) > 1 else "Fjern »indsats« fra adressen."
        layout.note(f"Adressen nævner en indsats, som ikke findes. Her vises {PROGRAMME.called}. {remedy}")


def _wanted() -> str:
    if AHEAD in st.session_state:
        return str(st.session_state[AHEAD])
    named = st.query_params.get(KEY, address.choices().get(KEY, PROGRAMME.id))
    return named if named in HOUSE else PROGRAMME.id


def _choose() -> None:
    """Write the choice in the address, or go to the front page of a programme that has not the page it is chosen on."""
    wanted = str(st.session_state[KEY])
    if wanted not in navigation.owners(address.page()):
        st.session_state[AHEAD] = wanted
        return
    address.choices().pop(KEY, None)
    st.query_params.from_dict(_address_of(wanted))


def _address_of(wanted: str) -> dict[str, str]:
    """What the address says of the choices, without what was chosen within another programme."""
    kept = {key: text for key, text in st.query_params.items() if key in address.KEYS and key != KEY}
    return kept | ({KEY: wanted} if wanted != PROGRAMME.id else {})


def _to_front() -> None:
    st.switch_page(navigation.front(_wanted()).file, query_params=st.query_params.to_dict())


def _of_project(owners: tuple[str, ...]) -> str:
    """The programme of the project that the address names, else the first of the owners."""
    named = PROJECTS.get(st.query_params.get(address.PROJECT, ""))
    return named.programme.id if named is not None and named.programme.id in owners else owners[0]
