"""The example that anybody can copy: it can be used as it is, its pages can be shown, and every line is explained."""

import re
from pathlib import Path

import pytest

from model.programmes.loading import load
from model.programmes.municipalities import MUNICIPALITIES

ROOT = Path(__file__).parents[3]
FOLDER = "docs/eksempel_paa_indsats"
FILES = sorted((ROOT / FOLDER).glob("*.toml"))
KEY = re.compile(r"^(\[\[?[\w.]+\]\]?|\w+ =)")


def test_it_can_be_used(run):
    status, out, _ = run("programmes", "check", ROOT / FOLDER)
    assert (status, out.splitlines()[-1]) == (0, "Programmet kan bruges.")


def test_all_its_pages_can_be_shown(run):
    status, out, _ = run("programmes", "preview", ROOT / FOLDER, "--check")
    assert status == 0 and "kan ikke vises" not in out


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_each_line_is_explained_where_it_first_stands(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    first: dict[str, str] = {}
    for before, line in zip(["", *lines], lines, strict=False):
        if key := KEY.match(line):
            table = line.startswith("[")
            first.setdefault(key[1], f"{before} {line}" if table else line)
    assert [line for key, line in first.items() if "#" not in line and not key.startswith("[goals.")] == []


def test_its_names_are_invented():
    programme = load(ROOT / FOLDER)
    assert not {unit.code for unit in programme.units} & set(MUNICIPALITIES)
    assert not {unit.name for unit in programme.units} & set(MUNICIPALITIES.values())


def test_the_readme_names_it():
    assert f"`{FOLDER}/`" in (ROOT / "README.md").read_text(encoding="utf-8")
