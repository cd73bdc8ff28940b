"""What an edition tells is fixed by structure: rows alone, one line of the small, sums over what is told, the whole."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from model.publishing.cells import PublicRecord
from model.publishing.limits import Limits
from tests.model.publishing.reports import (
    FIRST,
    SIZES,
    SMALL,
    decided,
    line,
    reports,
    row,
    said,
    silent,
    taking_part,
    told,
)

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)


# who is told together


def test_the_small_are_told_together_with_the_next_smallest_until_they_are_four():
    known = told(reports(), MARCH)
    assert known.lines[0].units == SMALL  # one is under 100; three more are taken, by size
    assert known.value(row("E", "group", MARCH)) == 400
    assert row("S", "group", MARCH) not in known.cells and row("F", "group", MARCH) not in known.cells


def test_where_nobody_is_small_everybody_has_a_row():
    known = told(reports({unit: size + 100 for unit, size in SIZES.items()}), MARCH)
    assert known.lines == () and not known.listed


@pytest.mark.parametrize(("size", "is_listed"), [(99, True), (100, False)])
def test_a_group_of_a_hundred_is_no_small_one(size, is_listed):
    known = told(reports({**SIZES, "S": 300, "E": size}), MARCH)
    assert ("E" in known.listed) is is_listed


def test_who_has_no_baseline_figure_is_in_the_list():
    of_all = reports({unit: size + 100 for unit, size in SIZES.items()})
    assert "A" in told(silent(of_all, "A", FIRST), MARCH).lines[0].units


def test_a_programme_of_fewer_than_seven_tells_of_them_all_together_alone():
    known = told(reports(dict(list(SIZES.items())[:6])), MARCH)
    assert {key.scope for key in known.cells} == {"line"}
    assert known.lines[0].units == tuple("ABCDEF")


def test_a_programme_of_three_tells_nothing_of_citizens():
    assert told(reports(dict(list(SIZES.items())[:3])), MARCH).cells == {}


def test_what_once_was_asked_for_is_asked_for_ever_after():
    known = told(reports(), MARCH, limits=Limits(threshold=10))
    after = decided(known, reports(), APRIL, limits=Limits(threshold=5)).published
    assert after.limits.threshold == 10


def test_a_higher_limit_lists_a_unit_from_the_next_month_of_which_it_has_no_row():
    known = told(reports(), MARCH)
    after = decided(known, reports(), APRIL, limits=Limits(smallest_group=450)).published
    assert after.listed["E"] == APRIL
    assert [each.units for each in after.lines] == [SMALL, ("E", *SMALL)]
    assert after.lines[0].last == MARCH and after.value(row("E", "group", MARCH)) == 400
    assert row("E", "group", APRIL) not in after.cells


# the months


@pytest.mark.parametrize(("reached", "is_told"), [(4, False), (5, True), (795, True), (796, False), (0, False)])
def test_a_row_is_withheld_where_a_count_or_the_rest_is_under_five(reached, is_told):
    known = told(said(reports(), "reached", "A", MARCH, reached), MARCH)
    assert (known.value(row("A", "reached", MARCH)) == reached) is is_told
    assert (known.value(row("A", "group", MARCH)) == 800) is is_told  # all of a row or nothing
    assert row("A", "group", MARCH) in known.cells  # that it is withheld is said


def test_a_row_that_is_not_reported_waits_and_comes_later():
    late = silent(reports(), "A", MARCH)
    known = told(late, MARCH)
    assert row("A", "group", MARCH) not in known.cells
    assert decided(known, reports(), MARCH).published.value(row("A", "group", MARCH)) == 800


@pytest.mark.parametrize(("reached", "value"), [(164, 160), (165, 165), (156, 160), (155, 155), (160, 160)])
def test_a_correction_is_told_where_every_changed_number_moves_by_five(reached, value):
    known = told(reports(), MARCH)
    after = decided(known, said(reports(), "reached", "A", MARCH, reached), MARCH)
    assert after.published.value(row("A", "reached", MARCH)) == value
    assert (row("A", "reached", MARCH) in after.published.corrected) is (value != 160)


def test_a_correction_whose_rest_moves_by_one_is_not_told():
    known = told(reports(), MARCH)
    other = said(said(reports(), "reached", "A", MARCH, 166), "group", "A", MARCH, 807)
    assert decided(known, other, MARCH).published.value(row("A", "group", MARCH)) == 800


def test_the_line_of_a_month_waits_for_all_its_members_and_is_told_once():
    known = told(silent(reports(), "G", MARCH), MARCH)
    assert line("group", MARCH) not in known.cells
    after = decided(known, reports(), APRIL).published
    assert after.value(line("group", MARCH)) == 610
    corrected = said(reports(), "group", "G", MARCH, 290)
    assert decided(after, corrected, APRIL).published.value(line("group", MARCH)) == 610


def test_a_line_is_withheld_for_good_where_it_would_be_without_its_largest_member():
    few = reports()
    for unit in ("G", "H", "S"):
        few = said(few, "reached", unit, MARCH, 1)
    known = told(few, MARCH)
    assert known.value(line("reached", MARCH)) is None and line("reached", MARCH) in known.cells
    assert decided(known, reports(), MARCH).published.value(line("reached", MARCH)) is None


@pytest.mark.parametrize(("least", "value"), [(0, None), (1, 65)])
def test_what_a_line_would_be_without_its_two_largest_counts_though_other_worlds_stand(least, value):
    few = reports({**SIZES, **dict.fromkeys("EFGHS", 90)})
    for unit, reached in zip("EFGHS", (least, 1, 3, 20, 40), strict=True):
        few = said(few, "reached", unit, MARCH, reached)
    assert told(few, MARCH).value(line("reached", MARCH, tuple("EFGHS"))) == value


def test_a_line_is_withheld_where_too_few_other_worlds_stand():
    few = said(said(reports(), "reached", "S", MARCH, 0), "reached", "H", MARCH, 2)
    few = said(few, "reached", "G", MARCH, 2)  # only one of four has three persons to give
    assert told(few, MARCH).value(line("reached", MARCH)) is None


def test_a_withdrawn_number_is_known_and_the_next_edition_is_held_against_it():
    known = told(reports(), MARCH)
    assert not decided(known, reports(), MARCH).cells


# who comes and goes


def test_when_a_member_leaves_the_line_ends_and_the_next_month_has_one_of_four_again():
    leaves = taking_part(reports(), "S", FIRST, MARCH)
    known = told(leaves, MARCH, APRIL)
    assert [each.units for each in known.lines] == [SMALL, ("E", "F", "G", "H")]
    assert known.lines[0].last == MARCH and known.lines[1].first == APRIL
    assert row("E", "group", APRIL) not in known.cells and known.value(row("E", "group", MARCH)) == 400


def test_no_line_is_made_of_one_whose_row_is_told_already():
    leaves = taking_part(reports(), "S", FIRST, date(2010, 1, 1))
    known = told(silent(reports(), "S", date(2010, 2, 1)), MARCH)  # February's line waits, E's row is told
    after = decided(known, leaves, MARCH).published
    assert after.line(date(2010, 2, 1)) is None or "E" not in after.line(date(2010, 2, 1)).units
    assert decided(after, leaves, APRIL).published.line(APRIL).units == ("E", "F", "G", "H")


def test_who_joins_is_told_together_and_the_line_begins_anew():
    joins = taking_part(reports({**SIZES, "N": 900}), "N", APRIL, date(2011, 6, 1))
    known = told(joins, MARCH, APRIL)
    assert [each.units for each in known.lines] == [SMALL, (*SMALL, "N")]
    assert not [key for key in known.cells if key.units == ("N",)]


# the whole


def test_the_parts_are_told_of_the_whole_alone_over_the_units_of_their_sum_and_once():
    known = told(silent(reports(), "A", MARCH), MARCH)
    whole = [key for key in known.cells if key.scope == "whole" and key.last == MARCH]
    assert {key.measure for key in whole} == {"one", "two"}
    assert all(set(key.units) == set(SIZES) - {"A"} for key in whole)
    after = decided(known, reports(), MARCH).published
    assert {key for key in after.cells if key.scope == "whole" and key.last == MARCH} == set(whole)


def test_the_whole_waits_until_it_is_of_seven():
    quiet = reports()
    for unit in ("A", "B", "C"):
        quiet = silent(quiet, unit, MARCH)
    assert not [key for key in told(quiet, MARCH).cells if key.scope == "whole" and key.last == MARCH]


# two worlds


@pytest.mark.parametrize("pair", [("F", "G"), ("G", "F"), ("H", "F"), ("F", "H")])
@pytest.mark.parametrize("measure", ["group", "reached"])
def test_worlds_that_differ_in_what_is_not_told_give_the_same(pair, measure):
    world, other = reports(), reports().moved(measure, *pair, 3, [m for m in reports().months if m <= APRIL])
    assert told(world, MARCH, APRIL).cells == told(other, MARCH, APRIL).cells


def test_nothing_is_told_where_nothing_is_reported():
    quiet = reports()
    assert told(replace(quiet, counts={name: np.full_like(table, np.nan) for name, table in quiet.counts.items()}),
                MARCH).cells == PublicRecord().cells


def few_reached():
    """In March those told together are few, so that the proof alone keeps their line back."""
    made = reports({"I": 900, "J": 950, **SIZES})
    for unit, reached in zip(SMALL, (2, 5, 12, 5), strict=True):
        for measure, count in (("reached", reached), ("one", 0), ("two", reached)):
            made = said(made, measure, unit, MARCH, count)
    return made


def test_what_the_proof_keeps_back_is_in_no_part_of_the_whole():
    known = told(few_reached(), MARCH)
    assert known.value(line("reached", MARCH)) is None
    for part in ("one", "two"):
        [key] = [key for key in known.cells if key.scope == "whole" and key.measure == part and key.last == MARCH]
        assert not set(key.units) & set(SMALL)


def test_the_parts_wait_while_their_sum_is_not_as_it_was_told():
    late = silent(said(reports(), "one", "A", MARCH, None), "B", MARCH)
    known = told(late, MARCH)
    other = said(reports(), "reached", "A", MARCH, 162)
    assert known.value(row("A", "reached", MARCH)) == 160
    after = decided(known, said(other, "one", "A", MARCH, 82), MARCH).published
    assert not [key for key in after.cells if key.scope == "whole" and key.last == MARCH]
