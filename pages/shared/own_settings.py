"""What whoever has signed in decides for themselves, under their function beside the menu: news by mail, on or off."""

import streamlit as st
from sqlmodel import Session

from model.access import users
from model.access.users import User
from model.access.viewer import Viewer
from model.mailing.due import may_be_told
from model.programmes.words import SHORT
from model.store.database import readable
from pages.shared import data, forms
from pages.shared.escaping import escape
from pages.shared.viewer import Looker

PANEL, FORM = "own_news_panel", "own_news"
ON = "Du får det, der er nyt siden sidst, på mail til {email}, når der er sket noget for {whose}."
OFF = ("Du får ikke mail. Slår du det til, kommer det, der er nyt siden sidst for {whose}, til {email}, når der er "
       "sket noget.")
NO_ADDRESS = f"Der er ingen mailadresse til dig. Bed {SHORT} om at skrive den på siden Brugere."
TURN_ON, TURN_OFF = "Slå mail til", "Slå mail fra"


def panel(looker: Looker) -> None:
    """The fold, to who has signed in and may have news of any jobcenter."""
    if looker.sign_in is None or not may_be_told(looker.viewer):
        return
    with st.sidebar:
        folded = st.expander("Nyt på mail", key=PANEL, on_change="rerun", type="compact")
        if folded.open:
            with folded:
                _form(looker.viewer)


def _form(viewer: Viewer) -> None:
    user = _own(viewer)
    if user is None or not user.email:
        _say(NO_ADDRESS)
        return
    whose = "de jobcentre, din adgang gælder" if user.units else "et jobcenter"
    _say((ON if user.wants_news else OFF).format(email=user.email, whose=whose))
    wanted = not user.wants_news
    way = "on" if wanted else "off"  # a press on what another tab has done meanwhile is not a press on its opposite
    forms.save(forms.form(FORM, way), TURN_ON if wanted else TURN_OFF,
               lambda once: users.turn_news(data.engine(), viewer, wanted=wanted),
               done=f"Nyt på mail er slået {'til' if wanted else 'fra'}.", content=wanted, alone=False)
    forms.receipt(forms.form(FORM))


def _say(text: str) -> None:
    st.html(f'<p class="fd-who">{escape(text)}</p>')  # the framework's own would make a link of an address


def _own(viewer: Viewer) -> User | None:
    with readable(), Session(data.engine()) as session:
        return users.by_subject(session, viewer.subject)
