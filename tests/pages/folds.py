"""What the pages draw only while it is open: the keys of their folds and forms, read from the pages themselves."""

import ast
from pathlib import Path

PAGES = Path(__file__).parents[2] / "pages"


def _calls(name: str) -> list[ast.Call]:
    sources = [path.read_text(encoding="utf-8") for path in sorted(PAGES.rglob("*.py"))]
    return [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute) and node.func.attr == name]


def _folds() -> list[ast.expr]:
    return [call.args[1] for call in _calls("folded") if len(call.args) == 3]


def _panels() -> list[ast.expr]:
    stated = [{each.arg: each.value for each in call.keywords} for call in _calls("expander")]
    return [keywords["key"] for keywords in stated if {"key", "on_change"} <= keywords.keys()]


def _named(keys: list[ast.expr]) -> tuple[str, ...]:
    return tuple(str(key.value) for key in keys if isinstance(key, ast.Constant))


FOLDS, PANELS = _named(_folds()), _named(_panels())
OPEN = dict.fromkeys((*FOLDS, *PANELS), True)  # a session in which each of them is
