"""Keys and logic are checked together: a row whose key is wrong hides no other row's fault, and makes none."""

import io
from datetime import date

import openpyxl
import pytest

from model.intake.examine import examine
from tests.model.intake.filing import APPROVED, TODAY, check, load, workbook
from tests.sweeps import swept

HEAD = "Måned;Jobcenter;Personer;Heraf i virksomhedspraktik;Heraf i løntilskud\n"
GOOD = "2010-03;Lemvig;195;11;5\n"
WRONG_COUNT = "2010-03;Struer;190;ca. 9;4\n"
BROKEN_RULE = "2010-03;Ikast-Brande;58;61;3\n"
WRONG_KEYS = {
    "a misspelt place": "2010-03;Skiwe;100;10;5\n",
    "no place": "2010-03;;100;10;5\n",
    "a code that is another's": "2010-03;791 Skive;100;10;5\n",
    "no month": "2010-13;Skive;100;10;5\n",
    "a month ahead": "2010-12;Skive;100;10;5\n",
    "two rows for one key": "2010-03;Skive;100;10;5\n2010-03;Skive;100;12;5\n",
}


def found(report, severity="fejl"):
    """(gate, row) of each problem."""
    return [(p.gate, p.row) for p in report.problems if p.severity == severity]


def sheet(text):
    """The rows of a text as a workbook."""
    return workbook({"Ark1": [[int(cell) if cell.isdigit() else cell or None for cell in line.split(";")]
                              for line in text.splitlines()]})


@pytest.mark.every
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("wrong", WRONG_KEYS.values(), ids=WRONG_KEYS)
def test_a_wrong_key_hides_neither_a_wrong_count_nor_a_broken_rule(engine, wrong, kind):
    text = HEAD + wrong + WRONG_COUNT + BROKEN_RULE + GOOD
    content = text.encode() if kind == "csv" else sheet(text)
    report = examine(engine, f"tal.{kind}", content, answers=APPROVED, today=TODAY)
    last = wrong.count("\n") + 1
    assert report.status == "refused" and report.changes.empty
    assert found(report) == [(3, last), (4, last + 1), (4, last + 2)]


def test_problems_come_in_the_order_of_the_rows_errors_first(engine):
    dash = "2010-03;Herning;200;-;4\n"
    report = check(engine, HEAD + WRONG_COUNT + dash + WRONG_KEYS["a misspelt place"] + BROKEN_RULE)
    assert found(report) == [(4, 2), (3, 4), (4, 5)]
    assert found(report, "advarsel") == [(4, 3)]
    assert [p.severity for p in report.problems] == ["fejl"] * 3 + ["advarsel"]


@pytest.mark.parametrize("wrong", WRONG_KEYS.values(), ids=WRONG_KEYS)
@pytest.mark.parametrize("total", swept(["I alt;295", "Midtjylland;295", "Vestjylland;295"], 0, 2))
def test_a_row_with_a_wrong_key_makes_no_control_sum_wrong(engine, wrong, total):
    report = check(engine, f"{HEAD}{wrong}{GOOD}2010-03;{total};21;10\n")
    assert not report.warnings
    assert {p.gate for p in report.errors} == {3}


def test_a_control_sum_that_waits_is_told_of(engine):
    report = check(engine, f"{HEAD}{WRONG_KEYS['a misspelt place']}{GOOD}2010-03;I alt;295;21;10\n")
    assert any("Ikke kontrolleret, før fejlene i rækkerne er rettet: »I alt«" in note for note in report.notes)


def test_a_control_sum_below_the_rows_that_are_known_is_wrong_all_the_same(engine):
    report = check(engine, f"{HEAD}{WRONG_KEYS['a misspelt place']}{GOOD}2010-03;I alt;194;11;5\n")
    assert ["»Personer«" in p.text for p in report.warnings] == [True]


def test_a_sum_of_another_month_is_still_checked(engine):
    report = check(engine, f"{HEAD}{WRONG_KEYS['a misspelt place']}2010-02;Lemvig;190;11;5\n2010-02;I alt;191;11;5\n")
    assert found(report, "advarsel") == [(4, 4)]


def test_a_figure_that_the_lost_row_may_replace_is_not_compared(engine):
    load(engine, HEAD + "2010-02;Skive;50;5;5\n2010-02;Lemvig;195;11;5\n2010-03;Skive;50;5;5\n")
    report = check(engine, HEAD + "2010-02;Skiwe;100;10;5\n2010-03;Skive;101;10;5\n2010-03;Lemvig;400;12;5\n")
    assert [p.jobcenter for p in report.warnings] == [], "Skiwe may be Lemvig's February as well as Skive's"
    known = check(engine, HEAD + "2010-01;Skiwe;100;10;5\n2010-03;Skive;51;10;5\n2010-03;Lemvig;400;12;5\n")
    assert [(p.jobcenter, p.row) for p in known.warnings] == [("665", 4)], "no lost row can be Lemvig's February"


def test_a_measure_on_a_lost_row_of_its_own_is_not_compared(engine):
    load(engine, HEAD + "2010-03;Skive;50;5;5\n2010-03;Lemvig;50;5;5\n")
    head = "Måned;Jobcenter;Nøgletal;Værdi\n"
    lost = "2010-03;Skiwe;Personer;90\n"
    rows = "2010-03;Skive;I virksomhedspraktik;61\n2010-03;Lemvig;Personer;58\n"
    report = check(engine, head + lost + rows + "2010-03;Lemvig;I virksomhedspraktik;61\n")
    assert found(report) == [(3, 2), (4, 5)], "Skive's own persons may stand on row 2"


def test_a_place_left_out_on_purpose_is_not_judged(engine):
    report = check(engine, HEAD + WRONG_KEYS["a misspelt place"] + BROKEN_RULE + GOOD, without=("756",))
    assert found(report) == [(3, 2)]


def test_a_file_of_wrong_keys_alone_is_not_called_empty(engine):
    report = check(engine, HEAD + WRONG_KEYS["a misspelt place"])
    assert found(report) == [(3, 2)]


def test_a_month_that_was_chosen_may_be_a_lost_row_s(engine):
    report = check(engine, HEAD + WRONG_KEYS["a misspelt place"] + "2010-02;Lemvig;195;11;5\n", month=date(2010, 3, 1))
    assert found(report) == [(3, 2)]


def test_everybody_in_the_file_can_be_left_out_whatever_is_wrong(engine):
    report = check(engine, HEAD + WRONG_KEYS["a month ahead"] + WRONG_KEYS["two rows for one key"] + GOOD)
    assert report.jobcenters == ("665", "779")


def test_a_column_said_twice_is_told_alone(engine):
    report = check(engine, "Måned;Jobcenter;Personer;Personer\n2010-03;Skiwe;1;ca. 2\n")
    assert {p.gate for p in report.errors} == {2}


MERGED = [["Måned", "Jobcenter", "Personer", "Heraf i virksomhedspraktik"], ["2010-03", "Skive", 400, 10],
          ["2010-03", "Viborg", None, 12], ["2010-03", "Lemvig", 195, "ca. 9"], ["2010-03", "I alt", 700, 30]]


def test_rows_under_one_merged_figure_are_left_out_together(engine):
    load(engine, HEAD + "2010-03;Viborg;10;2;1\n")
    book = openpyxl.load_workbook(io.BytesIO(workbook({"Ark1": MERGED})))
    book.active.merge_cells("C2:C3")
    saved = io.BytesIO()
    book.save(saved)
    report = examine(engine, "tal.xlsx", saved.getvalue(), answers=APPROVED, today=TODAY)
    assert found(report) == [(3, 2), (4, 4)] and not report.warnings
