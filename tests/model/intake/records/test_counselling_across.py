"""Counselling with a column for each jobcenter: what each row says stands first on it."""

import pytest

from tests.model.intake.records.street import check, load

ACROSS = ("Særlig individuel rådgivning\n{};Skive;Viborg\nStatus;afholdt;aftalt\nTilbudt den;01-12-2009;02-12-2009\n"
          "Aftalt til den;10-12-2009;10-05-2010\nAfholdt den;10-12-2009;\nSvar a: matchgruppe 4;Mange;\n")
DOWN = ("Jobcenter;Status;Tilbudt den;Aftalt til den;Afholdt den;Svar a: matchgruppe 4\n"
        "Skive;afholdt;01-12-2009;10-12-2009;10-12-2009;Mange\nViborg;aftalt;02-12-2009;10-05-2010;;\n")


def said(report):
    return {(c.said, c.measure): c.text for c in report.changes.itertuples()}


@pytest.mark.parametrize("stub", ["", "Oplysning", "Spørgsmål", "Jobcenter"])
def test_it_is_read_as_one_row_a_jobcenter_is(engine, stub):
    report = check(engine, ACROSS.format(stub))
    assert (report.dataset, report.status) == ("raadgivning", "ready"), report.problems
    assert said(report) == said(check(engine, DOWN))
    assert any("»Jobcenter« står som overskrifter (»Skive« og »Viborg«)" in note for note in report.notes)
    load(engine, ACROSS.format(stub))


def test_a_fault_points_at_its_own_cell(engine):
    (fault,) = check(engine, ACROSS.format("Oplysning").replace("02-12-2009", "02-13-2009")).problems
    assert fault.cell == "C4"


def test_dates_by_status_are_the_days_of_each(engine):
    load(engine, DOWN)
    report = check(engine, "Rådgivning\nStatus;Skive;Viborg\nTilbudt;01-12-2009;03-12-2009\nAfholdt;10-12-2009;\n")
    assert report.status == "ready", report.problems
    assert said(report)["Viborg", "tilbudt"] == "2009-12-03" and said(report)["Skive", "afholdt"] == "2009-12-10"


def test_a_row_that_says_something_else_is_told_of(engine):
    report = check(engine, ACROSS.format("Oplysning") + "Bemærkning;Intet;Intet\n")
    assert report.status == "ready" and any("Række 8 er ikke læst" in note for note in report.notes), report.notes


@pytest.mark.parametrize("rows", ["Måned;Skive;Viborg\nnov 2009;tilbudt;\ndec 2009;afholdt;aftalt\n",
                                  ";Skive;Viborg\nnov 2009;tilbudt;\ndec 2009;afholdt;aftalt\n",
                                  "Dato;Skive;Viborg\n01-12-2009;tilbudt;\n10-12-2009;afholdt;aftalt\n"])
def test_months_down_the_side_are_refused_in_one_message_that_says_what_to_write(engine, rows):
    (fault,) = check(engine, f"Rådgivning\n{rows}").problems
    assert "rækkerne siger ikke, hvad der står under dem" in fault.text and "»Status«" in fault.text


def test_a_jobcenter_named_in_an_answer_is_no_row_of_headings(engine):
    text = DOWN.replace("Mange", "Viborg")
    assert check(engine, text).status == "ready"
