"""Nobody comes in who should not: each kind of attack a few times with every change, fifty times by ``make long``."""

import json
import random
import shutil
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from sqlmodel import Session

from model.access import sign_ins, users
from model.access.users import User
from model.access.viewer import Role
from model.store import database
from tests import viewers
from tests.browser.running import app, free_port
from tests.pages.server import attacks
from tests.pages.server.attacks import ATTACKS, ORGANISER, REVOKED
from tests.pages.server.knocking import COOKIE, Door, claims, signed, signing_in

FEW, MANY = 3, 50
SLOW = 17.0  # seconds within which who sends nothing more has been left


@pytest.fixture(scope="module")
def door(sample_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("door")
    shutil.copy(sample_file, folder / "app.db")
    _people(folder)
    port = free_port()
    with app(folder, port=port, **signing_in(f"http://127.0.0.1:{port}")) as url:
        yield Door(url, url)


def _people(folder):
    engine = database.create(f"sqlite:///{folder / 'app.db'}")
    gone = User(REVOKED, "fratrådt", Role.REGION)
    for user in (User(ORGANISER, "tovholder", Role.REGION), gone, replace(gone, active=False)):
        users.record(engine, viewers.EVERYBODY, user, reason="Prøve")
    for at in range(MANY):
        sign_ins.end(engine, viewers.ORGANISER, f"ended-{at}")
    with Session(engine) as session:
        assert sign_ins.ended(session, "ended-7")
    engine.dispose()


def test_who_should_come_in_does_so_that_the_attacks_would_be_seen_to_succeed(door):
    cookies = {COOKIE: signed(claims(door.own, ORGANISER))}
    assert door.let_in(cookies)
    assert door.sees(cookies)
    long = claims(door.own, ORGANISER, groups=["x" * 40] * 200)
    parts = _in_parts(long)
    assert len(parts) == 4
    assert door.let_in(parts)
    assert door.sees(parts)


def _in_parts(what):
    """A cookie too long for one, as the framework parts it."""
    text = json.dumps(what)
    cut = len(text) // 3 + 1
    names = {f"{COOKIE}_{at + 1}": text[at * cut:(at + 1) * cut] for at in range(3)}
    return {COOKIE: signed("chunks-3")} | {name: signed(part, name=name) for name, part in names.items()}


def came_in(door, attack, tries):
    dice = random.Random(attack.__name__)
    return [at for at in range(tries) if attack(door, at, dice)]


@pytest.mark.every
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_does_not_lead_in(door, attack):
    assert came_in(door, attack, FEW) == []


@pytest.mark.long
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_fifty_of_a_kind_do_not_lead_in(door, attack):
    assert came_in(door, attack, MANY) == []


def test_every_attack_there_is_is_made():
    made = {name for name, thing in vars(attacks).items() if callable(thing) and getattr(thing, "__module__", "") == (
        attacks.__name__) and not name.startswith("_")}
    assert made == {attack.__name__ for attack in ATTACKS}


@pytest.mark.long
def test_fifty_who_send_slowly_hold_nobody_up_and_are_left(door):
    """Half of them never end the first lines, half say that a body follows and send none of it."""
    begun = [b"GET / HTTP/1.1\r\nHost: x\r\n",
             b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n"]
    with ThreadPoolExecutor(MANY) as pool:
        left = [pool.submit(_left, door, begun[at % 2]) for at in range(MANY)]
        longest = max(_seconds(door) for _ in range(20))
        assert [each.result() for each in left if each.result() > SLOW] == []
    assert longest < 1


def test_knocks_of_foreign_pages_hold_nobody_up(door):
    """The framework itself would look up its own outside address at each of them, while everybody waits."""
    for _ in range(FEW):
        assert not door.sees({}, origin="http://evil.example")
    assert _seconds(door) < 1


def _left(door, begun):
    """After how many seconds the server leaves who begins so and says no more."""
    parts, since = urlsplit(door.url), time.monotonic()
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as knocking:
        knocking.sendall(begun)
        while knocking.recv(65_536):
            pass
    return time.monotonic() - since


def _seconds(door):
    since = time.monotonic()
    assert door.ask("/health").status == 200
    return time.monotonic() - since
