"""Users are added, changed and ended by rows, and the log tells of each in the same transaction."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from model.access import log, sign_ins, users
from model.access.log import Wanted
from model.access.rights import NotAllowed
from model.access.users import User
from model.access.viewer import Role
from model.basics.free_text import RecordRefused
from model.store import database
from tests.viewers import EVERYBODY, MANAGER, OPERATIONS, ORGANISER, OWN

FIRST = User("Anna@Eksempel.dk", "tovholder", Role.REGION)
CHEF = User("chef", "jobcenterchef", Role.JOBCENTER, frozenset({OWN}))


def known(engine, subject):
    with Session(engine) as session:
        return users.by_subject(session, subject)


def test_the_newest_row_of_a_subject_stands(engine):
    users.record(engine, EVERYBODY, FIRST, reason="ny")
    users.record(engine, EVERYBODY, CHEF, reason="ny")
    users.record(engine, EVERYBODY, replace(CHEF, function="leder"), reason="ny stilling")
    assert known(engine, " ANNA@eksempel.dk ").subject == "anna@eksempel.dk"
    assert known(engine, "chef").function == "leder"
    with Session(engine) as session:
        assert [user.subject for user in users.listed(session)] == ["chef", "anna@eksempel.dk"]
        assert [row.reason for row in users.history(session, "chef")] == ["ny stilling", "ny"]
        assert users.viewer(session, "chef").units == {OWN}


def test_who_is_ended_is_no_viewer_any_more(engine):
    users.record(engine, EVERYBODY, CHEF, reason="ny")
    users.record(engine, EVERYBODY, replace(CHEF, active=False), reason="fratrådt")
    with Session(engine) as session:
        assert users.viewer(session, "chef") is None and users.viewer(session, "ukendt") is None


@pytest.mark.parametrize("changed", [replace(FIRST, active=False), replace(FIRST, role=Role.OPERATIONS)])
def test_the_last_of_the_region_stays(engine, changed):
    users.record(engine, EVERYBODY, FIRST, reason="ny")
    with pytest.raises(RecordRefused, match="den sidste"):
        users.record(engine, EVERYBODY, changed, reason="prøve")
    users.record(engine, EVERYBODY, replace(FIRST, subject="anden"), reason="ny")
    users.record(engine, EVERYBODY, changed, reason="prøve")


def test_nobody_gives_themselves_more_nor_locks_themselves_out(engine):
    users.record(engine, EVERYBODY, User(OPERATIONS.subject, "drift", Role.OPERATIONS), reason="ny")
    with pytest.raises(RecordRefused, match="din egen"):
        users.record(engine, OPERATIONS, User(OPERATIONS.subject, "drift", Role.REGION), reason="mere")
    users.record(engine, OPERATIONS, User(OPERATIONS.subject, "vagt", Role.OPERATIONS), reason="ny funktion")


@pytest.mark.parametrize(("user", "why"), [
    (replace(CHEF, subject=" "), "hos jeres login"), (replace(CHEF, function=""), "funktion"),
    (replace(CHEF, units=frozenset()), "Vælg de jobcentre"), (replace(CHEF, units=frozenset({"999"})), "999"),
    (replace(CHEF, wants_news=True), "mailadresse"), (replace(CHEF, email="her"), "ikke en mailadresse"),
    (replace(CHEF, function="ring 010180-1234"), "CPR")])
def test_what_cannot_be_is_refused(engine, user, why):
    with pytest.raises(RecordRefused, match=why):
        users.record(engine, EVERYBODY, user, reason="prøve")
    with pytest.raises(RecordRefused, match="begrundelse"):
        users.record(engine, EVERYBODY, CHEF, reason=" ")
    with Session(engine) as session:
        assert users.listed(session) == [] and log.entries(session, Wanted()) == []


def test_only_some_may_and_each_change_is_logged_with_its_subject(engine):
    with pytest.raises(NotAllowed):
        users.record(engine, MANAGER, CHEF, reason="prøve")
    with Session(engine) as session:
        before = database.data_version(session)
    users.record(engine, ORGANISER, CHEF, reason="ny chef")
    with Session(engine) as session:
        assert database.data_version(session) == before  # a form that was begun is not out of date for it
        [entry] = log.entries(session, Wanted(subject=ORGANISER.subject))
        assert log.entries(session, Wanted(subject="en anden")) == []
        assert log.subjects(session) == [ORGANISER.subject]
    assert (entry.function, entry.about, entry.reason, entry.origin) == (
        "tovholder", f"chef: jobcenter ({OWN})", "ny chef", "side")


def test_nothing_is_said_twice(engine):
    users.record(engine, EVERYBODY, CHEF, reason="ny")
    with pytest.raises(RecordRefused, match="ikke ændret"):
        users.record(engine, EVERYBODY, CHEF, reason="igen")


def test_a_sign_in_that_has_ended_stays_so(engine):
    sign_ins.end(engine, MANAGER, "nonce")
    sign_ins.end(engine, MANAGER, "nonce")
    with Session(engine) as session:
        assert sign_ins.ended(session, "nonce") and not sign_ins.ended(session, "en anden")
        assert [entry.action for entry in log.entries(session, Wanted())] == ["loggede ud"]


def test_ones_own_news_are_turned_on_and_off_and_twice_is_once(engine):
    """By whoever they are of: no right over other users is needed, and nothing else of them is changed."""
    user = User(MANAGER.subject, MANAGER.function, Role.JOBCENTER, MANAGER.units, "chef@viborg.example")
    users.record(engine, EVERYBODY, user, reason="ny")
    for wanted in (True, True, False, False):
        users.turn_news(engine, MANAGER, wanted=wanted)
        assert known(engine, MANAGER.subject) == replace(user, wants_news=wanted)
    with Session(engine) as session:
        assert [row.reason for row in users.history(session, MANAGER.subject)] == ["eget ønske", "eget ønske", "ny"]
        told = log.entries(session, Wanted(subject=MANAGER.subject))
    assert [(entry.action, entry.about) for entry in told] == [("slog nyt på mail til eller fra", "fra"),
                                                              ("slog nyt på mail til eller fra", "til")]


def test_news_are_turned_on_by_a_user_with_an_address_alone(engine):
    with pytest.raises(NotAllowed, match="har adgang"):
        users.turn_news(engine, MANAGER, wanted=True)
    with pytest.raises(NotAllowed):
        users.turn_news(engine, EVERYBODY, wanted=True)
    user = User(MANAGER.subject, MANAGER.function, Role.JOBCENTER, MANAGER.units)
    users.record(engine, EVERYBODY, user, reason="ny")
    with pytest.raises(RecordRefused, match="mailadresse"):
        users.turn_news(engine, MANAGER, wanted=True)
    users.record(engine, EVERYBODY, replace(user, active=False), reason="fratrådt")
    with pytest.raises(NotAllowed):
        users.turn_news(engine, MANAGER, wanted=False)
