"""The pace of those that lack persons, taken together: one jobcenter's surplus never helps another."""

from datetime import date

import pytest

from model.subjects.goals.figures.region_pace import region_pace
from model.subjects.goals.words.sentences import pace_sentence
from tests.model.subjects.builders import said, snapshot

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
    assert pace_sentence(region_pace(found, DECEMBER)).startswith(
        "Der skal 2 flere i gang om måneden til og med juni 2011. Tempoet hidtil er ukendt, da der mangler tal.")
    months = ("2010-06", "2010-07", "2010-08", "2010-09", "2010-10", "2010-11")
    withheld = snapshot(said("791", "2009-09", persons=300, total=10), said("791", "2010-12", persons=300, total=36),
                        *(said("791", month, persons=300, total="hidden") for month in months),
                        data_date="2011-01-15", codes=("791",))
    assert "Tempoet hidtil er ukendt, da tal er skjult." in pace_sentence(region_pace(withheld, DECEMBER))


def test_everybody_there_means_nothing_missing():
    found = snapshot(*at("791", before=10, half_year_ago=30, now=60), data_date="2011-01-15", codes=("791",))
    pace = region_pace(found, DECEMBER)
    assert (pace.missing, pace.so_far) == (0, None)


def silent(count: int):
    """One jobcenter that lacks twelve, and ``count`` of which nothing can be told."""
    others = [code for code in snapshot().jobcenters.index if code != "791"][:count]
    found = snapshot(*at("791", before=10, half_year_ago=30, now=36),
                     *(said(code, "2010-12", persons=30, total="hidden") for code in others),
                     data_date="2011-01-15", codes=("791", *others))
    return region_pace(found, DECEMBER), others


@pytest.mark.parametrize("count", [1, 2, 4])
def test_those_whose_shortfall_is_unknown_are_named_beside_the_sum(count):
    pace, others = silent(count)
    names = snapshot().jobcenters["name"]
    assert set(pace.without) == {names[code] for code in others}
    sentence = pace_sentence(pace)
    assert sentence.startswith("Der skal 2 flere i gang om måneden til og med juni 2011. Hidtil er det 1. ")
    inside = sentence.split("der mangler personer. ")[1].removesuffix(" er ikke regnet med.")
    assert inside.replace(" og ", ", ").split(", ") == list(pace.without)


def test_many_of_them_are_counted_and_none_is_not_mentioned():
    pace, others = silent(6)
    assert pace_sentence(pace).endswith(f"{len(others)} jobcentre er ikke regnet med.")
    assert "regnet med" not in pace_sentence(silent(0)[0])
