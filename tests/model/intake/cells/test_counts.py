"""Counts in cells: every row of the table of what Danish spreadsheets write."""

from datetime import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics import formatting
from model.intake.cells.cell_text import objects
from model.intake.cells.count_text import meant
from model.intake.cells.values import counts

NBSP, NARROW = "\u00a0", "\u202f"


def column(*cells: object) -> np.ndarray:
    return objects(cells)


def count(cell: object, *beside: object) -> tuple[int | None, str | None, str | None, str | None]:
    """(value, mark, fault, warning) of a cell in a column with these others."""
    value, mark, fault, warning = (each[0] for each in vars(counts(column(cell, *beside))).values())
    return None if pd.isna(value) else int(value), mark, fault, warning


@pytest.mark.parametrize(("cell", "value"), [
    ("312", 312), (" 312 ", 312), ("1 055", 1055), (f"1{NBSP}055", 1055), (f"1{NARROW}055", 1055),
    ("1.234.567", 1234567),
    ("12,0", 12), ("12,00", 12), ("12.0", 12), ("12.00", 12), ("1.055,0", 1055), (f"1{NBSP}055,00", 1055),
    ("0012", 12), (312, 312), (12.0, 12), (1480.0, 1480), (12.000000000000002, 12), ("0", 0), (0, 0), (0.0, 0),
    ("999999999", 999999999)])
def test_whole_numbers_however_they_are_written(cell, value):
    assert count(cell) == (value, None, None, None)


@pytest.mark.parametrize("cell", [None, "", "  ", NBSP, float("nan")])
def test_an_empty_cell_says_nothing(cell):
    assert count(cell) == (None, None, None, None)


@pytest.mark.parametrize("cell", ["..", "...", "…", ".", "x", "X", "n/a", "N/A", "mangler", "Mangler ", " .. "])
def test_not_reported(cell):
    assert count(cell) == (None, "missing", None, None)


@pytest.mark.parametrize("cell", ["-", "–", "—", "−", " - "])
def test_a_dash_is_not_reported_with_a_warning_because_some_mean_nil(cell):
    value, mark, fault, warning = count(cell)
    assert (value, mark, fault) == (None, "missing", None)
    assert "skriv 0" in (warning or "")


@pytest.mark.parametrize("cell", [
    "<2", "<3", "<5", "<10", "< 5", "<= 4", "<=1", "*", " <3 ", "under 5", "Under fem", "færre end 5", "mindre end 3",
    "≤4", "≤ 4", "=<4", "‹5", "&lt;5", "højst 4", "maks. 4", "op til 4", "1-4", "1–4", "0 - 4", "1 til 4", "<5*",
    "<5 *", "<5¹", "<5 a)", "(<5)", "<5 personer", "under 5 pers.", "skjult", "**", "fewer than 5",
    "u5", "u/5", "u. 5", "U5", "lt 5", "LT5", "\uff1c5", "\ufe645", "<5,0", "<5.0", "< 5,00", "ml. 1 og 4",
    "mellem 0 og 4", "skjult (3)", "mellem 1-4", "<=4,0", "lte 4", "u5 *"])
def test_hidden_is_a_mark_and_never_nil(cell):
    assert count(cell) == (None, "hidden", None, None)


@pytest.mark.parametrize(("cell", "said"), [
    ("<0", "under 0"), ("< 0", "under 0"), ("<00", "under 0"), ("<1", "kun betyde 0"), ("<=0", "kun betyde 0"),
    ("<11", "højst »<10«"), ("<20", "højst »<10«"), ("<100", "højst »<10«"), ("<999999999", "højst »<10«"),
    ("<" + "9" * 30, "mere end et tal"), ("<5 %", "procent"),
    ("ca. 10", "skøn"), ("ca 10", "skøn"), ("over 10", "skøn"), ("~10", "skøn"), ("4-6", "interval"),
    ("4–6", "interval"),
    ("4 til 6", "interval"), ("38 (var 41)", "mere end et tal"), ("10 heraf 2 fleks", "mere end et tal"),
    ("kendes ikke endnu", "ikke et tal"), ("ikke modtaget", "ikke et tal"), ("-3", "negativt"), ("−3", "negativt"),
    (-3, "negativt"), ("12,5", "ikke et helt tal"), (12.5, "ikke et helt tal"), ("12.5", "ikke et helt tal"),
    ("12,5 %", "procent"), ("12 %", "procent"), ("+30", "ændring"), (True, "ja/nej"), (False, "ja/nej"),
    (datetime(2010, 4, 6), "dato"), ("06-04-2010", "dato"), ("#DIV/0!", "formel"), ("#N/A", "formel"),
    ("1,055", "både som et helt tal"), ("12,000", "både som et helt tal"), ("1234567890", "for stort"),
    ("1.05", "ikke et helt tal"), ("0.480", "ikke et helt tal"),
    ("012.480", "ikke et helt tal"), ("0 480", "mere end et tal"),
    ("12.34.567", "mere end et tal"), ("3 1", "mere end et tal")])
def test_what_is_no_count_is_quoted_with_what_is_wrong(cell, said):
    value, mark, fault, warning = count(cell)
    assert (value, mark, warning) == (None, None, None)
    assert said in (fault or "") and (fault or "").startswith("»")
    assert any(remedy in (fault or "") for remedy in ("Skriv", "skriv", "skrives", "Ret "))


@pytest.mark.parametrize("cell", ["4-6", "1-10", "<fem eller seks", "5>", "vist nok under 5", "diskretion", "få",
                                  "<5?", "5<", "0<5", "0 < 5", "3 (skjult)", "4 (<5)", "2 (under 5)", "<5 / 4", ">0",
                                  "> 0", "≥1", "over 0", "mindst 1", "1+", "1 eller flere", "3*", "3 **", "1 < x < 5",
                                  "3 - fortroligt", "for få", "et par stykker", "5 eller færre",
                                  "4 og derunder", "vistnok højst 4", "3,0 (<5)", "flere end 0", "3 anonymiseret",
                                  "mellem 2 og 4", "4 el. færre", "3 ≤ 4", "hemmeligt", "&lt 5?"])
def test_one_who_hides_a_small_count_is_never_told_to_write_it(cell):
    value, mark, fault, _ = count(cell)
    assert (value, mark) == (None, None)
    assert "»<5«" in (fault or "") and "tallet." not in (fault or "") and "præcise" not in (fault or "")


@pytest.mark.parametrize("cell", ["3*", "3 *", "3**", "10*", "3 personer*", "6/8", "8-6", "5-5", "få", "3 (skjult)"])
def test_what_may_be_a_hidden_count_is_never_suggested_to_be_an_exact_one(cell):
    assert count(cell)[2] is not None and meant(cell) is None


@pytest.mark.parametrize(("cell", "suggested"), [
    ("6-8", "<9"), ("4 til 6", "<7"), ("38*", "38"), ("38 personer", "38"), ("1.480", "1480"), ("1O", "10")])
def test_what_a_text_probably_should_say(cell, suggested):
    assert meant(cell) == suggested


@pytest.mark.parametrize(("cell", "said"), [
    ("########", "for smal"), ("##", "for smal"), ("=SUM(B2:B5)", "formel, der er gemt som tekst"),
    ("=B2+B3", "formel"), ("=414", "formel"),
    ("+B2+B3", "formel"), ("#REF!", "fejl fra en formel"), ("#VÆRDI!", "fejl fra en formel")])
def test_what_stayed_in_the_spreadsheet_is_told_for_what_it_is(cell, said):
    assert said in (count(cell)[2] or "")


@pytest.mark.parametrize("cell", ['="414"', "'414", "'414'", '"414"', "4\u00ad14", "\u200e414", "414.0000"])
def test_signs_around_a_number_are_no_part_of_it(cell):
    assert count(cell) == (414, None, None, None)


@pytest.mark.parametrize("beside", [
    ("312",), (312,), (312.0,), ("1480",), ("1.234.567",), ("12,0",), ("1 055",), ("7", "..")])
def test_a_point_before_three_digits_groups_thousands_when_the_column_has_whole_numbers(beside):
    assert count("1.480", *beside) == (1480, None, None, None)
    assert count(" 13.568", *beside)[0] == 13568


@pytest.mark.parametrize("beside", [(), ("2.310",), ("0",), ("..", None, "<3"), ("12.5",), ("0.480",), ("312", "12.5")])
def test_a_column_that_does_not_settle_what_the_point_means_asks(beside):
    value, _, fault, _ = count("1.480", *beside)
    assert value is None
    assert fault == "»1.480« kan læses både som 1480 og som 1,480. Skriv 1480 uden punktum."


def test_the_result_has_one_entry_a_cell():
    found = counts(column("312", None, "<3", "4-6", "-"))
    assert found.value.tolist() == [312, pd.NA, pd.NA, pd.NA, pd.NA]
    assert found.mark.tolist() == [None, None, "hidden", None, "missing"]
    assert [len(each) for each in vars(counts(column())).values()] == [0, 0, 0, 0]


whole = st.integers(0, 999_999_999)


@given(st.lists(whole, min_size=1))
def test_a_count_that_is_formatted_is_read_back(values):
    cells = column("7", *map(formatting.number, values))
    assert counts(cells).value.tolist() == [7, *values]


@given(st.lists(st.one_of(whole, st.sampled_from(["", "..", "<3", "312"])), min_size=1))
def test_text_and_excel_numbers_are_read_alike(cells):
    one, other = (counts(column(*these)) for these in (cells, map(str, cells)))
    assert {name: each.tolist() for name, each in vars(one).items()} == {
        name: each.tolist() for name, each in vars(other).items()}


@given(st.lists(st.one_of(st.none(), st.text(max_size=8), st.floats(), st.booleans(), st.integers()), max_size=10))
def test_every_cell_gives_a_value_or_a_mark_or_a_fault_and_never_two(cells):
    found = counts(column(*cells))
    said = sum(pd.notna(each).astype(int) for each in (found.value, found.mark, found.fault))
    assert max(said, default=0) <= 1
    assert all(value >= 0 for value in found.value if value is not pd.NA)
