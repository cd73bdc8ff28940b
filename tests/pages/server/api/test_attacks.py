"""A program gets and gives nothing but its own: each kind of attack a few times, fifty times by ``make long``."""

import random
import shutil

import pytest
from sqlmodel import Session, func, select

from model.access import tokens
from model.store import database
from model.store.tables.base import Figure, Upload
from tests.browser.running import app, free_port
from tests.pages.server.api import attacks
from tests.pages.server.api.asking import OF_OWN, token
from tests.pages.server.api.attacks import ATTACKS, CPR, Senders
from tests.pages.server.knocking import signing_in
from tests.viewers import EVERYBODY, OWN

FEW, MANY = 3, 50
TOKENS = 60  # each may only ask so often


@pytest.fixture(scope="module")
def served(sample_file, tmp_path_factory):
    """The door, its database and the folder with its log."""
    folder = tmp_path_factory.mktemp("senders")
    shutil.copy(sample_file, folder / "app.db")
    engine = database.create(f"sqlite:///{folder / 'app.db'}")
    good, ended = [token(engine) for _ in range(TOKENS)], [token(engine) for _ in range(3)]
    for each in range(TOKENS, TOKENS + 3):
        tokens.end(engine, EVERYBODY, each + 1, reason="prøve")
    port = free_port()
    told = signing_in(f"http://127.0.0.1:{port}") | {"FREMDRIFT_MAX_FILE_MB": "1"}
    with app(folder, port=port, **told) as url:
        yield Senders(url, url, good, ended), engine, folder / "app.log"
    engine.dispose()


def stored(engine):
    with Session(engine) as session:
        return [session.exec(select(func.count()).select_from(table)).one() for table in (Upload, Figure)]


def went_wrong(served, attack, tries):
    """What came of the tries that should have been refused, what was written, and what was logged of persons."""
    door, engine, log = served
    dice, stood = random.Random(attack.__name__), stored(engine)
    came = [(at, wrong) for at in range(tries) if (wrong := attack(door, at, dice))]
    words = log.read_text(encoding="utf-8", errors="replace")
    kept = [each for each in (*door.good, *door.ended, CPR, CPR.replace("-", "")) if each in words]
    return came, stored(engine) == stood, kept


def test_who_should_be_served_is_so_that_the_attacks_would_be_seen_to_succeed(served):
    door, *_ = served
    assert attacks._not_refused(door.ask("/api/figures", authorization=door.of_own(0))).startswith("200")
    assert {each["jobcenter"] for each in attacks._parts(
        door.ask("/api/figures", authorization=door.of_own(0)), "figures")} == {OWN}
    assert attacks._not_refused(door.handed_in(0, OF_OWN, "?dry_run=ja")).startswith("200")


@pytest.mark.every
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_an_attack_is_refused_and_leaves_nothing(served, attack):
    assert went_wrong(served, attack, FEW) == ([], True, [])


@pytest.mark.long
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_fifty_of_a_kind_are_refused_and_leave_nothing(served, attack):
    assert went_wrong(served, attack, MANY) == ([], True, [])


def test_every_attack_there_is_is_made():
    made = {name for name, thing in vars(attacks).items() if callable(thing) and not isinstance(thing, type)
            and getattr(thing, "__module__", "") == attacks.__name__ and not name.startswith("_")}
    assert made == {attack.__name__ for attack in ATTACKS}
