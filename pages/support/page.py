"""Hotline og rådgivning: hvad spørger jobcentrene om, hvem venter på svar, og hvem har fået hjælp?"""

from functools import partial

from model.access.rights import Action
from model.subjects.support.charts import support as charts
from model.subjects.support.words import hotline
from model.subjects.support.words import support as findings
from pages.shared import address, cards, data, forms, layout, pickers, tabs
from pages.shared.viewer import required
from pages.support import counselling_view, hotline_view, support_forms

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
with pickers.beside_heading() as (heading, _), heading:
    layout.header(findings.page_title(snapshot), charts.page_line(snapshot))
forms.room()
layout.cards(cards.drawn(card) for card in (hotline.card(snapshot), *findings.cards(snapshot)))
support_forms.panel(snapshot)
parts = {"Hotline": hotline_view.show, "Emner og svartider": hotline_view.show_questions,
         "Rådgivning": counselling_view.show, "Længst fra målet": counselling_view.show_candidates,
         "Før og efter besøg": counselling_view.show_visits}
tabs.show({name: partial(draw, snapshot) for name, draw in parts.items()})
