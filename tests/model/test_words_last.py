"""What something amounts to is a member of an enum until words tell it: no figure spells it, nothing compares words."""

import ast
from pathlib import Path

import pytest

from model.subjects.calendar.figures.calendar import Lane, State
from model.subjects.calendar.words.calendar import LANE_WORDS, STATE_WORDS
from model.subjects.centres.figures.register import CentreStatus
from model.subjects.centres.words.centre_page import STATUS_WORDS
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Verdict
from model.subjects.goals.words.wording import OUTCOME_WORDS, VERDICT_WORDS
from model.subjects.projects.figures.milestones import State as MilestoneState
from model.subjects.projects.words.projects import STATE_WORDS as MILESTONE_WORDS

ROOT = Path(__file__).parents[2]
TOLD = ("model/subjects", "model/drawing", "model/documents", "model/publishing", "model/commands", "pages")
TOLD_BY = {Verdict: VERDICT_WORDS, OutcomeVerdict: OUTCOME_WORDS, Lane: LANE_WORDS, State: STATE_WORDS,
           CentreStatus: STATUS_WORDS, MilestoneState: MILESTONE_WORDS}
SPELT = {words for told in TOLD_BY.values() for words in told.values()} | {"kun andelen", "kun forøgelsen"}
STORED = {  # by file what a row holds, and the names of its dataset's columns
    "model/subjects/support/figures/counselling.py": {"aftalt", "afholdt"},
    "pages/support/counselling_form.py": {"aftalt", "afholdt"}}
ASKS = {"eq", "ne", "isin", "count", "get", "index"}


def _spelt(tree: ast.AST) -> set[str]:
    """What something amounts to, written out in Danish anywhere in ``tree``."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in SPELT}


def _compared(tree: ast.AST) -> set[str]:
    """The same, where something is compared with it or looked up by it."""
    asked = [node for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    asked += [argument for node in ast.walk(tree) if isinstance(node, ast.Call)
              and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS for argument in node.args]
    asked += [node.slice for node in ast.walk(tree) if isinstance(node, ast.Subscript)
              and isinstance(node.value, ast.Name) and node.value.id.isupper()]
    return {words for part in asked for words in _spelt(part)}


def _worded(root: Path) -> list[str]:
    """Every file of figures that spells a verdict or a state in Danish, and every file that compares with one."""
    found = []
    for path in sorted(path for room in TOLD for path in (root / room).rglob("*.py")):
        name, tree = path.relative_to(root).as_posix(), ast.parse(path.read_text("utf-8"))
        spelt = _spelt(tree) if "figures" in path.parent.parts and "subjects" in path.parts else _compared(tree)
        found += [f"{name}: {words}" for words in sorted(spelt - STORED.get(name, set()))]
    return found


def test_a_verdict_and_a_state_are_no_danish_words_until_words_tell_them():
    assert _worded(ROOT) == []


def test_every_verdict_and_state_has_words():
    assert [enum.__name__ for enum, words in TOLD_BY.items() if words.keys() != set(enum)] == []


def test_what_is_stored_is_still_spelt_where_it_is_named():
    assert {name: _spelt(ast.parse((ROOT / name).read_text("utf-8"))) for name in STORED} == STORED


@pytest.mark.parametrize(("room", "breach"), [
    ("figures", "REACHED = 'nået'"), ("figures", "Literal['ikke nået', 'for få forløb']"),
    ("figures", "np.select([share], ['kun andelen'])"), ("figures", "Entry(state='aflyst')"),
    ("figures", "rows['status'].eq('på pause')"), ("words", "goal.verdict == 'nået'"),
    ("words", "goal.verdict in ('nået', 'ikke nået')"), ("charts", "found.count('kan ikke afgøres')"),
    ("charts", "MARKS['kan ikke opgøres']"), ("charts", "MARKS.get('for få forløb')"),
    ("charts", "found['lane'].isin(['Dialogmøder'])")])
def test_a_planted_danish_verdict_is_caught(room, breach, tmp_path):
    folder = tmp_path / "model" / "subjects" / "goals" / room
    folder.mkdir(parents=True)
    (folder / "planted.py").write_text(f"def told(found):\n    {breach}\n", encoding="utf-8")
    assert _worded(tmp_path)
