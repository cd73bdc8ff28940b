"""Editions in the database: published in one click, never changed, withdrawn with a reason, read back whole."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from model.basics.free_text import RecordRefused
from model.documents.screens import screens
from model.intake.clearing import remove_sample
from model.publishing import editions
from model.publishing.as_snapshot import as_snapshot
from model.publishing.edition import document, read, sums, totals
from model.snapshot.loading import load
from model.store import database
from model.store.tables.base import Upload
from model.writing.stories import write_story
from tests.pages.opening import correct, fill
from tests.viewers import EVERYBODY, named

MARCH, FEBRUARY = date(2010, 3, 1), date(2011, 2, 1)


def now(engine):
    with Session(engine) as session:
        return load(session, EVERYBODY)


def publish(engine, month=MARCH, **said):
    return editions.publish(engine, now(engine), month, viewer=named("konsulent"), **said)


def known(engine, number=None):
    with Session(engine) as session:
        return editions.edition(session, number)


def test_an_edition_is_numbered_written_down_and_read_back(sample):
    assert publish(sample, note="Første udgivelse") == 1
    edition = known(sample)
    assert (edition.heading.number, edition.heading.month, edition.heading.note) == (1, MARCH, "Første udgivelse")
    assert edition.heading.sample and edition.published.cells


def test_what_an_edition_tells_does_not_change_when_the_figures_do(sample):
    publish(sample)
    before = document(known(sample, 1))
    correct(sample, code="791", month=MARCH, value=200)
    assert document(known(sample, 1)) == before
    publish(sample)
    assert document(known(sample, 1)) == before and known(sample, 2).published.corrected


def test_the_same_month_is_not_published_twice_where_there_is_nothing_new(sample):
    publish(sample)
    with pytest.raises(RecordRefused, match="intet nyt at offentliggøre for marts 2010"):
        publish(sample)
    with Session(sample) as session:
        assert len(editions.headings(session)) == 1


@pytest.mark.parametrize(("month", "why"), [(date(2010, 1, 1), "en senere måned"),
                                            (date(2012, 1, 1), "ligger uden for"),
                                            (date(2008, 1, 1), "ligger uden for")])
def test_a_month_before_the_newest_edition_s_or_outside_the_programme_is_refused(sample, month, why):
    publish(sample)
    with pytest.raises(RecordRefused, match=why):
        publish(sample, month)


def test_of_two_who_publish_at_once_one_wins_and_the_other_is_told(sample):
    first, second = now(sample), now(sample)
    with Session(sample) as session:
        seen = database.data_version(session)
    editions.publish(sample, first, MARCH, viewer=named("en"), newest=0, seen=seen)
    with pytest.raises(database.Stale):
        editions.publish(sample, second, FEBRUARY, viewer=named("en anden"), newest=0, seen=seen)
    with pytest.raises(RecordRefused, match="En anden har offentliggjort udgivelse 1 imens"):
        editions.publish(sample, second, FEBRUARY, viewer=named("en anden"), newest=0)
    with Session(sample) as session:
        assert len(editions.headings(session)) == 1


def test_a_withdrawn_edition_is_not_shown_and_stays_known(sample):
    publish(sample)
    publish(sample, FEBRUARY)
    editions.withdraw(sample, 2, viewer=named("konsulent"), reason="forkert måned")
    assert known(sample).heading.number == 1
    assert known(sample, 2).heading.withdrawn.reason == "forkert måned"
    assert publish(sample, FEBRUARY) == 3
    assert not [cell for cell in known(sample, 3).published.cells.values() if cell.edition == 3]  # none twice
    with pytest.raises(RecordRefused, match="allerede trukket tilbage"):
        editions.withdraw(sample, 2, viewer=named("konsulent"), reason="igen")
    with pytest.raises(RecordRefused, match="ingen udgivelse 9"):
        editions.withdraw(sample, 9, viewer=named("konsulent"), reason="fejl")


@pytest.mark.parametrize("said",
                         [{"viewer": named(""), "reason": "fejl"}, {"viewer": named("konsulent"), "reason": " "}])
def test_a_withdrawal_says_who_and_why(sample, said):
    publish(sample)
    with pytest.raises(RecordRefused):
        editions.withdraw(sample, 1, **said)


def test_a_cpr_number_gets_into_no_note(sample):
    with pytest.raises(RecordRefused, match="CPR"):
        publish(sample, note="Se 251248-4916")
    with Session(sample) as session:
        assert editions.headings(session) == ()


def test_every_sentence_of_an_edition_is_remade_of_its_document_alone(sample):
    publish(sample, FEBRUARY)
    edition = known(sample)
    again = read(json.loads(json.dumps(document(edition))))
    remade, shown = as_snapshot(again), as_snapshot(edition)
    for code in (None, *shown.jobcenters.index):
        for one, other in zip(screens(shown, FEBRUARY, code), screens(remade, FEBRUARY, code), strict=True):
            assert replace(one, chart=None) == replace(other, chart=None)
            assert (one.chart is None) == (other.chart is None)
            if one.chart is not None:
                assert (one.chart.title, one.chart.note, one.chart.series, one.chart.shape) == (
                    other.chart.title, other.chart.note, other.chart.series, other.chart.shape)


def test_every_sum_is_the_sum_of_the_rows_told_and_names_their_units(sample):
    publish(sample, FEBRUARY)
    edition = known(sample)
    told = [cell for cell in document(edition)["cells"] if cell["value"] is not None]
    alone = {(cell["measure"], cell["to"], tuple(cell["units"])): cell["value"] for cell in told
             if cell["scope"] in ("unit", "line")}
    for each in (cell for cell in told if cell["scope"] == "sum"):
        parts = {units: value for (measure, to, units), value in alone.items()
                 if (measure, to) == (each["measure"], each["to"]) and set(units) <= set(each["units"])}
        assert sum(parts.values()) == each["value"]
        assert sorted(unit for units in parts for unit in units) == sorted(each["units"])
    assert sums(edition) and totals(edition, ("afsluttede_forloeb",))


def test_the_clock_of_an_edition_is_the_one_it_was_made_at(sample):
    at = datetime(2010, 4, 20, 9, tzinfo=UTC)
    publish(sample, at=at)
    assert known(sample).heading.made_at == at
    assert as_snapshot(known(sample)).data_date == date(2010, 4, 20)


@pytest.mark.parametrize("note", ["Samsø fik 3 borgere i praktik.", "Otte ledige i Odder begyndte."])
def test_a_note_gives_no_count_of_those_who_are_told_together(sample, note):
    with pytest.raises(RecordRefused, match="Bemærkningen giver et antal borgere for"):
        publish(sample, note=note)
    publish(sample, note="Samsø er med i linjen. Viborg fik 9 borgere i praktik.")


def test_a_published_story_gives_no_count_of_those_who_are_told_together(sample):
    publish(sample)
    story = {"title": "I gang", "description": "Otte ledige kom i gang.", "viewer": named("konsulent"),
             "read_through": True}
    with pytest.raises(RecordRefused, match="Historien giver et antal borgere"):
        write_story(sample, **story, state="udgivet", jobcenter="741")
    assert write_story(sample, **story, state="udgivet", jobcenter="791")
    assert write_story(sample, **story, state="kladde", jobcenter="741")


def test_editions_of_invented_figures_tell_of_nobody_once_the_sample_is_taken_away(sample):
    publish(sample)
    with Session(sample) as session:
        uploads = [upload.id for upload in session.exec(select(Upload)) if upload.undone_at is None]
    remove_sample(sample, uploads, reason="rigtige tal", viewer=named("konsulent"))
    assert known(sample) is None and known(sample, 1).heading.withdrawn.reason == "eksempeldata er fjernet"
    fill(sample)
    assert publish(sample, date(2010, 1, 1)) == 2
    edition = known(sample)
    assert not edition.heading.sample and {cell.edition for cell in edition.published.cells.values()} == {2}
    with Session(sample) as session:
        every = list(editions.every(session))
    assert [document(each)["cells"] for each in every] == [document(known(sample, n))["cells"] for n in (1, 2)]


def test_a_month_whose_newest_edition_is_withdrawn_is_published_again(sample):
    publish(sample, FEBRUARY, note="forkert bemærkning")
    editions.withdraw(sample, 1, viewer=named("konsulent"), reason="forkert bemærkning")
    assert publish(sample, FEBRUARY, note="den rigtige") == 2
    assert known(sample).published.cells.keys() == known(sample, 1).published.cells.keys()
    with pytest.raises(RecordRefused, match="intet nyt"):
        publish(sample, FEBRUARY)


def test_a_reason_for_withdrawing_gives_no_count_of_those_who_are_told_together(sample):
    publish(sample)
    with pytest.raises(RecordRefused, match="Begrundelsen giver et antal borgere for Samsø"):
        editions.withdraw(sample, 1, viewer=named("konsulent"), reason="Samsø: 3 borgere var talt forkert")


def test_what_a_sender_writes_of_its_method_is_not_told(sample):
    publish(sample, FEBRUARY)
    texts = {each["text"] for each in known(sample).content["breaks"] if each["measure"] == "opgoerelsesmetode"}
    assert all(text.startswith("metode ") for text in texts)
