"""Rows that add up others, whatever key says so: left out, held against the rows above, and never a centre's name."""

import pytest

from tests.model.intake.gates import FILES
from tests.model.intake.records.street import HEAD, check, load

HERE = FILES / "public_reports" / "records"
LIST = "Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Ulv;01-03-2010;6\nSkive;Ræv;01-03-2010;8\n"


def test_a_sum_in_a_list_of_centres_is_no_centre(engine):
    report = check(engine, (HERE / "06l_i_alt_center.csv").read_text())
    assert (report.status, report.problems) == ("ready", ())
    assert {who.split(", ")[1] for who in report.changes["said"]} == {"Ulvespor Lager", "Rævehale Kantine"}
    assert report.account.counts["control"] == 1


def test_a_sum_among_occupied_places_is_no_centre_to_register(engine):
    load(engine, (HERE / "07_0_centre.csv").read_text())
    report = check(engine, (HERE / "07e_i_alt_raekke.csv").read_text())
    assert (report.status, report.problems) == ("ready", ())
    assert report.account.counts["control"] == 2


@pytest.mark.parametrize("row", ["Skive;I alt;;14", "Skive;Sum;;14", "I alt;;;14", ";Hovedtotal;;14",
                                 "Skive;Skive i alt;;14", "Skive i alt;;;14", "Skive;Total;01-03-2010;14",
                                 ";2 centre i alt;;14"])
def test_a_sum_is_known_by_its_words_in_any_key(engine, row):
    report = check(engine, f"{LIST}{row}\n")
    assert (report.status, report.problems) == ("ready", ()) and report.counts["new"] == 2
    assert any("1 af 1 sum stemmer" in note for note in report.notes)


@pytest.mark.parametrize("row", ["K1;Skive;I alt;4;3", "K1;I alt;;4;3", "K1 i alt;;;4;3", "K1;Skive;Alle roller;4;3"])
def test_a_sum_of_attendance_in_any_key(engine, row):
    report = check(engine, f"{HEAD}K1;Skive;jobkonsulent;3;2\nK1;Skive;tovholder;1;1\nK2;Skive;tovholder;2;2\n{row}\n")
    assert (report.status, report.problems) == ("ready", ())
    assert report.account.counts["control"] == 2


def test_a_sum_that_differs_is_a_warning_and_an_average_is_not_held_up(engine):
    (warning,) = check(engine, f"{LIST}I alt;;;15\nGennemsnit;;;7\n").problems
    assert (warning.severity, warning.cell) == ("advarsel", "D4")
    assert "der står 15, men rækkerne giver 14" in warning.text


def test_a_company_by_the_name_of_a_sum_has_more_to_say(engine):
    report = check(engine, "Jobcenter;Virksomhedscenter;Åbnet;Sektor;Pladser\nSkive;Ulv;01-03-2010;privat;6\n"
                           "Skive;Total;01-03-2010;privat;6\n")
    assert len(set(report.changes["said"])) == 2


def test_a_sum_among_the_themes_of_the_hotline_is_no_enquiry(engine):
    report = check(engine, "Nr.;Dato;Jobcenter;Emne\n1;02-03-2010;Skive;Mentor\n;;;I alt\n12;;;Total\n")
    assert report.status == "ready" and set(report.changes["said"]) == {"henvendelse nr. 1"}
