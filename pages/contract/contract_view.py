"""The tabs of »Resultatkontrakt«: the rows, how it has gone, and who the contract is between."""

from collections.abc import Callable

import streamlit as st

from model.programmes.kinds import Contract
from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.rows import contract_rows
from model.subjects.projects.words import contract as words
from pages.shared import address, agenda_view, cards, data, drawing, layout, markup, plan_form, point_form
from pages.shared.viewer import current


def _rows(snapshot: Snapshot, project: str) -> None:
    layout.cards(cards.drawn(words.row_card(each)) for each in contract_rows(snapshot, project))
    point_form.panel(data.snapshot(current()), project, as_of=address.as_of())
    agenda_view.last_agreed(snapshot, project)
    agenda_view.way_to_meeting(project)


def _account(snapshot: Snapshot, project: str) -> None:
    [contract] = PROJECTS[project].programme.aims(Contract)
    layout.finding(words.account_heading(contract), words.ACCOUNT)
    st.html(drawing.listing(words.account(snapshot, project)))
    if len(facts := words.follow_up_facts(snapshot, project)):
        layout.table(facts, alt=f"Tabel: {words.FACTS.lower()}")


def _contract(snapshot: Snapshot, project: str) -> None:
    [contract] = PROJECTS[project].programme.aims(Contract)
    layout.finding(words.CONTRACT)
    st.html(markup.facts([*words.terms(contract), *words.ahead(snapshot, project)]))
    plan_form.history(snapshot, project)
    plan_form.panel(data.snapshot(current()), project, as_of=address.as_of())


PARTS: dict[str, Callable[[Snapshot, str], None]] = {
    "Mål og resultatkrav": _rows, "Sådan er det gået": _account, "Kontrakten": _contract}
