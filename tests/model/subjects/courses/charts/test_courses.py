"""Charts of courses: the cells and bars say what the counts say, with source, alternative text and table."""

import pytest

from model.subjects.courses.charts.course_evaluations import evaluation_chart
from model.subjects.courses.charts.course_matrix import matrix_chart
from model.subjects.courses.charts.course_words import evaluation_source, source, status_line
from model.subjects.courses.charts.courses import runs_chart, seats_chart
from model.subjects.courses.charts.mentor_courses import mentor_chart
from tests.model.subjects.course_builders import LEMVIG, SKIVE, VIBORG, came, courses, everybody, forms


def row(chart, name):
    return next(one for one in chart.shape.rows if one.name == name)


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_matrix_tells_a_count_nobody_silence_and_the_future_apart():
    chart = matrix_chart(courses(came("K1", VIBORG, 5, registered=3), came("K1", SKIVE, 0), came("K2", SKIVE, 2),
                                 came("K4", SKIVE, registered=3), data_date="2009-12-20"))
    assert [(cell.text, cell.state) for cell in row(chart, "Skive").cells[:4]] == [
        ("0", "nobody"), ("2", "count"), ("–", "not_held"), ("(3)", "not_held")]
    assert [(cell.text, cell.said) for cell in row(chart, "Lemvig").cells[:1]] == [("m", "ikke indberettet")]
    first = row(chart, "Viborg").cells[0]
    assert (first.text, first.tint, first.said) == ("5", 1.0, "5 mødte, 3 var tilmeldt")
    assert [one.total for one in chart.shape.rows] == ["ikke indberettet", "2 af 8", "5 af 4"]


def test_the_matrix_stands_in_two_runs_of_three_and_explains_every_sign():
    chart = matrix_chart(courses(came("K1", VIBORG, 2), came("K1", VIBORG, registered=1, role="tovholder"),
                                 came("K2", SKIVE, "hidden")))
    assert chart.shape.groups == (("Forløb 1", 3), ("Forløb 2", 3))
    assert {state for state, _, _ in chart.shape.legend} == {"nobody", "not_reported", "not_held", "hidden", "count"}
    assert row(chart, "Viborg").cells[0].text == "2*"
    assert row(chart, "Viborg").total == "mindst 2 af 4"


def test_the_table_sums_what_the_matrix_shows():
    chart = matrix_chart(courses(*everybody("K1", {VIBORG: 4, SKIVE: 3, LEMVIG: 0}), data_date="2009-11-20"))
    assert chart.table.iloc[-1].tolist() == ["Alle jobcentre", "7", "–", "–", "–", "–", "–", "7 af 12"]
    assert chart.data["moedt"].sum() == 7


def test_the_bars_of_a_mentor_run_are_its_persons_and_who_sent_nobody_is_named():
    chart = mentor_chart(courses(*everybody("M1-1", {VIBORG: 11, SKIVE: 5, LEMVIG: 0})), 1)
    assert [(bar.name, bar.value, bar.label, bar.signal) for bar in chart.shape.bars] == [
        ("Viborg", 11, "11 personer, 1 person over 10", True), ("Skive", 5, "5 personer", False)]
    assert chart.subtitle.startswith("I alt 16 af mindst 40. ")
    assert chart.note == "Rollerne hver for sig: jobkonsulenter 16. Mødte dag 1: 16. Ingen mødte fra Lemvig."
    assert chart.table.iloc[-1]["Alle roller"] == "16"
    assert "den dag står for forløbet" in chart.how_to_read


def test_a_silent_jobcenter_keeps_its_line_without_a_bar():
    chart = mentor_chart(courses(came("M1-1", VIBORG, 8), came("M1-1", SKIVE, 3)), 1)
    assert [(bar.name, bar.value, bar.label) for bar in chart.shape.bars][-1] == ("Lemvig", None, "ikke indberettet")
    assert chart.subtitle.startswith("I alt mindst 11 af mindst 40. ")


def test_a_run_nobody_knows_of_is_drawn_empty_and_says_so():
    chart = mentor_chart(courses(), 2)
    assert chart.shape.bars == ()
    assert chart.title == "Mentorkursus 2 har ingen kendte deltagere"


def test_every_held_day_of_the_runs_has_a_bar_with_its_count():
    chart = runs_chart(courses(*everybody("K1", {VIBORG: 4, SKIVE: 4, LEMVIG: 2}), came("K2", VIBORG, 3, registered=4),
                               *everybody("K3", {VIBORG: 2, SKIVE: 2, LEMVIG: 2}), data_date="2010-01-30"))
    assert [(bar.name, bar.value, plain(bar.label)) for bar in chart.shape.bars] == [
        ("Forløb 1, dag 1", 10, "10 mødte, 3 jobcentre har indberettet"),
        ("Forløb 1, dag 2", 3, "3 mødte af 4, 1 jobcenter har indberettet"),
        ("Forløb 1, dag 3", 6, "6 mødte, 3 jobcentre har indberettet")]
    assert chart.title == "Fremmødet faldt fra 10 på dag 1 til 6 på dag 3 (forløb 1)"


def test_registrations_stand_against_the_seats_before_a_day_is_held():
    chart = seats_chart(courses(came("K6", VIBORG, registered=4), came("M2-3", SKIVE, registered=9),
                                data_date="2010-04-10"))
    assert [(plain(bar.name), bar.value, bar.outline, bar.label) for bar in chart.shape.bars] == [
        ("Mentorkursus 2, dag 3 · 15. apr.", 9, None, "9 tilmeldte af mindst 40"),
        ("Kursusdag 6 · 22. apr.", 4, 12, "4 tilmeldte til 12 pladser")]


def test_scores_are_counts_with_a_tint_only_from_twenty_answers():
    days = [forms("K1", 40, 20, 0, 2, 3, 10, 5), forms("K2", 30, 19, 1, 1, 1, 8, 8)]
    chart = evaluation_chart(courses(evaluations=days, data_date="2009-12-20"))
    many, few = chart.shape.rows
    assert [cell.text for cell in many.cells] == ["0", "2", "3", "10", "5"]
    assert many.cells[3].tint == 0.5
    assert {cell.tint for cell in few.cells} == {0.0}
    assert plain(many.total) == "50 % (20 af 40)"
    assert plain(chart.title) == "56 % af evalueringsskemaerne er besvaret: 39 af 70"


def test_few_forms_are_told_as_counts_alone():
    chart = evaluation_chart(courses(evaluations=[forms("K1", 12, 6)], data_date="2009-11-20"))
    assert chart.title == "6 af 12 evalueringsskemaer er besvaret"
    assert [cell.text for cell in chart.shape.rows[0].cells] == ["m"] * 5


def test_the_source_names_the_day_of_the_newest_list_and_whether_more_is_to_come():
    whole = courses(*(row for code in courses().course_days.index
                      for row in everybody(code, {VIBORG: 1, SKIVE: 1, LEMVIG: 1})))
    assert source(whole) == "Kilde: kursuslister fra BRM · opgjort 4. maj 2010 · endelig"
    assert source(courses(came("K1", VIBORG, 1))).endswith("foreløbig")
    assert evaluation_source(courses()) == "Kilde: evalueringsskemaer, samlet af BRM · foreløbig"


def test_the_status_line_counts_days_and_jobcenters():
    line = status_line(courses(came("K1", VIBORG, 1), came("K1", SKIVE, 0), data_date="2009-11-20"))
    assert line == ("1 af 6 kursusdage og 0 af 6 mentordage er holdt · opgjort 4. maj 2010 · "
                    "alt fremmøde fra 2 af 3 jobcentre · foreløbig")


@pytest.mark.parametrize("data_date", ["2009-11-01", "2010-03-01", "2010-05-10"])
def test_every_chart_can_be_made_at_any_time_and_has_its_alternative(data_date):
    snapshot = courses(came("K1", VIBORG, 1, registered=1), came("M1-1", SKIVE, registered=2), data_date=data_date,
                       evaluations=[forms("K1", 5, 1)])
    for chart in (matrix_chart(snapshot), runs_chart(snapshot), seats_chart(snapshot), mentor_chart(snapshot, 1),
                  evaluation_chart(snapshot)):
        assert chart.title
        assert 0 < len(chart.alt) <= 250
        assert chart.source.startswith("Kilde: ")
