"""Of two processes that write against the same state at once one wins, and the other is told to look again."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from model.basics import settings
from model.basics.refusal import NotDone
from model.store import database
from model.store.once import PerhapsWritten
from tests.killed.deeds import FORMS

FORKED = multiprocessing.get_context("fork")
DONE, ASKED = "done", "asked whether it is the same"
OF_AN_OTHER = ("Indlæst af en anden", "allerede", ASKED)  # how the words begin, or what they have in them


def _try(write: Callable[[Engine], object], url: str, together: Barrier, answers: Any) -> None:
    engine = database.create(url)
    with engine.connect():
        together.wait()
    try:
        write(engine)
        answers.put(DONE)
    except PerhapsWritten:
        answers.put(ASKED)
    except NotDone as refused:
        answers.put(str(refused))


def at_once(engine: Engine, *writes: Callable[[Engine], object]) -> list[str]:
    """What became of each, in processes of their own that begin together; whoever was done first of all."""
    engine.dispose()  # no child may inherit a connection
    together, answers = FORKED.Barrier(len(writes)), FORKED.SimpleQueue()
    url = engine.url.render_as_string(hide_password=False)
    children = [FORKED.Process(target=_try, args=(write, url, together, answers)) for write in writes]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return sorted((answers.get() for _ in children), key=lambda answer: answer != DONE)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for the other waits as long as a busy machine needs."""
    monkeypatch.setenv("FREMDRIFT_BUSY_SECONDS", "120")
    settings.load.cache_clear()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def shared(request: pytest.FixtureRequest, engine: Engine) -> Engine:
    """An empty database for several processes, on SQLite and on PostgreSQL."""
    return engine if request.param == "sqlite" else request.getfixturevalue("postgres_engine")


@pytest.mark.every
@pytest.mark.parametrize("kind", FORMS)
def test_of_two_who_write_at_once_one_wins_and_the_other_is_told_to_look_again(shared, tmp_path: Path, kind):
    form = FORMS[kind](shared, tmp_path)
    first, second = at_once(shared, form, form.of_another)
    assert first == DONE
    assert any(words in second for words in OF_AN_OTHER), second


@pytest.mark.every
@pytest.mark.parametrize("kind", FORMS)
def test_the_same_form_sent_by_two_processes_is_saved_once(shared, tmp_path: Path, kind):
    form = FORMS[kind](shared, tmp_path)
    with Session(shared) as session:
        before = database.data_version(session)
    assert at_once(shared, form, form, form) == [DONE] * 3
    with Session(shared) as session:
        assert database.data_version(session) == before + 1
