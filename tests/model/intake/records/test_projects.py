"""What projects report is refused where it cannot be, with what to do."""

import pytest

from model.intake.examine import examine
from tests.model.subjects.projects.reports import FOLLOWED, LATER, MIDDELFART, PLATFORM, RESULTS, result, send


def told(engine, text):
    report = examine(engine, "projekt.csv", text.encode(), today=LATER)
    return report.status, [(problem.severity, problem.text) for problem in report.problems]


@pytest.mark.parametrize(("row", "text"), [
    (f"{MIDDELFART};01-05-2014;Støtteerklæringer i vest;2", "Middelfart har intet nøgletal »Støtteerklæringer i"),
    (f"{MIDDELFART};01-05-2012;Visiterede i alt;2", "ligger uden for Virksomhedscenter generation 2, der"),
    (f"{MIDDELFART};01-05-2019;Visiterede i alt;2", "2019"),
    ("Midelfart;01-05-2014;Visiterede i alt;2", "Middelfart"),
    (f"{MIDDELFART};01-05-2014;Visiterede;to og tyve", "»to og tyve«")])
def test_what_cannot_be_is_refused(engine, row, text):
    status, problems = told(engine, f"{RESULTS}{row}\n")
    assert status == "refused" and any(text in said for _, said in problems), problems


@pytest.mark.parametrize(("text", "first", "absent"), [
    (result(MIDDELFART, ("01-05-2014", "Mentorkuser i alt", "2")),
     "Skriv »Mentorkurser holdt i alt«, »Visiterede i alt«", "Støtteerklæringer"),
    (result(PLATFORM, ("01-03-2009", "Opbakning i øst", "2")), "Skriv »Støtteerklæringer i vest« eller", "Visiterede"),
    (f"{FOLLOWED}{MIDDELFART};Mentorer;01-05-2014;i gang;;;;\n", "Skriv »1. Virksomhedscenterplads«", "Mål 1"),
    (result("Midelfart", ("01-05-2014", "Mentorkuser i alt", "2")),
     "Skriv »Mentorkurser holdt i alt«, »Støtteerklæringer", "Mål 1")])
def test_the_remedy_for_a_misspelt_measure_or_point_names_those_of_its_programme_the_nearest_first(
        engine, text, first, absent):
    _, problems = told(engine, text)
    [words] = [said for _, said in problems if "»Projekt«" not in said]
    assert first in words and absent not in words


def test_no_part_is_above_its_whole_of_the_same_day_also_where_that_stands(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Begyndt i alt", "20")))
    status, [(_, text)] = told(engine, result(MIDDELFART, ("01-05-2014", "Heraf i ressourceforløb", "21")))
    assert status == "refused" and "21 er flere end de 20 i »Begyndt i alt« samme dag" in text
    assert told(engine, result(MIDDELFART, ("01-10-2014", "Heraf i ressourceforløb", "21")))[0] == "ready"


def test_parts_together_are_no_more_than_their_whole(engine):
    cells = [("01-05-2014", "Virksomhedscentre generation 2", "25"), ("01-05-2014", "Heraf private", "20"),
             ("01-05-2014", "Heraf offentlige", "9")]
    status, problems = told(engine, result(MIDDELFART, *cells))
    assert status == "refused" and "delene giver tilsammen 29 og er flere end de 25" in problems[0][1]


def test_more_courses_than_are_planned_in_all_are_asked_about(engine):
    status, [(severity, text)] = told(engine, result(MIDDELFART, ("01-10-2015", "Mentorkurser holdt i alt", "125")))
    assert (status, severity) == ("ready", "advarsel") and "125 er flere end de 20, der er planlagt i alt" in text


def test_what_is_counted_from_the_start_and_falls_is_asked_about_and_places_may_fall(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "30"),
                        ("01-05-2014", "Pladser til målgruppen", "22")))
    status, [(severity, text)] = told(engine, result(MIDDELFART, ("01-10-2014", "Visiterede i alt", "28")))
    assert (status, severity) == ("ready", "advarsel") and "28 er færre end de 30 den 1. maj 2014" in text
    assert told(engine, result(MIDDELFART, ("01-10-2014", "Pladser til målgruppen", "20")))[1] == []


@pytest.mark.parametrize(("row", "text"), [
    (f"{MIDDELFART};Mål 1;01-05-2014;i gang;;;;", "Middelfart har intet punkt »Mål 1«."),
    (f"{PLATFORM};Mål 1;01-03-2009;på plads;;;;", "»på plads« bruges ikke her. Skriv »opfyldt«, »delvist« eller"),
    (f"{MIDDELFART};9. Evaluering;01-05-2014;hindret;;;;", "der står ikke, hvad der hindrer"),
    (f"{MIDDELFART};9. Evaluering;01-05-2014;;Projektleder;;;", "status mangler"),
    (f"{MIDDELFART};9. Evaluering;01-05-2014;i gang;010190-1234;;;", "CPR")])
def test_a_follow_up_that_cannot_be_is_refused(engine, row, text):
    status, problems = told(engine, f"{FOLLOWED}{row}\n")
    assert status != "ready" and any(text in said for _, said in problems), problems


def test_a_file_of_several_programmes_is_to_be_parted(engine):
    text = result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27")) + (
        f"{PLATFORM};01-03-2009;Støtteerklæringer i vest;1\n")
    status, problems = told(engine, text)
    assert status == "refused"
    assert any("Del den, så hver indsats har sin egen fil." in said for _, said in problems), problems
