"""What a sheet's XML says beside its cells: only what is known to hold nothing but looks and sizes passes."""

import io
import zipfile

import openpyxl
import pytest

from model.intake.files.excel_beside import holds_words

SHEET = "xl/worksheets/sheet1.xml"


def workbook(old: str = "", new: str = "", *, encoding: str = "utf-8") -> bytes:
    """A workbook of one sheet, in whose XML a piece is changed."""
    book = openpyxl.Workbook()
    for row in (["Jobcenter", "Ledige", "I alt"], ["Skive", 3, "=B2+IF(B2<4,1,2)"]):
        book.active.append(row)
    book.properties.creator = "openpyxl"
    saved, made = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as archive, zipfile.ZipFile(made, "w") as changed:
        for name in archive.namelist():
            xml = archive.read(name)
            assert name != SHEET or old.encode() in xml
            changed.writestr(name, xml.decode().replace(old, new).encode(encoding) if name == SHEET else xml)
    return made.getvalue()


def holds(content: bytes) -> bool:
    return holds_words(content, ["Jobcenter", "Ledige", "I alt", "Skive", "Sheet"])


@pytest.mark.parametrize(("old", "new"), [
    ("", ""), ("<v>3</v>", "<v>4</v>"), ("<sheetData>", '<sheetData  xml:space="preserve">'),
    ("B2+", "SUM(B2:B3)+")])
def test_figures_and_their_formulas_are_no_words(old, new):
    assert not holds(workbook(old, new))


@pytest.mark.parametrize(("old", "new"), [
    ("<sheetData>", "<!-- Opdigtet Prøvesen --><sheetData>"),
    ("<sheetData>", "<?note Opdigtet Prøvesen?><sheetData>"),
    ("<v>3</v>", "<v><![CDATA[3]]></v><x>Opdigtet Prøvesen</x>"),
    ("</sheetData>", "</sheetData><legacy:notes>Opdigtet Prøvesen</legacy:notes>"),
    ("B2+", "&quot;Opdigtet Prøvesen&quot;+"), ("B2+", "&#34;Opdigtet&#x22;+"), ("B2+", "Prøvesen!B2+'Prøvesen'!B2+"),
    ("B2+", "[Prøvesen.xlsx]A!B2+")])
def test_whatever_else_a_sheet_says_may_be_anybodys(old, new):
    assert holds(workbook(old, new))


def test_a_sheet_that_cannot_be_searched_as_it_stands_is_not_believed():
    assert holds(workbook(encoding="utf-16"))
