"""Rows of one key: nobody is told to delete what may be a person, and what the rows say decides what is told."""

import pytest

from tests.model.intake.gates import FILES
from tests.model.intake.records.street import HEAD, check

FOLDER = FILES / "public_reports" / "records"
DELETE = "Slet alle på nær én"
EVALUATION = "Kursusdag;Udsendt;Besvaret;Tilfredshed 4;Tilfredshed 5\n"


def told(engine, text, **given):
    (problem,) = [p for p in check(engine, text, **given).errors if "rækker" in p.text]
    return problem.text


def test_a_list_with_the_names_taken_out_is_to_be_counted(engine):
    text = told(engine, (FOLDER / "01d_navne_fjernet_en_raekke_pr_person.csv").read_text())
    assert "Er der én række pr. person, så tæl dem: tilmeldt 3, mødt 2. Vælg »Tæl listen«." in text
    assert DELETE not in text


@pytest.mark.parametrize(("rows", "sums"), [
    ("K1;Skive;tovholder;1;1\nK1;Skive;tovholder;1;1\n", "tilmeldt 2, mødt 2"),
    ("K1;Skive;tovholder;1;\nK1;Skive;tovholder;1;1\nK1;Skive;tovholder;1;0\n", "tilmeldt 3, mødt 1"),
    ("K1;Skive;tovholder;;1\nK1;Skive;tovholder;;0\n", "mødt 1")])
def test_rows_that_count_none_or_one_may_be_persons(engine, rows, sums):
    assert f"tæl dem: {sums}. Vælg »Tæl listen«." in told(engine, HEAD + rows)


def test_every_such_key_is_told_with_its_own_sums(engine):
    report = check(engine, HEAD + "K1;Skive;tovholder;1;1\nK1;Skive;tovholder;1;1\nK1;Viborg;tovholder;1;0\n"
                   "K1;Viborg;tovholder;1;0\nK1;Viborg;tovholder;1;1\n")
    assert [p.text.split("tæl dem: ")[1].split(". ")[0] for p in report.problems] == ["tilmeldt 2, mødt 2",
                                                                                      "tilmeldt 3, mødt 1"]


def test_answers_a_row_each_are_to_be_counted_too(engine):
    text = told(engine, EVALUATION + "K1;1;1;1;0\nK1;1;1;0;1\nK1;1;0;;\n")
    assert "tæl dem: skemaer udsendt 3, skemaer besvaret 2, tilfredshed 4: 1, tilfredshed 5: 1. Vælg" in text


@pytest.mark.parametrize("text", [
    HEAD + "K1;Skive;tovholder;3;2\nK1;Skive;tovholder;3;2\n", EVALUATION + "K1;40;20;9;11\nK1;40;20;9;11\n",
    "Jobcenter;Status;Tilbudt den\nSkive;tilbudt;01-12-2009\nSkive;tilbudt;01-12-2009\n",
    "Nr.;Dato;Jobcenter;Emne\n1;03-11-2009;Skive;Mentor\n1;03-11-2009;Skive;Mentor\n",
    "maaned;jobcenter;personer_match4\n2010-03;Skive;400\n2010-03;Skive;400\n"])
def test_only_rows_that_are_the_very_same_are_to_be_deleted(engine, text):
    assert f"Rækkerne er helt ens. {DELETE}." in told(engine, text)


@pytest.mark.parametrize(("text", "remedy"), [
    (HEAD + "K1;Skive;tovholder;3;2\nK1;Skive;tovholder;1;1\n", "på én række: tilmeldt 4, mødt 3"),
    ("Jobcenter;Status;Tilbudt den;Afholdt den\nSkive;tilbudt;01-12-2009;\nSkive;afholdt;;05-01-2010\n",
     "Saml datoerne"),
    ("Kursusdag;Hændelse\nK3;aflyst\nK3;holdes\n", "Ret dem, der er forkerte"),
    ("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte\nSkive;Alfa;2010-01;6;5\nSkive;Alfa;2010-01;8;6\n",
     "på én række: pladser 14, besatte pladser 11"),
    ("maaned;jobcenter;personer_match4\n2010-03;Skive;400\n2010-03;Skive;40\n", "læg tallene sammen på én række")])
def test_rows_that_say_different_things_say_so(engine, text, remedy):
    said = told(engine, text)
    assert "Rækkerne siger ikke det samme." in said and remedy in said and DELETE not in said


def test_persons_in_monthly_figures_are_added_up(engine):
    text = told(engine, "maaned;jobcenter;personer_match4;heraf_virksomhedspraktik\n2010-03;Skive;1;1\n"
                "2010-03;Skive;1;0\n2010-03;Skive;1;1\n")
    assert "læg dem sammen på én række: personer_match4 3, heraf_virksomhedspraktik 2" in text and DELETE not in text
