"""The third gate: jobcenters and months. Each file under tests/files/gate3 fails the check of its name."""

from datetime import date

import pytest

from model.intake.examine import examine
from model.intake.report import Answers
from tests.model.intake.gates import REMEDY, Case, names, path

CASES = [
    Case("unknown_code", ("Række 3, kolonne »kommunekode«: 999 findes ikke i Midtjylland. "
                          "Brug en af de 19 koder i vejledningen.",), row=3, column="kommunekode"),
    Case("unknown_name", ("Skiwe findes ikke", "Mente du »Skive«"), row=3, column="jobcenter"),
    Case("nobody", ("Række 3", "ikke hvilket jobcenter"), row=3, column="kommunekode"),
    Case("code_and_name_disagree", ("791 er Viborg", "navnet er Skive"), row=2, column="kommunekode"),
    Case("not_a_month", ("Række 3, kolonne »maaned«", "2010-13"), row=3, column="maaned"),
    Case("quarter", ("»2010K1« er et kvartal",), row=2, column="maaned"),
    Case("no_month_on_row", ("Række 3", "måneden mangler"), row=3, column="maaned"),
    Case("too_early", ("Viborg", "august 2008 er for tidligt", "september 2008"), row=2, jobcenter="791",
         month="2008-08-01",
         column="personer_match4"),
    Case("in_the_future", ("maj 2010 ligger i fremtiden",), row=2, jobcenter="791", month="2010-05-01",
         column="personer_match4"),
    Case("after_the_campaign", ("juli 2011", "juni 2011"), row=2, jobcenter="791", month="2011-07-01",
         column="personer_match4"),
    Case("doubled_row", ("Viborg, marts 2010 står på 2 rækker (række 2 og 4)",), row=4, jobcenter="791",
         month="2010-03-01",
         column="personer_match4"),
    Case("doubled_row_with_other_columns", ("Viborg, marts 2010 står på 2 rækker (række 2 og 3)",), row=3,
         jobcenter="791",
         month="2010-03-01", column="personer_match4"),
    Case("doubled_row_in_a_form", ("Norddjurs, marts 2010, »I løntilskud« står på 2 rækker (række 5 og 6)",), row=6,
         jobcenter="707", month="2010-03-01", column="I løntilskud"),
    Case("no_figures", ("ingen tal",)),
    Case("doubled_sheet", ("»Personer« og »Match 4«",), row=2, jobcenter="791", month="2010-03-01",
         column="marts 2010"),
    Case("later_match_group", ("Kolonnen »Match 2«", "april 2010", "Tallene for februar 2010 og marts 2010"),
         column="Match 2", severity="advarsel"),
]
NOW = {"after_the_campaign": date(2011, 8, 1)}


@pytest.mark.every
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_gate3(engine, case):
    file = path(3, case.name)
    report = examine(engine, file.name, file.read_bytes(), answers=Answers(approved=True),
                     today=NOW.get(case.name, date(2010, 4, 20)))
    assert report.status == ("refused" if case.severity == "fejl" else "ready"), (report.status, report.question)
    assert len(report.problems) == case.times, report.problems
    problem = report.problems[0]
    assert all(text in problem.text for text in case.texts), problem.text
    assert (problem.gate, problem.severity, problem.row, problem.column) == (3, case.severity, case.row, case.column)
    assert problem.jobcenter == case.jobcenter
    assert (problem.month.isoformat() if problem.month else None) == case.month
    assert REMEDY.search(problem.text)
    assert bool(len(report.changes)) == (case.severity == "advarsel")


def test_every_file_of_the_gate_has_a_test():
    assert names(3) == {case.name for case in CASES}


def test_everything_wrong_inside_the_gate_is_told_at_once(engine):
    content = b"maaned;kommunekode;personer_match4\n2010-13;791;1\n2010-03;999;2\n2008-01;779;3\n2010-03;;4\n"
    report = examine(engine, "a.csv", content, today=date(2010, 4, 20))
    assert [p.row for p in report.problems] == [2, 3, 4, 5]


def test_the_fourth_gate_looks_at_the_rows_whose_keys_are_known(engine):
    content = b"maaned;kommunekode;personer_match4;praktik\n2010-03;999;58;ca. 61\n2010-03;791;58;61\n"
    report = examine(engine, "a.csv", content, today=date(2010, 4, 20))
    assert [(p.gate, p.row) for p in report.problems] == [(3, 2), (4, 3)]


def test_a_month_that_was_chosen_but_is_not_in_the_file_is_refused(engine):
    content = b"maaned;kommunekode;personer_match4\n2010-03;791;795\n"
    report = examine(engine, "a.csv", content, month=date(2010, 4, 1), today=date(2010, 5, 20))
    assert "valgt april 2010" in report.problems[0].text and "marts 2010" in report.problems[0].text


def test_the_code_decides_when_only_the_name_is_misspelt_and_it_is_told(engine):
    content = b"maaned;kommunekode;jobcenter;personer_match4\n2010-03;779;Skiwe;414\n"
    report = examine(engine, "a.csv", content, today=date(2010, 4, 20))
    assert report.status == "ready"
    assert any("»Skiwe« kendes ikke" in note for note in report.notes)


def test_jobcenters_left_out_take_their_problems_with_them(engine):
    content = b"maaned;kommunekode;personer_match4\n2010-03;791;795\n2010-03;779;1\n2010-03;779;2\n2008-01;766;3\n"
    report = examine(engine, "a.csv", content, without=("779", "766"), today=date(2010, 4, 20))
    assert report.status == "ready"
    assert set(report.changes["jobcenter"]) == {"791"}
    assert report.without == ("766", "779")
    assert report.jobcenters == ("766", "779", "791")


def test_leaving_out_an_unknown_code_is_wrong_usage(engine):
    with pytest.raises(ValueError, match="999 findes ikke"):
        examine(engine, "a.csv", b"", without=("999",))
