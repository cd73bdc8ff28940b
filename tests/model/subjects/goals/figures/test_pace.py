"""The pace table, the pace so far beside it, and the sentences that compare the two without foretelling."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.basics.months import shift
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.words.sentences import pace_sentence, resized_sentence
from tests.model.subjects.builders import said, snapshot

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


def test_the_pace_so_far_is_the_net_change_over_the_last_six_months():
    found = viborg(DECEMBER, earlier={7: 1, 6: 35, 3: 90})
    assert found.so_far == 0.5
    gap = viborg(DECEMBER, earlier={4: 36})
    assert gap.so_far == 0.5
    assert viborg(DECEMBER).so_far is None


def test_the_pace_too_slow_is_set_beside_the_pace_needed():
    found = viborg(DECEMBER, earlier={6: 35})
    assert found.enough is False
    assert pace_sentence(found) == "Der skal 2 flere i gang om måneden til og med juni 2011. Hidtil er det 0,5."


def test_the_pace_that_is_enough_is_said_with_its_deadline():
    found = viborg(DECEMBER, earlier={6: 26})
    assert found.enough is True
    assert pace_sentence(found).endswith("Hidtil er det 2. Det er nok, hvis tempoet holder.")


@pytest.mark.parametrize(("six_months_ago", "ending"), [
    (38, "Hidtil er der ikke kommet flere i gang."), (44, "Hidtil er der blevet 1 færre i gang om måneden."),
    (28, "Hidtil er det 1,7."), (30, "Hidtil er det 1,3."), (37, "Hidtil er det 0,2."), (32, "Hidtil er det 1.")])
def test_the_comparison_with_the_pace_so_far(six_months_ago, ending):
    sentence = pace_sentence(viborg(DECEMBER, earlier={6: six_months_ago}))
    assert sentence.endswith(ending)
    assert "umulig" not in sentence


def test_a_need_under_one_a_month_is_told_over_the_whole_period():
    found = viborg(date(2011, 1, 1), persons=100, activated=20, base=8, earlier={6: 19})
    assert pace_sentence(found) == "Der skal 3 flere i gang til og med juni 2011. Hidtil er det 0,2 om måneden."
    one = viborg(date(2011, 1, 1), persons=100, activated=22, base=8, earlier={6: 21})
    assert pace_sentence(one) == (  # 5 × 0,2 were enough
        "Der skal 1 mere i gang til og med juni 2011. Hidtil er det 0,17 om måneden.")


def test_a_pace_that_is_enough_for_less_than_whole_persons_a_month_is_told_over_the_whole_period():
    found = replace(viborg(DECEMBER), missing=61, so_far=10.4)
    assert pace_sentence(found) == (
        "Der skal 61 flere i gang til og med juni 2011. Hidtil er det 10,4 om måneden, og på 6 måneder bliver det 62. "
        "Det er nok, hvis tempoet holder.")


PACES = st.fractions(min_value=-40, max_value=40, max_denominator=30)
PLAIN = viborg(DECEMBER)


@pytest.mark.parametrize(("missing", "months", "text"), [
    (12, 6, "2 flere i gang om måneden"), (12, 7, "2 flere i gang om måneden"), (3, 5, "3 flere i gang"),
    (1, 5, "1 mere i gang"), (567, 11, "52 flere i gang om måneden"), (5, 5, "1 mere i gang om måneden"),
    (2000, 1, "2.000 flere i gang")])
def test_the_pace_is_rounded_up_to_what_can_be_acted_on(missing, months, text):
    assert pace_sentence(replace(PLAIN, missing=missing, months_left=months, so_far=0.0)).startswith(
        f"Der skal {text} til og med ")


def numbers(text):
    return [float(found.replace(".", "").replace(",", ".")) for found in re.findall(r"\d[\d.]*(?:,\d+)?", text)]


@settings(max_examples=300)
@given(PACES, st.integers(1, 400), st.integers(1, 20))
def test_what_is_said_of_the_pace_follows_from_the_numbers_printed(so_far, missing, left):
    found = replace(PLAIN, missing=missing, months_left=left, so_far=float(so_far))
    sentence = pace_sentence(found)
    need, hitherto = numbers(sentence.split(" til og med ")[0]), numbers(sentence.split(". ", 1)[1])
    monthly = "om måneden til og med" in sentence
    assert found.enough == (so_far * left >= missing) == ("Det er nok" in sentence)
    if so_far > 0:
        pace_, *coming = (hitherto[0], hitherto[-1]) if "bliver det" in sentence else (hitherto[0],)
        total = coming[0] if coming else pace_ if monthly else pace_ * left
        assert (total >= need[0] - 1e-9) == found.enough, sentence
    assert ("færre" in sentence) == (so_far < 0)
    assert not re.search("netto|gange|halvanden|dobbelt|knap|omkring", sentence)


def test_reached_late_and_unknown_each_have_their_sentence():
    assert pace_sentence(viborg(DECEMBER, activated=52)) == "Målet er nået. Det gælder om at holde niveauet."
    assert pace_sentence(viborg(date(2011, 6, 1))) == "Kampagnen er slut. Der manglede 12 personer."
    unknown = pace(snapshot(), "791", DECEMBER)
    assert (unknown.missing, unknown.needed, unknown.per_month) == (None, None, None)
    assert "kan ikke beregnes" in pace_sentence(unknown)
    assert resized_sentence(unknown) is None


def test_the_goal_for_a_target_group_ten_percent_larger_and_smaller():
    found = viborg(DECEMBER)
    assert (found.larger, found.smaller) == (55 - 38, 45 - 38)  # 16 % of 343.2 and of 280.8 persons, rounded up
    assert plain(resized_sentence(found)) == (
        "Bliver målgruppen 10 % større, mangler der 17 personer. Bliver den 10 % mindre, mangler der 7 personer.")
    near = viborg(DECEMBER, activated=46)
    assert plain(resized_sentence(near)).endswith("Bliver den 10 % mindre, er målet nået.")


def test_when_the_increase_binds_the_size_of_the_group_does_not_matter():
    found = viborg(date(2011, 1, 1), persons=100, activated=20, base=8)
    assert "større eller mindre, mangler der stadig 3 personer" in plain(resized_sentence(found))
    assert "også nået" in plain(resized_sentence(viborg(DECEMBER, persons=100, activated=60)))
