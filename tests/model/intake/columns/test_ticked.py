"""Monthly figures: an x is not reported beside numbers, and is asked about where it stands alone."""

import pytest

from model.intake.report import Answers
from model.intake.saving import apply
from tests.model.intake.filing import check, stated
from tests.viewers import named

HEAD = "Måned;Jobcenter;Personer;Praktik\n"
TICKS = HEAD + "2010-03;Skive;414;x\n2010-03;Odder;205;X\n"


def test_beside_numbers_an_x_is_not_reported(engine):
    found = check(engine, HEAD + "2010-03;Skive;414;61\n2010-03;Odder;205;x\n")
    assert found.status == "ready" and stated(found)["727", "2010-03", "heraf_virksomhedspraktik"] == "missing"


def test_a_column_of_crosses_alone_is_asked_about_once(engine):
    [problem] = check(engine, TICKS).errors
    assert problem.question == "words.x" and "»Praktik«" in problem.text
    assert [option.value for option in problem.options] == ["missing", "ticked"]
    answers = Answers(approved=True, said={"words.x": "missing"})
    found = check(engine, TICKS, answers=answers)
    assert stated(found)["779", "2010-03", "heraf_virksomhedspraktik"] == "missing"
    apply(engine, found, content=TICKS.encode(), viewer=named("prøve"), reason="prøve")
    assert check(engine, TICKS.replace("2010-03", "2010-02")).status == "ready"


def test_a_tick_is_no_count(engine):
    [problem] = check(engine, TICKS, answers=Answers(approved=True, said={"words.x": "ticked"})).errors
    assert "afkrydsning" in problem.text and "slet kolonnen" in problem.text


@pytest.mark.parametrize("cells", [("x", ""), ("..", "x"), ("x", "0")])
def test_one_x_or_another_mark_is_no_column_of_ticks(engine, cells):
    one, other = cells
    assert check(engine, f"{HEAD}2010-03;Skive;414;{one}\n2010-03;Odder;205;{other}\n").status == "ready"
