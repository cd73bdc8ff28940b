"""Months and days in cells, and months named in titles and file names."""

from datetime import date, datetime, timedelta, timezone

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics import formatting
from model.intake.cells import values
from model.intake.cells.cell_text import objects, squeezed, written
from model.intake.cells.month_mentions import month_in, month_suggested
from model.intake.cells.month_text import possible, zone_note
from model.intake.cells.values import months

OCTOBER = pd.Timestamp(2009, 10, 1)
days = st.dates(date(1950, 1, 1), date(2049, 12, 31))


def month(cell: object) -> tuple[pd.Timestamp | None, str | None]:
    found = months(objects([cell]))
    return None if pd.isna(found.month[0]) else pd.Timestamp(found.month[0]), found.fault[0]


def day(cell: object) -> tuple[pd.Timestamp | None, str | None]:
    found = values.day(written(cell) or "")
    return pd.Timestamp(found.day) if found.day else None, found.fault


@pytest.mark.parametrize("cell", [
    "2009M10", "2009m10", "2009-10", "2009/10", "200910", 200910, "10-2009", "10/2009", "okt 2009", "Okt. 2009",
    "okt-09",
    "OKTOBER 2009", "oktober 2009", " oktober  2009 ", "okt.09", "2009 oktober", "01-10-2009", "1/10-2009",
    "2009-10-01",
    "1. oktober 2009", "31-10-2009", datetime(2009, 10, 1), date(2009, 10, 31), pd.Timestamp(2009, 10, 1, 12)])
def test_ways_to_write_a_month(cell):
    assert month(cell) == (OCTOBER, None)


@pytest.mark.parametrize(("cell", "expected"), [
    ("febr. 2010", 2), ("sept. 2010", 9), ("sep 2010", 9), ("maj 2010", 5), ("juni 2010", 6), ("jul. 2010", 7),
    ("marts 10", 3), ("mar-10", 3), ("Marts '10", 3), ("marts ’10", 3),
    ("marts, 2010", 3), ("2010M1", 1), ("1-2010", 1), ("2010-12", 12), ("aug.2010", 8), ("dec 2010", 12)])
def test_every_month_and_its_abbreviations(cell, expected):
    assert month(cell) == (pd.Timestamp(2010, expected, 1), None)


@pytest.mark.parametrize("cell", [
    "marts 2010*", "marts 2010 *", "marts 2010 (foreløbig)", "marts 2010 foreløbige tal", "2010-03*",
    "marts 2010 1)", "ult. marts 2010", "ultimo marts 2010", "pr. 31/3 2010", "pr. 31. marts 2010", "pr. marts 2010",
    "1.-31. marts 2010", "1. - 31. marts 2010",
    "March 2010", "mar 2010", "Status pr. 31-03-2010", "2010 March", "31 March 2010"])
def test_words_around_a_month_do_not_hide_it(cell):
    assert month(cell) == (pd.Timestamp(2010, 3, 1), None)


@pytest.mark.parametrize(("cell", "expected"), [
    ("January 2010", 1), ("may 2010", 5), ("July 2010", 7), ("Oct-10", 10), ("October 2010", 10)])
def test_english_names_of_months(cell, expected):
    assert month(cell) == (pd.Timestamp(2010, expected, 1), None)


def test_what_stands_beside_a_month_is_told_of_when_it_is_left_out():
    assert zone_note("Måned", ["marts 2010", "marts 2010 (foreløbig)", None, "april 2010*", "ult. maj 2010"]) == [
        "»Måned«: »marts 2010 (foreløbig)« er læst som måneden alene.",
        "»Måned«: »april 2010*« er læst som måneden alene."]


@pytest.mark.parametrize(("cell", "said", "months_"), [
    ("40238", "Excels tal for 1. mar. 2010", [3]), (40267, "Excels tal for 30. mar. 2010", [3]),
    ("pr. 1/3 2010", "måneden før", [2, 3]), ("pr. 1. marts 2010", "måneden før", [2, 3]),
    ("1.-15. marts 2010", "midt i en måned", [3])])
def test_what_may_be_a_month_asks_with_the_months_it_may_be(cell, said, months_):
    found, fault = month(cell)
    assert found is None and said in (fault or "")
    assert [one.month for one in possible(str(cell))] == months_


@pytest.mark.parametrize("text", [
    "Status pr. 31. marts 2010", "1.-31. marts 2010", "Tal pr. 31/3 2010", "Opgjort pr. 31-03-2010",
    "Tal for marts 2010", "Ultimo 31. marts 2010", "Periode: 1. - 31. marts 2010"])
def test_a_title_suggests_the_month_that_it_says_the_last_day_of(text):
    assert month_suggested(text) == date(2010, 3, 1)


@pytest.mark.parametrize("text", [
    "Udskrevet 31. marts 2010", "Status pr. 14. april 2010", "pr. 1. marts 2010", "1.-15. marts 2010",
    "pr. 31. april 2010", "1. - 31. marts 2010 og pr. 30. april 2010", "Møde 1/4 2010"])
def test_a_title_with_another_day_suggests_no_month(text):
    assert month_suggested(text) is None


@pytest.mark.parametrize(("cell", "said"), [
    ("2009K4", "kvartal"), ("2009Q4", "kvartal"), ("K4 2009", "kvartal"), ("4. kvartal 2009", "kvartal"),
    ("4. kvt. 2009", "kvartal"), ("2009 4. kvartal", "kvartal"), ("2009H2", "halvår"), ("2. halvår 2009", "halvår"),
    ("2009", "helt år"), (2009, "helt år"), ("år 2009", "helt år"), ("oktober", "årstal"), ("2009M13", "ikke en måned"),
    ("2009M00", "ikke en måned"), ("0010-10", "ikke en måned"), ("hest", "ikke en måned"),
    (40087, "ikke en måned"), ("2009,1", "ikke en måned"), ("31-02-2010", "ikke en måned"), ("..", "ikke en måned"),
    ("ma 2010", "ikke en måned"), (True, "ikke en måned"), ("okt-dec 2009", "ikke en måned")])
def test_what_is_no_month(cell, said):
    found, fault = month(cell)
    assert found is None
    assert said in (fault or "") and (fault or "").startswith("»")
    assert any(remedy in (fault or "") for remedy in ("Skriv måneden som", "Del tallene op"))


@pytest.mark.parametrize("cell", [
    "2010-02-28T23:00:00.000Z", "2010-02-28T23:00:00Z", "2010-02-28 23:00:00 UTC", "2010-02-28T23:00:00+00:00",
    "2010-02-28T18:00:00-05:00", "2010-02-28T15:00:00-0800", "2010-03-01T00:00:00+01:00", "2010-02-28T23:00Z",
    "2010-03-31T10:00:00Z", "201003.0", "201003,0", "2010\u201103", "2010\u201303",
    '="2010-03"', "'2010-03", "mar\u00ad 2010"])
def test_a_month_in_another_time_zone_or_in_other_signs(cell):
    assert month(cell) == (pd.Timestamp(2010, 3, 1), None)


@pytest.mark.parametrize(("cell", "meant"), [
    ("3/1/2010", "marts 2010"), ("3/31/2010", "marts 2010"), ("2010-02-28 23:00", "marts 2010"),
    (datetime(2010, 2, 28, 23), "marts 2010"), ("28-02-2010 22:00:00", "marts 2010"),
    ("2010-02-28T22:30:00Z", "marts 2010"),
    ("15-03-2010", "marts 2010"), ("2010-04-01 00:59:59", "marts 2010"), ("2/28/2010 11:00 PM", "februar 2010")])
def test_a_day_that_may_be_another_months_asks_with_the_month_it_would_become(cell, meant):
    found, fault = month(cell)
    assert found is None and meant in (fault or "")


def test_american_dates_that_are_all_the_first_of_a_month_are_told_so():
    told = [fault for fault in months(objects(["1/1/2010", "2/1/2010", "3/1/2010"])).fault if fault]
    assert len(told) == 2 and all("den første i en måned" in fault for fault in told)
    told = [fault for fault in months(objects(["2/7/2010", "3/1/2010"])).fault if fault]
    assert len(told) == 2 and not any("den første i en måned" in fault for fault in told)


@given(days, st.integers(-12, 14))
def test_midnight_in_denmark_is_the_same_day_from_every_time_zone(when, offset):
    zone = timezone(timedelta(hours=offset))
    midnight = datetime(when.year, when.month, when.day, tzinfo=formatting.COPENHAGEN)
    assert day(midnight.astimezone(zone).isoformat()) == (pd.Timestamp(when), None)


def test_the_end_of_a_meeting_is_no_time_zone():
    assert day("19-11-2009 10:00-12:00")[0] is None


@pytest.mark.parametrize("cell", ["########", "=A1"])
def test_what_stayed_in_the_spreadsheet_is_told_for_what_it_is(cell):
    assert "ikke med i filen" in (month(cell)[1] or "") and "ikke med i filen" in (day(cell)[1] or "")


@pytest.mark.parametrize("cell", [None, "", " ", pd.NaT])
def test_no_month_is_no_fault(cell):
    assert month(cell) == (None, None)


@given(days)
def test_a_month_that_is_formatted_is_read_back(when):
    first = pd.Timestamp(when.replace(day=1))
    for write in (formatting.month_long, formatting.month_short, formatting.month_key):
        assert month(write(when.replace(day=1))) == (first, None)
        assert month_in(f"Status for {write(when.replace(day=1))}") == first.date()


@pytest.mark.parametrize("cell", [
    "05-10-2009", "5-10-2009", "05/10/2009", "5/10 2009", "05.10.09", "5.10.2009", "5/10-09", "5. oktober 2009",
    "den 5. oktober 2009", "mandag den 5. oktober 2009", "5 okt 2009", "5. okt. 2009", "2009-10-05", "2009-10-05 14:30",
    "2009-10-05T14:30:00", "05-10-2009 14:30", "5. okt. 2009 kl. 14.30", datetime(2009, 10, 5), date(2009, 10, 5)])
def test_ways_to_write_a_day(cell):
    assert day(cell) == (pd.Timestamp(2009, 10, 5), None)


def test_a_bar_before_the_month_and_a_dash_before_the_year():
    assert day("19/11-09") == (pd.Timestamp(2009, 11, 19), None)
    assert day("14/4-10") == (pd.Timestamp(2010, 4, 14), None)


def test_the_day_comes_first_and_american_order_is_never_guessed():
    assert day("03/04/2010")[0] == pd.Timestamp(2010, 4, 3)
    found, fault = day("11/19/2009")
    assert found is None
    assert "findes ikke i kalenderen" in (fault or "")


def test_a_day_that_no_calendar_has_is_told_apart_from_a_text_that_speaks_of_one():
    texts = ["31-02-2010", "se kalenderen", "19-11-2009", ""]
    assert [values.day(text).unreal for text in texts] == [True, False, False, False]


@pytest.mark.parametrize("cell", [
    "31-02-2010", "00-01-2010", "32-01-2010", "hest", "5/4", "2009", "2009-13-01", 40087, True])
def test_what_is_no_day(cell):
    found, fault = day(cell)
    assert found is None
    assert "Skriv dag, måned og år" in (fault or "")


@pytest.mark.parametrize("cell", [None, "", "..", "-", "x", "mangler"])
def test_no_day_is_no_fault(cell):
    assert day(cell) == (None, None)


@pytest.mark.parametrize(("digits", "year"), [("00", 2000), ("09", 2009), ("49", 2049), ("50", 1950), ("99", 1999)])
def test_two_digit_years(digits, year):
    assert day(f"01-02-{digits}")[0] == pd.Timestamp(year, 2, 1)


@given(days)
def test_a_day_that_is_formatted_is_read_back(when):
    for text in (formatting.day(when), f"{when:%d-%m-%Y}", f"{when.day}/{when.month}-{when:%y}", when.isoformat()):
        assert day(text) == (pd.Timestamp(when), None)


@given(st.text(max_size=15))
def test_any_text_is_a_month_or_a_fault(text):
    found, fault = month(text)
    assert found is None or fault is None
    assert found is not None or fault is not None or not squeezed(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("VC_marts10", (2010, 3)), ("1_VC-opfoelgning_marts10_ENDELIG_v2.csv", (2010, 3)), ("Marts 2010", (2010, 3)),
    ("Rettet febr. 2010", (2010, 2)), ("Ændr. siden sept. 09", (2009, 9)), ("Status for marts måned 2010", (2010, 3)),
    ("tal_2010-03.csv", (2010, 3)), ("201003 VC.xlsx", (2010, 3)), ("2010M03", (2010, 3)),
    ("Tal for 03-2010", (2010, 3)),
    ("VC marts 11.xlsx", (2011, 3)), ("Tal for Marts 11 (foreløbige)", (2011, 3)), ("marts '11", (2011, 3)),
    ("marts ’11 i alt", (2011, 3)), ("mar 11", (2011, 3)), ("Match 4 marts 11", (2011, 3)),
    ("VC marts 11 v2", (2011, 3)), ("marts 11, opgjort 14. april 11", (2011, 3)), ("marts 10, 19 jobcentre", (2010, 3)),
    ("marts – 11", (2011, 3)),
    ("vc_tal_okt_2009.csv", (2009, 10)), ("Jan'10", (2010, 1)), ("Marts 2010 (marts 2010)", (2010, 3))])
def test_a_month_named_in_a_title_or_a_file_name(text, expected):
    assert month_in(text) == date(*expected, 1)


@pytest.mark.parametrize("text", [
    "", "3_norddjurs_marts.txt", "Udtræk 14/4-10, foreløbige", "Udtræk 14. april 2010", "14-03-2010", "2010-03-14",
    "okt 2009 - marts 2010", "2010", "marked 2010", "v2", "2010-2011", "Kom.nr. 741", "5. marts 2010", "maj", "201013",
    "20100314", "marts 1055", "11. marts", "11-marts", "den 11. marts 10", "VC maj 19 jobcentre", "marts 11 og 12",
    "møde marts 11.30", "marts 11 til april 11", "Praktik i marts 14 %", "marts 61"])
def test_no_month_or_more_than_one(text):
    assert month_in(text) is None
