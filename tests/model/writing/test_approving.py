"""A jobcenter's manager approves a month as it stands; what moves afterwards is told from what stood then."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from model.access import log
from model.access.log import Wanted
from model.access.rights import NotAllowed
from model.basics.free_text import RecordRefused
from model.store import approval_facts
from model.store.database import data_version
from model.store.once import AlreadyWritten, Once, digest
from model.store.tables.base import Upload
from model.writing.approving import approve, withdraw
from tests.model.store.test_facts import undo, upload
from tests.viewers import CONSULTANT, EVERYBODY, MANAGER, ORGANISER, OTHER, OWN, named

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)
PERSONS, WAGES = "personer_match4", "heraf_loentilskud"
DAY = datetime(2010, 5, 5, 10, tzinfo=UTC)
FIRST = datetime(2010, 4, 12, 10, tzinfo=UTC)


def stating(engine, at=FIRST, **cells) -> int:
    with Session(engine) as session:
        number = upload(session, at, **cells)
        session.commit()
    return number


def seen(engine, month=MARCH, *, at=None):
    with Session(engine) as session:
        return approval_facts.digest(approval_facts.stands(session, OWN, month, at=at))


def approved(engine, viewer=MANAGER, *, at=DAY, **given):
    given = {"jobcenter": OWN, "month": MARCH, "at": at} | given
    return approve(engine, viewer=viewer, **({"seen": seen(engine, at=at)} | given))


def known(engine, **given):
    """By month: who approved it, and the figures that stood then."""
    with Session(engine) as session:
        rows = approval_facts.approvals(session, **given)
    return {row["month"]: (row["approved_by"], {measure: mark or value for measure, value, mark in row["stood"]})
            for row in rows.to_dict("records")}


def test_the_figures_approved_are_those_of_that_moment_whatever_comes_later(any_engine):
    first = stating(any_engine, **{PERSONS: 300, WAGES: "hidden", "heraf_i_virksomhedscenter": "missing"})
    approved(any_engine)
    stating(any_engine, DAY + timedelta(hours=1), **{PERSONS: 305})
    with Session(any_engine) as session:
        undo(session, first, DAY + timedelta(hours=2))
        session.commit()
    assert known(any_engine) == {MARCH: ("jobcenterchef", {PERSONS: 300, WAGES: "hidden"})}


def test_another_months_figures_are_no_part_of_it(engine):
    stating(engine, **{PERSONS: 300})
    stating(engine, month=APRIL, **{PERSONS: 310})
    approved(engine)
    assert known(engine) == {MARCH: ("jobcenterchef", {PERSONS: 300})}


def test_a_day_knows_what_was_approved_and_withdrawn_by_then(any_engine):
    stating(any_engine, **{PERSONS: 300})
    number = approved(any_engine)
    withdraw(any_engine, number, viewer=MANAGER, at=DAY + timedelta(days=2))
    assert known(any_engine, as_of=date(2010, 5, 4)) == {}
    assert list(known(any_engine, as_of=date(2010, 5, 6))) == [MARCH]
    assert known(any_engine, as_of=date(2010, 5, 7)) == {} and known(any_engine) == {}


def test_a_newer_approval_takes_the_place_and_withdrawn_brings_none_back(engine):
    stating(engine, **{PERSONS: 300})
    first = approved(engine)
    stating(engine, DAY + timedelta(hours=1), **{PERSONS: 305})
    second = approved(engine, named("souschefen"), at=DAY + timedelta(days=1))
    assert known(engine) == {MARCH: ("souschefen", {PERSONS: 305})}
    with pytest.raises(RecordRefused, match="allerede taget tilbage"):
        withdraw(engine, first, viewer=MANAGER)
    withdraw(engine, second, viewer=MANAGER)
    assert known(engine) == {}
    approved(engine, at=DAY + timedelta(days=2))
    assert list(known(engine)) == [MARCH]


def test_a_file_that_is_taken_back_the_same_day_moves_the_figures_approved_for_those_who_come_later_alone(engine):
    first = stating(engine, **{PERSONS: 300})
    stating(engine, FIRST + timedelta(hours=1), **{PERSONS: 301})
    approved(engine)
    with Session(engine) as session:
        undo(session, first + 1, DAY + timedelta(minutes=1))
        session.commit()
    assert known(engine)[MARCH][1] == {PERSONS: 301}
    assert seen(engine) != seen(engine, at=DAY)


def test_a_clock_that_was_put_back_does_not_make_an_approval_older_than_what_it_approves(engine):
    ahead = datetime.now(UTC) + timedelta(days=3)
    stating(engine, ahead, **{PERSONS: 300})
    approve(engine, viewer=MANAGER, jobcenter=OWN, month=MARCH, seen=seen(engine))
    assert known(engine)[MARCH][1] == {PERSONS: 300}


def test_an_act_of_approval_is_logged_without_a_figure(engine):
    stating(engine, **{PERSONS: 300})
    withdraw(engine, approved(engine), viewer=MANAGER)
    with Session(engine) as session:
        entries = [(each.action, each.unit, each.about, each.subject) for each in log.entries(session, Wanted())]
    assert entries == [("tog godkendelse tilbage", OWN, "2010-03", MANAGER.subject),
                       ("godkendte tal", OWN, "2010-03", MANAGER.subject)]


def test_the_same_click_twice_is_written_once(engine):
    stating(engine, **{PERSONS: 300})
    once = Once(digest("form", 1), digest(OWN, MARCH), alone=False)
    approved(engine, once=once)
    with pytest.raises(AlreadyWritten):
        approved(engine, once=once)


def refused(engine, error, match, **given):
    with Session(engine) as session:
        before = data_version(session)
    with pytest.raises(error, match=match):
        approved(engine, **given)
    with Session(engine) as session:
        assert data_version(session) == before and log.entries(session, Wanted(unit=OTHER)) == []


@pytest.mark.parametrize("viewer", [CONSULTANT, ORGANISER])
def test_nobody_gives_a_jobcenters_word_for_it(engine, viewer):
    stating(engine, **{PERSONS: 300})
    refused(engine, NotAllowed, "godkende et jobcenters tal", viewer=viewer)
    number = approved(engine)
    with pytest.raises(NotAllowed):
        withdraw(engine, number, viewer=viewer)
    assert list(known(engine)) == [MARCH]


@pytest.mark.every
@pytest.mark.parametrize(("given", "error", "match"), [
    ({"jobcenter": OTHER}, NotAllowed, "for Skive"),
    ({"jobcenter": "999", "viewer": EVERYBODY}, RecordRefused, "»999« findes ikke"),
    ({"viewer": named(" ")}, RecordRefused, "hvem du er"),
    ({"viewer": named("".join(["251248", "-", "4916"]))}, RecordRefused, "CPR"),
    ({"month": APRIL}, RecordRefused, "ingen tal for april 2010"),
    ({"seen": "0" * 64}, RecordRefused, "ændret, siden du så dem")])
def test_what_cannot_be_approved_is_refused_and_leaves_nothing(engine, given, error, match):
    stating(engine, **{PERSONS: 300})
    refused(engine, error, match, **given)
    assert known(engine) == {}


def test_what_is_approved_as_it_stands_is_not_approved_again(engine):
    stating(engine, **{PERSONS: 300})
    approved(engine)
    refused(engine, RecordRefused, "allerede set og godkendt 5. maj 2010 kl. 12.00 af jobcenterchef")


def test_an_approval_that_is_not_there_is_not_taken_back(engine):
    with pytest.raises(RecordRefused, match="ingen sådan godkendelse"):
        withdraw(engine, 99, viewer=MANAGER)


def test_approvals_of_invented_figures_go_with_the_sample_and_others_stay(engine):
    with Session(engine) as session:
        session.get_one(Upload, upload(session, FIRST, **{PERSONS: 300})).source = "sample"
        session.commit()
    stating(engine, month=APRIL, **{PERSONS: 310})
    approved(engine)
    approved(engine, month=APRIL, seen=seen(engine, APRIL))
    with Session(engine) as session:
        approval_facts.withdraw_invented(session, by="konsulent", subject="", at=DAY + timedelta(days=1))
        session.commit()
    assert list(known(engine)) == [APRIL]
