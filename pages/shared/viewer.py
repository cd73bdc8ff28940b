"""Who looks: whoever has signed in, with the rights they have at this very run, or anybody where nobody signs in."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto

import streamlit as st
from sqlmodel import Session

from model.access import presented, rights
from model.access.presented import SignIn
from model.access.rights import Action
from model.access.viewer import ANYBODY, Viewer, open_viewer
from model.basics import serving
from model.store.database import readable
from pages.shared import data

FUNCTION = "uploaded_by"  # in the session: what somebody who is not signed in has typed of who they are


class Standing(Enum):
    """How somebody stands: OPEN where nobody signs in, STRANGER when signed in and not (or no longer) a user."""

    OPEN, OUT, ENDED, STRANGER, IN = auto(), auto(), auto(), auto(), auto()


@dataclass(frozen=True)
class Looker:
    """Whoever looks at this run, how they stand, and the sign-in they came by."""

    viewer: Viewer
    standing: Standing
    sign_in: SignIn | None = None

    @property
    def is_in(self) -> bool:
        """Whether the pages are shown to them."""
        return self.standing in (Standing.OPEN, Standing.IN)


class _Run(threading.local):
    """What is looked up once for the run in this thread; None outside one, and until it is asked for."""

    under_way = False
    signs_in: bool | None = None


_run = _Run()


@contextmanager
def one_run() -> Iterator[None]:
    """A page is run in here, during which nobody sets up or takes away the sign-in."""
    _run.under_way, _run.signs_in = True, None
    try:
        yield
    finally:
        _run.under_way, _run.signs_in = False, None


def signs_in() -> bool:
    """Whether a provider of sign-ins is configured; without one this machine's own users do as they like."""
    if _run.signs_in is not None:
        return _run.signs_in
    known = serving.load().signs_in or _provided()
    if _run.under_way:
        _run.signs_in = known
    return known


def _provided() -> bool:
    """The same of the framework's own settings, for whose file it looks on the disk each time."""
    return getattr(st.user, "is_logged_in", None) is not None


def required(action: Action) -> Viewer:
    """Who looks, on a page that is for those alone who may do something. Raises NotAllowed."""
    who = current()
    rights.require_somewhere(who, action)
    return who


def allowed(action: Action) -> bool:
    """Whether whoever looks may do something at all: what they may never do is not offered."""
    return rights.may_somewhere(current(), action)


def again(who: Viewer) -> Viewer:
    """One who looked at a page, with the rights they have now: for what runs past the page's script."""
    if who.unrestricted or not who.subject:
        return who
    with readable(), Session(data.engine()) as session:
        return presented.again(session, who) or ANYBODY


def current() -> Viewer:
    """Who looks. Whoever has not signed in, or is not let in, sees what everybody sees. Raises DatabaseProblem."""
    return looker().viewer


def looker() -> Looker:
    """The same with how they stand. Raises DatabaseProblem."""
    if not signs_in():
        return Looker(open_viewer(str(st.session_state.get(FUNCTION, "")).strip()), Standing.OPEN)
    if not getattr(st.user, "is_logged_in", False):
        return Looker(ANYBODY, Standing.OUT)
    shown = presented.sign_in(st.user.to_dict(), serving.load().oidc_subject)
    if shown is None:
        return Looker(ANYBODY, Standing.OUT)
    with readable(), Session(data.engine()) as session:
        if not presented.holds(session, shown):
            return Looker(ANYBODY, Standing.ENDED, shown)
        viewer = presented.viewer(session, shown)
    return Looker(viewer, Standing.IN, shown) if viewer else Looker(ANYBODY, Standing.STRANGER, shown)
