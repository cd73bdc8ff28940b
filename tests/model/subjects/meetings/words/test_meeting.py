"""What a meeting shows: the order, the agreements with their status, and every figure corrected since, by name."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from model.snapshot import loading
from model.snapshot.snapshot import InternalOnly
from model.subjects.calendar.figures import calendar
from model.subjects.meetings.figures import agreements as shown
from model.subjects.meetings.figures import since
from model.subjects.meetings.figures.agenda import from_data, to_data
from model.subjects.meetings.words import overview
from model.subjects.meetings.words.parts import LAST as LAST_TIME
from model.subjects.meetings.words.parts import NEW, NOTES, ROOM, SINCE, VERDICT
from model.writing import agreements, meetings
from tests.model.meetings import DAY, SKIVE, agenda, agreed, closed, met, written
from tests.model.publishing.first import published
from tests.pages.opening import LAST, correct, fill
from tests.viewers import EVERYBODY, named

NEXT = date(2010, 5, 3)
SILENT = "665"


def loaded(engine, **given):
    with Session(engine) as session:
        return loading.load(session, EVERYBODY, **given)


def plain(lines):
    return " ".join(lines).replace("\u00a0", " ")


def test_the_parts_stand_in_the_order_a_meeting_goes(engine):
    fill(engine)
    found = agenda(engine, met(engine))
    assert [part.key for part in found.parts] == [
        "dom", "forbehold", "sidst", "plads", "siden", "aktiviteter", "aftaler", "noter", "deltagere"]
    assert found.title == "Skive mangler 24 personer i at nå Mål 1"
    assert "Der skal 2 flere i gang om måneden til og med juni 2011." in plain(found.part(ROOM).lines)


def test_the_figures_are_those_of_the_meetings_day(engine):
    fill(engine)
    correct(engine, code=SKIVE, month=LAST, value=99)
    meeting = met(engine)
    assert dict(agenda(engine, meeting).headline)["I virksomhedsaktivering"] == "40"
    assert dict(agenda(engine, meeting, day=NEXT).headline)["I virksomhedsaktivering"] == "99"


def test_what_is_not_known_is_said_and_never_zero(engine):
    fill(engine, silent=(SILENT,))
    headline = dict(agenda(engine, met(engine, code=SILENT), code=SILENT).headline)
    assert {headline[name] for name in ("Målgruppe", "I virksomhedsaktivering", "Mangler i Mål 1")} == {"ikke oplyst"}


def test_an_agenda_comes_back_from_json_as_it_was(engine):
    fill(engine)
    meeting = met(engine)
    agreed(engine, meeting)
    meetings.write_notes(engine, meeting, text="Første linje\nAnden linje", viewer=named("BRM"))
    found = agenda(engine, meeting)
    assert found.part(NOTES).lines == ("Første linje", "Anden linje")
    assert found.part(NEW).rows == (("Åbne to centre", "jobcenterchefen", "1. maj 2010"),)
    assert from_data(json.loads(json.dumps(to_data(found)))) == found


def test_the_next_meeting_looks_back_on_the_last_and_on_what_is_still_open(engine):
    fill(engine)
    first, second = met(engine, day=date(2010, 2, 11)), met(engine, day=date(2010, 3, 11))
    kept_open, done = agreed(engine, first, "Stadig åben"), agreed(engine, first, "Gjort")
    last = agreed(engine, second, "Fra sidst")
    agreements.record_status(engine, done, status="opfyldt", on=date(2010, 3, 1), viewer=named("BRM"))
    agreements.record_status(engine, last, status="bortfaldet", on=NEXT, viewer=named("BRM"))
    rows = shown.earlier(written(engine), SKIVE, DAY)
    assert set(rows["id"]) == {kept_open, last}
    assert set(rows["status"]) == {"aftalt"}  # what was said later is not known yet
    told = agenda(engine, met(engine, day=NEXT), day=NEXT).part(LAST_TIME).rows
    assert [row[3] for row in told] == ["aftalt, over fristen", "bortfaldet 3. maj 2010"]


def test_every_figure_corrected_since_the_last_meeting_is_named(engine):
    fill(engine)
    meeting = met(engine)
    last = agenda(engine, meeting)
    closed(engine, meeting, last)
    correct(engine, code=SKIVE, month=LAST, value=99)
    part = agenda(engine, met(engine, day=NEXT), day=NEXT, last=last).part(SINCE)
    assert part.lines[-2:] == ("1 tal er rettet siden mødet:",
                               "Virksomhedsaktivering i alt, marts 2010: 99, før 40")
    assert part.columns == ("Tal", "Mødet 11. apr. 2010", "Mødet 3. maj 2010")
    assert ("I virksomhedsaktivering", "40", "99") in part.rows


def test_a_meeting_nobody_closed_is_said_to_keep_no_figures(engine):
    fill(engine)
    met(engine)
    part = agenda(engine, met(engine, day=NEXT), day=NEXT).part(SINCE)
    assert part.lines == ("Mødet den 11. apr. 2010 er ikke lukket, så de tal, det viste, er ikke gemt.",
                          "Der er intet tidligere møde med referat at sammenligne med.")


def test_a_correction_after_the_jobcenters_confirmation_is_told(engine):
    fill(engine)
    meeting = met(engine, day=NEXT)
    stated = [list(fact) for fact in agenda(engine, meeting, day=NEXT).facts]
    meetings.confirm_figures(engine, meeting, month=LAST, figures=stated, by="jobcenterchefen", viewer=named("prøve"))
    assert "siden bekræftelsen" not in plain(agenda(engine, meeting, day=NEXT).part(VERDICT).lines)
    correct(engine, code=SKIVE, month=LAST, value=99)
    lines = agenda(engine, meeting, day=NEXT).part(VERDICT).lines
    assert lines[-2:] == ("1 tal er rettet siden bekræftelsen:", "Virksomhedsaktivering i alt, marts 2010: 99, før 40")


FACTS = st.dictionaries(st.tuples(st.sampled_from(["2010-01", "2010-02", "2010-03"]),
                                  st.sampled_from(["personer_match4", "heraf_loentilskud", "paabegyndte_forloeb"])),
                        st.one_of(st.none(), st.integers(0, 3_000)))


@given(then=FACTS, now=FACTS)
def test_a_figure_is_named_exactly_when_it_was_shown_and_is_another_now(then, now):
    def stated(facts):
        return [(*key, value, None if value is not None else "hidden") for key, value in facts.items()]

    named = since.corrected(stated(then), stated(now))
    different = [key for key in then if key not in now or then[key] != now[key]]
    assert len(named) == len(different)
    lines = since.changes(stated(then), stated(now), until=LAST, since="mødet")
    assert lines[0].startswith("Ingen af de viste tal" if not different else f"{len(different)} tal er rettet")


def test_a_day_before_any_figures_gets_a_written_answer(engine):
    fill(engine)
    early = date(2009, 9, 30)
    assert "havde intet jobcenter indberettet tal" in overview.cannot_open(loaded(engine, as_of=early), SKIVE, early)
    assert overview.cannot_open(loaded(engine, as_of=DAY), SKIVE, DAY) == ""


def test_all_jobcenters_and_every_open_agreement_are_in_one_list(engine):
    fill(engine)
    for code in (SKIVE, "791"):
        agreed(engine, met(engine, code=code))
    done = agreed(engine, met(engine, day=NEXT), "Gjort", due=date(2010, 8, 1))
    agreements.record_status(engine, done, status="opfyldt", on=NEXT, viewer=named("BRM"))
    seen = loaded(engine)
    table = overview.meetings_table(seen)
    assert len(table) == 19
    assert table.loc[SKIVE].tolist() == ["Skive", "3. maj 2010", "mødet er ikke lukket", "–",
                                         "1 åben aftale, over fristen"]
    assert overview.open_table(seen)["Jobcenter"].tolist() == ["Skive", "Viborg"]
    assert overview.title(seen) == ("Ingen af 19 jobcentre har haft et dialogmøde, der er lukket. "
                                    "2 åbne aftaler, begge over fristen")


def test_a_jobcenter_has_had_a_meeting_when_it_is_closed(engine):
    fill(engine)
    meeting = met(engine)
    met(engine, code="791")
    closed(engine, meeting, agenda(engine, meeting))
    assert overview.title(loaded(engine)).startswith("1 af 19 jobcentre har haft et dialogmøde, der er lukket. ")


@pytest.mark.parametrize(("late", "words"), [(0, "2 åbne aftaler"), (1, "2 åbne aftaler, heraf 1 over fristen")])
def test_open_agreements_are_counted_with_those_past_their_day(engine, late, words):
    fill(engine)
    meeting = met(engine)
    for at in range(2):
        agreed(engine, meeting, f"Aftale {at}", due=date(2010, 4, 20) if at < late else date(2010, 8, 1))
    assert shown.open_words(shown.agreements(written(engine), NEXT)) == words


def test_the_calendar_has_the_meetings_with_how_they_stand(engine):
    fill(engine)
    meeting = met(engine)
    closed(engine, meeting, agenda(engine, meeting))
    met(engine, code="791")
    frame = calendar.events(loaded(engine))
    rows = frame[frame["lane"].eq(calendar.Lane.MEETINGS)].set_index("title")
    assert rows["state"].to_dict() == {
        "Dialogmøde med Skive": calendar.State.HELD, "Dialogmøde med Viborg": calendar.State.NOT_CLOSED}
    assert set(rows["uid"]) == {"dialogmoede-1", "dialogmoede-2"}
    with pytest.raises(InternalOnly):
        calendar.events(published(loaded(engine)))
