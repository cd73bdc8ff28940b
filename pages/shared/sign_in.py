"""Signing in and out: who is not in is shown how to come in, who is in when it ends, and what is begun is not lost."""

from datetime import UTC, datetime, timedelta

import streamlit as st
from sqlmodel import Session

from model.access import log, rights, sign_ins
from model.access.log import Act, Wanted
from model.access.presented import SignIn
from model.access.viewer import Role, Viewer
from model.basics.formatting import local_date, moment
from model.store import once
from model.store.database import readable
from pages.shared import address, data, layout, navigation
from pages.shared.viewer import Looker, Standing

WARNED = timedelta(minutes=10)  # before a sign-in ends by itself
LED = {address.JOBCENTER, address.PROGRAMME}  # in the address: that somebody wanted more than the front page
TO_OTHERS = {Role.PUBLIC: "pages/conference/page.py", Role.OPERATIONS: "pages/users/page.py"}  # than the front page
WHICH = 12  # characters of what tells one sign-in from another in the log, where people read it
ARRIVED = "arrived"  # in the session: that somebody came in
ONLY = "Fremdrift er kun for dem, der har fået adgang. Du kommer til den side, du bad om, når du er logget ind."
ENDED = ("Du er logget ud: det er otte timer siden, du loggede ind, eller du har logget ud i en anden fane. "
         "Du kommer tilbage til denne side, når du er logget ind.")
STRANGER = ("Du er logget ind, men har ikke adgang til Fremdrift, eller din adgang er ophørt. {ask} Oplys, at dit "
            "login hedder »{subject}«.")
LAST = "Du logges ud {at}. Gem det, du er i gang med, inden da, og log ind igen."
WITHOUT_SERVER = ("Fremdrift er sat op med login, og det kan kun bruges gennem serveren. Start den med: "
                  "python -m pages.server")


def door(looker: Looker) -> None:
    """What is shown to who is not in."""
    if getattr(st.user, "is_logged_in", None) is None:
        layout.error(WITHOUT_SERVER, title="Du kan ikke logge ind her")
        return
    if looker.standing is Standing.STRANGER and looker.sign_in:
        layout.header("Du har ikke adgang", lead=STRANGER.format(ask=rights.whom_to_ask("adgang"),
                                                                 subject=looker.sign_in.subject))
        _leave_button(looker)
        return
    ended = looker.standing is Standing.ENDED
    layout.header("Log ind igen" if ended else "Log ind", lead=ENDED if ended else ONLY)
    if st.button("Log ind", key="sign_in", type="primary"):
        st.login()


def beside_menu(looker: Looker) -> None:
    """Who is in, and the way out."""
    with st.sidebar, st.container(horizontal=True, vertical_alignment="center", gap="small", key="who"):
        layout.signed_in(looker.viewer.function)
        _leave_button(looker)


def _leave_button(looker: Looker) -> None:
    if st.button("Log ud", key="sign_out", type="tertiary") and looker.sign_in:
        with readable():
            sign_ins.end(data.engine(), looker.viewer, looker.sign_in.nonce)
        st.logout()


def welcome(looker: Looker, page: str) -> None:
    """The first time a session shows a page to who is in: the log has it, and who is of one jobcenter is led there, as
    those are to a page of theirs whom the front page is not for.
    """
    if ARRIVED in st.session_state or looker.sign_in is None:
        return
    st.session_state[ARRIVED] = True
    _note(looker.viewer, looker.sign_in)
    if looker.viewer.role is Role.JOBCENTER and not page and not LED & set(st.query_params):
        first = min(looker.viewer.units)
        st.switch_page(navigation.OWN, query_params=st.query_params.to_dict() | {address.JOBCENTER: first})
    if looker.viewer.role in TO_OTHERS and not page:
        st.switch_page(TO_OTHERS[looker.viewer.role])


def _note(viewer: Viewer, sign_in: SignIn) -> None:
    """Write the sign-in in the log, once for all tabs and processes."""
    with readable(), Session(data.engine()) as session:
        wanted = Wanted(first=local_date(sign_in.at), subject=viewer.subject, act=Act.SIGNED_IN)
        known = {entry.about for entry in log.entries(session, wanted)}
    which = once.digest(sign_in.nonce)[:WHICH]
    if which not in known:
        log.note(data.engine(), viewer, Act.SIGNED_IN, about=which)


def warn(sign_in: SignIn) -> None:
    """Say it before the sign-in ends by itself, also to who does nothing but write."""
    left = sign_in.until - WARNED - datetime.now(UTC)
    if left <= timedelta():
        _last(sign_in.until)
    else:
        st.fragment(_when_due, run_every=left + timedelta(seconds=1))(sign_in.until)


def _when_due(until: datetime) -> None:
    if until - WARNED <= datetime.now(UTC):
        _last(until)


def _last(until: datetime) -> None:
    layout.answer(LAST.format(at=moment(until)))
