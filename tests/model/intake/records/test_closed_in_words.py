"""A register in which a column of no part says that a centre is closed, while its closing day does not stand."""

import pytest

from tests.model.intake.records.street import check

HEADINGS = "Jobcenter;Virksomhedscenter;Åbnet;{};Pladser\nSkive;Ræv;01-01-2010;{};5\nSkive;Ulv;01-03-2010;;6\n"


@pytest.mark.parametrize(("heading", "said"), [
    ("Status", "Lukket"), ("Aktivt", "nej"), ("Tilstand", "ophørt"), ("Status", "Inaktiv"), ("Note", "nedlagt"),
    ("Status", "Lukket 30-06-2009")])
def test_the_closing_day_is_asked_for_at_the_row(engine, heading, said):
    (problem,) = check(engine, HEADINGS.format(heading, said)).errors
    assert problem.row == 2 and "Skriv, hvornår det lukkede." in problem.text and f"»{heading}«" in problem.text


@pytest.mark.parametrize(("heading", "said"), [
    ("Status", "Åben"), ("Aktivt", "ja"), ("Note", "Lukket i juli"), ("Slutdato;Status", "01-02-2010;Lukket"),
    ("Note", "nej")])
def test_a_centre_that_is_open_or_has_its_day_is_read(engine, heading, said):
    text = HEADINGS.format(heading, said).replace(";;6", ";" * (2 + heading.count(";")) + "6")
    assert check(engine, text).status == "ready"
