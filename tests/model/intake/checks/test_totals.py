"""Total rows as control sums."""

import pytest

from tests.model.intake.builders import xlsx
from tests.model.intake.filing import check, stated

HEAD = "Måned;Jobcenter;Personer\n"
WEST = "2010-03;Herning;790\n2010-03;Holstebro;468\n"
EAST = "2010-03;Favrskov;468\n2010-03;Horsens;752\n"


def warnings(report):
    return [p.text for p in report.warnings]


def test_every_kind_of_total_is_held_against_its_own_rows(engine):
    report = check(engine, HEAD + WEST + "2010-03;Vest i alt;1258\n" + EAST
                   + "2010-03;Øst i alt;1220\n2010-03;I alt;2478\n")
    assert not report.problems
    assert any("3 af 3 summer stemmer" in note for note in report.notes)
    assert len(stated(report)) == 4


def test_a_landsdel_is_added_up_wherever_its_rows_stand(engine):
    report = check(engine, HEAD + WEST + EAST + "2010-03;Vestjylland;1258\n2010-03;Østjylland;1221\n")
    assert not any("Vestjylland" in text for text in warnings(report))
    assert not warnings(report), "an Østjylland with 9 of 11 jobcenters may be more than its known rows"


def test_a_total_below_its_rows_is_wrong_whoever_is_missing(engine):
    report = check(engine, HEAD + EAST + "2010-03;Østjylland;1219\n")
    assert "»Østjylland«" in warnings(report)[0] and "1.219" in warnings(report)[0] and "1.220" in warnings(report)[0]


def test_i_alt_counts_the_rows_above_it_and_may_be_a_subtotal(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;1258\n" + EAST + "2010-03;I alt;1220\n")
    assert not warnings(report)


def test_a_wrong_total_is_a_warning_at_its_own_row(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;1259\n")
    problem = report.warnings[0]
    assert (problem.gate, problem.row, problem.column) == (4, 4, "Personer")
    assert "1.259" in problem.text and "1.258" in problem.text


def test_months_are_added_up_apart(engine):
    report = check(engine, HEAD + WEST + "2010-02;Herning;780\n2010-03;I alt;1258\n2010-02;I alt;780\n")
    assert not warnings(report)


def test_a_hidden_part_makes_the_sum_unknown_and_that_is_said(engine):
    report = check(engine, HEAD + WEST + "2010-03;Lemvig;<5\n2010-03;I alt;1260\n")
    assert not warnings(report)
    assert any("Lemvig" in note and "Ikke kontrolleret" in note for note in report.notes)


def test_what_could_not_be_compared_is_not_counted_among_those_that_should_agree(engine):
    report = check(engine, HEAD + WEST + "2010-03;Lemvig;<5\n2010-03;I alt;1260\n")
    assert not any("stemmer" in note for note in report.notes)
    assert any(note == "»I alt« er ikke et jobcenter og er ikke gemt." for note in report.notes)
    both = check(engine, HEAD + WEST + "2010-03;Vest i alt;1258\n" + "2010-03;Favrskov;<5\n2010-03;I alt;1260\n")
    assert any("1 af 1 sum stemmer" in note for note in both.notes)


def test_a_total_that_is_no_number_is_not_used(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;ca. 1300\n")
    assert not report.problems
    assert any("ikke er brugt" in note or "er ikke brugt" in note for note in report.notes)


def test_left_out_jobcenters_still_count_in_the_senders_sum(engine):
    report = check(engine, HEAD + WEST + "2010-03;I alt;1258\n", without=("661",))
    assert not warnings(report) and len(stated(report)) == 1


def test_a_total_column_is_a_control_sum_too(engine):
    report = check(engine, "Måned: marts 2010\n\nNøgletal;Herning;Holstebro;I alt\nPersoner;790;468;1259\n")
    assert "1.259" in warnings(report)[0] and "1.258" in warnings(report)[0]


def test_totals_named_for_the_region_are_never_jobcenters(engine):
    for name in ("Midtjylland", "Region Midtjylland", "Hele landet", "Vest", "Øst", "Total"):
        report = check(engine, HEAD + WEST + f"2010-03;{name};99999\n")
        assert report.status == "ready" and len(stated(report)) == 2


CODED = "Måned;Kommunekode;Jobcenter;Personer\n2010-02;779;Skive;619\n2010-02;791;Viborg;795\n"
MARCH = "2010-03;779;Skive;620\n"


@pytest.mark.parametrize("total", ["I alt;;;1414", ";I alt;;1414", ";;I alt;1414", "2010-02 Total;;;1414",
                                   "Februar 2010 i alt;;;1414", "Hovedtotal;;;1414", "Vest i alt;;;1414"])
def test_any_column_at_the_side_may_name_the_total(engine, total):
    report = check(engine, f"{CODED}{total}\n")
    assert not report.problems and len(stated(report)) == 2
    assert any("1 af 1 sum stemmer" in note for note in report.notes)
    assert [p.severity for p in check(engine, f"{CODED}{total.replace('1414', '1413')}\n").problems] == ["advarsel"]


def test_totals_of_each_month_and_of_all_of_them_in_the_column_of_months(engine):
    report = check(engine, f"{CODED}2010-02 Total;;;1414\n{MARCH}2010-03 Total;;;620\nHovedtotal;;;2034\n")
    assert not report.problems and len(stated(report)) == 3
    assert any("3 af 3 summer stemmer" in note for note in report.notes)


def test_a_jobcenters_own_total_over_months(engine):
    report = check(engine, f"{CODED}{MARCH}I alt;779;Skive;1239\nI alt;791;Viborg;795\n")
    assert not report.problems and any("2 af 2 summer stemmer" in note for note in report.notes)


def test_a_total_in_a_column_nobody_knows(engine):
    report = check(engine, "Landsdel;Jobcenter;Måned;Personer\nVest;Skive;2010-03;619\nVest;Viborg;2010-03;795\n"
                           "I alt;;2010-03;1414\n")
    assert not report.problems and len(stated(report)) == 2


@pytest.mark.parametrize("column", ["Køn;I alt;I alt;I alt", "Landsdel;Vest;Vest;Vest", "Landsdel;Vest;;"])
def test_a_column_that_says_the_same_beside_every_row_names_no_total(engine, column):
    heading, *cells = column.split(";")
    rows = ["Skive;{};2010-01;619", ";{};2010-02;620", ";{};2010-03;621"]
    text = "\n".join(row.format(cell) for row, cell in zip(rows, cells, strict=True))
    assert len(stated(check(engine, f"Jobcenter;{heading};Måned;Personer\n{text}\n"))) == 3


def test_a_total_merged_over_the_columns_at_the_side(engine):
    rows = [line.split(";") for line in f"{CODED}I alt;;;1414".splitlines()]
    content = xlsx([[cell or None for cell in row] for row in rows],
                   lambda book: book["Ark1"].merge_cells("A4:C4"))
    assert not check(engine, content, name="tal.xlsx").problems


def test_a_row_that_names_nobody_is_still_an_error(engine):
    assert check(engine, f"{CODED}2010-02;;;1414\n").status == "refused"
