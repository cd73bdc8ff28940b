"""The cards on the goals: the answer, what it is judged to be, and what it rests on."""

from datetime import date

import pytest

from model.basics.months import span
from model.drawing.card import Card, Line, lines
from model.subjects.goals.charts import cards
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.words import card_words
from model.subjects.goals.words.titles import verdict_label
from tests.model.subjects.builders import said, snapshot

MARCH, VIBORG = date(2010, 3, 1), "791"


def viborg(total: int | None):
    """One jobcenter whose goal 1 is asked for 48 persons of 300: so many are activated."""
    now = {} if total is None else {"persons": 300, "total": total}
    return snapshot(said(VIBORG, "2009-09", persons=300, total=30), said(VIBORG, "2010-03", **now),
                    said(VIBORG, "2009-10", received="2010-03-01", ended=40, good=6),
                    data_date="2010-04-15", codes=(VIBORG,))


def test_a_text_that_says_nothing_is_no_line():
    assert lines("Et", None, "", "To", tone="quiet") == (Line("Et", "quiet"), Line("To", "quiet"))
    assert lines(None, "") == ()


def test_the_region_is_not_judged_but_seen_beside_its_own_share():
    card = cards.region_goal1(viborg(40), MARCH)
    assert card.verdict is None and card.verdict_words == ""
    assert (card.figure, card.context) == ("0 af 1", "Hele regionen: 13,3\u00a0% (40 af 300) i virksomhedsaktivering")


@pytest.mark.parametrize(("total", "marks"), [
    (60, ("reached", "reached", "reached")), (46, ("half", "not_reached", "reached")),
    (31, ("not_reached", "not_reached", "not_reached")), (None, ("unknown", "unknown", "unknown"))])
def test_goal_1_has_one_verdict_and_a_mark_for_each_half(total, marks):
    found = viborg(total)
    card = cards.jobcenter_goal1(found, VIBORG, MARCH)
    assert card.verdict is not None
    assert (card.verdict[0], *(mark for mark, _ in card.halves)) == marks
    assert card.verdict_words == verdict_label(goal1(found, VIBORG, MARCH))


def test_goal_2_tells_its_uncertainty_then_what_stands_beside_it_and_last_the_months_it_rests_on():
    found = viborg(60)
    goal = goal2(found, VIBORG, MARCH)
    card = cards.goal2_card(found, goal, name="Viborg", beside=["Ved siden af"])
    assert (card.figure, card.words, card.verdict_words) == card_words.goal2_parts(goal)
    assert card.sentences[:2] == (card_words.uncertainty(goal), "Ved siden af")
    assert [line.tone for line in card.lines] == ["plain", "plain", "quiet"]


@pytest.mark.parametrize(("total", "figure"), [(60, ("0", "personer mangler")), (47, ("1", "person mangler")),
                                               (31, ("17", "personer mangler")), (None, ("", ""))])
def test_what_it_takes_is_told_in_whole_persons_or_not_at_all(total, figure):
    card = cards.pace_card(viborg(total), VIBORG, MARCH)
    assert (card.figure, card.words) == figure
    assert card.sentences


def test_the_reservations_are_a_list_and_without_any_that_is_said():
    doubted = cards.usable_card(viborg(None), VIBORG, MARCH)
    assert doubted.points and not doubted.lines
    months = [f"{month:%Y-%m}" for month in span(date(2009, 9, 1), MARCH)]
    whole = snapshot(*(said(VIBORG, month, received="2010-06-10", persons=200, total=20, ended=10, good=2)
                       for month in months), data_date="2010-06-15", codes=(VIBORG,))
    assert cards.usable_card(whole, VIBORG, MARCH) == Card(card_words.USABLE, lines=lines(card_words.ALL_WELL))
