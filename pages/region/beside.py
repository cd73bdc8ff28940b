"""The other programmes in a line each, with the way to their pages; nothing where there is but the one."""

import streamlit as st

from model.programmes.current import BESIDE
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.words.beside import finding
from pages.shared import address
from pages.shared.escaping import escape


def panel(snapshot: Snapshot) -> None:
    """»Virksomhedscenter generation 2: ingen af de 2 projekter har nået …«."""
    if BESIDE:
        lines = "".join(_line(snapshot, name) for name in BESIDE)
        st.html(f'<ul class="fd-beside" aria-label="Andre indsatser">{lines}</ul>')


def _line(snapshot: Snapshot, name: str) -> str:
    words, to = finding(snapshot, name), address.link(**{address.PROGRAMME: name})
    return f'<li>{escape(BESIDE[name].name)}: {escape(words)}. <a href="{escape(to)}">Se hvordan</a></li>'
