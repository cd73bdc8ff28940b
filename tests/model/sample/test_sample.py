"""The whole sample: files first, then meetings and stories, never on other figures than its own."""

from datetime import date
from io import BytesIO

import docx
import pytest
from sqlmodel import Session, delete

from model import sample
from model.basics import settings
from model.intake.clearing import remove_sample
from model.intake.undoing import undo
from model.snapshot import loading
from model.store import meeting_facts
from model.store.tables.access import Approval
from model.store.tables.meetings import (
    Agreement,
    AgreementStatus,
    Confirmation,
    DialogueMeeting,
    MeetingDetail,
    MeetingNote,
    Story,
    WrittenSample,
)
from tests.model.meetings import written
from tests.viewers import EVERYBODY, named

BY_DEPENDENCE = (AgreementStatus, Agreement, Confirmation, MeetingNote, MeetingDetail, Story, DialogueMeeting,
                 WrittenSample, Approval)


@pytest.fixture
def unwritten(sample_engine, monkeypatch):
    """A database whose load was cut off after the files, or that is older than the meetings."""
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "auto")
    settings.load.cache_clear()
    with Session(sample_engine) as session:
        for table in BY_DEPENDENCE:
            session.exec(delete(table))
        session.commit()
    return sample_engine


def count(engine):
    found = written(engine)
    return len(found.meetings), len(found.stories)


def test_it_has_meetings_of_several_jobcenters_and_stories(sample_engine):
    found = written(sample_engine)
    assert count(sample_engine) == (9, 6)
    assert found.meetings["unit"].nunique() == 4
    assert found.meetings["closed_at"].isna().sum() == 1


def test_it_has_meetings_of_projects_that_what_was_agreed_at_is_followed_up(sample_engine):
    with Session(sample_engine) as session:
        own = loading.load(session, EVERYBODY).book("vc_generation_2")
    assert own.meetings[["unit", "held_on"]].to_numpy().tolist() == [
        ["Middelfart", date(2014, 10, 1)], ["København", date(2014, 10, 1)], ["Middelfart", date(2015, 4, 1)]]
    assert own.meetings["closed_at"].isna().sum() == 1 and own.sample
    assert (len(own.agreements), len(own.statuses)) == (4, 3)


def test_the_minutes_say_on_every_page_that_it_is_invented(sample_engine):
    for row in written(sample_engine).meetings.dropna(subset="closed_at").itertuples():
        with Session(sample_engine) as session:
            document = docx.Document(BytesIO(meeting_facts.document(session, int(row.id))))
        assert "Eksempeldata" in document.sections[0].header.paragraphs[0].text


def test_a_second_start_adds_nothing(sample_engine, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "auto")
    settings.load.cache_clear()
    sample.first_start(sample_engine)
    assert sample.load(sample_engine) == (0, False)
    assert count(sample_engine) == (9, 6)


@pytest.mark.on_file
def test_the_first_start_writes_what_is_missing(unwritten):
    sample.first_start(unwritten)
    assert count(unwritten) == (9, 6)


def test_it_is_not_written_when_some_of_its_figures_are_undone(unwritten):
    undo(unwritten, 1, reason="prøve", viewer=named("prøve"))
    sample.first_start(unwritten)
    assert sample.load(unwritten) == (0, False)
    assert count(unwritten) == (0, 0)


def test_the_setting_keeps_it_away(unwritten, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "never")
    settings.load.cache_clear()
    sample.first_start(unwritten)
    assert count(unwritten) == (0, 0)


def test_removing_the_sample_takes_its_uploads_and_all_that_is_written_at_once(sample_engine):
    with Session(sample_engine) as session:
        ids = loading.load(session, EVERYBODY).uploads["id"].tolist()
    remove_sample(sample_engine, ids, reason="Nu kommer de rigtige tal", viewer=named("konsulent"))
    with Session(sample_engine) as session:
        after = loading.load(session, EVERYBODY)
    assert not after.sample
    assert after.figures.empty and after.written.meetings.empty and after.written.stories.empty
    assert all(book.meetings.empty and book.agreements.empty for book in after.beside.values())


def test_invented_stories_are_called_so_while_they_stand_even_without_invented_figures(sample_engine):
    with Session(sample_engine) as session:
        ids = loading.load(session, EVERYBODY).uploads["id"].tolist()
    for number in ids:
        undo(sample_engine, number, reason="en ad gangen", viewer=named("konsulent"))
    with Session(sample_engine) as session:
        assert loading.load(session, EVERYBODY).sample
