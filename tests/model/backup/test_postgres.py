"""A backup goes from a file to a server and back: every row, every verdict, and the numbers that come next."""

import subprocess
import sys

import pytest

from model.backup import making
from model.backup.refusal import BackupRefused
from tests.model.backup.drilling import enquiry, laid, put_back, rows, said, target
from tests.model.backup.test_killed import KILLED, ROOT
from tests.model.intake.filing import HEAD, load

pytestmark = pytest.mark.postgres


@pytest.mark.on_file
def test_from_a_file_to_a_server_and_back(backup_of_sample, sample_engine, postgres_engine, elsewhere, tmp_path):
    assert laid(backup_of_sample, postgres_engine).new
    assert rows(postgres_engine) == rows(sample_engine)
    assert said(postgres_engine) == said(sample_engine)
    making.make(postgres_engine, tmp_path / "kopi.zip", lambda done, of: target(postgres_engine, done))
    laid(tmp_path / "kopi.zip", elsewhere)
    assert rows(elsewhere) == rows(sample_engine)
    assert enquiry(postgres_engine) == enquiry(elsewhere)


@pytest.mark.long
def test_numbers_go_on_after_those_that_were_put_back_whatever_was_given_since(backup_of_sample, postgres_engine):
    put_back(backup_of_sample, postgres_engine)
    first = enquiry(postgres_engine)
    put_back(backup_of_sample, postgres_engine)
    assert enquiry(postgres_engine) == first


@pytest.mark.long
def test_an_empty_table_counts_from_one(backup_of_nothing, postgres_engine):
    load(postgres_engine, f"{HEAD}2010-03;779;400;41;1\n")
    put_back(backup_of_nothing, postgres_engine)
    assert load(postgres_engine, f"{HEAD}2010-03;779;400;41;1\n") == 1


@pytest.mark.long
def test_a_table_that_guards_its_rows_is_left_alone_with_all_the_others(backup_of_nothing, postgres_engine):
    load(postgres_engine, f"{HEAD}2010-03;779;400;41;1\n")
    with postgres_engine.begin() as connection:
        connection.exec_driver_sql("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                                   "$$ BEGIN RAISE EXCEPTION 'no'; END $$")
        connection.exec_driver_sql("CREATE TRIGGER guard BEFORE DELETE ON figure "
                                   "FOR EACH ROW EXECUTE FUNCTION refuse()")
    stands = rows(postgres_engine)
    with pytest.raises(BackupRefused, match="Tabellen figure tager ikke imod kopien"):
        put_back(backup_of_nothing, postgres_engine)
    assert rows(postgres_engine) == stands
    assert load(postgres_engine, f"{HEAD}2010-04;779;400;41;1\n") == 2


@pytest.mark.long
@pytest.mark.parametrize("at", [1, 14, 30])
def test_a_process_killed_in_the_middle_leaves_what_stood(backup_of_nothing, postgres_engine, monkeypatch, at):
    load(postgres_engine, f"{HEAD}2010-03;779;400;41;1\n")
    stands = rows(postgres_engine)
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", postgres_engine.url.render_as_string(hide_password=False))
    died = subprocess.run([sys.executable, "-c", KILLED, str(backup_of_nothing), str(at)], check=False, cwd=ROOT,
                          stdout=subprocess.DEVNULL)
    assert died.returncode == -9
    assert rows(postgres_engine) == stands
