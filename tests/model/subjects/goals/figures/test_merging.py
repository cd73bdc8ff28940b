"""After its last month a jobcenter is in no verdict and no sum, and whoever it was merged into is measured as one."""

from datetime import date

import pytest
from sqlmodel import Session

from model.snapshot import loading
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.merging import summed_baseline
from model.subjects.goals.figures.progress import progress
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.lines import jobcenter_line
from model.subjects.goals.words.titles import goal1_title
from model.writing.units import Closing, record_closing
from tests.model.intake.filing import HEAD, load
from tests.model.subjects.builders import said, snapshot
from tests.viewers import EVERYBODY, named

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)
BEFORE = "2009-09;791;700;60;40\n2009-09;779;400;30;18\n2010-03;791;700;80;40\n2010-03;779;400;40;20\n"
AFTER = "2010-04;791;1100;130;70\n"


@pytest.fixture
def merged(engine):
    """Skive is merged into Viborg after March; Viborg reports for both in April."""
    load(engine, HEAD + BEFORE, today=date(2010, 4, 20))
    record_closing(engine, Closing(["779"], MARCH, "791", baseline=148), reason="prøve", viewer=named("tovholder"))
    load(engine, HEAD + AFTER, today=date(2010, 5, 20))
    with Session(engine) as session:
        return loading.load(session, EVERYBODY)


def test_the_months_before_are_as_they_were(merged):
    found = region(merged, MARCH)
    assert (found.of, found.persons, found.activated) == (19, 1100, 180)
    assert {goal.code: goal.increase for goal in found.goals if goal.increase is not None} == {"791": 20, "779": 12}


def test_after_it_the_sums_are_of_those_who_take_part_and_no_verdict_is_of_who_does_not(merged):
    found = region(merged, APRIL)
    assert (found.of, found.persons, found.activated) == (18, 1100, 200)
    assert "779" not in {goal.code for goal in found.goals}
    told = coverage(merged, APRIL)
    assert "779" not in (*told.reported, *told.missing, *told.partial) and told.of == 18
    row = progress(merged, None).set_index("month").loc["2010-04-01"]
    assert (row["persons"], row["activated"], row["jobcenters"]) == (1100, 200, 1)
    assert progress(merged, "779").set_index("month").loc["2010-04-01", "state"] == "none"


def test_the_increase_is_measured_from_what_they_had_together(merged):
    assert (goal1(merged, "791", APRIL).baseline, goal1(merged, "791", APRIL).increase) == (148, 52)
    assert goal1(merged, "791", MARCH).increase == 20


def test_its_own_page_says_that_it_is_not_with_and_not_that_anything_lacks(merged):
    goal = goal1(merged, "779", APRIL)
    assert goal1_title(goal) == "Skive er ikke med i april 2010"
    assert jobcenter_line(merged, "779", APRIL).startswith("Med til og med marts 2010")
    assert "mangler" not in jobcenter_line(merged, "779", APRIL)
    assert "ikke med" not in goal1_title(goal1(merged, "779", MARCH))


def test_the_sum_of_baselines_is_of_those_that_are_known_all_of_them():
    rows = [said("791", "2009-09", persons=700, total=100), said("779", "2009-09", persons=400, total=48)]
    assert summed_baseline(snapshot(*rows), ["779", "791"], APRIL).persons == 148
    lacking = summed_baseline(snapshot(rows[0]), ["779", "791"], APRIL)
    assert (lacking.persons, lacking.lacking) == (None, ("779",))
