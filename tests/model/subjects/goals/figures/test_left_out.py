"""Jobcenters of few persons are in nothing the public is told, and are named where its sums are."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.basics import settings
from model.publishing.publishing import published
from model.subjects.centres.figures import occupancy
from model.subjects.courses.figures import attendance_totals
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import goals1, region
from model.subjects.goals.figures.left_out import (
    left_out,
    reason_words,
    refusal,
    region_name,
    without,
    without_words,
)
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.region import region_sentence
from tests.model.subjects.builders import large, said, snapshot, target
from tests.model.subjects.centres.figures.builders import snapshot as with_centres
from tests.model.subjects.centres.figures.builders import stay
from tests.model.subjects.course_builders import LEMVIG, SKIVE, THREE, VIBORG, courses, everybody

MARCH = date(2010, 3, 1)


def of_three(*statements, **given):
    """Viborg and Skive with groups of 400 in the baseline month; of Lemvig what is stated."""
    return snapshot(*large(VIBORG, SKIVE), *statements, codes=THREE, **given)


@pytest.mark.parametrize(("persons", "out"), [(99, {LEMVIG: "Lemvig"}), (100, {}), (0, {LEMVIG: "Lemvig"})])
def test_a_group_under_100_in_the_baseline_month_is_left_out(persons, out):
    assert left_out(of_three(*large(LEMVIG, persons=persons))) == out


@pytest.mark.parametrize("persons", ["hidden", "missing", None])
def test_so_is_who_has_no_group_in_the_baseline_month(persons):
    assert left_out(of_three(said(LEMVIG, "2009-09", persons=persons), said(LEMVIG, "2010-03", persons=900))) == {
        LEMVIG: "Lemvig"}


@pytest.mark.parametrize(("then", "now", "out"), [(100, 20, False), (20, 100, True)])
def test_the_months_after_decide_nothing(then, now, out):
    rows = large(LEMVIG, persons=then)
    found = of_three(*rows, *(said(LEMVIG, month, persons=now, total=5) for month in ("2009-10", "2010-03")))
    assert (LEMVIG in left_out(found)) == out


def test_the_limit_can_be_raised_and_never_lowered(monkeypatch):
    found = of_three(*large(LEMVIG, persons=150))
    assert left_out(found) == {}
    monkeypatch.setenv("FREMDRIFT_PUBLIC_SMALLEST_GROUP", "200")
    settings.load.cache_clear()
    assert left_out(replace(found)) == {LEMVIG: "Lemvig"}
    monkeypatch.setenv("FREMDRIFT_PUBLIC_SMALLEST_GROUP", "99")
    settings.load.cache_clear()
    with pytest.raises(settings.SettingRefused, match="FREMDRIFT_PUBLIC_SMALLEST_GROUP skal være mindst 100"):
        settings.load()


def test_who_has_a_baseline_month_of_its_own_is_judged_by_that():
    own = target("baseline_month", month="2009-11", jobcenter=LEMVIG)
    rows = [*large(LEMVIG, persons=20), said(LEMVIG, "2009-11", persons=300)]
    assert left_out(of_three(*rows, targets=[own])) == {}


def test_a_typed_baseline_says_nothing_of_the_group_so_the_regions_month_decides():
    typed = target("baseline_value", value=30, jobcenter=LEMVIG)
    assert left_out(of_three(*large(LEMVIG, persons=20), targets=[typed])) == {LEMVIG: "Lemvig"}
    assert left_out(of_three(*large(LEMVIG, persons=200), targets=[typed])) == {}


def in_march(*, persons):
    rows = [said(code, month, persons=400, total=total) for code in (VIBORG, SKIVE)
            for month, total in (("2009-09", 60), ("2010-03", 90))]
    return snapshot(*rows, *(said(LEMVIG, month, persons=persons, total=30) for month in ("2009-09", "2010-03")),
                    codes=THREE)


def test_no_sum_share_verdict_or_coverage_holds_them():
    public = published(in_march(persons=60))
    found, said_of = region(public, MARCH), coverage(public, MARCH)
    assert (found.persons, found.activated, found.known, found.of, found.reached) == (800, 180, 2, 2, 2)
    assert (said_of.of, said_of.lacking, said_of.share) == (2, (), 1.0)
    assert [goal.code for goal in goals1(public, MARCH)] == [VIBORG, SKIVE]


def test_counts_of_jobcenters_are_of_those_shown_and_who_is_left_out_is_named():
    public = published(in_march(persons=60))
    assert region_sentence(region(public, MARCH)) == "Begge viste jobcentre har nået Mål 1"
    assert "begge viste jobcentre · uden Lemvig" in status_line(public, MARCH)
    assert region_name(public) == "Regionen uden Lemvig"
    assert reason_words(public) == "Uden Lemvig: målgruppen i udgangsmåneden er under 100 eller ikke oplyst"
    assert refusal(public, LEMVIG).startswith("Jobcenter Lemvig er udeladt") and refusal(public, SKIVE) == ""


def test_nothing_is_said_where_nobody_is_left_out_nor_in_the_internal_view():
    for found in (published(in_march(persons=160)), in_march(persons=60)):
        assert (region_name(found), reason_words(found), refusal(found, LEMVIG)) == ("Hele regionen", "", "")
        assert "alle 3 jobcentre" in status_line(found, MARCH) and "uden" not in status_line(found, MARCH)


def test_of_many_only_how_many_are_in_a_heading():
    names = ["Lemvig", "Odder", "Samsø", "Struer"]
    assert [without_words(names[:count]) for count in (0, 1, 3, 4)] == [
        "", "uden Lemvig", "uden Lemvig, Odder og Samsø", "uden 4 jobcentre"]


def test_course_days_are_sums_of_the_others():
    found = courses(*everybody("K1", {VIBORG: 12, SKIVE: 9, LEMVIG: 7}), data_date="2010-05-10")
    public = published(replace(found, figures=of_three().figures, uploads=of_three().uploads))
    (day, *_), (told, *_) = attendance_totals.day_totals(found), attendance_totals.day_totals(public)
    assert (day.attended, told.attended) == (28, 21)
    assert (LEMVIG in day.reported, LEMVIG in told.reported) == (True, False)
    assert told.seats * 3 == day.seats * 2


def test_centres_are_sums_of_the_others():
    stays = [stay(f"C{at}", "2009-11-01", code=code) for code in THREE for at in range(3)]
    found = with_centres(stays, (), *large(VIBORG, SKIVE), codes=THREE)
    months = {"code": None, "month": MARCH}
    assert [occupancy.occupancy(seen, **months).active for seen in (found, published(found))] == [9, 6]


def test_a_later_upload_of_theirs_alone_moves_no_date():
    late = said(LEMVIG, "2010-03", received="2010-06-01", persons=60, total=31)
    first = in_march(persons=60)
    rows = [said(code, month, persons=400, total=total) for code in (VIBORG, SKIVE)
            for month, total in (("2009-09", 60), ("2010-03", 90))]
    then = published(snapshot(*rows, said(LEMVIG, "2009-09", persons=60, total=30), late, codes=THREE))
    assert status_line(then, MARCH) == status_line(published(first), MARCH)


def test_where_all_are_left_out_there_is_no_sum_and_nobody_to_name():
    public = published(snapshot(said(VIBORG, "2010-03", persons=400, total=90)))
    assert region_name(public) == "Hele regionen"
    assert reason_words(public) == (
        "Alle jobcentre er udeladt: målgruppen i udgangsmåneden er under 100 eller ikke oplyst")
    assert isinstance(public.figures, pd.DataFrame) and public.figures.empty


def test_records_of_which_none_are_theirs_are_held_once():
    found = with_centres([stay("C1", "2009-11-01", code=SKIVE)], (), *large(VIBORG, SKIVE), codes=THREE)
    assert without(found, [LEMVIG]).records["centre"] is found.records["centre"]
    assert without(found, [SKIVE]).records["centre"].empty
