"""Small jobcenters are told of together alone; who is told of as one, and who of nothing, is named where the sums are.
"""

from dataclasses import replace
from datetime import date

import pytest

from model.basics import settings
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import goals1
from model.subjects.goals.figures.left_out import reason_words, refusal, region_name, without_words
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.card_words import regional_share
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.region import region_sentence
from tests.model.publishing.first import first_edition, published
from tests.model.publishing.nine import (
    BASELINE,
    LARGE,
    LEMVIG,
    MONTH,
    SKIVE,
    SMALL,
    STRUER,
    TOGETHER,
    VIBORG,
    nine,
)
from tests.model.subjects.builders import said, snapshot, target

MARCH = date(2010, 3, 1)
WITHHELD = "ikke med, så små tal ikke kan regnes ud"


def listed(found):
    return set(first_edition(found, MARCH).published.listed)


@pytest.mark.parametrize(("persons", "more"), [(99, {SKIVE}), (100, set()), (0, {SKIVE}), ("hidden", {SKIVE}),
                                               ("missing", {SKIVE})])
def test_a_group_under_100_in_the_baseline_month_or_none_at_all_is_told_of_with_others(persons, more):
    assert listed(nine(said(SKIVE, BASELINE, persons=persons))) == {*SMALL, *more}


@pytest.mark.parametrize(("then", "now", "small"), [(100, 20, False), (20, 100, True)])
def test_the_months_after_decide_nothing(then, now, small):
    found = nine(said(SKIVE, BASELINE, persons=then), said(SKIVE, MONTH, persons=now, total=5))
    assert (SKIVE in listed(found)) is small


def test_the_limit_can_be_raised_and_never_lowered(monkeypatch):
    found = nine(said(SKIVE, BASELINE, persons=150))
    assert SKIVE not in listed(found)
    monkeypatch.setenv("FREMDRIFT_PUBLIC_SMALLEST_GROUP", "200")
    settings.load.cache_clear()
    assert SKIVE in listed(replace(found))
    monkeypatch.setenv("FREMDRIFT_PUBLIC_SMALLEST_GROUP", "99")
    settings.load.cache_clear()
    with pytest.raises(settings.SettingRefused, match="FREMDRIFT_PUBLIC_SMALLEST_GROUP skal være mindst 100"):
        settings.load()


def test_who_has_a_baseline_month_of_its_own_is_judged_by_that():
    own = target("baseline_month", month="2009-11", jobcenter=SKIVE)
    rows = [said(SKIVE, BASELINE, persons=20), said(SKIVE, "2009-11", persons=300)]
    assert SKIVE in listed(nine(*rows)) and SKIVE not in listed(nine(*rows, targets=[own]))


def test_a_typed_baseline_says_nothing_of_the_group_so_the_regions_month_decides():
    typed = target("baseline_value", value=30, jobcenter=SKIVE)
    assert SKIVE in listed(nine(said(SKIVE, BASELINE, persons=20), targets=[typed]))
    assert SKIVE not in listed(nine(targets=[typed]))


def test_no_verdict_or_coverage_is_of_them_and_the_regions_sums_hold_them_as_one():
    public = published(nine(), MARCH)
    found, covered = region(public, MARCH), coverage(public, MARCH)
    assert (found.persons, found.activated, found.known, found.of, found.reached) == (2_320, 550, 9, 5, 5)
    assert (covered.of, covered.lacking, covered.share) == (5, (), 1.0)
    assert [goal.code for goal in goals1(public, MARCH)] == list(LARGE)


def test_counts_of_jobcenters_are_of_those_shown_alone_and_the_others_are_named():
    public = published(nine(), MARCH)
    assert region_sentence(region(public, MARCH)) == "Alle de 5 viste jobcentre har nået Mål 1"
    assert "alle 5 viste jobcentre" in status_line(public, MARCH)
    assert region_name(public) == "Hele regionen"
    assert reason_words(public) == f"{TOGETHER} vises tilsammen"
    assert refusal(public, LEMVIG) == "Jobcenter Lemvig vises kun sammen med Odder, Samsø og Struer."
    assert refusal(public, VIBORG) == "" and refusal(public, "999") == ""


@pytest.mark.parametrize(("rows", "reason", "refused"), [
    ([said(LEMVIG, MONTH, persons="missing", total="missing")],
     f"{TOGETHER} kommer med i månedens summer, når alle deres tal er kendt",
     "Jobcenter Struer vises kun sammen med Lemvig, Odder og Samsø, når alle deres tal er kendt."),
    ([said(code, MONTH, total=1) for code in SMALL], f"I månedens summer er {TOGETHER} {WITHHELD}",
     f"Jobcenter Struer er {WITHHELD}."),
], ids=["it waits", "it is withheld"])
def test_where_what_they_have_together_is_not_told_the_sums_are_without_them_all_and_say_so(rows, reason, refused):
    public = published(nine(*rows), MARCH)
    found = region(public, MARCH)
    assert (found.persons, found.activated, found.known) == (2_000, 450, 5)
    assert found.without == ("Lemvig", "Odder", "Samsø", "Struer")
    assert region_name(public) == f"Regionen uden {TOGETHER}"
    assert f"uden {TOGETHER}" in status_line(public, MARCH)
    assert reason_words(public) == reason
    assert refusal(public, STRUER) == refused


def test_a_row_that_is_withheld_is_in_no_sum_and_the_sum_says_of_how_many_it_is():
    public = published(nine(said(SKIVE, MONTH, total=3)), MARCH)
    found = region(public, MARCH)
    assert (found.persons, found.activated, found.known, found.of, found.unknown) == (1_920, 460, 8, 5, 1)
    assert regional_share(found).startswith("Hele regionen (8 af 9 jobcentre): ")


def test_nothing_is_said_where_nobody_is_small_nor_in_the_internal_view():
    of_all = nine(*(said(code, BASELINE, persons=400) for code in SMALL))
    for found in (published(of_all, MARCH), nine()):
        assert (region_name(found), reason_words(found), refusal(found, LEMVIG)) == ("Hele regionen", "", "")
        assert "alle 9 jobcentre" in status_line(found, MARCH) and "uden" not in status_line(found, MARCH)


def test_of_many_only_how_many_are_in_a_heading():
    names = ["Lemvig", "Odder", "Samsø", "Skive", "Struer"]
    assert [without_words(names[:count]) for count in (0, 1, 4, 5)] == [
        "", "uden Lemvig", "uden Lemvig, Odder, Samsø og Skive", "uden 5 jobcentre"]


def test_a_programme_of_fewer_than_seven_tells_of_nobody_alone():
    codes = (*SMALL, SKIVE)
    rows = [said(code, month, persons=400, total=90) for code in codes for month in (BASELINE, MONTH)]
    public = published(snapshot(*rows, codes=codes), MARCH)
    assert public.jobcenters.empty and region(public, MARCH).persons == 2_000
    assert (region_name(public), public.together) == ("Hele regionen", ("Lemvig", "Odder", "Samsø", "Skive", "Struer"))


def test_where_nothing_is_told_there_is_no_sum_and_nobody_is_named_in_a_heading():
    public = published(snapshot(said(VIBORG, "2010-03", persons=400, total=90), codes=(VIBORG,)), MARCH)
    assert region_name(public) == "Hele regionen"
    assert reason_words(public) == f"I månedens summer er Viborg {WITHHELD}"
    assert public.figures.empty and region(public, MARCH).persons is None
