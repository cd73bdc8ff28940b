"""What is said of courses: only what the counts say, and who has not reported before all else."""

import pytest

from model.subjects.courses.charts.course_matrix import matrix_chart
from model.subjects.courses.charts.course_words import status_line
from model.subjects.courses.charts.courses import runs_chart
from model.subjects.courses.figures.mentor_runs import mentor_run
from model.subjects.courses.words import courses as findings
from tests.model.subjects.course_builders import LEMVIG, SKIVE, THREE, VIBORG, came, courses, everybody

WHOLE = {code: {VIBORG: 4, SKIVE: 3, LEMVIG: 0} for code in ("K1", "K2", "K3", "K4", "K5", "K6")}
MENTORS = {VIBORG: 20, SKIVE: 16, LEMVIG: 0}


def days(counts):
    return [row for code, by_place in counts.items() for row in everybody(code, by_place)]


def test_a_mentor_run_under_its_minimum_says_how_many_it_lacks():
    snapshot = courses(*days(WHOLE), *everybody("M1-1", MENTORS))
    assert findings.mentor_title(mentor_run(snapshot, 1)) == "Mentorkursus 1 manglede 4 deltagere i at nå 40"
    assert "Mentorkursus 1 manglede 4 deltagere i at nå 40." in findings.talking(snapshot)


def test_a_run_that_is_not_over_still_lacks_them():
    run = mentor_run(courses(*everybody("M1-1", MENTORS), data_date="2010-02-28"), 1)
    assert findings.mentor_title(run) == "Mentorkurset mangler 4 deltagere i at nå 40 i forløb 1"


def test_one_person_short_is_said_in_the_singular():
    run = mentor_run(courses(*everybody("M2-1", {VIBORG: 39, SKIVE: 0, LEMVIG: 0})), 2)
    assert findings.mentor_title(run) == "Mentorkursus 2 manglede 1 deltager i at nå 40"


def test_with_silent_jobcenters_a_run_lacks_that_many_at_most():
    run = mentor_run(courses(came("M1-1", VIBORG, 36)), 1)
    assert findings.mentor_title(run) == "Mentorkursus 1 manglede højst 4 deltagere i at nå 40"


def test_a_run_that_reached_its_minimum_is_no_talking_point():
    snapshot = courses(*days(WHOLE), *everybody("M1-1", {VIBORG: 24, SKIVE: 16, LEMVIG: 0}))
    assert findings.mentor_title(mentor_run(snapshot, 1)) == "Mentorkursus 1 har nået 40: 40 deltagere"
    assert not any("Mentorkurs" in words for words in findings.talking(snapshot))


def test_who_has_reported_one_role_of_several_is_told_as_the_line_and_the_table_have_it():
    world = courses(*days(WHOLE), came("K6", SKIVE, registered=1, role="tovholder"))
    assert findings.lead(world)[0] == "Skive har ikke meldt alle roller for kursusdag 6"
    assert "alt fremmøde fra 2 af 3 jobcentre · foreløbig" in status_line(world)
    assert [row.cells[5].text for row in matrix_chart(world).shape.rows] == ["0", "3*", "4"]
    table = runs_chart(world).table.set_index("Dag")
    assert table.loc["Kursusdag 6", ["Jobcentre, der har indberettet", "Mangler"]].tolist() == [
        "2", "ikke alle roller: Skive"]


def test_a_role_that_was_not_registered_or_is_hidden_lacks_nothing():
    assert "Skive" not in findings.lead(courses(*days(WHOLE)))[0]
    hidden = courses(*days(WHOLE), came("K6", SKIVE, "hidden", registered=1, role="tovholder"))
    assert "roller" not in findings.lead(hidden)[0]


def test_who_never_came_is_counted_and_named():
    counts = {code: {VIBORG: 1, SKIVE: 0, LEMVIG: 0} for code in WHOLE}
    assert findings.talking(courses(*days(counts))) == [
        "2 jobcentre har aldrig deltaget i kursusrækken: Lemvig og Skive."]
    one = courses(*days(WHOLE))
    assert findings.talking(one) == ["1 jobcenter har aldrig deltaget i kursusrækken: Lemvig."]


def test_who_is_not_reported_has_not_stayed_away():
    snapshot = courses(*(row for row in days(WHOLE) if row["jobcenter"] != LEMVIG))
    assert not any("aldrig" in words for words in findings.talking(snapshot))
    assert "Det vides ikke for Lemvig" in findings.never_sentence(snapshot)


def test_a_fall_is_said_only_when_the_same_jobcenters_have_reported_both_days():
    first, third = {VIBORG: 4, SKIVE: 4, LEMVIG: 2}, {VIBORG: 3, SKIVE: 2, LEMVIG: 2}
    told = courses(*days({"K1": first, "K3": third}))
    assert findings.run_title(told, "kursus", 1) == "Fremmødet faldt fra 10 på dag 1 til 7 på dag 3"
    del third[LEMVIG]
    assert findings.run_title(courses(*days({"K1": first, "K3": third})), "kursus", 1) is None


@pytest.mark.parametrize(("last", "words"), [
    (5, "Fremmødet steg fra 4 på dag 1 til 5 på dag 3"), (4, "Lige mange mødte på dag 1 og dag 3: 4")])
def test_a_rise_and_a_standstill_are_said_as_what_they_are(last, words):
    rest = {SKIVE: 0, LEMVIG: 0}
    snapshot = courses(*days({"K4": {VIBORG: 4, **rest}, "K6": {VIBORG: last, **rest}}))
    assert findings.run_title(snapshot, "kursus", 2) == words


def test_a_count_that_is_a_least_is_compared_with_nothing():
    rows = days({"K1": dict.fromkeys(THREE, 4), "K3": dict.fromkeys(THREE, 3)})
    snapshot = courses(*rows, came("K3", VIBORG, registered=1, role="tovholder"))
    assert findings.run_title(snapshot, "kursus", 1) is None


def test_silence_leads_then_the_mentor_run_then_absence_then_the_seats():
    silent = courses(*days({code: WHOLE[code] for code in list(WHOLE)[:5]}), came("K6", VIBORG, 4),
                     *everybody("M1-1", MENTORS))
    assert findings.lead(silent) == ("Lemvig og Skive mangler at melde fremmøde for kursusdag 6",
                                     "Mentorkursus 1 manglede 4 deltagere i at nå 40")
    assert findings.lead(courses(*days(WHOLE))) == ("1 jobcenter har aldrig deltaget i kursusrækken",
                                                    "42 af 72 pladser er brugt på de 6 kursusdage")


def test_silence_on_several_days_is_said_without_listing_them():
    snapshot = courses(*everybody("K1", {VIBORG: 4, SKIVE: 3}), *everybody("K2", {VIBORG: 4, LEMVIG: 3}),
                       data_date="2009-12-20")
    assert findings.lead(snapshot)[0] == "Lemvig og Skive mangler at melde fremmøde for en af kursusdagene"


def test_before_the_first_day_registrations_are_held_against_the_seats():
    snapshot = courses(came("K1", VIBORG, registered=3), data_date="2009-11-10")
    assert findings.lead(snapshot) == ("Kursusdag 1 har 3 tilmeldte til 12 pladser", "")
    assert findings.one_line(snapshot, None) == "Kurser: ingen kursusdag er holdt endnu."


def test_without_a_record_it_is_said_that_there_is_none():
    snapshot = courses()
    assert findings.lead(snapshot) == (findings.NOTHING, "")
    assert findings.talking(snapshot) == []
    assert findings.one_line(snapshot, VIBORG) == (
        "Kurser: der er ikke registreret tilmelding eller fremmøde endnu.")


def test_one_line_for_the_region_and_for_a_jobcenter():
    snapshot = courses(*days(WHOLE), *everybody("M1-1", MENTORS))
    assert findings.one_line(snapshot, None) == (
        "Kurser: 42 af 72 pladser er brugt på de 6 kursusdage, mentorkursus 1 har 36 af mindst 40.")
    assert findings.one_line(snapshot, VIBORG) == (
        "Kurser: 24 mødte på kursusdagenes 24 pladser, 20 deltagere på mentorkursus 1 (24. feb. 2010).")
    assert findings.one_line(snapshot, LEMVIG).endswith("ingen deltagere på mentorkursus 1 (24. feb. 2010).")
    with pytest.raises(KeyError):
        findings.one_line(snapshot, "999")


def test_titles_are_short_enough_for_a_heading():
    snapshot = courses(*days(WHOLE), *everybody("M1-1", MENTORS))
    said = [*findings.lead(snapshot), findings.used_title(snapshot), findings.mentor_title(mentor_run(snapshot, 1))]
    assert max(len(title) for title in said) <= 75
