"""Answers become an evaluation: how many answered, and how satisfied they were."""

import pytest

from model.intake.examine import examine
from model.intake.report import Answers
from model.intake.saving import apply
from tests.model.intake.counting.lists import TODAY, listed, of_file, questions, table
from tests.model.intake.filing import workbook
from tests.viewers import named

K3 = "26-01-2010"
HEAD = "Evaluering af kursusdag 3 (26. jan. 2010);\nKommentar;Hvor tilfreds var du?\n"


@pytest.mark.parametrize(("name", "counts"), [
    ("04a", [K3, 4, 0, 0, 1, 1, 2]), ("04f", [K3, 3, 2, 0, 0, 0, 1, 1]), ("04l", [K3, 30, 1, 2, 5, 12, 10])])
def test_the_answers_people_send_are_counted(engine, name, counts):
    report = of_file(engine, name)
    assert (report.status, table(report)) == ("ready", [counts])


def answers(*words: str, heading: str = "Hvor tilfreds var du?") -> str:
    """A survey of the third course day, an answer a row."""
    rows = "".join(f"nr. {at};{word}\n" for at, word in enumerate(words))
    return HEAD.replace("Hvor tilfreds var du?", heading) + rows


@pytest.mark.parametrize(("words", "counts"), [
    (("Meget tilfreds", "Utilfreds", "Ved ikke"), [3, 0, 1, 0, 0, 1]),
    (("Meget tilfreds / Very satisfied", "Dissatisfied", ""), [3, 0, 1, 0, 0, 1]),
    (("5 - Meget tilfreds", "1 - Meget utilfreds", "(3) Hverken/eller"), [3, 1, 0, 1, 0, 1])])
def test_words_in_danish_and_english_are_scores_and_who_does_not_know_has_answered(engine, words, counts):
    assert table(listed(engine, answers(*words))) == [[K3, *counts]]


@pytest.mark.parametrize(("best", "counts"), [("5", [0, 1, 0, 0, 2]), ("1", [2, 0, 0, 1, 0])])
def test_of_numbers_it_is_asked_which_end_is_best(engine, best, counts):
    text = answers("5", "5", "2")
    assert questions(listed(engine, text)) == ["column.bedst"]
    assert table(listed(engine, text, {"column.bedst": best})) == [[K3, 3, *counts]]


@pytest.mark.parametrize("highest", ["7", "10"])
def test_a_scale_of_more_steps_is_refused_by_name(engine, highest):
    [problem] = listed(engine, answers("1", "3", highest)).errors
    assert f"Skalaen går til {highest}." in problem.text and problem.question is None


def test_one_of_several_questions_is_chosen(engine):
    text = ("Evaluering, kursusdag 3;;\nKommentar;Hvor tilfreds var du med dagen?;Hvor tilfreds var du med maden?\n"
            "a;Tilfreds;Utilfreds\nb;Tilfreds;Meget tilfreds\n")
    report = listed(engine, text)
    [asked] = questions(report)
    day, food = report.errors[0].options
    assert (day.words, food.words) == ("Kolonne B: Hvor tilfreds var du med dagen?",
                                       "Kolonne C: Hvor tilfreds var du med maden?")
    said = {asked: day.value}
    assert table(listed(engine, text, said)) == [[K3, 2, 0, 0, 0, 2, 0]]
    moved = "\n".join(f"{';'.join(reversed(line.split(';')))}" for line in text.splitlines()[1:])
    assert table(listed(engine, f"Evaluering, kursusdag 3;;\n{moved}\n", said)) == [[K3, 2, 0, 0, 0, 2, 0]]


def test_sheets_with_other_questions_are_asked_about_each(engine):
    rows = {name: [[f"Evaluering, kursusdag {day}"],
                   ["Kommentar", *(f"Er du tilfreds med {about}?" for about in asked)],
                   ["a", "Tilfreds", "Utilfreds"], ["b", "Tilfreds", "Utilfreds"]]
            for name, day, asked in (("Ark1", 1, ("dagen", "maden")), ("Ark2", 2, ("lokalet", "oplægget")))}
    problems = listed(engine, workbook(rows), name="svar.xlsx").errors
    said = {problem.question: problem.options[at].value for at, problem in enumerate(problems)}
    assert table(listed(engine, workbook(rows), said, name="svar.xlsx")) == [
        ["19-11-2009", 2, 0, 0, 0, 2, 0], ["09-12-2009", 2, 0, 2, 0, 0, 0]]


def test_a_word_that_is_no_answer_is_asked_about(engine):
    text = answers("Tilfreds", "Tilfreds", "Rigtig fin dag")
    [asked] = questions(listed(engine, text))
    assert table(listed(engine, text, {asked: "5"})) == [[K3, 3, 0, 0, 0, 2, 1]]
    assert table(listed(engine, text, {asked: "udelad"})) == [[K3, 2, 0, 0, 0, 2, 0]]


def test_a_table_whose_answers_do_not_make_its_sum_is_warned_about(engine):
    text = ("Evaluering af kursusdag 3;;\nSvar;Antal\nMeget tilfreds;10\nTilfreds;12\nUtilfreds;2\nVed ikke;1\n"
            "I alt;{}\n")
    assert listed(engine, text.format(25)).warnings == ()
    [problem] = listed(engine, text.format(30)).warnings
    assert "tilsammen 25" in problem.text and "30 i alt" in problem.text
    assert table(listed(engine, text.format(25))) == [[K3, 25, 0, 2, 0, 12, 10]]


def test_a_table_may_have_a_column_for_each_day(engine):
    text = "Evaluering;;\nSvar;Kursusdag 1;Kursusdag 2\nMeget tilfreds;10;3\nTilfreds;12;4\nUtilfreds;2;0\nI alt;24;7\n"
    assert table(listed(engine, text)) == [["19-11-2009", 24, 0, 2, 0, 12, 10], ["09-12-2009", 7, 0, 0, 0, 4, 3]]


@pytest.mark.parametrize("shares", ["40 %;50 %;10 %", "40;50;10"])
def test_percentages_alone_are_no_counts(engine, shares):
    rows = "\n".join(f"{word};{share}" for word, share in zip(("Meget tilfreds", "Tilfreds", "Utilfreds"),
                                                              shares.split(";"), strict=True))
    [problem] = listed(engine, f"Evaluering af kursusdag 3;\nSvar;Procent\n{rows}\n").errors
    assert problem.text.startswith("Tabellen siger kun, hvor mange procent")


def test_percentages_beside_the_counts_are_left_alone(engine):
    text = "Evaluering af kursusdag 3;;\nSvar;Andel;Antal\nMeget tilfreds;40;4\nTilfreds;50;5\nUtilfreds;10;1\n"
    assert table(listed(engine, text)) == [[K3, 10, 0, 1, 0, 5, 4]]


@pytest.mark.parametrize("heading", ["Tilfredshed (1-7)", "Tilfredshed (1-10)", "Tilfreds, 0 = slet ikke, 0-4",
                                     "På en skala fra 1 til 10, hvor tilfreds er du"])
def test_a_scale_that_its_heading_says_is_longer_is_refused_whatever_was_answered(engine, heading):
    [problem] = listed(engine, answers("5", "4", "3", heading=heading)).errors
    assert "Skalaen går til" in problem.text


def test_what_a_sender_has_said_of_our_own_headings_turns_no_counted_survey(engine):
    template = "Kursusdag;Skemaer besvaret;Tilfredshed 1;Tilfredshed 2;Tilfredshed 3;Tilfredshed 4;Tilfredshed 5\n"
    text = f"Evaluering (1 er bedst)\n{template}19-11-2009;10;5;3;1;1;0\n"
    report = examine(engine, "a.csv", text.encode(), today=TODAY,
                     answers=Answers(approved=True, said={"column.scale": "1"}))
    apply(engine, report, content=text.encode(), viewer=named("prøve"), reason="prøve")
    counted = listed(engine, answers("Meget tilfreds", "Meget tilfreds"))
    assert counted.changes.set_index("measure")["value"].to_dict()["tilfredshed_5"] == 2


@pytest.mark.parametrize("answer", ["Alt i alt tilfreds", "Meget tilfreds i alt", "Samlet set meget tilfreds",
                                    "All good", "I alt et udmærket kursus", "Alle dage var gode", "Tilfreds i alt",
                                    "Alt i alt"])
def test_an_answer_with_a_word_for_a_sum_in_it_is_an_answer(engine, answer):
    text = f"Kursusdag 3;\nHvor tilfreds er du?;Kommentar\nTilfreds;b\n{answer};a\nUtilfreds;c\nMeget tilfreds;d\n"
    report = listed(engine, text)
    [problem] = report.errors
    assert answer in problem.text and not any("summer" in note for note in report.notes)
    assert table(listed(engine, text, {problem.question: "5"}))[0][1] == 4


def test_a_comment_that_begins_with_a_sum_is_somebody_s(engine):
    text = ("Kursusdag 3;\nKommentar;Hvor tilfreds er du?\ni alt lærte jeg meget;Tilfreds\nfint;Utilfreds\n"
            "samlet set udmærket;Meget tilfreds\nokay;Tilfreds\n")
    assert table(listed(engine, text))[0][1] == 4


@pytest.mark.parametrize("total", ["I alt", "Antal svar i alt", "Samlet antal svar", "Total responses",
                                   "I alt besvarelser"])
def test_a_sum_among_the_answers_is_none_of_them(engine, total):
    text = f"Kursusdag 3;\nSvar;Antal\nMeget tilfreds;10\nTilfreds;8\nUtilfreds;1\n{total};19\n"
    assert table(listed(engine, text))[0][1] == 19
