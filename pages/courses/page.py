"""Kurser: hvem har deltaget, hvem mangler, og nåede mentorkurserne deres deltagere?"""

from model.subjects.courses.charts.course_evaluations import evaluation_chart
from model.subjects.courses.charts.course_matrix import matrix_chart
from model.subjects.courses.charts.course_words import status_line
from model.subjects.courses.charts.courses import runs_chart, seats_chart
from model.subjects.courses.charts.mentor_courses import mentor_chart
from model.subjects.courses.figures import attendance, attendance_totals
from model.subjects.courses.figures.attendance import MENTOR
from model.subjects.courses.figures.evaluations import any_answer
from model.subjects.courses.words import courses as findings
from pages.courses import course_form
from pages.shared import address, data, forms, layout

snapshot = data.snapshot(as_of=address.as_of())
title, next_finding = findings.lead(snapshot)
layout.header(title, status_line(snapshot))
if next_finding:
    layout.lead(f"{next_finding}.")
forms.told()
course_form.panel(data.snapshot(), as_of=address.as_of())

if not attendance.any_said(snapshot):
    layout.empty(course_form.EMPTY)
else:
    link = address.link("jobcenter", jobcenter="{code}")
    if findings.upcoming(snapshot):
        layout.shape(seats_chart(snapshot), "tilmeldinger")
    layout.shape(matrix_chart(snapshot), "fremmoede", link=link)
    for run in attendance_totals.runs(snapshot, MENTOR):
        layout.shape(mentor_chart(snapshot, run), f"mentorkursus_{run}", link=link)
    if any(total.held for total in attendance_totals.day_totals(snapshot)):
        layout.shape(runs_chart(snapshot), "dag_for_dag")
if any_answer(snapshot):
    layout.shape(evaluation_chart(snapshot), "evaluering")
elif attendance.any_said(snapshot):
    layout.empty("Der er ingen evalueringsskemaer endnu. De indlæses som en fil på siden Indlæs tal.")
