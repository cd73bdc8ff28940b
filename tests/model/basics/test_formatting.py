"""Danish text for numbers, words, months and dates."""

import time
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics import formatting as f

NBSP = "\u00a0"


def back(text: str) -> Decimal:
    """What a Dane reads."""
    return Decimal(text.split(NBSP)[0].replace(".", "").replace(",", ".").replace("−", "-"))


@pytest.mark.parametrize(("value", "decimals", "text"), [
    (1055, 0, "1.055"), (12.5, 1, "12,5"), (-3, 0, "−3"), (0, 0, "0"), (2.5, 0, "3"), (0.05, 1, "0,1"),
    (-0.04, 1, "0,0"), (1234567.891, 2, "1.234.567,89"), (16, 1, "16,0")])
def test_numbers(value, decimals, text):
    assert f.number(value, decimals=decimals) == text


@pytest.mark.parametrize(("value", "decimals", "text"), [
    (12, 0, "+12"), (-3, 0, "−3"), (0, 0, "0"), (0.04, 1, "0,0"), (-0.04, 1, "0,0"), (0.06, 1, "+0,1"),
    (1000, 0, "+1.000"), (10, 0, "+10")])
def test_a_change_carries_its_sign_unless_it_rounds_to_nothing(value, decimals, text):
    assert f.signed(value, decimals=decimals) == text


@given(st.integers(-10**9, 10**9))
def test_what_is_written_can_be_read_back(value):
    assert back(f.number(value)) == value


@pytest.mark.parametrize(("count", "text"), [(0, "0 personer"), (1, "1 person"), (2, "2 personer"), (-1, "−1 person")])
def test_one_person_and_many(count, text):
    assert f.persons(count) == text


@pytest.mark.parametrize(("names", "text"), [
    ([], ""), (["Skive"], "Skive"), (["Skive", "Lemvig"], "Skive og Lemvig"),
    (["Skive", "Lemvig", "Odder"], "Skive, Lemvig og Odder")])
def test_a_list_in_a_sentence(names, text):
    assert f.listing(iter(names)) == text


def test_a_list_to_choose_from_leaves_the_words_of_a_choice_alone():
    assert f.listing(["Løn og tilskud", "Praktik", "Andet"], word="eller") == "Løn og tilskud, Praktik eller Andet"


@pytest.mark.parametrize(("stored", "shown"), [("1-5", "1–5"), ("1-3", "1–3"), ("fuldtids-personer",) * 2, ("-",) * 2])
def test_a_stored_range_is_printed_with_a_dash(stored, shown):
    assert f.en_dash(stored) == shown


def test_months_and_days():
    may = date(2010, 5, 1)
    assert [f.month_long(may), f.month_short(may), f.month_key(may)] == ["maj 2010", "maj 2010", "2010-05"]
    march = date(2010, 3, 1)
    assert [f.month_name(march), f.month_short(march), f.month_and_year(march)] == [
        "marts", "mar. 2010", ("mar.", "2010")]
    assert f.parse_month_key("2010-05") == may
    with pytest.raises(ValueError, match="unconverted"):
        f.parse_month_key("2010-13")
    assert f.day(date(2011, 2, 3)) == "3. feb. 2011"


def test_a_moment_is_told_in_copenhagen_summer_and_winter():
    assert f.moment(datetime(2010, 7, 1, 22, 30, tzinfo=UTC)) == "2. jul. 2010 kl. 00.30"
    assert f.day(datetime(2010, 12, 31, 23, 30, tzinfo=UTC)) == "1. jan. 2011"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its time zone while running")
def test_a_moment_without_a_zone_is_utc_on_every_machine(monkeypatch):
    """As SQLite returns it; the machine's own time zone must not move the day."""
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        assert f.day(datetime(2010, 4, 11, 21, 30)) == "11. apr. 2010"
        assert f.moment(datetime(2010, 4, 11, 21, 30)) == "11. apr. 2010 kl. 23.30"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(("one", "other"), [
    ("Kommune_(id)", "kommune id"), ("Århus", "Aarhus"), ("ÅRHUS", "a\u030arhus"),
    ("Virk.aktiv. i alt*", "virk aktiv i alt"), ("Ringkøbing-Skjern", "ringkoebing skjern"),
    ("  Løn tilskud ", "loentilskud")])
def test_spellings_that_mean_the_same_are_the_same(one, other):
    assert f.normalise(one) == f.normalise(other)


def test_danish_names_are_sorted_as_danes_do():
    names = ["Ålborg", "Aarhus", "Ærø", "Odder", "Østerbro", "Viborg"]
    assert sorted(names, key=f.alphabetical) == ["Odder", "Viborg", "Ærø", "Østerbro", "Ålborg", "Aarhus"]
