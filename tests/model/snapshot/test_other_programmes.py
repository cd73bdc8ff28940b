"""Rows of another programme in the same database are in nothing that is read, told, undone or written for this one."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from model.basics.free_text import RecordRefused
from model.documents import csv_file, region_sheet, sheet
from model.intake import history, known, saving, undoing
from model.intake.keeping import purging
from model.intake.refusal import SaveRefused
from model.intake.saving import original
from model.programmes.current import PROGRAMME
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store import database, facts, meeting_facts, record_facts, statements
from model.store.tables.activities import Activity, Attendance
from model.store.tables.base import ColumnProfile
from model.store.tables.meetings import AgreementStatus, DialogueMeeting
from model.store.tables.peers import PeerGroup
from model.store.tables.reminders import Reminder
from model.subjects.goals.figures import coverage
from model.writing import agreements, meetings, stories
from model.writing.peers import record_peers
from model.writing.recording import record_activity
from model.writing.reminders import record_reminder, withdraw_reminder
from tests.model import others
from tests.model.intake import filing
from tests.model.intake.records import street
from tests.model.meetings import DAY, SKIVE, agenda, agreed, closed, met
from tests.model.others import MARCH, OTHER, PLANNED, SAID, THEN, TOLD
from tests.model.publishing.first import published
from tests.pages.opening import VIBORG, fill
from tests.viewers import EVERYBODY, named

FIGURES, COURSES = 8, 9  # the uploads of files in ``used``, after one of each of seven months
EARLIER = date(2010, 4, 1)
FILE = filing.HEAD + "2010-03;791;795;106;32\n"
NEXT = FILE.replace("795", "801")


@pytest.fixture
def used(any_engine: Engine) -> Engine:
    """A database in which this programme has figures, courses, a closed meeting, a story and a klynge."""
    fill(any_engine)
    filing.load(any_engine, FILE)
    street.load(any_engine, street.HEAD + "K1;Skive;jobkonsulent;3;2\n")
    meeting = met(any_engine)
    agreed(any_engine, meeting)
    closed(any_engine, meeting, agenda(any_engine, meeting))
    stories.write_story(any_engine, title="Fra kantine til job", description="Det gik godt.", state="kladde",
                        viewer=named("BRM"))
    record_peers(any_engine, name="Vest", jobcenters=[VIBORG, SKIVE], reason="Ens erhverv", viewer=named("BRM"))
    record_reminder(any_engine, jobcenter=VIBORG, month=MARCH, viewer=named("BRM"), at=THEN)
    return any_engine


def loaded(engine: Engine, as_of: date | None = None, programme: str = PROGRAMME.id) -> Snapshot:
    with Session(engine) as session:
        return loading.load(session, EVERYBODY, as_of=as_of, programme=programme)


def difference(one: Any, other: Any, name: str = "snapshot") -> list[str]:
    """Where two snapshots, or two values of theirs, are not the same."""
    if isinstance(one, pd.DataFrame):
        return [] if one.equals(other) else [name]
    if isinstance(one, Mapping):
        return [name] if one.keys() != other.keys() else [
            each for key in one for each in difference(one[key], other[key], f"{name}.{key}")]
    if isinstance(one, Snapshot | meeting_facts.Written):
        return [each for part in fields(one) if part.compare
                for each in difference(getattr(one, part.name), getattr(other, part.name), f"{name}.{part.name}")]
    return [] if one == other else [name]


def test_a_snapshot_is_what_it_was_now_and_on_any_day(used):
    before = [loaded(used, as_of) for as_of in (None, EARLIER, date(2010, 4, 20))]
    others.written(used)
    after = [loaded(used, as_of) for as_of in (None, EARLIER, date(2010, 4, 20))]
    assert [difference(one, other) for one, other in zip(before, after, strict=True)] == [[], [], []]
    assert difference(before[0], replace(after[0], targets=after[0].targets[1:])) == ["snapshot.targets"]


def test_a_snapshot_is_of_the_programme_it_was_asked_for(used):
    others.written(used)
    ours, other = loaded(used), loaded(used, programme=OTHER)
    assert (ours.programme, other.programme) == (PROGRAMME.id, OTHER)
    assert other.figures["value"].tolist() == [7777, 7000]
    assert (other.uploads["file_name"].tolist(), other.targets["value"].tolist(), other.course_days.index.tolist(),
            other.activities["title"].tolist()) == (["andres.csv"], [99], ["X1"], ["Andres"])
    assert other.written.agreements["text"].tolist() == ["Andet"]
    assert other.written.statuses["status"].tolist() == ["i gang"]
    assert (len(other.written.meetings), other.written.stories["title"].tolist()) == (1, ["Andres", "Andres"])


def listed(engine: Engine) -> dict[str, Any]:
    """What is read of the tables besides the snapshot."""
    with Session(engine) as session:
        changes = {f"made {upload}": undoing.upload_changes(session, upload) for upload in (FIGURES, COURSES)}
        changes |= {f"undone {upload}": undoing.undo_many_changes(session, [upload]) for upload in (FIGURES, COURSES)}
        return changes | {
            "uploads": facts.uploads(session), "earlier": facts.earlier(session, jobcenter=VIBORG),
            "klynger": statements.stated(session, PeerGroup), "reminders": statements.stated(session, Reminder),
            "plan": statements.stated(session, Activity),
            "statuses": statements.stated(session, AgreementStatus),
            "attendance": record_facts.records(session, Attendance),
            "kept": meeting_facts.kept(session, 1)}


def test_the_lists_of_uploads_changes_and_statements_are_what_they_were(used):
    before = listed(used)
    others.written(used)
    assert difference(before, listed(used)) == []
    assert len(before["earlier"]) and len(before["undone 8"]) and len(before["made 9"])


def told(engine: Engine) -> dict[str, Any]:
    """What a reader sees: the history, the coverage, documents, and what is published."""
    world = loaded(engine)
    public = published(world)
    return {"history": history.upload_table(world.uploads, world.jobcenters["name"].to_dict()),
            "cells": coverage.cells(world), "coverage": coverage.coverage(world, MARCH),
            "csv": csv_file.figures_csv(world), "public csv": csv_file.figures_csv(public),
            "sheet": sheet.content(world, VIBORG, MARCH), "region": region_sheet.content(world, MARCH),
            "public figures": public.figures, "public stories": public.written.stories}


def test_history_coverage_documents_and_public_figures_are_what_they_were(used):
    before = told(used)
    others.written(used)
    assert difference(before, told(used)) == []


def test_a_check_says_what_it_said(used):
    before = filing.check(used, NEXT)
    others.written(used)
    after = filing.check(used, NEXT)
    assert (after.status, after.problems, after.counts) == (before.status, before.problems, before.counts)
    pd.testing.assert_frame_equal(after.changes, before.changes)


def test_a_file_of_the_same_bytes_may_stand_for_each(used):
    report = filing.check(used, NEXT)
    with database.write(used) as session:
        session.add(others.upload(report.sha256))
    assert filing.check(used, NEXT).already is None
    filing.load(used, NEXT)
    assert filing.check(used, NEXT).already is not None
    with pytest.raises(IntegrityError), database.write(used) as session:
        session.add(others.upload(report.sha256))


def test_a_meeting_may_be_held_by_each_on_the_same_day(used):
    others.written(used)
    row = {"jobcenter": SKIVE, "held_on": DAY, "opened_at": THEN, "opened_by": "BRM"}
    for programme in (OTHER, PROGRAMME.id):
        with pytest.raises(IntegrityError), database.write(used) as session:
            session.add(DialogueMeeting(programme=programme, **row))


def test_a_senders_headings_may_mean_another_thing_in_each(used):
    others.written(used)
    row = {"dataset": "maanedstal", "fingerprint": "f" * 64, "name": "Vores", "mapping": {}, **SAID}
    with database.write(used) as session:
        assert known.profiles(session).all() == []
        session.add(ColumnProfile(**row))
        assert [profile.name for profile in known.profiles(session)] == ["Vores"]
    with pytest.raises(IntegrityError), database.write(used) as session:
        session.add(ColumnProfile(**row))


def test_nothing_of_theirs_can_be_taken_back_written_in_or_opened(used):
    ids = others.written(used)
    with pytest.raises(SaveRefused):
        undoing.undo(used, ids["upload"], reason="prøve", viewer=named("prøve"))
    with pytest.raises(RecordRefused):
        agreements.record_status(used, ids["agreement"], status="opfyldt", on=date(2010, 4, 12), viewer=named("BRM"))
    with pytest.raises(RecordRefused):
        meetings.write_notes(used, ids["meeting"], text="Vores", viewer=named("BRM"))
    with pytest.raises(RecordRefused):
        withdraw_reminder(used, ids["reminder"], viewer=named("BRM"))
    with Session(used) as session:
        assert meeting_facts.notes(session, ids["meeting"]) is meeting_facts.confirmed(session, ids["meeting"]) is None
        for asked, what in ((undoing.undo_many_changes, [ids["upload"]]), (undoing.upload_changes, ids["upload"]),
                            (partial(original, viewer=EVERYBODY), ids["upload"])):
            with pytest.raises(SaveRefused):
                asked(session, what)
        for kept in (meeting_facts.kept, meeting_facts.document):
            with pytest.raises(LookupError):
                kept(session, ids["meeting"])


def test_numbers_names_and_days_are_a_programmes_own(engine):
    fill(engine)
    others.written(engine)
    assert stories.write_story(engine, title="Vores", description="Det gik godt.", state="kladde",
                               viewer=named("BRM")) == 1
    assert record_peers(engine, name="Vest", jobcenters=[VIBORG, SKIVE], reason="Ens erhverv", viewer=named("BRM")) == 1
    meeting = met(engine)
    world = loaded(engine)
    assert (world.written.stories["title"].tolist(), world.written.meetings["id"].tolist()) == (["Vores"], [meeting])
    with pytest.raises(RecordRefused, match=r"ingen historie nr\. 7"):
        stories.write_story(engine, number=7, title="Vores", description="Det gik godt.", state="kladde",
                            viewer=named("BRM"))


def test_what_is_new_is_held_against_a_programmes_own(engine):
    stories.write_story(engine, title="Vores", description="Det gik godt.", state="kladde", viewer=named("BRM"))
    others.written(engine)
    stories.write_story(engine, number=1, **TOLD, state="kladde", viewer=named("BRM"))
    record_activity(engine, number=2, **PLANNED, starts=None, ends=None, source="møde", reason="prøve",
                    viewer=named("BRM"))
    world = loaded(engine)
    assert (world.written.stories["title"].tolist(), world.activities.loc[2, "title"]) == (["Andres"], "Andres")
    with database.write(engine) as session:
        session.add(others.upload("d" * 64, received=datetime(2010, 5, 20, tzinfo=UTC)))
    saving.check_received(engine, "maanedstal", datetime(2010, 5, 1, tzinfo=UTC))


def test_originals_of_another_programme_are_not_read_again_as_ours(engine):
    others.written(engine)
    assert purging.survey(engine) == purging.Purged((), (), ())
