"""Invented meetings and stories: written once, dated when they happened, and withdrawn as a whole."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise

import pytest
from sqlmodel import Session, func, select

from model.basics.free_text import RecordRefused
from model.documents import minutes
from model.intake.clearing import remove_sample
from model.sample import book, writing
from model.store import approval_facts, meeting_facts, written_samples
from model.store.tables.meetings import DRAFT, PUBLISHED, DialogueMeeting, Story
from model.writing import agreements, meetings
from model.writing.stories import write_story
from tests.model.meetings import written
from tests.pages.opening import SKIVE, VIBORG, fill
from tests.viewers import named

BOTH = (len(book.meetings()), len(book.stories()))
FIRST = date(2009, 12, 2)


@pytest.fixture
def filled(any_engine, monkeypatch):
    """Figures for every day on which a meeting is held; the minutes are quick, since these tests do not read them."""
    fill(any_engine, source="sample")
    monkeypatch.setattr(minutes, "minutes_docx", lambda agenda, **_: agenda.title.encode())
    return any_engine


def stored(engine):
    """How many meetings and stories there are, shown or not."""
    with Session(engine) as session:
        return (session.exec(select(func.count()).select_from(DialogueMeeting)).one(),
                session.exec(select(func.count(func.distinct(Story.number)))).one())


def removed(engine):
    remove_sample(engine, [], reason="Nu kommer de rigtige tal", viewer=named("konsulent"))


def test_what_is_approved_goes_with_the_rest(filled):
    writing.write(filled)
    with Session(filled) as session:
        there = approval_facts.approvals(session)
        assert set(zip(there["jobcenter"], there["approved_by"], strict=True)) == {
            ("730", "jobcenterchefen"), (VIBORG, "jobcenterchefen")}
        assert all(there["stood"].map(len) > 0)
    removed(filled)
    with Session(filled) as session:
        assert approval_facts.approvals(session).empty


def test_all_of_it_is_written_once(filled):
    assert [writing.write(filled), writing.write(filled)] == [True, False]
    assert stored(filled) == BOTH
    assert written(filled).sample


def test_a_load_that_is_cut_off_leaves_nothing_and_is_finished_by_the_next(filled, monkeypatch):
    def killed(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(meetings, "close_meeting", killed)
        with pytest.raises(KeyboardInterrupt):
            writing.write(filled)
    assert stored(filled) == (0, 0)
    assert writing.write(filled)
    assert stored(filled) == BOTH


def test_of_two_processes_at_the_same_moment_one_writes(filled):
    with ThreadPoolExecutor(2) as both:
        done = list(both.map(lambda _: writing.write(filled), range(2)))
    assert sorted(done) == [False, True]
    assert stored(filled) == BOTH


def test_nothing_is_written_beside_what_somebody_has_written(filled):
    write_story(filled, title="Vores egen", description="Det gik godt.", state=DRAFT, viewer=named("BRM"))
    assert not writing.write(filled)
    assert stored(filled) == (0, 1)


def test_as_of_a_day_only_what_had_been_written_is_known(filled):
    writing.write(filled)
    then = written(filled, as_of=date(2010, 4, 12))
    assert then.stories.empty
    assert list(zip(then.meetings["unit"], then.meetings["closed_at"].notna(), strict=True)) == [
        (VIBORG, True), (SKIVE, True), ("730", True)]
    assert then.statuses["on"].max() <= date(2010, 4, 12)
    assert written(filled, as_of=date(2009, 11, 24)).meetings.empty
    planned = written(filled, as_of=date(2010, 5, 12)).meetings.iloc[-1]
    assert (planned["held_on"], planned["closed_at"]) == (date(2010, 5, 19), None)


def test_a_story_is_a_draft_until_the_day_it_is_published(filled):
    writing.write(filled)
    assert written(filled, as_of=date(2010, 5, 4)).stories["state"].tolist() == [DRAFT]
    assert written(filled, as_of=date(2010, 5, 5)).stories["state"].tolist() == [PUBLISHED]
    assert sorted(written(filled).stories["state"]) == [DRAFT, *[PUBLISHED] * 5]


def test_the_rows_are_in_the_order_they_were_written(filled):
    writing.write(filled)
    book_now = written(filled)
    for rows, column in ((book_now.stories[::-1], "number"), (book_now.meetings.sort_values("id"), "held_on")):
        assert all(first < second for first, second in pairwise(rows[column]))


def test_a_closed_meeting_keeps_what_it_showed_and_its_minutes(filled):
    writing.write(filled)
    row = written(filled).meetings.iloc[0]
    with Session(filled) as session:
        kept = meeting_facts.kept(session, int(row["id"]))
        document = meeting_facts.document(session, int(row["id"]))
    assert (kept["held_on"], kept["sample"]) == ("2009-12-02", True)
    assert document.decode() == kept["title"]


def test_a_withdrawn_sample_is_nowhere_but_all_of_it_is_still_stored(filled):
    writing.write(filled)
    removed(filled)
    book_now = written(filled)
    assert book_now.meetings.empty and book_now.agreements.empty and book_now.stories.empty
    assert not book_now.sample
    assert written(filled).published.stories.empty
    assert stored(filled) == BOTH
    assert len(written(filled, as_of=date(2011, 4, 30)).stories) == BOTH[1], "that day it stood"
    with Session(filled) as session:
        assert len(written_samples.withdrawn(session)) == 1


def test_a_withdrawn_sample_does_not_come_back(filled):
    writing.write(filled)
    removed(filled)
    assert not writing.write(filled)


def test_a_real_meeting_can_be_held_on_the_day_of_a_withdrawn_one(filled):
    writing.write(filled)
    with pytest.raises(RecordRefused, match="allerede et dialogmøde"):
        meetings.open_meeting(filled, unit=VIBORG, held_on=FIRST, viewer=named("BRM"))
    removed(filled)
    meetings.open_meeting(filled, unit=VIBORG, held_on=FIRST, viewer=named("BRM"))
    assert written(filled).meetings["sample_id"].isna().tolist() == [True]
    with pytest.raises(RecordRefused, match="allerede et dialogmøde"):
        meetings.open_meeting(filled, unit=VIBORG, held_on=FIRST, viewer=named("BRM"))


def test_what_was_written_in_an_invented_story_goes_with_it_and_ones_own_stays(filled):
    writing.write(filled)
    invented = int(written(filled).stories["number"].iloc[0])
    write_story(filled, title="Skrevet om", description="Bedre.", state=DRAFT, number=invented, viewer=named("BRM"))
    assert written(filled).stories.set_index("number").loc[invented, "sample_id"] is not None
    own = write_story(filled, title="Vores egen", description="Det gik godt.", state=DRAFT, viewer=named("BRM"))
    removed(filled)
    assert written(filled).stories["number"].tolist() == [own]
    assert not written(filled).sample
    with pytest.raises(RecordRefused, match=f"ingen historie nr. {invented}"):
        write_story(filled, title="Igen", description="Bedre.", state=DRAFT, number=invented, viewer=named("BRM"))


def test_nothing_is_written_in_a_meeting_that_was_withdrawn_with_the_sample(filled):
    writing.write(filled)
    still_open = written(filled).meetings
    meeting = int(still_open[still_open["closed_at"].isna()]["id"].iloc[0])
    agreement = int(written(filled).agreements["id"].iloc[0])
    removed(filled)
    with pytest.raises(RecordRefused, match="Mødet findes ikke"):
        meetings.write_notes(filled, meeting, text="Mere", viewer=named("BRM"))
    with pytest.raises(RecordRefused, match="ingen aftale"):
        agreements.record_status(filled, agreement, status="i gang", on=date(2010, 1, 1), viewer=named("BRM"))
