"""Small pictures of the conference's screens: what the public sees, drawn as it is on the wall."""

from datetime import date

import streamlit as st

from model.basics.formatting import number
from model.basics.spaces import numbers_held
from model.documents import offline
from model.documents.screens import Screen, screens
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from pages.shared.escaping import escape


def picture(screen: Screen, snapshot: Snapshot, month: date, at: int) -> None:
    """One screen with its name and its finding, as the ``at``-th from 0."""
    st.iframe(_picture(snapshot, month, screen.key), height=200, tab_index=-1,
              alt=f"Skærm {number(at + 1)}: {screen.title}")
    st.html(f'<p class="fd-line">{number(at + 1)}. {escape(screen.name)}</p>'
            f'<p class="fd-small-finding">{escape(numbers_held(screen.title))}</p>')


@remembered
def _picture(snapshot: Snapshot, month: date, key: str) -> str:
    screen = next(each for each in screens(snapshot, month) if each.key == key)
    return offline.preview_html(screen, snapshot=snapshot)
