"""Which programme the house shows is a setting; what cannot be shown is refused in words and nothing else is done."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import Session, select

from model.basics import settings
from model.programmes import programmes, shown
from model.programmes.loading import ProgrammeRefused
from model.store import database, seeding
from model.store.tables.base import Target
from tests.model.programmes.declarations import written

ROOT = Path(__file__).parents[3]
OPENED = """
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("dashboard.py").run(timeout=60)
print([error.value for error in app.error], len(app.exception))
"""
COLLECTING = OPENED + """
import gc, time
for _ in range(300):
    if gc.isenabled():
        break
    time.sleep(0.1)
print(gc.isenabled())
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A folder of one's own with one programme."""
    written(tmp_path / "egne" / "sommer")
    monkeypatch.setenv("FREMDRIFT_PROGRAMMES", str(tmp_path / "egne"))
    return tmp_path / "egne"


def chosen(monkeypatch, name):
    monkeypatch.setenv("FREMDRIFT_PROGRAMME", name)
    settings.load.cache_clear()
    return programmes.chosen()


def started(*words, **wrong):
    """A process with a setting that cannot be used."""
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=os.environ | wrong,
                          capture_output=True, text=True, check=False)


def test_it_is_the_campaign_unless_another_is_asked_for(own, monkeypatch):
    (own / "sommer" / "measures.toml").unlink()  # nobody looks into it
    assert programmes.chosen().id == chosen(monkeypatch, programmes.DEFAULT).id == programmes.DEFAULT


def test_it_may_be_one_of_a_folder_of_ones_own(own, monkeypatch):
    shutil.copytree(ROOT / "tests" / "elsewhere" / "fremad", own / "fremad")
    assert chosen(monkeypatch, "fremad_fyn").name == "Fremad Fyn"


def test_one_without_what_the_pages_are_made_of_is_refused_with_all_that_it_lacks(own, monkeypatch):
    with pytest.raises(ProgrammeRefused) as refused:
        chosen(monkeypatch, "sommerpraktik")
    assert [wrong.text for wrong in refused.value.wrong] == [
        "»sommerpraktik« kan ikke vises. Det skal have ét mål af delene »share« og »increase« og ét af slagsen "
        "»outcome«.",
        "»sommerpraktik« kan ikke vises. Intet nøgletal har rollen »ended«, rollen »outcome«, rollen »outcome_beside«, "
        "rollen »ended_after_centre« og rollen »outcome_after_centre«.",
        "»sommerpraktik« kan ikke vises. To nøgletal skal have rollen »part«."]


def test_the_campaign_lacks_nothing():
    assert list(shown.lacking(programmes.chosen())) == []


def test_one_that_is_not_there_is_refused_with_those_that_can_be_shown(own, monkeypatch):
    with pytest.raises(ProgrammeRefused) as refused:
        chosen(monkeypatch, "vinter")
    assert str(refused.value) == ("FREMDRIFT_PROGRAMME: Der er intet program med id »vinter«. Vælg "
                                  "»virksomhedscenterkampagnen«.")


@pytest.mark.parametrize(("name", "value", "told"), [
    ("PROGRAMME", "vinter", "intet program med id »vinter«"),
    ("CONTACT", "formanden", "FREMDRIFT_CONTACT er ikke en mailadresse.")])
def test_the_command_line_and_the_app_say_so_and_nothing_else(name, value, told):
    wrong = {f"FREMDRIFT_{name}": value}
    said = started("-m", "model", "status", **wrong)
    assert (said.returncode, said.stdout) == (1, "") and told in said.stderr
    assert "Traceback" not in said.stderr
    app = started("-c", OPENED, **wrong)
    assert "Fremdrift kan ikke vises" in app.stdout and app.stdout.rstrip().endswith("] 0") and told in app.stdout


def test_the_garbage_collector_is_on_again_where_nothing_is_shown():
    app = started("-c", COLLECTING)
    assert app.stdout.rstrip().endswith("True") and "Traceback" not in app.stderr


def test_a_database_of_another_programme_is_not_taken_for_ones_own(engine):
    with Session(engine) as session:
        for target in session.exec(select(Target)):
            target.programme = "en_anden"
            session.add(target)
        session.commit()
    with pytest.raises(database.DatabaseProblem, match="hører ikke til Virksomhedscenterkampagnen"):
        seeding.migrate(engine)
