"""Text files of every Danish flavour are read to the same cells."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.importing.files.reading import FileRefused, Workbook, read
from model.personal_data import find
from model.settings import Settings
from tests.model.importing.builders import HEADINGS, text

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


def test_utf_16_without_a_bom_is_refused_rather_than_guessed():
    with pytest.raises(FileRefused, match="gem den som"):
        load("a;b\n1;2\n".encode("utf-16-le"))


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


letters = st.characters(codec="cp1252", exclude_categories=["Cc", "Zs", "Zl", "Zp"], exclude_characters='";,\t|ÃÂâ')
plain = st.text(letters, min_size=1, max_size=8).filter(lambda cell: find(cell) is None)


@given(st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(plain, min_size=width, max_size=width), min_size=2,
                                                        max_size=8)),
       st.sampled_from([";", "\t", "|"]), st.sampled_from(["utf-8-sig", "cp1252", "utf-16"]))
def test_what_is_written_is_what_is_read(table, separator, encoding):
    content = text(table, separator=separator, encoding=encoding)
    assume(encoding != "cp1252" or not _is_utf_8(content))
    assume(not content.lower().startswith((b"<", b"{", b"bm", b"gif8", b"riff", b"%pdf", b"rar!", b"sep=")))
    assert cells(content) == table


def _is_utf_8(content: bytes) -> bool:
    try:
        return not content.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
