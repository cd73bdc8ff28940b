"""Saving exactly what was shown, undoing it, and two people at once; on SQLite and on PostgreSQL."""

import hashlib
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import Session, select

from model.intake import saving, undoing
from model.intake.refusal import SaveRefused
from model.intake.saving import apply
from model.programmes.current import PROGRAMME
from model.store import database, facts
from model.store.database import Stale
from model.store.tables.base import Figure, Upload
from tests.model.intake.filing import HEAD, at, check, load, stored
from tests.viewers import EVERYBODY, named

ONE = HEAD + "2010-03;791;795;102;32\n"
TWO = HEAD + "2010-03;791;795;103;32\n2010-03;779;414;61;<5\n"


def test_every_stated_figure_is_stored_unchanged_ones_too(any_engine):
    first = load(any_engine, ONE)
    second = load(any_engine, TWO)
    with Session(any_engine) as session:
        count = dict(session.exec(select(Figure.upload_id, func.count()).group_by(Figure.upload_id)).all())
    assert count == {first: 3, second: 6}
    assert stored(any_engine)["779", "2010-03", "heraf_loentilskud"] == "hidden"
    undoing.undo(any_engine, first, reason="prøve", viewer=named("test"))
    assert stored(any_engine)["791", "2010-03", "personer_match4"] == 795


@pytest.mark.parametrize("rows", [1, 16, 17, 50])  # 48 figures, 51, and just as many as three statements take
def test_every_figure_is_stored_however_many_there_are(any_engine, rows):
    keys = [(unit.code, month) for month in ("2010-01", "2010-02", "2010-03") for unit in PROGRAMME.units][:rows]
    said = {key: {"personer_match4": 400 + at, "heraf_virksomhedspraktik": 50 + at, "heraf_loentilskud": 10 + at}
            for at, key in enumerate(keys)}
    load(any_engine, HEAD + "".join(f"{month};{code};{';'.join(map(str, figures.values()))}\n"
                                    for (code, month), figures in said.items()))
    assert stored(any_engine) == {(*key, name): figure for key, figures in said.items()
                                  for name, figure in figures.items()}


def test_what_is_kept_with_an_upload(any_engine):
    content = (HEAD + "2010-03;791;795;-;32\n2010-03;779;1;2;3\n").encode()
    report = check(any_engine, content, without=("779",))
    upload = apply(any_engine, report, content=content, viewer=named(" konsulent "), reason="stregen betyder ukendt",
                   received_at=at(2010, 4, 12))
    with Session(any_engine) as session:
        found = session.get_one(Upload, upload)
        name, original = saving.original(session, upload, EVERYBODY)
    assert (found.received_by, found.reasons, found.without) == ("konsulent", "stregen betyder ukendt", ["779"])
    assert found.received_at == at(2010, 4, 12)
    assert {k: found.counts[k] for k in ("new", "changed", "unchanged")} == {"new": 3, "changed": 0, "unchanged": 0}
    assert found.counts["notes"] == len(report.notes)
    assert [(p["severity"], p["month"], p["jobcenter"]) for p in found.problems] == [("advarsel", "2010-03-01", "791")]
    assert (name, original) == ("tal.csv", content)
    assert len(found.content) != len(content), "the original is kept compressed"


def test_the_same_bytes_are_recognised_while_they_stand(engine):
    upload = load(engine, ONE)
    again = check(engine, ONE)
    assert again.status == "unchanged" and again.already[0] == upload
    with pytest.raises(SaveRefused):
        apply(engine, again, content=ONE.encode(), viewer=named("test"))
    undoing.undo(engine, upload, reason="prøve", viewer=named("test"))
    assert check(engine, ONE).status == "ready"


def test_a_different_file_that_changes_nothing_is_an_upload_like_any_other(engine):
    load(engine, ONE)
    before = stored(engine)
    report = check(engine, ONE + "\n")
    assert report.counts == {"new": 0, "changed": 0, "unchanged": 3}
    load(engine, ONE + "\n")
    assert stored(engine) == before


def test_a_report_with_errors_is_never_saved(engine):
    content = (HEAD + "2010-03;791;1;2;3\n").encode()
    report = check(engine, content)
    with pytest.raises(SaveRefused, match="fejl"):
        apply(engine, report, content=content, viewer=named("test"), reason="alligevel")
    assert stored(engine) == {}


def test_a_question_is_never_saved(engine):
    content = b"Jobcenter;Personer\nViborg;795\n"
    with pytest.raises(SaveRefused, match="ikke klar"):
        apply(engine, check(engine, content), content=content, viewer=named("test"))


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_warning_needs_a_reason(engine, reason):
    content = (HEAD + "2010-03;791;795;-;32\n").encode()
    with pytest.raises(SaveRefused, match="1 advarsel"):
        apply(engine, check(engine, content), content=content, viewer=named("test"), reason=reason)


def test_who_uploads_must_be_said(engine):
    with pytest.raises(SaveRefused, match="hvem"):
        apply(engine, check(engine, ONE), content=ONE.encode(), viewer=named(" "))


def test_other_bytes_than_those_checked_are_refused(engine):
    with pytest.raises(SaveRefused, match="en anden"):
        apply(engine, check(engine, ONE), content=TWO.encode(), viewer=named("test"))


def test_receipt_never_runs_backwards_and_never_lies_ahead(any_engine):
    apply(any_engine, check(any_engine, ONE), content=ONE.encode(), viewer=named("test"), received_at=at(2010, 4, 12))
    report = check(any_engine, TWO)
    with pytest.raises(SaveRefused, match=r"modtaget 12\. apr\. 2010"):
        apply(any_engine, report, content=TWO.encode(), viewer=named("test"), received_at=at(2010, 4, 11))
    with pytest.raises(SaveRefused, match="fremtiden"):
        apply(any_engine, report, content=TWO.encode(), viewer=named("test"),
              received_at=datetime.now(UTC) + timedelta(days=1))
    assert apply(any_engine, report, content=TWO.encode(), viewer=named("test"), received_at=at(2010, 4, 12))


def test_as_of_a_day_is_not_changed_by_later_uploads(any_engine):
    apply(any_engine, check(any_engine, ONE), content=ONE.encode(), viewer=named("test"), received_at=at(2010, 4, 12))
    then = stored(any_engine, date(2010, 4, 12))
    apply(any_engine, check(any_engine, TWO), content=TWO.encode(), viewer=named("test"), received_at=at(2010, 4, 13))
    assert stored(any_engine, date(2010, 4, 12)) == then
    assert stored(any_engine, date(2010, 4, 11)) == {}
    assert stored(any_engine, date(2010, 4, 13)) == stored(any_engine)


def test_a_refused_save_leaves_nothing_and_does_not_move_the_version(engine):
    with Session(engine) as session:
        before = database.data_version(session)
    with pytest.raises(SaveRefused):
        apply(engine, check(engine, ONE), content=ONE.encode(), viewer=named("test"),
              received_at=datetime(2090, 1, 1, tzinfo=UTC))
    with Session(engine) as session:
        assert database.data_version(session) == before
        assert session.exec(select(func.count()).select_from(Upload)).one() == 0


def test_somebody_else_came_first(any_engine):
    report = check(any_engine, ONE)
    load(any_engine, TWO)
    with pytest.raises(Stale, match="Indlæst af en anden"):
        apply(any_engine, report, content=ONE.encode(), viewer=named("test"))


def test_of_several_who_checked_against_the_same_state_one_gets_through(any_engine):
    files = [(HEAD + f"2010-03;791;{795 + n};102;32\n").encode() for n in range(4)]
    reports = [check(any_engine, content) for content in files]
    results: list[object] = []
    start = threading.Barrier(len(files))

    def save(report, content):
        start.wait()
        try:
            results.append(apply(any_engine, report, content=content, viewer=named("test")))
        except Stale as stale:
            results.append(stale)

    threads = [threading.Thread(target=save, args=pair) for pair in zip(reports, files, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(r).__name__ for r in results) == ["Stale", "Stale", "Stale", "int"]
    with Session(any_engine) as session:
        assert session.exec(select(func.count()).select_from(Upload)).one() == 1


def test_the_database_itself_keeps_the_same_file_from_standing_twice(engine):
    """Should a report ever pass by the recognition, the unique index refuses."""
    load(engine, ONE)
    report = replace(check(engine, TWO), sha256=hashlib.sha256(ONE.encode()).hexdigest())
    with pytest.raises(SaveRefused, match="allerede indlæst"):
        apply(engine, report, content=ONE.encode(), viewer=named("test"))


SAVE_AND_STALL = """
import sys, time
from datetime import date
from sqlalchemy import event
from model.access.viewer import open_viewer
from model.store import database
from model.intake.examine import examine
from model.intake.saving import apply
from model.programmes.current import PROGRAMME
engine = database.create()
content = open(sys.argv[1], "rb").read()
report = examine(engine, "tal.csv", content, today=date(2010, 4, 20))

@event.listens_for(engine, "commit")
def stall(connection):
    print("ved at gemme", flush=True)
    time.sleep(60)

apply(engine, report, content=content, viewer=open_viewer("test"))
"""


def test_a_process_killed_in_mid_save_leaves_nothing(engine, tmp_path):
    (tmp_path / "tal.csv").write_text(ONE)
    process = subprocess.Popen([sys.executable, "-c", SAVE_AND_STALL, str(tmp_path / "tal.csv")],
                               stdout=subprocess.PIPE,
                               cwd=Path(__file__).parents[3], env=dict(os.environ))
    assert process.stdout.readline() == b"ved at gemme\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert stored(engine) == {}
    with Session(engine) as session:
        assert session.exec(select(func.count()).select_from(Upload)).one() == 0
    assert load(engine, ONE)


def test_examining_never_writes(engine):
    with Session(engine) as session:
        before = database.data_version(session)
    check(engine, ONE)
    check(engine, b"\x89PNG\r\n\x1a\n")
    with Session(engine) as session:
        assert database.data_version(session) == before
        assert facts.uploads(session).empty
