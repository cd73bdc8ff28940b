"""What is typed in a form outlasts a run that could not draw the form, as while the database is gone."""

from datetime import date
from typing import Any

import streamlit as st

FIELDS = "fields"  # of the forms that have been drawn in this session, by their keys
DRAWN = "drawn"  # those of the newest run
HELD = "held"  # what is typed in those that could not be drawn, by key


def noted(key: str) -> str:
    """The key of a form's field, which is remembered."""
    for name in (FIELDS, DRAWN):
        st.session_state.setdefault(name, set()).add(key)
    return key


def hold() -> None:
    """Keep what is typed, for the framework forgets what a run has not drawn. A press is not kept, nor a file."""
    typed = {key: st.session_state[key] for key in st.session_state.get(FIELDS, set()) if key in st.session_state}
    _held().update({key: value for key, value in typed.items()
                    if isinstance(value, str | date | int) and not isinstance(value, bool)})


def give_back() -> None:
    """Lay it in the fields before anything is drawn, run after run until they are: their form may be folded away."""
    drawn = st.session_state.pop(DRAWN, set())
    for key, typed in list(_held().items()):
        if key in drawn:
            del _held()[key]  # it may have been typed in since
        else:
            st.session_state[key] = typed


def _held() -> dict[str, Any]:
    found: dict[str, Any] = st.session_state.setdefault(HELD, {})
    return found
