"""What the public is told of single figures: which are hidden, which stay, and what is left out altogether."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.basics import settings
from model.basics.formatting import NBSP
from model.publishing.publishing import published
from model.subjects.courses.charts.courses import runs_chart
from model.subjects.courses.figures import attendance_totals
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.goals import goal1, goal2, region
from model.subjects.goals.figures.running import HIDDEN, running
from model.subjects.goals.figures.verdicts import Verdict
from tests.model.subjects.builders import changes, large, said, snapshot, target
from tests.model.subjects.course_builders import came, courses, everybody

SKIVE, VIBORG, SAMSOE, AARHUS = "779", "791", "741", "751"
SEPTEMBER, MARCH = date(2009, 9, 1), date(2010, 3, 1)


def stated(month="2010-03", **totals):
    """One month of jobcenters with 400 persons each, by name; ``totals`` are those in virksomhedsaktivering."""
    codes = {"skive": SKIVE, "viborg": VIBORG, "samsoe": SAMSOE, "aarhus": AARHUS}
    return [*large(*codes.values()),
            *(said(codes[name], month, persons=400, total=total) for name, total in totals.items())]


def of_large(found):
    """The snapshot with a group of each jobcenter in the baseline month."""
    return found.overlaid(changes(*large(*found.jobcenters.index)))


def hidden(found, month=MARCH):
    return {code for code in (SKIVE, VIBORG, SAMSOE, AARHUS) if goal1(found, code, month).activated is None}


def test_a_small_count_takes_the_next_smallest_with_it_and_the_region_keeps_its_sum():
    public = published(snapshot(*stated(skive=3, viborg=90, samsoe=30, aarhus=70)))
    assert hidden(public) == {SKIVE, SAMSOE}
    assert (region(public, MARCH).activated, region(public, MARCH).known) == (193, 4)
    assert goal1(public, SKIVE, MARCH).verdict == Verdict.UNKNOWN and goal1(public, SKIVE, MARCH).persons == 400


def test_so_does_a_small_rest():
    assert hidden(published(snapshot(*stated(skive=398, viborg=90, samsoe=30, aarhus=70)))) == {SKIVE, SAMSOE}


def test_the_threshold_can_be_raised(monkeypatch):
    found = snapshot(*stated(skive=8, viborg=90, samsoe=30, aarhus=70))
    assert hidden(published(found)) == set()
    monkeypatch.setenv("FREMDRIFT_PUBLIC_THRESHOLD", "10")
    settings.load.cache_clear()
    assert hidden(published(replace(found))) == {SKIVE, SAMSOE}


def test_a_typed_baseline_is_not_told_of_a_jobcenter_with_a_hidden_count_nor_when_it_is_small():
    typed = [target("baseline_value", value=value, jobcenter=code) for code, value in ((SAMSOE, 30), (VIBORG, 40),
                                                                                      (AARHUS, 3))]
    found = snapshot(*stated("2009-09", skive=3, viborg=90, samsoe=30, aarhus=70),
                     *stated(skive=60, viborg=90, samsoe=50, aarhus=70), targets=typed)
    public = published(found)
    assert hidden(public, SEPTEMBER) == {SKIVE, SAMSOE}
    assert [goal1(found, code, MARCH).baseline for code in (SAMSOE, VIBORG, AARHUS)] == [30, 40, 3]
    assert [goal1(public, code, MARCH).baseline for code in (SAMSOE, VIBORG, AARHUS)] == [None, 40, None]


@pytest.mark.parametrize(("baseline", "verdict"), [(40, Verdict.REACHED), (3, Verdict.UNKNOWN)])
def test_who_joined_late_keeps_the_baseline_from_before_unless_it_is_small(baseline, verdict):
    found = snapshot(*stated("2009-09", viborg=baseline), *stated(viborg=90, aarhus=70))
    joined = found.jobcenters["participates_from"].mask(found.jobcenters.index == VIBORG, pd.Timestamp("2010-01-01"))
    public = published(replace(found, jobcenters=found.jobcenters.assign(participates_from=joined)))
    assert goal1(public, VIBORG, MARCH).verdict == verdict


def test_a_days_few_participants_are_hidden_and_so_is_who_stayed_away():
    few = of_large(courses(*everybody("K1", {SKIVE: 3}), data_date="2010-01-30"))
    told = attendance_totals.day_totals(published(few))[0]
    assert (told.attended, told.hidden) == (None, True)
    assert attendance_totals.day_totals(few)[0].attended == 3
    bar = runs_chart(published(few)).shape.bars[0]
    assert bar.value is None and bar.label.startswith("skjult")

    stayed_away = of_large(courses(came("K1", SKIVE, 30, registered=33), came("K2", SKIVE, 30, registered=40),
                                   data_date="2010-01-30"))
    told = attendance_totals.day_totals(published(stayed_away))
    assert [(day.attended, day.registered) for day in told[:2]] == [(30, None), (30, 40)]


def test_a_month_in_which_one_jobcenter_had_courses_is_not_told_as_the_regions():
    everyone = [said(code, month, persons=400, total=90, ended=40, good=20, received="2010-09-20")
                for code in (SKIVE, VIBORG, AARHUS) for month in ("2009-10", "2010-01", "2010-03")]
    alone = said(SKIVE, "2009-12", persons=400, total=90, ended=40, good=20, received="2010-09-20")
    found = snapshot(*large(SKIVE, VIBORG, AARHUS), *everyone, alone, data_date="2010-10-01")
    december = running(found, None, MARCH).set_index("month").loc["2009-12-01"]
    told = running(published(found), None, MARCH).set_index("month").loc["2009-12-01"]
    assert (december["all_ended"], december["ended"]) == (160, 40)
    assert told["state"] == HIDDEN and pd.isna(told["all_ended"]) and pd.isna(told["ended"])


def test_a_provisional_month_is_told_alone_in_public():
    rows = [said(code, month, persons=400, total=90) for code in (SKIVE, VIBORG, AARHUS) for month in ("2009-09",)]
    found = snapshot(*rows, said(VIBORG, "2010-03", persons=400, total=95), data_date="2010-04-20")
    title = progress_chart(published(found), None, MARCH).title.replace(NBSP, " ")
    assert title == "Andelen var 23,8 % i marts 2010"


def test_other_measures_and_earlier_months_are_not_told():
    rows = [said(VIBORG, month, persons=400, total=90, praktik=80, loentilskud=10, ended=40, good=20, job=15,
                 received="2010-09-20") for month in ("2009-10", "2010-03")]
    public = published(snapshot(*large(VIBORG), *rows, data_date="2010-10-01"))
    told = public.figures[public.figures["value"].notna()]
    assert set(told["measure"]) == {"personer_match4", "virksomhedsaktivering_i_alt"}
    assert goal2(public, VIBORG, MARCH).successes == 40
    assert goal2(public, VIBORG, date(2010, 2, 1)).successes is None


def test_who_sent_a_file_and_what_was_said_of_it_is_told_nobody():
    found = snapshot(*stated(skive=90, viborg=70))
    named = replace(found, uploads=found.uploads.assign(
        received_by="Anna Opdigtet", file_name="Annas tal.csv", reasons="Anna har ringet", undone_by="Anna Opdigtet",
        undone_reason="Annas fejl"))
    assert "Anna" in named.uploads.to_csv()
    assert "Anna" not in published(named).uploads.to_csv()
