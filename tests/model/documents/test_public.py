"""What leaves the product for the public: no hidden count can be derived from it.

Two worlds that differ only in what is hidden, or in anything of who is left out, must look alike in everything that
leaves: then nothing outside tells them apart. And what is published must leave room for more than one world: that is
audited by linear programming.
"""

from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy as np
import pytest
from model.statistics.disclosure import Hidden
from model.statistics.suppression import Relation, Table, primary, too_exact
from sqlmodel import Session

from model.documents import csv_file, offline, workbook
from model.documents import screens as screen_lists
from model.programmes.measures import JOB
from model.publishing import publishing
from model.snapshot import snapshot
from model.snapshot.snapshot import Snapshot
from model.store import database
from model.subjects.goals.charts import tiles
from model.subjects.goals.figures.goals import goal1, goal2, goals1, region
from model.subjects.goals.figures.left_out import without
from model.subjects.goals.figures.running import MATURE, running
from tests.model.documents.leaving import everything
from tests.model.documents.worlds import LEMVIG, SAMSOE, STRUER, VIBORG, one_world, other_world
from tests.model.publishing.first import published


@pytest.fixture(scope="module")
def one(sampled) -> Snapshot:
    return one_world(sampled)


@pytest.fixture(scope="module")
def other(one) -> Snapshot:
    return other_world(one)


def differing(one: Snapshot, other: Snapshot, *, codes: tuple[str, ...] = (STRUER, LEMVIG, VIBORG)) -> list[str]:
    """The names of what leaves and tells the two worlds apart; ``codes``: whose slides are among it."""
    here, there = (everything(published(world), codes) for world in (one, other))
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def test_nothing_that_leaves_tells_two_worlds_apart_that_differ_in_what_is_hidden(one, other):
    assert goal1(one, STRUER, date(2010, 6, 1)) != goal1(other, STRUER, date(2010, 6, 1))
    assert goal1(one, SAMSOE, date(2010, 3, 1)) != goal1(other, SAMSOE, date(2010, 3, 1))
    assert not differing(one, other)


def _in_notes(patch):
    patch.setattr(screen_lists, "_definitions", lambda snapshot, month, *_: (
        str(goal1(snapshot.sums, STRUER, date(2010, 6, 1)).activated),))


def _in_alt_text(patch):
    def leaking(snapshot, month):
        found = region(snapshot.sums, month)
        return f"{goal2(snapshot.sums, LEMVIG, month).successes} {found.of}"
    patch.setattr(tiles, "source_line", leaking)


def _in_a_workbook(patch):
    patch.setattr(workbook, "current_figures", lambda snapshot: csv_file.current_figures(snapshot.sums))


def _in_the_offline_file(patch):
    patch.setattr(offline, "sample_mark", lambda snapshot: str(snapshot.sums.wide[JOB].sum()))


def test_planted_leaks_are_found_wherever_they_are(one, other, monkeypatch):
    for plant in (_in_notes, _in_alt_text, _in_a_workbook, _in_the_offline_file):
        plant(monkeypatch)
    found = " ".join(differing(replace(one), replace(other), codes=()))
    assert all(part in found for part in ("notesSlide", "region/fliser", "workbook.xlsx", "offline.html"))


def test_a_leak_is_found_when_nothing_is_hidden(one, other, monkeypatch):
    assert csv_file.figures_csv(published(one)) == csv_file.figures_csv(published(other))
    monkeypatch.setattr(publishing, "hidden_shares", lambda x, n, **_: Hidden(
        parts=np.zeros(len(x), dtype=bool), wholes=np.zeros(len(x), dtype=bool), sums=False))
    assert csv_file.figures_csv(published(replace(one))) != csv_file.figures_csv(published(replace(other)))


def test_every_hidden_count_of_goal_1_may_be_at_least_three_different_numbers(one):
    public = published(one)
    hidden = 0
    for month in one.months:
        told = {goal.code: goal for goal in goals1(public, month)}
        known = [goal for goal in goals1(one, month)
                 if goal.code in told and goal.persons is not None and goal.activated is not None]
        flags = [(told[g.code].persons is None, told[g.code].activated is None) for g in known]
        assert not audited([(g.persons, g.activated) for g in known], flags, sums=region(public, month).persons)
        hidden += sum(activated for _, activated in flags)
    assert hidden


def test_what_the_jobcenters_totals_of_goal_2_leave_of_the_regions_is_nothing_or_not_few(one):
    public = published(one)
    assert public.release is not None and None in public.release.outcomes
    told = {code: last for code, last in public.release.outcomes.items() if code is not None}
    assert len(set(told.values())) > 1  # some move on later than others
    for month in public.release.totals & set(months_measured(one)):
        whole = goal2(one, None, month)
        counted = [goal2(one, code, min(month, last)) for code, last in told.items()]
        left = [(whole.successes or 0) - sum(goal.successes or 0 for goal in counted),
                (whole.ended or 0) - sum(goal.ended or 0 for goal in counted)]
        assert min(left) >= 0
        if month == public.release.month:
            assert left[1] == 0 or not primary(*left)


def months_measured(world: Snapshot) -> list[date]:
    frame = running(world, None, world.ends)
    return [month.date() for month in frame.loc[frame["state"].eq(MATURE), "month"]]


@pytest.fixture(scope="module")
def editions(sample_file) -> list[Snapshot]:
    """What the public would have been told on days of the campaign's last half year."""
    opened = database.create(f"sqlite:///{sample_file}")
    with Session(opened) as session:
        days = [date(2010, 12, 20), date(2011, 1, 20), date(2011, 2, 20), date(2011, 3, 20), date(2011, 4, 20)]
        found = [published(replace(snapshot.load(session, as_of=day), as_of=None)) for day in days]
    opened.dispose()
    return found


def test_two_editions_of_goal_2_differ_by_nothing_or_by_enough(editions):
    moved = 0
    for code in editions[0].jobcenters.index:
        goals = [goal2(edition, code, edition.release.month) for edition in editions]
        told = [goal for goal in goals if goal.ended]
        for before, after in combinations(told, 2):
            change = abs(after.successes - before.successes), abs(after.ended - before.ended)
            assert change == (0, 0) or not primary(*change)
            moved += change != (0, 0)
    assert moved


def audited(counts: list, flags: list, *, sums: int | None) -> list[int]:
    """Cells that could be placed within fewer than three persons, from what is told of (whole, part) by unit."""
    if not counts:
        return []
    whole, part = (np.array(values, dtype=float) for values in zip(*counts, strict=True))
    units = len(whole)
    values = np.concatenate([whole, part, whole - part, [whole.sum(), part.sum(), (whole - part).sum()]])
    hide = np.array(flags).T
    hidden = np.concatenate([hide[0], hide[1], hide[1], [sums is None] * 3])
    relations = [Relation(at, (units + at, 2 * units + at)) for at in range(units)]
    relations += [Relation(3 * units + kind, tuple(range(kind * units, (kind + 1) * units))) for kind in range(3)]
    return too_exact(Table(values, (*relations, Relation(3 * units, (3 * units + 1, 3 * units + 2)))), hidden)


def test_the_public_is_told_one_month_of_goal_2_and_no_earlier_day(one):
    public = published(one)
    assert public.release is not None
    earlier = date(2010, 12, 1)
    assert goal2(public, VIBORG, public.release.month).ended == goal2(one, VIBORG, public.release.month).ended
    assert goal2(public, VIBORG, earlier).ended is None and goal2(public, None, earlier).ended is None
    with pytest.raises(ValueError, match="as they are now"):
        published(replace(one, as_of=earlier))


def test_sums_over_the_region_are_made_before_anything_is_hidden(one):
    june = date(2010, 6, 1)
    here, public = region(without(one, [SAMSOE]), june), region(published(one), june)
    assert (public.persons, public.activated, public.known) == (here.persons, here.activated, here.known)
    assert public.unknown > here.unknown
