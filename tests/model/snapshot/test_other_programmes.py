"""Rows of another programme in the same database are in nothing that is read, told, undone or written for this one."""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from model.basics.free_text import RecordRefused
from model.documents import csv_file, region_sheet, sheet
from model.intake import clearing, history, undoing
from model.intake.saving import SaveRefused, original
from model.programmes.current import PROGRAMME
from model.publishing.publishing import published
from model.sample import files
from model.snapshot import snapshot as snapshots
from model.snapshot.snapshot import Snapshot
from model.store import database, facts, meeting_facts, record_facts, statements
from model.store.tables.activities import Activity, Attendance, CourseDay, CourseDayEvent
from model.store.tables.base import ColumnProfile, Figure, Target, Upload
from model.store.tables.meetings import (
    Agreement,
    AgreementStatus,
    Confirmation,
    DialogueMeeting,
    MeetingNote,
    Story,
    WrittenSample,
)
from model.store.tables.peers import PeerGroup
from model.subjects.goals.figures import coverage
from model.writing import agreements, meetings, stories
from model.writing.peers import record_peers
from tests.model.intake import filing
from tests.model.intake.records import street
from tests.model.meetings import SKIVE, agenda, agreed, closed, met
from tests.pages.opening import VIBORG, fill

OTHER = "generation_2"
FIGURES, COURSES = 8, 9  # the uploads of files in ``used``, after one of each of seven months
MARCH, EARLIER = date(2010, 3, 1), date(2010, 4, 1)
THEN = datetime(2010, 3, 20, 9, tzinfo=UTC)
FILE = filing.HEAD + "2010-03;791;795;106;32\n"
NEXT = FILE.replace("795", "801")
SAID: dict[str, Any] = {"recorded_at": THEN, "recorded_by": "andre"}
MINE: dict[str, Any] = {"programme": OTHER, **SAID}


@pytest.fixture
def used(any_engine: Engine) -> Engine:
    """A database in which this programme has figures, courses, a closed meeting, a story and a klynge."""
    fill(any_engine)
    filing.load(any_engine, FILE)
    street.load(any_engine, street.HEAD + "K1;Skive;jobkonsulent;3;2\n")
    meeting = met(any_engine)
    agreed(any_engine, meeting)
    closed(any_engine, meeting, agenda(any_engine, meeting))
    stories.write_story(any_engine, title="Fra kantine til job", description="Det gik godt.", state="kladde", by="BRM")
    record_peers(any_engine, name="Vest", jobcenters=[VIBORG, SKIVE], reason="Ens erhverv", by="BRM")
    return any_engine


def theirs(engine: Engine) -> dict[str, int]:
    """Everything of another programme, on the same keys and numbers as ours; ids by what it is."""
    with database.write(engine) as session:
        upload = _upload("e" * 64)
        meeting = DialogueMeeting(programme=OTHER, jobcenter=SKIVE, held_on=date(2010, 4, 11), opened_at=THEN,
                                  opened_by="andre", month=MARCH, closed_at=THEN, closed_by="andre", figures={"a": 1},
                                  document=b"andres")
        sample = WrittenSample(programme=OTHER, loaded_at=THEN, withdrawn_at=THEN, withdrawn_by="andre")
        numbers = [_added(session, row) for row in (upload, meeting, sample)]
        agreement = _added(session, Agreement(meeting_id=numbers[1], text="Andet", responsible="andre", due=MARCH,
                                              **SAID))
        for row in (*_hanging(*numbers[:2], agreement), *_own()):
            session.add(row)
    return dict(zip(("upload", "meeting", "agreement"), (*numbers[:2], agreement), strict=True))


def _upload(sha256: str, **more: Any) -> Upload:
    return Upload(programme=OTHER, dataset="maanedstal", source="file", file_name="andres.csv", sha256=sha256,
                  content=b"", received_at=THEN, received_by="andre", counts={}, problems=[], without=["779"], **more)


def _added(session: Session, row: Any) -> int:
    session.add(row)
    session.flush()
    return int(row.id)


def _hanging(upload: int, meeting: int, agreement: int) -> list[SQLModel]:
    return [Figure(jobcenter=VIBORG, month=MARCH, measure="personer_match4", upload_id=upload, value=7777),
            Figure(jobcenter=VIBORG, month=MARCH, measure="virksomhedsaktivering_i_alt", upload_id=upload, value=7000),
            Attendance(course_day="K1", jobcenter=SKIVE, role="jobkonsulent", upload_id=upload, registered=99,
                       attended=99, marks={}),
            CourseDayEvent(course_day="K2", upload_id=upload, event="aflyst", marks={}),
            MeetingNote(meeting_id=meeting, text="Andres noter", **SAID),
            Confirmation(meeting_id=meeting, month=MARCH, figures=[], **SAID),
            AgreementStatus(agreement_id=agreement, status="i gang", on=MARCH, **SAID)]


def _own() -> list[SQLModel]:
    return [Target(part="share", scope="regional", value=99, valid_from=MARCH, source="andre", reason="andre", **MINE),
            Story(number=1, title="Andres", description="Andres historie", state="udgivet", **MINE),
            PeerGroup(number=1, name="Vest", jobcenters=[SKIVE, "665"], reason="andre", **MINE),
            Activity(number=2, title="Andres", target_group="andre", responsible="andre", schedule="altid",
                     source="andre", reason="andre", **MINE),
            CourseDay(programme=OTHER, code="X1", kind="kursus", run=9, day=1, held_on=MARCH, title="Andres",
                      venue="andre", most=2),
            ColumnProfile(dataset="maanedstal", fingerprint="f" * 64, name="Andres",
                          mapping={"labels": {"antal": "personer_match4"}}, **MINE)]


def loaded(engine: Engine, as_of: date | None = None, programme: str = PROGRAMME.id) -> Snapshot:
    with Session(engine) as session:
        return snapshots.load(session, as_of=as_of, programme=programme)


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
    theirs(used)
    after = [loaded(used, as_of) for as_of in (None, EARLIER, date(2010, 4, 20))]
    assert [difference(one, other) for one, other in zip(before, after, strict=True)] == [[], [], []]
    assert difference(before[0], replace(after[0], targets=after[0].targets[1:])) == ["snapshot.targets"]


def test_a_snapshot_is_of_the_programme_it_was_asked_for(used):
    theirs(used)
    ours, other = loaded(used), loaded(used, programme=OTHER)
    assert (ours.programme, other.programme) == (PROGRAMME.id, OTHER)
    assert other.figures["value"].tolist() == [7777, 7000]
    assert (other.uploads["file_name"].tolist(), other.targets["value"].tolist(), other.course_days.index.tolist(),
            other.activities["title"].tolist()) == (["andres.csv"], [99], ["X1"], ["Andres"])
    assert other.written.agreements["text"].tolist() == ["Andet"]
    assert other.written.statuses["status"].tolist() == ["i gang"]
    assert (len(other.written.meetings), other.written.stories["title"].tolist()) == (1, ["Andres"])


def listed(engine: Engine) -> dict[str, Any]:
    """What is read of the tables besides the snapshot."""
    with Session(engine) as session:
        changes = {f"{asked.__name__} {upload}": asked(session, upload) for upload in (FIGURES, COURSES)
                   for asked in (undoing.upload_changes, undoing.undo_changes)}
        return changes | {
            "uploads": facts.uploads(session), "earlier": facts.earlier(session, jobcenter=VIBORG),
            "klynger": statements.stated(session, PeerGroup), "plan": statements.stated(session, Activity),
            "statuses": statements.stated(session, AgreementStatus),
            "attendance": record_facts.records(session, Attendance),
            "of the sample": clearing.corrections_of_sample(session), "kept": meeting_facts.kept(session, 1)}


def test_the_lists_of_uploads_changes_and_statements_are_what_they_were(used):
    before = listed(used)
    theirs(used)
    assert difference(before, listed(used)) == []
    assert len(before["earlier"]) and len(before["undo_changes 8"]) and len(before["upload_changes 9"])


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
    theirs(used)
    assert difference(before, told(used)) == []


def test_a_check_says_what_it_said(used):
    before = filing.check(used, NEXT)
    theirs(used)
    after = filing.check(used, NEXT)
    assert (after.status, after.problems, after.counts) == (before.status, before.problems, before.counts)
    pd.testing.assert_frame_equal(after.changes, before.changes)


def test_a_file_of_the_same_bytes_may_stand_for_each(used):
    report = filing.check(used, NEXT)
    with database.write(used) as session:
        session.add(_upload(report.sha256))
    assert filing.check(used, NEXT).already is None
    filing.load(used, NEXT)
    assert filing.check(used, NEXT).already is not None
    with pytest.raises(IntegrityError), database.write(used) as session:
        session.add(_upload(report.sha256))


def test_a_meeting_may_be_held_by_each_on_the_same_day(used):
    theirs(used)
    row = {"jobcenter": SKIVE, "held_on": date(2010, 4, 11), "opened_at": THEN, "opened_by": "BRM"}
    for programme in (OTHER, PROGRAMME.id):
        with pytest.raises(IntegrityError), database.write(used) as session:
            session.add(DialogueMeeting(programme=programme, **row))


def test_a_senders_headings_may_mean_another_thing_in_each(used):
    theirs(used)
    row = {"dataset": "maanedstal", "fingerprint": "f" * 64, "name": "Vores", "mapping": {}, **SAID}
    with database.write(used) as session:
        session.add(ColumnProfile(**row))
    with pytest.raises(IntegrityError), database.write(used) as session:
        session.add(ColumnProfile(**row))


def test_nothing_of_theirs_can_be_taken_back_written_in_or_opened(used):
    ids = theirs(used)
    with pytest.raises(SaveRefused):
        undoing.undo(used, ids["upload"], reason="prøve", by="prøve")
    with pytest.raises(RecordRefused):
        agreements.record_status(used, ids["agreement"], status="opfyldt", on=date(2010, 4, 12), by="BRM")
    with pytest.raises(RecordRefused):
        meetings.write_notes(used, ids["meeting"], text="Vores", by="BRM")
    with Session(used) as session:
        assert meeting_facts.notes(session, ids["meeting"]) is meeting_facts.confirmed(session, ids["meeting"]) is None
        for asked in (undoing.undo_changes, undoing.upload_changes, original):
            with pytest.raises(SaveRefused):
                asked(session, ids["upload"])
        for kept in (meeting_facts.kept, meeting_facts.document):
            with pytest.raises(LookupError):
                kept(session, ids["meeting"])


def test_numbers_and_names_are_a_programmes_own(engine):
    theirs(engine)
    assert stories.write_story(engine, title="Vores", description="Det gik godt.", state="kladde", by="BRM") == 1
    assert record_peers(engine, name="Vest", jobcenters=[VIBORG, SKIVE], reason="Ens erhverv", by="BRM") == 1
    assert loaded(engine).written.stories["title"].tolist() == ["Vores"]


def test_figures_of_another_programme_do_not_keep_the_sample_out(engine, tmp_path):
    theirs(engine)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "tal.csv").write_text(FILE)
    (tmp_path / "manifest.json").write_text(json.dumps({"files": [
        {"file": "tal.csv", "dataset": "maanedstal", "received": "2010-04-12T10:00", "received_by": "jobcenteret",
         "reason": "prøve", "answers": {"approved": True}}]}))
    assert len(files.load_sample(engine, folder=tmp_path)) == 1
    assert loaded(engine).uploads["source"].tolist() == ["sample"]
