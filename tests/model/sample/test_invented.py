"""Invented figures of the programme that is shown: through the intake, marked, within its months, always the same."""

from datetime import date

import pytest
from sqlmodel import Session, select

from model.intake.refusal import SaveRefused
from model.programmes.current import PROGRAMME
from model.sample import invented
from model.snapshot import loading
from model.store.tables.base import Upload
from model.subjects.goals.figures.goals import goals1
from model.subjects.goals.figures.verdicts import Verdict
from tests.viewers import EVERYBODY

LONG_AFTER, UNDER_WAY, BEFORE = date(2020, 1, 1), date(2010, 4, 2), date(2005, 1, 1)


def test_they_fill_every_month_and_unit_and_are_marked_as_no_real_figures(engine):
    assert invented.load(engine) == len(invented.months_by(LONG_AFTER)) == 34
    with Session(engine) as session:
        shot = loading.load(session, EVERYBODY)
        [upload] = session.exec(select(Upload)).all()
    assert shot.sample and (upload.source, upload.received_by) == ("sample", invented.BY)
    counts = [each.name for each in PROGRAMME.measures if each.kind in ("stock", "flow")]
    assert shot.wide[counts].notna().all(axis=None) and len(shot.wide) == 34 * len(PROGRAMME.units)
    assert not [problem for problem in upload.problems if problem["severity"] == "fejl"]


def test_some_reach_the_goal_and_some_do_not(engine):
    invented.load(engine)
    with Session(engine) as session:
        shot = loading.load(session, EVERYBODY)
    verdicts = {each.standing.verdict for each in goals1(shot, PROGRAMME.ends)}
    assert {Verdict.REACHED, Verdict.NOT_REACHED} <= verdicts


def test_they_are_the_same_every_time():
    months = invented.months_by(LONG_AFTER)
    assert invented.rows(months, LONG_AFTER) == invented.rows(months, LONG_AFTER)


def test_only_months_that_are_over_have_figures_and_outcomes_only_when_they_are_known():
    months = invented.months_by(UNDER_WAY)
    assert months[-1] == date(2010, 3, 1)
    headings, *rows = invented.rows(months, UNDER_WAY)
    at = headings.index(PROGRAMME.measure("outcome").heading)
    assert {row[0] for row in rows if not row[at]} == {"2010-02", "2010-03"}


def test_of_a_programme_that_has_not_begun_the_first_two_thirds_are_invented():
    months = invented.months_by(BEFORE)
    assert (months[0], len(months)) == (PROGRAMME.figures_from, 23)


def test_nothing_is_invented_beside_other_figures(engine):
    invented.load(engine)
    with pytest.raises(SaveRefused, match="har allerede tal"):
        invented.load(engine)
