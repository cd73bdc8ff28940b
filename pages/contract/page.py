"""Resultatkontrakt: hvad var aftalt, hvordan måles det, og hvor langt er det?"""

from functools import partial

from model.programmes.kinds import Contract
from model.programmes.projects import PROJECTS
from model.subjects.projects.words import contract as words
from model.subjects.projects.words.projects import period_line
from pages.contract import contract_view
from pages.shared import address, data, forms, layout, pickers, project_documents, tabs

snapshot = data.snapshot(as_of=address.as_of())
names = [each.name for each in PROJECTS.values() if each.programme.aims(Contract)]
with pickers.beside_heading() as (heading, choices):
    with choices:
        name = pickers.project(names, label="Kontrakt", key=address.PROGRAMME) if len(names) > 1 else names[0]
    with heading:
        layout.header(words.contract_title(snapshot, name), period_line(PROJECTS[name].programme))
        layout.lead(words.contract_lead(snapshot, name))
        project_documents.of_contract(snapshot, name)
forms.told()
tabs.show({tab: partial(draw, snapshot, name) for tab, draw in contract_view.PARTS.items()})
