"""What every file has in common: limits, names, personal data anywhere; and no bytes at all lead to a traceback."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.basics.settings import Settings
from model.intake.files.reading import FileRefused, Workbook, read
from model.intake.report import Problem
from tests.model.intake import builders
from tests.model.intake.builders import ROWS, part, repacked, text, with_cell, xlsx

FILES = Path(__file__).parents[3] / "files"
WHOLE = xlsx()


def load(name: str, content: bytes, **limits: int) -> Workbook:
    return read(name, content, known_headings=builders.HEADINGS, limits=Settings(**limits))


def refusal(name: str, content: bytes, **limits: int) -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        load(name, content, **limits)
    return refused.value


def outcome(name: str, content: bytes) -> tuple[Problem, ...]:
    """The problems of a file, read or refused; any other error is the test's failure."""
    try:
        return load(name, content).problems
    except FileRefused as refused:
        return refused.problems


def test_a_file_keeps_its_name_without_folders_and_its_digest():
    found = load(r"C:\Mine tal\marts.csv", text())
    assert found.file_name == "marts.csv"
    assert found.sha256 == load("tal/april.csv", text()).sha256
    assert len(found.sha256) == 64


def test_a_workbook_called_csv_is_read_as_the_workbook_it_is():
    assert load("tal.csv", xlsx()).sheets[0].name == "Ark1"


def test_headings_alone_are_no_fault_of_the_file():
    assert load("tal.csv", text([builders.HEADINGS])).sheets[0].cells.shape == (1, 3)
    assert load("tal.xlsx", xlsx([builders.HEADINGS])).sheets[0].cells.shape == (1, 3)


def test_what_is_larger_than_the_limit_is_refused_at_once():
    started = time.process_time()
    refused = refusal("tal.csv", bytes(21_000_000))
    assert "21 MB" in str(refused) and "højst indlæses 20 MB" in str(refused)
    assert time.process_time() - started < 0.2


@pytest.mark.long  # a load
@pytest.mark.parametrize("content", [
    os.urandom(19_900_000), b"PK\x03\x04" + os.urandom(1_000_000), b"a" * 5_000_000, b";" * 5_000_000,
    b"1.2" * 2_000_000, b'"' * 5_000_000, b"a@" * 2_000_000, b"a;b\n" + b"0101701234;x\n" * 20_000, b"navn\n" * 900_000,
    b"a;b\n1;" + b" " * 5_000_000 + b"x", b"\xff\xfe" + os.urandom(2_000_000)],
    ids=["noise", "zipped noise", "letters", "separators", "digits", "quotes", "mailboxes", "cpr", "names", "spaces",
         "utf16"])
def test_megabytes_of_nonsense_take_seconds_at_most(content):
    started = time.process_time()
    assert all(problem.gate == 1 for problem in outcome("tal.csv", content))
    assert time.process_time() - started < 10


def test_a_zip_bomb_is_refused_by_its_unpacked_size_before_it_is_unpacked():
    content = builders.bomb()
    assert len(content) < 1_000_000
    started = time.process_time()
    assert "når den pakkes ud (151 MB; højst 100 MB)" in str(refusal("tal.xlsx", content))
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(("name", "content"), [("tal.csv", text()), ("tal.xlsx", xlsx())])
def test_rows_are_limited(name, content):
    assert load(name, content, max_rows=3).sheets[0].cells.shape == (3, 3)
    assert "rækker" in str(refusal(name, content, max_rows=2))


@pytest.mark.parametrize(("name", "content"), [("tal.csv", text()), ("tal.xlsx", xlsx())])
def test_columns_are_limited(name, content):
    assert load(name, content, max_columns=3).sheets[0].cells.shape == (3, 3)
    assert "2" in str(refusal(name, content, max_columns=2))
    assert "kolonner" in str(refusal(name, content, max_columns=2))


@settings(max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.txt", "a.tsv", "a.xlsx", "a.xls", "a", "a.pdf", ".csv"]))
def test_any_bytes_are_read_or_refused(content, name):
    assert all(problem.gate == 1 and problem.text for problem in outcome(name, content))


@settings(max_examples=100)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert all(problem.gate == 1 and problem.text for problem in outcome("tal.xlsx", bytes(content)))


@settings(max_examples=60)
@given(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml",
                        "xl/_rels/workbook.xml.rels"]), st.data())
def test_a_workbook_with_a_damaged_part_is_read_or_refused(name, data):
    whole = builders.part(WHOLE, name)
    at = data.draw(st.integers(0, len(whole)))
    junk = data.draw(st.sampled_from([b"", b"<", b"\0", b"9" * 30, b'"', b"<a/>", b"XFE9999999"]))
    cut = data.draw(st.integers(0, 20))
    content = builders.repacked(WHOLE, {name: whole[:at] + junk + whole[at + cut:]})
    assert all(problem.gate == 1 and problem.text for problem in outcome("tal.xlsx", content))


@settings(max_examples=100)
@given(st.integers(0, 2), st.integers(0, 2), st.sampled_from(["", "-", " ", ".", "–", "\u00a0"]),
       st.sampled_from(["", "-", " ", "."]), st.sampled_from([";", ",", "\t", "|"]))
def test_a_cpr_number_in_any_cell_is_refused_and_never_repeated(row, column, last, inside, separator):
    rows = [list(cells) for cells in ROWS]
    number = f"25{inside}12{inside}48{last}4916"
    rows[row][column] = number
    refused = refusal("tal.csv", text(rows, separator=separator))
    assert [(p.row, p.column) for p in refused.problems] == [(row + 1, "ABC"[column])]
    assert number not in str(refused) and "4916" not in repr(refused.problems)


@pytest.mark.parametrize("value", [2512484916, 2512484916.0, "251248-4916", 504481234, 251248.4916,
                                   50448.123, "se 251248 4916"])
def test_a_cpr_number_in_a_workbook_is_found_however_it_is_kept(value):
    refused = refusal("tal.xlsx", xlsx(ROWS, with_cell(value)))
    assert [(p.sheet, p.row, p.column) for p in refused.problems] == [("Ark1", 3, "C")]
    assert "4916" not in str(refused) and "1234" not in str(refused)


@pytest.mark.parametrize("stored", [b"251248.49160000001", b"50448.123399999997", b"251248.49100000001"])
def test_a_cpr_number_is_found_with_the_decimals_that_excel_writes(stored):
    whole = xlsx(ROWS, with_cell(12345.5))
    xml = part(whole, "xl/worksheets/sheet1.xml")
    assert b"12345.5" in xml
    content = repacked(whole, {"xl/worksheets/sheet1.xml": xml.replace(b"12345.5", stored)})
    assert "CPR-nummer" in refusal("tal.xlsx", content).problems[0].text


def test_a_cpr_number_in_the_files_name_is_refused_without_repeating_it():
    refused = refusal("251248-4916.csv", text())
    assert "Giv filen et andet navn" in str(refused)
    assert "4916" not in str(refused)


def test_a_sheets_name_with_a_cpr_number_is_not_repeated_with_its_cells_problems():
    rows = [*ROWS, ["2010-03", "251248-4916", 1]]
    refused = refusal("tal.xlsx", xlsx(rows, lambda book: setattr(book["Ark1"], "title", "251248-4916")))
    assert len(refused.problems) == 2
    assert "4916" not in repr(refused.problems)


def test_every_problem_of_the_file_is_told_at_once():
    rows = [*ROWS, ["2010-03", "251248-4916", "1"], ["2010-03", "SamsÃ¸", "Sams\x07"], ["x", "Efternavn", "2"]]
    problems = refusal("tal.csv", text(rows)).problems
    assert [(p.row, p.column) for p in problems] == [(4, "B"), (6, "B"), (5, None), (5, None)]


def test_many_problems_of_one_kind_are_counted_after_the_first_fifty():
    rows = [["a", "b"], *[["251248-4916", "1"]] * 80]
    problems = refusal("tal.csv", text(rows)).problems
    assert len(problems) == 51
    assert problems[-1].text.startswith("30 celler mere")


def test_amounts_in_kroner_are_no_cpr_numbers_though_one_of_them_could_be():
    amounts = ["105263158", "176543210", "198765432", "187654321", "165432100"]
    rows = [["aar", "kroner"], *[["2010", amount] for amount in amounts]]
    assert load("tal.csv", text(rows)).problems == ()
    assert load("tal.xlsx", xlsx([rows[0], *[[2010, int(a)] for a in amounts]])).problems == ()


def test_a_mailbox_and_a_phone_number_are_warned_about_where_they_stand():
    found = load("tal.csv", text([*ROWS, ["Kilde: vc-tal@example.dk, tlf. 70 00 00 00", "", ""]]))
    assert [(p.severity, p.gate, p.row, p.column) for p in found.problems] == [("advarsel", 1, 4, "A")]
    assert "begrundelse" in found.problems[0].text and "example.dk" not in found.problems[0].text


def test_a_column_called_navn_is_warned_about_unless_it_is_one_of_our_headings():
    rows = [["navn", "tal"], ["Skive", "414"]]
    assert [p.severity for p in load("tal.csv", text(rows)).problems] == ["advarsel"]
    assert read("tal.csv", text(rows), known_headings=["Navn"], limits=Settings()).problems == ()


@pytest.mark.parametrize(("name", "shape"), [
    ("1_VC-opfoelgning_marts10_ENDELIG_v2.csv", (30, 12)), ("3_norddjurs_marts.txt", (19, 4))])
def test_files_as_consultants_send_them(name, shape):
    found = load(name, (FILES / name).read_bytes())
    assert found.sheets[0].cells.shape == shape
    assert all(problem.severity == "advarsel" for problem in found.problems)


@pytest.mark.parametrize(("name", "shape", "cells"), [
    ("opdigtet_statbank_bred.csv", (9, 6), {(1, 0): "Sex", (2, 1): "0 years", (2, 2): "33000", (9, 5): "24"}),
    ("opdigtet_klassifikation.csv", (8, 10), {(1, 6): "INKLUDERER_OGSÅ", (3, 1): "101", (3, 3): "København",
                                              (3, 9): None}),
    ("opdigtet_kommuner.csv", (8, 6), {(1, 0): "Kommune_(id)", (2, 2): " 160.000", (6, 1): "Læsø", (6, 3): "<10"})])
def test_the_shapes_in_which_danish_authorities_publish(name, shape, cells):
    """Invented figures: wide with commas; quoted codes and empty columns; padded numbers with points and »<10«."""
    found = load(name, (FILES / name).read_bytes())
    assert found.sheets[0].cells.shape == shape
    assert {place: found.sheets[0].cells.at[place] for place in cells} == cells
    assert found.problems == ()


def test_an_encrypted_zip_entry_asks_for_the_password_to_be_removed():
    content = bytearray(builders.zipped(["[Content_Types].xml"]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    assert "adgangskode" in str(refusal("tal.xlsx", bytes(content)))
