"""A file that fits two programmes with a project of one name is asked about once; its days may tell, and its answer."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
CHECKED = """
import json, sys
from datetime import date
from model.access.viewer import open_viewer
from model.intake.examine import examine
from model.intake.report import Answers
from model.intake.saving import apply
from model.store import database, facts, seeding
from sqlmodel import Session
from tests.model.subjects.projects.reports import FOLLOWED, RESULTS
from tests.viewers import EVERYBODY
engine = database.create(); seeding.migrate(engine)
def check(text, said=None, save=False):
    content = text.encode()
    given = Answers(said=said) if said else None
    report = examine(engine, "projekt.csv", content, today=date(2018, 1, 1), answers=given)
    if save:
        apply(engine, report, content=content, viewer=EVERYBODY, reason="prøve")
    asked = [[p.question, [o.value for o in p.options]] for p in report.problems if p.question]
    return [report.status, asked, sorted({json.loads(r)[0] for r in report.changes["record"]}),
            [n for n in report.notes if "læst som en" in n]]
row = "Middelfart;01-05-2014;Visiterede i alt;{}\\n"
told = [check(RESULTS + row.format(27)),
        check(RESULTS + "Middelfart;01-05-2017;Visiterede i alt;27\\n"),
        check(RESULTS + row.format(27), {"words.projekt.programme": "vc_igen"}, save=True),
        check(RESULTS + row.format(28)),
        check(RESULTS + "Middelfart (Virksomhedscenter igen);01-05-2014;Visiterede i alt;29\\n"),
        check(FOLLOWED + "Middelfart;9. Evaluering;01-05-2014;i gang;;;;\\n")]
with Session(engine) as session:
    told.append(facts.uploads(session)["programme"].tolist())
json.dump(told, sys.stdout)
"""
FIRST, AGAIN = "Middelfart", "Middelfart (Virksomhedscenter igen)"
ASKED = ["words.projekt.programme", ["vc_generation_2", "vc_igen"]]


def told(tmp_path):
    """What is said of each file beside a second programme with the same projects, which goes on for some years more."""
    shutil.copytree(ROOT / "model" / "programmes" / "vc_generation_2", tmp_path / "egne" / "igen")
    main = tmp_path / "egne" / "igen" / "programme.toml"
    text = main.read_text(encoding="utf-8")
    for old, new in (('id = "vc_generation_2"', 'id = "vc_igen"'), ("ends = 2015-12-01", "ends = 2018-12-01"),
                     ('called = "virksomhedscenter generation 2"', 'called = "virksomhedscenter igen"'),
                     ('name = "Virksomhedscenter generation 2"', 'name = "Virksomhedscenter igen"')):
        assert old in text
        text = text.replace(old, new, 1)
    main.write_text(text, encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", CHECKED], cwd=ROOT, capture_output=True, text=True, check=False,
                         env=os.environ | {"FREMDRIFT_PROGRAMMES": str(tmp_path / "egne"),
                                           "FREMDRIFT_DATABASE_URL": f"sqlite:///{tmp_path}/two.db"})
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout)


def test_where_two_fit_it_is_asked_and_never_guessed_and_the_answer_is_remembered(tmp_path):
    open_one, by_day, answered, again, named, point, owners = told(tmp_path)
    assert (open_one[0], open_one[1]) == ("refused", [ASKED])
    assert by_day[0] == "ready" and by_day[2] == [AGAIN] and by_day[3] != []
    assert (answered[0], answered[2]) == ("ready", [AGAIN])
    assert (again[0], again[1], again[2]) == ("ready", [], [AGAIN])
    assert (named[0], named[2]) == ("ready", [AGAIN])
    assert (point[0], point[1]) == ("refused", [ASKED])
    assert owners == ["vc_igen"]
