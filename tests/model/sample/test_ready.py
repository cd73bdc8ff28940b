"""A first start copies the sample as loading leaves it, in one transaction; what does not fit is loaded instead."""

import lzma
import sqlite3
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import func
from sqlmodel import Session, delete, select

from model import sample
from model.basics import settings
from model.intake import examine, saving
from model.intake.undoing import undo
from model.sample import files, ready
from model.snapshot import loading
from model.store import database, seeding
from model.store.tables.base import ColumnProfile, DataVersion, Upload
from model.store.tables.meetings import Story, WrittenSample
from model.writing.stories import write_story
from tests.viewers import EVERYBODY, named

pytestmark = pytest.mark.on_file  # only an embedded database is filled by itself

pytestmark = pytest.mark.on_file  # only an embedded database is filled by itself

COUNTER = DataVersion.__tablename__  # how often was written, which says nothing of what stands


@pytest.fixture(autouse=True)
def _filled_by_itself(monkeypatch):
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "auto")
    settings.load.cache_clear()


@pytest.fixture
def unloaded(monkeypatch):
    """No file may go through the intake."""
    monkeypatch.setattr(examine, "examine", None)
    monkeypatch.setattr(saving, "apply", None)


def opened(document):
    """A file's parts: how they are packed says nothing."""
    if not document.startswith(b"PK"):
        return document
    with ZipFile(BytesIO(document)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def undated(parts):
    """The same without when a workbook was written."""
    if isinstance(parts, dict):
        parts[ready.ABOUT] = ready.MADE.sub(ready.AT, parts[ready.ABOUT])
    return parts


def plain(table, column, value):
    """A value without when it was loaded and how it is packed."""
    if (table, column) in ready.LOADED:
        return "at some time"
    if (table, column) == ready.DOCUMENT and value is not None:
        return opened(value)
    return undated(opened(zlib.decompress(value))) if (table, column) == ready.CONTENT else value


def content(path):
    """Every table of a database file: its rows as mappings."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    names = [name for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: [{column: plain(name, column, row[column]) for column in row.keys()}  # noqa: SIM118 - not a dict
                    for row in connection.execute(f'SELECT * FROM "{name}"')] for name in sorted(names)}
    connection.close()
    return found


def read(path):
    return lzma.decompress(path.read_bytes())


def count(engine):
    with Session(engine) as session:
        return session.exec(select(func.count()).select_from(Upload)).one()


@pytest.mark.usefixtures("unloaded")
def test_it_is_table_by_table_what_loading_the_files_leaves(engine, sample_file, tmp_path):
    sample.first_start(engine)
    copied, loaded = content(tmp_path / "test.db"), content(sample_file)
    assert list(copied) == list(loaded)
    differ = [name for name in loaded if name != COUNTER and copied[name] != loaded[name]]
    assert differ == [], "make it again: make sample"


def test_kept_again_it_is_the_same(sample_engine, tmp_path):
    """So that ``make sample`` changes nothing where nothing has changed."""
    assert read(ready.keep(sample_engine, tmp_path)) == read(ready.FOLDER / ready.NAME)


def test_it_says_when_it_was_copied_and_that_it_is_invented(engine):
    sample.first_start(engine)
    with Session(engine) as session:
        moments = [*session.exec(select(WrittenSample.loaded_at)), *session.exec(select(ColumnProfile.recorded_at))]
        assert len(moments) == 2 and len({moment.date() for moment in moments}) == 1
        assert moments[0].year >= 2026
        assert loading.load(session, EVERYBODY).sample
        assert session.exec(select(DataVersion.n)).one() > 0  # what was remembered of the empty one holds no more


def test_a_second_start_copies_nothing(engine):
    assert ready.copy(engine)
    assert not ready.copy(engine)
    assert count(engine) == len(files.manifest())


def test_a_start_that_is_killed_leaves_nothing_and_the_next_one_does_it(engine, tmp_path, monkeypatch):
    before = content(tmp_path / "test.db")
    whole = ready.insert

    def killed(connection, table):
        if table["name"] == WrittenSample.__tablename__:
            raise KeyboardInterrupt
        whole(connection, table)

    monkeypatch.setattr(ready, "insert", killed)
    with pytest.raises(KeyboardInterrupt):
        sample.first_start(engine)
    assert content(tmp_path / "test.db") == before
    monkeypatch.setattr(ready, "insert", whole)
    sample.first_start(engine)
    assert count(engine) == len(files.manifest())


def test_what_another_process_fills_at_the_same_moment_is_left_as_it_is(engine, monkeypatch):
    checked = database.revision

    def overtaken(connection):
        monkeypatch.setattr(database, "revision", checked)
        assert ready.copy(engine)
        return checked(connection)

    monkeypatch.setattr(database, "revision", overtaken)
    assert not ready.copy(engine)
    assert count(engine) == len(files.manifest())


def test_a_load_that_was_cut_off_in_the_midst_of_its_files_is_finished_by_the_files(sample_engine):
    with Session(sample_engine) as session:
        stories = len(session.exec(select(Story)).all())
        session.exec(delete(Story))
        session.commit()
    assert stories and not ready.copy(sample_engine)
    assert count(sample_engine) == len(files.manifest())


@pytest.mark.parametrize("other", ["schema", "files"])
def test_what_was_made_for_another_schema_or_of_other_files_is_not_copied(engine, monkeypatch, other):
    if other == "schema":
        monkeypatch.setattr(database, "revision", lambda connection: "0000")
        with engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE story RENAME TO tale")
    else:
        monkeypatch.setattr(ready, "manifest", lambda: files.manifest()[1:])
    assert not ready.copy(engine)
    assert count(engine) == 0


def test_without_it_the_files_are_loaded(engine, monkeypatch, tmp_path):
    monkeypatch.setattr(ready, "FOLDER", tmp_path)
    loaded = []
    monkeypatch.setattr(files, "load_sample", lambda engine, folder: loaded.append(folder) or [])
    sample.first_start(engine)
    assert loaded == [files.FOLDER]


@pytest.mark.parametrize("content", [b"", b"version https://git-lfs.github.com/spec/v1\n", lzma.compress(b"{"),
                                     lzma.compress(b"{}")[:-6]])
def test_where_it_cannot_be_read_the_files_are_loaded(engine, monkeypatch, tmp_path, content):
    (tmp_path / ready.NAME).write_bytes(content)
    monkeypatch.setattr(ready, "FOLDER", tmp_path)
    loaded = []
    monkeypatch.setattr(files, "load_sample", lambda engine, folder: loaded.append(folder) or [])
    sample.first_start(engine)
    assert loaded == [files.FOLDER]


def test_where_something_stands_that_no_file_brought_nothing_is_copied(engine):
    write_story(engine, title="Fra kantine til job", description="Det gik godt.", state="kladde", viewer=named("prøve"))
    assert not ready.copy(engine) and count(engine) == 0


def test_the_setting_keeps_it_away(engine, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "never")
    settings.load.cache_clear()
    sample.first_start(engine)
    assert count(engine) == 0


def test_a_server_never_gets_it_by_itself(engine, monkeypatch):
    monkeypatch.setattr(engine.dialect, "name", "postgresql")
    sample.first_start(engine)
    monkeypatch.undo()
    assert count(engine) == 0


@pytest.mark.usefixtures("unloaded")
def test_what_is_undone_stays_undone(engine):
    sample.first_start(engine)
    undo(engine, 1, reason="prøve", viewer=named("prøve"))
    sample.first_start(engine)
    assert count(engine) == len(files.manifest())


def test_a_database_that_is_new_altogether_is_filled(tmp_path):
    engine = database.create(f"sqlite:///{tmp_path / 'new.db'}")
    seeding.migrate(engine)
    sample.first_start(engine)
    assert count(engine) == len(files.manifest())
    engine.dispose()
