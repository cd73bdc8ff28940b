"""Where the table of a sheet is: one set of rules, tried on a file of each dataset that is declared."""

from datetime import date

import pytest
from sqlalchemy import Engine

from model.intake.datasets.datasets import DATASETS
from model.intake.examine import examine
from model.intake.mending import mending
from model.intake.report import Answers, Report
from model.intake.saving import apply
from tests.model.intake.dataset_files import FILES, Given
from tests.viewers import named

TODAY = date(2010, 5, 3)
TWO_TABLES = "to tabeller under hinanden"
COUNTED = [name for name, dataset in DATASETS.items()
           if any(part.kind == "count" for part in dataset.fields) and not any(k.kind == "text" for k in dataset.keys)]

every = pytest.mark.parametrize("name", list(DATASETS))
counted = pytest.mark.parametrize("name", COUNTED)


@pytest.fixture
def given(engine: Engine, name: str) -> Given:
    """The file of a dataset, in a house where what it needs stands."""
    if FILES[name].before:
        content = "".join(f"{line}\n" for line in FILES[name].before).encode()
        apply(engine, examine(engine, "før.csv", content, today=TODAY), content=content, viewer=named("test"),
              reason="prøve")
    return FILES[name]


def check(engine: Engine, *lines: str) -> Report:
    return examine(engine, "fil.csv", "\n".join(lines).encode(), today=TODAY)


def changed(report: Report) -> list[tuple[str, ...]]:
    """What a report states, wherever in the file it stands."""
    stated = report.changes[["jobcenter", "month", "measure", "value", "mark", "text"]]
    return sorted(map(tuple, stated.astype(str).to_numpy()))


def shifted(*lines: str) -> list[str]:
    """The lines one column further to the right."""
    return [f";{line}" for line in lines]


@every
def test_headings_with_one_more_underneath_are_a_second_table(engine, given, name):
    found = check(engine, given.headings, given.first, "", f"{given.headings};Lokale", f"{given.second};B2")
    assert found.status == "refused" and [p.row for p in found.problems if TWO_TABLES in p.text] == [4]


@every
def test_a_second_table_that_starts_in_another_column_is_one_too(engine, given, name):
    lines = [given.headings, given.first, "", *shifted(given.headings, given.second)]
    found = examine(engine, "fil.csv", "\n".join(lines).encode(), dataset=name, today=TODAY)
    assert found.status == "refused" and any(TWO_TABLES in p.text for p in found.problems), found.problems


@pytest.mark.parametrize("name", [name for name in DATASETS if FILES[name].headings.count(";") > 1])
def test_the_fuller_of_two_tables_does_not_hide_the_first(engine, given, name):
    shorter = given.headings.rpartition(";")[0], given.first.rpartition(";")[0]
    found = check(engine, *shorter, "", given.headings, given.second)
    assert found.status == "refused" and any(TWO_TABLES in p.text for p in found.problems), found.problems


@every
def test_the_headings_again_are_passed_over_and_told(engine, given, name):
    plain = check(engine, given.headings, given.first, given.second)
    found = check(engine, given.headings, given.first, given.headings, given.second)
    assert found.status == "ready" and changed(found) == changed(plain)
    assert "Overskrifterne står igen på række 3 og er sprunget over." in found.notes


@every
def test_lines_over_the_headings_are_told_with_their_rows(engine, given, name):
    found = check(engine, "Indberetning fra Beskæftigelsesregionen", "", given.headings, given.first, given.second)
    assert found.status == "ready" and any("Række 1 over overskrifterne er ikke læst som rækker" in n
                                           for n in found.notes)


@counted
@pytest.mark.parametrize("other", [("Kontakt;Lokale", "Hanne;B2"), ("Opgave;Ansvarlig;Frist", "Alt vel;Hanne;fredag")])
def test_another_table_underneath_is_left_out_told_and_accounted_for(engine, given, name, other):
    plain = check(engine, given.headings, given.first, given.second)
    found = check(engine, given.headings, given.first, given.second, "", *other, "Antal;12")
    assert found.status == "ready" and changed(found) == changed(plain)
    assert any("Række 5–7 er en anden tabel og er ikke læst" in note for note in found.notes)
    assert found.account.numbers == plain.account.numbers + 1
    assert "En anden tabel eller en note under tabellen" in {group.why for group in found.account.groups}


@counted
def test_no_table_of_ours_is_left_out_under_another(engine, given, name):
    found = check(engine, given.headings, given.first, "", "Bilag;Faktisk;Mål", given.headings, given.second)
    assert found.status == "refused" and any(TWO_TABLES in p.text for p in found.problems), found.problems


@counted
def test_rows_of_ours_under_words_nobody_knows_are_a_second_table(engine, given, name):
    unknown = ";".join(f"Vort felt {letter}" for letter in "abcde"[:given.headings.count(";") + 1])
    found = check(engine, given.headings, given.first, "", unknown, given.second)
    assert found.status == "refused" and any(TWO_TABLES in p.text for p in found.problems), found.problems


@pytest.mark.parametrize(("name", "row"), [
    ("kursusdeltagelse", "K1a;Lemvig;tovholder;en;en"), ("kursusdeltagelse", "K1;Lemvigg;tovholder;en;en"),
    ("maanedstal", "2010-03;Lemvigg;ukendt;ukendt"), ("maanedstal", "2010-33;Lemvig;ukendt;ukendt")])
def test_a_row_whose_first_key_is_misspelt_is_mended_and_not_left_out(engine, given, row):
    found = check(engine, given.headings, given.first, "", row)
    assert found.status == "refused" and {p.row for p in found.problems} == {4}


@pytest.mark.parametrize("lines", [
    ("Jobcenter;Kursusdag;Rolle;Tilmeldt;Mødt", "Skive;K1;jobkonsulent;3;2", "", "Resten af regionen;foreløbige tal",
     "Lemvigg;K1;tovholder;1;1"),
    ("Jobcenter;Måned;Personer;Praktik", "Skive;2010-03;414;61", "", "Resten af regionen;foreløbige tal",
     "Lemvigg;2010-03;195;12")])
def test_rows_with_a_key_of_theirs_and_a_number_are_never_left_out_whatever_column_comes_first(engine, lines):
    found = check(engine, *lines)
    assert found.status == "refused" and any(TWO_TABLES in p.text for p in found.problems), found.problems


@every
def test_the_headings_of_a_second_table_cannot_be_left_out_alone(engine, given, name):
    found = check(engine, given.headings, given.first, "", f"{given.headings};Lokale", f"{given.second};B2")
    assert mending.faults(found, {}) == []


def test_months_across_once_more_go_on_with_the_table(engine):
    lines = ["Virksomhedspraktik", ";jan 2010;feb 2010", "Skive;12;13", "", ";jan 2010;feb 2010", "Viborg;20;21"]
    found = examine(engine, "fil.csv", "\n".join(lines).encode(), answers=Answers(approved=True), today=TODAY)
    assert {place for place, *_ in changed(found)} == {"779", "791"}


@pytest.mark.parametrize("line", ["Jobcenter:;Skive", "Måned;marts 2010"])
def test_a_line_with_a_key_and_its_value_neither_is_a_heading_nor_groups_any(engine, line):
    text = f"{line}\nFelt a;Felt b;Felt c\nNord;414;7\n"
    found = examine(engine, "tal.csv", text.encode(), dataset="maanedstal", today=TODAY)
    assert [heading.heading for heading in found.question.headings if heading.heading.startswith("Felt")] == [
        "Felt a", "Felt b", "Felt c"]


def test_a_month_in_the_corner_over_measures_is_no_heading(engine):
    found = check(engine, "April 2010;Skive;Lemvig;Viborg", "Personer i matchgruppe 4;414;195;795",
                  "Heraf i virksomhedspraktik;61;12;102")
    assert found.status == "refused" and "ingen række med overskrifter" in found.problems[0].text
