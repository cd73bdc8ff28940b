"""What the next snapshot keeps of what was computed is what would be computed anew, whatever was written in between."""

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from model.drawing.chart import Chart
from model.intake import undoing
from model.intake.datasets.datasets import DATASETS
from model.intake.examine import examine
from model.intake.saving import apply
from model.publishing.activities import activities
from model.snapshot import kept, loading, memory
from model.snapshot.kept import PARTS, take_over
from model.snapshot.snapshot import InternalOnly, Snapshot
from model.store import database
from model.store.tables.base import Target, Upload
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.progress import progress
from model.subjects.goals.figures.region import region
from model.writing.meetings import open_meeting
from tests.model.intake.dataset_files import FILES
from tests.model.publishing.first import published
from tests.model.subjects.asking import answers, asked_of_a_snapshot
from tests.model.subjects.builders import said, snapshot
from tests.viewers import EVERYBODY, named

TODAY = date(2011, 3, 1)
Write = Callable[[Engine], object]


def upload(name: str, text: str) -> Write:
    """Save a file."""
    def write(engine: Engine) -> None:
        report = examine(engine, name, text.encode(), today=TODAY)
        assert report.status == "ready", (report.problems, report.question)
        apply(engine, report, content=text.encode(), viewer=named("prøve"), reason="prøve")
    return write


def undo(engine: Engine) -> None:
    with Session(engine) as session:
        newest = session.exec(select(Upload.id).where(Upload.dataset == "hotline").order_by(Upload.id.desc())).first()
    undoing.undo(engine, newest, viewer=named("prøve"), reason="prøve")


def meeting(engine: Engine) -> None:
    open_meeting(engine, unit="779", held_on=date(2010, 6, 1), viewer=named("prøve"),
                 at=datetime(2010, 6, 1, 9, tzinfo=UTC))


def target(engine: Engine) -> None:
    with database.write(engine) as session:
        session.add(Target(part="share", scope="regional", value=18, valid_from=date(2010, 1, 1), source="aftale",
                           reason="prøve", recorded_at=datetime(2011, 2, 1, tzinfo=UTC), recorded_by="prøve"))


def nothing(engine: Engine) -> None:
    with database.write(engine):
        pass


FITTING = {  # to what stands in the sample
    "maanedstal": "Måned;Jobcenter;Kontant- og starthjælpsmodtagere i matchgruppe 4\n2010-03;Skive;416\n",
    "kursusevaluering": "Kursusdag;Skemaer udsendt\nK1;99\n",
    "raadgivning": "Jobcenter;Status;Tilbudt den\nSkive;tilbudt;01-12-2009\n",
    "mentornetvaerk": "Jobcenter;Dato;Hændelse;Deltagere\nSkive;15-02-2011;mødtes;8\n"}
WRITES: dict[str, Write] = {name: upload(f"{name}.csv", FITTING.get(name, FILES[name].text))
                            for name in DATASETS
                            if (name in FITTING or not FILES[name].before) and name != "kursusdage"}  # all are held
WRITES |= {"meeting": meeting, "undo": undo, "target": target, "nothing": nothing}
SHORT = ("maanedstal", "hotline", "meeting")


def load(engine: Engine, before: Snapshot | None = None) -> Snapshot:
    with Session(engine) as session:
        return loading.load(session, EVERYBODY, before=before)


def asked(world: Snapshot) -> Snapshot:
    """The same snapshot when everything has been asked of it."""
    month = default_month(world) or world.starts
    for each, wanted in asked_of_a_snapshot().items():
        with suppress(KeyError, ValueError, InternalOnly):
            list(answers(each, wanted, world, month))
    return world


def alike(one: Any, other: Any) -> bool:
    """Whether two results are the same to whoever reads them."""
    if isinstance(one, pd.DataFrame | pd.Series | pd.Index):
        return type(one) is type(other) and one.equals(other)
    if isinstance(one, np.ndarray):
        return pd.DataFrame(one).equals(pd.DataFrame(other))
    if is_dataclass(one) and not isinstance(one, type):
        names = [each.name for each in fields(one) if each.compare]
        names += ["table", "data"] if isinstance(one, Chart) else []  # made of what was read when the chart was made
        return type(one) is type(other) and all(alike(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other) or (pd.isna(one) and pd.isna(other))


@pytest.fixture(scope="module")
def everything(sample_file):
    """A snapshot of the sample of which everything has been asked."""
    engine = database.create(f"sqlite:///{sample_file}")
    world = asked(load(engine))
    engine.dispose()
    return world


@pytest.mark.parametrize("what", [
    pytest.param(name, marks=() if name in SHORT else pytest.mark.long) for name in WRITES])
def test_what_is_kept_is_what_would_be_computed_anew(sample_engine, everything, what):
    WRITES[what](sample_engine)
    after, anew = load(sample_engine, before=everything), load(sample_engine)
    assert after.memory.items()
    for key, result in anew.memory.lacking(after.memory):
        assert alike(result.value, result.of(anew)), key


@pytest.mark.parametrize(("what", "parts"), [
    ("meeting", {"written"}), ("hotline", {"uploads", "records", "records of hotline"}), ("nothing", set())])
def test_only_what_rests_on_what_was_written_is_let_go_of(sample_engine, everything, what, parts):
    WRITES[what](sample_engine)
    gone = load(sample_engine, before=everything).memory.lacking(everything.memory)
    assert all(result.parts & parts or isinstance(result.value, Snapshot) for _, result in gone)


def test_what_is_reported_of_activities_is_not_computed_anew_for_figures(sample_engine, everything):
    before = activities(everything)
    WRITES["maanedstal"](sample_engine)
    assert activities(load(sample_engine, everything)) is before
    WRITES["hotline"](sample_engine)
    assert activities(load(sample_engine, everything)) is not before


@pytest.mark.parametrize("what", list(WRITES))
def test_every_part_is_what_would_be_read_anew(sample_engine, everything, what):
    WRITES[what](sample_engine)
    after, anew = load(sample_engine, before=everything), load(sample_engine)
    for part in (*PARTS, "records"):
        assert alike(getattr(after, part), getattr(anew, part)), part


def newest_undone(engine: Engine) -> None:
    """Take the newest upload that stands back, whatever it is of."""
    with Session(engine) as session:
        newest = session.exec(select(Upload.id).where(Upload.undone_at.is_(None)).order_by(Upload.id.desc())).first()
    undoing.undo(engine, newest, viewer=named("prøve"), reason="prøve")


def figures_of_an_early_month(engine: Engine) -> None:
    upload("tidlig.csv", "Måned;Jobcenter;Kontant- og starthjælpsmodtagere i matchgruppe 4\n2009-11;Skive;402\n"
                     "2009-11;Viborg;1302\n")(engine)


def test_snapshots_built_on_one_another_say_what_one_read_anew_says(sample_engine, everything):
    known, writes = everything, [figures_of_an_early_month, *[newest_undone] * 6]
    writes += [write for write in WRITES.values() if write is not undo]
    random.Random(7).shuffle(writes)
    for write in writes:
        write(sample_engine)
        known, anew = load(sample_engine, before=known), load(sample_engine)
        for part in (*PARTS, "records"):
            assert alike(getattr(known, part), getattr(anew, part)), (write, part)
        month = default_month(anew) or anew.starts
        assert alike(panel(known), panel(anew)) and alike(region(known, month), region(anew, month))


ROWS = {"jobcenters": "UPDATE jobcenter SET name = 'Struer og omegn' WHERE code = '671'",
        "targets": "UPDATE target SET value = 99 WHERE id = (SELECT MIN(id) FROM target WHERE value IS NOT NULL)",
        "activities": "UPDATE activity SET title = 'Et andet navn' WHERE id = (SELECT MAX(id) FROM activity)",
        "course_days": "UPDATE course_day SET venue = 'Et andet sted' WHERE code = 'K1'",
        "uploads": "UPDATE upload SET left_out = NULL WHERE id = (SELECT MIN(id) FROM upload)",
        "written": "UPDATE story SET title = 'En anden titel' WHERE id = (SELECT MAX(id) FROM story)"}


@pytest.mark.parametrize("part", list(ROWS))
def test_a_row_that_another_changes_by_hand_is_read_and_no_other_part_is_made_anew(sample_engine, everything, part):
    with sample_engine.begin() as connection:
        assert connection.exec_driver_sql(ROWS[part]).rowcount == 1
    after, anew = load(sample_engine, before=everything), load(sample_engine)
    assert not kept.alike(getattr(after, part), getattr(everything, part))
    assert alike(getattr(after, part), getattr(anew, part))
    assert all(getattr(after, other) is getattr(everything, other) for other in ROWS if other != part)


def test_what_was_asked_of_the_figures_that_are_replaced_is_computed_of_the_new(sample_engine, everything):
    WRITES["maanedstal"](sample_engine)
    after = load(sample_engine, before=everything)
    assert after.memory.lacking(everything.memory)
    gone = memory.ask_again(after, everything)
    assert {result.name for _, result in after.memory.lacking(everything.memory)} <= set(gone)


def test_what_is_no_more_is_told_and_the_rest_is_computed():
    before, after = snapshot(said("779", "2010-03", persons=400)), snapshot(codes=["791"])
    default_month(before)
    progress(before, "779")
    assert "progress" in memory.ask_again(after, before)
    assert default_month.__name__ in {result.name for _, result in snapshot().memory.lacking(after.memory)}


def test_nothing_passes_between_what_is_made_of_editions_and_what_stands(everything):
    edition, again = (published(everything) for _ in range(2))
    region(edition, default_month(edition) or edition.starts)
    assert edition.memory.items()
    for after, before in ((again, edition), (again, everything), (replace(everything), edition)):
        take_over(after, before)
        assert not after.memory.items()


def test_another_database_laid_in_its_place_is_read_anew(sample_engine, empty_file, tmp_path):
    shutil.copy(empty_file, tmp_path / "other.db")
    other = database.create(f"sqlite:///{tmp_path / 'other.db'}")
    upload("maanedstal.csv", FITTING["maanedstal"])(other)
    small, large = load(other), load(sample_engine)
    pd.testing.assert_frame_equal(load(sample_engine, before=small).figures, large.figures)
    back = load(other, before=asked(large))
    pd.testing.assert_frame_equal(back.figures, small.figures)
    assert not back.memory.items()
    other.dispose()
