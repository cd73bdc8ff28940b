"""Attendance: what a cell says, what days and jobcenters come to, and which day stands for a mentor run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.subjects.courses.figures import attendance
from model.subjects.courses.figures.attendance import COURSE, cells, day_name
from model.subjects.courses.figures.attendance_totals import day_totals, never, place_totals, silent, totals_of
from model.subjects.courses.figures.mentor_runs import mentor_run, participants
from tests.model.subjects.course_builders import LEMVIG, SKIVE, THREE, VIBORG, came, courses, everybody

COURSE_CODES = ("K1", "K2", "K3", "K4", "K5", "K6")


def place(snapshot, code):
    return next(total for total in place_totals(snapshot) if total.code == code)


def total(snapshot, code):
    return next(one for one in day_totals(snapshot) if one.code == code)


def test_not_held_not_reported_hidden_nobody_and_a_count_are_told_apart():
    found = cells(courses(came("K1", VIBORG, 3), came("K1", SKIVE, 0), came("K2", VIBORG, "hidden"),
                          came("K6", SKIVE, registered=2), data_date="2010-01-01"))["state"]
    assert found["K1", VIBORG] == "count"
    assert found["K1", SKIVE] == "nobody"
    assert found["K1", LEMVIG] == "not_reported"
    assert found["K2", VIBORG] == "hidden"
    assert found["K6", SKIVE] == "not_held"


def test_on_the_day_itself_a_day_is_held_once_somebody_is_counted():
    assert set(cells(courses(data_date="2009-11-19")).loc["K1", "state"]) == {"not_held"}
    counted = cells(courses(came("K1", VIBORG, 2), data_date="2009-11-19")).loc["K1", "state"]
    assert counted.to_dict() == {VIBORG: "count", SKIVE: "not_reported", LEMVIG: "not_reported"}


def test_roles_are_summed_and_a_role_without_a_count_makes_the_sum_a_least():
    found = cells(courses(came("K1", VIBORG, 2), came("K1", VIBORG, 1, role="tovholder"), came("K1", SKIVE, 2),
                          came("K1", SKIVE, registered=1, role="tovholder"))).loc["K1"]
    assert found.loc[VIBORG, ["attended", "at_least"]].tolist() == [3, False]
    assert found.loc[SKIVE, ["attended", "at_least"]].tolist() == [2, True]


def test_nought_and_an_unknown_role_is_not_nobody():
    found = cells(courses(came("K1", SKIVE, 0), came("K1", SKIVE, "missing", role="tovholder"))).loc[("K1", SKIVE)]
    assert found["state"] == "not_reported"


def test_a_jobcenter_is_held_against_the_seats_of_the_days_it_has_reported():
    snapshot = courses(*(came(code, VIBORG, 4) for code in COURSE_CODES[:5]), came("K6", SKIVE, 1))
    assert (place(snapshot, VIBORG).attended, place(snapshot, VIBORG).seats) == (20, 20)
    assert place(snapshot, VIBORG).lacking == ("Kursusdag 6",)
    assert (place(snapshot, LEMVIG).attended, place(snapshot, LEMVIG).seats) == (None, 0)


def test_walk_ins_may_exceed_the_seats():
    snapshot = courses(came("K1", VIBORG, 5), data_date="2009-11-20")
    assert (place(snapshot, VIBORG).attended, place(snapshot, VIBORG).seats) == (5, 4)


def test_only_who_is_reported_for_every_held_day_can_have_never_come():
    nought = [came(code, LEMVIG, 0) for code in ("K1", "K2")]
    snapshot = courses(*nought, came("K1", SKIVE, 0), came("K1", VIBORG, 1), came("K2", VIBORG, 0),
                       data_date="2009-12-20")
    assert [p.code for p in never(snapshot)] == [LEMVIG]
    assert [p.code for p in silent(snapshot)] == [SKIVE]


def test_a_day_that_is_hidden_is_neither_silence_nor_absence():
    snapshot = courses(came("K1", LEMVIG, "hidden"), came("K1", SKIVE, 1), came("K1", VIBORG, 1),
                       data_date="2009-11-20")
    assert (never(snapshot), silent(snapshot)) == ((), ())


def test_a_day_counts_the_seats_of_all_jobcenters_and_names_who_lacks():
    one = total(courses(came("K1", VIBORG, 4, registered=4)), "K1")
    assert (one.seats, one.attended, one.registered, one.reported) == (12, 4, 4, (VIBORG,))
    assert set(one.lacking) == {SKIVE, LEMVIG}
    assert total(courses(data_date="2009-11-01"), "K1").lacking == ()


def test_who_came_is_told_of_those_registered_by_the_same_jobcenters():
    one = total(courses(came("K1", VIBORG, 3, registered=4), came("K1", SKIVE, registered=4)), "K1")
    assert (one.attended, one.registered) == (3, 4)
    assert total(courses(came("K6", SKIVE, registered=4), came("K6", VIBORG, registered=3)), "K6").registered == 7


def test_days_are_named_as_people_name_them():
    snapshot = courses()
    assert [day_name(snapshot, code) for code in ("K1", "K6", "M2-3")] == [
        "Kursusdag 1", "Kursusdag 6", "Mentorkursus 2, dag 3"]


def test_the_day_with_most_stands_for_a_mentor_run_and_its_jobcenters_add_up_to_it():
    snapshot = courses(*everybody("M1-1", {VIBORG: 8, SKIVE: 5, LEMVIG: 0}),
                       *everybody("M1-2", {VIBORG: 9, SKIVE: 6, LEMVIG: 0}), came("M1-3", VIBORG, 12))
    run = mentor_run(snapshot, 1)
    assert (run.standing.code, run.persons, run.missing, run.lacking, run.over) == ("M1-2", 15, 25, (), True)
    assert participants(snapshot, 1)["persons"].sum() == run.persons


def test_a_run_with_silent_jobcenters_says_who_they_are():
    assert mentor_run(courses(came("M1-1", VIBORG, 8)), 1).lacking == (SKIVE, LEMVIG)


def test_before_a_run_its_registrations_stand_for_it():
    run = mentor_run(courses(came("M2-1", VIBORG, registered=10), came("M2-2", VIBORG, registered=9),
                             data_date="2010-03-20"), 2)
    assert (run.registered_only, run.persons, run.missing, run.over) == (True, 10, 30, False)


def test_nothing_known_of_a_run_is_not_nought():
    run = mentor_run(courses(), 1)
    assert (run.standing, run.persons, run.missing) == (None, None, None)
    assert participants(courses(), 1).empty


def test_all_three_roles_of_a_mentor_day_are_counted_apart():
    snapshot = courses(came("M1-1", VIBORG, 2), came("M1-1", VIBORG, 1, role="tovholder"),
                       came("M1-1", VIBORG, 5, role="virksomhedsmentor"))
    found = participants(snapshot, 1).loc[VIBORG]
    assert found[["jobkonsulent", "tovholder", "virksomhedsmentor", "persons"]].tolist() == [2, 1, 5, 8]


@pytest.mark.parametrize("data_date", ["2009-11-01", "2010-02-01", "2010-05-10"])
def test_without_any_record_nothing_is_known_of_any_day(data_date):
    snapshot = courses(data_date=data_date)
    assert not attendance.any_said(snapshot)
    assert all(one.attended is None and one.registered is None for one in day_totals(snapshot))


KEYS = st.tuples(st.sampled_from(COURSE_CODES), st.sampled_from(THREE),
                 st.sampled_from(["jobkonsulent", "tovholder"]))
COUNT = st.one_of(st.none(), st.integers(0, 6))


@given(st.dictionaries(KEYS, st.tuples(COUNT, COUNT)))
def test_days_and_jobcenters_are_the_sums_of_what_is_stated(stated):
    snapshot = courses(*(came(day, code, attended, registered, role=role)
                         for (day, code, role), (attended, registered) in stated.items()))
    by_day = sum(one.attended or 0 for one in totals_of(snapshot, COURSE))
    by_place = sum(one.attended or 0 for one in place_totals(snapshot))
    assert by_day == by_place == sum(attended or 0 for attended, _ in stated.values())
    state = attendance.cells(snapshot)["state"]
    for one in totals_of(snapshot, COURSE):
        told = [code for code in THREE if state[one.code, code] in ("count", "nobody")] or THREE
        assert (one.registered or 0) == sum(booked or 0 for (day, code, _), (_, booked) in stated.items()
                                            if day == one.code and code in told)
