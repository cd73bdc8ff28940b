"""What an edition tells beside the counts of citizens is of the whole region, and of a day or a month told once."""

from dataclasses import replace
from datetime import date

import pytest

from model.basics.months import shift
from model.publishing import content, editions
from model.publishing.as_snapshot import as_snapshot
from model.publishing.cells import PublicRecord
from model.snapshot.snapshot import InternalOnly
from model.subjects.centres.figures import activity, periods
from model.subjects.centres.words.centres import one_line
from model.subjects.comparison.charts.comparison import goal2_dots
from model.subjects.comparison.figures.peers import everyone
from model.subjects.courses.figures import attendance, attendance_totals, mentor_runs
from model.subjects.goals.charts.cards import goal2_card
from model.subjects.goals.figures.breaks import breaks
from model.subjects.goals.figures.goals import goal2
from model.subjects.goals.figures.targets import BASELINE, resolve
from model.subjects.goals.words.titles import goal2_title
from model.subjects.goals.words.wording import goal2_words
from tests.model.publishing.first import first_edition, published
from tests.model.publishing.nine import LARGE, LEMVIG, SMALL, VIBORG, nine
from tests.model.subjects.builders import said, target
from tests.model.subjects.centres.figures.builders import snapshot as with_centres
from tests.model.subjects.centres.figures.builders import stay
from tests.model.subjects.course_builders import SKIVE, courses, everybody

MARCH, APRIL, JUNE = date(2010, 3, 1), date(2010, 4, 1), date(2010, 6, 1)


def days(*rows, month, before=content.NOTHING, **given):
    """The edition of a month of those course days, after what was told before."""
    return editions.after(PublicRecord(), before, courses(*rows, **given), month)


def month_of(code):
    return courses().course_days.loc[code, "held_on"].replace(day=1)


def test_a_course_day_is_of_all_jobcenters_those_told_together_too():
    internal = courses(*everybody("K1", {VIBORG: 12, SKIVE: 9, LEMVIG: 7}))
    (day, *_), (told, *_) = (attendance_totals.day_totals(each) for each in (
        internal, published(internal, month_of("K1"))))
    assert told == day and (told.attended, set(told.reported)) == (28, {VIBORG, SKIVE, LEMVIG})


def test_a_course_day_is_told_once_and_as_it_stood_then():
    month = month_of("K1")
    first = days(*everybody("K1", {VIBORG: 12, SKIVE: 9}), month=month)
    later = days(*everybody("K1", {VIBORG: 12, SKIVE: 9, LEMVIG: 7}), month=shift(month, 1), before=first.content)
    one, other = (next(day for day in each.content["days"] if day["code"] == "K1") for each in (first, later))
    assert one == other and (one["attended"], one["lacking"]) == (21, [LEMVIG])


def test_a_day_after_the_month_waits_for_its_own():
    month = shift(month_of("K1"), -1)
    assert [day["code"] for day in days(*everybody("K1", {VIBORG: 12}), month=month).content["days"]] == []


def test_a_mentor_run_and_the_plan_of_the_days_are_not_told():
    public = published(courses(*everybody("K1", {VIBORG: 12})), month_of("K1"))
    for asked in (lambda: mentor_runs.mentor_run(public, 1), lambda: attendance.day_name(public, "K1"),
                  lambda: attendance.rows(public)):
        with pytest.raises(InternalOnly):
            asked()


def centres(*more):
    stays = [stay(f"C{at}", "2009-05-01", code=code) for code in (VIBORG, SKIVE, LEMVIG) for at in range(3)]
    return with_centres([*stays, *more])


@pytest.mark.parametrize("month", [date(2009, 12, 1), MARCH])
def test_centres_are_of_the_whole_region_and_the_year_of_them_is_the_one_we_know(month):
    internal = centres(stay("D", "2009-11-01", "2010-02-01"))
    public = published(internal, month)
    assert activity.year(public, None, month) == activity.year(internal, None, month)
    assert activity.year(public, None, month).before == 0  # they opened within the year
    assert set(periods.months(public)) >= {each for each in periods.months(internal) if each <= month}
    assert one_line(public, None, month).startswith("9 aktive virksomhedscentre") == (month == MARCH)
    assert one_line(internal, None, month).endswith("pladser, belægning ikke oplyst.")
    assert one_line(public, None, month).endswith("belægningen er oplyst af for få jobcentre til at blive vist.")


def test_a_month_s_centres_are_told_once():
    first = first_edition(centres(), MARCH)
    opened = centres(stay("D", "2010-02-01"), stay("E", "2010-04-02"))
    later = editions.after(PublicRecord(), first.content, opened, APRIL)
    told = {each["month"]: each["active"] for each in later.content["centres"]}
    assert (told["2010-02"], told["2010-03"], told["2010-04"]) == (9, 9, 11)


def test_where_no_centre_is_known_none_is_told():
    public = published(nine(), MARCH)
    assert (periods.has_any(public), periods.months(public), one_line(public, None, MARCH)) == (False, (), "")


def baselines(edition):
    return {row["jobcenter"]: row["value"] for row in edition.content["targets"] if row["part"] == BASELINE[0]}


def typed(value, code=VIBORG, **given):
    return target("baseline_value", value=value, jobcenter=code, **given)


def test_of_those_told_together_no_target_of_their_own_is_told_nor_why_any_was_set():
    edition = first_edition(nine(targets=[typed(40), typed(41, LEMVIG), target("share", value=20, jobcenter=LEMVIG)]),
                            MARCH)
    own = {row["jobcenter"] for row in edition.content["targets"]} - {None}
    assert own == {VIBORG} and not own & set(SMALL)
    public = as_snapshot(edition).targets
    assert set(public["reason"]) == set(public["recorded_by"]) == {""}
    assert set(public.loc[public["jobcenter"].eq(VIBORG), "source"]) == {content.TYPED}


@pytest.mark.parametrize(("first", "second", "value"), [(4, None, None), (5, None, 5), (40, 44, 40), (40, 45, 45),
                                                        (40, 3, 40)])
def test_a_typed_baseline_is_told_as_a_count_is(first, second, value):
    rows = [typed(first), *([] if second is None else [typed(second, recorded="2010-03-01")])]
    edition = first_edition(nine(targets=rows), MARCH)
    newest = [row["value"] for row in edition.content["targets"] if row["jobcenter"] == VIBORG][-1]
    assert newest == value


def test_a_target_that_is_told_stands_when_it_is_changed_by_hand():
    first = first_edition(nine(targets=[typed(40)]), MARCH)
    again = editions.after(PublicRecord(), first.content, nine(targets=[typed(60)]), APRIL)
    assert [row["value"] for row in again.content["targets"]] == [row["value"] for row in first.content["targets"]]
    assert resolve(as_snapshot(again).targets, BASELINE, VIBORG, MARCH).value == 40


def test_where_a_series_breaks_is_told_of_who_is_shown_alone():
    rows = [said(code, month, method=how) for code in (VIBORG, LEMVIG)
            for month, how in (("2010-02", "fuldtidspersoner"), ("2010-03", "berørte"))]
    public = published(nine(*rows), MARCH)
    assert {each["unit"] for each in first_edition(nine(*rows), MARCH).content["breaks"]} == {VIBORG}
    assert breaks(public, VIBORG)


def test_who_sent_a_file_is_not_told():
    internal = nine()
    public = published(replace(internal, uploads=internal.uploads.assign(received_by="en konsulent")), MARCH)
    assert set(public.uploads["received_by"]) == {""} and list(public.jobcenters.index) == list(LARGE)


def test_before_the_first_half_year_goal_2_is_not_yet_told_rather_than_withheld():
    rows = [said(code, "2009-11", "2010-05-20", ended=30, good=9) for code in LARGE]
    public = published(nine(*rows), date(2010, 2, 1))
    for code in (None, VIBORG):
        goal = goal2(public, code, date(2010, 2, 1))
        assert goal.waiting and goal2_title(goal, name="Regionen") == (
            "Regionen: Mål 2 fortælles hvert halve år og er ikke fortalt endnu")
        assert goal2_words(goal) == "Ikke endnu: fortælles hvert halve år"
        assert not goal2_card(public, goal, name="Regionen").hidden
    assert not goal2_dots(public, date(2010, 2, 1), everyone(public)).hidden


def test_a_half_year_that_is_withheld_is_withheld():
    rows = [said(code, month, "2010-09-20", ended=3, good=1) for code in LARGE for month in (
        "2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03")]
    public = published(nine(*rows, data_date="2010-10-01"), MARCH)
    goal = goal2(public, VIBORG, MARCH)
    assert not goal.waiting and goal.untold
    assert goal2_words(goal) == "Kan ikke vises: tallene er udeladt, så små tal ikke kan regnes ud"
