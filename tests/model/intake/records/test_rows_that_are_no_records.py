"""Rows beside the records: a first record that looks like headings, lone lines, sums under any name."""

import pytest

from model.intake.report import Answers
from tests.model.intake.records.street import check

TICKED = "Fremmøde, kursusdag 4 (2. feb. 2010);;\nJobcenter;Rolle;Mødt\n"


@pytest.mark.parametrize(("text", "places"), [
    (TICKED + "Skive;Tovholder;\nViborg;Tovholder;x\n", {"779", "791"}),
    (TICKED + "Skive;Tovholder;\nViborg;Tovholder;x\nHorsens;Tovholder;\n", {"779", "791", "615"}),
    ("Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK4;Skive;Tovholder;;\nK4;Viborg;Tovholder;2;1\n", {"779", "791"})])
def test_a_first_record_without_a_number_is_no_second_row_of_headings(engine, text, places):
    first = check(engine, text)
    report = check(engine, text, answers=Answers(said={p.question: p.options[0].value for p in first.problems
                                                       if p.question}))
    assert set(report.jobcenters) == places


@pytest.mark.parametrize("text", [
    "Jobcenter;Rolle;Kursusdag;\n;;K3;K4\nSkive;Tovholder;2;1\n",
    "Jobcenter;Kursusdag;Rolle;\n;;Jobkonsulent;Tovholder\nSkive;K3;2;1\n"])
def test_headings_in_two_rows_are_still_one(engine, text):
    assert check(engine, text).headed == {"": (2,)}


@pytest.mark.parametrize(("text", "row", "what"), [
    ("Skive;;\nVirksomhedscenter;Åbnet;Pladser\nUlvespor Lager;01-03-2010;6\nViborg;;\nRæv;01-03-2010;5\n", 4,
     "for et andet jobcenter"),
    ("Nr.;Dato;Emne;Besvaret\nSkive;;;\n1;02-03-2010;Mentor;02-03-2010\nViborg;;;\n2;02-03-2010;Mentor;\n", 2,
     "for ét jobcenter"),
    ("Nr.;Dato;Jobcenter;Emne\n;;Jobcenter Skive;\n1;02-03-2010;;Mentor\n;;Viborg;\n2;02-03-2010;;Mentor\n", 2,
     "for ét jobcenter"),
    ("Besatte pladser, Jobcenter Skive;;\nVirksomhedscenter;jan 2010;feb 2010\nUlv;6;7\nViborg;;\nRæv;5;5\n",
     4, "for et andet jobcenter")])
def test_a_jobcenter_on_a_line_of_its_own_is_never_lost(engine, text, row, what):
    report = check(engine, text)
    assert any(p.row == row and f"er {what}" in p.text for p in report.errors), report.problems


@pytest.mark.parametrize("text", [
    "Skive;;\nVirksomhedscenter;Åbnet;Pladser\nUlvespor Lager;01-03-2010;6\nJobcenter Skive;;\nRæv;01-03-2010;5\n",
    "Jobcenter;Status;Tilbudt den\nViborg;;\nSkive;tilbudt;01-12-2009\n",
    "Nr.;Dato;Jobcenter;Emne\n;;Viborg;\n1;02-03-2010;Skive;Mentor\n"])
def test_a_line_over_rows_that_say_their_own_jobcenter_is_no_hindrance(engine, text):
    assert not any("jobcenter. Tallene" in p.text for p in check(engine, text).problems)
