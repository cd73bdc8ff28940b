"""The other programmes in a line each, with the way to their pages; nothing where there is but the one."""

from urllib.parse import quote_plus

import streamlit as st

from model.programmes.current import BESIDE, WITH_PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.words.beside import finding
from pages.shared import address
from pages.shared.escaping import escape
from pages.shared.navigation import CONTRACT, PROJECTS


def panel(snapshot: Snapshot) -> None:
    """»Virksomhedscenter generation 2: ingen af de 2 projekter har nået …«."""
    projects, contract = (address.link(page, **{address.PROGRAMME: "{}"}) for page in (PROJECTS, CONTRACT))
    lines = [_line(snapshot, name, projects if name in WITH_PROJECTS else contract) for name in BESIDE]
    if lines:
        st.html(f'<ul class="fd-beside" aria-label="Andre indsatser">{"".join(lines)}</ul>')


def _line(snapshot: Snapshot, name: str, link: str) -> str:
    """``link``: to its page, with room for its name."""
    programme = BESIDE[name]
    words, to = finding(snapshot, name), link.format(quote_plus(programme.name))
    return f'<li>{escape(programme.name)}: {escape(words)}. <a href="{escape(to)}">Se hvordan</a></li>'
