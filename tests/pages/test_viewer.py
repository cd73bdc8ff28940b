"""What runs past a page's script asks again who it is for: a right that is lost and a sign-in that ended count."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from model.access import sign_ins, users
from model.access.rights import NotAllowed
from model.access.users import User
from model.access.viewer import ANYBODY, Role, Viewer
from pages.shared import data, downloads, export, viewer
from pages.shared.downloads import Making
from tests.viewers import EVERYBODY, OWN

CHEF = User("chef", "jobcenterchef", Role.JOBCENTER, frozenset({OWN}))
SEEN = Viewer("chef", "jobcenterchef", Role.JOBCENTER, frozenset({OWN}), nonce="nonce")


@pytest.fixture
def known(engine, monkeypatch):
    users.record(engine, EVERYBODY, CHEF, reason="ny")
    monkeypatch.setattr(data, "engine", lambda: engine)
    return engine


def fetched():
    return downloads._fetched(lambda _: b"tal", SEEN, export.of(OWN), "tal.csv", Making())


def test_who_may_gets_the_file(known):
    assert viewer.again(SEEN) == SEEN and viewer.again(EVERYBODY) is EVERYBODY and viewer.again(ANYBODY) is ANYBODY
    assert fetched() == b"tal"


def test_who_has_lost_the_right_gets_nothing(known):
    users.record(known, EVERYBODY, replace(CHEF, active=False), reason="fratrådt")
    with pytest.raises(NotAllowed):
        fetched()


def test_whose_sign_in_has_ended_gets_nothing(known):
    sign_ins.end(known, SEEN, "nonce")
    assert viewer.again(SEEN) == ANYBODY
    with pytest.raises(NotAllowed):
        fetched()


def test_whose_sign_in_has_grown_too_old_gets_nothing(known):
    assert viewer.again(replace(SEEN, until=datetime.now(UTC) + timedelta(minutes=1))) == SEEN
    assert viewer.again(replace(SEEN, until=datetime.now(UTC))) == ANYBODY
