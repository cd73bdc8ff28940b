"""Text files of the kinds that people have reported in public: read right, or told for what they are."""

from datetime import date

import pytest

from tests.model.intake.filing import APPROVED, check, stated
from tests.model.intake.gates import FILES

REPORTED = FILES / "public_reports"
PERSONS, PLACEMENT, SUBSIDY = "personer_match4", "heraf_virksomhedspraktik", "heraf_loentilskud"
RIGHT = {"779": (414, 61, 12), "727": (205, 20, 5), "791": (795, 102, 32)}


def report(engine, number):
    file = next(REPORTED.glob(f"{number}_*"))
    return check(engine, file.read_bytes(), name=file.name, answers=APPROVED)


def figures(found):
    """Jobcenter -> its three figures of March 2010, when the report would save."""
    assert found.status == "ready", (found.status, found.problems, found.question)
    saved = stated(found)
    return {code: tuple(saved.get((code, "2010-03", measure)) for measure in (PERSONS, PLACEMENT, SUBSIDY))
            for code in {key[0] for key in saved}}


@pytest.mark.parametrize("number", ["03c", "06", "09", "09b", "11", "12", "13", "14", "28"])
def test_a_file_of_a_reported_kind_is_read_to_the_right_figures(engine, number):
    assert figures(report(engine, number)) == RIGHT


def test_hyphens_that_only_look_alike_are_hyphens(engine):
    assert stated(report(engine, "11"))["779", "2010-03", "matchmodel"] == "1-5"


def test_letters_in_two_parts_are_stored_as_one(engine):
    saved = stated(report(engine, "31"))
    assert saved["751", "2010-03", PERSONS] == 3290
    assert saved["751", "2010-03", "bemaerkning"] == "før påske"


@pytest.mark.parametrize(("number", "encoding"), [("09", "MS-DOS"), ("09b", "MS-DOS")])
def test_the_encoding_of_ms_dos_is_read_and_named(engine, number, encoding):
    found = report(engine, number)
    assert stated(found)["779", "2010-03", "bemaerkning"] == "praktik opgjort før påske"
    assert any(encoding in note and "CSV UTF-8" in note for note in found.notes)


def test_a_text_called_xls_is_read_and_told(engine):
    assert any("tekst" in note and ".xls" in note for note in report(engine, "28").notes)


@pytest.mark.parametrize(("number", "said"), [
    ("03c", "så februar 2010 er blevet til marts 2010"), ("12", "2 filer sat efter hinanden")])
def test_what_was_moved_or_joined_is_told(engine, number, said):
    assert any(said in note for note in report(engine, number).notes)


def test_lines_taken_out_of_quotation_marks_are_told(engine):
    found = check(engine, '"maaned;jobcenter;personer"\n"2010-03;Skive;414"\n"2010-03;Odder;205"\n')
    assert len(stated(found)) == 2 and any("Hele linjer stod i anførselstegn" in note for note in found.notes)


def test_months_that_a_time_zone_moved_are_told_of_records_too(engine):
    text = "Jobcenter;Virksomhedscenter;Måned;Pladser\nSkive;Bilka;2010-02-28T23:00:00Z;8\n"
    assert any("februar 2010 er blevet til marts 2010" in note for note in check(engine, text, name="b.csv").notes)


def test_small_counts_hidden_in_other_words_stay_hidden(engine):
    assert figures(report(engine, "27")) == {
        "741": (41, "hidden", "hidden"), "727": (205, "hidden", "hidden"), "779": (414, 61, "hidden")}


def test_an_american_date_as_month_asks_with_the_month_it_would_become(engine):
    found = report(engine, "03d")
    assert found.status == "refused" and {p.gate for p in found.errors} == {3}
    assert all("»3/1/2010«" in p.text and "marts 2010" in p.text and "amerikansk" in p.text for p in found.errors)
    assert "den første i en måned" in found.errors[0].text


def test_an_excel_date_an_hour_too_early_asks_with_the_month_it_would_become(engine):
    found = report(engine, "03")
    assert found.status == "refused"
    assert all("marts 2010" in p.text and "tidszone" in p.text for p in found.errors)


@pytest.mark.parametrize(("cell", "column"), [("########", "Kursusdag"), ("=B2", "Mødt"), ("#REF!", "Jobcenter")])
def test_what_stayed_in_the_spreadsheet_is_told_of_records_too(engine, cell, column):
    row = {"Kursusdag": "K1", "Jobcenter": "Skive", "Rolle": "tovholder", "Tilmeldt": "3", "Mødt": "2"} | {column: cell}
    found = check(engine, "\n".join([";".join(row), ";".join(row.values())]), name="kursus.csv", today=date(2010, 5, 3))
    assert found.status == "refused" and found.errors[0].column == column
    assert "ikke med i filen" in found.errors[0].text or "fejl fra en formel" in found.errors[0].text


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_records_of_other_programs_are_read_as_those_of_windows(engine, encoding):
    text = "Kursusdag,Jobcenter,Rolle,Tilmeldt,Mødt\r\n1.0, \"Samsø\",'tovholder',=\"3\",<5*\r\n"
    found = check(engine, text.encode(encoding), name="kursus.csv", today=date(2010, 5, 3))
    assert found.status == "ready", found.problems
    assert set(found.changes["jobcenter"]) == {"741"}
