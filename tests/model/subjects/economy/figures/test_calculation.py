"""What the calculation says: the price, both caveats, and never a saving that is none."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.drawing.card import Line
from model.subjects.economy.figures.inputs import EXAMPLE, between, exactly, with_changes
from model.subjects.economy.figures.own import Own
from model.subjects.economy.words.calculation import account
from tests.model.subjects.economy.figures.reading import plain

VIBORG = "791"


def test_the_title_is_the_price():
    assert plain(account(EXAMPLE).title) == "En plads koster ca. 580 kr. om ugen, 35 pladser ca. 1.055.000 kr. om året"


@settings(max_examples=100)
@given(st.integers(1, 400), st.integers(1, 52), st.integers(0, 900_000), st.integers(0, 9_000), st.integers(0, 90_000))
def test_the_printed_parts_of_the_price_add_up_to_the_printed_price(places, weeks, salary, mentor, courses):
    changed = {"places": places, "weeks": weeks, "salary": salary, "mentor": mentor, "courses": courses}
    told = account(with_changes(EXAMPLE, {name: exactly(value) for name, value in changed.items()}))
    *parts, whole = (Decimal(plain(part.week).removesuffix(" kr.").replace(".", "").replace(",", "."))
                     for part in told.parts)
    assert sum(parts) == whole
    assert plain(told.title).startswith(f"En plads koster {plain(told.parts[-1].week)} om ugen")


def test_the_price_is_only_about_so_much_as_long_as_the_source_says_so_of_what_it_rests_on():
    typed = {"salary": exactly(375_000), "courses": exactly(50_000)}
    assert plain(account(with_changes(EXAMPLE, typed)).title).startswith("En plads koster 579,67 kr. om ugen")
    assert plain(account(with_changes(EXAMPLE, {"salary": exactly(375_000)})).title).startswith(
        "En plads koster ca. 580 kr. om ugen")
    assert plain(account(with_changes(EXAMPLE, typed)).budget[0]).startswith("Udgiften er 1.055.000 kr. om året.")
    assert plain(account(EXAMPLE).cards[3].figure) == "ca. 450.000–525.000 kr."


def test_the_printed_parts_of_a_price_that_is_only_about_so_much_add_up_too():
    assert [plain(part.week) for part in account(EXAMPLE).parts] == [
        "ca. 206 kr.", "346 kr.", "ca. 28 kr.", "ca. 580 kr."]


def test_both_caveats_stand_at_every_price():
    caveats = Line("Uden husleje, administration og ledelse. Støtteaktiviteter er ikke med.", "quiet")
    for card in account(EXAMPLE).cards[:3]:
        assert card.lines[-1] == caveats


def test_the_difference_is_never_called_a_saving():
    words = plain(" ".join(account(EXAMPLE).budget))
    assert "Forskellen på ca. 947.000 kr. er derfor ikke en besparelse." in words
    assert "under ca. 520 kr. pr. deltager om ugen" in words
    assert "31–36 personer" in words
    assert "et regneeksempel, ikke et resultat eller en prognose" in account(EXAMPLE).line


@pytest.mark.parametrize(("overhead", "said_so"), [
    (between(100, 200), "mod ca. 1.100 kr.: ca. 320–420 kr. mindre."), (exactly(600), ": ca. 80 kr. mere."),
    (between(500, 600), ": mellem ca. 20 kr. mindre og ca. 80 kr. mere.")])
def test_with_own_overhead_the_comparison_is_made(overhead, said_so):
    told = account(with_changes(EXAMPLE, {"overhead": overhead}), typed={"overhead"})
    assert said_so in plain(" ".join(told.budget))
    assert told.lines[-1].origin == "Eget tal"


@pytest.mark.parametrize(("municipal", "said_so"), [
    (exactly(500), "Pladserne er her de dyreste"), (between(500, 700), "afhænger af, hvor i spændet")])
def test_a_municipal_price_that_is_lower_or_may_be_is_told(municipal, said_so):
    assert said_so in " ".join(account(with_changes(EXAMPLE, {"municipal": municipal})).budget)


def test_inputs_that_contradict_each_other_are_pointed_out():
    doubts = account(with_changes(EXAMPLE, {"occupied": exactly(40), "persons": exactly(120)})).doubts
    assert len(doubts) == 2
    assert not account(EXAMPLE).doubts


def test_every_input_says_where_it_comes_from():
    own = Own(VIBORG, "Viborg", date(2010, 3, 1), 62, 51, 14)
    told = account(with_changes(EXAMPLE, own.inputs | {"mentor": exactly(1_600)}), own=own, typed={"mentor"})
    origins = {line.label.split(",")[0]: line.origin for line in told.lines}
    assert origins["Faste pladser"] == "Viborgs egne tal"
    assert origins["Mentorstøtte"] == "Eget tal"
    assert origins["Mentorkurser"] == "Skives eksempel"
    assert origins["Kandidater om året"] == "Skives eksempel omregnet til 51 besatte pladser"
    assert told.lines[3].value == "2"  # one consultant for every 35 places begun
    assert "82 % (51 af 62)" in plain(told.own[0])
