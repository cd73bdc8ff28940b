"""Projekterne: hvor langt er hvert projekt, og hvad er det næste?"""

from model.access.rights import Action
from model.drawing.card import Card
from model.subjects.projects.charts.beside import begun_chart
from model.subjects.projects.words import plan
from model.subjects.projects.words import projects as words
from model.subjects.projects.words.cards import beside_card
from pages.shared import address, cards, chosen, data, layout, pickers, project_documents
from pages.shared.navigation import PROJECT
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
programme = chosen.programme()
with pickers.beside_heading() as (heading, _), heading:
    layout.header(words.overview_title(snapshot, programme.id), words.period_line(programme))

own: list[Card] = [beside_card(snapshot, each.name) for each in words.projects_of(programme.id)]
layout.cards(cards.drawn(card, link=address.link(PROJECT, **{address.PROJECT: card.title})) for card in own)
if (chart := begun_chart(snapshot, programme.id)) is not None:
    layout.shape(chart, "begyndt", link=address.link(PROJECT, **{address.PROJECT: "{code}"}))
if facts := plan.whole_facts(programme):
    layout.finding(plan.HEADING, plan.facts_line(facts))
    layout.table(plan.facts_table(programme, facts), alt="Tabel: det siger planen")
project_documents.of_programme(snapshot, programme)
chosen.explained()
