"""»Nyt siden sidst« by mail: to whom, of whom, once, and handed to a real server."""

import subprocess
import sys
from dataclasses import replace
from email import message_from_bytes, policy

import pytest
from sqlmodel import Session, select

from model.__main__ import main
from model.access import log, users
from model.access.log import Wanted
from model.access.users import User
from model.access.viewer import Role
from model.mailing import post, told
from model.store.tables.access import NewsSent
from tests.model.mailing.conftest import ROOT
from tests.model.subjects.news.worlds import JANUARY, held, seen
from tests.pages.opening import SKIVE, VIBORG, correct, fill
from tests.viewers import EVERYBODY

CHEF = User("chef", "jobcenterchefen", Role.JOBCENTER, frozenset({SKIVE}), "chef@eksempel.dk", wants_news=True)
OTHER = replace(CHEF, subject="anden", function="chefen i Viborg", units=frozenset({VIBORG}), email="b@eksempel.dk")
REGION = User("tovholder", "tovholder", Role.REGION, frozenset(), "brm@eksempel.dk", wants_news=True)


@pytest.fixture
def happened(engine):
    """Skive had a meeting, and a month has come since."""
    fill(engine)
    held(engine)
    return engine


def let_in(engine, *given):
    for user in given:
        users.record(engine, EVERYBODY, user, reason="ny")


def run(capsys, *words):
    status = main(["news", *map(str, words)])
    out = capsys.readouterr()
    return status, out.out, out.err


def files(folder):
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(folder.glob("*.eml"))]


def sent(engine):
    with Session(engine) as session:
        return [(row.subject, row.unit, row.how) for row in session.exec(select(NewsSent))]


def test_without_a_link_a_mail_leads_to_the_address_that_people_type(happened, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_PUBLIC_URL", "https://fremdrift.eksempel.dk")
    let_in(happened, CHEF)
    run(capsys, "--out", tmp_path / "ud")
    [mail] = files(tmp_path / "ud")
    assert "https://fremdrift.eksempel.dk/jobcenter?jobcenter=779" in mail.get_body(("plain",)).get_content()


def test_a_mail_says_what_the_page_says_in_text_and_in_html(happened, tmp_path, capsys):
    let_in(happened, CHEF)
    status, out, _ = run(capsys, "--out", tmp_path / "ud", "--link", "https://fremdrift.eksempel.dk/")
    [mail] = files(tmp_path / "ud")
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    page = seen(happened)
    assert (status, out) == (0, "Skrevet: jobcenterchefen (Skive).\n")
    assert mail["Subject"] == "Nyt i Fremdrift: Skive" and mail["To"] == CHEF.email
    assert page.title in text and page.lines
    assert all(f"- {line}".replace("\u00a0", " ") in text for line in page.texts)
    assert all(line.replace("\u00a0", " ") in html for line in page.texts) and '<html lang="da">' in html
    assert "https://fremdrift.eksempel.dk/jobcenter?jobcenter=779" in text
    assert "http" not in html.replace('href="https://fremdrift.eksempel.dk', "") and "<img" not in html
    assert not any(digit in mail["Subject"] for digit in "0123456789")
    assert next((tmp_path / "ud").iterdir()).stat().st_mode & 0o077 == 0


def test_nothing_is_sent_until_something_happens_since(happened, tmp_path, capsys):
    let_in(happened, CHEF)
    assert run(capsys, "--out", tmp_path / "a")[0] == 0 and len(files(tmp_path / "a")) == 1
    assert run(capsys, "--out", tmp_path / "b") == (0, "Der er ikke noget nyt at sende.\n", "")
    assert not (tmp_path / "b").exists()
    correct(happened, code=SKIVE, month=JANUARY, value=39)
    run(capsys, "--out", tmp_path / "c")
    assert len(files(tmp_path / "c")) == 1


def test_everybody_hears_of_their_own_alone_and_who_may_see_nothing_hears_nothing(happened, tmp_path, capsys):
    held(happened, code=VIBORG)
    drift = replace(REGION, subject="drift", function="drift", role=Role.OPERATIONS)
    public = replace(REGION, subject="gæst", function="gæst", role=Role.PUBLIC)
    ended = replace(CHEF, subject="forhenværende", active=False)
    unwilling = replace(CHEF, subject="uden", wants_news=False)
    let_in(happened, CHEF, OTHER, REGION, drift, public, replace(ended, active=True), ended, unwilling)
    run(capsys, "--out", tmp_path)
    assert {(mail["To"], mail["Subject"].partition(": ")[2]) for mail in files(tmp_path)} == {
        (CHEF.email, "Skive"), (OTHER.email, "Viborg"), (REGION.email, "Skive og Viborg")}
    assert {(subject, unit) for subject, unit, _ in sent(happened)} == {
        ("chef", SKIVE), ("anden", VIBORG), ("tovholder", SKIVE), ("tovholder", VIBORG)}


def test_what_was_sent_is_logged_without_what_it_said(happened, tmp_path, capsys):
    let_in(happened, CHEF)
    run(capsys, "--out", tmp_path)
    with Session(happened) as session:
        [entry] = [each for each in log.entries(session, Wanted()) if each.action == "sendte nyt"]
    assert (entry.unit, entry.about, entry.reason, entry.origin) == (SKIVE, "chef", "file", "kommando")


def test_a_dry_run_writes_nothing(happened, tmp_path, capsys):
    let_in(happened, CHEF)
    status, out, _ = run(capsys, "--dry-run", "--out", tmp_path / "ud")
    assert status == 0 and out.startswith("jobcenterchefen (Skive): 1 linje")
    assert not (tmp_path / "ud").exists() and sent(happened) == []


def test_without_a_server_or_a_folder_it_says_what_to_set(happened, capsys):
    let_in(happened, CHEF)
    status, _, err = run(capsys)
    assert status == 2 and "FREMDRIFT_SMTP_HOST" in err and "--out" in err
    assert run(capsys, "--out", "x", "--link", "fremdrift")[0] == 2


def test_a_real_server_is_handed_mail_over_a_closed_line_by_a_known_user(happened, served, certificate, capsys):
    server = served(*certificate, smtp_user="fremdrift", smtp_password="hemmeligt")
    let_in(happened, CHEF, REGION)
    status, out, err = run(capsys)
    assert (status, err) == (0, "") and "Sendt: jobcenterchefen (Skive)." in out
    assert [mail["To"] for mail in server.taken()] == [CHEF.email, REGION.email]
    assert server.taken()[0]["From"] == "Fremdrift <fremdrift@eksempel.dk>"
    assert "Tal for " in server.taken()[0].get_body(("plain",)).get_content()
    assert run(capsys)[1] == "Der er ikke noget nyt at sende.\n" and len(server.taken()) == 2


@pytest.mark.parametrize(("given", "why"), [
    ({"smtp_user": "fremdrift", "smtp_password": "forkert", "smtp_seconds": "2"}, "kender ikke FREMDRIFT_SMTP_USER"),
    ({"smtp_port": "1"}, "svarer ikke")])
def test_a_server_that_cannot_be_used_leaves_nothing_noted(happened, served, certificate, capsys, given, why):
    server = served(*certificate, **given)
    let_in(happened, CHEF)
    status, _, err = run(capsys)
    assert status == 1 and why in err and "forkert" not in err
    assert server.taken() == [] and sent(happened) == []


def test_a_server_that_is_not_trusted_is_told_nothing(happened, served, certificate, capsys, monkeypatch):
    server = served(*certificate)
    monkeypatch.delenv("SSL_CERT_FILE")
    let_in(happened, CHEF)
    assert "STARTTLS" in run(capsys)[2] and server.taken() == [] and sent(happened) == []


def test_a_server_without_a_closed_line_is_told_nothing_unless_it_is_this_machine(happened, served, capsys):
    server = served(smtp_starttls="always")
    let_in(happened, CHEF)
    assert "STARTTLS" in run(capsys)[2] and server.taken() == []


def test_a_line_others_may_read_is_for_this_machine_alone(monkeypatch):
    monkeypatch.setenv("FREMDRIFT_SMTP_STARTTLS", "never")
    monkeypatch.setenv("FREMDRIFT_SMTP_HOST", "mail.eksempel.dk")
    with pytest.raises(post.NoServer, match="denne maskine"):
        post.Post(post.Settings())


def test_one_bad_address_stops_none_of_the_others_and_is_tried_again(happened, served, capsys):
    server = served()
    let_in(happened, replace(CHEF, email="nej@eksempel.dk"), REGION)
    status, out, _ = run(capsys)
    assert status == 1 and "Ikke sendt: jobcenterchefen (Skive). Mailserveren vil ikke tage mod adressen (550)." in out
    assert [mail["To"] for mail in server.taken()] == [REGION.email] and "nej@" not in out
    assert {subject for subject, *_ in sent(happened)} == {"tovholder"}
    users.record(happened, EVERYBODY, CHEF, reason="rettet")
    assert run(capsys)[0] == 0 and len(server.taken()) == 2


def test_a_line_that_is_lost_after_a_mail_was_taken_sends_none_twice_and_stops_none(happened, served, capsys):
    server = served()
    let_in(happened, replace(CHEF, email="farvel@eksempel.dk"), REGION)
    status, out, _ = run(capsys)
    assert status == 1 and "Måske sendt: jobcenterchefen (Skive)." in out
    assert [mail["To"] for mail in server.taken()] == ["farvel@eksempel.dk", REGION.email]
    assert run(capsys)[1] == "Der er ikke noget nyt at sende.\n" and len(server.taken()) == 2


KILLED = """
import os, signal
from model.mailing import post
whole = post.Post.hand_over
def hand_over(self, mail):
    whole(self, mail)
    os.kill(os.getpid(), signal.SIGKILL)
post.Post.hand_over = hand_over
from model.__main__ import main
main(["news"])
"""


def test_a_command_that_is_killed_between_sending_and_saying_so_sends_nothing_twice(happened, served, capsys):
    server = served()
    let_in(happened, CHEF)
    assert subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, check=False).returncode == -9
    assert len(server.taken()) == 1
    out = run(capsys)[1]
    assert out.startswith("En tidligere kørsel blev afbrudt") and "måske ikke sendt til: jobcenterchefen." in out
    assert out.endswith("Der er ikke noget nyt at sende.\n") and len(server.taken()) == 1


def test_of_two_runs_at_once_one_tells(happened):
    lines = {SKIVE: ("Tal for marts 2010 er kommet.",)}
    assert told.note(happened, "chef", lines, how="mail") and told.note(happened, "chef", lines, how="mail") == ()


def test_a_line_that_is_gone_is_no_news_and_one_that_is_other_again_is(engine):
    first, second = {SKIVE: ("a", "b")}, {SKIVE: ("b",)}
    told.note(engine, "chef", first, how="mail")
    with Session(engine) as session:
        assert told.new(session, "chef", second) == {}
        assert told.new(session, "chef", {SKIVE: ("b", "c")}) == {SKIVE: ("b", "c")}
        assert told.new(session, "anden", second) == second
