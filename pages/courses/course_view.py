"""The tabs of »Kurser«: who came to the course days, the mentor courses and their networks, and what was thought."""

from collections.abc import Callable
from functools import partial

from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts.course_evaluations import evaluation_chart
from model.subjects.courses.charts.course_matrix import matrix_chart
from model.subjects.courses.charts.courses import runs_chart, seats_chart
from model.subjects.courses.charts.mentor_courses import mentor_chart
from model.subjects.courses.figures import attendance, attendance_totals
from model.subjects.courses.figures.attendance import MENTOR
from model.subjects.courses.figures.evaluations import any_answer
from model.subjects.courses.words import courses as findings
from pages.courses import course_form, network_view
from pages.shared import address, export, layout

NO_EVALUATION = "Der er ingen evalueringsskemaer endnu. De indlæses som en fil på siden Indlæs tal."
NOT_HELD = "Ingen dag er holdt endnu."
NO_MENTORS = "Der er ingen mentorkurser i planen."


def _attendance(snapshot: Snapshot) -> None:
    if not attendance.any_said(snapshot):
        layout.empty(course_form.EMPTY)
        return
    if findings.upcoming(snapshot):
        layout.shape(seats_chart(snapshot), "tilmeldinger")
    layout.shape(matrix_chart(snapshot), "fremmoede", link=address.link("jobcenter", jobcenter="{code}"),
                 right=export.BY_UNIT)


def _days(snapshot: Snapshot) -> None:
    if any(total.held for total in attendance_totals.day_totals(snapshot)):
        layout.shape(runs_chart(snapshot), "dag_for_dag")
    else:
        layout.empty(NOT_HELD)


def _mentors(snapshot: Snapshot) -> None:
    if not attendance.any_said(snapshot):
        layout.empty(course_form.EMPTY)
        return
    runs = attendance_totals.runs(snapshot, MENTOR)
    if not runs:
        layout.empty(NO_MENTORS)
    for run in runs:
        layout.shape(mentor_chart(snapshot, run), f"mentorkursus_{run}",
                     link=address.link("jobcenter", jobcenter="{code}"), right=export.BY_UNIT)


def _evaluation(snapshot: Snapshot) -> None:
    if any_answer(snapshot):
        layout.shape(evaluation_chart(snapshot), "evaluering")
    else:
        layout.empty(NO_EVALUATION)


def parts(snapshot: Snapshot) -> dict[str, Callable[[], None]]:
    """What each tab draws, by its name."""
    return {"Deltagelse": partial(_attendance, snapshot), "Dag for dag": partial(_days, snapshot),
            "Mentorkurser": partial(_mentors, snapshot),
            "Mentornetværk": partial(network_view.show, snapshot),
            "Evaluering": partial(_evaluation, snapshot)}
