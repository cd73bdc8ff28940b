"""``move``: everything from one database to another that is empty, held together row for row."""

import pytest
from sqlalchemy import Engine

from model.access.log import Act
from model.backup import moving
from model.backup.refusal import BackupRefused
from model.basics import settings
from model.store import database, seeding
from tests.model.backup.drilling import enquiry, rows, said, target
from tests.model.store.revisions import at_revision, used
from tests.servers import BESIDE, Server, address


@pytest.fixture
def moved_to(monkeypatch):
    """Lets the setting name another database."""
    def to(url: str) -> Engine:
        monkeypatch.setenv("FREMDRIFT_DATABASE_URL", url)
        settings.load.cache_clear()
        return database.create(url)
    return to


@pytest.fixture
def file(loaded, tmp_path):
    """The file of a database with figures in it."""
    return tmp_path / "test.db"


@pytest.mark.on_file
def test_a_file_s_rows_are_all_in_the_new_one_and_the_old_is_as_it_was(run, file, moved_to, tmp_path):
    old = database.create(f"sqlite:///{file}")
    stood = rows(old)
    new = moved_to(f"sqlite:///{tmp_path}/ny.db")
    status, out, err = run("move", file)
    assert (status, err) == (0, "")
    assert " rækker i " in out and "er ens (SHA-256 " in out and "Den gamle er ikke ændret" in out
    moved = rows(new)
    assert Act.MOVED.value in moved["log_entry"].pop()
    assert moved == rows(old) == stood


@pytest.mark.on_file
def test_a_database_in_use_takes_nothing(run, file, moved_to, tmp_path):
    new = moved_to(f"sqlite:///{tmp_path}/ny.db")
    assert run("migrate")[0] == 0
    target(new, 17)
    stood = rows(new)
    status, out, err = run("move", file)
    assert (status, out) == (1, "") and "ikke tom" in err
    assert rows(new) == stood


@pytest.mark.on_file
@pytest.mark.parametrize(("given", "why"), [("findes_ikke.db", "ingen database"), ("test.db", "den samme")])
def test_what_is_not_there_or_is_the_same_is_refused(run, file, tmp_path, given, why):
    status, out, err = run("move", tmp_path / given)
    assert (status, out) == (1, "") and why in err
    assert not (tmp_path / "findes_ikke.db").exists()


@pytest.mark.on_file
def test_what_is_saved_in_the_old_one_meanwhile_is_told_of(file, moved_to, tmp_path):
    old = database.create(f"sqlite:///{file}")
    new = moved_to(f"sqlite:///{tmp_path}/ny.db")
    saved = []

    def meanwhile(done: int, of: int) -> None:
        if not saved:
            saved.append(target(old, 17))

    with pytest.raises(BackupRefused, match="mens den blev flyttet"):
        moving.move(old, new, meanwhile)


@pytest.mark.on_file
def test_rows_of_an_earlier_revision_are_grown_on_the_way(engine, tmp_path, moved_to):
    old = at_revision(engine, tmp_path, "0009", *seeding.rows(), *seeding.plan_rows())
    used(old)
    new = moved_to(f"sqlite:///{tmp_path}/ny.db")
    moved = moving.move(old, new)
    assert moved.rows > 60
    with old.connect() as connection:
        assert database.revision(connection) == "0009"
    assert len(rows(new)["figure"]) == 4


@pytest.mark.on_file
@pytest.mark.postgres
def test_from_a_file_to_a_server_by_one_command(run, sample_engine, server: Server, moved_to, tmp_path):
    new = moved_to(address(server.anew(None, BESIDE)))
    status, out, err = run("move", tmp_path / "test.db")
    assert (status, err) == (0, "") and "er ens (SHA-256 " in out
    moved = rows(new)
    assert Act.MOVED.value in moved["log_entry"].pop()
    assert moved == rows(sample_engine)
    assert said(new) == said(sample_engine)
    assert enquiry(new) == enquiry(sample_engine)
    new.dispose()
