"""Hotline og rådgivning: hvad spørger jobcentrene om, hvem venter på svar, og hvem har fået hjælp?"""

from functools import partial

from model.subjects.support.charts import support as charts
from model.subjects.support.words import hotline
from model.subjects.support.words import support as findings
from pages.shared import address, cards, data, forms, layout, pickers, tabs
from pages.support import counselling_view, hotline_view, support_forms

snapshot = data.snapshot(as_of=address.as_of())
with pickers.beside_heading() as (heading, _), heading:
    layout.header(findings.page_title(snapshot), charts.page_line(snapshot))
forms.told()
layout.cards(cards.drawn(card) for card in (hotline.card(snapshot), *findings.cards(snapshot)))
support_forms.panel(snapshot)
tabs.show({"Hotline": partial(hotline_view.show, snapshot), "Rådgivning": partial(counselling_view.show, snapshot)})
