"""What a new target or baseline would do to goal 1: worked out beforehand, the same as counting it by hand."""

import re
from datetime import date

import pytest

from model.subjects.goals.figures.effect import with_target
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.goals import goals1
from model.subjects.goals.words.effect import effect_of
from tests.model.subjects.builders import said, snapshot

MARCH, FEBRUARY = date(2010, 3, 1), date(2010, 2, 1)
FROM_START = date(2008, 9, 1)
COUNTS = {"791": (300, 30, 47), "779": (300, 30, 60), "657": (200, 30, 36), "661": (400, 10, 20)}


def four(month="2010-03"):
    """Four jobcenters: target group, persons in September 2009 and persons in ``month``."""
    rows = [said(code, "2009-09", persons=persons, total=base) for code, (persons, base, _) in COUNTS.items()]
    return snapshot(*rows, *(said(code, month, persons=persons, total=now)
                             for code, (persons, _, now) in COUNTS.items()), codes=list(COUNTS))


def by_hand(share: int, increase: int) -> dict[str, frozenset[str]]:
    """The halves that are reached with other targets, straight from the counts."""
    return {code: frozenset(half for half, reached in (("share", 100 * now >= share * persons),
                                                       ("increase", now - base >= increase)) if reached)
            for code, (persons, base, now) in COUNTS.items()}


@pytest.mark.parametrize("value", [0, 5, 15, 16, 18, 20, 100])
def test_another_share_moves_the_verdicts_that_counting_by_hand_moves(value):
    before = four()
    after = with_target(before, "share", jobcenter=None, value=value, month=None, valid_from=FROM_START)
    assert {goal.code: goal.standing.reached for goal in goals1(after, MARCH)} == by_hand(value, 15)
    moved = sum(halves != by_hand(16, 15)[code] for code, halves in by_hand(value, 15).items())
    told = effect_of(before, "share", jobcenter=None, value=value, month=None, valid_from=FROM_START)
    counted = re.match(r"Ændringen ændrer Mål 1-status for (\d+) jobcent", told)
    assert (int(counted.group(1)) if counted else 0) == moved


@pytest.mark.parametrize("value", [0, 6, 10, 15, 17, 31])
def test_another_increase_does_the_same(value):
    after = with_target(four(), "increase", jobcenter=None, value=value, month=None, valid_from=FROM_START)
    assert {goal.code: goal.standing.reached for goal in goals1(after, MARCH)} == by_hand(16, value)


def test_the_sentence_names_the_half_that_is_won_with_its_new_target():
    told = effect_of(four(), "share", jobcenter=None, value=15, month=None, valid_from=FROM_START)
    assert told.replace("\u00a0", " ") == (
        "Ændringen ændrer Mål 1-status for 1 jobcenter: Viborg når nu 15 % (marts 2010).")


def test_a_target_of_one_jobcenter_leaves_the_others_alone():
    after = with_target(four(), "share", jobcenter="791", value=10, month=None, valid_from=FROM_START)
    assert {goal.code: goal.share_target for goal in goals1(after, MARCH)} == {
        "791": 10, "779": 16, "657": 16, "661": 16}
    told = effect_of(four(), "share", jobcenter="661", value=4, month=None, valid_from=FROM_START)
    assert told.replace("\u00a0", " ").endswith("Holstebro når nu 4 % (marts 2010).")


def test_a_change_counts_from_the_month_it_is_valid_from():
    before = snapshot(said("791", "2009-09", persons=300, total=30), said("791", "2010-02", persons=300, total=45),
                      said("791", "2010-03", persons=300, total=45), codes=("791",))
    told = effect_of(before, "share", jobcenter=None, value=15, month=None, valid_from=MARCH)
    assert "(marts 2010)" in told
    assert "februar" not in told
    both = effect_of(before, "share", jobcenter=None, value=15, month=None, valid_from=FEBRUARY)
    assert "(februar 2010)" in both


def test_a_baseline_can_be_another_month_or_a_number():
    before = snapshot(said("791", "2009-08", persons=300, total=40), said("791", "2009-09", persons=300, total=30),
                      said("791", "2010-03", persons=300, total=50), codes=("791",))
    assert goals1(before, MARCH)[0].increase == 20
    moved = with_target(before, "baseline_month", jobcenter="791", value=None, month=date(2009, 8, 1),
                        valid_from=FROM_START)
    assert goals1(moved, MARCH)[0].increase == 50 - 40
    typed = with_target(before, "baseline_value", jobcenter="791", value=34, month=None, valid_from=FROM_START)
    assert goals1(typed, MARCH)[0].increase == 50 - 34
    told = effect_of(before, "baseline_month", jobcenter="791", value=None, month=date(2009, 8, 1),
                     valid_from=FROM_START)
    assert "Viborg når ikke længere forøgelsen på 15 (marts 2010)" in told


def test_a_change_of_nothing_is_said_and_goal_2_is_another_matter():
    same = effect_of(four(), "share", jobcenter=None, value=16, month=None, valid_from=FROM_START)
    assert same == "Ændringen ændrer ikke Mål 1-status for noget jobcenter."
    second = effect_of(four(), "self_supporting", jobcenter=None, value=1, month=None, valid_from=FROM_START)
    assert second.startswith("Ændringen gælder Mål 2")


def test_the_given_snapshot_is_left_as_it_was():
    before = four()
    rows, verdicts = len(before.targets), panel(before)["verdict"].tolist()
    after = with_target(before, "share", jobcenter=None, value=99, month=None, valid_from=FROM_START)
    assert (len(before.targets), len(after.targets)) == (rows, rows + 1)
    assert panel(before)["verdict"].tolist() == verdicts
    assert {goal.share_target for goal in goals1(before, MARCH)} == {16}
