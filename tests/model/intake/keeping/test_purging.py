"""Originals from before it was looked at what is kept: told of, reduced once, and gone from the database's files."""

import zlib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlmodel import Session, col, select

from model.basics import settings
from model.intake import saving
from model.intake.examine import examine
from model.intake.keeping import purging
from model.intake.report import Answers
from model.intake.saving import apply
from model.store import database
from model.store.tables.base import ColumnProfile, Upload
from tests.viewers import EVERYBODY, named

HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt"
NAMES = f"{HEAD};Deltager\nK1;Skive;jobkonsulent;3;2;Opdigtet Prøvesen\n"
PLAIN = f"{HEAD}\nK2;Skive;jobkonsulent;3;2\n"
NO_LIST = "Dette er ikke længere en liste, siger Opdigtet Prøvesen;Farve\nrød;blå\n"
MARKER = b"Opdigtet Pr\xc3\xb8vesen" * 40  # what a page of the database is searched for


def before(engine: Engine, *contents: str) -> list[int]:
    """Uploads as they were kept before: the whole file, and nobody has looked."""
    ids = []
    for number, content in enumerate(contents):
        report = examine(engine, f"{number}.csv", (PLAIN if content == NO_LIST else content).encode(),
                         today=date(2010, 5, 3), answers=Answers(approved=True, profile_name="Vores lister"))
        ids.append(apply(engine, report, content=(PLAIN if content == NO_LIST else content).encode(),
                         viewer=named("test"),
                         reason="prøve"))
        with Session(engine) as session:
            upload = session.get_one(Upload, ids[-1])
            upload.content, upload.left_out = zlib.compress(content.encode(), 6), None
            session.add(upload)
            session.commit()
    return ids


def originals(engine: Engine) -> list[str]:
    with Session(engine) as session:
        ids = [each for each in session.exec(select(Upload.id).order_by(col(Upload.id))) if each is not None]
        return [saving.original(session, each, EVERYBODY)[1].decode("utf-8-sig") for each in ids]


def test_what_holds_more_than_was_used_is_reduced_once(any_engine):
    names, plain = before(any_engine, NAMES, PLAIN)
    told = purging.survey(any_engine)
    assert (told.reduced, told.whole, told.unreadable) == ((names,), (plain,), ())
    assert originals(any_engine) == [NAMES, PLAIN], "telling changes nothing"
    assert purging.purge(any_engine).reduced == (names,)
    reduced, whole = originals(any_engine)
    assert "Prøvesen" not in reduced and "K1;Skive;jobkonsulent;3;2" in reduced and whole == PLAIN
    again = purging.purge(any_engine)
    assert (again.reduced, again.whole, again.unreadable) == ((), (), ())
    assert examine(any_engine, "igen.csv", NAMES.encode()).status == "unchanged", "the file is still recognised"


def test_those_in_which_all_was_used_are_read_once_and_kept_as_they_came(any_engine):
    names, plain = before(any_engine, NAMES, PLAIN)
    seen = purging.look_through(any_engine)
    assert (seen.reduced, seen.whole) == ((names,), (plain,))
    assert originals(any_engine) == [NAMES, PLAIN]
    again = purging.look_through(any_engine)
    assert (again.reduced, again.whole) == ((names,), ()), "the one that waits to be reduced is told of each time"


def test_what_cannot_be_read_again_is_counted_apart_and_left(engine):
    lost, = before(engine, NO_LIST)
    assert purging.purge(engine).unreadable == (lost,)
    assert originals(engine) == [NO_LIST]
    assert f"1 gemt fil (nr. {lost}) kan ikke læses igen" in purging.surveyed(purging.survey(engine))


@pytest.mark.on_file
def test_what_was_deleted_cannot_be_found_in_the_databases_files(engine, tmp_path: Path):
    upload, = before(engine, NAMES)
    with engine.begin() as connection:  # stored as it can be seen, in pages of its own
        connection.execute(text("UPDATE upload SET reasons = :said WHERE id = :id"),
                           {"said": MARKER.decode(), "id": upload})
    with engine.begin() as connection:
        connection.execute(text("UPDATE upload SET reasons = '' WHERE id = :id"), {"id": upload})

    def files() -> bytes:
        return b"".join(path.read_bytes() for path in tmp_path.glob("test.db*"))

    assert b"Opdigtet" in files(), "SQLite leaves what is replaced where it lay"
    engine.dispose()
    assert purging.purge(engine).erased
    assert b"Opdigtet" not in files()
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA freelist_count")).scalar() == 0


@pytest.mark.on_file
def test_what_hinders_it_but_nobody_else_is_told_as_it_is(engine):
    before(engine, NAMES)
    engine.dispose()

    @event.listens_for(engine, "connect")
    def write_protected(connection, _) -> None:
        connection.execute("PRAGMA query_only = ON")

    with pytest.raises(database.DatabaseProblem, match="skrivebeskyttet"):
        database.erase_deleted(engine)


def test_another_that_reads_the_database_is_told_of(engine, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_BUSY_SECONDS", "0.1")
    settings.load.cache_clear()
    engine.dispose()
    before(engine, NAMES)
    with engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM upload")).all()
        found = purging.purge(engine)
    assert not found.erased and purging.BUSY in purging.purged(found, dry_run=False)


def test_headings_that_are_not_used_are_sealed_in_profiles_too(engine):
    before(engine, NAMES)
    with Session(engine) as session:
        profile = session.exec(select(ColumnProfile)).one()
        profile.mapping = {**profile.mapping, "labels": {"opdigtetproevesen": "ignore", "moedt": "moedt"}}
        session.add(profile)
        session.commit()
    purging.purge(engine)
    with Session(engine) as session:
        labels = session.exec(select(ColumnProfile)).one().mapping["labels"]
    assert "moedt" in labels and not any("proevesen" in label for label in labels)


@pytest.mark.parametrize(("found", "said"), [
    (purging.Purged((), (), ()), "0 gemte filer er skåret ned til det, der blev læst."),
    (purging.Purged((3,), (1, 2), ()), "1 gemt fil er skåret ned til det, der blev læst (nr. 3). 2 er gemt, som de")])
def test_what_is_told_afterwards(found, said):
    assert said in purging.purged(found, dry_run=False)
