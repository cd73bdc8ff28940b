"""Meetings with projects are opened, written in, agreed at and closed as those with jobcenters."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from model.access.rights import NotAllowed
from model.access.viewer import Role, Viewer
from model.basics.formatting import today
from model.basics.free_text import RecordRefused
from model.programmes.current import BESIDE, PROGRAMME
from model.programmes.kinds import Contract
from model.programmes.projects import PROJECTS
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store import meeting_facts
from model.writing import agreements, meetings
from tests.model.meetings import SKIVE
from tests.viewers import EVERYBODY, named

MIDDELFART, COPENHAGEN = "Middelfart", "København"
CONTRACT = next(each.name for each in PROJECTS.values() if each.programme.aims(Contract))
HELD, NEXT = date(2014, 5, 1), date(2014, 10, 1)
BRM = named("BRM")


def met(engine: Engine, project: str = MIDDELFART, day: date = HELD) -> int:
    return meetings.open_meeting(engine, unit=project, held_on=day, viewer=BRM)


def loaded(engine: Engine, viewer: Viewer = EVERYBODY, as_of: date | None = None) -> Snapshot:
    with Session(engine) as session:
        return loading.load(session, viewer, as_of=as_of)


def agreed(engine: Engine, meeting: int, due: date = NEXT) -> int:
    return agreements.agree(engine, meeting, text="Find to mentorer", responsible="projektlederen", due=due, viewer=BRM)


def test_a_meeting_is_of_the_projects_programme_and_of_no_other(any_engine):
    first, contract = met(any_engine), met(any_engine, CONTRACT, date(2009, 4, 22))
    agreement = agreed(any_engine, first)
    world = loaded(any_engine)
    book = world.book(PROJECTS[MIDDELFART].programme.id)
    assert book.meetings[["id", "unit"]].to_numpy().tolist() == [[first, MIDDELFART]]
    assert book.agreements[["id", "unit"]].to_numpy().tolist() == [[agreement, MIDDELFART]]
    assert world.book(PROJECTS[CONTRACT].programme.id).meetings["id"].tolist() == [contract]
    assert world.written.meetings.empty and world.written.agreements.empty
    assert set(world.beside) == set(BESIDE) and world.book("unheard of").meetings.empty
    assert world.book(PROGRAMME.id) is world.written


def test_it_goes_the_whole_way(any_engine):
    number = met(any_engine)
    meetings.write_notes(any_engine, number, text="Mentorerne mangler.", viewer=BRM)
    meetings.write_details(any_engine, number, participants="Projektlederen", next_on=NEXT, viewer=BRM)
    agreement = agreed(any_engine, number)
    agreements.record_status(any_engine, agreement, status="i gang", on=HELD, viewer=BRM)
    meetings.close_meeting(any_engine, number, month=HELD, figures={"vist": 1}, document=b"referat", viewer=BRM)
    with pytest.raises(RecordRefused, match="referatet ligger fast"):
        agreed(any_engine, number)
    own = PROJECTS[MIDDELFART].programme.id
    with Session(any_engine) as session:
        assert meeting_facts.notes(session, number, programme=own).text == "Mentorerne mangler."
        assert meeting_facts.details(session, number, programme=own).next_on == NEXT
        assert meeting_facts.document(session, number, programme=own) == b"referat"
        with pytest.raises(LookupError):
            meeting_facts.document(session, number)
    book = loaded(any_engine).book(own)
    assert (book.statuses["status"].tolist(), book.meetings["closed_by"].tolist()) == (["i gang"], ["BRM"])
    assert loaded(any_engine, as_of=today() - timedelta(days=1)).book(own).meetings.empty


def test_there_is_one_meeting_a_day_and_one_that_came_to_nothing_makes_room(any_engine):
    first = met(any_engine)
    met(any_engine, COPENHAGEN)
    with pytest.raises(RecordRefused, match=r"allerede et dialogmøde med projektet Middelfart den 1\. maj 2014"):
        met(any_engine)
    meetings.withdraw_meeting(any_engine, first, viewer=BRM)
    assert met(any_engine) != first


@pytest.mark.parametrize(("unit", "day", "why"), [
    ("Odense", HELD, "»Odense«"), (MIDDELFART, date(2013, 12, 31), "mellem den 1. jan. 2014"),
    (CONTRACT, date(2008, 5, 31), "mellem den 1. jun. 2008"), (SKIVE, HELD, "endnu ingen tal")])
def test_what_cannot_be_met_is_refused(engine, unit, day, why):
    with pytest.raises(RecordRefused, match=why):
        met(engine, unit, day)


def test_a_due_date_lies_within_the_projects_own_days(engine):
    number = met(engine)
    for due in (HELD - timedelta(days=1), today() + timedelta(days=4000)):
        with pytest.raises(RecordRefused, match="Fristen skal ligge mellem"):
            agreed(engine, number, due)


@pytest.mark.parametrize("role", [Role.JOBCENTER, Role.CONSULTANT, Role.OPERATIONS, Role.PUBLIC])
def test_the_organiser_alone_writes_of_projects(engine, role):
    other = Viewer("en", "en anden", role, units=frozenset({SKIVE}))
    with pytest.raises(NotAllowed):
        meetings.open_meeting(engine, unit=MIDDELFART, held_on=HELD, viewer=other)
    number = met(engine)
    with pytest.raises(NotAllowed):
        meetings.write_notes(engine, number, text="Noter", viewer=other)
    organiser = Viewer("en", "BRM", Role.REGION)
    assert meetings.write_notes(engine, number, text="Noter", viewer=organiser)


def test_whoever_is_let_in_for_jobcenters_sees_nothing_of_it(engine):
    agreed(engine, met(engine))
    own = Viewer("en", "leder", Role.JOBCENTER, units=frozenset({SKIVE}))
    book = loaded(engine, own).book(PROJECTS[MIDDELFART].programme.id)
    assert book.meetings.empty and book.agreements.empty
