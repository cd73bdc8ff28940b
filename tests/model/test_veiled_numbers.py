"""CPR numbers and telephones as people write them or programs veil them; and figures, which are neither."""

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics import personal_data as p

HERE = Path(__file__).parents[2]
REAL = HERE.parent / "shared" / "real_data"
OWN = (*sorted((HERE / "sample_data" / "files").rglob("*.csv")), *sorted((HERE / "tests" / "files").glob("*.*")))

UNSEEN = ["\u00ad", "\u034f", "\u061c", "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u2060",
          "\u2064", "\u2066", "\u3164", "\ufe0f", "\ufeff", "\u0332", "\u20e3", "\U000e0020", "\U000e0101", "\x00"]
ZEROS = [0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0E50, 0x17E0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7F6, 0x1FBF0]
JOINS = ["/", "_", ":", "|", "#", "~", "\\", "·", "•", "…", "—", "⁄", "∕", "／", "：", "＿", "（", "\t", "\n", "\u2028",
         "\u3000", "\u2800", "  ", " - ", " / ", "-\n", ")(", ") (", ")-(", "«-»", "' '"]


def _found(text: str) -> bool:
    """Whether the careful look finds the number, and the fast one too."""
    careful, fast = p.has_cpr(text), p.scan(["414", text, "ord"]) == [p.Finding(1, "cpr")]
    assert careful == fast, text
    return careful


@given(st.sampled_from(["251248-4916", "2512484916", "01.01.1950 1234", "1/1-50 1234"]), st.data())
def test_what_nobody_sees_hides_no_number(number, data):
    veiled = "".join(sign + data.draw(st.sampled_from(["", *UNSEEN])) for sign in number)
    assert _found(veiled) and _found(f"Borger {veiled}, se journal")


@pytest.mark.parametrize("unseen", UNSEEN)
def test_a_sign_between_all_digits_hides_no_number(unseen):
    assert _found(unseen.join("251248-4916"))


@given(st.sampled_from(ZEROS), st.sampled_from(["251248-4916", "2512484916", "25/12-1948 4916"]))
def test_the_digits_of_every_script_are_digits(zero, number):
    assert _found("".join(chr(zero + int(sign)) if sign.isdigit() else sign for sign in number))


@pytest.mark.parametrize("join", JOINS)
@pytest.mark.parametrize("date", ["010150", "251248", "01.01.50", "25-12-48", "25/12/1948", "01011950", "1950-01-01"])
def test_every_separator_is_one(date, join):
    assert _found(f"{date}{join}1234") and _found(f"({date}){join}1234")


@pytest.mark.parametrize("text", [
    "⓪①⓪①⑤⓪-①②③④", "⁰¹⁰¹⁵⁰⁻¹²³⁴", "₀₁₀₁₅₀-₁₂₃₄", "010150-1234²", "0️⃣1️⃣0️⃣1️⃣5️⃣0️⃣1️⃣2️⃣3️⃣4️⃣",
    "01-01-1950-1234", "01.01.1950 1234", "1/1-1950 1234", "1/1-50-1234", "1.1.50 1234", "010119501234",
    "19500101-1234", "195001011234", "01-01-2001-4321", "20010101-4321", "01 01 50 1234", "0101 50 1234",
    "010150-12 34", "010150(1234)", "[010150] 1234", "{010150}-1234", "010150,1234", "25.12.48,1234",
    "(01)(01)(50)1234", "01 - 01 - 50 - 1234", "cpr 0101501234",
    "CPR-nr. 010150 1234", "cpr: 25 12 48 49 16", "0/1/0/1/5/0/1/2/3/4", "0_1_0_1_5_0_1_2_3_4",
    "0 1 0 1 1 9 5 0 1 2 3 4", "71.12.48-4916", "711248/4916", "711248-4AB6", "010150-1AB2", "0101501AB2",
    "tal_010150_1234.csv", "fil-010150-1234-v2.csv", "251248_4916 marts.xlsx", "ａ２５１２４８－４９１６"])
def test_these_are_numbers_too(text):
    assert _found(text)


PLAIN = [
    "2010-03-31 12:30:00", "31-03-2010 12:30", "31.03.2010 1230", "31-12-2009 1055", "31.12.2009: 1055",
    "31.12.2009 - 1055", "31-12-09: 1055", "31.12.09 (1055)", "31/12-09 1055", "31/12/09 1055", "1/3-10 1055",
    "1.3.10 1055", "311209: 1055", "310310 (1055)", "2010-03 1055", "2010/03 1055", "2010-03: 1055", "2009/10 2010/11",
    "2009/10 2010", "2009-2011", "2011/12-2012/13", "Wed Mar 31 10:05:10 2010", "tal_20100331_1230.csv",
    "tal_310310_1230.csv", "tal_100331_1230.csv", "tal_2010-03-31_1230.csv", "2010_03_31_1055", "123.456.789",
    "1.234.567.890", "12.105.012.345", "10 100 101 234", "1 234 567 890", "010 119 501 234", "5798001234567",
    "0,0101501234", "12,5 %", "40087,5", "1-5", "1.055.000", "kr. 1.055.000", "250110,1234", "1055²", "2009¹ 2010²",
    "31.12.2009¹", "1055½", "12 10", "10:15-12:30", "22/10-09 til 4/11-09", "25.10.09-31.10.09",
    "1/1-2009-31/12-2010", "01.01.2009-31.12.2010", "01-01-2009 - 31-12-2010", "2009K1 2009K4", "uge 12-15 2010",
    "12, 10, 10, 1055", "4, 12, 10, 1055", "3290;3478", "120510+1234", "120510*1234=5", "4/5 10/12 1055",
    "CVR 29189846", "791 1055 3290", "1.234,5678", "12.345,6789", "310310-4KVT", "Q1/2010-Q4/2010", "m²: 1055 1234",
    "kl. 10.15-12.30 1055", "Skema 2: 1055 1234", "uge 12: 1055 3478", "12) 1055 3478", "uge 12 - 1055 3478"]


@pytest.mark.parametrize("text", PLAIN)
def test_figures_days_and_moments_are_no_numbers_of_persons(text):
    assert not _found(text)


@given(st.integers(0, 10**13), st.sampled_from([".", " ", "\u00a0", "\u2009", "\u202f", "'"]), st.integers(0, 99),
       st.sampled_from(["{}", "{} kr.", "kr. {}", "{} %", "({})", "-{}", "{},00", "<{}"]))
def test_an_amount_with_its_thousands_apart_is_no_number_of_a_person(amount, gap, decimals, around):
    for text in (f"{amount:,}".replace(",", gap), f"{amount:,}".replace(",", gap) + f",{decimals:02d}"):
        assert not _found(around.format(text))


@given(st.datetimes(datetime(2008, 1, 1), datetime(2012, 12, 31)), st.integers(0, 99_999), st.sampled_from([
    "%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M", "%d.%m.%Y kl. %H.%M", "%d/%m/%Y %H:%M:%S",
    "%d/%m-%y", "%Y-%m", "%Y%m%d_%H%M", "%Y%m%d%H%M%S", "%d%m%y_%H%M", "%a %b %d %H:%M:%S %Y"]))
def test_a_moment_of_the_campaign_with_a_count_is_no_number_of_a_person(when, count, form):
    told = when.strftime(form)
    for text in (told, f"{told}: {count}", f"{told} ({count})", f"tal {told}.csv", f"{told} til {told}"):
        assert not p.has_cpr(text), text


@given(st.lists(st.integers(0, 99_999), min_size=1, max_size=12), st.sampled_from([", ", "; ", " / ", " og ", " = "]))
def test_a_row_of_counts_is_no_number_of_a_person(counts, between):
    counts = [count for count in counts if not 1000 <= count <= 9999 or len(counts) < 3]
    assert not p.has_cpr(between.join(map(str, counts)))


def _leaves(value: object) -> list[str]:
    """Every key and value of what a JSON file holds."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in (key, *_leaves(inner))]
    return [leaf for inner in value for leaf in _leaves(inner)] if isinstance(value, list) else [str(value)]


def _cells(path: Path) -> list[str]:
    """Every cell of a text file under every separator it could have; every key and value of a JSON file."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    if path.suffix == ".json":
        return _leaves(json.loads(text))
    return [cell for mark in ";,\t" for row in csv.reader(text.splitlines(), delimiter=mark) for cell in row
            if mark == ";" or len(row) > 1]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_no_file_of_figures_is_refused(path):
    assert [cell for cell in _cells(path) if p.has_cpr(cell)] == []


def test_no_real_file_is_refused():
    if not REAL.is_dir():
        pytest.skip("de virkelige filer ligger ikke her")
    files = sorted(REAL.iterdir())
    cells = [cell for path in files for cell in (path.name, *_cells(path))]
    assert len(cells) > 1_000
    assert [cell for cell in cells if p.has_cpr(cell) or p.has_contact(cell)] == []


@pytest.mark.parametrize("text", [
    "8612 3456", "8612-3456", "86-12-34-56", "86.12.34.56", "86–12–34–56", "86\u00ad12 34\u200b56",
    "86\u00a012\u00a034\u00a056",
    "８６１２ ３４５６", "+45 8612 3456", "0045 8612 3456", "004586123456", "(+45) 86 12 34 56", "+45-8612-3456",
    "tlf. 86123456", "Tlf: 8612-3456", "ring på 8612 3456", "telefonnr. 86 123 456", "mobil 861 23 456",
    "8612 3456, 8612 3457", "navn＠firma.dk", "na\u00advn@fir\u200bma.dk", "navn @ firma.dk", "navn (at) firma.dk",
    "navn[at]firma.dk", "navn snabel-a firma.dk", "navn snabela firma punktum dk", "navn(a)firma.dk"])
def test_contact_details_as_danes_write_them(text):
    assert p.has_contact(text) and p.has_contact(f"Skriv til os: {text}.")
    assert p.scan(["414", text]) == [p.Finding(1, "contact")]


@pytest.mark.parametrize("text", [
    "i 2009 2010", "2009-2011", "1234 5678", "12 34 56 78", "3.478", "kr. 1.055.000", "kr. 8612 3456", "3290-3478",
    "3290 3478 3512", "8612 3456 kr.", "3478 2010", "20-03-2010", "2010-03-31", "telefon 2009-2010",
    "telefon 19-11-2009", "Telefonhenvendelser 2009 2010", "86 123 456", "86.123.456", "29189846", "25-10-09-31-10-09",
    "det er godt at firma.dk er med", "20.15-21.45", "i alt 20 30 40", *PLAIN])
def test_figures_are_no_contact_details(text):
    assert not p.has_contact(text)
