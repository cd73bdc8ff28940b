"""Every frame that leaves its room is what its schema promises; those of empty worlds are held against it there."""

import inspect
import pkgutil
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from model import snapshot as snapshots
from model import store, subjects
from model.basics.frames import Schema, count, day, text
from model.intake.datasets.datasets import DATASETS
from model.snapshot.frames import WIDE
from model.snapshot.loading import load
from model.snapshot.snapshot import InternalOnly, Snapshot
from model.store import facts, record_facts
from model.store.meeting_facts import Written
from model.store.statements import stated
from model.store.tables.activities import Activity
from model.store.tables.peers import PeerGroup
from model.subjects.calendar.figures.plan import changes
from model.subjects.centres.figures import register
from model.subjects.comparison.figures.peers import history
from model.subjects.meetings.figures import agreements
from tests.model import frames
from tests.model.frames import returned
from tests.model.publishing.first import published
from tests.model.subjects.asking import answers, asked_of_a_snapshot
from tests.viewers import EVERYBODY

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 20)
TOLD = Schema("one month of a jobcenter", (count("persons", "in it"), text("mark", "why not")),
              index=(text("jobcenter", "code"), day("month", "of it")))
OF_A_TABLE = {"model.store.record_facts.records", "model.subjects.centres.figures.periods.stated",
              "model.store.statements.stated",
              "model.store.statements.stated_of"}  # as ``record_facts.schema`` and the table itself have it
OF_WHAT_IS_GIVEN = {"model.subjects.centres.figures.periods.of_place"}  # rows of the caller's own frame


def loaded(engine: Engine, as_of: date | None = None) -> Snapshot:
    with Session(engine) as session:
        return load(session, EVERYBODY, as_of=as_of)


def held(world: Snapshot) -> dict[str, list[str]]:
    """The faults of the frames a snapshot holds, by name."""
    found = {name: frames.faults(getattr(one, name), schema)
             for one in (world, world.written) for name, schema in frames.fields(type(one)).items()}
    records = {dataset: frames.faults(rows, record_facts.schema(DATASETS[dataset].table))
               for dataset, rows in world.records.items()}
    return found | records | {"wide": frames.faults(world.wide, WIDE)}


def faulty(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {what: faults for what, faults in found.items() if faults}


def test_an_empty_database_gives_a_snapshot_as_promised(engine):
    world = loaded(engine)
    assert faulty(held(world)) == faulty(held(published(world))) == {}


def test_the_sample_gives_a_snapshot_as_promised_also_on_a_day(sample_engine):
    assert faulty(held(loaded(sample_engine))) == faulty(held(loaded(sample_engine, APRIL))) == {}


def test_the_sample_gives_every_frame_as_its_schema_promises(sample_engine):
    internal = loaded(sample_engine)
    public = published(internal)
    assert faulty(held(public)) == {}
    for world, fewest in ((internal, 40), (public, 10)):
        found: dict[str, list[str]] = {}
        for each, wanted in asked_of_a_snapshot().items():
            with suppress(InternalOnly):
                if schema := returned(each):
                    found[f"{each.__module__}.{each.__name__}"] = [
                        fault for answer in answers(each, wanted, world, MARCH)
                        for fault in frames.faults(answer, schema)]
        assert len(found) >= fewest
        assert faulty(found) == {}


def test_what_is_made_of_something_else_is_as_promised(sample_engine):
    with Session(sample_engine) as session:
        world, plan, klynger = load(session, EVERYBODY), stated(session, Activity), stated(session, PeerGroup)
        made = {facts.earlier: facts.earlier(session, jobcenter="791")}
    book, last = world.written, world.written.meetings.iloc[-1]
    made |= {
        agreements.agreements: agreements.agreements(book, world.data_date),
        agreements.in_turn: agreements.in_turn(agreements.agreements(book, world.data_date), book, on=world.data_date),
        agreements.earlier: agreements.earlier(book, last["unit"], last["held_on"]),
        agreements.made_at: agreements.made_at(book, last["id"]),
        register.matching: register.matching(register.register(world, MARCH), text="a"),
        changes: changes(plan), history: history(world, klynger)}
    found = {each.__name__: frames.faults(frame, returned(each)) for each, frame in made.items()}
    assert faulty(found) == {}


def test_no_frame_leaves_its_room_without_a_schema():
    modules = [import_module(found.name) for package in (store, snapshots, subjects)
               for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
               if ".migrations" not in found.name and (package is not subjects or ".figures." in found.name)]
    bare = {f"{each.__module__}.{name}" for module in modules for name, each in vars(module).items()
            if inspect.isfunction(each) and not name.startswith("_") and each.__module__ == module.__name__
            and inspect.signature(each).return_annotation is pd.DataFrame}
    assert bare == OF_A_TABLE | OF_WHAT_IS_GIVEN


@pytest.mark.parametrize("kind", [Snapshot, Written])
def test_every_frame_held_has_a_schema(kind):
    assert [name for name, hint in kind.__annotations__.items() if hint is pd.DataFrame] == []


def test_an_empty_frame_is_what_its_schema_promises():
    made = TOLD.empty()
    assert made.empty and frames.faults(made, TOLD) == []
    made["persons"] = 1
    assert TOLD.empty().columns.tolist() == ["persons", "mark"] and TOLD.empty().empty


def framed(**columns: Any) -> pd.DataFrame:
    index = pd.MultiIndex.from_arrays([["791"], pd.DatetimeIndex(["2010-03-01"]).astype("datetime64[us]")],
                                      names=["jobcenter", "month"])
    return pd.DataFrame({"persons": pd.array([None], dtype="Int64"), "mark": [None]} | columns, index=index)


@pytest.mark.parametrize(("frame", "fault"), [
    (framed(), None), (framed(mark=["hidden"]), None),
    (framed(persons=[1.0]), "persons is float64"), (framed(mark=pd.Series([1], dtype=object).array), "mark holds int"),
    (framed(more=1), "has more, which nobody promised"), (framed().drop(columns="mark"), "lacks mark"),
    (framed().droplevel(0), "is indexed by ['month']")])
def test_a_frame_that_breaks_its_promise_is_caught(frame, fault):
    assert (frames.faults(frame, TOLD)[:1] or [None])[0] == fault
