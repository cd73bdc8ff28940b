"""The calculation: whose figures it starts from, the fields to change, and what comes of it."""

from functools import partial

import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.economy.figures.own import own_figures
from model.subjects.economy.words.calculation import account, compared
from pages.centres import economy_inputs, economy_view
from pages.shared import layout


def show(snapshot: Snapshot, code: str | None) -> None:
    """The whole tab, where there is a price example to begin with; ``code`` is whose own figures fill the fields."""
    heading = st.container()
    own = own_figures(snapshot, code) if code is not None else None
    results, inputs = st.columns([7, 3], gap="medium")
    with inputs:
        chosen = economy_inputs.fields(own)
    told = account(chosen.inputs, own=own, typed=chosen.typed)
    with heading:
        layout.finding(told.title, told.line)
    with results:
        economy_view.answer(told)
        if beside := compared():
            layout.note(beside)
        economy_view.sheet(own, told, day=snapshot.data_date, sample=snapshot.sample)
        economy_view.parts(told)
        economy_view.own_figures(own, told)
        layout.folded("Hvad et kommunalt tilbud koster", "economy_prices", partial(economy_view.prices, own, told))
        layout.folded("Hvad det betyder for kommunens budget", "economy_budget", partial(economy_view.budget, told))
