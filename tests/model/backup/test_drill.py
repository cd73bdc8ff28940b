"""The drill: back up while others write, put back into an empty and a full database, and all is as it was."""

import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from model.backup import losing, making, restoring
from model.backup.refusal import BackupRefused
from model.snapshot import loading
from model.store import database, seeding
from model.store.database import DatabaseProblem
from model.store.series import series_of
from tests.model.backup.drilling import backed_up, holds, laid, put_back, rows, said, target, version
from tests.model.intake.filing import HEAD, load, stored
from tests.model.meetings import met
from tests.model.store.revisions import at_revision, everything, used
from tests.viewers import EVERYBODY

ROOT = Path(__file__).parents[3]


@pytest.mark.on_file
def test_the_sample_comes_back_into_an_empty_database(backup_of_sample, sample_engine, elsewhere):
    before = put_back(backup_of_sample, elsewhere)
    assert before.new and before.lost == []
    assert rows(elsewhere) == rows(sample_engine)
    assert said(elsewhere) == said(sample_engine)


def test_it_takes_the_place_of_what_stands_and_others_go_on_from_it(backup_of_nothing, sample_engine):
    full, seen = rows(sample_engine), version(sample_engine)
    before = laid(backup_of_nothing, sample_engine)
    assert not before.new and len(before.lost) > 10
    assert full != rows(sample_engine)
    assert series_of(version(sample_engine)) == series_of(seen) + 1
    upload = load(sample_engine, f"{HEAD}2010-03;779;400;41;1\n")
    assert upload == 1 and stored(sample_engine)["779", "2010-03", "personer_match4"] == 400


def test_a_backup_is_of_one_moment_whatever_is_written_meanwhile(engine, elsewhere, tmp_path):
    load(engine, f"{HEAD}2010-03;779;400;41;1\n")
    before = rows(engine)

    def written(done: int, of: int) -> None:
        target(engine, done)
        if done == 1:
            load(engine, f"{HEAD}2010-04;779;410;42;1\n")

    making.make(engine, tmp_path / "kopi.zip", written)
    assert rows(engine) != before
    laid(tmp_path / "kopi.zip", elsewhere)
    assert rows(elsewhere) == before


@pytest.mark.long
def test_backups_beside_a_busy_writer_are_whole(sample_engine, tmp_path):
    over = threading.Event()

    def busy() -> None:
        while not over.is_set():
            target(sample_engine, 17)

    writer = threading.Thread(target=busy)
    writer.start()
    try:
        copies = [backed_up(sample_engine, tmp_path, f"{at}.zip") for at in range(10)]
    finally:
        over.set()
        writer.join()
    assert all("er de samme" in holds(copy)[-1] for copy in copies)


def test_a_backup_of_a_new_database_puts_a_used_one_back_to_the_beginning(backup_of_nothing, engine, elsewhere):
    begins = rows(elsewhere)
    target(elsewhere, 17)
    laid(backup_of_nothing, elsewhere)
    assert rows(elsewhere) == begins


def test_a_database_that_is_not_made_yet_is_made_and_backed_up(tmp_path):
    engine = database.create(f"sqlite:///{tmp_path}/ny/ny.db")
    assert holds(backed_up(engine, tmp_path))[-1].endswith("34 måneder og er de samme.")


def test_only_its_owner_reads_it_and_nothing_is_left_beside_it(backup_of_nothing):
    assert stat.S_IMODE(backup_of_nothing.stat().st_mode) == 0o600
    assert {path.suffix for path in backup_of_nothing.parent.iterdir() if path.suffix not in (".db", ".zip")} <= {
        ".db-shm", ".db-wal"}


def test_what_fails_on_the_way_leaves_no_file(engine, tmp_path):
    def fails(done: int, of: int) -> None:
        raise OSError("no space left")

    with pytest.raises(BackupRefused, match="ikke skrevet noget"):
        making.make(engine, tmp_path / "kopi.zip", fails)
    assert [path.name for path in tmp_path.iterdir() if "kopi" in path.name] == []


def test_a_backup_is_never_written_over_anything(engine, tmp_path):
    (tmp_path / "kopi.zip").write_text("an older one")
    with pytest.raises(BackupRefused, match="findes allerede"):
        backed_up(engine, tmp_path)
    assert (tmp_path / "kopi.zip").read_text() == "an older one"
    with pytest.raises(BackupRefused, match="mappen findes ikke"):
        backed_up(engine, tmp_path / "ingen")


@pytest.mark.parametrize("revision", ["0001", pytest.param("0009", marks=pytest.mark.long)])
def test_an_earlier_revision_is_saved_as_it_is_and_put_back_as_it_grows(any_engine, tmp_path, elsewhere, revision):
    seeds = seeding.rows() if revision == "0001" else (*seeding.rows(), *seeding.plan_rows())
    old = at_revision(any_engine, tmp_path, revision, *seeds)
    used(old)
    before, copy = everything(old), backed_up(old, tmp_path)
    with old.connect() as connection:
        assert database.revision(connection) == revision
    assert f"revision {revision}, og rækkerne er ført op til" in " ".join(holds(copy))
    laid(copy, elsewhere)
    seeding.migrate(old)
    assert rows(elsewhere) == rows(old)
    assert everything(elsewhere)[1:] == before[1:]  # but for the counter
    old.dispose()


def test_what_another_saved_since_it_was_looked_at_is_not_lost(elsewhere):
    seen = version(elsewhere)
    target(elsewhere, 17)
    stands = rows(elsewhere)
    with pytest.raises(BackupRefused, match="Kør kommandoen igen"), elsewhere.connect() as copy:
        restoring.put_back(elsewhere, copy, seen=seen)
    assert rows(elsewhere) == stands


def test_what_would_be_lost_is_named(backup_of_nothing, elsewhere, tmp_path):
    first = load(elsewhere, f"{HEAD}2010-03;779;400;41;1\n", name="marts.csv")
    with database.write(elsewhere) as session:
        session.connection().execute(text("UPDATE upload SET received_at = '2010-04-10 08:00:00.000000'"))
    copy = backed_up(elsewhere, tmp_path)
    with database.write(elsewhere) as session:
        session.connection().execute(text(
            "UPDATE upload SET undone_at = '2010-05-01 08:00:00.000000', undone_by = 'x', undone_reason = 'x'"))
    load(elsewhere, f"{HEAD}2010-04;779;410;42;1\n", name="april.csv")
    met(elsewhere)
    told = list(losing.sentences(laid(copy, elsewhere).lost))
    assert told[0].startswith("1 indlæsning går tabt: nr. 2 (april.csv, modtaget ")
    assert told[1].startswith(f"1 indlæsning bliver igen som i kopien: nr. {first} (marts.csv")
    assert told[2] == "1 dialogmøde går tabt: Skive 11. apr. 2010."
    assert told[3].endswith(": log_entry (2) og figure (3).")


def test_editions_are_named_as_soon_as_there_are_any():
    now, then = database.passing(), database.passing()
    for engine in (now, then):
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE edition (id INTEGER PRIMARY KEY, month DATE)")
            connection.exec_driver_sql("CREATE TABLE edition_row (edition INTEGER, unit TEXT, "
                                       "PRIMARY KEY (edition, unit))")
            connection.exec_driver_sql("INSERT INTO edition VALUES (1, '2010-03-01')")
    with now.begin() as connection:
        connection.exec_driver_sql("INSERT INTO edition VALUES (2, '2010-04-01')")
        connection.exec_driver_sql("INSERT INTO edition_row VALUES (2, '779')")
    with now.connect() as newer, then.connect() as older:
        told = list(losing.sentences(losing.losses(newer, older)))
    assert told == ["1 udgivelse går tabt: nr. 2 (april 2010).",
                    "Rækker i andre tabeller, der går tabt eller bliver igen som i kopien: edition_row (1)."]


def test_a_table_that_guards_its_rows_is_left_alone_with_all_the_others(backup_of_nothing, elsewhere):
    load(elsewhere, f"{HEAD}2010-03;779;400;41;1\n")
    with elsewhere.begin() as connection:
        connection.exec_driver_sql("CREATE TRIGGER guard BEFORE DELETE ON upload BEGIN SELECT RAISE(ABORT, 'no'); END")
    stands = rows(elsewhere)
    with pytest.raises(BackupRefused, match="Tabellen upload tager ikke imod kopien"):
        laid(backup_of_nothing, elsewhere)
    assert rows(elsewhere) == stands


def test_a_locked_database_says_so_and_stands(backup_of_nothing, engine, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_BUSY_SECONDS", "0.1")
    database.settings.load.cache_clear()
    target(engine, 17)
    impatient, stands = database.create(), rows(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE data_version SET n = n")
        with pytest.raises(DatabaseProblem, match="optaget"):
            laid(backup_of_nothing, impatient)
    assert rows(engine) == stands


def test_an_app_that_goes_on_from_what_it_knows_shows_what_was_put_back(engine, tmp_path):
    """The same number of upload of the same moment, and other figures: nothing in the uploads tells them apart."""
    copy = backed_up(engine, tmp_path)
    with Session(engine) as session:
        known = loading.load(session, EVERYBODY)

    def loaded(persons: int):
        nonlocal known
        load(engine, f"{HEAD}2010-03;779;{persons};41;1\n")
        with database.write(engine) as session:
            session.connection().execute(text("UPDATE upload SET received_at = '2010-04-12 10:00:00.000000'"))
        with Session(engine) as session:
            known = loading.load(session, EVERYBODY, before=known)
        return int(known.wide.loc[("779", "2010-03-01"), "personer_match4"])

    assert loaded(400) == 400
    laid(copy, engine)
    assert loaded(500) == 500
