"""The dialogark of every jobcenter, as one PDF and as a zip: one page each, and a bad one takes no other with it."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from threading import Event

import pytest

from model.documents import agreed, sheet
from model.documents.faults import NotMade
from model.subjects.goals.figures.goals import goal1
from tests.model.documents.reading import read, squeezed, words
from tests.model.documents.sheets import AARHUS, FEBRUARY, SAMSOE, SKIVE, VIBORG


def test_all_of_them_are_one_page_each_and_told_as_they_are_made(sampled):
    steps = []
    found = read(sheet.sheets_pdf(sampled, FEBRUARY, progress=lambda done, of: steps.append((done, of))))
    assert len(found.pages) == len(sampled.jobcenters) == 19
    assert steps == [(done, 19) for done in range(20)]
    names = [goal1(sampled, code, FEBRUARY).name for code in sheet.jobcenters(sampled, FEBRUARY)]
    for name, page in zip(names, found.pages, strict=True):
        assert squeezed(f"Dialogark for Jobcenter {name}") in squeezed(page.extract_text())
        assert squeezed(page.extract_text()).endswith("side1af1")
    assert (names[0], names[-1]) == ("Favrskov", "Aarhus")


def test_the_zip_holds_one_file_each(sampled):
    with zipfile.ZipFile(BytesIO(sheet.sheets_zip(sampled, FEBRUARY))) as packed:
        names = packed.namelist()
        assert len(names) == 19
        assert "dialogark_ringkoebingskjern_2011-02.pdf" in names
        assert packed.read("dialogark_viborg_2011-02.pdf") == sheet.sheet_pdf(sampled, VIBORG, FEBRUARY)


def test_while_a_sheet_is_set_the_next_is_put_together(sampled, monkeypatch):
    together, seen, put = [], Event(), agreed.agreed_lines

    def lines(snapshot, code):
        together.append(code)
        if len(together) == 2:
            seen.set()
        return put(snapshot, code)

    def set_alone(*_):
        assert seen.wait(60)
        return b""

    monkeypatch.setattr(agreed, "agreed_lines", lines)
    monkeypatch.setattr(sheet, "_alone", set_alone)
    steps = []
    sheet.sheets_zip(replace(sampled), FEBRUARY, progress=lambda done, of: steps.append((done, of)))
    assert steps == [(done, 19) for done in range(20)]


@pytest.fixture(params=["its figures", "its setting"])
def skive_fails(request, monkeypatch):
    """Of four jobcenters one's sheet cannot be made: its figures fail, or the template does with them."""
    monkeypatch.setattr(sheet, "jobcenters", lambda *_: [AARHUS, SAMSOE, SKIVE, VIBORG])
    whole = agreed.agreed_lines

    def failing(found, code):
        if code != SKIVE:
            return whole(found, code)
        if request.param == "its figures":
            raise KeyError("Anna Andersen fra Skive")
        return [float("nan")]
    monkeypatch.setattr(agreed, "agreed_lines", failing)


def test_one_bad_sheet_takes_none_of_the_others_with_it(sampled, skive_fails, caplog):
    afresh, lost = replace(sampled), []
    with zipfile.ZipFile(BytesIO(sheet.sheets_zip(afresh, FEBRUARY, lost=lost.append))) as packed:
        assert len(packed.namelist()) == 4 and "dialogark_skive_2011-02.pdf" not in packed.namelist()
        assert packed.read("MANGLER.txt").decode("utf-8-sig").strip() == lost[0]
    assert len(lost) == 1 and lost[0].startswith("Dialogarket for Skive mangler. Dokumentet kunne ikke laves.")
    number = re.search(r"nummer ([0-9A-F]{6}) i loggen", lost[0])[1]
    assert [number in record.getMessage() for record in caplog.records] == [True]
    assert "Anna" not in caplog.text and "Traceback" not in caplog.text


def test_in_one_pdf_the_last_page_says_which_sheet_is_missing(sampled, skive_fails):
    lost = []
    found = read(sheet.sheets_pdf(replace(sampled), FEBRUARY, lost=lost.append))
    assert len(found.pages) == 4
    assert squeezed("Disse dialogark mangler") in squeezed(found.pages[-1].extract_text())
    assert squeezed(lost[0]) in squeezed(found.pages[-1].extract_text())
    assert "DialogarkforJobcenterSkive" not in words(found)


def test_when_every_sheet_fails_there_is_no_file(sampled, monkeypatch):
    def failing(*_):
        raise KeyError("alle")
    monkeypatch.setattr(agreed, "agreed_lines", failing)
    for make in (sheet.sheets_zip, sheet.sheets_pdf):
        with pytest.raises(NotMade, match="Ingen af dialogarkene kunne laves"):
            make(replace(sampled), FEBRUARY)
