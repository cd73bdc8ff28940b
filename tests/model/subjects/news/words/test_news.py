"""»Nyt siden sidst« in worlds of each kind: what has come, since when, and that nothing is made up."""

import shutil
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from model.snapshot import loading
from model.store import database, facts
from model.store.facts import EARLIER
from model.store.meeting_facts import MEETINGS, Written
from model.subjects.goals.figures.goals import goal1, goal1_of
from model.subjects.news.figures.news import Kind
from model.subjects.news.figures.stood import as_it_stood, replaced
from model.subjects.news.words.news import MOST, news
from tests.model.empty_worlds import WORLDS
from tests.model.meetings import DAY, SKIVE, agreed, met
from tests.model.subjects.builders import said, snapshot
from tests.model.subjects.news.worlds import BEFORE, FEBRUARY, JANUARY, held, kinds, seen
from tests.pages.opening import LAST, VIBORG, correct, fill
from tests.viewers import EVERYBODY


def test_months_that_came_since_the_last_closed_meeting_are_told(engine):
    fill(engine)
    held(engine)
    found = seen(engine)
    assert found.title == "Nyt siden sidst (mødet den 20. feb. 2010)"
    assert found.texts == ("Tal for februar 2010 og marts 2010 er kommet.",)
    assert found.lines[0].fact.months == (FEBRUARY, LAST)


def test_many_months_are_counted(engine):
    fill(engine)
    held(engine, day=date(2009, 10, 20))
    assert seen(engine).texts == ("Tal for 6 måneder, senest marts 2010, er kommet.",)


def test_without_a_closed_meeting_it_is_since_the_end_of_the_month_before(engine):
    fill(engine)
    met(engine, day=BEFORE)  # nobody closed it
    found = seen(engine)
    assert found.title == "Nyt siden sidst (udgangen af marts 2010)"
    assert found.texts == ("Tal for marts 2010 er kommet.",)


def skive(*march, meeting=None):
    """Skive did not reach goal 1 in february; of march it sent these; ``meeting``: one closed that day."""
    rows = [said(SKIVE, "2009-09", "2009-10-10", persons=400, total=40),
            said(SKIVE, "2010-02", "2010-03-10", persons=400, total=40)]
    rows += [said(SKIVE, "2010-03", day, **figures) for day, figures in march]
    world = snapshot(*rows, codes=(SKIVE,), data_date="2010-04-30")
    frame = MEETINGS.empty().reindex(range(1 if meeting else 0)).assign(
        id=1, unit=SKIVE, held_on=meeting, month=LAST, closed_at=pd.Timestamp("2010-04-11 12:00", tz="UTC"))
    return news(replace(world, written=Written(meetings=frame)), SKIVE, LAST, earlier=EARLIER.empty())


TOLD = ("Mål 1 er nået i marts 2010. I februar 2010 var det ikke nået.", "Tal for marts 2010 er kommet.")


@pytest.mark.parametrize("meeting", [None, date(2010, 4, 11)])
@pytest.mark.parametrize("march", [
    [("2010-03-30", {"persons": 400}), ("2010-04-20", {"total": 99})],
    [("2010-03-30", {"total": 99}), ("2010-04-20", {"persons": 400})],
    [("2010-03-30", {"persons": 400, "praktik": 49}), ("2010-04-20", {"loentilskud": 50})],
    [("2010-03-30", {"persons": "missing", "total": "missing"}), ("2010-04-20", {"persons": 400, "total": 99})]])
def test_a_month_has_come_when_all_it_needs_has(meeting, march):
    assert skive(*march, meeting=meeting).texts == TOLD


def test_a_total_that_follows_its_parts_brings_no_month_anew():
    march = [("2010-03-30", {"persons": 400, "praktik": 49, "loentilskud": 50}), ("2010-04-20", {"total": 99})]
    assert skive(*march).texts == skive(*march, meeting=date(2010, 4, 11)).texts == ()


def test_where_nothing_is_new_there_is_no_line(engine):
    fill(engine)
    held(engine, day=DAY)
    assert seen(engine).lines == ()
    assert seen(engine, as_of=date(2010, 6, 10)).lines == ()


def test_a_verdict_that_is_another_is_told_first_with_both(engine):
    fill(engine)
    held(engine, VIBORG, day=date(2010, 1, 20))
    found = seen(engine, VIBORG)
    assert kinds(found) == [Kind.VERDICT, Kind.FIGURES]
    assert found.texts[0].replace("\u00a0", " ") == "Mål 1 er nået i marts 2010. I december 2009 var kun 15 flere nået."
    fact = found.lines[0].fact
    assert (fact.then, fact.now) == (goal_of(engine, VIBORG, date(2009, 12, 1)), goal_of(engine, VIBORG, LAST))


def goal_of(engine, code, month):
    with Session(engine) as session:
        return goal1(loading.load(session, EVERYBODY), code, month)


def test_a_month_too_few_have_reported_is_called_provisional(engine):
    fill(engine, silent=("665",))
    held(engine, VIBORG, day=date(2010, 1, 20))
    with Session(engine) as session:
        world, earlier = loading.load(session, EVERYBODY), facts.earlier(session, jobcenter=VIBORG)
    few = world.figures["month"].eq(pd.Timestamp(LAST)) & ~world.figures["jobcenter"].eq(VIBORG)
    found = news(replace(world, figures=world.figures[~few].reset_index(drop=True)), VIBORG, LAST, earlier=earlier)
    assert "Mål 1 er nået i marts 2010 (foreløbige tal)." in found.texts[0]


def test_of_four_kinds_the_three_weightiest_are_told_in_their_order(engine):
    fill(engine)
    agreed(engine, met(engine, code=VIBORG, day=date(2009, 12, 20)), due=date(2010, 4, 1))
    held(engine, VIBORG, day=date(2010, 1, 20))
    correct(engine, code=VIBORG, month=date(2009, 12, 1), value=115)
    found = seen(engine, VIBORG)
    assert kinds(found) == [Kind.VERDICT, Kind.AGREEMENT, Kind.CORRECTION] and len(found.lines) == MOST


def test_nothing_of_a_month_after_the_one_that_is_shown_is_told(engine):
    fill(engine)
    held(engine, VIBORG, day=date(2010, 1, 20))
    assert seen(engine, VIBORG, month=JANUARY).texts[-1] == "Tal for januar 2010 er kommet."
    assert kinds(seen(engine, VIBORG, month=date(2009, 12, 1))) == []


def test_a_jobcenter_that_never_reported_has_no_news_and_the_others_none_of_its(engine):
    fill(engine, silent=("665",))
    correct(engine, code=VIBORG, month=LAST, value=99)
    assert seen(engine, "665").lines == ()


@pytest.mark.parametrize("name", WORLDS)
def test_in_worlds_of_little_or_nothing_there_is_no_news_that_was_not(name):
    world = WORLDS[name]()
    found = news(world, VIBORG, LAST, earlier=EARLIER.empty())
    assert set(kinds(found)) <= {Kind.FIGURES}


@given(values=st.lists(st.tuples(st.sampled_from([date(2009, 9, 1), JANUARY, FEBRUARY, LAST]), st.integers(0, 300)),
                       max_size=4))
def test_the_figures_stood_as_they_are_loaded_as_of_that_day(values, tmp_path_factory, empty_file):
    path = tmp_path_factory.mktemp("stood") / "test.db"
    shutil.copy(empty_file, path)
    engine = database.create(f"sqlite:///{path}")
    fill(engine)
    for month, value in values:
        correct(engine, code=SKIVE, month=month, value=value)
    with Session(engine) as session:
        now, earlier = loading.load(session, EVERYBODY), facts.earlier(session, jobcenter=SKIVE)
        then = loading.load(session, EVERYBODY, as_of=DAY)
    rows = replaced(now, SKIVE, LAST, earlier=earlier, since=DAY)
    for month in (JANUARY, LAST):
        stood = as_it_stood(now, rows, month=month)
        found = goal1(now, SKIVE, month) if stood is None else goal1_of(now, SKIVE, month, stood)
        assert found == goal1(then, SKIVE, month)
    engine.dispose()
