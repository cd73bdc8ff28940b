"""A meeting is opened on figures, written in while it is open, and takes nothing more when it is closed."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from model.basics.formatting import today
from model.basics.free_text import ContactFound, RecordRefused
from model.store import facts, meeting_facts
from model.store.database import Stale, data_version
from model.store.tables.meetings import Agreement, DialogueMeeting
from model.writing import agreements, meetings
from tests.model.meetings import DAY, SKIVE, agenda, agreed, closed, met, written
from tests.pages.opening import LAST, correct, fill
from tests.viewers import named

CPR = "".join(["251248", "-", "4916"])


@pytest.fixture
def filled(any_engine):
    fill(any_engine)
    return any_engine


def version(engine):
    with Session(engine) as session:
        return data_version(session)


def test_a_meeting_is_opened_once_a_day(filled):
    met(filled)
    with pytest.raises(RecordRefused, match=r"allerede et dialogmøde med Jobcenter Skive den 11\. apr\. 2010"):
        met(filled)
    met(filled, code="791")
    met(filled, day=DAY + timedelta(days=1))
    assert written(filled).meetings["unit"].tolist() == [SKIVE, "791", SKIVE]


@pytest.mark.every
@pytest.mark.parametrize(("given", "told"), [
    ({"held_on": date(2009, 9, 30)}, "endnu ingen tal"), ({"held_on": date(2008, 8, 1)}, "skal ligge mellem"),
    ({"held_on": max(today() + meetings.AHEAD, date(2012, 6, 30)) + timedelta(days=1)}, "skal ligge mellem"),
    ({"unit": "999"}, "findes ikke"), ({"viewer": named(" ")}, "hvem du er"), ({"viewer": named(CPR)},
                                                                                    "CPR-nummer")])
def test_a_meeting_that_cannot_be_held_is_refused_and_leaves_nothing(engine, given, told):
    fill(engine)
    seen = version(engine)
    with pytest.raises(RecordRefused, match=told):
        meetings.open_meeting(engine, **({"unit": SKIVE, "held_on": DAY, "viewer": named("BRM")} | given))
    assert (len(written(engine).meetings), version(engine)) == (0, seen)


def test_an_empty_database_has_no_meetings(engine):
    with pytest.raises(RecordRefused, match="endnu ingen tal"):
        met(engine)


def test_a_withdrawn_meeting_gives_its_day_back_but_not_once_something_is_agreed(filled):
    meetings.withdraw_meeting(filled, met(filled), viewer=named("BRM"))
    assert written(filled).meetings.empty
    again = met(filled)
    agreed(filled, again)
    with pytest.raises(RecordRefused, match="kan derfor ikke aflyses"):
        meetings.withdraw_meeting(filled, again, viewer=named("BRM"))


@pytest.mark.every
@pytest.mark.parametrize(("given", "told"), [
    ({"due": None}, "En aftale uden frist"), ({"due": DAY - timedelta(days=1)}, "Fristen skal ligge mellem"),
    ({"text": ""}, "hvad der er aftalt"), ({"responsible": " "}, "hvilken funktion"), ({"viewer": named("")},
                                                                                       "hvem du er"),
    ({"text": f"Ring til {CPR}"}, "CPR-nummer"), ({"text": "x" * 501}, "højst 500 tegn")])
def test_an_agreement_that_nobody_can_follow_up_is_refused(engine, given, told):
    fill(engine)
    meeting = met(engine)
    good = {"text": "Åbne to centre", "responsible": "BRM", "due": date(2010, 5, 1), "viewer": named("BRM")}
    with pytest.raises(RecordRefused, match=told):
        agreements.agree(engine, meeting, **(good | given))
    assert written(engine).agreements.empty


def test_contact_details_need_a_yes_in_every_field(engine):
    fill(engine)
    meeting = met(engine)
    with pytest.raises(ContactFound):
        meetings.write_notes(engine, meeting, text="Skriv til chef@kommune.dk", viewer=named("BRM"))
    meetings.write_notes(engine, meeting, text="Skriv til chef@kommune.dk", viewer=named("BRM"), contact_ok=True)


def test_a_status_is_added_by_date_and_the_newest_day_holds(filled):
    agreement = agreed(filled, met(filled))
    for status, day in (("i gang", 20), ("opfyldt", 28), ("i gang", 25)):
        agreements.record_status(filled, agreement, status=status, on=date(2010, 4, day), viewer=named("BRM"))
    assert written(filled).statuses["status"].tolist() == ["i gang", "i gang", "opfyldt"]
    with pytest.raises(RecordRefused, match="ikke ændret noget"):
        agreements.record_status(filled, agreement, status="opfyldt", on=date(2010, 4, 28), viewer=named("BRM"))


@pytest.mark.every
@pytest.mark.parametrize(("given", "told"), [
    ({"status": "færdig"}, "ikke en status"), ({"on": DAY - timedelta(days=1)}, "kan dateres fra mødet"),
    ({"on": today() + timedelta(days=1)}, "kan dateres fra mødet"), ({"note": CPR}, "CPR-nummer"),
    ({"agreement": 99}, "ingen aftale nr. 99")])
def test_a_status_that_cannot_be_is_refused(engine, given, told):
    fill(engine)
    good = {"agreement": agreed(engine, met(engine)), "status": "i gang", "on": DAY, "viewer": named("BRM")} | given
    with pytest.raises(RecordRefused, match=told):
        agreements.record_status(engine, good.pop("agreement"), **good)


def test_notes_are_written_from_the_newest_version_alone(filled):
    meeting = met(filled)
    first = meetings.write_notes(filled, meeting, text="Første", viewer=named("A"))
    with pytest.raises(RecordRefused, match="En anden har skrevet"):
        meetings.write_notes(filled, meeting, text="Uden at have set den", viewer=named("B"))
    meetings.write_notes(filled, meeting, text="Første og anden", viewer=named("B"), based_on=first)
    with Session(filled) as session:
        assert meeting_facts.notes(session, meeting).text == "Første og anden"


def test_a_confirmation_keeps_which_figures_it_was(filled):
    meeting = met(filled)
    meetings.confirm_figures(filled, meeting, month=LAST, figures=[["2010-03", "personer_match4", 400, None]],
                             by="jobcenterchefen", viewer=named("prøve"))
    with Session(filled) as session:
        found = meeting_facts.confirmed(session, meeting)
    assert (found.by, found.month, found.figures) == (
        "jobcenterchefen", LAST, (("2010-03", "personer_match4", 400, None),))
    with pytest.raises(RecordRefused, match="ingen tal at bekræfte"):
        meetings.confirm_figures(filled, meeting, month=LAST, figures=[], by="jobcenterchefen", viewer=named("prøve"))


def test_closing_keeps_figures_and_bytes_and_later_corrections_change_neither(filled):
    meeting = met(filled)
    found = agenda(filled, meeting)
    closed(filled, meeting, found, document=b"\x00referat\xff")
    with Session(filled) as session:
        kept = meeting_facts.kept(session, meeting)
    correct(filled, code=SKIVE, month=LAST, value=99)
    with Session(filled) as session:
        assert meeting_facts.kept(session, meeting) == kept
        assert meeting_facts.document(session, meeting) == b"\x00referat\xff"


def test_a_closed_meeting_takes_nothing_more(engine):
    fill(engine)
    meeting = met(engine)
    agreement = agreed(engine, meeting)
    closed(engine, meeting, agenda(engine, meeting))
    for write in (lambda: agreed(engine, meeting),
                  lambda: meetings.withdraw_meeting(engine, meeting, viewer=named("BRM")),
                  lambda: meetings.write_notes(engine, meeting, text="Mere", viewer=named("BRM")),
                  lambda: closed(engine, meeting, agenda(engine, meeting))):
        with pytest.raises(RecordRefused, match="Mødet er lukket"):
            write()
    agreements.record_status(engine, agreement, status="opfyldt", on=DAY, viewer=named("BRM"))


@pytest.mark.parametrize("lacking", [{"figures": {}}, {"document": b""}])
def test_a_meeting_is_not_closed_without_figures_and_minutes(engine, lacking):
    fill(engine)
    meeting = met(engine)
    with pytest.raises(RecordRefused, match="uden de viste tal og et referat"):
        meetings.close_meeting(engine, meeting,
                               **({"month": LAST, "figures": {"a": 1}, "document": b"x", "viewer": named("BRM")}
                                                   | lacking))


def test_a_meeting_ahead_cannot_be_closed(engine, monkeypatch):
    fill(engine)
    monkeypatch.setattr(meetings, "today", lambda: DAY - timedelta(days=1))
    meeting = met(engine)
    with pytest.raises(RecordRefused, match=r"kan først lukkes den dag"):
        closed(engine, meeting, agenda(engine, meeting))


def test_a_write_in_between_refuses_the_closing(engine):
    fill(engine)
    meeting = met(engine)
    seen = version(engine)
    correct(engine, code=SKIVE, month=LAST, value=99)
    with pytest.raises(Stale):
        meetings.close_meeting(engine, meeting, month=LAST, figures={"a": 1}, document=b"x", viewer=named("BRM"),
                               seen=seen)


def test_as_of_an_earlier_day_a_meeting_is_as_it_was_known_then(engine):
    fill(engine)
    meeting = met(engine)
    closed(engine, meeting, agenda(engine, meeting))
    with Session(engine) as session:
        row = session.get(DialogueMeeting, meeting)
        row.opened_at = facts.end_of(date(2010, 4, 10))
        session.add(row)
        session.commit()
    assert written(engine, as_of=date(2010, 4, 10)).meetings.empty
    assert written(engine, as_of=date(2010, 4, 11)).meetings["closed_at"].tolist() == [None]
    assert written(engine).meetings["closed_by"].tolist() == ["BRM"]


def test_the_public_sees_no_meeting(engine):
    fill(engine)
    agreed(engine, met(engine))
    book = written(engine).published
    assert book.meetings.empty
    assert book.agreements.empty


def test_direction_marks_that_were_stored_before_are_not_read(engine):
    fill(engine)
    agreement = agreed(engine, met(engine))
    with Session(engine) as session:
        session.get(Agreement, agreement).text = "Åbne \u202eertnec\u202c to"
        session.commit()
    assert written(engine).agreements["text"].tolist() == ["Åbne ertnec to"]
