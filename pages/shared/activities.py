"""What the campaign does, in one line each on the progress pages, with the way to the page that shows it."""

from datetime import date

import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.centres.words import centres
from model.subjects.courses.words import courses
from model.subjects.support.words import support
from pages.shared import address, layout
from pages.shared.escaping import escape


def panel(snapshot: Snapshot, code: str | None, month: date) -> None:
    """Courses, counselling and, up to ``month``, centres of a jobcenter, or of the region (None)."""
    layout.finding("Aktiviteter")
    lines = [("Kurser", "kurser", courses.one_line(snapshot, code)),
             ("Hotline og rådgivning", "raadgivning", f"{support.one_line(snapshot, code)}."),
             ("Virksomhedscentre", "centre", centres.one_line(snapshot, code, month))]
    st.html(f'<ul class="fd-list fd-ways">{"".join(_line(*line) for line in lines if line[2])}</ul>')


def _line(title: str, page: str, words: str) -> str:
    return f'<li>{escape(words)} <a href="{escape(address.link(page))}">Se {escape(title)}</a></li>'
