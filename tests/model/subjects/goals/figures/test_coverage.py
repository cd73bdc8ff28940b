"""Who has reported: the states of a month, the share of the target group that is in, and which month is shown."""

from datetime import date

import pandas as pd
import pytest

from model.basics import settings
from model.subjects.goals.figures.coverage import (
    cells,
    coverage,
    default_month,
    expected,
    grid,
    known,
    newer_month,
    reported_months,
)
from tests.model.subjects.builders import said, snapshot, target

MARCH = date(2010, 3, 1)
SIZES = {"791": 800, "779": 150, "741": 50}


def three(*statements, **options):
    return snapshot(*statements, codes=SIZES, **options)


def everyone(month, *, without=(), **options):
    return [said(code, month, persons=size, total=size // 10, **options) for code, size in SIZES.items()
            if code not in without]


@pytest.mark.parametrize(("figures", "state"), [
    ({}, "missing"), ({"persons": 10, "total": 2}, "reported"),
    ({"persons": 10, "praktik": 1, "loentilskud": 1}, "reported"),
    ({"persons": 10}, "partial"), ({"total": 2}, "partial"), ({"persons": 10, "praktik": 1}, "partial"),
    ({"ended": 3, "good": 1}, "partial"), ({"persons": 10, "total": "hidden"}, "hidden"),
    ({"persons": "hidden", "total": 2}, "hidden"), ({"persons": 10, "total": 2, "good": "hidden"}, "hidden"),
    ({"persons": 10, "total": 2, "job": "hidden"}, "reported"), ({"persons": "missing", "total": "missing"}, "missing"),
    ({"persons": 10, "total": "missing"}, "partial"), ({"model": "1-3"}, "missing")])
def test_the_state_of_a_jobcenter_month(figures, state):
    found = three(said("791", "2010-03", **figures))
    assert grid(found).loc["791", "2010-03-01"] == state


def test_a_known_value_that_a_later_upload_changed_is_corrected():
    first = said("791", "2010-03", persons=800, total=80, received="2010-04-10")
    again = said("791", "2010-03", persons=800, total=80, received="2010-05-10")
    mended = said("791", "2010-03", total=81, received="2010-05-10")
    assert grid(three(first, mended)).loc["791", "2010-03-01"] == "corrected"
    assert grid(three(first, again)).loc["791", "2010-03-01"] == "reported"
    told_at_last = said("791", "2010-03", persons=800, total="hidden", received="2010-04-10")
    assert grid(three(told_at_last, mended)).loc["791", "2010-03-01"] == "reported"


def test_expected_are_the_campaigns_months_and_the_baseline_once_they_are_over():
    found = three(data_date="2010-04-01")
    told = grid(found).loc["791"].eq("missing")
    assert [m.strftime("%Y-%m") for m in told.index[told]] == [
        "2009-09", "2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03"]
    assert expected(three(data_date="2010-03-31"), MARCH) == []
    assert expected(found, MARCH) == list(SIZES)


def test_a_jobcenters_own_baseline_month_is_expected_of_it_alone():
    found = three(targets=[target("baseline_month", month="2009-03", jobcenter="779")])
    assert expected(found, date(2009, 3, 1)) == ["779"]
    assert "779" not in expected(found, date(2009, 9, 1))


def test_nothing_is_expected_outside_a_jobcenters_participation():
    found = three()
    found.jobcenters.loc["779", "participates_from"] = pd.Timestamp("2010-04-01")
    assert expected(found, MARCH) == ["791", "741"]
    assert coverage(found, MARCH).of == 2


def test_coverage_names_who_is_in_half_in_and_not_in():
    found = coverage(three(said("791", "2010-03", persons=800, total=80), said("779", "2010-03", persons=150)), MARCH)
    assert (found.reported, found.partial, found.missing, found.of) == (("791",), ("779",), ("741",), 3)


def test_a_jobcenter_weighs_its_last_known_target_group():
    known = [said("791", "2009-12", persons=800, total=8), said("779", "2009-12", persons=150, total=8),
             said("741", "2009-12", persons=50, total=8), said("779", "2010-01", persons=350, total=8)]
    found = coverage(three(*known, said("791", "2010-03", persons=800, total=80)), MARCH)
    assert found.share == pytest.approx(800 / (800 + 350 + 50))
    later = coverage(three(said("791", "2010-03", persons=800, total=80), said("779", "2010-05", persons=150, total=9),
                           said("741", "2010-05", persons=50, total=9)), MARCH)
    assert later.share == pytest.approx(800 / 1000)


def test_one_who_never_reported_weighs_as_the_others_do_on_average():
    found = coverage(three(said("791", "2010-03", persons=800, total=80), said("779", "2010-03", persons=100, total=9)),
                     MARCH)
    assert found.share == pytest.approx(900 / (900 + 450))


def test_hidden_figures_count_as_reported():
    found = coverage(three(*everyone("2010-03", without=("741",)), said("741", "2010-03", persons=50, total="hidden")),
                     MARCH)
    assert (len(found.reported), found.share, found.final) == (3, 1.0, True)


def test_the_default_month_is_the_newest_with_enough_of_the_target_group_in():
    found = three(*everyone("2010-01"), *everyone("2010-02", without=("741",)), *everyone("2010-03", without=("779",)))
    assert default_month(found) == date(2010, 2, 1)  # 95 % is in; in March 85 %
    assert newer_month(found) == MARCH
    assert reported_months(found) == [MARCH, date(2010, 2, 1), date(2010, 1, 1)]


def test_exactly_the_share_that_is_asked_for_is_enough(monkeypatch):
    monkeypatch.setenv("FREMDRIFT_COVERAGE_NEEDED", "0.85")
    settings.load.cache_clear()
    found = three(*everyone("2010-02"), *everyone("2010-03", without=("779",)))
    assert (default_month(found), newer_month(found)) == (MARCH, None)


def test_before_any_month_is_complete_the_newest_is_shown_and_is_not_final():
    found = three(said("779", "2010-02", persons=150, total=9), said("779", "2010-03", persons=150, total=9))
    assert default_month(found) == MARCH
    assert not coverage(found, MARCH).final


def test_without_figures_there_is_no_month():
    assert (default_month(three()), newer_month(three()), reported_months(three())) == (None, None, [])


def test_outcomes_alone_make_no_month():
    assert default_month(three(said("791", "2010-03", ended=12, good=3))) is None


def test_late_is_only_told_with_a_deadline():
    found = three(said("791", "2010-03", persons=800, total=80, received="2010-05-20"))
    assert cells(found)["late"].isna().all()


@pytest.mark.parametrize(("delivered", "received", "late"), [
    (None, "2010-04-10", False), (None, "2010-04-11", True), ("2010-04-10", "2010-05-20", False),
    ("2010-04-11", "2010-05-20", True)])
def test_late_goes_by_the_said_delivery_and_else_by_the_upload(delivered, received, late):
    figures = {"persons": 800, "total": 80} | ({"delivered": delivered} if delivered else {})
    found = three(said("791", "2010-03", received=received, **figures))
    row = cells(found, deadline_days=10).loc[("791", "2010-03-01")]
    assert row["late"] is late or row["late"] == late
    assert row["delivered"].date() == date.fromisoformat(delivered or received)


def test_a_correction_does_not_make_a_timely_report_late():
    rows = [said("791", "2010-03", persons=800, total=80, received="2010-04-05"),
            said("791", "2010-03", total=81, received="2010-05-20")]
    assert not cells(three(*rows), deadline_days=10).loc[("791", "2010-03-01"), "late"]


def test_a_missing_month_is_late_once_its_deadline_has_passed():
    before, after = (cells(three(data_date=day), deadline_days=10).loc[("791", "2010-03-01"), "late"]
                     for day in ("2010-04-10", "2010-04-11"))
    assert (before, after) == (False, True)


def test_what_is_withheld_is_reported_and_not_known():
    found = three(*everyone("2010-03", without=("791",)), said("791", "2010-03", persons="hidden", total="hidden"))
    assert coverage(found, MARCH).final and len(coverage(found, MARCH).reported) == 3
    assert known(found, MARCH) == 2
    assert known(three(*(said(code, "2010-03", persons="hidden", total="hidden") for code in SIZES)), MARCH) == 0
