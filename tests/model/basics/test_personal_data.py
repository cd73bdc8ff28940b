"""What counts as personal data in a text, and what only looks like it."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.basics import personal_data as p
from model.basics.personal_patterns import MONTHS
from model.basics.plain_text import plain

GAPS = [" ", ".", "-", "\u00a0", "–", "\u202f", "−"]
FULL_WIDTH = str.maketrans("0123456789-. ", "０１２３４５６７８９－．\u3000")
LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A CPR number with any allowed separators; modulus 11 is not asked for."""
    month = draw(st.integers(1, 12))
    day = f"{draw(st.integers(1, LONGEST.get(month, 31))):02d}"
    if draw(st.booleans()):
        day = day.removeprefix("0")  # the zero a spreadsheet drops
    inside = st.sampled_from(["", *GAPS, ". ", " - "[:2]])
    date = draw(inside).join((day, f"{month:02d}")) + draw(inside) + f"{draw(st.integers(0, 99)):02d}"
    number = date + draw(st.sampled_from(["", *GAPS])) + f"{draw(st.integers(0, 9999)):04d}"
    assume(not re.match(MONTHS, plain(number)))
    return number


@given(numbers())
def test_full_width_digits_are_digits(number):
    assert p.has_cpr(number.translate(FULL_WIDTH))
    assert p.scan(["414", number.translate(FULL_WIDTH)]) == [p.Finding(1, "cpr")]


@given(st.sampled_from(["251248", "050448", "711248"]), st.integers(0, 9999), st.sampled_from([*GAPS, "  ", " - "]),
       st.booleans())
def test_digits_that_stand_apart_are_found(day, serial, gap, together):
    last = f"{serial:04d}" if together else gap.join(f"{serial:04d}")
    number = gap.join([*day, last])
    assert p.has_cpr(number) and p.has_cpr(f"Borger {number}, se journal")
    assert p.scan(["414", number, "ord"]) == [p.Finding(1, "cpr")]


@given(numbers())
def test_every_way_to_write_a_cpr_number_is_found(number):
    assert p.has_cpr(number)
    assert p.has_cpr(f"Borger {number}, se journal")
    assert p.has_cpr(f"({number})")


@given(st.lists(st.sampled_from(["", "414", "2010-03", "<3", "Ringk.-Skjern", "13.568", "ord\nord"]), max_size=30),
       numbers(), st.integers(0, 30))
def test_a_scan_finds_exactly_the_planted_number(texts, number, at):
    at = min(at, len(texts))
    planted = [*texts[:at], number, *texts[at:]]
    assert [(found.position, found.kind) for found in p.scan(planted)] == [(at, "cpr")]


@given(st.lists(st.text(alphabet="0123456789２５-–. \u00a0,;navcpr@e+E\n/_:()\u200b\u00ad٢²\tAÅ", max_size=25),
                max_size=12))
def test_the_fast_scan_finds_what_looking_at_every_text_finds(texts):
    slow = [(at, p.find(text)) for at, text in enumerate(texts) if p.find(text)]
    assert [(found.position, found.kind) for found in p.scan(texts)] == slow


@pytest.mark.parametrize("text", [
    "251248-4916", "2512484916", "251248 4916", "25.12.48-4916", "25-12-48 4916", "25 12 48 4916", "251248–4916",
    "251248 - 4916", "CPR:2512484916", "050448-1234", "50448-1234", "504481234", "5.04.48-1234", "290200-1234",
    "711248-4916", "2,512484916E+09", "1,01065E+09", "2.512484916e9", "5,04481234E+08", "251248.4916", "25.12484916"])
def test_these_are_cpr_numbers(text):
    assert p.has_cpr(text)


@pytest.mark.parametrize("text", [
    "19-11-2009 10:00", "19-11-2009 10.00", "2009-11-19 10:00:00", "20091119100000", "2010-03-05T10:15",
    "19-11-2009",
    "5798001234567", "0057980012345", "12345678", "29189846", "70 00 00 00", "+45 70 00 00 00", "+4570000000", "3.290",
    "11.539", "1 055", "13568", "320199-1234", "310299-1234", "310299 - 1234", "300299-1234", "310499-1234",
    "611399-1234",
    "001299-1234", "251348-4916", "251248--4916",
    "251248-491", "251248-49161", "1251248-4916", "0,105263158", "0.1052631578947368", "-0,101234567 %",
    "12,1012345678", "105.263.158", "200910 201003", "2009-10 2010-03", "2008-09 2009-10", "2009-10–2010-03",
    "1 2 3 4 5 6 7 8 9 10", "0 1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8 9 0", "3 1 0 2 4 8 4 9 1 6",
    "2 5 1 2 4 8 4 9 1", "2 5 1 2 4 8 4 9 1 6 7", "12 2 5 1 2 4 8 4 9 1 6", "2 5 1 2 4 8 4 9 1 60",
    "2, 5, 1, 2, 4, 8, 4, 9, 1, 6", "2 5 1 3 4 8 4 9 1 6", "25 12 48 49 16", "４１４",
    "1,5E+09", "9,9E+05", "22/10-09 til 4/11-09", "2009M10 2009M11"])
def test_these_are_no_cpr_numbers(text):
    assert not p.has_cpr(text)


@pytest.mark.parametrize(("number", "expected"), [
    (2512484916, True), (2512484916.0, True), (504481234, True), (251248.4916, True), (50448.1234, True),
    (3290, False), (12345678, False), (0.105263158, False), (13.103448275862069, False), (5798001234567, False),
    (320199123, False), (40087.5, False), (251248.491, True), (50448.123, True), (251248.49, False), (101010.5, False)])
def test_numbers_of_a_spreadsheet(number, expected):
    assert p.is_cpr(number) is expected


@pytest.mark.parametrize("heading", [
    "cpr", "CPR", "CPR-nr.", "cpr_nr", "Cprnr", "CPR-nummer", "Personnummer", "Fornavn", "EFTERNAVN",
    "Fornavn og efternavn",
    "Fødselsdato", "foedselsdato", "Sagsnummer", "Sagsnr.", "Adresse", "Borgerens adresse", "Borgers CPR-nr."])
def test_headings_of_columns_about_persons(heading):
    assert p.forbidden_heading(heading)
    assert p.find(heading) == "heading"


@pytest.mark.parametrize("heading", [
    "Jobcenter", "Kommunenavn", "Kom.nr.", "Kilde: CPR-registeret", "Personer i match 4", "E-mail-adresse", "navn",
    "Sag",
    "personer_match4", "", "Antal uden adresse i kommunen"])
def test_headings_of_other_columns(heading):
    assert not p.forbidden_heading(heading)


@pytest.mark.parametrize(("heading", "expected"), [
    ("navn", True), ("Navn", True), ("Borgers navn", True), ("Jobcenternavn", False),
    ("Navn på virksomhedscenter", False),
    ("Jobcenter (navn)", False), ("navngivet", False)])
def test_a_column_called_navn(heading, expected):
    assert p.name_heading(heading) is expected


@pytest.mark.parametrize(("text", "expected"), [
    ("vc-tal@example.dk", True), ("Spørgsmål: vc-tal@example.dk, tlf. 70 00 00 00", True), ("tlf. 70 00 00 00", True),
    ("Tlf.: 70000000", True), ("mobil 20304050", True), ("+45 70000000", True), ("70 00 00 00", True),
    ("Skive @ 414", False), ("12345678", False), ("20091119", False), ("CVR 12345678", False), ("10 20 30 40", False),
    ("45 50 60 70 80", False), ("3.290", False)])
def test_mailboxes_and_telephones(text, expected):
    assert p.has_contact(text) is expected


@pytest.mark.parametrize(("column", "expected"), [
    (["105263158", "176543210", "198765432", "187654321", "12345678"], True),
    (["105263158", "205263158", "304263158", "406263158"], False),
    (["105263158", "3290", "414", "195"], False),
    ([], False)])
def test_a_column_of_large_amounts_is_no_column_of_cpr_numbers(column, expected):
    """Only the column can tell an amount in kroner from a number whose leading zero was lost."""
    assert p.are_amounts(column) is expected
