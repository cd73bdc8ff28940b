"""Text files of every Danish flavour are read to the same cells."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.basics.personal_data import find
from model.basics.settings import Settings
from model.intake.files.reading import FileRefused, Workbook, read
from tests.model.intake.builders import HEADINGS, text
from tests.model.intake.filing import check, stated

ROWS = [["maaned", "jobcenter", "personer_match4", "bemaerkning"],
        ["2010-03", "Århus", "3.290", "æøå ÆØÅ é"],
        ["2010-03", "Samsø", "<3", ""],
        ["2010-03", "Ringkøbing-Skjern", "494", "opgjort ultimo"]]
CELLS = [[cell or None for cell in row] for row in ROWS]


def load(content: bytes, name: str = "tal.csv") -> Workbook:
    return read(name, content, known_headings=HEADINGS, limits=Settings())


def cells(content: bytes, name: str = "tal.csv") -> list[list[object]]:
    return load(content, name).sheets[0].cells.to_numpy().tolist()


def rows(content: bytes) -> dict[int, list[object]]:
    """Row number as Excel shows it -> what stands in the row."""
    found = load(content).sheets[0].cells
    return {row: [cell for cell in found.loc[row] if cell is not None] for row in found.index}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_every_encoding_separator_and_line_end_gives_the_same_cells(encoding, separator, newline):
    assert cells(text(ROWS, separator=separator, encoding=encoding, newline=newline)) == CELLS


def test_big_endian_utf_16_is_told_by_its_bom():
    assert cells(b"\xfe\xff" + text(ROWS, separator="\t", encoding="utf-16-be"), "tal.txt") == CELLS


def test_a_small_danish_file_in_cp1252_is_not_taken_for_anything_else():
    assert cells("Ø;Å\r\næ;é".encode("cp1252")) == [["Ø", "Å"], ["æ", "é"]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_utf_16_without_a_bom_is_told_by_its_zero_bytes(encoding, separator):
    found = load(text(ROWS, separator=separator, encoding=encoding))
    assert found.sheets[0].cells.to_numpy().tolist() == CELLS
    assert any("UTF-16 uden bytemærke" in note for note in found.notes)


def test_zero_bytes_here_and_there_are_no_utf_16():
    with pytest.raises(FileRefused):
        load(text().replace(b"Skive", b"S\0k\0ive"))


def test_signs_written_as_a_web_page_writes_them_are_read_as_the_signs(engine):
    report = check(engine, "Måned;Jobcenter;Personer;I virksomhedspraktik\n2010-03;Skive;414;&lt;5\n"
                           "2010-03;Sams&oslash;;41;&#60;3\n2010-03;&Aring;rhus;900;&amp;lt;5\n")
    assert set(stated(report).values()) == {414, 41, 900, "hidden"}
    assert any("&lt; som »<«" in note for note in report.notes)


@pytest.mark.parametrize("cell", ["R&D", "&#59;", "&copy", "A & B", "&#10;"])
def test_what_is_no_sign_of_a_web_page_stays(cell):
    assert cell.split(";")[0] in cells(text([*ROWS, ["2010-03", "Skive", "5", cell]]))[4]


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_the_line_that_names_the_separator_is_skipped_and_mentioned(first):
    found = load(f"{first}\r\na,b;c\r\n1,5;2,5\r\n".encode())
    assert found.sheets[0].cells.to_numpy().tolist() == [["a,b", "c"], ["1,5", "2,5"]]
    assert found.sheets[0].cells.index.tolist() == [1, 2]
    assert "sep=" in found.notes[0]


def test_decimal_commas_do_not_make_the_comma_the_separator():
    content = [["jobcenter", "pct", "snit"], *[["Skive", "17,4", "1,0"]] * 5]
    assert cells(text(content)) == content


def test_the_separator_that_shows_our_headings_wins_over_a_steadier_one():
    assert cells(b"maaned,jobcenter|personer_match4,x\na,b|1,2\n")[0] == ["maaned", "jobcenter|personer_match4", "x"]
    assert cells(b"maaned|jobcenter, navn|personer_match4\na|b|1\n")[0] == ["maaned", "jobcenter, navn",
                                                                             "personer_match4"]


def test_title_lines_without_separators_are_rows_too():
    found = rows("Opfølgning marts 2010\n\nmaaned;jobcenter;tal\n2010-03;Skive;414\n".encode())
    assert found == {1: ["Opfølgning marts 2010"], 2: [], 3: ["maaned", "jobcenter", "tal"],
                     4: ["2010-03", "Skive", "414"]}


def test_row_numbers_are_those_of_a_spreadsheet_though_a_quoted_cell_breaks_its_line():
    found = rows(b'a;b\n1;"to\nlinjer; og ""citat"""\n3;4\n')
    assert found == {1: ["a", "b"], 2: ["1", 'to\nlinjer; og "citat"'], 3: ["3", "4"]}


def test_damage_and_personal_data_after_a_broken_line_are_found_on_their_row():
    with pytest.raises(FileRefused) as refused:
        load('a;b\n1;"to\nlinjer"\n3;Sams\ufffd\n4;251248-4916\n'.encode("utf-8-sig"))
    assert [problem.row for problem in refused.value.problems] == [4, 3]


def test_a_quotation_mark_inside_a_cell_is_only_a_character():
    content = 'note;tal\ntælles én gang i "i alt".;4" rør\n'.encode("cp1252")
    assert cells(content)[1] == ['tælles én gang i "i alt".', '4" rør']


def test_empty_rows_and_columns_at_the_end_are_left_out():
    assert cells(text([[*row, "", " "] for row in ROWS]) + b"\r\n;;;;;\r\n;;;;;\r\n \r\n") == CELLS


def test_a_million_empty_rows_at_the_end_are_no_rows():
    assert cells(text(ROWS) + b"\r\n;;;" * 1_000_000) == CELLS


def test_short_rows_are_filled_up_and_long_ones_widen_the_sheet():
    assert cells(b"a;b\n1\n1;2;3\n") == [["a", "b", None], ["1", None, None], ["1", "2", "3"]]


@pytest.mark.parametrize("blank", ["", " ", "   ", "\u00a0", "\u202f "])
def test_a_cell_of_spaces_is_empty(blank):
    assert cells(f"a;b;c\n1;{blank};3\n{blank};2;3".encode()) == [["a", "b", "c"], ["1", None, "3"], [None, "2", "3"]]


def test_spaces_around_a_value_are_kept_for_those_who_read_it():
    assert cells(b"a;b\nSyddjurs ; 13.568")[1] == ["Syddjurs ", " 13.568"]


def test_nothing_is_read_as_anything_but_text():
    values = ["NA", "null", "NaN", "n/a", "1e5", "007", "True", "..", "-"]
    assert cells(text([["x"] * len(values), values]))[1] == values


def test_the_end_of_file_mark_of_dos_is_no_damage():
    assert cells(b"a;b\r\n1;2\r\n\x1a") == [["a", "b"], ["1", "2"]]


def test_a_long_last_column_of_remarks_is_no_overlong_row_in_a_comma_file():
    content = [["jobcenter", "tal", "bem"], *[["Skive", "4", ""]] * 5, ["Viborg", "5", "rettet"]]
    assert cells(text(content, separator=","))[-1] == ["Viborg", "5", "rettet"]


letters = st.characters(codec="cp1252", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp"],
                        exclude_characters='";,\t|ÃÂâ\'‘“”„')
plain = st.text(letters, min_size=1, max_size=8).filter(lambda cell: find(cell) is None)
tables = st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(plain, min_size=width, max_size=width), min_size=2,
                                                          max_size=8))


@given(tables, st.sampled_from([";", "\t", "|"]), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_what_is_written_is_what_is_read(table, separator, encoding):
    content = text(table, separator=separator, encoding=encoding)
    assume(not content.lower().startswith((b"<", b"{", b"bm", b"gif8", b"riff", b"%pdf", b"rar!", b"sep=")))
    assert cells(content) == table


danish = st.sampled_from(["Måned", "Århus", "ÅRHUS", "Samsø", "SAMSØ", "Ringkøbing-Skjern", "løntilskud", "på",
                          "Æbeltoft", "Østjylland", "før påske", "SKÆRBÆK", "idé", "Skive", "414", "«i alt»"])
ENCODINGS = ["cp1252", "cp850", "cp865", "mac_roman"]


@given(st.lists(st.lists(danish, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(ENCODINGS),
       st.sampled_from([";", "\t", "|", ","]))
def test_danish_words_are_read_in_the_encoding_they_were_written_in(table, encoding, separator):
    table = [["Måned", "Jobcenter", "Løntilskud"], *table]
    table = [[cell if encoding != "cp865" else cell.strip("«»") for cell in row] for row in table]
    assert cells(text(table, separator=separator, encoding=encoding)) == table


@pytest.mark.parametrize("encoding", ["cp850", "cp865", "mac_roman"])
def test_letters_right_after_the_first_of_a_word_settle_it_too(encoding):
    table = [["Måned", "Jobcenter", "Løntilskud"], ["Måned", "Måned", "Måned"]]
    assert cells(text(table, encoding=encoding)) == table


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_what_the_letters_do_not_settle_is_refused_naming_the_encoding(encoding):
    with pytest.raises(FileRefused, match=r"MS-DOS.*Gem den som »CSV UTF-8"):
        load("sted;tal\r\nCafé;1\r\n".encode(encoding))


def test_a_windows_file_with_typographic_signs_is_no_file_of_another_program():
    content = [["sted", "note"], ["Skive", "VC’ene ‘uden’ note† – ½ år…"], ["Viborg®", "3¾ pct."]]
    assert cells(text(content, encoding="cp1252")) == content


@pytest.mark.parametrize("first", ["utf-8-sig", "utf-8", "cp1252"])
@pytest.mark.parametrize("newline", ["\r\n", ""])
def test_files_put_after_one_another_are_read_as_without_the_mark(first, newline):
    one, two = [ROWS[0], ROWS[1]], [ROWS[0], ROWS[2]]
    content = text(one, encoding=first) + newline.encode() + text(two)
    assert cells(content) == [CELLS[0], CELLS[1], CELLS[0], CELLS[2]]


@given(st.sampled_from("\u00ad\u200b\u200e\u200f\u202a\u2060\u2066\ufeff"), st.data())
def test_what_nobody_sees_in_a_cell_is_not_there(sign, data):
    word = data.draw(st.sampled_from(["Skive", "0779", "2010-03"]))
    at = data.draw(st.integers(0, len(word)))
    assert cells(text([["a", "b"], [f"{word[:at]}{sign}{word[at:]}", "1"]]))[1] == [word, "1"]


QUOTED = [["jobcenter", "note", "tal"], ["Skive", "a;b, c", "414"], ["Aarhus", 'et "ord"', "3"]]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("write", [
    lambda cells, mark: f"{mark} ".join('"' + cell.replace('"', '""') + '"' for cell in cells),
    lambda cells, mark: f" {mark}  ".join('"' + cell.replace('"', '""') + '"' for cell in cells),
    lambda cells, mark: mark.join(f"'{cell}'" for cell in cells),
    lambda cells, mark: f"{mark} ".join(f"'{cell}'" for cell in cells),
    lambda cells, mark: mark.join(f"“{cell}”" for cell in cells),
    lambda cells, mark: '"' + mark.join('"' + cell.replace('"', '""') + '"' for cell in cells).replace('"', '""') + '"',
    lambda cells, mark: '"' + mark.join('"' + cell.replace('"', '""') + '"' for cell in cells).replace('"', '""') + '"'
    + 2 * mark,
], ids=["blank", "blanks", "single", "single after blank", "curly", "whole lines", "whole lines and separators"])
def test_cells_in_marks_of_other_programs_are_read_as_in_quotation_marks(write, separator):
    content = "\r\n".join(write(row, separator) for row in QUOTED).encode("utf-8")
    found = [[(cell or "").strip() for cell in row] for row in cells(content)]
    assert found == QUOTED


@pytest.mark.parametrize("cell", ['="0779"', '"=""0779"""', "'0779", "\"'0779\"", "'0779'"])
def test_a_zero_kept_by_a_sign_is_kept(cell):
    assert cells(f"sted;tal\n{cell};{cell}\n".encode())[1] == ["0779", "0779"]


def test_apostrophes_inside_words_stay():
    content = [["sted", "note"], ["VC'erne", "'uden' for 'Skive"], ["d'Angleterre", "marts '10"]]
    assert cells(text(content)) == content
