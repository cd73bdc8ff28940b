"""The figures behind a jobcenter's page: codes that tell apart what is missing, hidden, corrected and too young."""

from datetime import date

import pandas as pd
import pytest

from model.subjects.goals.charts.behind import behind_data, numbers_behind, revisions
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)


@pytest.fixture
def found():
    return snapshot(
        said("791", "2009-09", "2009-10-10", persons=300, praktik=25, loentilskud=5, total=30),
        said("791", "2009-10", "2009-11-10", persons=300, praktik=25, loentilskud="hidden", total=31),
        said("791", "2009-12", "2010-01-10", persons=0, total=0),
        said("791", "2010-03", "2010-04-10", persons=300, praktik=30, loentilskud=4, total=34, ended=20, good=4),
        said("791", "2010-03", "2010-04-12", total=35),
        data_date="2010-04-15", codes=("791",))


@pytest.fixture
def table(found):
    return numbers_behind(found, "791", MARCH).set_index("Måned")


def test_the_newest_month_comes_first_and_no_month_after_the_chosen(table):
    assert list(table.index) == ["marts 2010", "februar 2010", "januar 2010", "december 2009", "november 2009",
                                 "oktober 2009", "september 2009"]


def test_a_missing_month_says_so_and_a_real_zero_is_kept(table):
    assert table.loc["november 2009", "Målgruppe"] == "mangler"
    assert table.loc["december 2009", ["Målgruppe", "I aktivering"]].tolist() == ["0", "0"]
    assert table.loc["september 2009", "Afsluttede forløb"] == ""


def test_a_hidden_count_is_hidden_and_never_zero(table):
    assert table.loc["oktober 2009", "Løntilskud"] == "skjult"


def test_a_corrected_figure_is_marked(table):
    assert table.loc["marts 2010", "I aktivering"] == "35 r"


def test_courses_too_young_to_measure_are_marked(table):
    assert table.loc["marts 2010", ["Afsluttede forløb", "Selvforsørgende"]].tolist() == ["20 u", "4 u"]


def test_the_file_holds_numbers_in_the_order_of_the_dataset(found):
    data = behind_data(found, "791", MARCH)
    assert list(data.columns[:3]) == ["maaned", "personer_match4", "heraf_virksomhedspraktik"]
    row = data.set_index("maaned").loc["2010-03"]
    assert (row["virksomhedsaktivering_i_alt"], row["personer_match4"]) == (35, 300)


def test_a_revision_is_told_with_its_old_value_and_the_day_it_came(found):
    earlier = pd.DataFrame({
        "jobcenter": ["791"], "month": [pd.Timestamp(MARCH)], "measure": ["virksomhedsaktivering_i_alt"],
        "value": pd.array([34], dtype="Int64"), "mark": [None], "upload_id": [4]})
    assert revisions(found, "791", MARCH, earlier=earlier) == [
        "Virksomhedsaktivering i alt, marts 2010: 35, rettet fra 34 den 12. apr. 2010"]


def test_a_value_that_was_repeated_is_no_revision(found):
    earlier = pd.DataFrame({
        "jobcenter": ["791"], "month": [pd.Timestamp(MARCH)], "measure": ["personer_match4"],
        "value": pd.array([300], dtype="Int64"), "mark": [None], "upload_id": [4]})
    assert revisions(found, "791", MARCH, earlier=earlier) == []
