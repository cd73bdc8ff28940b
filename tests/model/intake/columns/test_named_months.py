"""A month that was chosen against one that the title, the sheet's name or the file's name says."""

from datetime import date

import pytest

from model.intake.refusal import SaveRefused
from model.intake.report import Answers
from model.intake.saving import apply
from tests.model.intake.filing import check, load, stated, workbook
from tests.sweeps import swept
from tests.viewers import named

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)
TODAY = date(2010, 5, 20)
PLAIN = "Jobcenter;Personer;Praktik\nViborg;795;102\n"
BOTH = "Jobcenter;Personer;Afsluttede\nViborg;795;25\n"


def warned(report) -> list[tuple[int, str]]:
    assert report.status == "ready", (report.problems, report.question)
    return [(p.gate, p.text) for p in report.problems if p.severity == "advarsel"]


@pytest.mark.parametrize(("text", "name", "where"), [
    (f"Opfølgning marts 2010;;\n{PLAIN}", "tal.csv", "linjen »Opfølgning marts 2010« (række 1)"),
    (PLAIN, "VC_marts10.csv", "filens navn »VC_marts10.csv«"),
    (workbook({"Marts 2010": [["Jobcenter", "Personer"], ["Viborg", 795]]}), "tal.xlsx", "arkets navn »Marts 2010«"),
])
@pytest.mark.parametrize("given", [{"month": APRIL}, {"answers": Answers(month=APRIL, approved=True)}],
                         ids=["given with the file", "answered to the question"])
def test_another_month_than_the_one_named_asks_for_a_reason(engine, text, name, where, given):
    report = check(engine, text, name=name, today=TODAY, **given)
    (gate, told), = warned(report)
    assert gate == 2 and "valgt april 2010" in told and f"{where} siger marts 2010" in told
    assert {key[1] for key in stated(report)} == {"2010-04"}


@pytest.mark.parametrize(("text", "name"), [
    (f"Opfølgning marts 2010;;\n{PLAIN}", "tal.csv"), (PLAIN, "VC_marts10.csv"), (PLAIN, "tal.csv"),
    (f"Opfølgning marts 2010;;\n{PLAIN}", "sendt_april10.csv"),
    (f"Udtræk april 2010;;\nTal for marts 2010;;\n{PLAIN}", "tal.csv"),
    (f"Udtræk 14. april 2010;;\n{PLAIN}", "2010-04-14 tal.csv"),
    (f"Udvikling fra april 2010 til maj 2010;;\n{PLAIN}", "tal.csv")])
def test_the_month_named_nearest_to_the_figures_or_none_at_all_is_no_doubt(engine, text, name):
    assert warned(check(engine, text, name=name, month=MARCH, today=TODAY)) == []


def test_outcomes_of_an_earlier_month_do_not_contradict_the_title(engine):
    answers = Answers(month=MARCH, outcome_month=date(2010, 1, 1), approved=True)
    assert warned(check(engine, f"Opfølgning marts 2010;;\n{BOTH}", answers=answers)) == []
    sheets = {name: [["Jobcenter", "Antal"], ["Viborg", value]]
              for name, value in (("Personer marts 2010", 795), ("Afsluttede januar 2010", 25))}
    report = check(engine, workbook(sheets), name="tal.xlsx", answers=answers)
    assert warned(report) == [] and {(key[2], key[1]) for key in stated(report)} == {
        ("personer_match4", "2010-03"), ("afsluttede_forloeb", "2010-01")}
    assert len(warned(check(engine, workbook(sheets), name="tal.xlsx", month=MARCH))) == 1


def test_figures_that_say_their_own_month_need_no_title(engine):
    text = "Sendt april 2010;;\nMåned;Jobcenter;Personer\n2010-03;Viborg;795\n"
    assert warned(check(engine, text, month=MARCH, today=TODAY)) == []


def test_a_month_named_for_several_sheets_is_told_of_once(engine):
    sheets = {name: [["Jobcenter", "Antal"], ["Viborg", value]]
              for name, value in (("Personer", 795), ("Praktik", 102))}
    assert len(warned(check(engine, workbook(sheets), name="VC marts 2010.xlsx", month=APRIL, today=TODAY))) == 1


def test_it_cannot_be_saved_without_a_reason(engine):
    text = f"Opfølgning marts 2010;;\n{PLAIN}"
    with pytest.raises(SaveRefused, match="begrundelse"):
        apply(engine, check(engine, text, month=APRIL, today=TODAY), content=text.encode(), viewer=named("test"))
    assert load(engine, text, month=APRIL, today=TODAY, reason="titlen er gammel")


def test_an_error_of_a_later_gate_is_told_beside_it(engine):
    text = f"Opfølgning marts 2010;;\n{PLAIN.replace('102', 'ca. 100')}"
    report = check(engine, text, month=APRIL, today=TODAY)
    assert [(p.gate, p.severity) for p in report.problems] == [(2, "advarsel"), (4, "fejl")]
    assert report.status == "refused"


@pytest.mark.parametrize("written", swept(
    ["marts 10", "Marts 10", "marts '10", "marts ’10", "mar-10", "mar. 10"], 0, 4))
def test_a_month_with_two_figures_of_its_year_is_told_wherever_it_stands(engine, written):
    for text, name in ((f"Tal for {written};;\n{PLAIN}", "tal.csv"), (PLAIN, f"VC {written}.csv"),
                       (workbook({written: [["Jobcenter", "Personer"], ["Viborg", 795]]}), "tal.xlsx")):
        assert check(engine, text, name=name, today=TODAY, answers=None).question.month_guess == MARCH
    for text in (f"Jobcenter;Måned;Personer\nViborg;{written};795\n", f"Jobcenter;Personer {written}\nViborg;795\n",
                 f"Måned: {written};;\nJobcenter;Personer\nViborg;795\n",
                 f"Personer;;\nJobcenter;{written};april 10\nViborg;795;796\n"):
        assert stated(check(engine, text, today=TODAY))["791", "2010-03", "personer_match4"] == 795
