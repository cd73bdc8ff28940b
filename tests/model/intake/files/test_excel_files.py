"""Workbooks: values of every kind, and sheets in every state."""

from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference

from tests.model.intake.builders import ROWS, with_cell, xlsx
from tests.model.intake.files.excel_books import cells, load, sheet


def test_values_keep_their_kind():
    row = ["2010-03", 414, 12.5, 12.0, True, datetime(2010, 3, 1), "  Syddjurs ", "1.480"]
    found = cells(xlsx([row]))[0]
    assert found == row
    assert [type(value) for value in found] == [str, int, float, int, bool, datetime, str, str]


def test_a_date_is_a_datetime_and_a_time_of_day_is_text():
    assert cells(xlsx([[date(2010, 3, 1), time(10, 30)]])) == [[datetime(2010, 3, 1), "10:30:00"]]


def test_empty_is_none_and_so_are_spaces():
    assert cells(xlsx([["a", "b", "c"], [None, " ", "\u00a0"], [1, None, 3]])) == [
        ["a", "b", "c"], [None, None, None], [1, None, 3]]


def test_row_numbers_are_those_of_excel_though_rows_and_columns_are_skipped():
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["B3"] = "x"
        book["Ark1"]["D7"] = 5
    found = sheet(xlsx([], change)).cells
    assert found.index.tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert (found.at[3, 1], found.at[7, 3], found.shape) == ("x", 5, (7, 4))
    assert found.drop(index=[3, 7]).isna().all(axis=None)


def test_a_cell_far_below_leaves_out_the_emptiness_above_it():
    found = sheet(xlsx(ROWS, with_cell("x", "B1048576"))).cells
    assert found.index.tolist() == [1, 2, 3, 1_048_576]


def test_formatted_but_empty_rows_and_columns_are_no_cells():
    def change(book: openpyxl.Workbook) -> None:
        for address in ("A900", "Z2"):
            book["Ark1"][address].number_format = "0.00"
    assert sheet(xlsx(ROWS, change)).cells.shape == (3, 3)


def test_a_merged_cell_stands_in_its_first_cell():
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["A1"] = "Marts 2010"
        book["Ark1"].merge_cells("A1:C1")
    assert cells(xlsx(ROWS, change))[0] == ["Marts 2010", None, None]


def test_every_visible_sheet_is_handed_on_in_order():
    found = load(xlsx(ROWS, lambda book: book.create_sheet("Løntilskud").append(["jobcenter", 1])))
    assert [one.name for one in found.sheets] == ["Ark1", "Løntilskud"]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_used_but_mentioned(state):
    def change(book: openpyxl.Workbook) -> None:
        book.create_sheet("Gamle tal").append(["jobcenter", 1])
        book["Gamle tal"].sheet_state = state
    found = load(xlsx(ROWS, change))
    assert [one.name for one in found.sheets] == ["Ark1"]
    assert found.notes == ("Skjulte ark er ikke læst: »Gamle tal«. Gør dem synlige i Excel, hvis tallene skal bruges.",)


def test_a_chart_of_its_own_sheet_is_no_hindrance():
    def change(book: openpyxl.Workbook) -> None:
        chart = BarChart()
        chart.add_data(Reference(book["Ark1"], min_col=3, min_row=1, max_row=3), titles_from_data=True)
        book.create_chartsheet("Diagram").add_chart(chart)
    assert sheet(xlsx([*ROWS], change)).cells.shape == (3, 3)


def test_dates_counted_from_1904_are_the_same_dates():
    def change(book: openpyxl.Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book["Ark1"]["A2"] = datetime(2010, 3, 1)
    assert cells(xlsx(ROWS, change))[1][0] == datetime(2010, 3, 1)
