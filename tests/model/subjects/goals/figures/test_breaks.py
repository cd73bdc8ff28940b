"""Where a series breaks, and the increase that is only indicative across it."""

from datetime import date

import pytest

from model.programmes.words import NEW_METHOD, NEW_MODEL
from model.subjects.goals.figures.breaks import breaks
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.words.titles import reserved_words
from tests.model.subjects.builders import said, snapshot, target

MAY = date(2010, 5, 1)
CODES = ("791", "779")
MANY = (*CODES, "665", "671", "741", "751")


def figures(code, month, **more):
    return said(code, month, persons=300, total=40, **more)


def test_the_first_month_on_the_new_match_groups_is_the_break():
    found = snapshot(figures("791", "2009-09", model="1-5"), figures("791", "2010-05", model="1-3"),
                     figures("791", "2010-06"), data_date="2010-07-15")
    assert breaks(found, "791") == [(MAY, NEW_MODEL)]
    assert breaks(found, "779") == []


def test_months_without_a_statement_are_on_the_old_groups_until_one_says_otherwise():
    found = snapshot(figures("791", "2009-09"), figures("791", "2010-05", model="1-3"), figures("791", "2010-06"))
    assert breaks(found, "791") == [(MAY, NEW_MODEL)]


def test_a_series_that_begins_on_the_new_groups_has_no_break():
    assert breaks(snapshot(figures("791", "2010-05", model="1-3"), figures("791", "2010-06")), "791") == []


def test_another_way_of_counting_is_a_break_too():
    found = snapshot(figures("791", "2009-12", method="ultimo"), figures("791", "2010-01"),
                     figures("791", "2010-02", method="berørte personer"))
    assert breaks(found, "791") == [(date(2010, 2, 1), NEW_METHOD)]


def test_the_regions_break_says_how_many_when_not_all_change_at_once():
    rows = [figures(code, "2009-09") for code in CODES]
    one = snapshot(*rows, figures("791", "2010-05", model="1-3"), codes=CODES)
    assert breaks(one, None) == [(MAY, f"{NEW_MODEL} i 1 jobcenter")]
    both = snapshot(*rows, *(figures(code, "2010-05", model="1-3") for code in CODES), codes=CODES)
    assert breaks(both, None) == [(MAY, NEW_MODEL)]


@pytest.mark.parametrize(("baseline", "month", "indicative"), [
    ("1-5", "1-3", True), (None, "1-3", True), ("1-3", "1-3", False), ("1-5", None, False), (None, None, False)])
def test_an_increase_across_the_break_is_indicative(baseline, month, indicative):
    before, after = ({"model": model} if model else {} for model in (baseline, month))
    found = goal1(snapshot(figures("791", "2009-09", **before), figures("791", "2010-05", **after)), "791", MAY)
    assert found.indicative is indicative
    assert reserved_words([found]) == (
        "med forbehold: udgangspunktet følger de gamle matchgrupper" if indicative else "")


def test_who_alone_is_counted_across_the_break_is_named_and_of_many_how_many():
    rows = [figures(code, month, **({"model": "1-3"} if code != "791" and month == "2010-05" else {}))
            for code in MANY for month in ("2009-09", "2010-05")]
    of = {code: goal1(snapshot(*rows, codes=MANY), code, MAY) for code in MANY}
    assert reserved_words([of["791"]]) == ""
    assert reserved_words([of["779"]]).startswith("med forbehold: ")
    assert reserved_words([of["791"], of["779"]]) == (
        "med forbehold for Skive: udgangspunktet følger de gamle matchgrupper")
    assert reserved_words(list(of.values())).startswith("med forbehold for 5 jobcentre: ")


def test_the_new_groups_are_carried_forward_to_months_that_say_nothing():
    rows = [figures("791", "2009-09"), figures("791", "2010-04", model="1-3"), figures("791", "2010-05")]
    assert goal1(snapshot(*rows), "791", MAY).indicative


def test_a_typed_baseline_stands_on_the_groups_of_the_month_it_is_valid_from():
    rows = [figures("791", "2009-09"), figures("791", "2010-04", model="1-3"), figures("791", "2010-05")]
    old = target("baseline_value", value=30, jobcenter="791")
    new = target("baseline_value", value=30, jobcenter="791", valid_from=date(2010, 4, 1))
    assert goal1(snapshot(*rows, targets=[old]), "791", MAY).indicative
    assert not goal1(snapshot(*rows, targets=[new]), "791", MAY).indicative
