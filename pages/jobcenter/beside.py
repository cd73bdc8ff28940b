"""What stands beside a jobcenter's answer: how those of its size fare, and what its shortfall is in centres."""

from datetime import date

import streamlit as st

from model.programmes.words import GOAL_1
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.words.need import need_sentence
from model.subjects.comparison.words.alike import alike
from pages.shared import address, drawing, navigation
from pages.shared.price_link import price_link


def panel(snapshot: Snapshot, code: str, month: date) -> None:
    """Both, each leading to the page that says more; what is not known is left out."""
    lines = _need(snapshot, code, month) + _alike(snapshot, code, month)
    if lines:
        st.html(lines)


def _need(snapshot: Snapshot, code: str, month: date) -> str:
    found = need_sentence(snapshot, code, month)
    return f"<p>{drawing.text(found)}. {price_link(code)}</p>" if found else ""


def _alike(snapshot: Snapshot, code: str, month: date) -> str:
    found = alike(snapshot, code, month)
    if found is None:
        return ""
    href = address.link("sammenligning", jobcenter=code, gruppe=found.peers.key, **{navigation.TAB: GOAL_1})
    return f'<p><a href="{drawing.text(href)}">{drawing.text(found.sentence)}</a>. {drawing.text(found.names)}</p>'
