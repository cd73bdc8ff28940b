"""What forms share: who writes, and the warning at the fields."""

import streamlit as st

from model.access.viewer import Viewer
from model.basics import free_text
from model.basics.formatting import number
from model.programmes.examples import SENDER
from pages.shared import forms, layout, viewer
from pages.shared.escaping import escape
from pages.shared.forms import Form

QUIET = ("Skriv om funktioner og tal, aldrig om enkelte borgere: ingen navne, CPR-numre, mailadresser eller "
         "telefonnumre.")
# the framework lets nothing in of what would make a text too long, and says nothing of it
LONGER = ("Er det, du sætter ind, for langt, kommer intet af det med: forkort det først. Tælleren under feltet viser, "
          "hvor meget der er skrevet.")


def writer() -> Viewer:
    """Who writes: whoever has signed in, as their function; else who they say, remembered through the session.

    They are asked once on a page: a form that is open beside another one says what was typed there.
    """
    if not viewer.signs_in() and forms.first_in_run(viewer.FUNCTION):
        _typed()
        return viewer.current()
    who = viewer.current()
    st.html(f'<p class="fd-line">{_known(who.function)}</p>')
    return who


def _known(function: str) -> str:
    return f"Gemmes som skrevet af {escape(function)}." if function else "Skriv ovenfor, hvem du er."


def _typed() -> None:
    st.text_input("Hvem er du? (navn eller funktion)", key=viewer.FUNCTION, max_chars=80, live=True,
                  persist_state="session", placeholder=f"fx »{SENDER}«", autocomplete="name",
                  help="Gemmes sammen med det, der skrives eller ændres.")


def area(label: str, value: str = "", *, key: str, longest: int, height: int, advice: str = QUIET) -> str:
    """A field for a long text, which says how much it has room for before anything is put in it."""
    text: str = st.text_area(f"{label} (højst {number(longest)} tegn)", value, key=key, max_chars=longest,
                             height=height, help=f"{advice} {LONGER}")
    return text


def meant(form: Form, *texts: str) -> bool:
    """Warn where the fields hold something personal; True when contact details are to be saved all the same."""
    said = free_text.personal(*texts)
    if not said:
        return False
    layout.answer(said)
    return said == free_text.CONTACT and st.checkbox("Gem alligevel", key=form.key("contact"))
