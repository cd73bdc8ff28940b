"""Why the share moved: two parts that add up, on the same jobcenters, and no causes outside the numbers."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.basics.formatting import number
from model.basics.shares import decimals_of, share
from model.statistics.decomposition import share_change
from model.subjects.goals.figures.movement import Movement, movement
from model.subjects.goals.words.movement_sentences import movement_sentence, movement_title
from tests.model.subjects.builders import said, snapshot

FEBRUARY, MARCH = date(2010, 2, 1), date(2010, 3, 1)
FOUND = Movement(code="791", first=FEBRUARY, last=MARCH, before=(40, 300), after=(41, 282), change=0.0,
                 numerator_effect=0.0, denominator_effect=0.0, jobcenters=1, of=1, broken=False, targets=(16, 16))
counts = st.tuples(st.integers(0, 300), st.integers(1, 900))


def moved(before, after, *, code="791", more=()):
    rows = [said("791", f"2010-{month:02d}", total=x, persons=n) for month, (x, n) in ((2, before), (3, after))]
    return movement(snapshot(*rows, *more), code, FEBRUARY, MARCH)


@given(counts, counts)
def test_the_parts_add_up_to_the_change_of_the_share(before, after):
    found = moved(before, after)
    assert found.numerator_effect + found.denominator_effect == pytest.approx(found.change, abs=1e-9)
    assert found.change == pytest.approx(100 * after[0] / after[1] - 100 * before[0] / before[1], abs=1e-9)


@pytest.mark.parametrize(("before", "after", "title"), [
    ((40, 300), (41, 282), "Andelen steg 1,2 procentpoint, heraf 0,9 fra en mindre målgruppe"),
    ((40, 300), (48, 299), "Andelen steg 2,8 procentpoint, alt fra flere i virksomhedsaktivering"),
    ((40, 300), (48, 290), "Andelen steg 3,3 procentpoint, heraf 2,8 fra flere i virksomhedsaktivering"),
    ((40, 300), (36, 300), "Andelen faldt 1,3 procentpoint, alt fra færre i virksomhedsaktivering"),
    ((40, 300), (40, 330), "Andelen faldt 1,2 procentpoint, alt fra en større målgruppe"),
    ((40, 300), (44, 330), "Andelen er uændret: +1,3 fra flere i virksomhedsaktivering og "
                           "−1,3 fra en større målgruppe"),
    ((40, 300), (46, 330), "Andelen steg 0,6 procentpoint: +1,9 fra flere i virksomhedsaktivering og "
                           "−1,3 fra en større målgruppe"),
    ((40, 300), (40, 300), "Andelen er uændret")])
def test_the_title_names_the_larger_part(before, after, title):
    assert movement_title(moved(before, after)) == title


@settings(max_examples=200)
@example(before=(246, 147), after=(246, 278))
@example(before=(0, 278), after=(0, 147))
@given(st.tuples(st.integers(0, 900), st.integers(100, 900)), st.tuples(st.integers(0, 900), st.integers(100, 900)))
def test_the_change_is_that_of_the_printed_shares_and_the_printed_parts_add_up_to_it(before, after):
    split = share_change(before=before, after=after)
    found = replace(FOUND, before=before, after=after, change=split.change, numerator_effect=split.numerator,
                    denominator_effect=split.denominator)
    title = movement_title(found)
    change = printed(share(*after, target=16)) - printed(share(*before, target=16))
    parts = [printed(text) for text in re.findall("[+\u2212]\\d[^ ]*", title)]
    if change:
        size = number(abs(float(change)), decimals=max(1, decimals_of(change)))
        assert f"{'steg' if change > 0 else 'faldt'} {size} procentpoint" in title
    else:
        assert title.startswith("Andelen er uændret")
    assert not parts or sum(parts) == change
    if whole := re.search("heraf ([^ ]+) fra", title):
        assert 0 < printed(whole[1]) < abs(change)
    for word, effect in (("flere i", split.numerator), ("færre i", -split.numerator),
                         ("en mindre", split.denominator), ("en større", -split.denominator)):
        assert word not in title or effect > 0


def printed(text):
    return Decimal(text.split("\u00a0")[0].replace(".", "").replace(",", ".").replace("\u2212", "-"))


def test_the_region_is_compared_on_the_same_jobcenters_only():
    skive = said("779", "2010-03", persons=10_000, total=0)
    alone, with_skive = moved((40, 300), (48, 290)), moved((40, 300), (48, 290), code=None, more=[skive])
    assert with_skive.change == alone.change
    assert (with_skive.jobcenters, with_skive.of) == (1, 19)
    assert movement_sentence(with_skive).endswith(
        "(februar 2010 til marts 2010, for det ene jobcenter, der har indberettet begge måneder).")


def test_the_regions_change_is_that_of_the_sums():
    more = [said("779", "2010-02", persons=100, total=20), said("779", "2010-03", persons=120, total=21)]
    found = moved((40, 300), (48, 290), code=None, more=more)
    assert (found.before, found.after) == ((60, 400), (69, 410))


def test_an_unknown_month_leaves_nothing_to_explain():
    found = snapshot(said("791", "2010-03", persons=300, total=40))
    assert movement(found, "791", FEBRUARY, MARCH) is None
    assert movement(found, None, FEBRUARY, MARCH) is None


def test_an_empty_target_group_has_no_share_to_move():
    assert moved((0, 0), (4, 30)) is None


def test_a_break_between_the_months_is_said():
    rows = [said("791", "2010-02", persons=300, total=40), said("791", "2010-03", persons=250, total=40, model="1-3")]
    found = movement(snapshot(*rows), "791", FEBRUARY, MARCH)
    assert found.broken
    assert "databrud" in movement_sentence(found)
    assert not moved((40, 300), (48, 290)).broken


def test_a_share_that_has_come_to_its_target_has_moved_though_both_round_to_the_same():
    found = replace(FOUND, before=(1597, 10_000), after=(1600, 10_000), change=0.03, numerator_effect=0.03)
    assert movement_title(found) == "Andelen steg 0,03 procentpoint, alt fra flere i virksomhedsaktivering"
