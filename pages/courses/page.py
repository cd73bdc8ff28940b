"""Kurser: hvem har deltaget, hvem mangler, og nåede mentorkurserne deres deltagere?"""

from model.access.rights import Action
from model.subjects.courses.charts.course_words import status_line
from model.subjects.courses.words import courses as findings
from pages.courses import course_form, course_view
from pages.shared import address, data, forms, layout, pickers, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
title, next_finding = findings.lead(snapshot)
with pickers.beside_heading() as (heading, _), heading:
    layout.header(title, status_line(snapshot))
    if next_finding:
        layout.lead(f"{next_finding}.")
forms.room()
course_form.panel(data.snapshot(viewer), as_of=address.as_of())
tabs.show(course_view.parts(snapshot))
