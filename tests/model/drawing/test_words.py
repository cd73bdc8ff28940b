"""The line of source, day and status: the day is that of the newest figure shown, never the day of looking."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.drawing.words import alt_text, full_stop, share_text
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.coverage import newest_receipt
from model.subjects.goals.words.lines import jobcenter_line, source_line, status_line
from tests.model.subjects.builders import changes, said, snapshot

FEBRUARY, MARCH = date(2010, 2, 1), date(2010, 3, 1)
CODES = ("791", "779", "741")


def received(**extra):
    """Three jobcenters; February came on 9 March, Viborg's and Skive's March on 12 April, its correction on 3 May."""
    rows = [said(code, "2010-02", "2010-03-09", persons=300, total=30) for code in CODES]
    rows += [said(code, "2010-03", "2010-04-12", persons=300, total=33) for code in CODES[:2]]
    return snapshot(*rows, said("779", "2010-02", "2010-05-03", total=31), data_date="2010-06-15", codes=CODES, **extra)


def test_the_day_is_the_newest_receipt_of_what_is_shown_found_the_slow_way():
    found = received()
    for month in (FEBRUARY, MARCH):
        days = [found.received[row.upload_id] for row in found.figures.itertuples()
                if row.month <= pd.Timestamp(month)]
        assert newest_receipt(found, month) == max(days).date() == date(2010, 5, 3)
    assert newest_receipt(found, date(2010, 1, 1)) is None


def test_a_later_month_does_not_move_the_day_of_an_earlier_one():
    rows = [said("791", "2010-02", "2010-03-09", persons=300, total=30),
            said("791", "2010-03", "2010-04-12", persons=300, total=33)]
    found = snapshot(*rows, codes=("791",))
    assert source_line(found, FEBRUARY) == (
        "Kilde: jobcentrenes månedstal, samlet af Beskæftigelsesregion Midtjylland · opgjort 9. mar. 2010 · endelig")
    assert "opgjort 12. apr. 2010" in source_line(found, MARCH)


def test_the_day_of_looking_is_nowhere():
    one, other = (replace(received(), data_date=day) for day in (date(2010, 6, 15), date(2026, 1, 2)))
    assert status_line(one, MARCH) == status_line(other, MARCH)
    assert source_line(one, MARCH) == source_line(other, MARCH)


def test_what_is_laid_over_in_memory_is_of_the_data_date():
    found = received().overlaid(changes(said("741", "2010-03", persons=300, total=12)))
    assert newest_receipt(found, MARCH) == date(2010, 6, 15)
    assert newest_receipt(found, FEBRUARY) == date(2010, 5, 3)


@pytest.mark.parametrize(("month", "line"), [
    (FEBRUARY, "Endelige tal til og med februar 2010 · alle 3 jobcentre · opgjort 3. maj 2010"),
    (MARCH, "Foreløbige tal for marts 2010 · 2 af 3 · mangler Samsø · opgjort 3. maj 2010")])
def test_the_line_under_the_heading_says_month_day_coverage_and_status(month, line):
    assert status_line(received(), month) == line


@pytest.mark.parametrize(("code", "month", "line"), [
    ("791", FEBRUARY, "Endelige tal til og med februar 2010 · opgjort 3. maj 2010"),
    ("791", MARCH, "Foreløbige tal for marts 2010 · opgjort 3. maj 2010"),
    ("741", MARCH, "Foreløbige tal for marts 2010 · mangler Samsø · opgjort 3. maj 2010")])
def test_under_what_shows_one_jobcenter_no_others_are_counted(code, month, line):
    assert jobcenter_line(received(), code, month) == line


def test_without_figures_there_is_no_day_to_tell():
    assert status_line(snapshot(), MARCH) == "Ingen tal for marts 2010 · 0 af 19 · mangler 19 jobcentre"


def test_a_chart_with_a_provisional_month_says_which_and_takes_its_day_into_account():
    rows = [said(code, "2010-02", "2010-03-09", persons=300, total=30) for code in CODES]
    found = snapshot(*rows, said("791", "2010-03", "2010-04-12", persons=300, total=33), data_date="2010-04-15",
                     codes=CODES)
    assert progress_chart(found, "791", FEBRUARY).source.endswith(
        "opgjort 12. apr. 2010 · endelig til og med feb. 2010, foreløbig for mar. 2010")
    assert progress_chart(found, "779", FEBRUARY).source.endswith("opgjort 9. mar. 2010 · endelig")


def test_a_share_is_a_count_under_twenty_and_nothing_where_one_half_is_unknown():
    assert [share_text(x, n, target=16) for x, n in ((3, 19), (3, 20), (0, 0), (None, 30), (3, None))] == [
        "3 af 19", "15\u00a0%", "0 af 0", "ingen tal", "ingen tal"]


def test_alt_text_drops_its_last_parts_first():
    assert alt_text("Linjediagram", "a" * 200, "b" * 60, "") == f"Linjediagram. {'a' * 200}."


def test_a_sentence_has_one_full_stop():
    assert full_stop("Målet er nået") == full_stop("Målet er nået.") == "Målet er nået."
