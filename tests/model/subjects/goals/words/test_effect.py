"""What a change does to the goals: two snapshots compared, and told in one or two sentences."""

from datetime import date

from model.subjects.goals.figures.effect import GoalChange, goal_changes, of_changes
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.verdicts import Standing, Verdict
from model.subjects.goals.words.effect import effect_sentence, told
from tests.model.subjects.builders import changes, said, snapshot

MARCH = date(2010, 3, 1)
BOTH, NEITHER = Standing(Verdict.REACHED, frozenset({"share", "increase"})), Standing(Verdict.NOT_REACHED)
ONLY_SHARE, ONLY_INCREASE = (Standing(Verdict.PARTLY, frozenset({half})) for half in ("share", "increase"))
UNKNOWN = Standing(Verdict.UNKNOWN)


def stored(*more):
    rows = [said(code, "2009-09", persons=300, total=30) for code in ("791", "779")]
    return snapshot(*rows, said("791", "2010-03", persons=312, total=38), *more)


def change(*statements, before=None):
    found = before or stored()
    after = found.overlaid(changes(*statements))
    return found, after, goal_changes(found, after)


def test_only_a_verdict_that_differs_is_a_change():
    _, _, found = change(said("791", "2010-03", total=39))
    assert found == []
    _, _, found = change(said("791", "2010-03", total=50))
    assert found == [GoalChange("791", MARCH, NEITHER, BOTH)]


def test_a_month_not_told_before_comes_from_kan_ikke_opgoeres():
    _, _, found = change(said("779", "2010-03", persons=100, total=20))
    assert found == [GoalChange("779", MARCH, UNKNOWN, ONLY_SHARE)]


def test_a_moved_baseline_changes_every_month_that_rests_on_it():
    before = stored(said("791", "2010-02", persons=100, total=45))
    _, _, found = change(said("791", "2009-09", total=10), before=before)
    assert found == [GoalChange("791", MARCH, NEITHER, ONLY_INCREASE)]
    _, _, found = change(said("791", "2009-09", total=31), before=before)
    assert [(c.month, c.after) for c in found] == [(date(2010, 2, 1), ONLY_SHARE)]


def test_the_changes_are_those_a_comparison_month_by_month_finds():
    rows = [said(code, month, persons=p, total=t) for code, p, t in (("791", 200, 60), ("779", 90, 12))
            for month in ("2009-12", "2010-01")]
    before, after, found = change(*rows)
    slow = [GoalChange(code, month, goal1(before, code, month).standing, goal1(after, code, month).standing)
            for month in before.months if month >= before.starts for code in before.jobcenters.index
            if goal1(before, code, month).standing != goal1(after, code, month).standing]
    assert found == slow
    assert len(found) == 4


def test_months_before_the_campaign_are_no_ones_goal():
    _, _, found = change(said("791", "2009-08", persons=10, total=60))
    assert found == []


def test_taking_figures_away_is_told_too():
    before = stored()
    gone = changes(said("791", "2010-03", persons="missing", total="missing"))
    after = before.overlaid(gone.assign(mark=None))
    found = goal_changes(before, after)
    assert found == [GoalChange("791", MARCH, NEITHER, UNKNOWN)]
    assert effect_sentence(found, after, subject="Fortrydelsen") == (
        "Fortrydelsen ændrer Mål 1-status for 1 jobcenter: Viborg kan ikke længere opgøres (marts 2010).")


def test_no_change_is_said():
    _, after, found = change(said("791", "2010-03", total=39))
    assert effect_sentence(found, after) == "Filen ændrer ikke Mål 1-status for noget jobcenter."


def test_the_half_that_is_gained_or_lost_is_named():
    _, after, found = change(said("791", "2010-03", total=46))
    assert effect_sentence(found, after) == (
        "Filen ændrer Mål 1-status for 1 jobcenter: Viborg når nu forøgelsen på 15 (marts 2010).")
    reached = stored(said("779", "2010-03", persons=100, total=45))
    _, after, found = change(said("791", "2010-03", persons=100, total=44),
                             said("779", "2010-03", persons=300, total=44), before=reached)
    assert effect_sentence(found, after).replace("\u00a0", " ") == (
        "Filen ændrer Mål 1-status for 2 jobcentre: Skive når ikke længere 16 % og forøgelsen på 15 (marts 2010) "
        "og Viborg når nu 16 % (marts 2010).")


def test_months_told_for_the_first_time_are_counted():
    _, after, found = change(said("779", "2010-03", persons=100, total=45), said("791", "2010-02", persons=99, total=5))
    assert effect_sentence(found, after) == (
        "Mål 1 kan nu opgøres for 1 jobcenter i februar 2010: 1 når ikke målet. "
        "Mål 1 kan nu opgøres for 1 jobcenter i marts 2010: 1 når Mål 1.")


def test_many_months_at_once_are_told_in_one_sentence():
    rows = [said("791", f"2010-{month:02d}", persons=100, total=5) for month in (1, 2, 4, 5)]
    rows += [said("779", f"2009-{month:02d}", persons=100, total=5) for month in (11, 12)]
    _, after, found = change(*rows)
    assert effect_sentence(found, after) == "Mål 1 kan nu opgøres i 6 måneder for 2 jobcentre."


def test_only_monthly_figures_move_the_goals():
    before = stored()
    frame = changes(said("791", "2010-03", total=50)).assign(kind="changed")
    assert of_changes(before, frame, "maanedstal") == [GoalChange("791", MARCH, NEITHER, BOTH)]
    assert of_changes(before, frame.assign(kind="unchanged"), "maanedstal") == []
    assert of_changes(before, frame, "kursusdeltagelse") == []
    assert told(before, frame, "kursusdeltagelse") == ""
    assert told(before, frame.assign(kind="unchanged"), "maanedstal").startswith("Filen ændrer ikke Mål 1-status")
