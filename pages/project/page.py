"""Projekt: hvad er nået af planen, hvem gør hvad ved de ni holdepunkter, og hvad skal indberettes før næste møde?"""

from model.access.rights import Action
from model.programmes.projects import PROJECTS
from model.subjects.projects.words import projects as words
from pages.project import project_view, result_form
from pages.shared import address, chosen, data, forms, layout, pickers, project_documents, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
with pickers.beside_heading() as (heading, choices):
    with choices:
        name = pickers.project([each.name for each in PROJECTS.values() if each.programme is chosen.programme()])
    with heading:
        layout.header(words.project_title(snapshot, name), words.period_line(PROJECTS[name].programme))
        if lead := words.project_lead(snapshot, name):
            layout.lead(lead)
        project_documents.of_project(snapshot, name)
forms.room()
result_form.panel(data.snapshot(viewer), name, as_of=address.as_of())
tabs.show(project_view.parts(snapshot, name))
chosen.explained()
