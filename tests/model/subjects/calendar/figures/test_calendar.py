"""The calendar: the plan's days as printed, visits as reported, and what comes next from any day."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.intake.datasets.networks import MET, STARTED
from model.subjects.calendar.figures import calendar
from model.subjects.calendar.figures.calendar import Lane, State
from model.subjects.calendar.words import calendar as words
from tests.model.subjects.builders import snapshot
from tests.model.subjects.network_builders import happened, world
from tests.model.subjects.planned import plan_days, planned, visit

HELD = visit("779", "afholdt", agreed_for="2009-12-10", held_on="2009-12-11")
AGREED = visit("665", "aftalt", agreed_for="2010-01-12")
OFFERED = visit("727", "tilbudt", offered_on="2009-12-02")
DECLINED = visit("671", "takket nej", agreed_for="2010-01-13", declined_on="2009-12-08")


def found(lane, snapshot):
    """Day, title and state of a lane's entries."""
    frame = calendar.events(snapshot)
    rows = frame[frame["lane"].eq(lane)].itertuples()
    return [(row.day.date().isoformat(), row.title, row.state) for row in rows]


def test_the_twelve_course_days_stand_on_the_days_the_plan_prints():
    frame = calendar.events(planned("2010-03-01"))
    courses = frame[frame["lane"].isin([Lane.COURSES, Lane.MENTORS])]
    assert {day.date() for day in courses["day"]} == plan_days()
    assert len(courses) == 12
    assert set(courses["place"]) == {"Herning Kongrescenter", "Viborg Golf Hotel"}


def test_the_course_series_is_numbered_one_to_six_through_both_runs():
    titles = [title for _, title, _ in found(Lane.COURSES, planned("2010-03-01"))]
    assert [title.split(" »")[0] for title in titles] == [f"Kursusdag {number}" for number in range(1, 7)]


def test_the_campaign_has_its_conference_and_its_end():
    assert found(Lane.CAMPAIGN, planned("2010-03-01")) == [
        ("2009-10-05", "Startkonference", State.OVER), ("2011-06-30", "Kampagnen slutter", State.AHEAD)]


def test_the_hotline_opens_on_a_monday_and_is_handed_over_after_three_months():
    frame = calendar.events(planned("2010-02-01"))
    lines = frame[frame["lane"].eq(Lane.HOTLINE)].set_index("uid")
    assert lines.loc["hotline-aabner", "day"].day_name() == "Monday"
    assert lines.loc["hotline-overgang", "day"] == pd.Timestamp("2010-02-01")
    assert lines.loc["hotline-discus", "until"] == pd.Timestamp("2010-01-31")
    assert lines.loc["hotline-brm", "state"] == State.RUNNING
    assert lines.loc["hotline-overgang", "state"] == State.TODAY


def test_a_changed_plan_moves_the_hotline():
    frame = calendar.events(planned("2010-02-01", ends=date(2010, 12, 31))).set_index("uid")
    assert frame.loc["hotline-brm", "until"] == pd.Timestamp("2010-12-31")
    closed = calendar.events(planned("2010-02-01", ends=date(2009, 12, 31))).set_index("uid")
    assert "hotline-brm" not in closed.index
    assert "hotline-overgang" not in closed.index
    assert closed.loc["hotline-discus", "until"] == pd.Timestamp("2009-12-31")


def test_a_plan_without_dates_keeps_the_printed_ones():
    frame = calendar.events(planned("2010-02-01", starts=None, ends=None)).set_index("uid")
    assert frame.loc["hotline-discus", "day"] == pd.Timestamp("2009-11-01")
    assert frame.loc["hotline-brm", "until"] == pd.Timestamp("2011-06-30")


def test_visits_stand_on_the_day_they_were_held_or_are_agreed_for():
    seen = planned("2009-12-20", HELD, AGREED, OFFERED, DECLINED)
    assert found(Lane.COUNSELLING, seen) == [
        ("2009-12-01", "Besøgsperiode", State.RUNNING), ("2009-12-11", "Rådgivningsbesøg i Skive", State.HELD),
        ("2010-01-12", "Rådgivningsbesøg i Lemvig", State.AGREED)]


def test_a_visit_nobody_reported_as_held_is_asked_about_once_its_day_is_past():
    assert calendar.not_said(planned("2010-01-12", AGREED)).empty
    late = calendar.not_said(planned("2010-01-13", AGREED))
    assert late["state"].tolist() == [State.NOT_SAID]


@pytest.mark.parametrize(("today", "title", "line"), [
    ("2009-10-01", "Næste: Startkonference, 5. okt. 2009", "om 4 dage · Århus · derefter 15 datoer mere"),
    ("2010-04-07", "Næste: Mentorkursus 2, dag 2, 8. apr. 2010",
     "i morgen · Viborg Golf Hotel · derefter 3 datoer mere"),
    ("2010-04-22", "I dag: Kursusdag 6 »Tovholderfunktionen for virksomhedscentre«",
     "Herning Kongrescenter · derefter 1 dato mere"),
    ("2011-04-12", "Næste: Kampagnen slutter, 30. jun. 2011", "om 79 dage · den sidste i kalenderen"),
    ("2011-07-01", "Alle datoer i kampagnens kalender er passeret", "Den sidste: Kampagnen slutter, 30. jun. 2011")])
def test_the_heading_says_what_comes_next(today, title, line):
    assert words.title(planned(today)) == title
    assert words.line(planned(today)) == line


def test_two_things_on_one_day_are_both_next():
    seen = planned("2010-02-20", visit("665", "aftalt", agreed_for="2010-02-24"))
    assert words.title(seen) == (
        "Næste: Mentorkursus 1, dag 1 og Rådgivningsbesøg i Lemvig, 24. feb. 2010")


def test_march_2010_is_the_busiest_month_of_the_plan():
    assert calendar.busiest(planned("2010-01-01")) == ([date(2010, 3, 1)], 4)


def test_a_snapshot_without_a_plan_still_has_the_campaigns_own_days():
    lanes = calendar.events(snapshot(data_date="2010-03-01"))["lane"]
    assert set(lanes) == {Lane.CAMPAIGN, Lane.COUNSELLING, Lane.HOTLINE}


DAYS = st.dates(min_value=date(2009, 10, 1), max_value=date(2010, 6, 30))
VISITS = st.dictionaries(st.sampled_from(["615", "657", "665", "707", "730", "779", "791"]), DAYS)


@given(visits=VISITS, now=st.dates(min_value=date(2009, 1, 1), max_value=date(2012, 1, 1)))
def test_every_visit_is_one_day_and_the_days_are_past_or_ahead(visits, now):
    rows = [visit(code, "aftalt", agreed_for=when.isoformat()) for code, when in visits.items()]
    seen = planned(now.isoformat(), *rows)
    days = calendar.single_days(seen)
    assert len(days) == 16 + len(visits)
    assert len(calendar.upcoming(seen)) + int(days["past"].sum()) == len(days)
    assert days["uid"].is_unique
    assert calendar.events(seen)["day"].is_monotonic_increasing
    assert all(day.date() >= now for day in calendar.upcoming(seen)["day"])
    assert all(day.date() < now + timedelta(days=1) for day in days.loc[days["past"], "day"])


def test_meetings_of_mentor_networks_stand_on_their_days_and_nothing_else_of_them_does():
    shot = world(happened("779", "2010-05-06", STARTED), happened("779", "2010-06-10", MET, 14))
    assert found(Lane.NETWORKS, shot) == [("2010-06-10", "Mentornetværket i Skive mødtes", State.HELD)]


def test_what_the_plan_has_for_everybody_names_no_jobcenter():
    world = planned("2010-03-01", HELD, AGREED)
    everything, shown = calendar.events(world), calendar.planned(world)
    assert set(shown["jobcenter"]) == {""} and set(shown["uid"]) < set(everything["uid"])
    assert set(everything.loc[everything["jobcenter"].eq(""), "uid"]) == set(shown["uid"])
