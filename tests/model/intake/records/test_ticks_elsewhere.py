"""Ticks and words where a record wants a date, a choice or a place: read, or an error that names the cell."""

from datetime import date

import pytest

from tests.model.intake.records.street import HEAD, check, load
from tests.model.intake.records.ticked import file
from tests.sweeps import swept

CENTRES = "Jobcenter;Virksomhedscenter;Åbnet;Lukket\n"


@pytest.mark.parametrize(("text", "cell"), [
    (CENTRES + "Skive;Ulvespor;01-03-2010;{}\n", "D2"),
    ("Jobcenter;Status;Tilbudt;Aftalt\nSkive;tilbudt;01-12-2009;{}\n", "D2"),
    ("Nr.;Dato;Jobcenter;Tema;Besvaret\n1;03-11-2009;Skive;Mentor;{}\n", "E2")])
@pytest.mark.parametrize("tick", swept(["x", "X", "✔", "ja", "SAND", "true", "☒"], 0, 3))
def test_a_tick_for_a_date_is_an_error_that_names_the_cell(engine, text, cell, tick):
    [problem] = check(engine, text.format(tick)).errors
    assert (problem.cell, problem.question) == (cell, None)
    assert "siger, at det er sket, men ikke hvornår" in problem.text and "slet" in problem.text


def test_the_reported_files_of_ticks_for_dates_are_refused(engine):
    for name in ("02h2", "08c"):
        assert [p.cell for p in check(engine, file(name)).errors] == ["D2"]
    assert check(engine, file("02h1"), today=date(2010, 7, 1)).status == "ready"


@pytest.mark.parametrize("word", swept(["åben", "Åbent", "d.d.", "nej", "31-12-9999", "31-12-2099", "stadig i gang",
                                        "dags dato", "ikke lukket", "FALSK", "-", "endnu ikke", "aktiv"],
                                       1, 2, 3, 4, 6, 9, 10))
def test_words_for_not_closed_are_an_empty_cell_that_is_told(engine, word):
    report = check(engine, CENTRES + f"Skive;Ulvespor;01-03-2010;{word}\n")
    assert report.status == "ready" and "lukket" not in set(report.changes["measure"])
    assert any(f"»{word}« er læst som en tom celle" in note for note in report.notes)


def test_every_word_of_the_reported_file_but_yes_is_read(engine):
    [problem] = check(engine, file("06b")).errors
    assert (problem.cell, "hvornår" in problem.text) == ("D7", True)


def test_today_is_no_word_for_what_has_not_ended_where_something_happens_on_a_day(engine):
    text = "Nr.;Dato;Jobcenter;Tema;Besvaret\n1;03-11-2009;Skive;Mentor;{}\n"
    assert [p.cell for p in check(engine, text.format("d.d.")).errors] == ["E2"]
    report = check(engine, text.format("ikke besvaret"))
    assert report.status == "ready" and "besvaret" not in set(report.changes["measure"])


def test_open_for_a_centre_that_stands_as_closed_is_not_passed_over(engine):
    load(engine, CENTRES + "Skive;Ulvespor;01-03-2010;31-03-2010\n")
    [problem] = check(engine, CENTRES + "Skive;Ulvespor;01-03-2010;åben\n").problems
    assert problem.severity == "advarsel" and "31. mar. 2010" in problem.text and "»..«" in problem.text


@pytest.mark.parametrize(("text", "cell"), [
    ("Jobcenter;Virksomhedscenter;Åbnet;Sektor\nSkive;Ulvespor;01-03-2010;x\n", "D2"),
    ("Jobcenter;Status;Tilbudt\nSkive;✔;01-12-2009\n", "B2"),
    ("Nr.;Dato;Jobcenter;Tema\n1;03-11-2009;x;Mentor\n", "C2"),
    (HEAD + "K3;Skive;x;1;1\n", "C2")])
def test_a_tick_for_a_choice_or_a_place_is_an_error_that_names_the_cell(engine, text, cell):
    [problem] = check(engine, text).errors
    assert problem.cell == cell


def test_a_dash_for_a_choice_or_a_place_says_nothing_and_is_told(engine):
    report = check(engine, "Nr.;Dato;Jobcenter;Tema;Besvaret af\n1;03-11-2009;Skive;Mentor;-\n")
    assert report.status == "ready" and "besvaret_af" not in set(report.changes["measure"])
    assert any("»Besvaret af«: »-« er læst som en tom celle" in note for note in report.notes)


def test_two_dots_still_take_back_and_a_text_may_be_an_x(engine):
    load(engine, CENTRES.replace("Lukket", "Lukket;Branche") + "Skive;Ulvespor;01-03-2010;31-03-2010;x\n")
    report = check(engine, CENTRES + "Skive;Ulvespor;01-03-2010;..\n")
    assert report.changes["mark"].tolist() == ["missing"]
    assert [p.severity for p in report.problems] == ["advarsel"]
