"""A jobcenter's own figures: summed where both are known, and never guessed."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.subjects.centres.figures import occupancy
from model.subjects.economy.figures.inputs import EXAMPLE, between, exactly, with_changes
from model.subjects.economy.figures.own import Own, own_figures
from model.subjects.economy.words.calculation import account
from tests.model.subjects.builders import said, snapshot

VIBORG = "791"
PERIOD = {"jobcenter": VIBORG, "opened": pd.Timestamp("2009-10-01"), "closed": pd.NaT, "event": None, "places": 6}


def records(*months: tuple[str, str, int | None, int | None], centres: tuple[dict, ...] = (),
            data_date: str = "2010-06-15"):
    """A snapshot with these centre months (name, month, places, occupied) and periods."""
    rows = pd.DataFrame([{"jobcenter": VIBORG, "name": name, "month": pd.Timestamp(month), "places": places,
                          "occupied": occupied} for name, month, places, occupied in months],
                        columns=["jobcenter", "name", "month", "places", "occupied"])
    periods = pd.DataFrame([PERIOD | centre for centre in centres], columns=["name", *PERIOD])
    return replace(snapshot(data_date=data_date), records={
        "centermaaned": rows.astype({"places": "Int64", "occupied": "Int64"}),
        "centre": periods.astype({"places": "Int64", "opened": "datetime64[us]", "closed": "datetime64[us]"})})


def test_places_and_occupied_are_summed_over_centres_with_both_known():
    found = own_figures(records(("A", "2010-03-01", 6, 4), ("B", "2010-03-01", 5, None),
                                centres=({"name": "A"}, {"name": "B"})), VIBORG)
    assert (found.month, found.places, found.occupied) == (date(2010, 3, 1), 6, 4)
    assert (found.centres, found.lacking) == (1, 1)
    assert found.inputs["places"] == exactly(6)
    assert found.inputs["consultants"] == exactly(1)


def test_a_newest_month_with_gaps_gives_way_to_one_without():
    found = own_figures(records(("A", "2010-02-01", 6, 5), ("B", "2010-02-01", 4, 4), ("A", "2010-03-01", 6, 6),
                                centres=({"name": "A"}, {"name": "B"})), VIBORG)
    assert (found.month, found.places, found.occupied, found.lacking) == (date(2010, 2, 1), 10, 9, 0)


def test_without_months_the_open_centres_places_count_and_occupancy_is_not_known():
    closed = {"name": "C", "closed": pd.Timestamp("2010-01-31")}
    withdrawn = {"name": "D", "event": "udgaar"}
    found = own_figures(records(centres=({"name": "A"}, {"name": "B", "places": None}, closed, withdrawn)), VIBORG)
    assert (found.places, found.occupied, found.centres, found.lacking) == (6, None, 1, 1)
    assert "occupied" not in found.inputs
    assert found.inputs["candidates"] == between(15, 17)  # 6 places at 90–100 for each 35


def test_places_of_another_time_than_the_courses_are_pointed_out():
    own = Own("751", "Aarhus", date(2011, 3, 1), 71, 32, 3, last=date(2011, 1, 1), months=12, ended=200, job=40)
    told = account(with_changes(EXAMPLE, own.inputs), own=own)
    assert "Pladser og forløb er fra hver sin tid." in told.own[1]
    assert "hver sin tid" not in account(EXAMPLE, own=replace(own, month=own.last)).own[1]
    assert told.line.startswith("Aarhus' egne tal")


def test_the_source_names_own_figures_and_says_when_they_are_invented():
    own = Own(VIBORG, "Viborg", date(2010, 3, 1), 62, 51, 14, received=date(2010, 4, 12))
    assert account(EXAMPLE, own=own).source.endswith(
        "(priseksempel fra Jobcenter Skive) · Viborgs egne tal: jobcentrets oplysninger, opgjort 12. apr. 2010")
    assert "eksempeldata, opdigtede tal" in account(EXAMPLE, own=replace(own, invented=True)).source
    assert "Viborg" not in account(EXAMPLE, own=Own(VIBORG, "Viborg")).source


def test_a_jobcenter_without_places_changes_nothing():
    found = own_figures(snapshot(), VIBORG)
    assert found.inputs == {}
    told = account(EXAMPLE, own=found)
    assert "Viborg har ingen kendte pladser" in told.own[0]
    assert told.line.startswith("Priseksempel fra Jobcenter Skive")


def test_a_year_of_outcomes_is_used_and_less_is_only_told():
    months = [*(f"2009-{m}" for m in (10, 11, 12)), *(f"2010-{m:02}" for m in range(1, 10))]
    stated = [said(VIBORG, month, received="2011-01-10", centre_ended=4, centre_job=1) for month in months]
    whole = own_figures(snapshot(*stated, data_date="2011-01-15"), VIBORG)
    assert (whole.ended, whole.job, whole.last, whole.months) == (48, 12, date(2010, 9, 1), 12)
    short = own_figures(snapshot(*stated[:5], *stated[6:], data_date="2011-01-15"), VIBORG)
    assert (short.ended, short.job, short.months) == (None, None, 11)
    assert "kan kun 11 opgøres" in account(EXAMPLE, own=short).own[1]


def test_an_unknown_jobcenter_is_an_error():
    with pytest.raises(KeyError):
        own_figures(snapshot(), "999")


def test_the_sums_are_those_of_the_page_on_centres():
    found = records(("A", "2010-03-01", 6, 4), centres=({"name": "A"}, {"name": "B", "places": 9}))
    own, there = own_figures(found, VIBORG), occupancy.occupancy(found, VIBORG, date(2010, 3, 1))
    assert (own.places, own.occupied, own.centres, own.lacking) == (
        there.counted, there.occupied, there.centres, there.untold)
    silent = records(centres=({"name": "A"}, {"name": "B", "places": None}))
    own, there = own_figures(silent, VIBORG), occupancy.occupancy(silent, VIBORG, own_figures(silent, VIBORG).month)
    assert (own.places, own.centres, own.lacking) == (there.places, there.sized, there.active - there.sized)
