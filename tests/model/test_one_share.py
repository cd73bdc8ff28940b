"""One function writes a share: nothing but ``basics/shares.py`` puts a percent sign after a number of its own."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOME = ROOT / "model/basics/shares.py"
SOURCES = [path for folder in ("model", "pages") for path in sorted((ROOT / folder).rglob("*.py")) if path != HOME]
STYLES = {ROOT / "pages/shared" / name for name in ("dots.py", "drawing.py", "shapes.py", "timeline.py")}  # CSS
NUMBER_FORMATS = {ROOT / "model/documents" / name for name in ("workbook.py", "slides/native.py")}  # axes
JUDGED = ("share", "share_of", "interval", "interval_words", "share_text", "share_decimals", "value_decimals",
          "end_decimals")
SIGN, FORMAT, TEMPLATE = re.compile(r"[ \u00a0]?%"), re.compile(r"0(\.0+)? ?%"), re.compile(r"\}[ \u00a0]?%")


def breaches(source: str, path: Path = ROOT / "model/some.py") -> list[str]:
    """Each place that writes a share by itself, or does not say what one is judged by."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    found = [(node, rule) for node in ast.walk(tree) for rule in _broken(node, path, inside)]
    return [f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {rule}" for node, rule in found]


def _broken(node: ast.AST, path: Path, inside: set[int]) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr) and _written(node, style=path in STYLES):
        yield "a percent sign after a value"
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
        if TEMPLATE.search(node.value) and path not in STYLES:
            yield "a percent sign to put after a value"
        if FORMAT.fullmatch(node.value) and path not in NUMBER_FORMATS:
            yield "a number format that rounds by itself"
    if _joined(node):
        yield "a percent sign put after a value"
    if isinstance(node, ast.Call):
        yield from _called(node)


def _joined(node: ast.AST) -> bool:
    """Whether a percent sign is added to something, or filled in beside it."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
        return "%%" in str(node.left.value)
    parts = [node.left, node.right] if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) else (
        node.elts if isinstance(node, ast.List) else [])
    return any(isinstance(part, ast.Constant) and SIGN.fullmatch(str(part.value)) for part in parts)


def _written(node: ast.JoinedStr, *, style: bool) -> bool:
    """Whether a value in it is followed by a percent sign, with or without a space of any kind between them."""
    values = [part for part in node.values if not _is_space(part)]
    return any(isinstance(one, ast.FormattedValue) and not (style and one.format_spec)
               and isinstance(sign, ast.Constant) and SIGN.match(str(sign.value))
               for one, sign in pairwise(values))


def _is_space(part: ast.expr) -> bool:
    named = isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name) and part.value.id == "NBSP"
    return named or (isinstance(part, ast.Constant) and not str(part.value).strip())


def _called(node: ast.Call) -> Iterator[str]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name == "format_percent":
        yield "a library's percentage"
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    if name in JUDGED and isinstance(node.func, ast.Name):
        target = given.get("target")
        if target is None or isinstance(target, ast.Constant):
            yield "a share without what it is judged by"
    if name == "percent" and node.args and not _whole(node.args[0]):
        yield "a share written as a whole percentage"


def _whole(given: ast.expr) -> bool:
    """Whether what is written as a whole percentage is a target, a tick or the like: no count by count, no share."""
    if isinstance(given, ast.Call) and isinstance(given.func, ast.Name) and given.func.id == "int":
        return True  # rounded down, so that it never flatters
    return not any(isinstance(part, ast.Div) or getattr(part, "attr", getattr(part, "id", "")) == "share"
                   for part in ast.walk(given))


def test_nothing_else_writes_a_share_and_none_is_written_without_its_target():
    assert [breach for path in SOURCES for breach in breaches(path.read_text(encoding="utf-8"), path)] == []


@pytest.mark.parametrize("planted", [
    'f"{number(x)} %"', 'f"{number(x)}{NBSP}%"', 'f"{100 * x / n:.1f} % af {n}"', 'f"andelen er {x}\\u00a0%."',
    '"{} %".format(x)', '"%d %%" % x', 'number(x) + " %"', '" ".join([number(x), "%"])', "format_percent(x / n)",
    'sheet.look("0.0%")', 'labels.value(point, "0 %")', "share(1, 30)", "share_of(1, 30, target=None)",
    "interval(1, 2)", "share_text(x, n, target=16)", "percent(100 * x / n)", "percent(goal.share)", "percent(share)"])
def test_a_planted_breach_is_caught(planted):
    assert len(breaches(planted)) == 1


@pytest.mark.parametrize("allowed", [
    'f"uden for 95{NBSP}%-grænserne"', 'f"Mål {percent(target)}"', "share(x, n, target=UNJUDGED)",
    "percent(int(100 * found.share))", 'f"{share_of(x, n, target=goal.target)} er selvforsørgende"', '"99,8 %"'])
def test_what_is_no_share_is_let_be(allowed):
    assert breaches(allowed) == []
