"""The fourth gate: figures and rules. Each file under tests/files/gate4 fails the check of its name."""

from datetime import date

import pytest

from model.intake.examine import examine
from model.intake.report import Answers
from tests.model.intake.gates import REMEDY, Case, names, path

APPROVED = Answers(approved=True)
PRAKTIK, LOENTILSKUD, I_ALT = "heraf_virksomhedspraktik", "heraf_loentilskud", "virksomhedsaktivering_i_alt"


def skive(name: str, *texts: str, column: str = PRAKTIK, month: str = "2010-03-01", row: int = 3,
          **more: object) -> Case:
    return Case(name, ("Skive", *texts), row=row, column=column, jobcenter="779", month=month, **more)


def viborg(name: str, *texts: str, column: str) -> Case:
    return Case(name, ("Viborg, marts 2010", *texts), row=2, column=column, jobcenter="791", month="2010-03-01")


def outcome(name: str, *texts: str, column: str) -> Case:
    return skive(name, "januar 2010 (række 2)", *texts, column=column, month="2010-01-01", row=2)


CASES = [
    skive("estimate", f"Skive, marts 2010, »{PRAKTIK}« (række 3)", "»ca. 60«", "skøn"),
    skive("two_numbers", "»38 (var 41)«"),
    skive("interval", "»4-6«"),
    skive("negative", "»-61«", "negativt"),
    skive("decimals", "»61,5«"),
    skive("percentage", "»15 %«"),
    skive("words", "»kendes ikke endnu«"),
    skive("below_nothing", "»<0«", "intet antal er under 0"),
    skive("hidden_though_large", "»<100«", "højst »<10«", "Skriv tallet"),
    Case("lone_unclear_number", ("Aarhus, marts 2010", "»3.290«", "3290", "3,290"), row=2, column="personer_match4",
         jobcenter="751", month="2010-03-01"),
    viborg("unknown_choice", "»1-4«", "»1-5« eller »1-3«", column="matchmodel"),
    viborg("not_a_date", "»i går«", column="modtaget"),
    viborg("date_in_the_future", "21-04-2010", column="modtaget"),
    viborg("long_text", "tegn", column="bemaerkning"),
    skive("part_above_group", "Skive, marts 2010 (række 3): 61 i virksomhedspraktik er flere end målgruppens 58."),
    skive("subsidy_above_group", "12 i løntilskud er flere end målgruppens 10.", column=LOENTILSKUD),
    skive("total_above_group", "61 i virksomhedsaktivering i alt er flere end målgruppens 58.", column=I_ALT),
    skive("sum_above_group", "61 i virksomhedspraktik og 12 i løntilskud er tilsammen flere end målgruppens 70."),
    skive("total_below_part", "60 i virksomhedsaktivering i alt er færre end de 61 i virksomhedspraktik.",
          column=I_ALT),
    skive("total_above_sum", "74 i virksomhedsaktivering i alt er flere end 61", "12", column=I_ALT),
    skive("centre_above_total", "73 i virksomhedscenter er flere end de 72 i virksomhedsaktivering i alt.", row=2,
          column="heraf_i_virksomhedscenter"),
    skive("centre_above_sum", "74 i virksomhedscenter er flere end de 73", row=2, column="heraf_i_virksomhedscenter"),
    outcome("self_supporting_above_ended", "14 selvforsørgende 4 uger efter er flere end de 13 afsluttede forløb.",
            column="heraf_selvforsoergende_4_uger"),
    outcome("job_above_ended", "14 i job eller uddannelse", "de 13 afsluttede",
            column="heraf_job_eller_uddannelse_4_uger"),
    outcome("ordinary_above_job", "4 i ordinært job", "de 3 i job eller uddannelse", column="heraf_ordinaert_job"),
    outcome("flexjob_above_job", "4 i fleksjob", "de 3 i job eller uddannelse", column="heraf_fleksjob"),
    outcome("education_above_job", "4 i uddannelse", "de 3 i job eller uddannelse", column="heraf_uddannelse"),
    outcome("subsidised_job_above_ended", "14 i løntilskudsjob", "de 13 afsluttede", column="heraf_loentilskudsjob"),
    outcome("centre_ended_above_ended", "14 afsluttede forløb i virksomhedscenter", "de 13 afsluttede forløb.",
            column="afsluttede_forloeb_virksomhedscenter"),
    outcome("centre_job_above_centre_ended", "4 i job eller uddannelse efter virksomhedscenter", "de 3 afsluttede",
            column="heraf_job_eller_uddannelse_virksomhedscenter"),
    skive("large_change", "31 i virksomhedspraktik i marts 2010 mod 20 måneden før", "11 flere", severity="advarsel"),
    skive("dash", "»-«", "ikke indberettet", severity="advarsel"),
    Case("control_sum", ("»I alt«", "marts 2010", "»Personer«", "1.210", "1.209"), row=4, column="Personer",
         month="2010-03-01", severity="advarsel"),
    Case("correction_in_remark", ("Randers, marts 2010", "»febr. praktik rettes til 66«"), row=2, column="bemaerkning",
         jobcenter="730", month="2010-03-01", severity="advarsel"),
]


@pytest.mark.every
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gate4(engine, case):
    file = path(4, case.name)
    report = examine(engine, file.name, file.read_bytes(), answers=None if case.name != "control_sum" else APPROVED,
                     today=date(2010, 4, 20))
    assert report.status == ("refused" if case.severity == "fejl" else "ready"), (report.status, report.question)
    assert len(report.problems) == case.times, report.problems
    problem = report.problems[0]
    assert all(text in problem.text for text in case.texts), problem.text
    assert (problem.gate, problem.severity, problem.row, problem.column) == (4, case.severity, case.row, case.column)
    assert (problem.jobcenter, problem.month.isoformat()) == (case.jobcenter, case.month)
    assert REMEDY.search(problem.text), problem.text


def test_every_file_of_the_gate_has_a_test():
    assert names(4) == {case.name for case in CASES}
