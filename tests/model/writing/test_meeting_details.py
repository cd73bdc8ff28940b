"""Who took part in a meeting and when the next one is: written beside what was written before, and closed with it."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from model.basics.free_text import RecordRefused
from model.store import meeting_facts
from model.store.tables.meetings import MeetingDetail
from model.writing import meetings
from tests.model.meetings import DAY, agenda, closed, met
from tests.pages.opening import fill
from tests.viewers import named

CPR = "".join(["251248", "-", "4916"])


@pytest.fixture
def filled(any_engine):
    fill(any_engine)
    return any_engine


def details(engine, meeting, **given):
    with Session(engine) as session:
        return meeting_facts.details(session, meeting, **given)


def test_who_took_part_and_the_next_day_are_written_beside_what_was_written_before(filled):
    meeting = met(filled)
    assert details(filled, meeting) is None
    first = meetings.write_details(filled, meeting, participants="Bente Hansen, jobcenterchef\n BRM ",
                                   viewer=named("BRM"),
                                   next_on=DAY + timedelta(days=30))
    found = details(filled, meeting)
    assert (found.participants, found.next_on) == ("Bente Hansen, jobcenterchef\nBRM", DAY + timedelta(days=30))
    meetings.write_details(filled, meeting, participants="BRM", next_on=None, viewer=named("BRM"), based_on=first)
    assert (details(filled, meeting).participants, details(filled, meeting).next_on) == ("BRM", None)
    with Session(filled) as session:
        assert session.get(MeetingDetail, first).participants == "Bente Hansen, jobcenterchef\nBRM"


@pytest.mark.parametrize(("given", "told"), [
    ({"participants": f"Bente {CPR}"}, "CPR-nummer"), ({"participants": "bente@kommune.dk"}, "mailadresse"),
    ({"next_on": DAY}, "Næste møde skal ligge efter den 11. apr. 2010"), ({"next_on": date(2110, 1, 1)}, "senest den"),
    ({"viewer": named("")}, "hvem du er"), ({"participants": "", "next_on": None}, "ikke ændret noget"),
    ({"participants": "x" * 1001}, "højst 1.000 tegn"), ({"based_on": 7}, "En anden har skrevet om deltagere")])
def test_details_that_will_not_do_are_refused_and_leave_nothing(engine, given, told):
    fill(engine)
    meeting = met(engine)
    good = {"participants": "Jobcenterchefen", "next_on": None, "viewer": named("BRM")}
    with pytest.raises(RecordRefused, match=told):
        meetings.write_details(engine, meeting, **(good | given))
    assert details(engine, meeting) is None


def test_a_closed_meeting_takes_no_details(engine):
    fill(engine)
    meeting = met(engine)
    closed(engine, meeting, agenda(engine, meeting))
    with pytest.raises(RecordRefused, match="Mødet er lukket"):
        meetings.write_details(engine, meeting, participants="Jobcenterchefen", next_on=None, viewer=named("BRM"))
