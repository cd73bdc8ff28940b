"""The sentences and tables of a report."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from model.intake import batch, batch_words, verdicts, wording
from model.intake.batch import Need
from model.intake.examine import examine
from model.intake.files.workbook import Workbook
from model.intake.report import Heading, Problem, Question, Report, no_changes

READ = Workbook("tal.csv", "", ())
NAMES = {"779": "Skive", "665": "Lemvig", "751": "Aarhus"}


def stated(*rows):
    """Rows of ``Report.changes``: jobcenter, month, measure, value, mark, text, old value, kind."""
    columns = ["jobcenter", "month", "measure", "value", "mark", "text", "old_value", "kind"]
    frame = pd.DataFrame(rows, columns=columns).assign(old_mark=None, old_text=None)
    return frame.assign(month=pd.to_datetime(frame["month"]), value=frame["value"].astype("Int64"),
                        old_value=frame["old_value"].astype("Int64"), mark=frame["mark"].astype(object),
                        text=frame["text"].astype(object))


def cell(at):
    """A fault in a cell."""
    return Problem("fejl", 4, "galt", row=int(at[1:]), cell=at)


def report(status="ready", *, changes=None, **more):
    return Report(dataset="maanedstal", file_name="tal.csv", sha256="", status=status, data_version=0, notes=(),
                  problems=more.pop("problems", ()), changes=no_changes() if changes is None else changes, **more)


@pytest.mark.parametrize(("numbers", "text"), [
    ({"new": 14, "changed": 7, "unchanged": 79}, "14 tal er nye, 7 ændres, 79 er som før"),
    ({"new": 1, "changed": 0, "unchanged": 1}, "1 tal er nyt, 1 er som før"),
    ({"new": 0, "changed": 1}, "1 tal ændres"),
    ({"changed": 7, "unchanged": 1}, "7 tal ændres, 1 er som før"),
    ({"unchanged": 79}, "79 tal er som før"),
    ({"new": 1480}, "1.480 tal er nye"),
    ({}, "ingen tal"),
])
def test_counts_name_only_what_there_is(numbers, text):
    assert wording.counts(numbers, "maanedstal") == text


@pytest.mark.parametrize(("found", "text"), [
    (report("refused"), "Filen blev afvist"),
    (report("refused", workbook=READ, problems=(cell("B2"), cell("B3"), cell("B3"), cell("C3"))),
     "Filen kan ikke gemmes endnu: 3 celler skal rettes"),
    (report("refused", workbook=READ, problems=(cell("B2"), replace(cell("B2"), cell=None, row=None, more=11))),
     "Filen kan ikke gemmes endnu: 12 celler skal rettes"),
    (report("refused", workbook=READ, problems=(cell("B2"), Problem("fejl", 2, "?", question="scale"))),
     "Filen kan ikke gemmes endnu: 1 celle skal rettes, og 1 spørgsmål skal besvares"),
    (report("refused", workbook=READ, problems=(Problem("fejl", 3, "galt", row=4), Problem("fejl", 3, "galt", row=5))),
     "Filen kan ikke gemmes endnu: 2 rækker skal rettes"),
    (report("refused", workbook=READ, problems=(cell("B2"), Problem("fejl", 3, "galt", row=4, rows=(4, 5)))),
     "Filen kan ikke gemmes endnu: 2 fejl skal rettes"),
    (report("refused", problems=(Problem("fejl", 2, "?", question="scale"),) * 2), "Filen venter på et svar"),
    (report("refused", problems=(Problem("fejl", 2, "?", question="scale"), Problem("fejl", 2, "?", question="steps"))),
     "Filen venter på 2 svar"),
    (report("question", question=Question("?", needs_month=True, needs_outcome_month=True)), "Filen venter på 2 svar"),
    (report("question", question=Question("?", sheets=("a", "b"))), "Filen venter på et svar"),
    (report("question", question=Question("?")), "Filen skal forklares, før den kan kontrolleres"),
    (report("question", question=Question("?", headings=(Heading(0, "a", ()),))), "Er filen læst rigtigt?"),
    (report("question", question=Question("?", headings=(Heading(0, "a", ()),), asked=(0,))),
     "Filen skal forklares, før den kan kontrolleres"),
    (report("unchanged", already=(3, datetime(2010, 4, 12, 23, 30, tzinfo=UTC))),
     "Filen er allerede indlæst den 13. apr. 2010"),
    (report(changes=stated(("779", "2010-03-01", "personer_match4", 3, None, None, None, "new"))),
     "Filen kan gemmes: 1 tal er nyt"),
])
def test_the_verdict_answers_whether_the_file_can_be_used(found, text):
    assert verdicts.verdict(found) == text


def test_errors_and_warnings_are_counted_for_what_must_be_done():
    error, warning = Problem("fejl", 4, "galt"), Problem("advarsel", 4, "mærkeligt")
    assert verdicts.to_mend(report("refused", problems=(error, warning))) == (
        "Der er ikke gemt noget. Desuden er der 1 advarsel.")
    new = stated(("779", "2010-03-01", "personer_match4", 3, None, None, None, "new"))
    assert verdicts.to_mend(report(problems=(warning, warning), changes=new)) == (
        "2 advarsler skal begrundes, før tallene kan gemmes.")
    assert verdicts.to_mend(report(changes=new)) == "Der er ingen fejl og ingen advarsler."


def test_a_file_that_changes_nothing_says_so():
    same = report(changes=stated(("779", "2010-03-01", "personer_match4", 3, None, None, 3, "unchanged")))
    assert verdicts.verdict(same) == "Filen ændrer ingenting: 1 tal er som før"
    assert verdicts.to_mend(same) == "Alt det står der i forvejen, så der er ikke noget at gemme."
    assert batch.need(same) is Need.NO_CHANGE
    assert batch_words.content(same, NAMES) == "Marts 2010, Skive: 1 tal er som før"


def test_questions_are_counted_beside_errors_each_once():
    error, asked = Problem("fejl", 4, "galt"), Problem("fejl", 2, "hvad?", question="scale")
    assert verdicts.to_do(report("refused", problems=(error, asked, asked))) == (
        "1 fejl skal rettes, og 1 spørgsmål skal besvares")


@pytest.mark.parametrize(("months", "text"), [
    (["2010-03"], "marts 2010"), (["2010-01", "2010-03"], "januar og marts 2010"),
    (["2009-12", "2010-01"], "december 2009 og januar 2010"),
    (["2009-11", "2009-12", "2010-01", "2010-02"], "november 2009–februar 2010"),
])
def test_months_are_told_without_repeating_the_year(months, text):
    assert wording.months_in_words([date.fromisoformat(f"{month}-01") for month in months]) == text


def test_a_jobcenter_with_only_a_remark_is_not_counted_as_loaded():
    changes = stated(("779", "2010-03-01", "personer_match4", 3, None, None, None, "new"),
                     ("665", "2010-03-01", "bemaerkning", None, None, "ikke modtaget", None, "new"))
    assert wording.loaded(report(changes=changes), NAMES) == "Marts 2010, Skive: 2 nye tal."


def records(*, changes=None, status="ready", **more):
    """A report on attendance; changes: rows of jobcenter and kind."""
    frame = None if changes is None else pd.DataFrame(changes, columns=["jobcenter", "kind"])
    return replace(report(status, changes=frame, **more), dataset="kursusdeltagelse")


@pytest.mark.parametrize(("rows", "text"), [
    ([("779", "new"), ("665", "new")], "Kursusdeltagelse, 2 jobcentre: 2 nye oplysninger."),
    ([("779", "new"), ("779", "unchanged")], "Kursusdeltagelse, Skive: 1 ny oplysning, 1 som før."),
    ([(None, "changed")], "Kursusdeltagelse: 1 oplysning ændret.")])
def test_a_file_of_records_is_told_by_its_kind(rows, text):
    assert wording.loaded(records(changes=rows), NAMES) == text


def test_a_file_of_records_has_a_verdict_in_its_own_words():
    assert verdicts.verdict(records(changes=[("779", "new")])) == "Filen kan gemmes: 1 oplysning er ny"
    assert verdicts.to_mend(records(changes=[("779", "new")], problems=(Problem("advarsel", 4, "over loftet"),))) == (
        "1 advarsel skal begrundes, før oplysningerne kan gemmes.")
    assert wording.new_title(1, "hotline") == "Vis 1 ny oplysning"
    assert wording.new_title(2, "maanedstal") == "Vis 2 nye tal"
    assert wording.changed_title(2, "hotline") == "Vis 2 oplysninger, der ændres"
    assert wording.read_as("centre") == "Filen er læst som »Virksomhedscentre«. Er den noget andet?"


def test_cells_are_shown_as_a_reader_knows_them():
    changes = stated(("779", "2010-03-01", "personer_match4", 1055, None, None, 0, "changed"),
                     ("779", "2010-03-01", "heraf_loentilskud", None, "hidden", None, None, "new"),
                     ("779", "2010-03-01", "afsluttede_forloeb", None, "missing", None, 4, "changed"),
                     ("779", "2010-03-01", "bemaerkning", None, None, "ring igen", None, "new"))
    table = wording.change_table(changes, NAMES, "maanedstal")
    assert table["Nu"].tolist() == ["1.055", "skjult", "ikke indberettet", "ring igen"]
    assert table["Før"].tolist() == ["0", "–", "4", "–"]
    assert table["Tal"].tolist()[1] == "Heraf i løntilskud"


def test_problems_stand_with_errors_first_and_without_empty_columns():
    problems = (Problem("advarsel", 4, "mærkeligt", row=3, jobcenter="779", month=date(2010, 3, 1)),
                Problem("fejl", 4, "galt", row=9, jobcenter="665", month=date(2010, 3, 1)))
    table = wording.problem_table(problems, NAMES)
    assert list(table) == ["Alvor", "Jobcenter", "Måned", "Række", "Hvad er galt, og hvad kan du gøre"]
    assert table["Jobcenter"].tolist() == ["Lemvig", "Skive"]
    assert "Alvor" not in wording.problem_table(problems[:1], NAMES)


HERE = {"row": 8, "jobcenter": "779", "month": date(2010, 2, 1), "column": "Praktik"}


FIGURES = "maaned;kommunekode;personer_match4;heraf_virksomhedspraktik\n"
ATTENDANCE = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n"
COUNSELLING = "Jobcenter;Status;Tilbudt den\n"


@pytest.mark.parametrize(("text", "told"), [
    (FIGURES + "2010-03;779;ca. 100;5", "»ca. 100« er et skøn."),
    (FIGURES + "2010-03;999;100;5", "999 findes ikke i Midtjylland."),
    (FIGURES + "2008-03;779;100;5", "Marts 2008 er for tidligt."),
    (FIGURES + "2010-03;779;10;50", "50 i virksomhedspraktik er flere end målgruppens 10."),
    (ATTENDANCE + "Kursusdag 1;Skive;jobkonsulent;2;3", "Kursusdag 1 (19. nov. 2009), jobkonsulent: 3 mødte, men"),
    (ATTENDANCE + "Kursusdag 1;Skive;jobkonsulent;2;3-4", "»Mødt«: »3-4« er et interval."),
    (ATTENDANCE + 2 * "Kursusdag 1;Skive;jobkonsulent;2;2\n",
     "Kursusdag 1 (19. nov. 2009), jobkonsulent står på 2 rækker (række 2 og 3)."),
    (COUNSELLING + "Skive;tilbudt;", "Status er »tilbudt«, men datoen for det mangler.")])
def test_a_problem_in_the_table_says_what_is_wrong_and_of_a_record_which_and_does_not_repeat_the_columns(
        engine, text, told):
    found = examine(engine, "fil.csv", text.encode(), today=date(2010, 5, 1))
    table = wording.problem_table(found.problems, NAMES)
    assert table.iloc[0, -1].startswith(told)


def test_two_warnings_about_one_cell_are_one_row_and_counted_once():
    dash, back = (Problem("advarsel", 4, f"Skive, februar 2010 (række 8): {reason}", reason=reason, **HERE)
                  for reason in ("»-« er læst som ikke indberettet.", "12 bliver taget tilbage."))
    other = replace(back, row=9)
    table = wording.problem_table((dash, back, other), NAMES)
    assert table.iloc[:, -1].tolist() == ["»-« er læst som ikke indberettet. 12 bliver taget tilbage.",
                                          "12 bliver taget tilbage."]
    new = stated(("779", "2010-03-01", "personer_match4", 3, None, None, None, "new"))
    assert verdicts.to_mend(report(problems=(dash, back, other), changes=new)).startswith("2 advarsler skal begrundes")
    assert wording.by_cell((dash, back))[0].text == f"{dash.text} 12 bliver taget tilbage."


def test_errors_and_warnings_that_name_no_cell_stand_one_by_one():
    error = Problem("fejl", 4, "galt", **HERE)
    nowhere = Problem("advarsel", 4, "Der er 3 steder mere.")
    assert len(wording.by_cell((error, error, nowhere, nowhere))) == 4


def test_changes_stand_by_jobcenter_name_month_and_the_datasets_order():
    changes = stated(*((code, month, measure, 1, None, None, None, "new")
                       for measure in ("heraf_loentilskud", "personer_match4") for month in ("2010-03-01", "2010-01-01")
                       for code in ("751", "665", "779")))
    table = wording.change_table(changes, NAMES, "maanedstal")
    assert list(dict.fromkeys(table["Jobcenter"])) == ["Lemvig", "Skive", "Aarhus"]
    assert table.head(4)["Måned"].tolist() == ["jan.\u00a02010"] * 2 + ["mar.\u00a02010"] * 2
    assert table.head(2)["Tal"].tolist() == ["Kontant- og starthjælpsmodtagere i matchgruppe 4", "Heraf i løntilskud"]
    assert wording.change_table(changes, NAMES, "maanedstal", most=5).equals(table.head(5))


@pytest.mark.parametrize(("named", "reasoned", "text"), [
    (True, True, ""), (True, False, "Skriv først en begrundelse."), (False, True, "Skriv først, hvem du er."),
    (False, False, "Skriv først, hvem du er, og en begrundelse."),
])
def test_what_is_lacking_before_saving_is_said(named, reasoned, text):
    assert wording.before_saving(named=named, reasoned=reasoned) == text


def test_names_are_in_danish_order():
    assert wording.left_out(("751", "779"), NAMES) == "Uden Skive og Aarhus"
    assert wording.in_file(report(jobcenters=("665", "751", "779")), NAMES) == ["665", "779", "751"]


@pytest.mark.parametrize(("kinds", "dataset", "text"), [
    ({"new": 14, "changed": 7, "unchanged": 79}, "maanedstal", "Gemt: 14 nye tal, 7 ændret, 79 som før"),
    ({"new": 1}, "maanedstal", "Gemt: 1 nyt tal"), ({"changed": 1, "unchanged": 2}, "maanedstal",
                                                     "Gemt: 1 tal ændret, 2 som før"),
    ({"new": 1, "changed": 2}, "centre", "Gemt: 1 ny oplysning, 2 ændret"),
    ({"new": 1200}, "hotline", "Gemt: 1.200 nye oplysninger"),
    ({"unchanged": 3}, "centre", "Gemt: 3 oplysninger som før")])
def test_what_a_save_did_is_said_in_the_order_new_changed_as_before(kinds, dataset, text):
    changes = pd.DataFrame({"kind": [kind for kind, count in kinds.items() for _ in range(count)]})
    assert wording.saved(replace(report(changes=changes), dataset=dataset)) == text
