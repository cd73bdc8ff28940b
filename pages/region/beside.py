"""The other programmes in a line each, with the way to their pages; nothing where there is but the one."""

import streamlit as st

from model.programmes.current import BESIDE, WITH_PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.words.beside import finding
from pages.shared import address
from pages.shared.escaping import escape
from pages.shared.navigation import CONTRACT, PROJECTS


def panel(snapshot: Snapshot) -> None:
    """»Virksomhedscenter generation 2: ingen af de 2 projekter har nået …«."""
    lines = [_line(snapshot, name) for name in BESIDE]
    if lines:
        st.html(f'<ul class="fd-beside" aria-label="Andre indsatser">{"".join(lines)}</ul>')


def _line(snapshot: Snapshot, name: str) -> str:
    programme = BESIDE[name]
    words = finding(snapshot, name)
    link = address.link(PROJECTS if name in WITH_PROJECTS else CONTRACT, **{address.PROGRAMME: programme.name})
    return f'<li>{escape(programme.name)}: {escape(words)}. <a href="{escape(link)}">Se hvordan</a></li>'
