"""The screens of a conference: what there is, in which order, and what is chosen of it."""

from datetime import date

import pytest

from model.documents.screens import STORY, Screen, chosen, screens
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.region import region_title
from model.subjects.goals.words.titles import goal1_title
from tests.model.publishing.first import published
from tests.model.subjects.builders import said, snapshot

FEBRUARY, MARCH = date(2010, 2, 1), date(2010, 3, 1)
VIBORG, SKIVE = "791", "779"


@pytest.fixture(scope="module")
def small():
    months = ("2009-09", "2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03")
    return snapshot(*(said(code, month, persons=300, total=50 + at, ended=20, good=6, received="2010-09-20")
                      for code in (VIBORG, SKIVE) for at, month in enumerate(months)), data_date="2010-10-01")


def a_screen(key):
    return Screen(key=key, name=key, title=key, subtitle="", source="", alt="")


def test_the_region_opens_with_its_status_and_shows_only_what_there_is_figures_of(small):
    found = screens(small, MARCH)
    assert [screen.key for screen in found] == ["status", "maal1", "fliser", "maal2", "sammenligning"]
    assert found[0].title == region_title(region(small, MARCH))
    assert all(screen.title and screen.subtitle and screen.source and screen.alt for screen in found)
    assert all(screen.definitions for screen in found)


def test_a_jobcenters_own_screens_are_its_status_and_its_two_lines(small):
    found = screens(small, MARCH, VIBORG)
    assert [screen.key for screen in found] == ["status", "maal1", "maal2"]
    assert found[0].title == goal1_title(goal1(small, VIBORG, MARCH))


def test_a_line_that_the_public_is_told_nothing_of_is_no_screen(small):
    shown = {month: [screen.key for screen in screens(published(small, month), month, VIBORG)]
             for month in (FEBRUARY, MARCH)}  # the first half-year ends with March
    assert shown == {FEBRUARY: ["status", "maal1"], MARCH: ["status", "maal1", "maal2"]}


def test_where_an_edition_tells_of_nobody_alone_no_screen_is_about_each():
    codes = ("657", "740", "751", SKIVE, VIBORG)
    rows = [said(code, month, persons=400, total=90) for code in codes for month in ("2009-09", "2010-03")]
    public = published(snapshot(*rows, codes=codes), MARCH)
    assert [screen.key for screen in screens(public, MARCH)] == ["status", "maal1", "maal2"]
    assert default_month(public) == MARCH


def test_screens_are_shown_in_the_order_they_are_named_and_once():
    found = [a_screen(key) for key in ("status", "maal1", "fliser")]
    assert [s.key for s in chosen(found, ["fliser", "status", "fliser", "ukendt"])] == ["fliser", "status"]


def test_without_a_known_key_everything_but_the_stories_is_shown():
    found = [a_screen(key) for key in ("status", f"{STORY}-1")]
    assert [s.key for s in chosen(found, ["ukendt"])] == ["status"]
    assert [s.key for s in chosen(found, [f"{STORY}-1"])] == [f"{STORY}-1"]
