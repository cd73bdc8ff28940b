"""The .ics file read back: the same days and titles as the calendar, all-day, stable, and marked when invented."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sqlmodel import Session

from model.documents import ical
from model.intake.undoing import undo
from model.snapshot import loading
from model.subjects.calendar.figures import calendar
from tests.model.intake.records.street import typed
from tests.model.subjects.planned import planned, visit
from tests.viewers import EVERYBODY, named

HELD = visit("779", "afholdt", agreed_for="2009-12-10", held_on="2009-12-11")
LATE = visit("665", "aftalt", agreed_for="2010-01-12")


def read(snapshot):
    """The file's events by UID."""
    events = list(Calendar.from_ical(ical.ics(snapshot)).walk("VEVENT"))
    found = {str(event["uid"]): event for event in events}
    assert len(found) == len(events)
    return found


def of(found, uid):
    return found[f"{uid}@{ical.DOMAIN}"]


@given(now=st.dates(min_value=date(2009, 1, 1), max_value=date(2012, 1, 1)))
def test_every_entry_comes_back_with_its_days(now):
    seen = planned(now.isoformat(), HELD, LATE)
    found = read(seen)
    frame = calendar.events(seen)
    assert len(found) == len(frame)
    for row in frame.to_dict("records"):
        event = of(found, row["uid"])
        last = row["until"] if row["period"] else row["day"]
        assert event["dtstart"].dt == row["day"].date()
        assert event["dtend"].dt == last.date() + timedelta(days=1)
        assert str(event["summary"]).endswith(row["title"])


def test_danish_letters_and_places_survive():
    found = read(planned("2010-02-15", HELD))
    assert str(of(found, "startkonference")["location"]) == "Århus"
    assert str(of(found, "raadgivning-779")["summary"]) == "Rådgivningsbesøg i Skive"
    assert str(of(found, "hotline-brm")["summary"]) == "Hotline: BRM svarer"


def test_events_last_all_day_and_leave_the_day_free():
    for event in read(planned("2010-02-15", HELD)).values():
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert str(event["transp"]) == "TRANSPARENT"
        assert event["dtstamp"].dt.tzinfo is not None


def test_a_moved_visit_keeps_its_uid_so_that_it_moves_in_the_readers_calendar():
    before = of(read(planned("2009-12-20", LATE)), "raadgivning-665")
    moved = visit("665", "aftalt", agreed_for="2010-01-20")
    after = of(read(planned("2009-12-20", moved)), "raadgivning-665")
    assert before["dtstart"].dt == date(2010, 1, 12)
    assert after["dtstart"].dt == date(2010, 1, 20)


def test_a_visit_nobody_reported_as_held_is_tentative():
    assert str(of(read(planned("2010-02-15", LATE)), "raadgivning-665")["status"]) == "TENTATIVE"
    assert str(of(read(planned("2010-02-15", HELD)), "raadgivning-779")["status"]) == "CONFIRMED"


def test_invented_visits_say_so_and_the_plans_own_days_do_not():
    found = read(planned("2010-02-15", HELD, source="sample"))
    assert ical.INVENTED in str(of(found, "raadgivning-779")["description"])
    assert ical.INVENTED not in str(of(found, "startkonference")["description"])
    assert ical.INVENTED.encode() in ical.ics(planned("2010-02-15", source="sample"))
    assert ical.INVENTED.encode() not in ical.ics(planned("2010-02-15", HELD))


def test_the_file_is_the_same_when_nothing_has_changed_and_keeps_the_formats_line_length():
    content = ical.ics(planned("2010-02-15", HELD))
    assert content == ical.ics(planned("2010-02-15", HELD))
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def as_of(engine, day=None):
    """The calendar of the database, read back: each event's status, sequence and title by UID."""
    with Session(engine) as session:
        seen = loading.load(session, EVERYBODY, as_of=day)
    return {uid.partition("@")[0]: (str(event["status"]), int(event["sequence"]), str(event["summary"]))
            for uid, event in read(seen).items()}


def test_a_cancelled_day_stays_in_the_file_as_cancelled_with_a_higher_sequence(engine):
    before = as_of(engine)["kursusdag-k3"]
    assert before == ("CONFIRMED", 0, "Kursusdag 3 »Virksomhedssamarbejde II«")
    typed(engine, "kursusdage", {"kursusdag": "K3", "haendelse": "aflyst"})
    found = as_of(engine)
    assert found["kursusdag-k3"] == ("CANCELLED", 1, "Aflyst: Kursusdag 3 »Virksomhedssamarbejde II«")
    assert found["kursusdag-k2"][:2] == ("CONFIRMED", 0)


def test_the_sequence_only_grows_also_when_it_is_taken_back_or_undone(engine):
    typed(engine, "kursusdage", {"kursusdag": "K3", "haendelse": "aflyst"})
    held = typed(engine, "kursusdage", {"kursusdag": "K3", "haendelse": "holdes"})
    assert as_of(engine)["kursusdag-k3"][:2] == ("CONFIRMED", 2)
    undo(engine, held, reason="forkert", viewer=named("test"))
    assert as_of(engine)["kursusdag-k3"][:2] == ("CANCELLED", 3)
    assert as_of(engine, date(2010, 1, 1))["kursusdag-k3"][:2] == ("CONFIRMED", 0)
