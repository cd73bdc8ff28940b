"""Workbooks of the kinds that people have reported in public: read right, or told for what they are."""

import re
import time
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest

from model.importing.files import excel_files, number_formats
from model.importing.report import Report
from model.settings import Settings
from tests.model.importing import builders
from tests.model.importing.builders import Change, xlsx
from tests.model.importing.filing import check, stated
from tests.model.importing.gates import FILES

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
MEASURES = ("personer_match4", "heraf_virksomhedspraktik", "heraf_loentilskud")
SENT = {"779": (414, 61, 12), "727": (205, 20, 5), "791": (795, 102, 32)}
ROWS = [["Måned", "Kommunekode", "Jobcenter", "Kontant- og starthjælpsmodtagere i matchgruppe 4",
         "Heraf i virksomhedspraktik", "Heraf i løntilskud"],
        ["2010-03", 779, "Skive", 414, 61, 12], ["2010-03", 791, "Viborg", 795, 102, 32],
        ["2010-03", 727, "Odder", 205, 20, 5]]


@pytest.fixture
def read(engine) -> Callable[[str], Report]:
    """The report on the file whose name begins so."""
    def read(name: str) -> Report:
        [path] = (FILES / "public_reports").glob(f"{name}*")
        return check(engine, path.read_bytes(), name=path.name, month=date(2010, 3, 1))
    return read


@pytest.fixture
def built(engine) -> Callable[..., Report]:
    """The report on the three jobcenters' rows with a change made to the workbook, or to the text of one part."""
    def built(change: Change | None = None, *, part: str = SHEET, old: str = "", new: str = "") -> Report:
        content = xlsx(ROWS, change)
        if new:
            xml = builders.part(content, part).decode()
            assert re.search(old, xml), xml
            content = builders.repacked(content, {part: re.sub(old, lambda _: new, xml, count=1).encode()})
        return check(engine, content, name="tal.xlsx")
    return built


def figures(**changed: object) -> dict[tuple[str, str, str], object]:
    """What the three jobcenters sent for March, with some figures in another way: ``779_0`` is Skive's first."""
    sent: dict[tuple[str, str, str], object] = {
        (code, "2010-03", measure): value for code, row in SENT.items()
        for measure, value in zip(MEASURES, row, strict=True)}
    for name, value in changed.items():
        code, at = name.removeprefix("_").split("_")
        sent[code, "2010-03", MEASURES[int(at)]] = value
    return sent


def texts(report: Report) -> str:
    return " ".join(problem.text for problem in report.problems)


@pytest.mark.parametrize("name", ["15_", "16_", "23_"])
def test_figures_are_read_whatever_the_styles_the_addresses_and_the_empty_cells(read, name):
    started = time.perf_counter()
    report = read(name)
    assert (report.status, stated(report)) == ("ready", figures())
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(("old", "new"), [
    ("<fill>", "<fill/><fill>"), ('<family val="2"/>', '<family val="34"/>'),
    ("<cellStyles.*?</cellStyles>", '<cellStyles><cellStyle xfId="77"/></cellStyles>'),
    ("</styleSheet>", '<extLst><ext uri="{}"><x:y xmlns:x="urn:x"/></ext></extLst></styleSheet>'),
    ('<color theme="1"/>', '<color rgb="rød"/>'), ("<borders", '<borders><border diagonal="skrå"/></borders><borders')])
def test_no_figure_depends_on_how_a_workbook_is_styled(built, old, new):
    report = built(part=STYLES, old=old, new=new)
    assert (report.status, stated(report)) == ("ready", figures())


def test_dates_are_dates_though_the_styles_are_odd(engine):
    def dated(book: openpyxl.Workbook) -> None:
        for row, form in ((2, "mmm yyyy"), (3, "dd-mm-yyyy"), (4, "mm-dd-yy")):
            book["Ark1"].cell(row, 1, date(2010, 3, 1)).number_format = form
    content = xlsx(ROWS, dated)
    odd = builders.part(content, STYLES).replace(b"<fill>", b"<fill/><fill>", 1)
    assert stated(check(engine, builders.repacked(content, {STYLES: odd}), name="tal.xlsx")) == figures()


@pytest.mark.parametrize("empty", ['<c r="XFD{}" s="0"/>', '<c r="XFD{}" s="0"></c>', '<c r="XFD{}"><v></v></c>',
                                   '<c r="XFD{}" t="s"><v/></c>'])
def test_formatted_empty_rows_to_the_end_of_the_sheet_take_no_time(built, empty):
    below = "".join(f'<row r="{row}">{empty.format(row)}</row>' for row in range(5, 20_000))
    started = time.perf_counter()
    assert stated(built(old="</sheetData>", new=f"{below}</sheetData>")) == figures()
    assert time.perf_counter() - started < 5


def test_formatted_empty_cells_between_figures_and_a_line_far_below_take_no_time(built):
    rows = "".join(f'<row r="{row}"><c r="XFD{row}" s="0"/></row>' for row in range(5, 20_000))
    note = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Kilde: eget system</t></is></c></row>'
    assert stated(built(old="</sheetData>", new=f"{rows}{note}</sheetData>")) == figures()


def test_characters_that_a_workbook_writes_as_codes_are_read_as_excel_shows_them(read):
    report = read("04_")
    assert (report.status, stated(report)) == ("ready", figures())
    assert not any("_x0" in heading.heading for heading in report.mapping)


@pytest.mark.parametrize(("written", "meant"), [
    ("Skive_x000D_", "Skive"), ("_x0009_Skive_x000A_", "Skive"), ("Ski_x0076_e", "Skive"), ("Skive_x0007_", "Skive"),
    ("Skive_x000B_", "Skive")])
def test_codes_in_any_text_are_decoded(built, written, meant):
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["B2"] = None
        book["Ark1"]["C2"] = written
    assert stated(built(change)) == figures()


def test_a_number_with_a_code_in_it_is_the_number(built):
    assert stated(built(builders.with_cell("414_x000D_", "D2"))) == figures()


def test_a_cpr_number_written_with_codes_is_found(built):
    report = built(builders.with_cell("251248_x002D_4916", "G2"))
    assert report.status == "refused" and "CPR-nummer" in texts(report)


def test_an_underscore_written_as_a_code_keeps_what_only_looks_like_one():
    assert excel_files.unescaped("_x005F_x000D_") == "_x000D_"
    assert excel_files.unescaped("_xD83D__xDE00_") == "\U0001f600"


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


def test_a_count_that_the_sender_shows_as_below_five_stays_hidden(read):
    report = read("22_")
    assert report.status == "ready" and "hidden" in stated(report).values()
    assert 3 not in stated(report).values()
    assert any("Excel viser »<5« i stedet for det tal" in note for note in report.notes)


@pytest.mark.parametrize(("code", "value", "shown"), [
    ('[<5]"<5";0', 3, "<5"), ('[<5]"<5";0', 5, None), ('[<5]"<5";0', 0, "<5"), ('[<=4]\\<5;General', 4, "<5"),
    ('[>=5]0;"<5"', 3, "<5"), ('[>=5]0;"<5"', 12, None), ('[Red][<5]"<5";#,##0', 3, "<5"), ('[<5]"*";0', 3, "*"),
    ('[=0]0;[<5]"<5";0', 3, "<5"), ('[=0]0;[<5]"<5";0', 0, None), ('[<5]"under 5";0', 3, "under 5"),
    (";;;", 3, ""), (";;;", 0, ""), ('0;-0;"-"', 0, "-"), ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 0, None),
    ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 1055, None), ('0" personer"', 61, None), ('"K"0', 3, None),
    ("dd-mm-yyyy", 40238, None), ("[h]:mm", 1.5, None), ("General", 3, None), ("#,##0", 3, None),
    ("0%", 0.147, "14,7 %"),
    ("0.0%", 1, "100,0 %"), ('0.0" %"', 14, "14,0 %"), ('[<5]"<"0;0', 3, "<3"), ('"<5"', 3, "<5"), ("[<5];0", 3, ""),
    ('"1"0', 61, "161"), ('0" (38)"', 61, "61 (38)"), ('0" 1)"', 61, "61 1)"), ("0\\*", 61, "61*"), ('0"*"', 3, "3*"),
    ('"ca. "0', 61, "ca. 61"), ('0"%"', 61, "61%"), ("-0", 61, "-61"), ('0" a)"', 61, "61 a)"), ("+0;-0;0", 61, "+61"),
    ('0"¹"', 61, "61¹"), ("General\\*", 61, "61*"), ('0;0;"-"', 0, "-"), ("0;;", 0, ""), ("0;;", -5, ""),
    ("#,##0,", 61000, "61"), ("0-0", 61, "6-1"), ('0"1"0', 61, "611"), ('0" pct."', 61, "61 pct."),
    ("yyyy", 40238, "år 2010"), ('0;0;"ingen"', 0, "ingen"), ('#,##0" (skjult)"', 61, "61 (skjult)"),
    ("[>9]0;0\\*", 3, "3*"), ('0" / 2"', 61, "61 / 2")])
def test_what_excel_shows_in_place_of_a_number(code, value, shown):
    assert number_formats.shown(value, code) == shown
    assert shown is None or not number_formats.is_plain(code)


@pytest.mark.parametrize("code", [
    "General", "0", "#,##0", "dd-mm-yyyy", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "# ##0", '0 "personer"',
    '0" pers."', "@", "0;[Red]-0", "[Blue]0;[Red]-0", "0;-0;0", "#,##0_);(#,##0)", "0.00", "00000", "mmm yyyy",
    "yyyy-mm",
    '_-* #,##0 "kr."_-;-* #,##0 "kr."_-;_-* "-" "kr."_-;_-@_-', '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    '0"."000', "00 00 00 00", '"K"0', "# ?/?", "0.00E+00", '[$kr.-406] #,##0', "0;-0"])
def test_usual_formats_need_no_closer_look(code):
    if not code.endswith('"kr."_-;_-@_-'):
        assert number_formats.is_plain(code)
    assert [number_formats.shown(value, code) for value in (61, 1055, -61, 0)] == [None] * 4


@pytest.mark.parametrize(("code", "said"), [
    ('"1"0', None), ('0" (38)"', "mere end et tal"), ("0\\*", "mere end et tal"), ('"ca. "0', "skøn"),
    ('0"%"', "procent"), ("-0", "negativt"), ('0" 1)"', "mere end et tal")])
def test_a_number_that_shows_as_something_else_is_told_of_as_that(built, code, said):
    report = built(builders.with_cell(61, "E2", code))
    assert any("Excel viser »" in note for note in report.notes)
    assert said in texts(report) if said else stated(report) == figures(_779_1=161)


@pytest.mark.parametrize("code", ['0;0;"-"', "0;;"])
def test_a_nought_that_does_not_show_is_read_as_it_looks(built, code):
    report = built(builders.with_cell(0, "E2", code))
    assert 0 not in stated(report).values()
    assert any("Excel viser" in note for note in report.notes)


@pytest.mark.parametrize("code", ["yyyy", '"år "yyyy', "[$-406]yyyy"])
def test_a_day_of_which_the_year_alone_shows_is_no_month(built, code):
    report = built(builders.with_cell(date(2010, 3, 1), "A2", code))
    assert "et helt år" in texts(report)
    assert "dato" in texts(built(builders.with_cell(date(2010, 3, 1), "E2", code))) or report.status == "refused"


@pytest.mark.parametrize("name", ["32_", "32b"])
def test_a_count_shown_as_a_percentage_is_told_of_as_one(read, name):
    report = read(name)
    assert report.status == "refused"
    assert [p.row for p in report.problems] == [2, 3, 4]
    assert all("er en procent, ikke et antal" in p.text for p in report.problems)


@pytest.mark.parametrize("code", ["0%", "0.00%", "#,##0.0 %", "0.0%;[Red]-0.0%"])
def test_every_format_with_a_per_cent_sign_is_one(built, code):
    assert "er en procent, ikke et antal" in texts(built(builders.with_cell(0.1473, "E2", code)))


def test_a_column_of_shares_beside_the_counts_is_no_hindrance(built):
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["G1"] = "Pct."
        for row in (2, 3, 4):
            book["Ark1"].cell(row, 7, 0.147).number_format = "0.0%"
    assert stated(built(change)) == figures()


def test_a_hidden_count_of_records_stays_hidden(engine):
    rows = [["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"], ["K1", "Skive", "tovholder", 4, 3]]
    report = check(engine, xlsx(rows, builders.with_cell(3, "E2", '[<5]"<5";0')), name="kursus.xlsx")
    assert "hidden" in set(report.changes["mark"]) and 3 not in set(report.changes["value"].dropna())


@pytest.mark.parametrize(("name", "areas", "whom"), [
    ("08_", ("D2:D3", "E2:E3", "F2:F3"), "Aarhus og Samsø"),
    ("08c", ("E3:F3",), "»Heraf i virksomhedspraktik« og »Heraf i løntilskud« for Samsø")])
def test_a_figure_merged_over_two_is_neithers(read, name, areas, whom):
    report = read(name)
    assert report.status == "refused"
    assert all(f"Cellerne {area} er flettet" in texts(report) for area in areas) and whom in texts(report)


@pytest.mark.parametrize(("area", "whom"), [
    ("D2:D3", "Skive og Viborg"), ("D2:D4", "Skive, Viborg og Odder"), ("E2:F2", "»Heraf i virksomhedspraktik« og "
                                                                       "»Heraf i løntilskud«"),
    ("E3:F4", "Viborg og Odder")])
def test_whom_a_merged_figure_covers_is_said(built, area, whom):
    report = built(lambda book: book["Ark1"].merge_cells(area))
    assert report.status == "refused" and area in texts(report) and whom in texts(report)


def test_a_remark_merged_over_two_is_told_to_be_the_first_s(built):
    def change(book: openpyxl.Workbook) -> None:
        page = book["Ark1"]
        page["G1"], page["G2"] = "Bemærkning", "foreløbige tal"
        page.merge_cells("G2:G3")
    report = built(change)
    assert any("G2:G3 er flettet" in note and "kun gemt for Skive" in note for note in report.notes)
    assert report.status == "ready"


def test_words_of_records_merged_over_two_are_told_to_be_the_first_s(engine):
    rows = [["Jobcenter", "Virksomhedscenter", "Åbnet", "Branche", "Sektor"],
            ["Skive", "Bilka", "01-02-2010", "handel", "privat"], ["Odder", "Føtex", "01-02-2010", None, "privat"]]
    report = check(engine, xlsx(rows, lambda book: book["Ark1"].merge_cells("D2:D3")), name="centre.xlsx")
    assert any("D2:D3 er flettet" in note and "»Branche«" in note for note in report.notes)


def test_merged_headings_titles_places_and_empty_cells_are_no_matter(built):
    def change(book: openpyxl.Workbook) -> None:
        page = book["Ark1"]
        page["A6"] = "Kilde: jobcentrenes egne systemer"
        for area in ("A6:F6", "D8:E9", "F4:G4"):
            page.merge_cells(area)
    assert stated(built(change)) == figures()


def test_a_count_of_records_merged_over_two_is_neithers(engine):
    rows = [["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"], ["K1", "Skive", "tovholder", 2, 2],
            ["K1", "Odder", "tovholder", None, 1]]
    report = check(engine, xlsx(rows, lambda book: book["Ark1"].merge_cells("D2:D3")), name="kursus.xlsx")
    assert report.status == "refused" and "D2:D3 er flettet" in texts(report)
    assert re.search(r"Skive.*\(række 2\) og Odder.*\(række 3\)", texts(report))
