"""Scales of satisfaction: by words, by numbers with either end the best, and never turned round by a guess."""

import pytest

from model.intake.examine import examine
from model.intake.records.scale_texts import other_steps
from model.intake.report import Answers
from tests.model.intake.filing import workbook
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import TODAY, check, load

REPORTED = FILES / "public_reports" / "records"
WORDS = ("Meget utilfreds", "Utilfreds", "Hverken eller", "Tilfreds", "Meget tilfreds")
NUMBERS = tuple(f"Score {n}" for n in range(1, 6))
FIRST_IS_BEST = ("1 = meget tilfreds, 5 = meget utilfreds", "1 er bedst", "1 = bedst", "bedst = 1",
                 "5 = meget utilfreds", "Skala fra meget tilfreds til meget utilfreds", "1 (bedst) – 5 (dårligst)",
                 "højeste karakter er 1", "1 = very satisfied", "Omvendt skala")
STRAIGHT, TURNED = [1, 2, 5, 12, 10], [10, 12, 5, 2, 1]


def file(name: str) -> str:
    [path] = REPORTED.glob(f"{name}_*")
    return path.read_text()


def survey(headings, counts=(1, 2, 5, 12, 10), *, title="", below="", answered=30) -> str:
    top = f"{title}\n" if title else ""
    return (f"{top}Kursusdag;Udsendt;Besvaret;{';'.join(headings)}\n"
            f"26-01-2010;40;{answered};{';'.join(map(str, counts))}\n{below}")


def scores(report) -> list[int]:
    """The counts of tilfredshed 1 to 5 that a ready report would store."""
    assert report.status == "ready", (report.problems, report.question)
    stated = report.changes[report.changes["measure"].str.startswith("tilfredshed")]
    return stated.sort_values("measure")["value"].tolist()


def asked(report):
    [problem] = report.errors
    assert problem.question, problem.text
    return problem


@pytest.mark.parametrize("headings", [
    WORDS, ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"),
    ("Meget utilfreds / Very dissatisfied", "Utilfreds / Dissatisfied", "Hverken eller / Neither nor",
     "Tilfreds / Satisfied", "Meget tilfreds / Very satisfied"),
    ("Meget utilfreds (Very dissatisfied)", "Utilfreds (Dissatisfied)", "Hverken eller (Neutral)",
     "Tilfreds (Satisfied)", "Meget tilfreds (Very satisfied)"),
    ("Antal meget utilfredse", "Antal utilfredse", "Hverken tilfreds eller utilfreds", "Antal tilfredse",
     "Antal meget tilfredse"),
    ("1 - Meget utilfreds", "2 - Utilfreds", "3 - Hverken eller", "4 - Tilfreds", "5 - Meget tilfreds"),
    ("1", "2", "3", "4", "5"), NUMBERS, tuple(f"Tilfredshed {n}" for n in range(1, 6))])
def test_each_step_is_stored_as_its_heading_says(engine, headings):
    assert scores(check(engine, survey(headings))) == STRAIGHT
    assert scores(check(engine, survey(headings[::-1], STRAIGHT[::-1]))) == STRAIGHT


def test_the_words_are_told(engine):
    notes = check(engine, file("04c")).notes
    assert any("»Utilfreds« som tilfredshed 2" in note for note in notes)


@pytest.mark.parametrize("headings", [
    ("1 (meget tilfreds)", "2", "3", "4", "5 (meget utilfreds)"),
    ("Score 1 = bedst", "Score 2", "Score 3", "Score 4", "Score 5"),
    ("Score 1", "Score 2", "Score 3", "Score 4", "Score 5 (meget utilfreds)"),
    ("1 - Meget tilfreds", "2 - Tilfreds", "3 - Hverken eller", "4 - Utilfreds", "5 - Meget utilfreds"),
    ("Meget tilfreds (1)", "Tilfreds (2)", "Hverken eller (3)", "Utilfreds (4)", "Meget utilfreds (5)")])
def test_headings_that_say_the_first_is_best_are_read_so_and_told(engine, headings):
    report = check(engine, survey(headings))
    assert scores(report) == TURNED
    assert any("Skalaen er læst med 1 som bedst" in note for note in report.notes)


@pytest.mark.parametrize(("where", "text"), [
    pytest.param(where, text, marks=() if at in kept else pytest.mark.long)
    for where, kept in (("title", range(10)), ("below", (5,)), ("heading", (0,)))
    for at, text in enumerate(FIRST_IS_BEST)])
def test_a_line_near_the_table_that_says_the_first_is_best_is_asked_about_once(engine, text, where):
    made = {"title": lambda: survey(NUMBERS, title=text), "below": lambda: survey(NUMBERS, below=f"{text}\n"),
            "heading": lambda: survey((*NUMBERS, f"Bemærkning ({text})"), (*STRAIGHT, ""))}[where]()
    problem = asked(check(engine, made))
    assert problem.question == "column.scale" and [o.value for o in problem.options] == ["5", "1"]
    assert scores(check(engine, made, answers=Answers(said={"column.scale": "5"}))) == STRAIGHT
    turned = check(engine, made, answers=Answers(said={"column.scale": "1"}))
    assert scores(turned) == TURNED and any("»Score 1« som tilfredshed 5" in note for note in turned.notes)


@pytest.mark.parametrize("text", ["5 er bedst", "1 = meget utilfreds, 5 = meget tilfreds", "Skala 1-5", "Evaluering",
                                  "Skala fra 1 (dårligst) til 5 (bedst)", "Hvor tilfreds var du med dagen?"])
def test_where_nothing_is_said_or_the_last_is_best_nothing_is_asked(engine, text):
    assert scores(check(engine, survey(NUMBERS, title=text))) == STRAIGHT


def test_which_end_is_best_is_remembered_and_asked_again_where_a_later_file_says_otherwise(engine):
    text = file("04e")
    answers = Answers(approved=True, said={"column.scale": "1"})
    assert scores(check(engine, text, answers=answers)) == [0, 2, 4, 8, 19]
    load(engine, text, answers=answers)
    later = text.replace("26-01-2010", "19-11-2009")
    assert scores(check(engine, later)) == [0, 2, 4, 8, 19]
    unsaid = later.replace("(1 = meget tilfreds, 5 = meget utilfreds)", "")
    assert asked(check(engine, unsaid)).question == "scale", "headings like these are anybody's"
    assert scores(check(engine, unsaid, answers=Answers(said={"scale": "5"}))) == [19, 8, 4, 2, 0]
    other = later.replace("1 = meget tilfreds, 5 = meget utilfreds", "5 = meget tilfreds")
    assert asked(check(engine, other)).question == "scale"
    assert scores(check(engine, other, answers=Answers(said={"scale": "5"}))) == [19, 8, 4, 2, 0]


@pytest.mark.parametrize("headings", [
    (*NUMBERS[:4], "Skore 5"), ("Meget utilfredsh", *WORDS[1:]), (*WORDS[:4], "Meget tilfredss"),
    (*WORDS[:4], "Tilfreds og meget tilfreds"), (*WORDS[:3], "Ret tilfreds", "Meget tilfreds")])
def test_a_heading_that_is_nearly_a_step_is_asked_about_and_never_guessed(engine, headings):
    report = check(engine, survey(headings))
    assert report.status == "question"
    guesses = {h.heading: h.guess for h in report.question.headings}
    new = next(text for text in headings if text not in (*WORDS, *NUMBERS))
    assert guesses[new] is None and new in [report.question.headings[at].heading for at in report.question.asked]


@pytest.mark.parametrize("highest", [6, 7, 10])
def test_another_number_of_steps_is_refused_by_name(engine, highest):
    headings = [f"Score {n}" for n in range(1, highest + 1)]
    [problem] = check(engine, survey(headings, [1] * highest)).errors
    assert f"Skalaen har {highest} trin (1–{highest})" in problem.text
    [problem] = check(engine, survey([str(n) for n in range(11)], [1] * 11)).errors
    assert "11 trin (0–10)" in problem.text


def test_steps_from_nought_are_no_steps_from_one(engine):
    [problem] = check(engine, survey([f"Score {n}" for n in range(5)])).errors
    assert "5 trin (0–4)" in problem.text and "fra 1 til 5" in problem.text


def test_the_first_steps_alone_may_be_all_there_are(engine):
    text = survey(NUMBERS[:4], (5, 5, 10, 10))
    problem = asked(check(engine, text))
    assert (problem.question, [o.value for o in problem.options]) == ("column.steps", ["5", "4"])
    assert scores(check(engine, text, answers=Answers(said={"column.steps": "5"}))) == [5, 5, 10, 10]
    [problem] = check(engine, text, answers=Answers(said={"column.steps": "4"})).errors
    assert "4 trin (1–4)" in problem.text
    assert scores(check(engine, survey(NUMBERS[3:], (20, 10)))) == [20, 10]


def test_a_legend_in_cells_of_its_own_is_read(engine):
    text = "Skala;;;;;;;\n1;Meget tilfreds;;;;;;\n5;Meget utilfreds;;;;;;\n" + survey(NUMBERS)
    assert asked(check(engine, text)).question == "column.scale"


def test_a_sheet_s_name_and_a_workbook_s_numbers_are_read_too(engine):
    rows = [["Kursusdag", "Udsendt", "Besvaret", 1, 2, 3, 4, 5], ["K3", 40, 30, *STRAIGHT]]
    both = [*rows[0][:3], *("Meget utilfreds\nVery dissatisfied", "Utilfreds\nDissatisfied", "Neutral", "Tilfreds",
                            "Meget tilfreds\nVery satisfied")]
    assert scores(examine(engine, "svar.xlsx", workbook({"Svar": [both, rows[1]]}), today=TODAY)) == STRAIGHT
    report = examine(engine, "svar.xlsx", workbook({"1 er bedst": rows}), today=TODAY)
    assert asked(report).question == "column.scale"
    assert scores(examine(engine, "svar.xlsx", workbook({"Svar": rows}), today=TODAY)) == STRAIGHT


def test_other_scales_are_refused_from_the_lines_near_them(engine):
    for title in ("Skala 1-7", "7-trins skala", "0-10 point, 10 er bedst", "1 = meget utilfreds, 7 = meget tilfreds"):
        [problem] = check(engine, survey(NUMBERS, title=title)).errors
        assert "fra 1 til 5" in problem.text
    assert not list(other_steps(["Skala 1-5", "Kursusdag 3, 26. jan. 2010", "Femtrinsskala"]))
    [problem] = check(engine, file("04k")).errors
    assert "7 trin" in problem.text


def test_words_that_may_be_several_steps_or_the_same_one_are_refused(engine):
    [problem] = check(engine, survey(("Utilfredse", "Tilfredse"), (3, 27))).errors
    assert "»Utilfredse« og »Tilfredse«" in problem.text
    headings = ("Meget utilfreds", "Utilfreds", "Tilfreds", "Overvejende tilfreds", "Meget tilfreds")
    [problem] = check(engine, survey(headings)).errors
    assert "»Tilfreds« og »Overvejende tilfreds«" in problem.text


def test_those_who_did_not_know_count_as_answered_only(engine):
    report = check(engine, survey((*WORDS, "Ved ikke"), (*STRAIGHT, 3), answered=33))
    assert scores(report) == STRAIGHT
    assert any("»Ved ikke« gemmes ikke" in note for note in report.notes)
    assert not any("uden svar" in note for note in report.notes)
    assert report.account.counts["control"] == 1
    [problem] = check(engine, survey((*WORDS, "Ved ikke"), (*STRAIGHT, 3), answered=32)).errors
    assert "giver 33 og er flere end de 32" in problem.text
    assert scores(check(engine, survey((*NUMBERS, "Score 6"), (*STRAIGHT, 3), title="6 = ved ikke",
                                       answered=33))) == STRAIGHT


def test_the_last_number_may_be_those_who_did_not_know(engine):
    text = survey(NUMBERS, (5, 5, 10, 10, 3), title="1-4, 5 = ved ikke", answered=33)
    assert asked(check(engine, text)).question == "column.steps"
    assert scores(check(engine, text, answers=Answers(said={"column.steps": "5"}))) == [5, 5, 10, 10]


def test_what_people_wrote_is_no_step_and_never_in_a_message(engine):
    text = survey((*NUMBERS, "Godt", "Bedst"), (*STRAIGHT, "Anna Prøve talte godt", "Pausen"))
    report = check(engine, text)
    assert scores(report) == STRAIGHT
    told = " ".join((*report.notes, *(p.text for p in report.problems)))
    assert "»Godt«" in told and "Anna" not in told


def test_fewer_answers_than_forms_are_told_and_more_are_refused(engine):
    report = check(engine, survey(NUMBERS, answered=33))
    assert report.status == "ready" and not report.problems
    assert any("giver 30 af de 33 besvarede skemaer. 3 skemaer er uden svar" in note for note in report.notes)
    assert check(engine, survey(NUMBERS, answered=29)).status == "refused"


def test_percentages_without_a_sign_are_no_counts(engine):
    [problem] = check(engine, file("04d2")).errors
    assert problem.question is None and "procent er ikke et antal" in problem.text and "110" in problem.text
    silent = file("04d2").split("\n", 1)[1]
    problem = asked(check(engine, silent))
    assert problem.question == "unit.tilfredshed"
    assert scores(check(engine, silent, answers=Answers(said={"unit.tilfredshed": "counts"}))) == [4, 8, 20, 40, 28]
    [problem] = check(engine, silent, answers=Answers(said={"unit.tilfredshed": "percent"})).errors
    assert problem.question is None
    assert "%" in check(engine, silent.replace(";28", ";28 %")).errors[0].text


def test_a_column_that_a_person_has_explained_is_read_as_they_said(engine):
    text = survey(NUMBERS, title="1 er bedst")
    columns = dict(enumerate(("kursusdag", "udsendt", "besvaret", *(f"tilfredshed_{6 - n}" for n in range(1, 6)))))
    assert scores(check(engine, text, answers=Answers(columns=columns, approved=True))) == TURNED


def test_every_day_of_a_file_is_read_by_one_answer(engine):
    text = file("04e") + "19-11-2009;40;6;1;1;1;1;2\n"
    report = check(engine, text, answers=Answers(said={"column.scale": "1"}))
    assert report.status == "ready"
    assert report.changes.groupby("record", sort=False)["value"].apply(list).tolist() == [
        [40, 33, 0, 2, 4, 8, 19], [40, 6, 2, 1, 1, 1, 1]]
