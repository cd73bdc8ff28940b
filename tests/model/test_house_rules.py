"""The street has one direction: import-linter holds it, and is shown to bite on a planted breach."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]


BREACHES = (  # a module, and what it must not know
    ("model.basics.formatting", "streamlit"),
    ("model.basics.months", "model.programmes.campaign"),
    ("model.statistics.pace", "plotly"),
    ("model.store.facts", "model.snapshot.snapshot"),
    ("model.store.tables.peers", "model.store.once"),
    ("model.intake.report", "model.writing.stories"),
    ("model.writing.peers", "model.intake.report"),
    ("model.snapshot.absence", "model.subjects.goals.figures.goals"),
    ("model.drawing.chart", "pages.shared.data"),
    ("model.drawing.signs", "model.subjects.goals.figures.goal1"),
    ("model.subjects.goals.figures.goal1", "model.publishing.publishing"),
    ("model.subjects.goals.figures.cohorts", "model.subjects.courses.figures.attendance"),
    ("model.subjects.courses.figures.attendance", "model.subjects.courses.words.courses"),
    ("model.subjects.centres.words.centres", "model.subjects.centres.charts.centres"),
    ("model.subjects.support.figures.hotline", "model.subjects.courses.figures.evaluations"),
    ("model.documents.letters", "model.commands.lists"),
    ("pages.region.page", "pages.jobcenter.details"),
    ("pages.shared.escaping", "pages.upload.answers"),
)
NEWCOMERS = ("model/telling", "model/subjects/newcomer", "model/subjects/goals/prose", "pages/newcomer")  # in no layer


def test_every_planted_breach_of_the_street_is_caught(tmp_path):
    for folder in ("model", "pages"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, known in BREACHES:
        with (tmp_path / Path(*module.split(".")).with_suffix(".py")).open("a", encoding="utf-8") as file:
            file.write(f"\nimport {known}\n")
    for room in NEWCOMERS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    ran = subprocess.run(LINT, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path), "COLUMNS": "500"},
                         capture_output=True, text=True, check=False)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    told = " ".join(ran.stdout.split())
    assert [breach for breach in BREACHES if f"{breach[0]} -> {breach[1]}" not in told] == []
    assert [room for room in NEWCOMERS if room.replace("/", ".") not in told] == []


def test_every_folder_of_pages_is_a_package_so_that_the_linter_sees_it():
    folders = {p.parent for p in (ROOT / "pages").rglob("*.py")}
    assert all((folder / "__init__.py").exists() for folder in folders)


def test_no_page_lies_directly_in_pages():
    """Streamlit would serve such a file without passing dashboard.py."""
    assert [p.name for p in (ROOT / "pages").glob("*.py")] == ["__init__.py"]
