"""Runs the chosen page inside the frame that every page shares, and says in Danish what went wrong."""

import logging
import secrets
from pathlib import Path
from typing import Literal

import streamlit as st

from model.access.rights import Action, NotAllowed
from model.store.database import DatabaseProblem, readable
from model.subjects.support.words import contact
from pages.shared import (
    address,
    chosen,
    data,
    forms,
    holding,
    layout,
    navigation,
    opening,
    own_settings,
    pickers,
    sign_in,
    viewer,
    warming,
)
from pages.shared.faults import wordless

ICON = str(Path(__file__).with_name("favicon.svg"))
LOG = logging.getLogger(__name__)


def run(page: st.Page) -> None:
    """Draw the frame and the page. A fault is logged without its message, which might quote somebody's data."""
    layout.base(is_open=not viewer.signs_in())
    holding.give_back()
    chosen.panel(offered=_chooses())
    try:
        with readable(), warming.RUNS.one():
            if _let_in(page):
                _draw(page)
    except NotAllowed as refused:
        layout.header("Du har ikke adgang til det her")
        layout.error(str(refused), title="Siden vises ikke")
    except DatabaseProblem as problem:
        holding.hold()
        layout.error(str(problem), contact.help_words(), title="Databasen kan ikke bruges")
    except Exception as fault:  # noqa: BLE001 - whatever it is, the reader is told
        holding.hold()
        _failed(f"page »{page.title}«", fault)
    else:
        data.warm()
    layout.foot()


def _draw(page: st.Page) -> None:
    if page.url_path == navigation.STATEMENT.address:  # which needs no figure
        page.run()
        return
    _frame(page)
    if chosen.has(page.url_path):
        page.run()
    else:
        chosen.elsewhere(page.title, page.url_path)
    forms.left()


def menu_position() -> Literal["sidebar", "hidden"]:
    """Where the menu stands: nowhere for who is not in, and for whom it cannot be known."""
    try:
        return "sidebar" if viewer.looker().is_in else "hidden"
    except DatabaseProblem:
        return "hidden" if viewer.signs_in() else "sidebar"


def _chooses() -> bool:
    """Whether there is anything for whoever looks to see of one programme and not of another."""
    return menu_position() == "sidebar" and viewer.allowed(Action.SEE_FIGURES)


def _let_in(page: st.Page) -> bool:
    """Whether the page is shown to who looks; who is not in is told how to come in."""
    looker = viewer.looker()
    if page.url_path == navigation.STATEMENT.address:
        return True
    if refused := opening.refused(signs_in=viewer.signs_in()):
        layout.error(refused, title="Fremdrift vises ikke")
        return False
    if not looker.is_in:
        sign_in.door(looker)
    elif looker.sign_in:
        sign_in.welcome(looker, page.url_path)
        sign_in.beside_menu(looker)
        sign_in.warn(looker.sign_in)
    return looker.is_in


def unforeseen(fault: Exception) -> bool:
    """Tell of a fault outside a page, as in what a press calls, not in the framework's English; True: it is told."""
    _failed("a script", fault)
    return True


def _failed(what: str, fault: Exception) -> None:
    """Say in Danish that it failed, and under which number it stands in the log."""
    reference = secrets.token_hex(3).upper()
    LOG.error("%s failed, number %s", what, reference, exc_info=wordless(fault))
    layout.error(f"Der skete en fejl på siden. Den har nummer {reference} i loggen. Intet er ændret i tallene. Prøv at "
                 "genindlæse siden. Bliver det ved, så oplys nummeret til den, der driver Fremdrift.",
                 contact.help_words(), title="Siden kan ikke vises")


def _frame(page: st.Page) -> None:
    forms.arrived(page.url_path)
    data.begin()
    own_settings.panel(viewer.looker())
    address.by_name()
    chosen.before(page.url_path)
    address.follow(page.url_path)
    chosen.settle(page.url_path)
    chosen.refused()
    pickers.as_of_refused()
    snapshot = data.everything(as_of=address.as_of())
    pickers.jobcenter_refused(snapshot)
    layout.sample_banner(snapshot, removes=viewer.allowed(Action.UNDO))
    if page.url_path not in navigation.AS_NOW:
        pickers.as_of_banner()
