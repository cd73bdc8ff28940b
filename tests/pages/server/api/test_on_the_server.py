"""The API on the real server: what senders are shown to write works, and the server's own limits answer as it does."""

import re
import shutil
import socket
import subprocess

import pytest
from sqlmodel import Session, select

from model.store import database
from model.store.tables.base import Upload
from pages.server.api.routes import DESCRIPTION
from tests.browser.running import app
from tests.pages.server.api.asking import OF_OWN, token
from tests.pages.server.knocking import Door

CHAPTER = DESCRIPTION.with_name("README.md")
EXAMPLES = re.findall(r"^```sh\n(curl .+)\n```$", CHAPTER.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def served(empty_file, tmp_path_factory):
    """Its address, a token, its database and the folder with its log."""
    folder = tmp_path_factory.mktemp("api")
    shutil.copy(empty_file, folder / "app.db")
    engine = database.create(f"sqlite:///{folder / 'app.db'}")
    made = token(engine)
    with app(folder, FREMDRIFT_SAMPLE="never", FREMDRIFT_MAX_FILE_MB="1") as url:
        yield url, made, engine, folder
    engine.dispose()


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
def test_what_senders_are_shown_to_write_works(served, tmp_path):
    url, made, engine, folder = served
    (tmp_path / "marts.csv").write_text(OF_OWN, encoding="utf-8")
    told = {"FREMDRIFT": url, "FREMDRIFT_TOKEN": made, "PATH": "/usr/bin:/bin"}
    came = [subprocess.run(["sh", "-c", f"{line} --silent --show-error --fail"], cwd=tmp_path, env=told,
                           capture_output=True, text=True, check=True).stdout for line in EXAMPLES]
    assert len(came) == 6
    assert ['"status":"checked"' in came[0], '"status":"applied"' in came[1], '"status":"unchanged"' in came[2]] == [
        True] * 3
    assert '"state":"reported"' in came[3] and "personer_match4;795;" in came[4] and came[5] == '{"editions":[]}'
    with Session(engine) as session:
        assert session.exec(select(Upload.source)).all() == ["api"]
    assert made not in (folder / "app.log").read_text()


def test_the_server_refuses_as_the_api_does(served):
    url, made, *_ = served
    door, shown = Door(url, url), f"Bearer {made}"
    for answer, status, code in (
            (door.ask("/api/uploads", method="POST", content_length="99999999", authorization=shown), 413, "too_large"),
            (door.ask("/api/status", authorization=shown, host="evil.example"), 421, "wrong_host"),
            (door.ask("/api/uploads", method="POST", body=b"", origin="http://evil.example"), 403, "foreign_origin"),
            (door.ask("/api/status", cookies={"_streamlit_user": made}), 401, "no_token"),
            (door.ask("/api/uploads", authorization=shown), 405, "wrong_method"),
            (door.ask("/api", accept="text/html"), 404, "not_found")):
        assert (answer.status, f'"code":"{code}"'.encode() in answer.body) == (status, True), answer.body
        assert answer.header("content-type") == "application/json"
        assert not answer.cookies()
    assert door.ask("/api/status", authorization=shown).header("cache-control") == "private, no-store"


def test_who_sends_no_more_is_answered_while_others_are(served):
    """A body that stops in the middle holds nobody up."""
    url, made, *_ = served
    port = int(url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as slow:
        slow.sendall(f"POST /api/uploads HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {made}\r\n"
                     "Content-Type: text/csv\r\nContent-Disposition: attachment; filename=a.csv\r\n"
                     "Content-Length: 100\r\n\r\nabc".encode())
        assert Door(url, url).ask("/api/status", authorization=f"Bearer {made}").status == 200
