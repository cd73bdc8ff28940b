"""Jobcenters beside each other: verdicts from their own counts, the region as sums, chance told before difference."""

from datetime import date
from math import sqrt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from model.store.tables.peers import PeerGroup
from model.subjects.comparison.figures.comparison import comparison
from model.subjects.comparison.figures.peers import groups
from model.subjects.comparison.words import comparison as words
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import goal2
from model.subjects.goals.figures.verdicts import OutcomeVerdict
from tests.model.subjects.builders import Said, said, shuffled, snapshot

MARCH = date(2010, 3, 1)
CODES = ("615", "657", "661", "665", "671", "706")
LATE = "2010-06-20"  # long enough after March for its outcome to be measured


def frame(*rows):
    """Klynger in the shape of ``statements.stated``."""
    return pd.DataFrame([row.model_dump() for row in rows], columns=list(PeerGroup.model_fields))


def one_month(counts: dict[str, tuple[int, int]]) -> list[Said]:
    """Each jobcenter's (successes, ended), all in one month."""
    return [said(code, "2010-03", received=LATE, good=x, ended=n) for code, (x, n) in counts.items()]


def compared(counts, *more: Said, month: date = MARCH, codes=None, data_date="2010-07-01"):
    found = snapshot(*one_month(counts), *more, codes=codes or tuple(counts), data_date=data_date)
    return comparison(found, month, groups(found, month, frame())[0])


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_unit_is_judged_by_its_own_size_round_the_regions_share():
    found = compared({"615": (20, 100), "657": (100, 500), "661": (40, 100), "665": (29, 100), "671": (4, 19)})
    level = (20 + 100 + 40 + 29 + 4) / (100 + 500 + 100 + 100 + 19)
    for unit in found.judged:
        z = abs(unit.goal.successes / unit.goal.ended - level) / sqrt(level * (1 - level) / unit.goal.ended)
        assert unit.place == ("outside" if z > 3.0902 else "ask" if z > 1.96 else "within"), unit.name
    assert [unit.name for unit in found.deviating] == ["Holstebro"]
    assert [unit.code for unit in found.small] == ["671"]


def test_the_interval_is_wilsons_and_the_verdict_rests_on_it():
    found = compared({"615": (12, 100), "657": (28, 100), "661": (20, 100)})
    for unit in found.units:
        interval = binomtest(unit.goal.successes, unit.goal.ended).proportion_ci(method="wilson")
        assert (unit.goal.low, unit.goal.high) == pytest.approx((100 * interval.low, 100 * interval.high))
    assert {u.code: u.goal.verdict for u in found.units} == {
        "615": OutcomeVerdict.NOT_REACHED, "657": OutcomeVerdict.REACHED, "661": OutcomeVerdict.UNSETTLED}


def test_the_region_is_the_sum_of_the_counts_and_not_the_mean_of_the_shares():
    found = compared({"615": (2, 5), "657": (6, 60), "661": (9, 35)})
    assert (found.region.successes, found.region.ended) == found.whole == (17, 100)
    assert found.region.share == pytest.approx(17.0)


def test_small_units_stand_after_the_sorted_ones_and_those_without_a_share_last():
    found = compared({"615": (5, 6), "657": (10, 100), "661": (30, 100), "665": (0, 0)},
                     said("671", "2010-03", received=LATE, good="hidden", ended=30), codes=CODES[:5])
    assert [unit.code for unit in found.units] == ["661", "657", "615", "665", "671"]
    assert [unit.code for unit in found.without] == ["665", "671"]
    assert found.units[-1].goal.verdict == OutcomeVerdict.UNKNOWN


def test_courses_without_an_outcome_and_months_without_figures_are_counted_as_untold():
    found = compared({"615": (10, 40)}, said("615", "2010-01", received=LATE, ended=7),
                     said("615", "2009-12", received=LATE, ended=9, good="hidden"))
    assert (found.units[0].untold, found.units[0].silent) == (7, 3)  # October, November and February are silent


def test_a_month_too_young_to_be_measured_is_not_untold():
    young = compared({"615": (10, 40)}, said("615", "2010-05", received="2010-06-10", ended=7),
                     month=date(2010, 5, 1), data_date="2010-06-25")
    assert young.units[0].untold == 0


def test_the_year_before_is_the_same_window_ended_a_year_earlier():
    found = compared({"615": (10, 40)}, said("615", "2010-10", received="2011-03-01", good=5, ended=20),
                     month=date(2010, 10, 1), data_date="2011-03-05")
    assert (found.units[0].goal.ended, found.before) == (60, date(2009, 10, 1))
    assert found.units[0].before.ended == 0
    assert compared({"615": (10, 40)}).before is None


counts = st.dictionaries(st.sampled_from(CODES), st.tuples(st.integers(0, 300), st.integers(0, 300)).map(
    lambda pair: (min(pair), max(pair))), min_size=1)


@given(counts, st.integers(0, 9))
def test_no_verdict_depends_on_the_order_of_rows(stated, seed):
    found = snapshot(*one_month(stated), codes=CODES, data_date="2010-07-01")
    group = groups(found, MARCH, frame())[0]
    assert comparison(shuffled(found, seed=seed), MARCH, group) == comparison(found, MARCH, group)


@given(counts)
def test_the_region_is_the_sum_of_its_landsdele_and_of_its_units(stated):
    found = snapshot(*one_month(stated), codes=CODES, data_date="2010-07-01")
    everyone, *others = groups(found, MARCH, frame())
    parts = [comparison(found, MARCH, group) for group in others if group.kind == "landsdel"]
    whole = goal2(found, None, MARCH)
    assert (whole.successes, whole.ended) == comparison(found, MARCH, everyone).whole
    assert (whole.successes, whole.ended) == tuple(sum(part.whole[i] for part in parts) for i in (0, 1))


@given(counts)
def test_a_units_verdict_is_the_same_in_every_group(stated):
    found = snapshot(*one_month(stated), codes=CODES, data_date="2010-07-01")
    everyone, *others = groups(found, MARCH, frame())
    places = {unit.code: (unit.place, unit.side) for unit in comparison(found, MARCH, everyone).units}
    for group in others:
        assert {u.code: (u.place, u.side) for u in comparison(found, MARCH, group).units} == {
            code: places[code] for code in group.codes}


@pytest.mark.parametrize(("stated", "title"), [
    ({"615": (20, 100), "657": (21, 100)}, "Forskellene mellem jobcentrene kan skyldes tilfældigheder"),
    ({"615": (40, 100), "657": (205, 1000), "661": (21, 100)},
     "1 af 3 jobcentre afviger mere fra regionen, end tilfældigheder kan forklare"),
    ({"615": (9, 10), "657": (0, 10)}, "Der er for få forløb til at sammenligne jobcentrene"),
    ({"615": (9, 40)}, "Horsens afviger ikke mere fra regionen, end tilfældigheder kan forklare")])
def test_the_title_says_whether_the_differences_are_more_than_chance(stated, title):
    assert words.comparison_title(compared(stated)) == title
    assert len(title.split()) <= 12


def test_outside_95_is_never_called_deviating_and_chance_is_told_beside_it():
    found = compared({"615": (20, 100), "657": (100, 500), "661": (31, 100)})
    assert plain(words.chance_title(found)) == (
        "1 af 3 er uden for 95 %-grænserne, hvor tilfældet alene giver under 1")
    assert plain(words.outside_sentence(found)) == "Værd at spørge til (uden for 95 %): Holstebro (over)."
    assert (found.deviating, words.place_words(found.beyond95[0])) == ((), "værd at spørge til (over)")


@pytest.mark.parametrize(("stated", "title"), [
    ({"615": (28, 100), "657": (12, 100), "661": (20, 100)},
     "1 ligger klart over 20 %, 1 klart under og 1 kan ikke afgøres"),
    ({"615": (12, 100), "657": (11, 100)}, "2 ligger klart under 20 %"),
    ({"615": (20, 100), "657": (21, 100)}, "Ingen ligger klart over eller under 20 %, og 2 kan ikke afgøres"),
    ({"615": (2, 10)}, "Ingen har de 20 afsluttede forløb, en vurdering kræver")])
def test_the_verdicts_are_told_as_counts(stated, title):
    assert plain(words.certainty_title(compared(stated))) == title


def test_who_is_missing_comes_before_the_comparison_which_then_follows():
    found = snapshot(*one_month({"615": (20, 100), "657": (21, 100)}), codes=CODES[:2], data_date="2010-07-01")
    compare = comparison(found, MARCH, groups(found, MARCH, frame())[0])
    state = coverage(found, MARCH)
    assert words.page_title(compare, state) == "2 jobcentre mangler tal for marts 2010"
    assert words.page_lead(compare, state).startswith("Forskellene mellem jobcentrene kan skyldes tilfældigheder. ")


@pytest.mark.parametrize(("stated", "sentence"), [
    ({"615": (20, 100), "657": (100, 500), "661": (31, 100)},
     "1 af 3 jobcentre ligger så langt fra hele regionen, at det er værd at spørge hvorfor, men ingen så langt, at det "
     "ikke kan være tilfældigt. Tilfældet alene ville give under 1. "),
    ({"615": (40, 100), "657": (205, 1000), "661": (21, 100), "665": (5, 6)},
     "1 af de 3 jobcentre, der kan vurderes, ligger så langt fra hele regionen, at det er værd at spørge hvorfor. "
     "Tilfældet alene ville give under 1. "),
    ({"615": (20, 100), "657": (21, 100)},
     "Ingen af 2 jobcentre ligger så langt fra hele regionen, at det er værd at spørge hvorfor. "
     "Tilfældet alene ville give under 1. ")])
def test_the_reason_for_the_heading_is_in_words_that_can_be_spoken(stated, sentence):
    found = snapshot(*one_month(stated), codes=tuple(stated), data_date="2010-07-01")
    compare = comparison(found, MARCH, groups(found, MARCH, frame())[0])
    assert f". {sentence}Hele regionen: " in f". {plain(words.page_lead(compare, coverage(found, MARCH)))}"


def test_no_sentence_ranks_or_claims_more_than_it_may():
    found = compared({"615": (90, 100), "657": (100, 1000), "661": (10, 100)})
    told = " ".join([words.comparison_title(found), words.certainty_title(found), words.chance_title(found),
                     words.outside_sentence(found), words.level_sentence(found), words.table_note(found)]).casefold()
    forbidden = ("nr.", "bedst", "dårligst", "top", "signifikant", "skyldes ", "effekt")
    assert [word for word in forbidden if word in told] == []
