"""Goal 2: mature cohorts only, the fact first, the certainty second, and nothing of what is hidden."""

from dataclasses import replace
from datetime import date

import pytest

from model.programmes.measures import CENTRE_ENDED, CENTRE_JOB, ENDED, JOB
from model.subjects.goals.figures.cohorts import cohorts
from model.subjects.goals.figures.goals import goal2
from model.subjects.goals.figures.verdicts import OutcomeVerdict
from model.subjects.goals.words.sentences import recent_sentence
from model.subjects.goals.words.wording import goal2_words
from tests.model.subjects.builders import changes, said, snapshot, target

MARCH = date(2010, 3, 1)


def viborg(*, delay=30, month=MARCH, data_date="2010-06-15", **by_month):
    """Viborg's goal 2 from (good, ended, received) by month, e.g. ``m2009_12=(26, 118, "2010-03-05")``."""
    rows = [said("791", name[1:].replace("_", "-"), good=good, ended=ended, received=received)
            for name, (good, ended, received) in by_month.items()]
    return goal2(snapshot(*rows, data_date=data_date), "791", month, register_delay_days=delay)


def test_the_window_runs_from_the_campaigns_first_month_to_the_chosen_one():
    rows = {"m2009_09": (50, 50), "m2009_10": (5, 30), "m2010_01": (7, 31), "m2010_02": (40, 40)}
    found = viborg(month=date(2010, 1, 1), **{m: (*xn, "2010-06-01") for m, xn in rows.items()})
    assert (found.successes, found.ended, found.first) == (12, 61, date(2009, 10, 1))
    assert (found.counted, found.absent) == (2, (date(2009, 11, 1), date(2009, 12, 1)))


@pytest.mark.parametrize(("received", "delay", "counts"), [
    ("2010-02-26", 30, False), ("2010-02-27", 30, True),  # 31 Dec + 28 + 30 days
    ("2010-01-27", 0, False), ("2010-01-28", 0, True)])
def test_a_cohort_counts_from_the_day_four_weeks_and_the_register_delay_have_passed(received, delay, counts):
    found = viborg(delay=delay, m2009_12=(26, 118, received))
    assert (found.ended == 118) is counts
    assert (date(2009, 12, 1) in found.immature) is not counts


def test_figures_received_too_early_do_not_ripen_by_waiting():
    found = viborg(data_date="2011-06-15", m2009_12=(26, 118, "2010-01-10"))
    assert (found.ended, found.verdict) == (0, OutcomeVerdict.NONE_ENDED)
    assert date(2009, 12, 1) in found.immature


def test_the_same_figures_sent_again_later_count():
    rows = [said("791", "2009-12", good=26, ended=118, received="2010-01-10"),
            said("791", "2009-12", good=26, ended=118, received="2010-03-10")]
    assert goal2(snapshot(*rows), "791", MARCH, register_delay_days=30).ended == 118


def test_a_month_is_received_on_its_day_in_copenhagen():
    """Noon UTC is the same day in Copenhagen; a moment before midnight UTC is the day after."""
    found = snapshot(said("791", "2009-12", good=26, ended=118, received="2010-02-26"))
    late = found.uploads.assign(received_at=[found.uploads["received_at"].iloc[0].replace(hour=23, minute=30)])
    assert goal2(found, "791", MARCH, register_delay_days=30).ended == 0
    assert goal2(replace(found, uploads=late), "791", MARCH, register_delay_days=30).ended == 118


def test_months_too_young_are_waiting_and_old_ones_without_figures_are_absent():
    found = viborg(data_date="2010-04-20", m2009_12=(26, 118, "2010-03-05"))
    assert found.immature == (date(2010, 2, 1), date(2010, 3, 1))  # 28 Feb + 58 days is after 20 April
    assert found.absent == (date(2009, 10, 1), date(2009, 11, 1), date(2010, 1, 1))


@pytest.mark.parametrize(("good", "ended", "verdict", "text"), [
    (26, 118, OutcomeVerdict.UNSETTLED, "22,0 % (26 af 118): over 20 %, men det kan være tilfældigt"),
    (14, 95, OutcomeVerdict.UNSETTLED, "15 % (14 af 95): under 20 %, men det kan være tilfældigt"),
    (12, 60, OutcomeVerdict.UNSETTLED, "20 % (12 af 60): på 20 %, men det kan være tilfældigt"),
    (52, 200, OutcomeVerdict.REACHED, "26,0 % (52 af 200): klart over 20 %"),
    (28, 200, OutcomeVerdict.NOT_REACHED, "14,0 % (28 af 200): klart under 20 %"),
    (39, 197, OutcomeVerdict.UNSETTLED, "19,8 % (39 af 197): under 20 %, men det kan være tilfældigt"),
    (2, 6, OutcomeVerdict.TOO_FEW, "2 af 6: for få forløb til en vurdering (6)"),
    (0, 0, OutcomeVerdict.NONE_ENDED, "Ingen afsluttede forløb, der kan måles endnu")])
def test_the_fact_is_said_first_and_the_certainty_second(good, ended, verdict, text):
    found = viborg(m2009_12=(good, ended, "2010-06-01"))
    assert (found.verdict, goal2_words(found).replace("\u00a0", " ")) == (verdict, text)


def test_without_courses_there_is_no_share_and_no_interval():
    found = viborg()
    assert (found.successes, found.ended, found.share, found.low, found.high) == (0, 0, None, None, None)


@pytest.mark.parametrize("withheld", [{"good": "hidden", "ended": 12}, {"good": 3, "ended": "hidden"}])
def test_a_hidden_figure_in_the_window_makes_the_jobcenters_goal_untold(withheld):
    rows = [said("741", "2009-11", good=3, ended=9), said("741", "2009-12", **withheld)]
    found = goal2(snapshot(*rows), "741", MARCH)
    assert (found.verdict, found.successes, found.ended, found.share) == (OutcomeVerdict.UNKNOWN, None, None, None)
    before = goal2(snapshot(*rows), "741", date(2009, 11, 1))
    assert (before.verdict, before.ended) == (OutcomeVerdict.TOO_FEW, 9)


def test_the_region_sums_the_known_mature_cohorts_and_says_who_is_left_out():
    rows = [said("791", "2009-12", good=10, ended=60), said("779", "2009-12", good=6, ended=40),
            said("741", "2009-11", good=1, ended=4), said("741", "2009-12", good="hidden", ended=5),
            said("665", "2010-03", good=30, ended=30, received="2010-04-05")]
    found = goal2(snapshot(*rows), None, MARCH)
    assert (found.successes, found.ended, found.left_out) == (17, 104, 1)
    assert found.share == pytest.approx(100 * 17 / 104)


def test_a_figure_laid_over_in_memory_counts_as_received_on_the_data_date():
    found = snapshot(data_date="2010-06-15")
    laid = found.overlaid(changes(said("791", "2010-04", good=8, ended=30), said("791", "2010-03", good=5, ended=31)))
    after = goal2(laid, "791", date(2010, 4, 1), register_delay_days=30)
    assert (after.successes, after.ended) == (5, 31)  # 30 April + 58 days has not passed on 15 June


def test_job_or_education_is_counted_the_same_way_for_all_and_for_those_in_a_centre():
    row = said("791", "2009-12", good=10, ended=60, job=14, centre_ended=25, centre_job=9)
    found = snapshot(row)
    assert goal2(found, "791", MARCH, outcome=JOB, ended=ENDED).successes == 14
    centre = goal2(found, "791", MARCH, outcome=CENTRE_JOB, ended=CENTRE_ENDED)
    assert (centre.successes, centre.ended) == (9, 25)


def test_the_target_is_data():
    row = said("791", "2009-12", good=26, ended=118)
    found = snapshot(row, targets=[target("self_supporting", value=10)])
    assert (goal2(found, "791", MARCH).verdict, goal2(found, "791", MARCH).target) == (OutcomeVerdict.REACHED, 10)


def test_the_cohorts_behind_the_goal_add_up_to_it():
    rows = [said("791", "2009-10", good=5, ended=30, job=7), said("791", "2009-12", good=9, ended=40),
            said("791", "2010-03", good=1, ended=20, received="2010-04-02")]
    found = snapshot(*rows)
    table = cohorts(found, "791", MARCH).set_index("month")
    goal = goal2(found, "791", MARCH)
    mature = table[table["mature"]]
    assert (mature["successes"].sum(), mature["ended"].sum()) == (goal.successes, goal.ended)
    assert table.loc["2010-03-01", "ended"] == 20 and not table.loc["2010-03-01", "mature"]
    assert table.loc["2009-10-01", ["job", "job_ended"]].tolist() == [7, 30]
    assert len(table) == 6


def test_the_regions_cohorts_are_the_jobcenters_summed():
    rows = [said("791", "2009-12", good=9, ended=40), said("779", "2009-12", good=6, ended=40),
            said("665", "2009-12", good=2, ended=9, received="2010-01-05")]
    table = cohorts(snapshot(*rows), None, MARCH).set_index("month")
    assert table.loc["2009-12-01", ["successes", "ended", "jobcenters"]].tolist() == [15, 80, 2]


def test_the_last_measurable_months_are_told_by_themselves_since_a_total_hides_a_turn():
    rows = [said("791", "2009-10", good=36, ended=140), *(said("791", month, good=x, ended=20) for month, x in
                                                          (("2009-12", 2), ("2010-01", 1), ("2010-02", 1)))]
    found = snapshot(*rows)
    assert goal2(found, "791", MARCH).share == 20.0
    assert recent_sentence(cohorts(found, "791", MARCH)) == (
        "De seneste målbare måneder (dec. 2009–feb. 2010): 4 af 60 er selvforsørgende.")
    assert recent_sentence(cohorts(found, "791", date(2009, 10, 1))) == (
        "Den seneste målbare måned (okt. 2009): 36 af 140 er selvforsørgende.")
    assert recent_sentence(cohorts(snapshot(), "791", MARCH)) is None
