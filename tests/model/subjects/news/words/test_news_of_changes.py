"""»Nyt siden sidst«: what was corrected and which agreements are due, the newest and weightiest first."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from sqlmodel import Session

from model.snapshot import loading
from model.store import facts
from model.subjects.news.figures.news import Kind
from model.subjects.news.words.news import news
from model.writing import agreements
from tests.model.meetings import DAY, SKIVE, agreed, met
from tests.model.subjects.news.worlds import FEBRUARY, JANUARY, REST, held, kinds, seen
from tests.pages.opening import LAST, correct, fill
from tests.viewers import EVERYBODY, named


def test_a_correction_is_told_with_both_values_and_changes_the_verdict_it_was_told_by(engine):
    fill(engine)
    held(engine, day=DAY)
    correct(engine, code=SKIVE, month=LAST, value=99)
    found = seen(engine)
    assert kinds(found) == [Kind.VERDICT, Kind.CORRECTION]
    assert found.texts == ("Mål 1 er nået i marts 2010. Sidst var det ikke nået.",
                           "Virksomhedsaktivering i alt for marts 2010 er rettet fra 40 til 99.")
    fact = found.lines[1].fact
    assert (fact.first.month, fact.first.before, fact.first.after, fact.more) == (LAST, 40, 99, 0)


def test_a_correction_that_came_before_the_meeting_is_no_news(engine):
    fill(engine)
    correct(engine, code=SKIVE, month=LAST, value=99)
    held(engine, day=date(2010, 4, 20))
    assert seen(engine).lines == ()


def test_of_several_corrections_the_newest_month_is_told_and_the_others_counted(engine):
    fill(engine)
    held(engine, day=DAY)
    for month in (JANUARY, LAST, FEBRUARY):
        correct(engine, code=SKIVE, month=month, value=41)
    assert seen(engine).texts == ("Virksomhedsaktivering i alt for marts 2010 er rettet fra 40 til 41. "
                                  "2 andre tal er også rettet.",)


@pytest.mark.parametrize(("mark", "told"), [
    ("hidden", "Virksomhedsaktivering i alt for marts 2010 er nu skjult af afsenderen. Før stod der 40."),
    ("missing", "Virksomhedsaktivering i alt for marts 2010 er trukket tilbage. Før stod der 40.")])
def test_a_figure_that_is_gone_is_told_with_what_stood_before_and_never_as_zero(engine, mark, told):
    fill(engine)
    held(engine, day=DAY)
    correct(engine, code=SKIVE, month=LAST, value=0)
    with Session(engine) as session:
        world, earlier = loading.load(session, EVERYBODY), facts.earlier(session, jobcenter=SKIVE)
    at = world.figures["jobcenter"].eq(SKIVE) & world.figures["month"].eq(pd.Timestamp(LAST))
    at &= world.figures["measure"].eq("virksomhedsaktivering_i_alt")
    figures = world.figures.assign(value=world.figures["value"].mask(at), mark=world.figures["mark"].mask(at, mark))
    assert news(replace(world, figures=figures), SKIVE, LAST, earlier=earlier).texts == (told,)


@pytest.mark.parametrize(("as_of", "told"), [
    (date(2010, 3, 20), ()),
    (date(2010, 4, 20), ("Frist den 1. maj 2010: »Åbne to centre« (jobcenterchefen).",)),
    (date(2010, 5, 1), ("Frist den 1. maj 2010: »Åbne to centre« (jobcenterchefen).",)),
    (date(2010, 5, 2), ("Fristen den 1. maj 2010 er overskredet: »Åbne to centre« (jobcenterchefen).",))])
def test_an_agreement_is_told_when_it_is_due_within_a_month_and_after(engine, as_of, told):
    fill(engine)
    agreed(engine, held_open(engine))
    assert tuple(line.text for line in seen(engine, as_of=as_of).lines if line.fact.kind == Kind.AGREEMENT) == told


def held_open(engine, day=date(2010, 3, 15)):
    return met(engine, day=day)


def test_agreements_past_their_day_come_before_those_that_are_due_and_are_counted(engine):
    fill(engine)
    meeting = held_open(engine)
    for at, due in enumerate((date(2010, 4, 1), date(2010, 4, 2), date(2010, 5, 2))):
        agreed(engine, meeting, f"Aftale {at}", due=due)
    done = agreed(engine, meeting, "Gjort", due=date(2010, 3, 20))
    agreements.record_status(engine, done, status="opfyldt", on=date(2010, 3, 19), viewer=named("BRM"))
    (line,) = [line for line in seen(engine, as_of=REST).lines if line.fact.kind == Kind.AGREEMENT]
    assert line.text == ("Fristen den 1. apr. 2010 er overskredet: »Aftale 0« (jobcenterchefen). "
                         "Fristen er også overskredet for 1 anden aftale.")
    assert line.fact.overdue and line.fact.more == 1


def test_a_text_without_end_is_cut(engine):
    fill(engine)
    agreed(engine, held_open(engine), "Åbne flere centre i hver by " * 15, due=date(2010, 4, 1))
    assert all(len(text) < 230 for text in seen(engine).texts)
