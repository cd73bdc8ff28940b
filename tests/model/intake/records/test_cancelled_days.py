"""A cancelled course day: said in a file or a form, never both cancelled and counted, taken back and undone."""

from datetime import date

import pytest
from sqlmodel import Session

from model.intake import undoing
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.examine import examine
from model.intake.form import state
from model.intake.records import cancelling
from model.intake.saving import apply
from model.store import record_facts
from tests.model.intake.filing import workbook
from tests.model.intake.records.street import HEAD, TODAY, attendance, check, load, typed
from tests.sweeps import swept
from tests.viewers import named

K3 = HEAD + "K3;Skive;jobkonsulent;4;{}\nK3;Lemvig;tovholder;2;{}\n"
EVENT = {"kursusdag": "K3", "haendelse": "aflyst"}
AFTER_ALL = EVENT | {"haendelse": "holdes"}


def events(engine, as_of=None):
    """What is said of course days as it stands, by code."""
    with Session(engine) as session:
        frame = record_facts.records(session, COURSE_DAYS.table, as_of=as_of)
    return {code: event for code, event in zip(frame["course_day"], frame["event"], strict=True) if event is not None}


def refused(report, *texts):
    """The one error of a report that is refused."""
    assert report.status == "refused"
    [problem] = [p for p in report.problems if p.severity == "fejl"]
    for text in texts:
        assert text in problem.text, problem.text
    return problem


@pytest.mark.parametrize("word", swept([
    "aflyst", "Aflyst", "AFLYST", " aflyst ", "aflyst!", "Aflyst pga. sygdom", "aflyst p.g.a. sne", "aflyst (sne)",
    "aflyst – sygdom", "aflyst 3/2", "aflyst den 3. februar 2010", "Dagen er aflyst", "kurset blev aflyst",
    "aflyst på grund af vejret", "aflyst\u00a0grundet snestorm"], 0, 2, 5, 8, 9, 10, 11))
def test_the_word_in_a_counts_cell_says_it_of_the_day(engine, word):
    load(engine, K3.format(word, ""))
    assert events(engine) == {"K3": "aflyst"}
    assert attendance(engine) == {("K3", "779", "jobkonsulent"): (4, None), ("K3", "665", "tovholder"): (2, None)}


@pytest.mark.every
@pytest.mark.parametrize("word", ["aflyst?", "ikke aflyst", "måske aflyst", "delvist aflyst", "aflyst for Skive",
                                  "aflyst, 3 mødte", "0 (aflyst)", "aflyst 12", "udgår", "ej afholdt", "udsat",
                                  "Aflyst, flyttet til 3/2", "afbud", "aflysning?"])
def test_what_is_not_certain_is_refused_and_never_read_as_missing(engine, word):
    problem = refused(check(engine, K3.format(word, "")), "siger ikke sikkert, om kursusdagen er aflyst",
                      "Skriv »aflyst«")
    assert (problem.row, problem.column) == (2, "Mødt")


@pytest.mark.parametrize(("heading", "cell"), [
    ("Aflyst", "ja"), ("Aflyst", "x"), ("Aflyst", "X"), ("Aflyst?", "Ja"), ("Hændelse", "aflyst"),
    ("Hændelse", "Aflyst pga. sne"), ("Status", "aflyst"), ("Bemærkning", "Aflyst (sygdom)"), ("Aflyst", "aflyst")])
def test_it_may_stand_in_a_column_of_its_own_or_in_a_remark(engine, heading, cell):
    load(engine, f"Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;{heading}\nK3;Skive;jobkonsulent;4;;{cell}\n"
         "K3;Lemvig;tovholder;2;;\nK2;Skive;jobkonsulent;4;3;\n")
    assert events(engine) == {"K3": "aflyst"}


@pytest.mark.parametrize("empty", ["nej", "Nej", "-", "", "n"])
def test_no_says_nothing_where_nothing_else_was_said(engine, empty):
    load(engine, f"Kursusdag;Jobcenter;Rolle;Mødt;Aflyst\nK3;Skive;jobkonsulent;4;{empty}\n")
    assert events(engine) == {}


def test_a_remark_that_only_mentions_it_must_be_explained(engine):
    text = "Kursusdag;Jobcenter;Rolle;Mødt;Bemærkning\nK3;Skive;jobkonsulent;1;Toget var aflyst\n"
    report = check(engine, text)
    assert [(p.severity, p.row, p.column) for p in report.problems] == [("advarsel", 2, "Bemærkning")]
    assert "»Toget var aflyst« nævner en aflysning" in report.problems[0].text


@pytest.mark.parametrize("row", ["K3;;;;aflyst", "K3;Alle jobcentre;;;aflyst", "K3;alle;alle;;Aflyst",
                                 "26-01-2010;;;;AFLYST", "K3;Hele regionen;;57;aflyst", "K3;I alt;;;aflyst"])
def test_one_row_may_say_it_for_everybody(engine, row):
    load(engine, f"{HEAD}{row}\nK2;Skive;jobkonsulent;2;2\n")
    assert events(engine) == {"K3": "aflyst"}
    assert attendance(engine) == {("K2", "779", "jobkonsulent"): (2, 2)}


def test_a_sum_that_repeats_the_rows_above_it_is_still_a_sum(engine):
    load(engine, K3.format("aflyst", "aflyst") + "I alt;;;6;aflyst\n")
    assert events(engine) == {"K3": "aflyst"}
    assert attendance(engine) == {("K3", "779", "jobkonsulent"): (4, None), ("K3", "665", "tovholder"): (2, None)}


@pytest.mark.parametrize("title", ["Kursusdag 3, 26. januar 2010 – AFLYST", "Kursusdag 3 (26. januar 2010) aflyst"])
def test_the_line_over_the_table_may_say_it(engine, title):
    load(engine, f"{title}\nJobcenter;Rolle;Tilmeldt;Mødt\nSkive;jobkonsulent;4;\nLemvig;tovholder;2;\n")
    assert events(engine) == {"K3": "aflyst"}


def test_a_sheets_name_may_say_it_of_its_own_day(engine):
    rows = [["Jobcenter", "Rolle", "Tilmeldt", "Mødt"], ["Skive", "jobkonsulent", 3, None]]
    held = [rows[0], ["Skive", "jobkonsulent", 3, 2]]
    content = workbook({"Kursusdag 2": held, "Kursusdag 3 aflyst": rows})
    report = examine(engine, "fremmøde.xlsx", content, today=TODAY)
    apply(engine, report, content=content, viewer=named("test"))
    assert events(engine) == {"K3": "aflyst"}


def test_a_line_under_the_table_may_say_it(engine):
    load(engine, "Kursusdag 3\nJobcenter;Rolle;Tilmeldt;Mødt\nSkive;jobkonsulent;4;\nAflyst pga. sne;;;\n")
    assert events(engine) == {"K3": "aflyst"}


def test_a_file_of_evaluations_and_one_of_days_alone_say_it_too(engine):
    load(engine, "Kursusdag;Skemaer udsendt;Skemaer besvaret\nK2;40;20\nK3;aflyst;\nK4;;aflyst\n")
    load(engine, "Kursusdag;Status\nK5;aflyst\nM1-2;Aflyst pga. sygdom\nK6;afholdt\n")
    assert events(engine) == dict.fromkeys(("K3", "K4", "K5", "M1-2"), "aflyst")
    assert check(engine, "Kursusdag;Aflyst\nK1;ja\n").dataset == "kursusdage"


def test_some_cancelled_and_some_counted_contradict_each_other(engine):
    refused(check(engine, K3.format("aflyst", 2)), "dagen er aflyst (række 2), men",
            "skrevet tal for den (række 3)")
    refused(check(engine, K3.format("aflyst", 0)), "række 2", "række 3")
    refused(check(engine, K3.format("aflyst", "<5")), "række 2", "række 3")
    refused(check(engine, "Kursusdag;Aflyst\nK3;ja\n3. kursusdag;nej\n"), "står på 2 rækker")
    refused(check(engine, "Kursusdag;Jobcenter;Rolle;Mødt;Aflyst\nK3;Skive;jobkonsulent;;ja\n"
                  "K3;Lemvig;tovholder;;nej\n"), "både aflyst (række 2) og holdes (række 3)")


def test_attendance_of_a_cancelled_day_is_refused_until_it_is_held_after_all(engine):
    typed(engine, "kursusdage", EVENT)
    later = HEAD + "K3;Skive;jobkonsulent;4;3\n"
    refused(check(engine, later), "dagen er meldt aflyst", "(række 2)", "skriv »holdes«")
    refused(check(engine, "Kursusdag;Skemaer udsendt;Skemaer besvaret\nK3;40;20\n"), "dagen er meldt aflyst")
    load(engine, HEAD + "K3;Skive;jobkonsulent;4;\n")
    typed(engine, "kursusdage", AFTER_ALL)
    load(engine, later)
    assert events(engine) == {"K3": "holdes"}


def test_the_file_itself_may_say_that_the_day_was_held_after_all(engine):
    typed(engine, "kursusdage", EVENT)
    load(engine, "Kursusdag;Jobcenter;Rolle;Mødt;Hændelse\nK3;Skive;jobkonsulent;3;holdes alligevel\n")
    assert events(engine) == {"K3": "holdes"}
    load(engine, "Kursusdag;Jobcenter;Rolle;Mødt;Aflyst\nK3;Lemvig;jobkonsulent;3;nej\n")


def test_a_day_that_people_came_to_is_not_cancelled_before_their_counts_are_taken_back(engine):
    first = load(engine, HEAD + "K3;Skive;jobkonsulent;4;3\n")
    load(engine, "Kursusdag;Skemaer udsendt;Skemaer besvaret\nK3;40;20\n")
    report, _ = state(engine, "kursusdage", [EVENT], name="form", today=TODAY)
    refused(report, "der står allerede fremmøde fra Skive og tal for evalueringsskemaer", "fortryd indlæsningen")
    undoing.undo(engine, first, reason="forkert", viewer=named("test"))
    refused(check(engine, K3.format("aflyst", "aflyst")), "tal for evalueringsskemaer")
    load(engine, "Kursusdag;Skemaer udsendt;Skemaer besvaret;Hændelse\nK3;..;..;aflyst\n")
    assert events(engine) == {"K3": "aflyst"}


def test_undo_gives_back_what_stood_and_an_earlier_day_shows_what_was_known(engine):
    cancelled = load(engine, K3.format("aflyst", ""))
    undoing.undo(engine, typed(engine, "kursusdage", AFTER_ALL), reason="forkert", viewer=named("test"))
    assert events(engine) == {"K3": "aflyst"}
    assert events(engine, as_of=date(2010, 1, 1)) == {}
    with Session(engine) as session:
        told = undoing.undo_many_changes(session, [cancelled])
        made = undoing.upload_changes(session, cancelled)
    of_day = told[told["measure"].eq("haendelse")]
    assert of_day[["kind", "said", "old_text"]].to_numpy().tolist() == [
        ["removed", "Kursusdag 3 (26. jan. 2010)", "aflyst"]]
    assert made[made["measure"].eq("haendelse")]["kind"].tolist() == ["new"]
    undoing.undo(engine, cancelled, reason="forkert", viewer=named("test"))
    assert events(engine) == {} and attendance(engine) == {}


def test_what_is_read_as_cancelled_is_told_before_it_is_saved(engine):
    report = check(engine, K3.format("aflyst", ""))
    assert cancelling.TOLD in report.notes
    told = report.changes[report.changes["measure"].eq("haendelse")]
    assert told[["said", "text", "kind"]].to_numpy().tolist() == [["Kursusdag 3 (26. jan. 2010)", "aflyst", "new"]]
