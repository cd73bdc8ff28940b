"""What leaves the product for the public says nothing beside its edition.

Two worlds that differ only in what is not told must look alike in everything that leaves: then nothing outside tells
them apart. What the numbers themselves give away is for ``tests/attack``.
"""

import json
from dataclasses import replace
from datetime import date

import pytest

from model.documents import csv_file, offline, workbook
from model.documents import screens as screen_lists
from model.programmes.measures import PARTS
from model.publishing import monthly
from model.publishing.edition import document, read
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts import tiles
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.region import region
from tests.model.documents.leaving import everything
from tests.model.documents.worlds import HERNING, ODDER, SKIVE, VIBORG, one_world, other_world
from tests.model.publishing.first import first_edition, published

JUNE = date(2010, 6, 1)


@pytest.fixture(scope="module")
def one(sampled) -> Snapshot:
    return one_world(sampled)


@pytest.fixture(scope="module")
def other(one) -> Snapshot:
    return other_world(one)


def differing(one: Snapshot, other: Snapshot, *, codes: tuple[str, ...] = (SKIVE, HERNING, VIBORG)) -> list[str]:
    """The names of what leaves and tells the two worlds apart; ``codes``: whose slides are among it."""
    here, there = (everything(published(world), codes) for world in (one, other))
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def test_nothing_that_leaves_tells_two_worlds_apart_that_differ_in_what_is_not_told(one, other):
    for code in (SKIVE, ODDER):
        assert goal1(one, code, JUNE) != goal1(other, code, JUNE)
    assert not differing(one, other)


def test_the_edition_itself_is_byte_for_byte_the_same(one, other):
    here, there = (json.dumps({**document(first_edition(world)), "made_at": ""}) for world in (one, other))
    assert here == there


def _in_notes(patch):
    patch.setattr(screen_lists, "_definitions", lambda snapshot, month, *_: (
        str(goal1(LEAKING[snapshot.audience], ODDER, JUNE).activated),))


def _in_alt_text(patch):
    patch.setattr(tiles, "source_line", lambda snapshot, month: str(
        goal1(LEAKING[snapshot.audience], ODDER, JUNE).persons))


def _in_a_workbook(patch):
    patch.setattr(workbook, "current_figures", lambda snapshot: csv_file.current_figures(LEAKING[snapshot.audience]))


def _in_the_offline_file(patch):
    patch.setattr(offline, "loud_marks", lambda snapshot: (str(
        LEAKING[snapshot.audience].wide.loc[(ODDER, JUNE.isoformat()), PARTS[0]]),))


LEAKING: dict[str, Snapshot] = {}  # what a fault would read beside the edition


def test_planted_leaks_are_found_wherever_they_are(one, other, monkeypatch):
    for plant in (_in_notes, _in_alt_text, _in_a_workbook, _in_the_offline_file):
        plant(monkeypatch)
    made = []
    for world in (one, other):
        monkeypatch.setitem(LEAKING, "public", world)
        made.append(everything(published(replace(world)), ()))
    found = " ".join(name for name in made[0] if made[0][name] != made[1].get(name))
    assert all(part in found for part in ("notesSlide", "region/fliser", "workbook.xlsx", "offline.html"))


def test_a_leak_is_found_when_nothing_is_withheld(one, other, monkeypatch):
    assert csv_file.figures_csv(published(one)) == csv_file.figures_csv(published(other))
    monkeypatch.setattr(monthly, "withheld", lambda keys: {})
    monkeypatch.setattr("model.publishing.limits.Limits.tells", lambda *_: True)
    assert csv_file.figures_csv(published(replace(one))) != csv_file.figures_csv(published(replace(other)))


def test_the_public_is_told_goal_2_of_the_editions_month_and_of_the_half_years_before_it(one):
    public = published(one)
    month = public.release.month
    told, known = goal2(public, VIBORG, month), goal2(one, VIBORG, date(2010, 9, 1))
    assert (told.ended, told.successes, told.last) == (known.ended, known.successes, date(2010, 9, 1))
    assert goal2(public, VIBORG, date(2010, 12, 1)).ended is None and goal2(public, None, JUNE).ended is None


def test_every_sum_is_of_the_rows_told_and_of_no_other(one):
    edition = first_edition(one, JUNE)
    public = published(one, JUNE)
    told = {key.units: cell.value for key, cell in edition.published.cells.items()
            if key.last == JUNE == key.first and key.measure == "personer_match4" and key.scope != "whole"}
    whole = region(public, JUNE)
    assert whole.persons == sum(value for value in told.values() if value is not None)
    assert told[(SKIVE,)] is None and whole.known == sum(len(units) for units, value in told.items() if value)
    assert read(document(edition)).published.cells == edition.published.cells
