"""A cancelled course day is neither held nor missing: in sums, runs, evaluations, the calendar and every sentence."""

import pytest

from model.subjects.calendar.figures import calendar
from model.subjects.calendar.words.calendar import title
from model.subjects.courses.charts import course_evaluations, course_words, mentor_courses
from model.subjects.courses.charts import courses as charts
from model.subjects.courses.charts.course_matrix import matrix_chart
from model.subjects.courses.figures import evaluations
from model.subjects.courses.figures.attendance import cells, contradicted
from model.subjects.courses.figures.attendance_totals import day_totals, never, place_totals, silent
from model.subjects.courses.figures.mentor_runs import mentor_run, participants
from model.subjects.courses.words import courses as findings
from tests.model.publishing.first import published
from tests.model.subjects.course_builders import LEMVIG, SKIVE, THREE, VIBORG, came, courses, everybody, forms

EVERY = {VIBORG: 3, SKIVE: 2, LEMVIG: 0}
MENTOR_DAYS = ("M1-1", "M1-2", "M1-3", "M2-1", "M2-2", "M2-3")
COURSE_DAYS = ("K1", "K2", "K3", "K4", "K5", "K6")


def held(*days):
    """Everybody's attendance on those days."""
    return [row for day in days for row in everybody(day, EVERY)]


def total(snapshot, code):
    return next(one for one in day_totals(snapshot) if one.code == code)


def test_the_day_is_neither_held_nor_missing_and_in_no_sum():
    snapshot = courses(*held("K1", "K2", "K4", "K5", "K6"), came("K3", VIBORG, registered=4), cancelled=["K3"])
    one = total(snapshot, "K3")
    assert (one.cancelled, one.held, one.attended, one.lacking) == (True, False, None, ())
    assert set(cells(snapshot).loc["K3", "state"]) == {"cancelled"}
    assert silent(snapshot) == ()
    assert [(p.name, p.held, p.known, p.seats) for p in place_totals(snapshot)] == [
        (name, 5, 5, 20) for name in ("Lemvig", "Skive", "Viborg")]
    assert [p.name for p in never(snapshot)] == ["Lemvig"]
    assert findings.used_title(snapshot) == "25 af 60 pladser er brugt på de 5 kursusdage"
    assert course_words.status_line(snapshot).startswith(
        "5 af 5 kursusdage og 6 af 6 mentordage er holdt · 1 dag er aflyst")


def test_a_day_ahead_that_is_cancelled_is_not_ahead():
    snapshot = courses(*held("K1"), came("K5", VIBORG, registered=4), cancelled=["K5"], data_date="2010-03-20")
    assert [one.code for one in findings.upcoming(snapshot)] == ["M1-3", "M2-1", "M2-2", "M2-3", "K6"]
    assert not total(snapshot, "K5").held


def test_the_runs_first_and_last_days_are_those_that_were_held():
    rows = [*everybody("K1", {VIBORG: 4, SKIVE: 3}), *everybody("K2", {VIBORG: 3, SKIVE: 1})]
    assert findings.run_title(courses(*rows, cancelled=["K3"]), "kursus", 1) == (
        "Fremmødet faldt fra 7 på dag 1 til 4 på dag 2")
    assert findings.run_title(courses(*rows, cancelled=["K2", "K3"]), "kursus", 1) is None
    assert findings.run_title(courses(*rows, cancelled=["K1", "K2", "K3"]), "kursus", 1) is None


def test_the_highest_day_that_was_held_stands_for_a_mentor_run():
    snapshot = courses(*everybody("M1-1", {VIBORG: 9, SKIVE: 8, LEMVIG: 7}), *everybody("M1-2", {VIBORG: 1}),
                       came("M1-3", VIBORG, registered=60), cancelled=["M1-3"])
    run = mentor_run(snapshot, 1)
    assert (run.standing.code, run.persons, run.missing, run.over, run.cancelled) == ("M1-1", 24, 16, True, False)
    assert "Dag 3 er aflyst." in mentor_courses.mentor_chart(snapshot, 1).note


def test_a_registration_for_a_cancelled_day_never_stands_for_the_run():
    rows = (came("M1-1", VIBORG, registered=10), came("M1-2", VIBORG, registered=60))
    assert mentor_run(courses(*rows, cancelled=["M1-2"], data_date="2010-02-01"), 1).persons == 10


def test_a_run_is_over_when_the_last_day_that_is_left_is_held():
    rows = everybody("M1-1", {VIBORG: 9})
    assert mentor_run(courses(*rows, cancelled=["M1-3"], data_date="2010-03-12"), 1).over
    assert not mentor_run(courses(*rows, data_date="2010-03-12"), 1).over


def test_a_run_without_a_day_left_has_no_minimum_and_is_said_to_be_cancelled():
    snapshot = courses(*held("K1"), *(came(f"M2-{day}", VIBORG, registered=9) for day in (1, 2, 3)),
                       cancelled=["M2-1", "M2-2", "M2-3"])
    run = mentor_run(snapshot, 2)
    assert (run.cancelled, run.persons, run.missing, run.over) == (True, None, None, False)
    assert findings.mentor_title(run) == "Mentorkursus 2 er aflyst"
    assert not [line for line in findings.talking(snapshot) if "Mentorkurs" in line]
    assert "mentorkursus 2 er aflyst" in findings.one_line(snapshot, None)
    assert "mentorkursus 2 er aflyst" in findings.one_line(snapshot, VIBORG)
    assert participants(snapshot, 2).empty
    assert mentor_courses.mentor_chart(snapshot, 2).subtitle.startswith("Alle forløbets dage er aflyst")


def test_nobody_is_asked_of_a_cancelled_day():
    snapshot = courses(evaluations=[forms("K1", 40, 30), forms("K3", 40, 0)], cancelled=["K3", "M1-3"])
    assert [one.code for one in evaluations.evaluations(snapshot)] == ["K1", "K2", "K4", "K5", "K6", "M1-2", "M2-3"]
    assert evaluations.response(snapshot) == (30, 40)
    assert "Kursusdag 3 og mentorkursus 1, dag 3 er aflyst" in course_evaluations.evaluation_chart(snapshot).note


def test_the_matrix_says_so_in_words_and_differs_from_nought_and_from_nothing():
    snapshot = courses(*held("K1"), came("K3", VIBORG, registered=4), cancelled=["K3"])
    chart = matrix_chart(snapshot)
    third = [row.cells[2] for row in chart.shape.rows]
    assert {(cell.text, cell.state) for cell in third} == {("aflyst", "cancelled")}
    assert third[-1].said == "aflyst, 4 var tilmeldt"
    assert ("cancelled", "aflyst") in [mark[:2] for mark in chart.shape.legend]
    assert "Kursusdag 3 er aflyst og tæller hverken som holdt eller manglende." in chart.note
    assert chart.table.filter(like="Kursusdag 3").iloc[-1, 0] == "aflyst"
    assert ("cancelled", "aflyst") not in [mark[:2] for mark in matrix_chart(courses(*held("K1"))).shape.legend]


def test_the_bars_and_the_files_tell_it_as_well():
    snapshot = courses(*held("K1", "K2"), came("K3", VIBORG, registered=40), cancelled=["K3"])
    chart = charts.runs_chart(snapshot)
    bar = next(bar for bar in chart.shape.bars if bar.name == "Forløb 1, dag 3")
    assert (bar.value, bar.outline, bar.label.replace("\u00a0", " ")) == (None, None, "aflyst (26. jan.)")
    row = chart.table[chart.table["Dag"].eq("Kursusdag 3")].iloc[0]
    assert (row["Mødte"], row["Mangler"]) == ("aflyst", "aflyst")
    data = chart.data.set_index("kursusdag")["aflyst"]
    assert (data["K3"], data["K1"]) == ("ja", "nej")
    assert matrix_chart(snapshot).data.set_index("kursusdag")["aflyst"].to_dict()["K3"] == "ja"


def test_everything_is_final_when_all_that_is_not_cancelled_is_known():
    days = [code for code in courses().course_days.index if code != "K3"]
    rows = [came(day, code, 2) for day in days for code in THREE]
    assert course_words.status_line(courses(*rows, cancelled=["K3"])).endswith("endelig")


def test_a_count_that_an_undo_gave_back_is_in_no_sum_and_is_told():
    snapshot = courses(*held("K1", "K3"), cancelled=["K3"])
    assert contradicted(snapshot) == ("K3",)
    assert total(snapshot, "K3").attended is None
    assert "Der står alligevel fremmøde for kursusdag 3. Fortryd det ene." in findings.cancelled_sentence(snapshot)


def test_the_public_is_told_that_a_day_is_cancelled():
    internal = courses(*held("K1"), cancelled=["K3"])
    month = internal.course_days.loc["K3", "held_on"].replace(day=1)
    snapshot = published(internal, month)
    assert total(snapshot, "K3").cancelled
    labels = {bar.name: bar.label for bar in charts.runs_chart(snapshot).shape.bars}
    assert labels["Forløb 1, dag 3"].startswith("aflyst")


@pytest.mark.parametrize("gone", [COURSE_DAYS, MENTOR_DAYS, (*COURSE_DAYS, "M1-1")])
def test_nothing_stumbles_when_all_is_cancelled(gone):
    snapshot = courses(came("K1", VIBORG, registered=2), cancelled=gone)
    assert findings.lead(snapshot)[0]
    assert findings.used_title(snapshot) is None or gone[0] != "K1"
    for chart in (matrix_chart(snapshot), charts.runs_chart(snapshot), mentor_courses.mentor_chart(snapshot, 1),
                  course_evaluations.evaluation_chart(snapshot)):
        assert chart.title


def test_the_calendar_says_so_and_counts_it_no_more():
    snapshot = courses(cancelled=["K2"], data_date="2009-12-01")
    row = calendar.events(snapshot).set_index("uid").loc["kursusdag-k2"]
    assert (row["state"], row["cancelled"]) == (calendar.State.CANCELLED, True)
    assert "kursusdag-k2" not in set(calendar.upcoming(snapshot)["uid"])
    assert "Kursusdag 2" not in title(snapshot)
    assert len(calendar.single_days(courses(data_date="2009-12-01"))) - len(calendar.single_days(snapshot)) == 1
