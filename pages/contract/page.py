"""Resultatkontrakt: hvad var aftalt, hvordan måles det, og hvor langt er det?"""

from functools import partial

from model.access.rights import Action
from model.programmes.projects import project_of
from model.subjects.projects.words import contract as words
from model.subjects.projects.words.projects import period_line
from pages.contract import contract_view
from pages.shared import address, chosen, data, forms, layout, pickers, project_documents, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
name = project_of(chosen.programme()).name
with pickers.beside_heading() as (heading, _), heading:
    layout.header(words.contract_title(snapshot, name), period_line(chosen.programme()))
    layout.lead(words.contract_lead(snapshot, name))
    project_documents.of_contract(snapshot, name)
forms.room()
tabs.show({tab: partial(draw, snapshot, name) for tab, draw in contract_view.PARTS.items()})
chosen.explained()
