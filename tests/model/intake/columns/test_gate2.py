"""The second gate: the columns. Each file under tests/files/gate2 fails one check and has a test of its name."""

from datetime import date

import pytest

from model.intake.examine import examine
from model.intake.report import Answers
from tests.model.intake.gates import REMEDY, Case, names, path

PRAKTIK = "Heraf i virksomhedspraktik"
CASES = [
    Case("unknown_headings", ("»Center« kendes ikke", "»Jobcenter«"), column="Center", times=4),
    Case("misspelt_column", ("»heraf_virksomhedspraktk« kendes ikke", f"Mente du »{PRAKTIK}«"),
         column="heraf_virksomhedspraktk"),
    Case("misspelt_key", ("»komunekode« kendes ikke", "Mente du »Kommunekode«"), column="komunekode"),
    Case("missing_jobcenter", ("hvilket jobcenter", "Kommunekode")),
    Case("missing_figures", ("ingen kolonne med tal",)),
    Case("missing_month", ("hvilken måned", "--month 2010-03")),
    Case("doubled_column", ("»praktik« står 2 gange", "kolonne C og D"), column="praktik"),
    Case("two_headings_for_one_figure", ("»personer« og »match 4«", "det samme tal"), column="personer"),
    Case("doubled_key", ("»maaned« og »periode«",), column="maaned"),
    Case("quarters_across", ("»2010K1« er et kvartal",), column="2010K1", times=2),
    Case("years_across", ("»2009« er et helt år",), column="2009", times=2),
    Case("no_headings", ("overskrifter", "20 rækker")),
    Case("unknown_row_label", ("Rækken »På ferie« kendes ikke",), column="På ferie"),
    Case("two_candidate_sheets", ("»Kladde« og »Endelig«",)),
    Case("unknown_sheet", ("tabellen »Ferie«",), column="Ferie"),
]
OTHER_MONTH = Case("month_of_the_title", ("valgt april 2010", "»Tal for marts 2010« (række 1) siger marts 2010"), row=1,
                   month="2010-04-01", severity="advarsel")


@pytest.mark.every
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gate2(engine, case):
    file = path(2, case.name)
    report = examine(engine, file.name, file.read_bytes(), answers=Answers(approved=True), today=date(2010, 4, 20))
    problems = report.question.refusal if report.question else report.problems
    assert report.status in ("question", "refused")
    assert len(problems) == case.times, problems
    assert all(p.gate == 2 and p.severity == "fejl" for p in problems)
    assert all(text in problems[0].text for text in case.texts), problems[0].text
    assert problems[0].column == case.column
    assert all(REMEDY.search(p.text) for p in problems)
    assert not len(report.changes)


def test_a_warning_of_the_gate_stops_nothing(engine):
    file = path(2, OTHER_MONTH.name)
    report = examine(engine, file.name, file.read_bytes(), month=date(2010, 4, 1), today=date(2010, 5, 20))
    (problem,) = report.problems
    assert report.status == "ready" and len(report.changes) == 4
    assert all(text in problem.text for text in OTHER_MONTH.texts), problem.text
    assert (problem.gate, problem.severity, problem.row) == (2, OTHER_MONTH.severity, OTHER_MONTH.row)
    assert problem.month.isoformat() == OTHER_MONTH.month
    assert REMEDY.search(problem.text)


def test_every_file_of_the_gate_has_a_test():
    assert names(2) == {case.name for case in [*CASES, OTHER_MONTH]}
