"""What the pages draw only while it is open: the keys of their folds, read from the pages themselves."""

import ast
from pathlib import Path

PAGES = Path(__file__).parents[2] / "pages"


def _keys(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)
             and isinstance(node.func, ast.Attribute) and node.func.attr == "folded" and len(node.args) == 3]
    return [str(call.args[1].value) for call in calls if isinstance(call.args[1], ast.Constant)]


FOLDS = tuple(key for path in sorted(PAGES.rglob("*.py")) for key in _keys(path.read_text(encoding="utf-8")))
OPEN = dict.fromkeys(FOLDS, True)  # a session in which each of them is
