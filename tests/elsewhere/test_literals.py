"""No text in the product's code spells the campaign's names, dates or targets: they stand in its declaration."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.elsewhere.forbidden import breaches

ROOT = Path(__file__).parents[2]
DECLARED = ("model/programmes/", "model/store/migrations/")  # where they belong, and what they once were called
ALLOWED = {"model/intake/cells/cell_text.py": {"2009"},  # the number of a thin space among the signs
           "model/basics/citizen_counts.py": {"selvforsørgende"}}  # a word for citizens


def _texts(source: str) -> Iterator[str]:
    """Every text in the code that somebody may read or that decides something: all but those that document it."""
    tree = ast.parse(source)
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
                and id(node) not in documents)


@cache
def _spelt(root: Path) -> list[tuple[str, str]]:
    """(file, what it spells) of everything of the campaign's."""
    paths = [*(root / "model").rglob("*.py"), *(root / "pages").rglob("*.py"), root / "dashboard.py"]
    names = {path.relative_to(root).as_posix(): path for path in paths if path.exists()}
    return breaches([(name, text) for name, path in names.items() if not name.startswith(DECLARED)
                     for text in _texts(path.read_text(encoding="utf-8"))])


def test_no_text_of_the_code_spells_what_the_campaign_declares():
    assert [(name, words) for name, words in _spelt(ROOT) if words not in ALLOWED.get(name, ())] == []


def test_what_is_allowed_is_still_there():
    spelt = set(_spelt(ROOT))
    assert [(name, words) for name, each in ALLOWED.items() for words in each if (name, words) not in spelt] == []


@pytest.mark.parametrize("planted", [
    "'Kilde: samlet af BRM'", "f'{name} i Midtjylland'", "'mindst 16\u00a0%'", "('Skive', 'Lemvig')", "'+15'",
    "'selvforsørgende 4 uger efter'", "{'Mål 1': share}", "column('personer_match4')", "'fra oktober 2009'",
    "'i Virksomhedsaktivering'", "'Hotline fra DISCUS'", "'kampagnens mål'"])
def test_a_planted_text_of_the_campaign_is_caught(planted, tmp_path):
    folder = tmp_path / "model" / "subjects"
    folder.mkdir(parents=True)
    (folder / "planted.py").write_text(f'"""Midtjylland."""\n\n\ndef told():\n    return {planted}\n', encoding="utf-8")
    assert [name for name, _ in _spelt(tmp_path)][:1] == ["model/subjects/planted.py"]
