"""The attacker on documents written by hand: what it must see, and what it must not take for a leak."""

import ast
from pathlib import Path

import pytest

from tests.attack.attacker import Leak, attack, proved
from tests.attack.paper import MONTH, Told, cell, document, editions, rows

HALF, YEAR = "2010-03", "2010-09"


def _seen(leaks: list[Leak]) -> dict[tuple[str, str], tuple[int, int]]:
    return {(" ".join(each.units), each.measure): (each.low, each.high) for each in leaks}


def _large(*units: str, edition: int = 1) -> list[Told]:
    return [each for unit in units for each in rows("unit", unit, edition, group=300, activated=80)]


def test_what_is_left_between_a_sum_and_its_rows_is_seen():
    told = editions(_large("a", "b") + rows("sum", "a b c", group=611, activated=161))
    assert _seen(attack(told)) == {("c", "group"): (11, 11), ("c", "activated"): (1, 1), ("c", "rest"): (10, 10),
                                   ("c", "praktik"): (0, 1), ("c", "loentilskud"): (0, 1)}


def test_no_edition_at_all_and_one_that_tells_nothing_give_nothing_away():
    assert attack([]) == attack(editions([])) == []


def test_large_rows_with_the_sum_of_them_say_nothing_more():
    assert attack(editions(_large("a", "b") + rows("sum", "a b", group=600, activated=160))) == []


def test_a_sum_of_rows_stays_a_sum_of_rows_when_one_is_corrected():
    first = [*_large("a", "b"), *rows("line", "c d e f", group=200, activated=60),
             *rows("sum", "a b c d e f", group=800, activated=220)]
    second = [cell("unit", "a", "group", 310, 2), cell("sum", "a b c d e f", "group", 810, 2)]
    assert attack(editions(first, second)) == []


def test_an_edition_that_is_withdrawn_is_read_all_the_same():
    then, now = (document(1, rows("sum", "a b c", group=300), withdrawn=True),
                 document(2, rows("sum", "a b", 2, group=240)))
    assert attack([now]) == []
    assert _seen(attack([then, now])) == {("c", "group"): (60, 60)}


@pytest.mark.parametrize(("activated", "each"), [(7, (1, 2)), (8, (0, 3)), (9, None)])
def test_a_line_that_is_told_says_that_no_unit_has_nearly_all_of_it(activated, each):
    """Without its largest unit at least 5 are left: of 7 persons no unit has more than 2, so each of four has one."""
    leaks = _seen(attack(editions(rows("line", "a b c d", group=300, activated=activated))))
    assert leaks.get(("a", "activated")) == each


@pytest.mark.parametrize(("activated", "each"), [(9, (1, 4)), (10, None)])
def test_an_insider_with_nobody_in_a_line_learns_more_of_it(activated, each):
    """Of 9 persons no unit has more than 4, so each of the three others has one; twice the threshold is enough."""
    told = editions(rows("line", "a b c d", group=300, activated=activated))
    own = {"a": {1: {MONTH: {"group": 50, "activated": 0, "praktik": 0, "loentilskud": 0}}}}
    assert _seen(attack(told, own)).get(("b", "activated")) == each


@pytest.mark.parametrize("units", ["a b", "a b c"])
def test_a_whole_of_two_units_is_the_other_one_to_an_insider(units):
    told = editions([*_large("a", "b", "c"), cell("whole", units, "praktik", 90)])
    leaks = _seen(attack(told, {"a": {1: {MONTH: {"group": 300, "activated": 80, "praktik": 40, "loentilskud": 40}}}}))
    assert leaks.get(("b", "praktik")) == ((50, 50) if units == "a b" else None)


def test_the_list_says_how_large_a_group_can_be():
    listed = editions(rows("line", "a b c d e", group=5 * 99 - 3, activated=100))
    assert _seen(attack(listed))["a", "group"] == (96, 99)


def test_a_list_that_needed_larger_units_says_that_they_are_the_smallest():
    told = editions(rows("line", "a b c d", group=4 * 150 - 2, activated=100) +
                    rows("unit", "e", group=150, activated=40))
    assert _seen(attack(told))["a", "group"] == (148, 150)


def test_a_row_is_withheld_for_a_small_count():
    """The sums leave 100 in the group and between 5 and 100 activated, so what is small is the rest."""
    told = editions([*rows("unit", "a", group=None, activated=None), *rows("unit", "b", group=300, activated=80),
                     *rows("sum", "a b", group=400), *rows("sum", "a c", activated=400),
                     *rows("unit", "c", group=500, activated=310)])
    assert _seen(attack(told))["a", "rest"] == (10, 10)
    open_ones = {(each.units[0], each.measure): (each.low, each.high) for each in proved(editions(
        [*rows("unit", "a", group=None, activated=None), cell("sum", "a b", "group", 400),
         cell("sum", "a b", "activated", 90)]))}
    assert open_ones["a", "activated"] == (0, 90)


@pytest.mark.parametrize(("units", "leak"), [("a", None), ("a b", (20, 20))])
def test_insiders_subtract_what_they_know(units, leak):
    told = editions(rows("line", "a b c", group=240, activated=60))
    own = {unit: {1: {MONTH: {"group": 80, "activated": 20}}} for unit in units.split()}
    leaks = _seen(attack(told, own))
    assert leaks.get(("c", "activated")) == leak
    assert not {unit for unit, _ in leaks} & {*units.split()}


def test_an_insider_knows_the_own_figures_as_they_were_in_each_edition():
    told = editions(rows("sum", "a b c d", activated=90), rows("sum", "a b c d e", 2, activated=97))
    own = {"a": {1: {MONTH: {"activated": 20}}, 2: {MONTH: {"activated": 25}}}}
    assert _seen(attack(told))["e", "activated"] == (7, 7)
    assert _seen(attack(told, own))["e", "activated"] == (2, 2)


def test_sums_that_overlap_are_solved_together():
    told = editions([cell("sum", "a b", "activated", 30), cell("sum", "b c", "activated", 34),
                     cell("sum", "a c", "activated", 40)])
    assert _seen(attack(told)) == {
        ("a", "activated"): (18, 18), ("b", "activated"): (12, 12), ("c", "activated"): (22, 22)}


@pytest.mark.parametrize(("counts", "about"), [
    ({"group": 300, "activated": 4}, "activated"), ({"group": 300, "activated": 297}, "rest"),
    ({"activated": 60, "praktik": 57}, "loentilskud"), ({"ended": 60, "outcome": 58}, "open")])
def test_a_small_number_or_what_is_left_to_its_whole_is_no_less_a_leak_for_being_printed(counts, about):
    leaks = attack(editions(rows("line", "a b c d", **counts)))
    assert about in {each.measure for each in leaks if each.why == "printed"}


def test_what_has_come_between_two_half_years_is_seen_in_a_row():
    told = editions(rows("unit", "a", 1, MONTH, HALF, ended=50, outcome=20),
                    rows("unit", "a", 2, MONTH, YEAR, ended=80, outcome=22))
    leaks = attack(told)
    assert [(each.measure, each.low, each.first, each.last) for each in leaks] == [("outcome", 2, "2010-04", YEAR)]


def test_what_has_come_between_two_half_years_is_seen_for_the_units_of_a_line():
    told = editions(rows("line", "a b c d", 1, MONTH, HALF, ended=200, outcome=60),
                    rows("line", "a b c d", 2, MONTH, YEAR, ended=300, outcome=63))
    small = {(each.units, each.first, each.high) for each in attack(told)}
    assert (("a",), "2010-04", 3) in small


def test_corrections_of_told_rows_are_no_leak():
    first, second = rows("unit", "a", group=300, activated=80), rows("unit", "a", 2, group=306, activated=87)
    assert attack(editions(first, second)) == []


def test_measures_that_count_no_citizens_are_not_protected():
    assert attack(editions(rows("whole", "a b", staff=3, places=4) + rows("whole", "a", 1, places=2))) == []
    assert attack(editions(rows("whole", "a b", participants=40) + rows("whole", "a", participants=38))) != []


def test_one_edition_that_is_told_in_two_ways_is_refused():
    with pytest.raises(ValueError, match="edition 1 is told in two ways"):
        attack([document(1, rows("unit", "a", group=300)), document(2, rows("unit", "a", group=301))])


def test_what_fits_nothing_is_taken_to_have_changed_and_no_more_is_made_of_it():
    told = editions(rows("line", "a b c d", group=300, activated=60),
                    rows("line", "a b c d", 2, group=310, activated=50))
    assert attack(told) == []


@pytest.mark.parametrize("module", ["attacker", "history", "naive", "planted"])
def test_the_attacker_knows_nothing_of_the_product(module):
    pending, known = [f"tests.attack.{module}"], set()
    while pending:
        name = pending.pop()
        known.add(name)
        if name.startswith("tests."):
            pending += _imported(Path(__file__).parents[2] / f"{name.replace('.', '/')}.py") - known
    assert not {name for name in known if name.split(".")[0] in ("model", "pages")}
    assert {name for name in known if name.startswith("tests.")} <= {
        f"tests.attack.{path.stem}" for path in Path(__file__).parent.glob("*.py")}


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    plain = {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    inside = {f"tests.attack.{each.name}" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
              and node.module == "tests.attack" for each in node.names}
    return modules - {"tests.attack"} | plain | inside
