"""What is hidden, struck out or raised in workbooks that people have reported: read right, or told for what it is."""

import re

import openpyxl
import pytest

from model.basics.settings import Settings
from model.intake.files import excel_files
from tests.model.intake import builders
from tests.model.intake.builders import xlsx
from tests.model.intake.filing import check, stated
from tests.model.intake.workbooks.three_rows import ROWS, SHEET, figures, texts


def test_a_hidden_row_is_read_and_told_of(read):
    report = read("05_")
    assert stated(report) == figures(_671_0=217, _671_1=20, _671_2=7)
    assert any("række 5 er skjult" in note for note in report.notes)


def test_of_two_rows_the_hidden_one_is_named(read):
    report = read("05b")
    assert report.status == "refused" and re.search("række [45] er skjult", texts(report))


def test_of_two_columns_the_hidden_one_is_named(read):
    report = read("05d")
    assert report.status == "refused" and re.search(r"kolonne [EF] er skjult", texts(report))
    assert any(re.search(r"kolonne [EF] er skjult", note) for note in report.notes)


@pytest.mark.parametrize("hide", ['hidden="1"', 'hidden="true"', 'ht="0" customHeight="1"'])
def test_rows_are_hidden_in_more_than_one_way(built, hide):
    report = built(old='<row r="3"', new=f'<row r="3" {hide}')
    assert stated(report) == figures()
    assert [note for note in report.notes if "skjult" in note] == [
        "Ark »Ark1«: række 3 er skjult i Excel (måske af et filter), men læst med. Slet det skjulte, hvis det ikke "
        "skal bruges."]


def test_hidden_rows_of_records_are_told_of_and_named_when_doubled(engine):
    def hide(book: openpyxl.Workbook) -> None:
        book["Ark1"].row_dimensions[3].hidden = True
    rows = [["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"], ["K1", "Skive", "tovholder", 2, 2],
            ["K1", "Skive", "tovholder", 3, 3]]
    report = check(engine, xlsx(rows, hide), name="kursus.xlsx")
    assert any("række 3 er skjult" in note for note in report.notes)
    assert report.status == "refused" and "(række 2 og 3; række 3 er skjult)" in texts(report)


@pytest.mark.parametrize("name", ["01_", "01h"])
def test_a_raised_digit_is_a_footnote_mark_and_told_by_cell(read, name):
    report = read(name)
    assert (report.status, stated(report)) == ("ready", figures() if name == "01_" else moved("779", "2010-01"))
    assert any(f"celle {'D2' if name == '01_' else 'A2'}: hævede" in note for note in report.notes)


def moved(code: str, month: str) -> dict[tuple[str, str, str], object]:
    """The figures with one jobcenter's in another month."""
    return {(place, month if place == code else at, measure): value
            for (place, at, measure), value in figures().items()}


def test_a_struck_out_number_is_not_part_of_the_one_beside_it(read):
    report = read("02_")
    assert (report.status, stated(report)) == ("ready", figures(_727_2=7))
    assert any("celle F4: det, der er streget over" in note for note in report.notes)


def runs(*pieces: tuple[str, str]) -> str:
    """A cell's text in pieces, each with what its font says."""
    return "".join(f"<r>{f'<rPr>{font}</rPr>' if font else ''}<t>{text}</t></r>" for text, font in pieces)


def with_shared(content: bytes, parts: dict[str, bytes], strings: str) -> bytes:
    """The workbook with these parts and with texts kept in a part of their own, as Excel keeps them."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    types = builders.part(content, "[Content_Types].xml").replace(
        b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
                     b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
    shared = strings.replace("<sst>", f'<sst xmlns="{main}">').encode()
    return builders.repacked(content, parts | {"[Content_Types].xml": types, "xl/sharedStrings.xml": shared})


UP, STRUCK = '<vertAlign val="superscript"/>', "<strike/>"


@pytest.mark.parametrize(("pieces", "value"), [
    ([("414", ""), ("1)", UP)], 414), ([("1", UP), ("414", "")], 414),
    ([("414", ""), ("2", '<vertAlign val="subscript"/>')], 414), ([("41", ""), ("4", "<b/>")], 414),
    ([("5", STRUCK), (" 797", "<b/>")], 797), ([("797", ""), ("5", '<strike val="1"/>')], 797),
    ([("414", ""), ("2", '<sz val="8"/>')], 414), ([("414", '<sz val="11"/>'), (" 1)", '<sz val="10"/>')], 414),
    ([("1", '<sz val="6"/>'), ("414", "")], 414), ([("41", '<sz val="11"/>'), ("4", '<sz val="11"/>')], 414),
    ([("41", '<strike val="0"/>'), ("4", '<vertAlign val="baseline"/>')], 414)])
@pytest.mark.parametrize("shared", [True, False])
def test_pieces_of_a_number_are_read_by_how_they_look(engine, pieces, value, shared):
    inline = f'<c r="D3" t="inlineStr"><is>{runs(*pieces)}</is></c>'
    stored = ('<c r="D3" t="s"><v>1</v></c>', f"<sst><si><t>her</t></si><si>{runs(*pieces)}</si></sst>")
    sent = xlsx(ROWS)
    sheet = builders.part(sent, SHEET).decode()
    parts = {SHEET: re.sub('<c r="D3"[^>]*>.*?</c>', stored[0] if shared else inline, sheet).encode()}
    content = with_shared(sent, parts, stored[1]) if shared else builders.repacked(sent, parts)
    report = check(engine, content, name="tal.xlsx")
    assert stated(report) == figures(_791_0=value)


def test_a_footnote_digit_in_smaller_letters_is_told_of_and_words_are_kept(built):
    small = '<sz val="7"/>'
    marked = runs(("32", ""), ("1", small))
    report = built(old='<c r="F3"[^>]*>.*?</c>', new=f'<c r="F3" t="inlineStr"><is>{marked}</is></c>')
    assert stated(report) == figures()
    assert any("celle F3: tegn, der er mindre end resten" in note for note in report.notes)
    words = runs(("Heraf i løntilskud", ""), (" (akk.)", small))
    report = built(old='<c r="F1"[^>]*>.*?</c>', new=f'<c r="F1" t="inlineStr"><is>{words}</is></c>')
    assert not any("mindre end resten" in note for note in report.notes)


def test_rows_that_are_hidden_unless_they_say_else_are_told_of(built):
    hidden = '<sheetFormatPr baseColWidth="8" defaultRowHeight="15" zeroHeight="1"/>'
    report = built(old="<sheetFormatPr[^>]*/>", new=hidden)
    assert any("række 1, 2, 3 og 4 er skjult" in note for note in report.notes)
    content = xlsx(ROWS, lambda book: book["Ark1"].row_dimensions.__getitem__(3).__setattr__("height", 15))
    xml = builders.part(content, SHEET).decode()
    xml = re.sub("<sheetFormatPr[^>]*/>", hidden, xml).replace('<row r="1"', '<row r="1" hidden="0"')
    assert any("række 2 og 4 er skjult i Excel" in note for note in excel_notes(content, xml))


def excel_notes(content: bytes, xml: str) -> tuple[str, ...]:
    """What is told of the workbook with another sheet in it."""
    return excel_files.read_excel(builders.repacked(content, {SHEET: xml.encode()}), Settings()).notes


@pytest.mark.parametrize(("value", "font"), [(32, {"strike": True}), ("32", {"strike": True}),
                                             (32, {"vertAlign": "superscript"})])
def test_a_cell_that_is_struck_out_or_raised_as_a_whole_is_refused_by_address(built, value, font):
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["F3"] = value
        book["Ark1"]["F3"].font = openpyxl.styles.Font(**font)
    [found] = built(change).problems
    assert (found.severity, found.sheet, found.row, found.column) == ("fejl", "Ark1", 3, "F")
    assert "celle f3" in found.text.casefold()


def test_a_struck_empty_cell_and_a_raised_word_are_no_matter(built):
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["F8"].font = openpyxl.styles.Font(strike=True)
        book["Ark1"]["C2"].font = openpyxl.styles.Font(vertAlign="superscript")
    assert stated(built(change)) == figures()


def test_what_is_struck_out_is_still_searched_for_cpr_numbers(built):
    report = built(old='<c r="F3"[^>]*>.*?</c>',
                   new=f'<c r="F3" t="inlineStr"><is>{runs((builders.CPR, STRUCK), ("32", ""))}</is></c>')
    assert report.status == "refused" and "CPR-nummer" in texts(report) and "4916" not in texts(report)
