"""The street has one direction: import-linter holds it, and is shown to bite on a planted breach."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]


@pytest.mark.parametrize(("where", "breach"), [
    ("model/store/facts.py", "import model.snapshot.snapshot"),
    ("model/intake/report.py", "import model.snapshot.snapshot"),
    ("model/basics/formatting.py", "import streamlit"),
    ("model/drawing/chart.py", "import pages.shared"),
])
def test_a_planted_breach_of_the_layers_is_caught(tmp_path, where, breach):
    for folder in ("model", "pages"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / where).open("a") as file:
        file.write(f"\n{breach}\n")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    found = subprocess.run(LINT, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert found.returncode == 1, found.stdout + found.stderr
    assert "BROKEN" in found.stdout


def test_every_folder_of_pages_is_a_package_so_that_the_linter_sees_it():
    folders = {p.parent for p in (ROOT / "pages").rglob("*.py")}
    assert all((folder / "__init__.py").exists() for folder in folders)


def test_no_page_lies_directly_in_pages():
    """Streamlit would serve such a file without passing dashboard.py."""
    assert [p.name for p in (ROOT / "pages").glob("*.py")] == ["__init__.py"]
