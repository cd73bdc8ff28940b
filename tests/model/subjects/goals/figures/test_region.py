"""The region is its jobcenters summed: never a mean of shares, never a net of shortfalls."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.subjects.goals.figures.progress import progress
from model.subjects.goals.figures.region import region
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)
CODES = ("615", "657", "661", "665")
months = st.lists(st.tuples(st.integers(1, 900), st.integers(0, 200), st.integers(0, 100)), min_size=4, max_size=4)


def test_the_share_is_the_sum_over_the_sum():
    rows = [said(code, "2010-03", persons=n, total=x) for code, (x, n) in zip(CODES, [(2, 5), (6, 60), (9, 35)],
                                                                              strict=False)]
    found = region(snapshot(*rows), MARCH)
    assert (found.activated, found.persons, found.share) == (17, 100, 17.0)


@given(months)
def test_the_total_is_the_sum_of_its_parts(counts):
    rows = [said(code, "2009-09", persons=n, total=base) for code, (n, _, base) in zip(CODES, counts, strict=True)]
    rows += [said(code, "2010-03", persons=n, total=x) for code, (n, x, _) in zip(CODES, counts, strict=True)]
    found = region(snapshot(*rows), MARCH)
    assert found.persons == sum(n for n, _, _ in counts)
    assert found.activated == sum(x for _, x, _ in counts)
    shortfalls = [max(0, -(-16 * n // 100) - x, base + 15 - x) for n, x, base in counts]
    assert found.missing == sum(shortfalls)
    assert found.reached == shortfalls.count(0)
    assert (found.unknown, found.reporting, found.of) == (15, 4, 19)


def test_only_jobcenters_with_both_numbers_enter_the_sums_but_hidden_ones_have_reported():
    rows = [said("791", "2010-03", persons=300, total=40), said("779", "2010-03", persons=500),
            said("741", "2010-03", persons=30, total="hidden")]
    found = region(snapshot(*rows), MARCH)
    assert (found.persons, found.activated, found.reporting, found.of) == (300, 40, 2, 19)


def test_a_month_without_figures_has_no_sums():
    found = region(snapshot(), MARCH)
    assert (found.persons, found.activated, found.share, found.missing) == (None, None, None, None)
    assert (found.reporting, found.reached, found.unknown) == (0, 0, 19)


def test_a_jobcenter_that_does_not_take_part_is_neither_counted_nor_summed():
    rows = [said("791", "2010-03", persons=300, total=40), said("779", "2010-03", persons=100, total=10)]
    found = snapshot(*rows)
    found.jobcenters.loc["779", "participates_to"] = "2010-02-01"
    after = region(found, MARCH)
    assert (after.persons, after.of, after.reporting) == (300, 18, 1)


def test_progress_agrees_with_the_region_month_by_month():
    rows = [said(code, month, persons=100 + i, total=10 + i) for i, code in enumerate(CODES)
            for month in ("2009-09", "2009-12", "2010-02", "2010-03")]
    found = snapshot(*rows)
    table = progress(found, None).set_index("month")
    assert list(table.index[[0, -1]].strftime("%Y-%m")) == ["2009-09", "2011-06"]
    for month in (date(2009, 12, 1), MARCH):
        same = region(found, month)
        row = table.loc[str(month)]
        assert (row["persons"], row["activated"], row["jobcenters"]) == (same.persons, same.activated, same.reporting)
        assert row["share"] == pytest.approx(same.share)


def test_the_states_of_a_jobcenters_months():
    everyone = [said(code, month, persons=100, total=10) for month in ("2009-09", "2009-12")
                for code in snapshot().jobcenters.index if not (code == "741" and month == "2009-12")]
    samso = said("741", "2009-12", persons=30, total="hidden")
    rows = [*everyone, samso, said("791", "2010-05", persons=300, total=40)]
    found = snapshot(*rows)
    viborg = progress(found, "791").set_index("month")["state"]
    assert viborg[["2009-09-01", "2009-12-01", "2010-02-01", "2010-05-01", "2010-07-01"]].tolist() == [
        "final", "final", "missing", "provisional", "none"]
    assert progress(found, "741").set_index("month")["state"]["2009-12-01"] == "hidden"
    region_states = progress(found, None).set_index("month")["state"]
    assert region_states[["2009-12-01", "2010-02-01", "2010-05-01"]].tolist() == ["final", "missing", "provisional"]
