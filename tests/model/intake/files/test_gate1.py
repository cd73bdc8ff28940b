"""The first gate: one failing file per check in tests/files/gate1, and a test of the same name."""

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.model.intake import builders
from tests.model.intake.files.refusing import only, place, refused


def test_every_failing_file_has_a_test_of_its_name():
    files = {path.name.replace(".", "_") for path in builders.FOLDER.iterdir()}
    assert files == {name.replace(".", "_") for name in builders.GATE1}
    assert files <= {name.removeprefix("test_") for name in globals()}


@pytest.mark.parametrize("name", builders.GATE1)
def test_every_refusal_is_an_error_of_gate_1_that_says_what_to_do(name):
    problems = refused(name)
    remedies = ("gem", "indlæs", "slet", "bed ", "brug ", "pak den ud")
    for found in problems:
        assert (found.gate, found.severity) == (1, "fejl")
        assert any(remedy in found.text.lower() for remedy in remedies), found.text


def test_empty_csv():
    assert "Filen er tom" in only("empty.csv").text


def test_only_blanks_csv():
    assert "Filen er tom" in only("only_blanks.csv").text


def test_no_cells_xlsx():
    assert "Filen er tom" in only("no_cells.xlsx").text


def test_noise_csv():
    assert "hverken en tekstfil eller en Excel-fil" in only("noise.csv").text


def test_noise_xlsx():
    assert "beskadiget" in only("noise.xlsx").text


def test_png_named_csv_csv():
    assert "billede (PNG)" in only("png_named_csv.csv").text


def test_photo_csv():
    assert "billede (JPEG)" in only("photo.csv").text


def test_pdf_named_csv_csv():
    assert "PDF" in only("pdf_named_csv.csv").text


def test_web_page_csv():
    assert "webside" in only("web_page.csv").text


def test_unknown_type_dat():
    assert "Gem tallene som .xlsx eller .csv" in only("unknown_type.dat").text


def test_not_excel_xlsx():
    assert "ikke en Excel-projektmappe" in only("not_excel.xlsx").text


def test_old_excel_xls():
    assert "gamle Excel-format (.xls)" in only("old_excel.xls").text
    assert "Gem som → »Excel-projektmappe (*.xlsx)«" in only("old_excel.xls").text


def test_old_excel_named_xlsx_xlsx():
    assert "gamle Excel-format (.xls)" in only("old_excel_named_xlsx.xlsx").text


def test_old_word_csv():
    assert "Word" in only("old_word.csv").text


def test_password_protected_xlsx():
    assert "adgangskode" in only("password_protected.xlsx").text


def test_open_document_ods():
    assert "(.ods)" in only("open_document.ods").text
    assert "*.xlsx" in only("open_document.ods").text


def test_open_document_named_xlsx_xlsx():
    assert "(.ods)" in only("open_document_named_xlsx.xlsx").text


def test_word_document_xlsx():
    assert "Word" in only("word_document.xlsx").text


def test_binary_excel_xlsx():
    assert "(.xlsb)" in only("binary_excel.xlsx").text


def test_macros_xlsx():
    assert "makroer" in only("macros.xlsx").text


def test_zip_folder_xlsx():
    assert "Pak den ud" in only("zip_folder.xlsx").text


def test_strict_open_xml_xlsx():
    assert "Strict Open XML" in only("strict_open_xml.xlsx").text


def test_broken_xlsx():
    assert "beskadiget" in only("broken.xlsx").text


def test_broken_sheet_xlsx():
    assert "beskadiget" in only("broken_sheet.xlsx").text


def test_entities_xlsx():
    assert "beskadiget" in only("entities.xlsx").text


def test_too_many_columns_csv():
    assert "10.000 kolonner" in only("too_many_columns.csv").text


def test_too_many_columns_xlsx():
    assert "mere end 1.000 kolonner" in only("too_many_columns.xlsx").text


def test_one_column_csv():
    assert "kun én kolonne" in only("one_column.csv").text


def test_one_column_xlsx():
    assert "kun én kolonne" in only("one_column.xlsx").text


def test_nul_bytes_csv():
    assert place("nul_bytes.csv") == (None, 2, None)
    assert "styretegn" in only("nul_bytes.csv").text


def test_control_characters_csv():
    assert place("control_characters.csv") == (None, 3, None)


def test_double_encoded_csv():
    assert place("double_encoded.csv") == (None, 4, None)
    assert "»Ã¦«" in only("double_encoded.csv").text


def test_double_encoded_xlsx():
    assert place("double_encoded.xlsx") == ("Ark1", 4, "B")


def test_lost_letters_csv():
    assert place("lost_letters.csv") == (None, 4, None)


def test_undecodable_csv():
    assert place("undecodable.csv") == (None, 2, None)


def test_open_quote_csv():
    assert "ikke afsluttet" in only("open_quote.csv").text


def test_comma_inside_number_csv():
    assert place("comma_inside_number.csv") == (None, 2, None)
    assert "semikolon" in only("comma_inside_number.csv").text


def test_comma_before_empty_cell_csv():
    """The last row has one cell too many though the one that was pushed out is empty."""
    found = only("comma_before_empty_cell.csv")
    assert found.row == 3 and "Række 3" in found.text and "semikolon" in found.text


def test_formulas_without_results_xlsx():
    assert place("formulas_without_results.xlsx") == ("Ark1", 4, "C")
    assert "Celle C4" in only("formulas_without_results.xlsx").text
    assert only("formulas_without_results.xlsx").cell == "C4"


@pytest.mark.parametrize("look", [{"strike": True}, {"vertAlign": "superscript"}])
def test_a_cell_that_is_struck_out_or_raised_whole_is_told_by_its_address(look):
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["C3"] = 195
        book["Ark1"]["C3"].font = Font(**look)

    found = only("tal.xlsx", builders.xlsx(change=change))
    assert (found.row, found.column, found.cell) == (3, "C", "C3")


def test_cpr_number_csv():
    assert only("cpr_number.csv").text == (
        "Filen indeholder noget, der ligner et CPR-nummer (kolonne C, række 4). Der er ikke gemt noget. Fjern "
        "personoplysningerne, og indlæs filen igen.")


def test_cpr_digits_apart_csv():
    assert place("cpr_digits_apart.csv") == (None, 4, "C")


def test_cpr_full_width_xlsx():
    assert place("cpr_full_width.xlsx") == ("Ark1", 3, "C")


def test_cpr_number_xlsx():
    assert place("cpr_number.xlsx") == ("Ark1", 3, "C")
    assert "(ark »Ark1«, kolonne C, række 3)" in only("cpr_number.xlsx").text


def test_cpr_number_as_date_xlsx():
    """A date beyond the calendar is shown as ####### in Excel, but the number is there."""
    assert place("cpr_number_as_date.xlsx") == ("Ark1", 3, "C")


def test_cpr_in_heading_csv():
    assert place("cpr_in_heading.csv") == (None, 1, "A")


def test_cpr_in_hidden_sheet_xlsx():
    assert place("cpr_in_hidden_sheet.xlsx") == ("Kladde", 1, "B")


def test_cpr_in_sheet_name_xlsx():
    assert "Navnet på ark nr. 2" in only("cpr_in_sheet_name.xlsx").text


def test_cpr_in_comment_xlsx():
    assert "kommentaren til celle C2" in only("cpr_in_comment.xlsx").text


def test_column_of_persons_csv():
    assert place("column_of_persons.csv") == (None, 1, "B")
    assert "Slet kolonnen" in only("column_of_persons.csv").text
