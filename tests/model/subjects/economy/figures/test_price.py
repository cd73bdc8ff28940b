"""The price example: the source's own numbers computed another way, and ranges that hold what they say."""

from dataclasses import fields
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.subjects.economy.figures.inputs import EXAMPLE, Inputs, between, exactly, with_changes
from model.subjects.economy.figures.price import economy
from model.subjects.economy.words.calculation import account
from tests.model.subjects.economy.figures.reading import FIELD, money


class TestTheExampleAsItIsPrinted:
    def test_the_components_sum_to_the_yearly_price(self):
        found = economy(EXAMPLE)
        assert money(found.consultants_year) == (375_000, 375_000)
        assert money(found.mentor_year) == (35 * 18_000, 630_000)
        assert money(found.courses_year) == (50_000, 50_000)
        assert money(found.total_year) == (1_055_000, 1_055_000)

    def test_a_place_costs_about_580_a_week_in_three_parts(self):
        found = economy(EXAMPLE)
        place_weeks = Fraction(35 * 52)
        assert found.place_week is not None
        assert found.place_week.low == pytest.approx(Decimal(float(Fraction(1_055_000) / place_weeks)))
        parts = [money(part)[0] for part in (found.consultants_week, found.mentor_week, found.courses_week)]
        assert parts == [206.04, 346.15, 27.47]
        assert money(found.place_week) == money(found.participant_week) == (579.67, 579.67)

    def test_a_candidate_costs_more_the_fewer_there_are(self):
        found = economy(EXAMPLE)
        assert money(found.candidate) == (10_550, 11_722.22)
        assert money(found.stay_weeks) == (18.2, 20.22)
        assert money(found.turnover) == (2.57, 2.86)

    def test_fifteen_persons_save_half_a_million(self):
        found = economy(EXAMPLE)
        assert money(found.saved_year) == (15 * 30_000, 15 * 35_000) == (450_000, 525_000)
        assert money(found.reached) == (15, 16.67)

    def test_the_distance_to_municipal_activation_is_what_rent_and_management_may_cost(self):
        found = economy(EXAMPLE)
        assert money(found.municipal_year) == (35 * 57_200, 2_002_000)
        assert money(found.gap_week) == (520.33, 520.33)
        assert money(found.gap_year) == (947_000, 947_000)
        assert found.full_week is None
        assert found.difference_week is None

    def test_whole_persons_are_needed_before_the_saving_is_as_large_as_the_price(self):
        found = economy(EXAMPLE)
        assert money(found.break_even) == (31, 36)
        assert 30 * 35_000 < 1_055_000 <= 31 * 35_000
        assert 35 * 30_000 < 1_055_000 <= 36 * 30_000

    def test_the_mentor_hour_that_is_mentioned(self):
        assert round(4 * 1_500 * 12 / (10 * 52)) == 138
        assert "138 kr." in FIELD["mentor"].reading


class TestOtherInputs:
    def test_an_empty_place_is_paid_for_by_those_that_are_in_use(self):
        found = economy(with_changes(EXAMPLE, {"occupied": exactly(22), "places": exactly(38)}))
        total = 375_000 + 38 * 18_000 + 50_000
        assert money(found.place_week) == (round(total / 38 / 52, 2),) * 2
        assert money(found.participant_week) == (round(total / 22 / 52, 2),) * 2

    def test_with_overhead_the_two_prices_hold_the_same(self):
        found = economy(with_changes(EXAMPLE, {"overhead": between(500, 600)}))
        assert money(found.full_week) == (1_079.67, 1_179.67)
        assert money(found.difference_week) == (-79.67, 20.33)

    @pytest.mark.parametrize(("change", "unknown"), [
        ({"occupied": exactly(0)}, ("participant_week", "gap_week")), ({"saving": between(0, 10)}, ("break_even",)),
        ({"candidates": exactly(0)}, ("candidate", "stay_weeks", "reached"))])
    def test_nothing_is_divided_by_nothing(self, change, unknown):
        found = economy(with_changes(EXAMPLE, change))
        assert {field.name for field in fields(found) if getattr(found, field.name) is None} == {
            *unknown, "full_week", "difference_week"}
        assert account(with_changes(EXAMPLE, change)).budget

    @given(st.data())
    def test_every_outcome_of_inputs_in_the_ranges_lies_in_the_outcome_s_range(self, data):
        ends = {field.name: sorted(data.draw(st.tuples(*[st.integers(1, 900)] * 2))) for field in fields(Inputs)}
        inside = {name: exactly(data.draw(st.integers(low, high))) for name, (low, high) in ends.items()}
        whole, point = economy(Inputs(**{n: between(*pair) for n, pair in ends.items()})), economy(Inputs(**inside))
        for field in fields(whole):
            span, value = getattr(whole, field.name), getattr(point, field.name)
            assert span.low - Decimal("1e-9") <= value.low == value.high <= span.high + Decimal("1e-9"), field.name

    @given(places=st.integers(1, 500), salary=st.integers(0, 900_000), mentor=st.integers(0, 9_000))
    def test_the_parts_always_sum_to_the_whole(self, places, salary, mentor):
        found = economy(with_changes(EXAMPLE, {"places": exactly(places), "salary": exactly(salary),
                                               "mentor": exactly(mentor)}))
        for parts, whole in ((("consultants_year", "mentor_year", "courses_year"), "total_year"),
                             (("consultants_week", "mentor_week", "courses_week"), "place_week")):
            assert sum(getattr(found, part).low for part in parts) == pytest.approx(getattr(found, whole).low)
