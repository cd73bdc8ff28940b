"""»Nyt siden sidst« at the top of a jobcenter's page, and for its sheet."""

from datetime import date

import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.news.words.news import News
from pages.shared import data, drawing, layout


def newest(snapshot: Snapshot, code: str, month: date, *, at: int | None = None) -> News:
    """What is new of the jobcenter; ``at``: the version of the data, where no session is at hand."""
    return data.news(snapshot, code, month, at=at)


def panel(snapshot: Snapshot, code: str, month: date) -> None:
    """What is new of the jobcenter, or nothing at all where nothing is."""
    news = newest(snapshot, code, month)
    if news.lines:
        st.html(layout.heading(news.title) + drawing.listing(news.texts))
