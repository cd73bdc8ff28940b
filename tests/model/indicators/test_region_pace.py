"""The pace of those that lack persons, taken together: one jobcenter's surplus never helps another."""

from datetime import date

import pytest

from model.indicators.region_pace import region_pace
from tests.model.indicators.builders import said, snapshot

DECEMBER = date(2010, 12, 1)


def at(code: str, *, before: int, half_year_ago: int, now: int, persons: int = 300):
    counts = {"2009-09": before, "2010-06": half_year_ago, "2010-12": now}
    return [said(code, month, persons=persons, total=total) for month, total in counts.items()]


def test_only_the_jobcenters_that_lack_persons_count():
    found = snapshot(*at("791", before=10, half_year_ago=30, now=36), *at("779", before=10, half_year_ago=40, now=100),
                     data_date="2011-01-15", codes=("791", "779"))
    pace = region_pace(found, DECEMBER)
    assert (pace.missing, pace.months_left, pace.per_month) == (12, 6, 2.0)
    assert pace.so_far == pytest.approx(1.0)  # Skive's +10 a month is not Viborg's


def test_the_shortfalls_and_the_paces_are_summed():
    found = snapshot(*at("791", before=10, half_year_ago=30, now=36), *at("779", before=10, half_year_ago=30, now=33),
                     data_date="2011-01-15", codes=("791", "779"))
    pace = region_pace(found, DECEMBER)
    assert pace.missing == 12 + 15
    assert pace.so_far == pytest.approx(1.5)


def test_an_unknown_pace_is_not_guessed():
    found = snapshot(said("791", "2009-09", persons=300, total=10), said("791", "2010-12", persons=300, total=36),
                     data_date="2011-01-15", codes=("791",))
    assert region_pace(found, DECEMBER).so_far is None


def test_everybody_there_means_nothing_missing():
    found = snapshot(*at("791", before=10, half_year_ago=30, now=60), data_date="2011-01-15", codes=("791",))
    pace = region_pace(found, DECEMBER)
    assert (pace.missing, pace.so_far) == (0, None)
