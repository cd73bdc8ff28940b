"""What every form of the meetings shares: who writes, the warning at the fields, and how a write ends."""

from collections.abc import Callable, Iterable

import streamlit as st

from model import free_text
from pages.shared import layout
from pages.shared.record_form import NOTE
from pages.shared.writing import written

QUIET = ("Skriv om funktioner og tal, aldrig om enkelte borgere: ingen navne, CPR-numre, mailadresser eller "
         "telefonnumre.")
OTHERS = "En anden har ændret noget imens. Se efter, om det stadig er rigtigt, og gem igen."
NOT_SAVED = "Der er ikke gemt noget"


def by() -> str:
    """Who writes, remembered through the session."""
    said: str = st.text_input("Skrevet af (navn eller funktion)", key="uploaded_by", max_chars=80, live=True,
                              persist_state="session", placeholder="fx »konsulent i BRM«", autocomplete="name",
                              help="Gemmes sammen med det, der skrives.")
    return said.strip()


def meant(key: str, *texts: str) -> bool:
    """Warn where the fields hold something personal; True when contact details are to be saved all the same."""
    said = free_text.personal(*texts)
    if not said:
        return False
    layout.answer(said)
    return said == free_text.CONTACT and st.checkbox("Gem alligevel", key=f"{key}_contact")


def save(make: Callable[[], object], *, done: str, clear: Iterable[str] = ()) -> None:
    """Make the write and show the page anew with what came of it; refused, everything typed stays where it is."""
    if written(make, refused=NOT_SAVED, others=OTHERS):
        for key in clear:
            st.session_state.pop(key, None)
        st.session_state[NOTE] = done
        st.rerun()
