"""What is remembered with a snapshot is made of it alone: neither of a session, the database nor the clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ELSEWHERE = {"st", "data", "Session", "engine", "address", "query_params", "session_state"}


def _remembered(tree: ast.Module) -> Iterator[ast.AST]:
    """The functions that are remembered: decorated, or handed to ``remembered``."""
    for node in ast.walk(tree):
        decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
        handed = [node.func] if isinstance(node, ast.Call) else []
        if any(isinstance(each, ast.Name) and each.id == "remembered" for each in (*decorators, *handed)):
            yield node


def _read_elsewhere(source: str) -> set[str]:
    return {name.id for each in _remembered(ast.parse(source)) for name in ast.walk(each)
            if isinstance(name, ast.Name) and name.id in ELSEWHERE}


def test_nothing_that_is_remembered_reads_a_session_or_the_database():
    paths = (path for folder in ("model", "pages") for path in (ROOT / folder).rglob("*.py"))
    found = {str(path.relative_to(ROOT)): names for path in paths
             if (names := _read_elsewhere(path.read_text(encoding="utf-8")))}
    assert found == {}


@pytest.mark.parametrize("body", ["return data.earlier(code)", "return st.query_params.get('maaned')",
                                  "with Session(engine) as session: return session"])
def test_a_planted_one_is_caught(body):
    assert _read_elsewhere(f"@remembered\ndef planted(snapshot, code):\n    {body}\n")
