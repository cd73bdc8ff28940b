"""What forms share: who writes, and the warning at the fields."""

import streamlit as st

from model.basics import free_text
from model.programmes.examples import SENDER
from pages.shared import layout
from pages.shared.forms import Form

QUIET = ("Skriv om funktioner og tal, aldrig om enkelte borgere: ingen navne, CPR-numre, mailadresser eller "
         "telefonnumre.")


def by() -> str:
    """Who writes, remembered through the session."""
    said: str = st.text_input("Hvem er du? (navn eller funktion)", key="uploaded_by", max_chars=80, live=True,
                              persist_state="session", placeholder=f"fx »{SENDER}«", autocomplete="name",
                              help="Gemmes sammen med det, der skrives eller ændres.")
    return said.strip()


def meant(form: Form, *texts: str) -> bool:
    """Warn where the fields hold something personal; True when contact details are to be saved all the same."""
    said = free_text.personal(*texts)
    if not said:
        return False
    layout.answer(said)
    return said == free_text.CONTACT and st.checkbox("Gem alligevel", key=form.key("contact"))
