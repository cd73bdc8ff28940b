"""An agreement is mended in its place while the meeting is open; afterwards a new line says what was written wrong."""

from datetime import UTC, date, datetime, timedelta

import pytest

from model.basics.formatting import today
from model.basics.free_text import RecordRefused
from model.subjects.meetings.figures import agreements as shown
from model.writing import agreements, meetings
from tests.model.meetings import DAY, agenda, agreed, closed, met, written
from tests.pages.opening import fill
from tests.viewers import named

MEND = {"text": "Åbne tre centre", "responsible": "jobcenterchefen", "due": date(2010, 5, 1), "viewer": named("BRM")}


@pytest.fixture
def meeting(any_engine):
    fill(any_engine)
    return met(any_engine)


def texts(engine, **as_of):
    return written(engine, **as_of).agreements["text"].tolist()


def told(engine):
    """(text, status with its note) of every line, as a list of agreements tells it today."""
    rows = shown.agreements(written(engine), today())
    return {row["text"]: shown.status_words(row) for _, row in rows.iterrows()}


def test_while_the_meeting_is_open_the_mended_one_stands_in_its_place(any_engine, meeting):
    first = agreed(any_engine, meeting)
    agreements.record_status(any_engine, first, status="i gang", on=DAY, viewer=named("BRM"))
    second = agreements.mend(any_engine, first, **MEND)
    third = agreements.mend(any_engine, second, **(MEND | {"due": date(2010, 6, 1)}))
    book = written(any_engine)
    assert (book.agreements["id"].tolist(), texts(any_engine)) == ([third], ["Åbne tre centre"])
    assert book.statuses["agreement_id"].tolist() == [third], "how far it is goes with it"
    assert shown.made_at(book, meeting)["due"].tolist() == [date(2010, 6, 1)]


def test_an_agreement_withdrawn_at_an_open_meeting_is_gone_and_the_meeting_can_be_called_off(any_engine, meeting):
    mended = agreements.mend(any_engine, agreed(any_engine, meeting), **MEND)
    with pytest.raises(RecordRefused, match="kan derfor ikke aflyses"):
        meetings.withdraw_meeting(any_engine, meeting, viewer=named("BRM"))
    agreements.withdraw(any_engine, mended, viewer=named("BRM"))
    assert texts(any_engine) == []
    meetings.withdraw_meeting(any_engine, meeting, viewer=named("BRM"))


def test_after_the_meeting_both_lines_stand_and_say_what_happened(any_engine, meeting):
    first = agreed(any_engine, meeting)
    closed(any_engine, meeting, agenda(any_engine, meeting))
    agreements.mend(any_engine, first, **MEND)
    lines = told(any_engine)
    assert list(lines) == ["Åbne to centre", "Åbne tre centre"]
    assert lines["Åbne to centre"].endswith(": rettet efter mødet, se den nye linje")
    assert lines["Åbne to centre"].startswith("bortfaldet")
    assert lines["Åbne tre centre"].endswith(": retter »Åbne to centre«")


def test_an_agreement_withdrawn_after_the_meeting_is_dropped_and_says_so(any_engine, meeting):
    first = agreed(any_engine, meeting)
    closed(any_engine, meeting, agenda(any_engine, meeting))
    agreements.withdraw(any_engine, first, viewer=named("BRM"))
    assert told(any_engine)["Åbne to centre"].endswith(": trukket tilbage efter mødet")
    with pytest.raises(RecordRefused, match="allerede trukket tilbage"):
        agreements.withdraw(any_engine, first, viewer=named("BRM"))


def test_a_line_added_after_the_meeting_is_not_known_before_its_day(engine):
    fill(engine)
    meeting = met(engine)
    first = agreed(engine, meeting)
    closed(engine, meeting, agenda(engine, meeting))
    agreements.mend(engine, first, **MEND)
    before = shown.agreements(written(engine), today() - timedelta(days=1))
    assert before["text"].tolist() == ["Åbne to centre"]
    assert before["status"].tolist() == ["aftalt"]


def test_as_of_a_day_before_it_was_mended_it_reads_as_it_did(engine):
    fill(engine)
    at = datetime(2010, 4, 11, 12, tzinfo=UTC)
    meeting = meetings.open_meeting(engine, unit="779", held_on=DAY, viewer=named("BRM"), at=at)
    first = agreements.agree(engine, meeting, **(MEND | {"text": "Åbne to centre"}), at=at)
    other = agreements.agree(engine, meeting, **(MEND | {"text": "Ringe"}), at=at)
    agreements.mend(engine, first, **MEND, at=at + timedelta(days=2))
    agreements.withdraw(engine, other, viewer=named("BRM"), at=at + timedelta(days=2))
    assert texts(engine, as_of=DAY) == ["Åbne to centre", "Ringe"]
    assert texts(engine, as_of=DAY + timedelta(days=2)) == ["Åbne tre centre"]


@pytest.mark.every
@pytest.mark.parametrize(("given", "told"), [
    ({"text": "Åbne to centre"}, "ikke ændret noget"), ({"due": None}, "En aftale uden frist"),
    ({"due": DAY - timedelta(days=1)}, "Fristen skal ligge mellem"), ({"responsible": ""}, "hvilken funktion"),
    ({"viewer": named(" ")}, "hvem du er"), ({"agreement": 99}, "ingen aftale nr. 99")])
def test_a_mend_that_cannot_be_followed_up_is_refused_and_leaves_the_agreement(engine, given, told):
    fill(engine)
    good = {"agreement": agreed(engine, met(engine)), **MEND} | given
    with pytest.raises(RecordRefused, match=told):
        agreements.mend(engine, good.pop("agreement"), **good)
    assert texts(engine) == ["Åbne to centre"]


def test_what_is_mended_or_withdrawn_already_is_not_changed_again(engine):
    fill(engine)
    meeting = met(engine)
    first, other = agreed(engine, meeting), agreed(engine, meeting, "Ringe")
    agreements.mend(engine, first, **MEND)
    agreements.withdraw(engine, other, viewer=named("BRM"))
    for number in (first, other):
        with pytest.raises(RecordRefused, match="rettet eller trukket tilbage imens"):
            agreements.withdraw(engine, number, viewer=named("BRM"))
        with pytest.raises(RecordRefused, match="rettet eller trukket tilbage imens"):
            agreements.mend(engine, number, **(MEND | {"text": "Noget andet"}))


def test_a_long_agreement_is_quoted_in_part(engine):
    fill(engine)
    meeting = met(engine)
    first = agreed(engine, meeting, "Åbne " + "x" * 400)
    closed(engine, meeting, agenda(engine, meeting))
    agreements.mend(engine, first, **MEND)
    note = written(engine).statuses["note"].iloc[-1]
    assert note.endswith("x …«")
    assert len(note) < 140


def test_no_status_is_written_on_an_agreement_that_is_withdrawn(engine):
    fill(engine)
    first = agreed(engine, met(engine))
    agreements.withdraw(engine, first, viewer=named("BRM"))
    with pytest.raises(RecordRefused, match="trukket tilbage imens"):
        agreements.record_status(engine, first, status="i gang", on=DAY, viewer=named("BRM"))
