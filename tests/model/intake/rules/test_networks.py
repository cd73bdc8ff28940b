"""Mentor networks: what one file says of them is read, and what cannot be so is told with its row and a remedy."""

from datetime import date

import pytest
from sqlmodel import Session

from model.intake.examine import examine
from model.intake.saving import apply
from model.store import record_facts
from model.store.tables.activities import NetworkEvent
from tests.viewers import named

TODAY = date(2010, 9, 1)
HEAD = "Jobcenter;Dato;Hændelse;Deltagere;Sammen med\n"
OUTSIDE = "ligger uden for kampagnen, der begyndte 5. okt. 2009 og slutter i juni 2011. Ret datoen."


def check(engine, text: str, *, today: date = TODAY):
    return examine(engine, "mentornetvaerk.csv", (HEAD + text).encode(), today=today)


def load(engine, text: str) -> None:
    report = check(engine, text)
    assert report.status == "ready", report.problems
    apply(engine, report, content=(HEAD + text).encode(), viewer=named("test"), reason="prøve")


def test_events_are_kept_by_jobcenter_and_day(engine):
    load(engine, "Skive;21-04-2010;tilbudt hjælp;;\nSkive;03-05-2010;i gang;;Struer og Holstebro\n"
                 "Skive;15-06-2010;netværksmøde;12;\nLemvig;22-04-2010;nej tak;;\n")
    with Session(engine) as session:
        frame = record_facts.records(session, NetworkEvent)
    days = frame["day"].dt.strftime("%d-%m-%Y")
    assert [*zip(frame["jobcenter"], days, frame["event"], strict=True)] == [
        ("665", "22-04-2010", "takket nej"), ("779", "21-04-2010", "tilbudt hjælp"),
        ("779", "03-05-2010", "startet"), ("779", "15-06-2010", "mødtes")]
    assert frame["together_with"].tolist() == [None, None, "Struer og Holstebro", None]
    assert frame["participants"].fillna(-1).tolist() == [-1, -1, -1, 12]


@pytest.mark.parametrize(("row", "column", "text"), [
    ("Skive;03-05-2010;;4;", "Hændelse", "hændelsen mangler. Skriv »tilbudt hjælp«, »startet«, »mødtes« eller"),
    ("Skive;03-05-2010;lukket;;", "Hændelse", "»lukket« kendes ikke."),
    ("Skive;04-10-2009;startet;;", "Dato", f"4. okt. 2009 {OUTSIDE}"),
    ("Skive;03-05-2010;startet;4;", "Deltagere", "deltagere hører til et møde, men hændelsen er »startet«. Slet"),
    ("Skive;03-05-2010;startet;<5;", "Deltagere", "deltagere hører til et møde, men hændelsen er »startet«. Slet"),
    ("Skive;03-05-2010;mødtes;-4;", "Deltagere", "»-4«"),
    ("Skive;02-09-2010;startet;;", "Dato", "ligger efter 1. sep. 2010"),
    (f"Skive;03-05-2010;startet;;{'a' * 201}", "Sammen med", "der er plads til 200"),
])
def test_what_cannot_be_is_refused_with_row_and_column(engine, row, column, text):
    report = check(engine, f"Lemvig;03-05-2010;startet;;\n{row}\n")
    [problem] = report.errors
    assert (report.status, problem.row, problem.column) == ("refused", 3, column) and text in problem.text


def test_a_day_after_the_programme_is_outside_it(engine):
    [problem] = check(engine, "Skive;01-07-2011;startet;;\n", today=date(2011, 8, 1)).errors
    assert problem.text == f"Skive, 1. jul. 2011 (række 2): 1. jul. 2011 {OUTSIDE}"


@pytest.mark.parametrize(("rows", "text"), [
    ("Skive;03-05-2010;mødtes;;\n", "de mødtes, men netværket ikke er meldt startet. Skriv, hvornår det startede"),
    ("Skive;03-05-2010;mødtes;;\nSkive;04-05-2010;startet;;\n", "først er meldt startet 4. maj 2010"),
    ("Skive;03-05-2010;startet;;\nSkive;04-05-2010;startet;;\n", "netværket er allerede startet 3. maj 2010."),
    ("Skive;03-05-2010;takket nej;;\n", "hjælpen er ikke meldt tilbudt før den dag."),
])
def test_an_order_that_is_odd_asks_for_a_reason(engine, rows, text):
    report = check(engine, rows)
    assert report.status == "ready" and not report.errors
    assert [text in problem.text for problem in report.warnings] == [True]


@pytest.mark.parametrize("rows", [
    "Skive;03-05-2010;startet;;\n",  # a local initiative needs no offer
    "Skive;03-05-2010;startet;;\nSkive;04-05-2010;tilbudt hjælp;;\n",
    "Skive;03-05-2010;tilbudt hjælp;;\nSkive;10-05-2010;takket nej;;\nSkive;10-06-2010;startet;;\n"])
def test_an_own_start_and_a_changed_mind_are_as_good(engine, rows):
    assert check(engine, rows).problems == ()


def test_a_meeting_is_held_against_the_start_that_stands(engine):
    load(engine, "Skive;03-05-2010;startet;;\n")
    assert check(engine, "Skive;15-06-2010;mødtes;9;\n").problems == ()


def test_what_stands_and_is_sent_again_is_not_asked_about_again(engine):
    load(engine, "Skive;03-05-2010;mødtes;9;\n")
    assert check(engine, "Skive;03-05-2010;mødtes;9;\n").status == "unchanged"


def test_an_event_that_was_a_mistake_is_taken_back(engine):
    load(engine, "Skive;03-05-2010;mødtes;9;\n")
    report = check(engine, "Skive;03-05-2010;..;..;\n")
    assert not report.errors and ["bliver taget tilbage" in p.text for p in report.warnings] == [True, True]


def test_a_template_that_is_filled_in_for_some_says_nothing_of_the_others(engine):
    report = check(engine, "Skive;03-05-2010;startet;;\nLemvig;;;;\nStruer;;;;\n")
    assert report.status == "ready", report.problems
