"""The server from its start to its end: ready or why not, its log, and a stop that breaks nothing off."""

import json
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest
from sqlmodel import Session

from model.access import log, users
from model.access.log import Act, Wanted
from model.access.users import User
from model.access.viewer import Role
from model.store import database
from pages.server import health
from tests import viewers
from tests.browser.running import ROOT, free_port, wait_for
from tests.pages.server.attacks import ORGANISER
from tests.pages.server.knocking import COOKIE, DESCRIBED, SECRET, Door, claims, signed

SLOW_WRITE = """
import sys, threading, time
def watch():
    while not hasattr(sys.modules.get("model.access.log"), "subjects"):
        time.sleep(.01)
    log = sys.modules["model.access.log"]
    add = log.add
    def slowly(*given, **named):
        add(*given, **named)
        print("a write has begun", file=sys.stderr, flush=True)
        time.sleep(3)
    log.add = slowly
if "pages.server" in sys.orig_argv:
    threading.Thread(target=watch, daemon=True).start()
"""  # read by Python before anything else: every entry of the log takes its time, within its transaction
LONGEST = 20  # seconds that a stop may take on a busy machine


@pytest.fixture
def life(sample_file, tmp_path):
    """A server of this test's own: its door, its process and its log."""
    shutil.copy(sample_file, tmp_path / "app.db")
    engine = database.create(f"sqlite:///{tmp_path / 'app.db'}")
    users.record(engine, viewers.EVERYBODY, User(ORGANISER, "tovholder", Role.REGION), reason="Prøve")
    engine.dispose()
    (tmp_path / "sitecustomize.py").write_text(SLOW_WRITE)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        "PATH": "/usr/bin:/bin", "PYTHONPATH": str(tmp_path), "PYTHONWARNINGS": "ignore", "FREMDRIFT_SAMPLE": "never",
        "FREMDRIFT_DATABASE_URL": f"sqlite:///{tmp_path}/app.db", "FREMDRIFT_PUBLIC_URL": url,
        "FREMDRIFT_COOKIE_SECRET": SECRET, "FREMDRIFT_OIDC_CLIENT_ID": "fremdrift", "FREMDRIFT_OIDC_CLIENT_SECRET": "x",
        "FREMDRIFT_OIDC_METADATA_URL": DESCRIBED}
    written = (tmp_path / "server.log").open("w")
    process = subprocess.Popen([sys.executable, "-m", "pages.server", "--port", str(port)], cwd=ROOT, env=environment,
                               stdout=written, stderr=written)
    try:
        wait_for(f"{url}/ready", process, tmp_path / "server.log")
        yield Door(url, url), process, tmp_path / "server.log"
    finally:
        process.kill()
        process.wait()
        written.close()


def test_stopped_in_the_middle_of_a_write_it_takes_nobody_in_ends_the_write_and_exits_with_0(life):
    door, process, written = life
    cookies = {COOKIE: signed(claims(door.own, ORGANISER))}
    assert door.ask("/Jens_Hansen?jobcenter=779", accept="text/html", referer=f"{door.own}/?navn=Hansen").status == 200
    assert door.ask("/media/Hansen.xlsx", accept="text/html").status == 401
    visit = threading.Thread(target=door.sees, args=(cookies,), daemon=True)
    visit.start()
    until = time.monotonic() + LONGEST
    while "a write has begun" not in written.read_text() and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    assert process.wait(LONGEST) == 0
    assert door.ask("/health").status == 0
    engine = database.create(f"sqlite:///{written.parent / 'app.db'}")
    with Session(engine) as session:
        assert len(log.entries(session, Wanted(subject=ORGANISER, act=Act.SIGNED_IN))) == 1
    engine.dispose()
    every_line_is_json_without_who_it_was(written)


def every_line_is_json_without_who_it_was(written):
    lines = [line for line in written.read_text().splitlines() if line.startswith("{")]
    assert [line for line in lines if not {"at", "level", "logger", "event"} <= set(json.loads(line))] == []
    assert len(lines) > 2
    private = (ORGANISER, "tovholder", "779", "jobcenter=", "Hansen")
    assert [each for each in private if each in written.read_text()] == []


def test_it_is_ready_when_the_database_is_reached_and_current_and_else_says_why(engine, tmp_path):
    assert health.lacking(engine) is None
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    assert health.lacking(engine) == health.OLD
    engine.dispose()
    (tmp_path / "test.db").write_bytes(b"ikke en database" * 100)
    assert health.lacking(engine)
    away = database.create("postgresql+psycopg://127.0.0.1:9/intet")
    assert health.lacking(away)
