"""The price example: the source's own numbers computed another way, and ranges that hold what they say."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.indicators.economy import EXAMPLE, FIELDS, Inputs, Own, Range, account, economy, exactly, own_figures
from model.indicators.economy.inputs import between, in_address, parse, with_changes, written
from tests.model.indicators.builders import said, snapshot

FIELD = {field.name: field for field in FIELDS}
VIBORG = "791"
PERIOD = {"jobcenter": VIBORG, "opened": pd.Timestamp("2009-10-01"), "closed": pd.NaT, "event": None, "places": 6}


def money(value: Range | None) -> tuple[float, float]:
    """Both ends, rounded to øre."""
    assert value is not None
    return float(round(value.low, 2)), float(round(value.high, 2))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def records(*months: tuple[str, str, int | None, int | None], centres: tuple[dict, ...] = (),
            data_date: str = "2010-06-15"):
    """A snapshot with these centre months (name, month, places, occupied) and periods."""
    rows = pd.DataFrame([{"jobcenter": VIBORG, "name": name, "month": pd.Timestamp(month), "places": places,
                          "occupied": occupied} for name, month, places, occupied in months],
                        columns=["jobcenter", "name", "month", "places", "occupied"])
    periods = pd.DataFrame([PERIOD | centre for centre in centres], columns=["name", *PERIOD])
    return replace(snapshot(data_date=data_date), records={
        "centermaaned": rows.astype({"places": "Int64", "occupied": "Int64"}),
        "centre": periods.astype({"places": "Int64", "opened": "datetime64[us]", "closed": "datetime64[us]"})})


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


class TestWhatIsWrittenInAField:
    @pytest.mark.parametrize(("text", "low", "high"), [
        ("375.000", 375_000, 375_000), ("375000 kr.", 375_000, 375_000), ("90–100", 90, 100), ("90-100", 90, 100),
        (" 30.000 til 35.000 ", 30_000, 35_000), ("1\u00a0500", 1_500, 1_500)])
    def test_danish_numbers_and_ranges_are_read(self, text, low, high):
        assert parse(FIELD["salary"], text) == between(low, high)

    @pytest.mark.parametrize(("field", "text", "reason"), [
        ("salary", "mange", "kan ikke læses"), ("salary", "-5", "kan ikke læses"), ("salary", "", "tomt"),
        ("salary", "1.50", "kan ikke læses"), ("candidates", "100-90", "mindste"), ("places", "0", "større end 0"),
        ("weeks", "54", "højst være 53"), ("places", "3,5", "helt tal"), ("salary", "9" * 12, "kan ikke læses")])
    def test_what_cannot_be_used_is_refused_with_a_reason(self, field, text, reason):
        with pytest.raises(ValueError, match=reason):
            parse(FIELD[field], text)

    def test_an_empty_field_is_not_known_and_never_nothing(self):
        assert parse(FIELD["overhead"], " ") is None
        assert parse(FIELD["overhead"], "0") == exactly(0)

    def test_half_a_consultant_is_allowed(self):
        assert parse(FIELD["consultants"], "1,5") == exactly(Decimal("1.5"))

    @given(low=st.decimals(0, 999, places=1), more=st.decimals(0, 99, places=1))
    def test_what_is_written_and_what_is_in_the_address_read_back_as_the_same(self, low, more):
        value = Range(low, min(low + more, Decimal(999)))
        assert parse(FIELD["consultants"], written(value)) == value
        assert parse(FIELD["consultants"], in_address(value)) == value

    def test_every_field_has_a_quote_and_an_address_of_its_own(self):
        assert {field.name for field in FIELDS} == {field.name for field in fields(Inputs)}
        assert len({field.address for field in FIELDS}) == len(FIELDS)
        assert all(field.quote for field in FIELDS)


class TestAJobcentersOwnFigures:
    def test_places_and_occupied_are_summed_over_centres_with_both_known(self):
        found = own_figures(records(("A", "2010-03-01", 6, 4), ("B", "2010-03-01", 5, None),
                                    centres=({"name": "A"}, {"name": "B"})), VIBORG)
        assert (found.month, found.places, found.occupied) == (date(2010, 3, 1), 6, 4)
        assert (found.centres, found.lacking) == (1, 1)
        assert found.inputs["places"] == exactly(6)
        assert found.inputs["consultants"] == exactly(1)

    def test_a_newest_month_with_gaps_gives_way_to_one_without(self):
        found = own_figures(records(("A", "2010-02-01", 6, 5), ("B", "2010-02-01", 4, 4), ("A", "2010-03-01", 6, 6),
                                    centres=({"name": "A"}, {"name": "B"})), VIBORG)
        assert (found.month, found.places, found.occupied, found.lacking) == (date(2010, 2, 1), 10, 9, 0)

    def test_without_months_the_open_centres_places_count_and_occupancy_is_not_known(self):
        closed = {"name": "C", "closed": pd.Timestamp("2010-01-31")}
        withdrawn = {"name": "D", "event": "udgaar"}
        found = own_figures(records(centres=({"name": "A"}, {"name": "B", "places": None}, closed, withdrawn)), VIBORG)
        assert (found.places, found.occupied, found.centres, found.lacking) == (6, None, 1, 1)
        assert "occupied" not in found.inputs
        assert found.inputs["candidates"] == between(15, 17)  # 6 places at 90–100 for each 35

    def test_places_of_another_time_than_the_courses_are_pointed_out(self):
        own = Own("751", "Aarhus", date(2011, 3, 1), 71, 32, 3, last=date(2011, 1, 1), months=12, ended=200, job=40)
        told = account(with_changes(EXAMPLE, own.inputs), own=own)
        assert "Pladser og forløb er fra hver sin tid." in told.own[1]
        assert "hver sin tid" not in account(EXAMPLE, own=replace(own, month=own.last)).own[1]
        assert told.line.startswith("Aarhus' egne tal")

    def test_the_source_names_own_figures_and_says_when_they_are_invented(self):
        own = Own(VIBORG, "Viborg", date(2010, 3, 1), 62, 51, 14, received=date(2010, 4, 12))
        assert account(EXAMPLE, own=own).source.endswith(
            "(priseksempel fra Jobcenter Skive) · Viborgs egne tal: jobcentrets oplysninger, opgjort 12. apr. 2010")
        assert "eksempeldata, opdigtede tal" in account(EXAMPLE, own=replace(own, invented=True)).source
        assert "Viborg" not in account(EXAMPLE, own=Own(VIBORG, "Viborg")).source

    def test_a_jobcenter_without_places_changes_nothing(self):
        found = own_figures(snapshot(), VIBORG)
        assert found.inputs == {}
        told = account(EXAMPLE, own=found)
        assert "Viborg har ingen kendte pladser" in told.own[0]
        assert told.line.startswith("Priseksempel fra Jobcenter Skive")

    def test_a_year_of_outcomes_is_used_and_less_is_only_told(self):
        months = [*(f"2009-{m}" for m in (10, 11, 12)), *(f"2010-{m:02}" for m in range(1, 10))]
        stated = [said(VIBORG, month, received="2011-01-10", centre_ended=4, centre_job=1) for month in months]
        whole = own_figures(snapshot(*stated, data_date="2011-01-15"), VIBORG)
        assert (whole.ended, whole.job, whole.last, whole.months) == (48, 12, date(2010, 9, 1), 12)
        short = own_figures(snapshot(*stated[:5], *stated[6:], data_date="2011-01-15"), VIBORG)
        assert (short.ended, short.job, short.months) == (None, None, 11)
        assert "kan kun 11 opgøres" in account(EXAMPLE, own=short).own[1]

    def test_an_unknown_jobcenter_is_an_error(self):
        with pytest.raises(KeyError):
            own_figures(snapshot(), "999")


class TestWhatIsSaid:
    def test_the_title_is_the_price(self):
        assert plain(account(EXAMPLE).title) == "En plads koster 579,67 kr. om ugen, 35 pladser 1.055.000 kr. om året"

    def test_both_caveats_stand_at_every_price(self):
        for card in account(EXAMPLE).cards[:3]:
            assert card.caveat == "Uden husleje, administration og ledelse. Støtteaktiviteter er ikke med."

    def test_the_difference_is_never_called_a_saving(self):
        words = plain(" ".join(account(EXAMPLE).budget))
        assert "Forskellen på 947.000 kr. er derfor ikke en besparelse." in words
        assert "under 520,33 kr. pr. deltager om ugen" in words
        assert "31–36 personer" in words
        assert "et regneeksempel, ikke et resultat eller en prognose" in account(EXAMPLE).line

    @pytest.mark.parametrize(("overhead", "said_so"), [
        (between(100, 200), "mod 1.100 kr.: 320–420 kr. mindre."), (exactly(600), ": 79,67 kr. mere."),
        (between(500, 600), ": mellem 20 kr. mindre og 80 kr. mere.")])
    def test_with_own_overhead_the_comparison_is_made(self, overhead, said_so):
        told = account(with_changes(EXAMPLE, {"overhead": overhead}), typed={"overhead"})
        assert said_so in plain(" ".join(told.budget))
        assert told.lines[-1].origin == "Eget tal"

    @pytest.mark.parametrize(("municipal", "said_so"), [
        (exactly(500), "Pladserne er her de dyreste"), (between(500, 700), "afhænger af, hvor i spændet")])
    def test_a_municipal_price_that_is_lower_or_may_be_is_told(self, municipal, said_so):
        assert said_so in " ".join(account(with_changes(EXAMPLE, {"municipal": municipal})).budget)

    def test_inputs_that_contradict_each_other_are_pointed_out(self):
        doubts = account(with_changes(EXAMPLE, {"occupied": exactly(40), "persons": exactly(120)})).doubts
        assert len(doubts) == 2
        assert not account(EXAMPLE).doubts

    def test_every_input_says_where_it_comes_from(self):
        own = Own(VIBORG, "Viborg", date(2010, 3, 1), 62, 51, 14)
        told = account(with_changes(EXAMPLE, own.inputs | {"mentor": exactly(1_600)}), own=own, typed={"mentor"})
        origins = {line.label.split(",")[0]: line.origin for line in told.lines}
        assert origins["Faste pladser"] == "Viborgs egne tal"
        assert origins["Mentorstøtte"] == "Eget tal"
        assert origins["Mentorkurser"] == "Skives eksempel"
        assert origins["Kandidater om året"] == "Skives eksempel omregnet til 51 besatte pladser"
        assert told.lines[3].value == "2"  # one consultant for every 35 places begun
        assert "82 % (51 af 62)" in plain(told.own[0])
