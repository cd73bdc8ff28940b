"""Months without their year: read with one that stands beside them, asked about when it stands elsewhere."""

import pytest

from model.importing.report import Answers
from tests.model.importing.filing import check, stated, workbook
from tests.model.importing.gates import FILES
from tests.model.importing.test_reported_texts import RIGHT, figures

PLACEMENT = "heraf_virksomhedspraktik"
ACROSS = "Jobcenter;{}\nSkive;58;59;61\nOdder;18;19;20\n"
OCCUPANCY = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser\nSkive;Bilka;marts;8;6\n"


def answered(year: str, name: str = "year") -> Answers:
    return Answers(approved=True, said={name: year})


def options(report):
    """The words of the one question that holds the file back."""
    assert report.status == "refused" and [p.question for p in report.errors] == ["year"], report.problems
    return [option.words for option in report.errors[0].options]


def placements(report):
    assert report.status == "ready", (report.problems, report.question)
    return {key[:2]: value for key, value in stated(report).items() if key[2] == PLACEMENT}


def test_year_and_month_in_two_columns_are_one_month(engine):
    name = "18_aar_og_maaned_hver_sin_kolonne.csv"
    report = check(engine, (FILES / "public_reports" / name).read_bytes(), name=name)
    assert figures(report) == RIGHT
    assert "»År« og »Måned« er læst sammen som én måned." in report.notes


@pytest.mark.parametrize("text", [
    "Aar;Måned;Jobcenter;Praktik\n2010;marts;Skive;61\n;marts;Odder;20\n",
    "Year;Month;Jobcenter;Praktik\n2010;March;Skive;61\n2010;March;Odder;20\n",
    "Jobcenter;Måned;År;Praktik\nSkive;03;2010;61\nOdder;3.;2010;20\n",
    "Månedstal\nÅrstal;Md;Jobcenter;Praktik\n2010;Mar.;Skive;61\n;Mar.;Odder;20\n",
    "Kalenderår;Periode;Jobcenter;Praktik\n2010,0;3,0;Skive;61\n2010,0;3,0;Odder;20\n",
    "År;Måned;Jobcenter;Praktik\n2010;marts;Skive;61\n;;Odder;20\n;;Viborg;102\n"])
def test_a_year_is_read_whatever_its_column_is_called_and_wherever_it_stands(engine, text):
    found = placements(check(engine, text))
    assert found["779", "2010-03"] == 61 and found["727", "2010-03"] == 20


def test_numbers_in_a_workbook_are_years_and_months(engine):
    rows = [["År", "Måned", "Jobcenter", "Praktik"], [2009, 12, "Skive", 60], [2010, 1.0, "Skive", 61]]
    assert placements(check(engine, workbook({"Ark1": rows}), name="tal.xlsx")) == {
        ("779", "2009-12"): 60, ("779", "2010-01"): 61}


def test_whole_months_beside_a_year_stay_as_they_are(engine):
    found = placements(check(engine, "År;Måned;Jobcenter;Praktik\n2010;2010-03;Skive;61\n"))
    assert found == {("779", "2010-03"): 61}


@pytest.mark.parametrize("cell", ["13", "I alt", "1. kvartal"])
def test_what_is_no_month_beside_a_year_is_still_told(engine, cell):
    report = check(engine, f"År;Måned;Jobcenter;Praktik\n2010;3;Skive;61\n2010;{cell};Odder;20\n")
    assert report.status == "refused" and "Række 3" in report.errors[0].text


def test_months_across_without_a_year_ask_for_it_once(engine):
    name = "19_maaneder_paa_tvaers_uden_aar.csv"
    content = (FILES / "public_reports" / name).read_bytes()
    report = check(engine, content, name=name)
    assert options(report) == ["Januar 2010 til marts 2010", "Januar 2009 til marts 2009"]
    assert "Er det 2010?" in report.errors[0].text
    found = check(engine, content, name=name, answers=answered("2010"))
    assert placements(found)["791", "2010-03"] == 102 and len(placements(found)) == 9
    assert any("januar 2010 til marts 2010" in note for note in found.notes)


@pytest.mark.parametrize(("heads", "words"), [
    ("okt;jan;feb", ["Oktober 2009 til februar 2010", "Oktober 2010 til februar 2011"]),
    ("mar;feb;jan", ["Januar 2010 til marts 2010", "Januar 2009 til marts 2009"]),
    ("feb;jan;dec", ["December 2009 til februar 2010", "December 2010 til februar 2011"])])
def test_months_over_new_year_say_how_they_will_be_read(engine, heads, words):
    assert options(check(engine, "Praktik 2010\n" + ACROSS.format(heads))) == words


def test_months_over_new_year_are_read_as_answered(engine):
    text = "Praktik 2010\n" + ACROSS.format("nov;dec;jan")
    found = placements(check(engine, text, answers=answered("2009")))
    assert found["779", "2009-11"] == 58 and found["779", "2010-01"] == 61


def test_years_in_a_row_over_the_months_need_no_answer(engine):
    found = placements(check(engine, "Praktik\n;2009;;2010\n" + ACROSS.format("nov;dec;jan")))
    assert found["779", "2009-12"] == 59 and found["779", "2010-01"] == 61


@pytest.mark.parametrize(("text", "name"), [
    ("Måned;Jobcenter;Praktik\nmarts;Skive;61\nmarts;Odder;20\n", "tal_2010.csv"),
    ("Opgjort april 2010\nMåned;Jobcenter;Praktik\n3;Skive;61\n3;Odder;20\n", "tal.csv"),
    ("Jobcenter: Skive\n2010\nNøgletal;jan;feb;marts\nPraktik;58;59;61\n", "tal.csv")])
def test_months_down_and_across_take_the_year_that_is_named(engine, text, name):
    report = check(engine, text, name=name)
    assert "2010" in options(report)[0]
    assert placements(check(engine, text, name=name, answers=answered("2010")))["779", "2010-03"] == 61


def test_sheets_of_one_year_are_asked_about_once(engine):
    rows = [["Jobcenter", "Jan.", "Feb.", "Marts"], ["Skive", 1, 2, 3], ["Odder", 1, 1, 1]]
    book = workbook({"Praktik 2010": rows, "Løntilskud 2010": rows})
    assert len(options(check(engine, book, name="tal.xlsx"))) == 2
    assert len(stated(check(engine, book, name="tal.xlsx", answers=answered("2010")))) == 12


def test_a_year_that_nobody_says_is_missed_and_may_be_answered(engine):
    text = "Praktik\n" + ACROSS.format("jan;feb;mar")
    report = check(engine, text)
    assert options(report) == [] and "uden årstal" in report.errors[0].text and "»jan 2010«" in report.errors[0].text
    assert placements(check(engine, text, answers=answered("2010")))["779", "2010-03"] == 61
    assert options(check(engine, text, answers=answered("i år"))) == []


def test_a_sheet_that_is_not_read_asks_nothing(engine):
    book = workbook({"Tal": [["Måned", "Jobcenter", "Praktik"], ["2010-03", "Skive", 61]],
                     "Noter": [["Frister", "jan", "feb"], ["Dato", "5.", "6."]]})
    assert check(engine, book, name="tal.xlsx").status == "ready"


def test_records_with_year_and_month_apart(engine):
    text = OCCUPANCY.replace("Måned;", "År;Måned;").replace("marts", "2010;3")
    assert "mar. 2010" in check(engine, text, name="belægning.csv").errors[0].text


def test_records_with_months_without_a_year_ask_too(engine):
    text = f"Belægning 2010\n{OCCUPANCY}"
    assert options(check(engine, text, name="belægning.csv")) == ["Marts 2010", "Marts 2009"]
    found = check(engine, text, name="belægning.csv", answers=answered("2010"))
    assert not any(p.question for p in found.errors) and "mar. 2010" in found.errors[0].text


def test_records_of_days_ask_for_no_year(engine):
    text = "Kurser 2010\nMåned;Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nmarts;K1;Skive;tovholder;2;2\n"
    assert check(engine, text, name="kursus.csv").status == "ready"
