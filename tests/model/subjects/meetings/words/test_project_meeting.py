"""What a meeting with a project shows: what is reported, what is lacking, what has moved; nothing unknown is zero."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures import due as dues
from model.subjects.meetings.figures.agenda import Agenda, from_data, to_data
from model.subjects.meetings.figures.since import changes_by_day, later
from model.subjects.meetings.words import agenda as shown
from model.subjects.meetings.words import overview
from model.subjects.meetings.words.parts import ACTIVITIES, LAST, REPORTED, ROOM, SINCE, VERDICT
from model.subjects.meetings.words.reported import meeting_line
from model.subjects.projects.words.projects import project_title
from model.writing import agreements, meetings
from tests.model.subjects.projects.reports import (
    COPENHAGEN,
    FOLLOWED,
    LATER,
    MIDDELFART,
    PLATFORM,
    as_on,
    result,
    send,
)
from tests.viewers import named

MAY, OCTOBER, APRIL = date(2014, 5, 1), date(2014, 10, 1), date(2015, 4, 1)
BRM = named("BRM")
FIRST = (("01-05-2014", "Visiterede i alt", "27"), ("01-05-2014", "Virksomhedscentre generation 2", "15"),
         ("01-05-2014", "Pladser til målgruppen", "21"), ("01-05-2014", "Begyndt i alt", "19"))
SECOND = (("01-10-2014", "Visiterede i alt", "46"), ("01-10-2014", "Begyndt i alt", "38"),
          ("01-10-2014", "Mentorkurser holdt i alt", "7"))


def at(shot: Snapshot, project: str, day: date, *, last: Agenda | None = None, meeting: int | None = None) -> Agenda:
    book = shot.book(PROJECTS[project].programme.id)
    return shown.agenda(shot, book, unit=project, month=day.replace(day=1), held_on=day, meeting=meeting, last=last,
                        line=meeting_line(shot, project, held_on=day))


def point(on):
    return FOLLOWED + f"{MIDDELFART};9. Evaluering;{on};hindret;Projektleder;Skemaerne mangler;Der rykkes;\n"


def plain(lines):
    return " ".join(lines).replace("\u00a0", " ")


@pytest.fixture
def reported(engine: Engine) -> Engine:
    send(engine, result(MIDDELFART, *FIRST))
    return engine


def test_the_parts_stand_in_the_order_of_every_meeting_and_the_message_is_the_projects_own(reported):
    shot = as_on(reported, MAY)
    found = at(shot, MIDDELFART, MAY, meeting=1)
    assert [part.key for part in found.parts] == [
        "dom", "indberettet", "sidst", "plads", "siden", "aktiviteter", "aftaler", "noter", "deltagere"]
    assert found.title == project_title(shot, MIDDELFART)
    assert found.line == ("Dialogmøde 1. maj 2014 · Virksomhedscenter generation 2 · "
                          "resultater til og med 1. maj 2014")
    assert from_data(json.loads(json.dumps(to_data(found)))) == found


def test_what_is_to_be_reported_before_the_meeting_is_said_to_be_there_or_not(reported):
    there = at(as_on(reported, MAY), MIDDELFART, MAY).part(REPORTED)
    assert "Ja. 3 resultater er indberettet for den 1. maj 2014." in plain(there.lines)
    assert ("Visiterede i alt", "27 af 25", "0") in there.rows
    send(reported, result(MIDDELFART, *SECOND))
    part = at(as_on(reported, OCTOBER), MIDDELFART, OCTOBER).part(REPORTED)
    assert plain(part.lines[:1]) == ("Nej. For den 1. okt. 2014 mangler virksomhedscentre generation 2 og pladser til "
                                     "målgruppen. De sendes til DISCUS kort før mødet.")
    assert ("Visiterede i alt", "46 af 50", "4") in part.rows
    assert ("Pladser til målgruppen", "ikke oplyst, plan 30", "") in part.rows
    assert any(line.startswith("Den 1. jan. 2014 mangler") for line in part.lines)


def test_between_two_days_of_the_plan_the_last_one_is_due(reported):
    part = at(as_on(reported, date(2014, 9, 30)), MIDDELFART, date(2014, 9, 30)).part(REPORTED)
    assert "for den 1. maj 2014" in plain(part.lines)


def test_where_things_stand_is_told_of_the_day_reported_on_and_the_next_one_is_named(reported):
    found = at(as_on(reported, MAY), MIDDELFART, MAY)
    verdict, room = plain(found.part(VERDICT).lines), plain(found.part(ROOM).lines)
    assert "Den 1. maj 2014 var der 27 af 25 visiterede borgere, 15 af 15 centre og 21 af 20 pladser." in verdict
    assert "Mindst 100 begynder: 19 af 100 er begyndt (ikke nået)." in verdict
    assert "Næste milepæl er den 1. okt. 2014: 50 visiterede borgere, 20 centre og 30 pladser." in room
    assert "Der mangler 81 borgere, og der er tid til og med den 31. dec. 2015." in room


def test_what_nobody_has_reported_is_not_told_as_zero(engine):
    for project, day in ((MIDDELFART, MAY), (COPENHAGEN, OCTOBER), (MIDDELFART, LATER), (COPENHAGEN, LATER)):
        found = at(as_on(engine, day), project, day)
        known = dict(found.headline)
        assert known["Begyndt i alt"] == known["Holdepunkter på plads"] == "ikke oplyst"
        texts = plain([line for part in found.parts for line in part.lines])
        assert "0 af" not in texts and "Der mangler 0" not in texts
        assert found.facts == () and "ingen resultater indberettet" in found.line
    assert "Københavns ansøgning har ingen milepæle." in plain(at(as_on(engine, MAY), COPENHAGEN, MAY).part(REPORTED)
                                                                .lines)


def test_what_is_lacking_on_the_very_day_is_counted_as_it_is_said(reported):
    send(reported, result(MIDDELFART, *SECOND))
    found = at(as_on(reported, OCTOBER), MIDDELFART, OCTOBER)
    lacking = [row for row in found.part(REPORTED).rows if row[2] == ""]
    earlier = 2  # centres and places of New Year's Day
    assert dict(found.headline)["Resultater, der mangler til mødet"] == str(len(lacking) + earlier) == "4"


def test_without_milestones_the_message_is_how_many_have_begun(engine):
    assert at(as_on(engine, OCTOBER), COPENHAGEN, OCTOBER).title == "København har ingen milepæle"
    send(engine, result(COPENHAGEN, ("01-10-2014", "Begyndt i alt", "44")))
    assert at(as_on(engine, OCTOBER), COPENHAGEN, OCTOBER).title == "44 af mindst 100 er begyndt i København"


def test_a_result_that_is_withheld_is_reported_and_not_told(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "*")))
    shot = as_on(engine, MAY)
    part = at(shot, MIDDELFART, MAY).part(REPORTED)
    assert ("Visiterede i alt", "skjult, plan 25", "") in part.rows
    assert "visiterede" not in plain(part.lines[:1])
    assert dues.stated(shot, MIDDELFART) == (("2014-05-01", "Visiterede i alt", None, "hidden"),)


def test_the_next_meeting_says_what_has_come_what_is_corrected_and_sets_the_key_figures_side_by_side(reported):
    last = at(as_on(reported, MAY), MIDDELFART, MAY)
    send(reported, result(MIDDELFART, *SECOND, ("01-05-2014", "Visiterede i alt", "26"),
                          ("01-01-2014", "Pladser til målgruppen", "9")))
    send(reported, point("15-09-2014"))
    part = at(as_on(reported, OCTOBER), MIDDELFART, OCTOBER, last=last).part(SINCE)
    assert plain(part.lines) == (
        "På mødet den 1. maj 2014 var der resultater til og med den 1. maj 2014. Siden er der kommet 3 resultater for "
        "1. okt. 2014. Fulgt op siden mødet: 9. Evaluering (hindret). 1 tal er rettet siden mødet: Visiterede i alt, "
        "1. maj 2014: 26, før 27 1 tal for dage, der blev vist, er kommet til siden mødet (1. jan. 2014).")
    assert part.columns == ("Tal", "Mødet 1. maj 2014", "Mødet 1. okt. 2014")
    assert ("Begyndt i alt", "19 af 100", "38 af 100") in part.rows


def test_what_hinders_a_point_stands_with_what_is_done_about_it_and_every_point_in_the_table(reported):
    send(reported, point("30-04-2014"))
    found = at(as_on(reported, MAY), MIDDELFART, MAY)
    assert ("9. Evaluering er hindret: Skemaerne mangler. Det gøres ved det: Der rykkes (Projektleder)." in
            plain(found.part(ROOM).lines))
    rows = found.part(ACTIVITIES).rows
    assert len(rows) == 9
    assert rows[-1] == ("9. Evaluering", "hindret", "Projektleder", "Skemaerne mangler", "Der rykkes")
    assert rows[0] == ("1. Virksomhedscenterplads", "ikke fulgt op", "", "", "")
    assert ("Holdepunkter, der er hindret", "1") in found.headline


def test_a_contracts_meeting_goes_through_its_rows(engine):
    before, after = (at(as_on(engine, day), PLATFORM, day) for day in (date(2008, 9, 1), date(2009, 4, 22)))
    assert dict(before.headline)["Mål 1"] == "ikke vurderet"
    known = dict(after.headline)
    assert (known["Mål 1"], known["Mål 2"]) == ("delvist opfyldt", "ikke opfyldt")
    assert known["Støtteerklæringer i vest"] == known["Støtteerklæringer i øst"] == "0 af 7"
    assert after.line.endswith("fulgt op 1. mar. 2009")
    assert "Planen siger ikke, hvad der skal indberettes før mødet." in plain(after.part(REPORTED).lines)
    assert [row[:2] for row in after.part(ACTIVITIES).rows] == [
        ("Mål 1", "delvist opfyldt"), ("Mål 2", "ikke opfyldt")]
    moved = at(as_on(engine, date(2009, 4, 22)), PLATFORM, date(2009, 4, 22), last=before).part(SINCE)
    assert "Mål 1 (delvist opfyldt)" in plain(moved.lines)


def test_agreements_of_one_project_are_looked_back_on_by_its_own_next_meeting_alone(reported):
    first = meetings.open_meeting(reported, unit=MIDDELFART, held_on=MAY, viewer=BRM)
    agreements.agree(reported, first, text="Find mentorer", responsible="projektlederen", due=OCTOBER, viewer=BRM)
    shot = as_on(reported, APRIL)
    [row] = at(shot, MIDDELFART, OCTOBER).part(LAST).rows
    assert row == ("Find mentorer", "projektlederen", "1. okt. 2014", "aftalt")
    assert at(shot, COPENHAGEN, OCTOBER).part(LAST).rows == ()
    own = PROJECTS[MIDDELFART].programme.id
    assert overview.open_table(shot, own)["Projekt"].tolist() == [MIDDELFART]
    assert overview.meetings_table(shot, own)["Åbne aftaler"].tolist() == ["ingen åbne aftaler",
                                                                         "1 åben aftale, over fristen"]
    assert overview.title(shot, own) == ("Ingen af 2 projekter har haft et dialogmøde, der er lukket. 1 åben aftale, "
                                         "over fristen")
    assert overview.open_table(shot).empty and overview.title(shot) == "Der er ikke ført noget dialogmøde endnu"


DAYS = st.dates(date(2014, 1, 1), date(2015, 12, 31))
FACTS = st.dictionaries(st.tuples(DAYS, st.sampled_from(["Visiterede i alt", "Begyndt i alt"])),
                        st.none() | st.integers(0, 99), max_size=12).map(lambda said: tuple(
                            (on.isoformat(), name, value, "hidden" if value is None else None)
                            for (on, name), value in sorted(said.items())))


@given(then=FACTS, now=FACTS, until=DAYS)
def test_every_figure_is_corrected_come_late_come_since_or_as_it_was(then, now, until):
    known = {fact[:2]: fact for fact in then}
    come = [fact for fact in now if fact[:2] not in known]
    after = {fact[:2]: fact for fact in now}
    corrected = sum(after.get(key) != fact for key, fact in known.items())
    lines = plain(changes_by_day(then, now, until=until, since="mødet"))
    assert len(later(then, now, until=until)) == sum(fact[0] > until.isoformat() for fact in come)
    late = sum(fact[0] <= until.isoformat() for fact in come)
    assert (f"{late} tal for dage, der blev vist" in lines) == bool(late)
    assert (f"{corrected} tal er rettet" in lines) == bool(corrected)
