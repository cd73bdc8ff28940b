"""The pace table, the pace so far beside it, and the sentences that compare the two without foretelling."""

from datetime import date

import pytest

from model.indicators.findings import pace_sentence, pace_text, pace_title, resized_sentence, rest_sentence
from model.indicators.pace import pace, rest
from model.months import shift
from tests.model.indicators.builders import said, snapshot

DECEMBER = date(2010, 12, 1)


def viborg(month, *, persons=312, activated=38, base=30, earlier=None):
    """Viborg's pace after ``month``; ``earlier`` gives activation by how many months before."""
    rows = [said("791", "2009-09", persons=300, total=base),
            said("791", f"{month:%Y-%m}", persons=persons, total=activated)]
    rows += [said("791", f"{shift(month, -back):%Y-%m}", persons=300, total=x) for back, x in (earlier or {}).items()]
    return pace(snapshot(*rows, data_date="2011-09-15"), "791", month)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("month", "left"), [
    (DECEMBER, 6), (date(2010, 11, 1), 7), (date(2011, 5, 1), 1), (date(2011, 6, 1), 0)])
def test_the_months_left_run_to_june_2011(month, left):
    assert viborg(month).months_left == left


def test_the_pace_table():
    first = viborg(DECEMBER)
    assert (first.needed, first.missing, first.per_month) == (50, 12, 2.0)
    assert viborg(date(2010, 11, 1)).per_month == pytest.approx(12 / 7)
    small = viborg(date(2011, 1, 1), persons=100, activated=20, base=8)
    assert (small.needed, small.missing, small.per_month) == (23, 3, pytest.approx(0.6))
    assert viborg(DECEMBER, activated=52).missing == 0


@pytest.mark.parametrize(("missing", "months", "text"), [
    (12, 6, "2"), (12, 7, "knap 2"), (3, 5, "3 personer på 5 måneder"), (1, 5, "1 person på 5 måneder"),
    (8, 7, "2"), (567, 11, "52"), (9, 6, "knap 2"), (5, 5, "1"), (4, 1, "4"), (2000, 1, "2.000")])
def test_the_pace_is_rounded_up_to_what_can_be_acted_on(missing, months, text):
    assert pace_text(missing, months) == text


def test_the_pace_so_far_is_the_net_change_over_the_last_six_months():
    found = viborg(DECEMBER, earlier={7: 1, 6: 35, 3: 90})
    assert (found.so_far, found.so_far_from, found.so_far_to) == (0.5, date(2010, 6, 1), DECEMBER)
    gap = viborg(DECEMBER, earlier={4: 36})
    assert gap.so_far == 0.5
    assert viborg(DECEMBER).so_far is None


def test_the_pace_too_slow_is_set_beside_the_pace_needed():
    found = viborg(DECEMBER, earlier={6: 35})
    assert found.enough is False
    assert pace_title(found) == "Tempoet skal op: 2 flere pr. måned mod 0,5 hidtil"
    assert pace_sentence(found) == (
        "Der mangler 12 personer inden udgangen af juni 2011: 2 flere pr. måned (netto). "
        "Hidtil: 0,5 pr. måned; målet kræver omkring fire gange så højt tempo som hidtil.")


def test_the_pace_that_is_enough_is_said_with_its_deadline():
    found = viborg(DECEMBER, earlier={6: 26})
    assert found.enough is True
    assert pace_title(found) == "Med det hidtidige tempo nås målet senest juni 2011"
    assert pace_sentence(found).endswith("Hidtil: 2 pr. måned; det er nok, hvis tempoet holder.")


@pytest.mark.parametrize(("six_months_ago", "ending"), [
    (38, "Hidtil: 0 pr. måned; netto er der ikke kommet flere i gang."),
    (44, "Hidtil: −1 pr. måned; netto er der blevet færre i gang."),
    (28, "Hidtil: 1,7 pr. måned; målet kræver et lidt højere tempo end hidtil."),
    (30, "Hidtil: 1,3 pr. måned; målet kræver omkring halvanden gang så højt tempo som hidtil."),
    (37, "Hidtil: 0,2 pr. måned; målet kræver et mange gange højere tempo end hidtil."),
    (32, "Hidtil: 1 pr. måned; målet kræver omkring dobbelt så højt tempo som hidtil.")])
def test_the_comparison_with_the_pace_so_far(six_months_ago, ending):
    sentence = pace_sentence(viborg(DECEMBER, earlier={6: six_months_ago}))
    assert sentence.endswith(ending)
    assert "umulig" not in sentence


def test_a_need_under_one_a_month_is_told_over_the_whole_period():
    found = viborg(date(2011, 1, 1), persons=100, activated=20, base=8, earlier={6: 19})
    assert pace_title(found) == "Tempoet skal op: 3 flere på 5 måneder mod 0,2 pr. måned hidtil"
    assert "3 flere på 5 måneder (netto)" in pace_sentence(found)


def test_reached_late_and_unknown_each_have_their_sentence():
    assert pace_sentence(viborg(DECEMBER, activated=52)) == "Målet er nået; det gælder om at holde niveauet."
    assert pace_sentence(viborg(date(2011, 6, 1))) == "Fristen er nået. Der manglede 12 personer."
    unknown = pace(snapshot(), "791", DECEMBER)
    assert (unknown.missing, unknown.needed, unknown.per_month, pace_title(unknown)) == (None, None, None, None)
    assert "kan ikke beregnes" in pace_sentence(unknown)
    assert resized_sentence(unknown) is None


def test_the_goal_for_a_target_group_ten_percent_larger_and_smaller():
    found = viborg(DECEMBER)
    assert (found.larger, found.smaller) == (55 - 38, 45 - 38)  # 16 % of 343.2 and of 280.8 persons, rounded up
    assert plain(resized_sentence(found)) == (
        "Bliver målgruppen 10 % større, mangler der 17 personer; bliver den 10 % mindre, mangler der 7 personer.")
    near = viborg(DECEMBER, activated=46)
    assert plain(resized_sentence(near)).endswith("bliver den 10 % mindre, er målet nået.")


def test_when_the_increase_binds_the_size_of_the_group_does_not_matter():
    found = viborg(date(2011, 1, 1), persons=100, activated=20, base=8)
    assert "større eller mindre, mangler der stadig 3 personer" in plain(resized_sentence(found))
    assert "også nået" in plain(resized_sentence(viborg(DECEMBER, persons=100, activated=60)))


@pytest.mark.parametrize(("x", "n", "coming", "text"), [
    (14, 95, 60, "For at nå 20 % skal 17 af de næste 60 forløb ende i selvforsørgelse. Hidtil: 14 af 95."),
    (40, 95, 60, "De 20 % er sikret, også hvis ingen af de næste 60 bliver selvforsørgende."),
    (0, 0, 10, "For at nå 20 % skal 2 af de næste 10 forløb ende i selvforsørgelse."),
    (0, 95, 10, "For at nå 20 % skal 21 flere blive selvforsørgende, og der er kun regnet med 10 forløb mere.")])
def test_what_goal_2_asks_of_the_coming(x, n, coming, text):
    assert plain(rest_sentence(rest(successes=x, ended=n, coming=coming, target=20))) == text


def test_the_share_among_the_coming_is_given_where_there_is_one():
    assert rest(successes=14, ended=95, coming=60, target=20).share == pytest.approx(28.3333, abs=1e-4)
    assert rest(successes=40, ended=95, coming=60, target=20).share is None
