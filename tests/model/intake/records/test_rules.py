"""Courses, hotline and counselling: each file under tests/files/records fails the check of its name, and no other."""

from datetime import date

import pytest

from model.intake.examine import examine
from tests.model.intake.gates import FILES, REMEDY, Case

TODAY = date(2010, 4, 1)
WARNING = {"severity": "advarsel"}


def attended(name: str, *texts: str, column: str | None = "Mødt", row: int = 2, jobcenter: str | None = "779",
             **more: object) -> Case:
    return Case(f"attendance_{name}", texts, row=row, column=column, jobcenter=jobcenter, **more)


def evaluated(name: str, *texts: str, column: str = "Skemaer besvaret", **more: object) -> Case:
    return Case(f"evaluation_{name}", ("Kursusdag", *texts), row=2, column=column, **more)


def asked(name: str, *texts: str, column: str | None = "Dato", row: int = 2, **more: object) -> Case:
    return Case(f"hotline_{name}", texts, row=row, column=column, **more)


def counselled(name: str, *texts: str, column: str = "Status", **more: object) -> Case:
    return Case(f"counselling_{name}", ("Skive (række 2)", *texts), row=2, column=column, jobcenter="779", **more)


CASES = [
    attended("no_such_day", "20. nov. 2009", "19. nov. 2009", "9. dec. 2009", column="Kursusdag"),
    attended("unknown_code", "»K9« er ikke en kursusdag", column="Kursusdag"),
    attended("us_date", "»11/19/2009« findes ikke i kalenderen", column="Kursusdag"),
    attended("unknown_role", "»direktør« kendes ikke", "»virksomhedsmentor«", column="Rolle"),
    attended("unknown_jobcenter", "»Skivee« findes ikke i Midtjylland", "Mente du »Skive«?", column="Jobcenter",
             jobcenter=None),
    attended("two_rows", "Skive, Kursusdag 1 (19. nov. 2009), jobkonsulent står på 2 rækker (række 2 og 3)",
             column=None, row=3),
    attended("day_missing", "mangler en kolonne med »Kursusdag«", column=None, row=None, jobcenter=None),
    attended("walk_ins", "4 mødte, men kun 3 var tilmeldt", **WARNING),
    attended("above_four", "5 personer er mødt", "plads til 4 fra hvert jobcenter pr. kursusdag", row=3, **WARNING),
    attended("above_ten", "11 personer er mødt", "plads til 10", "mentorforløb", row=3, **WARNING),
    attended("not_yet_held", "holdes først 22. apr. 2010"),
    attended("not_a_count", "»ca. 3« er et skøn"),
    attended("code_and_name", "koden og navnet siger hver sit jobcenter", column="Kommunekode", jobcenter=None),
    attended("only_a_print_date", "det fremgår ikke, hvilken kursusdag", column=None, row=3),
    evaluated("more_answers_than_forms", "21 svar er flere end de 20 skemaer"),
    evaluated("more_scores_than_answers", "giver 21 og er flere end de 20", column="Tilfredshed 1"),
    evaluated("more_scores_than_forms", "giver 40 og er flere end de 10 udsendte", column="Tilfredshed 1"),
    evaluated("not_yet_held", "holdes først 22. apr. 2010"),
    asked("no_date", "henvendelsen har ingen dato"),
    asked("before_it_opened", "før hotlinen åbnede 2. nov. 2009"),
    asked("in_the_future", "»02-11-2010« ligger efter 1. apr. 2010"),
    asked("answered_before_asked", "besvaret 8. nov. 2009, før der blev spurgt 9. nov. 2009", column="Besvaret den"),
    asked("answered_by_without_date", "mangler en dato for svaret", column="Besvaret af"),
    asked("not_a_number", "»første« er ikke et nummer", column="Henvendelse"),
    asked("two_rows", "Henvendelse nr. 1 står på 2 rækker", column=None, row=3),
    asked("unknown_answerer", "»Jobcentret« kendes ikke", "»DISCUS« eller »BRM«", column="Besvaret af"),
    counselled("unknown_status", "»måske« kendes ikke", "»takket nej«"),
    counselled("no_status", "status mangler"),
    counselled("status_without_date", "status er »afholdt«, men datoen for det mangler", column="Afholdt den"),
    counselled("held_before_offered", "afholdt 1. dec. 2009, før den blev tilbudt 10. dec. 2009",
               column="Afholdt den"),
    counselled("held_but_not_said_so", "afholdt 10. dec. 2009, men status er »aftalt«"),
    counselled("declined_but_not_said_so", "takket nej 11. dec. 2009, men status er »aftalt«"),
    counselled("offered_before_wished", "tilbudt 1. dec. 2009, før den blev ønsket 10. dec. 2009",
               column="Tilbudt den"),
    counselled("offered_but_still_a_wish", "tilbudt 5. dec. 2009, men status er »ønsket«", "Ret status til »tilbudt«"),
    counselled("wish_without_date", "status er »ønsket«, men datoen for det mangler", column="Ønsket den"),
    counselled("outside_the_campaign", "1. dec. 1909 ligger uden for kampagnen", column="Tilbudt den"),
    counselled("held_in_the_future", "»01-12-2010« ligger efter 1. apr. 2010", column="Afholdt den"),
]


@pytest.mark.every
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_file_fails_one_check_and_says_how_to_mend_it(engine, case):
    report = examine(engine, f"{case.name}.csv", (FILES / "records" / f"{case.name}.csv").read_bytes(), today=TODAY)
    assert [p.severity for p in report.problems] == [case.severity], report.problems
    problem = report.problems[0]
    assert report.status == ("ready" if case.severity == "advarsel" else "refused")
    for text in case.texts:
        assert text in problem.text
    assert REMEDY.search(problem.text), problem.text
    if case.jobcenter:
        assert problem.jobcenter == case.jobcenter
    assert (problem.row, problem.column) == (case.row, case.column)


def test_every_file_of_courses_hotline_and_counselling_has_its_case():
    mine = {"attendance", "evaluation", "hotline", "counselling"}
    assert {f.stem for f in (FILES / "records").iterdir() if f.stem.split("_")[0] in mine} == {c.name for c in CASES}


def test_a_cell_that_cannot_be_read_hides_no_other_rows_problem(engine):
    text = ("Henvendelse;Dato;Jobcenter;Tema\n1;01-11-2009;Skive;Mentor\n2;06/15/2010;Skive;Mentor\n"
            "3;04-01-2010;Skive;Mentor\n")
    report = examine(engine, "hotline.csv", text.encode(), today=TODAY)
    assert sorted((p.row, p.column) for p in report.problems) == [(2, "Dato"), (3, "Dato")]
