"""Course days, roles, jobcenters and months as headings: read as rows are, every cell with its own address."""

import pytest

from model.intake.examine import examine
from model.intake.report import Answers
from tests.model.intake.builders import xlsx
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import TODAY, attendance, check, load

HERE = FILES / "public_reports" / "records"
CENTRES = (HERE / "07_0_centre.csv").read_text()
ATTENDED = {("K1", "779", "jobkonsulent"): (None, 3), ("K2", "779", "jobkonsulent"): (None, 2)}
SKIVE = "Skive;jobkonsulent"


def said(report):
    """What a file states: (the record in Danish, the part) -> (value, row, column from 0)."""
    return {(c.said, c.measure): (c.value, c.row, c.position) for c in report.changes.itertuples()}


def test_dates_across_are_course_days_and_keep_their_cells(engine):
    report = check(engine, (HERE / "03a_kursusdage_paa_tvaers_tal.csv").read_text())
    assert (report.dataset, report.status) == ("kursusdeltagelse", "ready")
    assert said(report)["Viborg, Kursusdag 3 (26. jan. 2010), jobkonsulent", "moedt"] == (1, 4, 4)
    assert report.account.counts["stored"] == report.account.numbers == 6
    assert any("»Kursusdag« står som overskrifter" in note and "»Mødt«" in note for note in report.notes)


@pytest.mark.parametrize("text", [
    f"Fremmøde\nJobcenter;Rolle;K1;K2\n{SKIVE};3;2\n",
    f"Jobcenter;Rolle;Mødt K1;Mødt 9. december 2009\n{SKIVE};3;2\n",
    f"Antal fremmødte\nJobcenter;Rolle;Kursusdag 1 (19/11-09);Kursusdag 2 (9. dec.)\n{SKIVE};3;2\n\nKilde: BRM\n",
    ";;Mødt;\nJobcenter;Rolle;K1;K2\nSkive;Konsulent;3;2\n",
    ";;K1;K2\nJobcenter;Rolle;Mødt;Mødt\nSkive;Konsulent;3;2\n",
    "Jobcenter;Rolle;K1;K2\n;;Mødt;Mødt\nSkive;Konsulent;3;2\n",
    "Fremmøde\nKursusdag;Jobcenter;Konsulent;Tovholder\nK1;Skive;3;\nK2;Skive;2;\n",
    "Fremmøde\n;K1;;K2;\nJobcenter;Konsulent;Mentor;Konsulent;Mentor\nSkive;3;;2;\n",
    "Fremmøde\nKursusdag;Rolle;Skive;Viborg\nK1;Konsulent;3;\nK2;Konsulent;2;\n",
    "Jobcenter;Rolle;Hvad;K1;K2\nSkive;Konsulent;Mødt;3;2\n"])
def test_keys_across_are_read_however_they_stand(engine, text):
    load(engine, text)
    assert attendance(engine) == ATTENDED


def test_two_rows_of_headings_hold_several_counts_of_each_day(engine):
    load(engine, ";;K1;;K2;\nJobcenter;Rolle;Tilmeldt;Mødt;Tilmeldt;Mødt\nSkive;Konsulent;3;2;4;1\n")
    assert attendance(engine) == {("K1", "779", "jobkonsulent"): (3, 2), ("K2", "779", "jobkonsulent"): (4, 1)}


def test_what_the_numbers_are_is_asked_where_nothing_says_it(engine):
    text = f"Kursusliste\nJobcenter;Rolle;K1;K2\n{SKIVE};3;2\n"
    (question,) = check(engine, text).problems
    assert question.question == "column.value"
    assert [option.value for option in question.options] == ["tilmeldt", "moedt"]
    load(engine, text, answers=Answers(said={"column.value": "moedt"}))
    assert attendance(engine) == ATTENDED
    assert check(engine, text.replace("K2", "K3")).status == "ready", "the answer is remembered for other days"


def test_counts_that_stand_down_the_side_under_days_across_are_one_record_a_day(engine):
    report = check(engine, "Evaluering\nSpørgsmål;K1;K2\nSkemaer udsendt;10;12\nSkemaer besvaret;8;9\n")
    assert (report.dataset, report.status, report.counts["new"]) == ("kursusevaluering", "ready", 4)
    assert said(report)["Kursusdag 2 (9. dec. 2009)", "besvaret"] == (9, 4, 2)
    assert report.account.counts["stored"] == 4


def test_sums_across_are_held_against_their_columns_and_are_no_records(engine):
    head = "Fremmøde\nJobcenter;Rolle;K1;K2;I alt\n"
    agreed = check(engine, f"{head}{SKIVE};3;2;5\nI alt;;3;2;5\n")
    assert agreed.status == "ready" and not agreed.problems
    assert {what: count for what, count in agreed.account.counts.items() if count} == {"stored": 2, "control": 4}
    (warning,) = check(engine, f"{head}{SKIVE};3;2;6\n").problems
    assert (warning.severity, warning.cell) == ("advarsel", "E3") and "giver 5" in warning.text


def test_a_fault_points_at_its_own_cell_and_one_in_a_heading_at_the_heading(engine):
    (fault,) = check(engine, f"Fremmøde\nJobcenter;Rolle;K1;K2\n{SKIVE};3;ca. 2\n").problems
    assert (fault.cell, fault.column) == ("D3", "K2")
    (day,) = check(engine, f"Fremmøde\nJobcenter;Rolle;19-11-2009;10-12-2009\n{SKIVE};3;2\n").problems
    assert (day.cell, day.row) == ("D2", 2) and "ingen kursusdag 10. dec. 2009" in day.text
    places = check(engine, "Fremmøde\nJobcenter;Rolle;K1;K2\nSkiwe;Konsulent;3;2\n").problems
    assert [problem.cell for problem in places] == ["A3"], "a key is told once, not once for each day"


def test_the_same_day_twice_across_is_an_error(engine):
    (fault,) = check(engine, f"Fremmøde\nJobcenter;Rolle;K1;19-11-2009\n{SKIVE};3;2\n").problems
    assert "»K1« og »19-11-2009« læses begge" in fault.text


def test_a_cancelled_day_may_stand_in_a_cell_across(engine):
    report = check(engine, "Fremmøde\nJobcenter;Rolle;K1;K2\nSkive;Konsulent;3;aflyst\n")
    assert ("Kursusdag 2 (9. dec. 2009)", "haendelse") in said(report)


def test_a_number_in_cells_merged_over_two_days_is_nobody_s(engine):
    rows = [["Antal mødte"], ["Jobcenter", "Rolle", "K1", "K2"], ["Skive", "Konsulent", 3, None]]
    content = xlsx(rows, lambda book: book["Ark1"].merge_cells("C3:D3"))
    (fault,) = examine(engine, "liste.xlsx", content, today=TODAY).problems
    assert "ét tal dækker »K1« og »K2«" in fault.text


def test_a_cancellation_in_a_heading_is_to_be_said_by_a_cell(engine):
    (fault,) = check(engine, "Fremmøde\nJobcenter;Rolle;K1;K2 (aflyst)\nSkive;Konsulent;3;\n").problems
    assert "»K2 (aflyst)« nævner en aflysning" in fault.text


def test_a_count_that_stands_once_beside_counts_of_several_days_is_asked_about(engine):
    (question,) = check(engine, "Fremmøde\nJobcenter;Rolle;Tilmeldt;K1;K2\nSkive;Konsulent;4;3;2\n").problems
    assert question.question == "column.tilmeldt.across"
    assert [option.value for option in question.options] == ["each", "ignore"]


class TestMonthsAcross:
    def test_months_are_read_and_a_quarter_is_their_sum(self, engine):
        load(engine, CENTRES)
        report = check(engine, (HERE / "07a_maaneder_paa_tvaers_kvartal.csv").read_text().replace("fuld;-;4;10",
                                                                                                  "5;3;4;12"))
        assert (report.dataset, report.status, report.problems) == ("centermaaned", "ready", ())
        assert said(report)["Skive, Ulvespor Lager, feb. 2010", "besatte"] == (7, 3, 4)
        assert report.account.counts["control"] == 2
        assert any("»1. kvt. 2010«" in note and "2 af 2 summer stemmer" in note for note in report.notes)

    def test_months_without_a_year_ask_for_it(self, engine):
        load(engine, CENTRES)
        text = "Belægning 2010\nJobcenter;Virksomhedscenter;Pladser;jan;feb\nSkive;Ulvespor Lager;8;6;7\n"
        assert [problem.question for problem in check(engine, text).problems] == ["year"]

    def test_weeks_and_quarters_alone_are_refused_by_name(self, engine):
        (weeks,) = check(engine, (HERE / "07c2_uger_paa_tvaers.csv").read_text()).problems
        assert "»Uge 9«, »Uge 10« og »Uge 11« er uger" in weeks.text
        quarters = check(engine, "Belægning\nJobcenter;Virksomhedscenter;Pladser;1. kvt. 2010;2. kvt. 2010\n"
                                 "Skive;Ulvespor Lager;8;6;7\n").problems
        assert ["er et kvartal" in problem.text for problem in quarters] == [True, True]

    def test_a_quarter_named_as_its_last_month_is_asked_about(self, engine):
        report = check(engine, (HERE / "07d4_foerste_kvartal_til_marts.csv").read_text())
        assert [problem.question for problem in report.problems] == ["period"]
