"""Pivot tables: their headings are known, their sums are sums, and their averages are left out and told of."""

from datetime import date

import pytest

from model.intake.columns.sums import added, is_computed
from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.gates import FILES
from tests.sweeps import swept

MARCH = date(2010, 3, 1)
ROWS = "Måned;Jobcenter;Personer\n2010-03;Skive;414\n2010-03;Odder;205\n"
COURSE = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK1;Skive;tovholder;2;2\n"


def sheet(engine, *rows, month=None):
    return check(engine, workbook({"Pivot": [list(row) for row in rows]}), name="pivot.xlsx", month=month)


@pytest.mark.parametrize("name", ["10_pivottabel_hovedtotal.xlsx", "10b_hovedtotal.csv"])
def test_a_pivot_table_is_read_and_its_grand_total_is_a_control_sum(engine, name):
    report = check(engine, (FILES / "public_reports" / name).read_bytes(), name=name, month=MARCH)
    assert report.status == "ready", (report.problems, report.question)
    assert len(stated(report)) == 9 and stated(report)["791", "2010-03", "heraf_loentilskud"] == 32
    assert any("»Hovedtotal«" in note and "3 af 3 summer stemmer" in note for note in report.notes)


@pytest.mark.parametrize("word", swept([
    "Hovedtotal", "Grand Total", "Sum", "Samlet", "Ialt", "2 jobcentre i alt", "Alle 2 jobcentre", "Total (2)",
    "I alt:", "Samlet resultat", "Kommuner i alt", "Delsum", "Jobcentre, total"], 0, 1, 2, 5, 6, 8, 9))
def test_a_sum_by_any_name_is_held_against_its_rows(engine, word):
    assert not check(engine, f"{ROWS}2010-03;{word};619\n").problems
    [problem] = check(engine, f"{ROWS}2010-03;{word};620\n").problems
    assert problem.severity == "advarsel" and "620" in problem.text and "619" in problem.text


@pytest.mark.parametrize("word", ["I alt Vest", "Vest i alt", "Skive Total", "Total Skive", "Subtotal Vest",
                                  "Vestjylland, sum", "Skive i alt"])
def test_a_sum_of_some_is_held_against_its_own_part(engine, word):
    assert not check(engine, f"{ROWS}2010-03;{word};414\n").problems
    report = check(engine, f"{ROWS}2010-03;{word};413\n")
    assert [p.severity for p in report.problems] == ["advarsel"] and f"»{word}«" in report.problems[0].text


@pytest.mark.parametrize("word", ["Gennemsnit", "Middel", "Median", "Gns.", "Average", "Landsgennemsnit",
                                  "Gennemsnit Vest", "Maks.", "Gennemsnit pr. jobcenter"])
def test_an_average_is_left_out_and_told_of(engine, word):
    report = check(engine, f"{ROWS}2010-03;{word};309,5\n")
    assert report.status == "ready" and len(stated(report)) == 2
    assert any(f"»{word}« (række 4)" in note and "ikke læst" in note for note in report.notes)


def test_the_sum_of_a_jobcenter_without_rows_of_its_own_is_no_sum(engine):
    report = check(engine, f"{ROWS}2010-03;Viborg i alt;795\n")
    assert report.status == "refused" and "Viborg i alt findes ikke" in report.errors[0].text


@pytest.mark.parametrize(("heading", "what"), [
    ("Sum af Personer", "Personer"), ("Sum of Heraf i løntilskud", "Heraf i løntilskud"),
    ("Antal af Praktik", "Praktik"), ("Sum - Personer", "Personer"), ("SUM(personer_match4)", "personer_match4")])
def test_the_headings_of_a_pivot_table_name_what_is_added(heading, what):
    assert added(heading) == what


@pytest.mark.parametrize("heading", ["Middel af Personer", "Gennemsnit af Praktik", "Average of Personer",
                                     "Total Sum af Personer", "Maks. af Praktik"])
def test_averages_and_totals_of_a_column_are_computed(heading):
    assert is_computed(heading) and added(heading) is None


def test_averages_beside_sums_are_left_out_and_counted_rows_told_of(engine):
    headings = ["Row Labels", "Sum of Personer", "Count of Praktik", "Middel af Praktik"]
    report = sheet(engine, [None, "Værdier"], headings,
                   ["Odder", 205, 20, 3], ["Skive", 414, 61, 4], ["Grand Total", 619, 81, 7], month=MARCH)
    assert stated(report)["779", "2010-03", "heraf_virksomhedspraktik"] == 61 and len(stated(report)) == 4
    assert any("»Middel af Praktik«" in note for note in report.notes)
    assert any("»Count of Praktik«" in note and "optælling" in note for note in report.notes)


def test_months_across_a_pivot_table(engine):
    report = sheet(engine, ["Sum af Praktik", "Kolonnenavne"], ["Rækkenavne", "jan 2010", "feb 2010", "Hovedtotal"],
                   ["Odder", 18, 19, 37], ["Skive", 58, 59, 117], ["Hovedtotal", 76, 78, 154])
    assert stated(report)["779", "2010-02", "heraf_virksomhedspraktik"] == 59 and len(stated(report)) == 4


def test_jobcenters_in_blocks_with_a_sum_over_each_ones_months(engine):
    report = sheet(engine, ["Jobcenter", "Måned", "Sum af Påbegyndte forløb"], ["Odder", "2010-02", 20],
                   [None, "2010-03", 25], ["Odder Total", None, 45], ["Skive", "2010-02", 40], [None, "2010-03", 44],
                   ["Skive Total", None, 85], ["Hovedtotal", None, 129])
    assert stated(report)["779", "2010-03", "paabegyndte_forloeb"] == 44 and len(stated(report)) == 4
    assert [p.text[:31] for p in report.warnings] == ["Kontrolsummen »Skive Total«, »S"]


@pytest.mark.parametrize("row", ["K1;Hovedtotal;;2;2", "K1;1 jobcenter i alt;;2;2", "Gennemsnit;;;2;2", "K1;Vest;;2;2",
                                 "K1;Alle jobcentre;;2;2"])
def test_sums_and_averages_among_records_are_left_out_and_told_of(engine, row):
    report = check(engine, f"{COURSE}{row}\n", name="kursus.csv")
    assert report.status == "ready" and len(report.changes) == 2
    assert any("Række 3 er ikke læst" in note for note in report.notes)


def test_a_pivot_table_of_records_is_read(engine):
    text = "Kursusdag 1\nRækkenavne;Rolle;Sum af Tilmeldt;Sum af Mødt\nSkive;tovholder;2;1\nHovedtotal;;2;1\n"
    report = check(engine, text, name="kursus.csv")
    assert report.status == "ready" and set(report.changes["jobcenter"]) == {"779"}
