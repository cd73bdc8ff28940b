"""Who looks: whoever has signed in, with the rights they have at this very run, or anybody where nobody signs in."""

from dataclasses import replace

import streamlit as st
from sqlmodel import Session

from model.access import rights, sign_ins, users
from model.access.rights import Action
from model.access.viewer import ANYBODY, Viewer, open_viewer
from model.store.database import readable
from pages.shared import data

SUBJECT = "sub"  # the claim that a user is known by
FUNCTION = "uploaded_by"  # in the session: what somebody who is not signed in has typed of who they are


def signs_in() -> bool:
    """Whether a provider of sign-ins is configured; without one this machine's own users do as they like."""
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
    return _looked_up(who.subject, who.nonce)


def current() -> Viewer:
    """Who looks. Whoever has not signed in, or is not let in, sees what everybody sees. Raises DatabaseProblem."""
    if not signs_in():
        return open_viewer(str(st.session_state.get(FUNCTION, "")).strip())
    if not st.user.is_logged_in:
        return ANYBODY
    subject, nonce = users.key(str(st.user.get(SUBJECT, ""))), str(st.user.get("nonce", ""))
    return _looked_up(subject, nonce)


def _looked_up(subject: str, nonce: str) -> Viewer:
    with readable(), Session(data.engine()) as session:
        out = bool(nonce) and sign_ins.ended(session, nonce)
        known = None if out else users.viewer(session, subject)
    return ANYBODY if known is None else replace(known, nonce=nonce)
