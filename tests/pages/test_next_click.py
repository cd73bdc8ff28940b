"""What somebody else writes, in this process or another, is seen at the next click."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from model.basics.formatting import today
from model.intake import undoing
from model.intake.examine import examine
from model.intake.saving import apply
from model.publishing import editions
from model.store import database
from model.store.tables.base import Target
from model.writing.agreements import agree
from model.writing.meetings import open_meeting
from tests.model.backup.drilling import backed_up, laid
from tests.pages.data_pages import said
from tests.pages.opening import opened
from tests.pages.telling import publish, withdraw
from tests.viewers import named

ROOT = Path(__file__).parents[2]
SKIVE = {"jobcenter": "779", "maaned": "2010-03"}
FIGURES = "Måned;Jobcenter;Kontant- og starthjælpsmodtagere i matchgruppe 4;Heraf i virksomhedspraktik\n"


def load(engine, text):
    report = examine(engine, "fil.csv", text.encode(), today=date(2011, 3, 1))
    assert report.status == "ready", (report.problems, report.question)
    return apply(engine, report, content=text.encode(), viewer=named("prøve"), reason="prøve")


def figures(engine):
    load(engine, f"{FIGURES}2010-03;Skive;417;61\n")


def target(engine):
    with database.write(engine) as session:
        session.add(Target(part="share", scope="regional", value=17, valid_from=date(2009, 10, 1), source="aftale",
                           reason="prøve", recorded_at=datetime(2011, 2, 1, tzinfo=UTC), recorded_by="prøve"))


def agreement(engine):
    meeting = open_meeting(engine, unit="779", held_on=date(2010, 4, 1), viewer=named("prøve"))
    agree(engine, meeting, text="Fire nye pladser", responsible="jobcenterchefen", due=today(), viewer=named("prøve"))


def enquiry(engine):
    load(engine, "Henvendelse nr.;Dato;Jobcenter;Tema\n9901;03-11-2010;Skive;Mentor\n")


def edition(engine):
    publish(engine)


def withdrawn(engine):
    with Session(engine) as session:
        newest = [each for each in editions.headings(session) if each.withdrawn is None][-1].number
    withdraw(engine, newest)


CHANGES = {"figures": (figures, "jobcenter", "417"), "target": (target, "jobcenter", "17 %"),
           "agreement": (agreement, "dialogue", "Fire nye pladser"), "enquiry": (enquiry, "support", "64 henvendelser"),
           "edition": (edition, "jobcenter", "det er Udgivelse 7"),
           "withdrawn": (withdrawn, "jobcenter", "det er Udgivelse 5")}


@pytest.mark.parametrize("what", list(CHANGES))
def test_the_next_click_shows_what_another_has_written(sample_engine, what):
    write, page, words = CHANGES[what]
    app = opened(page, **SKIVE)
    assert words not in said(app)
    write(sample_engine)
    assert words in said(app.run())


def test_the_next_click_shows_what_was_put_back(sample_engine, tmp_path):
    copy = backed_up(sample_engine, tmp_path)
    figures(sample_engine)
    app = opened("jobcenter", **SKIVE)
    assert "417" in said(app)
    laid(copy, sample_engine)
    assert "417" not in said(app.run())


def test_what_another_process_loads_and_takes_back_is_seen_too(sample_engine, tmp_path):
    app = opened("jobcenter", **SKIVE)
    before = said(app)
    (tmp_path / "fil.csv").write_text(f"{FIGURES}2010-03;Skive;418;61\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "model", "import", str(tmp_path / "fil.csv"), "--by", "prøve",
                           "--reason", "prøve"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "418" in said(app.run())
    with sample_engine.connect() as connection:
        newest = connection.exec_driver_sql("SELECT MAX(id) FROM upload").scalar()
    undoing.undo(sample_engine, newest, viewer=named("prøve"), reason="prøve")
    assert said(app.run()) == before
