"""Danish text for numbers, shares, months and dates; rounding never tells another story than the number."""

import time
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics import formatting as f
from model.statistics.intervals import wilson

NBSP = "\u00a0"
TARGETS, MOST = (16, 18, 20, 25), 2000
shares = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


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


@pytest.mark.parametrize(("x", "n", "target", "text"), [
    (14, 95, 20, "15 %"), (26, 118, 20, "22,0 %"), (15, 94, 16, "15,96 %"), (39, 197, 20, "19,8 %"),
    (1599, 10_000, 16, "15,99 %"), (200, 1253, 16, "15,96 %"), (201, 1253, 16, "16,04 %"), (37, 40, 92.5, "92,5 %"),
    (16, 100, 16, "16,0 %"), (0, 30, 16, "0 %"), (30, 30, 16, "100 %")])
def test_a_share_has_the_decimals_it_needs_and_no_more(x, n, target, text):
    assert f.share(x, n, target=target) == text.replace(" ", NBSP)


class Sides(dict):
    """By text: whether the share a Dane reads in it is under (−1), on (0) or over (1) the target; each read once."""

    def __init__(self, target):
        super().__init__()
        self.target = target

    def __missing__(self, text):
        value = back(text)
        self[text] = (value > self.target) - (value < self.target)
        return self[text]


def stands_as_written(n, first, last, sides):
    """Whether every x of n from ``first`` to ``last`` is written to stand where it does."""
    written = [sides[f.share(x, n, target=sides.target)] for x in range(first, last + 1)]
    return written == np.sign(100 * np.arange(first, last + 1) - sides.target * n).tolist()


def test_every_share_of_up_to_2000_stands_where_it_is_written_to_stand():
    """Each pair against the target it is nearest to, which is the one its rounding could be on the wrong side of."""
    sides = [Sides(target) for target in TARGETS]
    for n in range(1, MOST + 1):
        ends = [-1, *(n * (one + other) // 200 for one, other in pairwise(TARGETS)), n]
        assert all(stands_as_written(n, first + 1, last, one)
                   for one, (first, last) in zip(sides, pairwise(ends), strict=True)), n


@pytest.mark.parametrize("target", TARGETS)
def test_every_share_within_a_point_of_a_target_stands_on_its_side(target):
    sides = Sides(target)
    for n in range(1, MOST + 1):
        assert stands_as_written(n, n * (target - 1) // 100, min(n, -(-n * (target + 1) // 100)), sides), n


def test_no_share_can_be_written_without_what_it_is_judged_by():
    for writing in (lambda: f.share(1, 3), lambda: f.share_of(1, 30), lambda: f.interval(1, 2)):
        with pytest.raises(TypeError, match="target"):
            writing()


@given(shares, st.integers(0, 100))
def test_rounding_never_crosses_the_target(count, target):
    x, n = count
    assert (back(f.share(x, n, target=target)) >= target) == (Fraction(100 * x, n) >= target)


@given(shares)
def test_a_share_is_never_farther_off_than_its_last_decimal(count):
    x, n = count
    off = abs(back(f.share(x, n, target=f.UNJUDGED)) - Decimal(100 * x) / n)
    assert off <= (Decimal("0.5") if n < 100 else Decimal("0.05"))


def test_a_share_of_nobody_is_refused():
    with pytest.raises(ArithmeticError):
        f.share(0, 0, target=f.UNJUDGED)


@pytest.mark.parametrize(("x", "n", "text"), [
    (2, 6, "2 af 6"), (0, 0, "0 af 0"), (19, 19, "19 af 19"), (4, 20, "20 % (4 af 20)"),
    (1480, 12_500, "11,8 % (1.480 af 12.500)")])
def test_the_count_stands_beside_the_share_and_alone_under_20(x, n, text):
    assert f.share_of(x, n, target=f.UNJUDGED) == text.replace(" %", f"{NBSP}%")


@pytest.mark.parametrize(("low", "high", "text"), [(8.9861, 23.2286, "8,9–23,3 %"), (0, 19.3608, "0,0–19,4 %"),
                                                   (20.0, 40.0, "20,0–40,0 %"), (14.1, 19.97, "14,1–19,97 %"),
                                                   (20.03, 27.0, "20,03–27,0 %"), (19.97, 20.03, "19,9–20,1 %")])
def test_an_interval_is_rounded_outwards_but_never_onto_the_target(low, high, text):
    assert f.interval(low, high, target=20) == text.replace(" ", NBSP)


@given(shares, st.sampled_from(TARGETS))
def test_the_shown_interval_allows_the_verdict_it_stands_beside(count, target):
    x, n = count
    low, high = (100 * float(end) for end in wilson(x, n))
    down, up = (back(end) for end in f.interval(low, high, target=target).split("–"))
    assert down <= Decimal(str(low)) and Decimal(str(high)) <= up
    assert (down >= target, up < target) == (low >= target, high < target)


@given(shares, st.sampled_from(TARGETS), st.booleans())
def test_an_end_that_a_program_rounds_by_itself_is_never_moved_inwards_nor_onto_the_target(count, target, low):
    end = 100 * float(wilson(*count)[0 if low else 1])
    decimals = f.end_decimals(end, target=target, low=low)
    shown = Decimal(str(end)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert (shown <= Decimal(str(end)) if low else shown >= Decimal(str(end))) and (shown == target) == (end == target)


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
