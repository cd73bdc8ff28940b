"""The forms of a user's access: given, changed and ended, each with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from model.access import users
from model.access.users import LONGEST, User
from model.access.viewer import OF_UNITS, Role, Viewer, role_name
from model.basics.formatting import alphabetical, listing
from pages.shared import data, forms, writing
from pages.shared.forms import Form

LOGIN = "Det, brugeren hedder hos jeres login. Store og små bogstaver gør ingen forskel."
FUNCTION = "Vises ved det, brugeren skriver og gemmer: en funktion, ikke et navn."
REFUSED = "Adgangen er ikke ændret"
AT_ONCE = "Gælder fra brugerens næste klik. Intet slettes: hver ændring er en ny linje."


def add(names: Mapping[str, str]) -> None:
    """»Giv en bruger adgang«."""
    folded = st.expander("Giv en bruger adgang", key="user_add_panel", on_change="rerun")
    if folded.open:
        with folded:
            form = forms.form("user_add")
            subject = st.text_input("Login", key=form.key("subject"), max_chars=LONGEST, live=True, help=LOGIN,
                                    autocomplete="off")
            _save(form, _wish(form, User(subject.strip(), "", Role.JOBCENTER), names), "Giv adgang")
    forms.receipt(forms.form("user_add"))


def change(known: Sequence[User], names: Mapping[str, str]) -> None:
    """»Ændr en brugers adgang«; of one whose access has ended, it is given anew."""
    folded = st.expander("Ændr en brugers adgang", key="user_change_panel", on_change="rerun")
    if folded.open:
        with folded:
            user = _chosen(known, "user_change_who")
            form = forms.form("user_change", f"{user.subject}_{hash(user)}")  # a change gives a fresh form
            _save(form, _wish(form, replace(user, active=True), names), "Gem ændringen")
    forms.receipt(forms.form("user_change"))


def end(active: Sequence[User]) -> None:
    """»Fratag en bruger adgang«."""
    folded = st.expander("Fratag en bruger adgang", key="user_end_panel", on_change="rerun")
    if folded.open and active:
        with folded:
            user = _chosen(active, "user_end_who")
            form = forms.form("user_end", user.subject)
            _save(form, replace(user, active=False), "Fratag adgangen")
    forms.receipt(forms.form("user_end"))


def _chosen(known: Sequence[User], key: str) -> User:
    by_subject = {user.subject: user for user in known}
    chosen = st.selectbox("Bruger", list(by_subject), key=key, filter_mode="contains",
                          format_func=lambda subject: f"{by_subject[subject].function} ({subject})")
    return by_subject[chosen]


def _wish(form: Form, user: User, names: Mapping[str, str]) -> User:
    """The user as somebody wants them, begun from how they are."""
    left, right = st.columns(2)
    function = left.text_input("Funktion", user.function, key=form.key("function"), max_chars=LONGEST, live=True,
                               help=FUNCTION, placeholder="fx »jobcenterchef«")
    role = right.selectbox("Rolle", list(Role), index=list(Role).index(user.role), format_func=role_name,
                           key=form.key("role"))
    codes = sorted(names, key=lambda code: alphabetical(names[code]))
    units = st.multiselect("Jobcentre", codes, default=[code for code in codes if code in user.units],
                           format_func=lambda code: names[code], key=form.key("units"),
                           placeholder="Vælg et eller flere") if role in OF_UNITS else []
    left, right = st.columns(2, vertical_alignment="bottom")
    email = left.text_input("Mailadresse (må være tom)", user.email, key=form.key("email"), max_chars=LONGEST,
                            live=True, autocomplete="off")
    news = right.checkbox("Send nyt siden sidst til adressen", user.wants_news, key=form.key("news"))
    return User(user.subject, function.strip(), role or user.role, frozenset(units), email.strip(), news)


def _save(form: Form, user: User, label: str) -> None:
    reason = st.text_input("Begrundelse", key=form.key("reason"), max_chars=LONGEST, live=True,
                           placeholder="fx »Ny jobcenterchef fra 1. maj«").strip()
    viewer = writing.writer()
    lacking = _lacking(user, reason, viewer)
    told = "har ikke adgang mere" if not user.active else f"har adgang som {role_name(user.role)}"
    forms.save(form, label, lambda once: users.record(data.engine(), viewer, user, reason=reason),
               done=f"{user.function} {told}.", content=(user, reason), alone=False, ready=not lacking, primary=True,
               refused=REFUSED)
    st.caption(lacking or AT_ONCE)


def _lacking(user: User, reason: str, viewer: Viewer) -> str:
    asked = {"brugerens login": bool(user.subject), "en funktion": bool(user.function),
             "et jobcenter": user.role not in OF_UNITS or bool(user.units), "en begrundelse": bool(reason),
             "hvem du er": bool(viewer.function)}
    lacking = [words for words, given in asked.items() if not given]
    return f"Skriv eller vælg først {listing(lacking)}." if lacking else ""
