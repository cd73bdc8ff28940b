"""What is remembered with a snapshot is made of it alone: neither of a session, the database nor the clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ELSEWHERE = {"st", "data", "Session", "engine", "address", "query_params", "session_state", "today"}


def _remembered(tree: ast.Module) -> Iterator[ast.AST]:
    """The functions that are remembered: decorated, or handed to ``remembered``."""
    handed = {name.id for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_it(node.func)
              for name in ast.walk(node) if isinstance(name, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (node.name in handed or any(map(_is_it, node.decorator_list))):
            yield node


def _is_it(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "remembered"


def _read_elsewhere(source: str) -> set[str]:
    return {name.id for each in _remembered(ast.parse(source)) for name in ast.walk(each)
            if isinstance(name, ast.Name) and name.id in ELSEWHERE}


def test_nothing_that_is_remembered_reads_a_session_or_the_database():
    paths = (path for folder in ("model", "pages") for path in (ROOT / folder).rglob("*.py"))
    found = {str(path.relative_to(ROOT)): names for path in paths
             if (names := _read_elsewhere(path.read_text(encoding="utf-8")))}
    assert found == {}


@pytest.mark.parametrize("body", ["return data.earlier(code)", "return st.query_params.get('maaned')",
                                  "with Session(engine) as session: return session", "return today()"])
def test_a_planted_one_is_caught(body):
    planted = f"def planted(snapshot, code):\n    {body}\n"
    assert _read_elsewhere(f"@remembered\n{planted}")
    assert _read_elsewhere(f"{planted}_kept = remembered(planted)\n")
