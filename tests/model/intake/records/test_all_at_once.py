"""Records: a row whose key is wrong hides no other row's fault, and makes none."""

from datetime import date

import pytest

from model.intake.examine import examine
from tests.model.intake.filing import workbook
from tests.model.intake.records.street import HEAD, check, load

FILES = {  # dataset: headings, rows of (a wrong key, a wrong cell, a broken rule)
    "kursusdeltagelse": [["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"],
                         ["K1", "Skiwe", "tovholder", "2", "2"], ["K1", "Viborg", "tovholder", "ca. 2", "2"],
                         ["K6", "Lemvig", "tovholder", "2", "2"]],
    "kursusevaluering": [["Kursusdag", "Skemaer udsendt", "Skemaer besvaret"], ["K9", "20", "10"],
                         ["K1", "ca. 20", "9"], ["K2", "20", "21"]],
    "kursusdage": [["Kursusdag", "Hændelse"], ["K9", "aflyst"], ["K1", "måske"], ["K2", "aflyst"]],
    "hotline": [["Henvendelse nr.", "Dato", "Jobcenter", "Tema", "Besvaret den", "Besvaret af"],
                ["første", "09-11-2009", "Skive", "Økonomi", "", ""], ["2", "09-11-2009", "Viborgg", "Økonomi", "", ""],
                ["3", "09-11-2009", "Skive", "Økonomi", "08-11-2009", "BRM"]],
    "raadgivning": [["Jobcenter", "Status", "Tilbudt den"], ["Skiwe", "tilbudt", "01-02-2010"],
                    ["Viborg", "tilbudt", "01-32-2010"], ["Lemvig", "tilbudt", ""]],
    "centre": [["Jobcenter", "Virksomhedscenter", "Åbnet", "Lukket", "Pladser"],
               ["Skiwe", "Alfa", "01-02-2010", "", "5"], ["Viborg", "Beta", "01-02-2010", "", "ca. 5"],
               ["Lemvig", "Gamma", "01-02-2010", "01-01-2010", "5"]],
    "centermaaned": [["Jobcenter", "Virksomhedscenter", "Måned", "Pladser", "Besatte pladser"],
                     ["Skiwe", "Alfa", "2010-03", "5", "4"], ["Viborg", "Alfa", "2010-03", "5", "ca. 4"],
                     ["Viborg", "Alfa", "2010-01", "5", "4"]],
}
STANDING = {"kursusdage": HEAD + "K2;Lemvig;tovholder;2;2\n",
            "centermaaned": "Jobcenter;Virksomhedscenter;Åbnet;Pladser\nViborg;Alfa;01-02-2010;5\n"}


@pytest.mark.every
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("dataset", FILES)
def test_a_wrong_key_hides_neither_a_wrong_cell_nor_a_broken_rule(engine, dataset, kind):
    if dataset in STANDING:
        load(engine, STANDING[dataset])
    rows = FILES[dataset]
    text = "\n".join(";".join(row) for row in rows).encode()
    content = text if kind == "csv" else workbook({"Ark1": [[cell or None for cell in row] for row in rows]})
    report = examine(engine, f"fil.{kind}", content, dataset=dataset, today=date(2010, 4, 1))
    assert report.status == "refused" and report.changes.empty
    assert [(p.gate, p.row) for p in report.errors] == [(3, 2), (4, 3), (4, 4)], report.problems


def test_two_rows_for_one_key_are_both_left_out(engine):
    report = check(engine, HEAD + "K1;Skive;tovholder;2;2\nK1;Skive;tovholder;3;9\nK1;Viborg;tovholder;2;3\n")
    assert [(p.gate, p.row) for p in report.problems] == [(3, 3), (4, 4)]


def test_what_the_lost_row_may_replace_breaks_no_rule(engine):
    load(engine, HEAD + "K1;Skive;tovholder;3;3\nK2;Skive;tovholder;3;3\n")
    report = check(engine, HEAD + "K1;Skive;tovhoder;1;1\nK1;Skive;jobkonsulent;3;3\nK2;Skive;jobkonsulent;3;3\n")
    told = [(p.gate, p.row) for p in report.problems]
    assert told == [(3, 2), (4, 4)], "Kursusdag 1 has four or fewer if row 2 is mended"


def test_rows_with_wrong_keys_alone_are_not_called_empty(engine):
    report = check(engine, HEAD + "K1;Skiwe;tovholder;2;2\n")
    assert [(p.gate, p.row) for p in report.problems] == [(3, 2)]


def test_those_left_out_on_purpose_are_not_judged(engine):
    report = check(engine, HEAD + "K1;Skiwe;tovholder;2;2\nK1;Viborg;tovholder;2;3\n", without=("791",))
    assert [(p.gate, p.row) for p in report.problems] == [(3, 2)]
