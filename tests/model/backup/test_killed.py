"""A process that is killed in the middle of a backup or a restore leaves everything as it stood."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.model.backup.drilling import laid, rows, version

ROOT = Path(__file__).parents[3]

KILLED_WRITING = """
import os, pathlib, signal, sys
from model.backup import making
from model.store import database

def die(done, of):
    if done == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

making.make(database.create(), pathlib.Path(sys.argv[1]), die)
"""


@pytest.mark.long
@pytest.mark.parametrize("at", [1, 14, 31])
def test_a_process_killed_while_it_writes_a_backup_leaves_none(sample_engine, tmp_path, at):
    stands = rows(sample_engine)
    died = subprocess.run([sys.executable, "-c", KILLED_WRITING, str(tmp_path / "kopi.zip"), str(at)], check=False,
                          cwd=ROOT, env=dict(os.environ))
    assert died.returncode == -9
    assert not (tmp_path / "kopi.zip").exists()
    assert all(stat.S_IMODE(left.stat().st_mode) == 0o600 for left in tmp_path.glob(".kopi*"))
    assert rows(sample_engine) == stands


KILLED = """
import os, pathlib, signal, sys
from model.backup import restoring
from model.backup.checking import checked
from model.store import database
engine, at = database.create(), int(sys.argv[2])

def die(done, of):
    if done == at:
        os.kill(os.getpid(), signal.SIGKILL)

with checked(pathlib.Path(sys.argv[1]), print) as found:
    restoring.put_back(engine, found.copy, seen=restoring.look(engine, found.copy).seen, progress=die)
"""


@pytest.mark.parametrize("at", [pytest.param(at, marks=() if at == 14 else pytest.mark.long) for at in (1, 7, 14, 30)])
def test_a_process_killed_in_the_middle_leaves_what_stood(backup_of_nothing, sample_engine, at):
    stands, seen = rows(sample_engine), version(sample_engine)
    died = subprocess.run([sys.executable, "-c", KILLED, str(backup_of_nothing), str(at)], check=False, cwd=ROOT,
                          env=dict(os.environ), stdout=subprocess.DEVNULL)
    assert died.returncode == -9
    assert (rows(sample_engine), version(sample_engine)) == (stands, seen)
    laid(backup_of_nothing, sample_engine)
