"""What is said of an approval rests on the figures that stood then and those that stand now."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from model.snapshot import loading
from model.snapshot.kept import alike
from model.store.tables.base import Upload
from model.subjects.approvals.figures.approved import any_of, approved, digest, of_month
from model.subjects.approvals.words import approved as words
from model.writing import approving
from tests.model.store.test_facts import undo
from tests.model.writing.test_approving import DAY, FIRST, MARCH, PERSONS, WAGES, seen, stating
from tests.viewers import EVERYBODY, OTHER, OWN, named

FEBRUARY, TOTAL = date(2010, 2, 1), "virksomhedsaktivering_i_alt"
LATER = DAY + timedelta(hours=1)


def approve(engine, month=MARCH, *, at: datetime = DAY) -> int:
    return approving.approve(engine, viewer=named("jobcenterchefen"), jobcenter=OWN, month=month,
                             seen=seen(engine, month, at=at), at=at)


def now(engine, *, as_of=None):
    with Session(engine) as session:
        return loading.load(session, EVERYBODY, as_of=as_of)


@pytest.fixture
def march(engine):
    stating(engine, **{PERSONS: 300, WAGES: 12, TOTAL: "hidden"})
    approve(engine)
    return engine


def test_where_nothing_is_different_it_says_when_and_by_whom(march):
    shot = now(march)
    assert words.line(shot, OWN, MARCH) == "set og godkendt den 5. maj 2010 af jobcenterchefen"
    assert words.short(shot, OWN, MARCH) == "5. maj 2010"
    assert words.changes(shot, approved(shot, OWN, MARCH), OWN) == ()


def test_where_nothing_is_approved_nothing_is_said(march):
    shot = now(march)
    assert [words.line(shot, code, month) for code, month in ((OTHER, MARCH), (OWN, FEBRUARY))] == ["", ""]
    assert words.short(shot, OTHER, MARCH) == "–"
    assert words.by_whom(shot, FEBRUARY) == ""
    assert any_of(shot, MARCH) and not any_of(shot, FEBRUARY)


@pytest.mark.parametrize(("later", "told", "each"), [
    ({PERSONS: 305}, "1 tal ændret", ["Målgruppe: 305, før 300"]),
    ({PERSONS: 305, WAGES: "missing", TOTAL: 40}, "3 tal ændret",
     ["Målgruppe: 305, før 300", "Aktivering i alt: 40, før skjult", "Løntilskud: ikke oplyst, før 12"]),
    ({PERSONS: 300, "afsluttede_forloeb": 3}, "1 tal kommet til", []),
    ({WAGES: 11, "afsluttede_forloeb": 3}, "1 tal ændret og 1 kommet til",
     ["Løntilskud: 11, før 12"]),
    ({PERSONS: 300, WAGES: 12}, "", [])])
def test_what_is_different_is_counted_and_named(march, later, told, each):
    stating(march, LATER, **later)
    shot = now(march)
    kept = "set og godkendt den 5. maj 2010 af jobcenterchefen"
    said = f"{told} siden godkendelse den 5. maj 2010" if each else f"{kept}, {told} siden" if told else kept
    assert words.line(shot, OWN, MARCH) == said
    assert words.short(shot, OWN, MARCH) == (told.partition(" og ")[0] if each else "5. maj 2010")
    assert words.by_whom(shot, MARCH) == (
        f"Set og godkendt af 1 jobcenter: Viborg{f' ({len(each)} tal ændret siden)' if each else ''}.")
    named_ones = words.changes(shot, approved(shot, OWN, MARCH), OWN)
    assert [text.split(":")[1] for text in named_ones] == [text.split(":")[1] for text in each]


def test_a_file_that_is_taken_back_is_a_change_though_the_older_figure_is_not_new(march):
    second = stating(march, DAY + timedelta(minutes=1), **{PERSONS: 301})
    approve(march, at=DAY + timedelta(minutes=2))
    assert words.line(now(march), OWN, MARCH).startswith("set og godkendt")
    with Session(march) as session:
        undo(session, second, DAY + timedelta(minutes=3))
        session.commit()
    assert words.line(now(march), OWN, MARCH) == "1 tal ændret siden godkendelse den 5. maj 2010"


def test_a_figure_that_is_put_back_is_as_approved(march):
    stating(march, LATER, **{PERSONS: 305})
    stating(march, LATER + timedelta(hours=1), **{PERSONS: 300})
    assert words.line(now(march), OWN, MARCH).startswith("set og godkendt")


def test_other_months_that_have_moved_are_named(march):
    stating(march, FIRST, month=FEBRUARY, **{PERSONS: 290})
    approve(march, FEBRUARY)
    assert words.elsewhere(now(march), OWN, MARCH) == ""
    stating(march, LATER, month=FEBRUARY, **{PERSONS: 291})
    assert words.elsewhere(now(march), OWN, MARCH) == (
        "Andre godkendte måneder har også fået andre tal siden: februar 2010 (1 tal ændret).")
    assert words.elsewhere(now(march), OWN, FEBRUARY) == ""


def test_an_earlier_day_shows_the_approval_and_the_figures_of_that_day(march):
    stating(march, DAY + timedelta(days=2), **{PERSONS: 305})
    assert words.line(now(march, as_of=date(2010, 5, 4)), OWN, MARCH) == ""
    assert words.line(now(march, as_of=date(2010, 5, 6)), OWN, MARCH).startswith("set og godkendt")
    assert words.line(now(march, as_of=date(2010, 5, 7)), OWN, MARCH).startswith("1 tal ændret")


def test_what_is_shown_is_what_an_approval_is_written_with(march):
    assert digest(of_month(now(march), OWN, MARCH)) == seen(march)


def test_a_write_of_something_else_leaves_what_is_remembered_of_approvals(march):
    with Session(march) as session:
        first = loading.load(session, EVERYBODY)
        words.line(first, OWN, MARCH)
    with Session(march) as session:
        session.get_one(Upload, 1).reasons = "andet"
        session.commit()
        second = loading.load(session, EVERYBODY, before=first)
    assert second.approvals is first.approvals
    approve_again = stating(march, LATER, **{PERSONS: 305}) and approve(march, at=LATER + timedelta(hours=1))
    third = now(march)
    assert approve_again and not alike(third.approvals, first.approvals)
