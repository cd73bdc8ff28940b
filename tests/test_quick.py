"""The quick run chooses the tests that a change is nearest to, and a core that every change meets."""

import pytest

from tests import quick
from tests.nearest import ROOT, nearest


def test_the_tests_named_after_a_module_come_before_those_that_only_use_it():
    near = nearest(ROOT / "model" / "statistics" / "intervals.py")
    assert near[0] == "tests/model/statistics/test_intervals.py"
    assert "tests/model/subjects/definitions/test_definitions.py" in near


def test_a_changed_test_is_run_itself_and_everything_once():
    itself = "tests/model/subjects/goals/figures/test_goal1.py"
    assert quick.chosen([ROOT / itself, ROOT / "README.md", ROOT / "tests" / "conftest.py"], core=[itself]) == [itself]


def test_what_every_change_meets_is_there():
    assert [path for path in quick.CORE if not (ROOT / path).exists()] == []


@pytest.mark.long  # it runs the core of the suite
def test_a_planted_fault_in_the_core_ends_the_run_with_an_error(monkeypatch, capfd, tmp_path):
    failing = tmp_path / "test_failing.py"
    failing.write_text("def test_it():\n    assert False\n", encoding="utf-8")
    monkeypatch.setattr(quick, "changed", lambda *_: [])
    monkeypatch.setattr(quick, "chosen", lambda _: [str(failing)])
    monkeypatch.setattr(quick, "LINTERS", (("python", "-c", "pass"),))
    assert quick.main([]) == 1
    assert "test_failing.py::test_it" in capfd.readouterr().out


def test_a_linter_that_complains_is_heard(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(quick, "LINTERS", (("python", "-c", "print('en fejl'); raise SystemExit(1)"),))
    monkeypatch.setattr(quick, "_tested", lambda _: True)
    assert quick.main([]) == 1
    assert "en fejl" in capsys.readouterr().out
