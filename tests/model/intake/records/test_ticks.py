"""Ticks and words where a record wants a count: asked once, remembered, never lost in silence."""

import re
from datetime import date

import pytest

from model.intake.datasets.datasets import DATASETS, of_records
from model.intake.examine import examine
from model.intake.report import Answers
from tests.model.intake.filing import workbook
from tests.model.intake.records.street import HEAD, attendance, check, load
from tests.model.intake.records.ticked import file
from tests.sweeps import swept

K3 = "Kursusdag;Jobcenter;Rolle;Mødt\n"


def question(report):
    """The one question of a report that is refused, and what it may be answered: value -> words."""
    assert report.status == "refused"
    [problem] = report.errors
    assert problem.question, problem.text
    return problem, {option.value: option.words for option in problem.options}


def answered(text: str, engine, **said: str):
    return check(engine, text, answers=Answers(said={name.replace("__", "."): value for name, value in said.items()}))


def came(report) -> dict[str, object]:
    """jobcenter -> what a ready report would store of those who came."""
    assert report.status == "ready", report.problems
    stated = report.changes[report.changes["measure"] == "moedt"]
    return {place: mark or int(value) for place, value, mark in zip(
        stated["jobcenter"], stated["value"], stated["mark"], strict=True)}


def test_a_tick_in_a_column_of_counts_is_one_question_with_what_an_empty_cell_means(engine):
    problem, options = question(check(engine, file("02a")))
    assert problem.question == "words.moedt.x" and problem.column == "Mødt"
    assert "»x« i 2 celler" in problem.text and "1 tom celle" in problem.text
    assert list(options) == ["x=1,tom=0", "x=1,tom=unused", "x=0,tom=unused", "x=unused,tom=unused"]
    assert options["x=1,tom=0"] == "»x« = 1 person, tom celle = 0 (mødte ikke)"
    assert "tom celle = ikke oplyst" in options["x=1,tom=unused"]


@pytest.mark.parametrize(("answer", "stored"), [
    ("x=1,tom=0", {"779": 1, "791": 0, "615": 1}), ("x=1,tom=unused", {"779": 1, "615": 1}),
    ("x=0,tom=unused", {"779": 0, "615": 0})])
def test_every_answer_does_what_it_says_and_is_told(engine, answer, stored):
    report = answered(file("02a"), engine, words__moedt__x=answer)
    assert came(report) == stored
    assert any("»Mødt«: »x« er læst som" in note for note in report.notes)


def test_an_answer_that_says_nothing_leaves_the_question(engine):
    for value in ("", "x", "x=2,tom=0", "noget"):
        assert question(answered(file("02a"), engine, words__moedt__x=value))


def test_the_answer_is_remembered_and_only_what_is_new_is_asked(engine):
    text = file("02a")
    load(engine, text, answers=Answers(approved=True, said={"words.moedt.x": "x=1,tom=0"}))
    later = text.replace("kursusdag 3 (26. jan. 2010)", "kursusdag 2")
    assert came(check(engine, later)) == {"779": 1, "791": 0, "615": 1}
    problem, options = question(check(engine, later.replace("Viborg;Tovholder;\n", "Viborg;Tovholder;afbud\n")))
    assert problem.question == "words.moedt.afbud" and list(options) == ["0", "unused"]


def test_beside_counts_a_tick_may_be_not_reported_if_the_sender_says_so(engine):
    problem, options = question(check(engine, file("02b")))
    assert (problem.question, list(options)) == ("words.moedt.x", ["1", "0", "missing"])
    for answer, stored in (("1", 1), ("0", 0), ("missing", "missing")):
        assert came(answered(file("02b"), engine, words__moedt__x=answer)) == {"779": stored, "791": 0, "615": 1}


def test_not_reported_is_not_remembered_of_a_column_without_counts(engine):
    load(engine, file("02b"), answers=Answers(approved=True, said={"words.moedt.x": "missing"}), reason="prøve")
    later = file("02b").replace("K3", "K2")
    assert came(check(engine, later))["779"] == "missing"
    problem, options = question(check(engine, later.replace(";1;0", ";1;x").replace(";1;1", ";1;x")))
    assert (problem.question, list(options)) == ("words.moedt.x", ["1", "0", "unused"])


def test_a_word_for_something_else_has_one_answer(engine):
    _, options = question(check(engine, K3 + "K3;Skive;tovholder;tilmeldt\nK3;Viborg;tovholder;tilmeldt\n"))
    assert options == {"unused": "»tilmeldt« = ikke oplyst (ændrer ingenting)"}


def test_marks_and_words_that_are_plain_are_confirmed_in_one_question(engine):
    problem, options = question(check(engine, file("02c")))
    assert problem.question == "words.moedt.flueben" and "»✔« = 1 person" in options["flueben=1,kryds=0"]
    assert came(answered(file("02c"), engine, words__moedt__flueben="flueben=1,kryds=0")) == {"779": 1, "791": 0}
    problem, options = question(check(engine, file("02d")))
    first = next(iter(options))
    assert first == "ja=1,nej=0,afbud=0,udeblevet=0"
    assert options[first] == "»ja« = 1 person, »nej«, »afbud« og »udeblevet« = 0 (mødte ikke)"
    found = came(answered(file("02d"), engine, **{str(problem.question).replace(".", "__"): first}))
    assert found == {"779": 1, "791": 0, "615": 0, "657": 0}


def test_a_tick_for_several_who_were_registered_may_be_all_of_them(engine):
    text = HEAD + "K3;Skive;tovholder;4;x\nK3;Viborg;tovholder;1;\n"
    _, options = question(check(engine, text))
    assert list(options)[:4] == ["x=one,tom=0", "x=one,tom=unused", "x=all,tom=0", "x=all,tom=unused"]
    assert "»x« = alle tilmeldte" in options["x=all,tom=0"]
    assert came(answered(text, engine, words__moedt__x="x=all,tom=0")) == {"779": 4, "791": 0}


@pytest.mark.parametrize("cell", [True, "(x)", "x.", " X "])
def test_a_cell_of_a_workbook_may_be_a_tick_too(engine, cell):
    rows = [["Kursusdag", "Jobcenter", "Rolle", "Mødt"], ["K3", "Skive", "tovholder", cell],
            ["K3", "Viborg", "tovholder", 0]]
    problem, options = question(examine(engine, "liste.xlsx", workbook({"Ark1": rows}), today=date(2010, 5, 3)))
    assert problem.question == ("words.moedt.sand" if cell is True else "words.moedt.x") and next(iter(options)) == "1"


def test_a_question_of_many_words_is_still_read_in_ten_seconds(engine):
    rows = "".join(f"K3;{place};tovholder;1;{cell}\n" for place, cell in zip(
        ("Skive", "Viborg", "Horsens", "Herning"), ("x", "-", "", "✔"), strict=True))
    _, options = question(check(engine, HEAD + rows))
    assert 2 <= len(options) <= 7 and len(set(options.values())) == len(options)


def test_crosses_alone_may_be_either(engine):
    _, options = question(check(engine, K3 + "K3;Skive;tovholder;☒\nK3;Viborg;tovholder;\n"))
    assert {"kryds=1,tom=0", "kryds=0,tom=unused"} <= set(options)


@pytest.mark.parametrize("cell", ["måske", "deltog delvist", "udsat", "K", "kom for sent"])
def test_an_unknown_word_is_an_error_that_names_the_cell(engine, cell):
    report = check(engine, K3 + f"K3;Skive;tovholder;{cell}\n")
    assert [(p.cell, p.question) for p in report.errors] == [("D2", None)]


def test_an_empty_cell_is_a_nought_on_days_with_ticks_alone(engine):
    text = HEAD + "K1;Skive;tovholder;1;x\nK1;Viborg;tovholder;1;\nK2;Skive;tovholder;1;\n"
    report = answered(text, engine, words__moedt__x="x=1,tom=0")
    stated = report.changes[report.changes["measure"] == "moedt"]
    assert list(zip(stated["record"].str[2:4], stated["jobcenter"], stated["value"], strict=True)) == [
        ("K1", "779", 1), ("K1", "791", 0)]


def test_a_cancelled_day_is_given_no_noughts(engine):
    text = (HEAD + "K3;Skive;tovholder;1;aflyst\nK3;Viborg;tovholder;1;\nK2;Skive;tovholder;1;x\n"
            "K2;Viborg;tovholder;1;\n")
    load(engine, text, answers=Answers(said={"words.moedt.x": "x=1,tom=0"}))
    assert {key[:2]: value[1] for key, value in attendance(engine).items()} == {
        ("K3", "779"): None, ("K3", "791"): None, ("K2", "779"): 1, ("K2", "791"): 0}


def test_a_dash_among_counts_is_asked_about_and_never_dropped(engine):
    text = K3 + "K3;Skive;tovholder;2\nK3;Viborg;tovholder;-\n"
    problem, options = question(check(engine, text))
    assert (problem.question, list(options)) == ("words.moedt.streg", ["0", "missing"])
    assert came(answered(text, engine, words__moedt__streg="0")) == {"779": 2, "791": 0}
    assert came(answered(text, engine, words__moedt__streg="missing")) == {"779": 2, "791": "missing"}


def test_dashes_under_every_step_of_a_scale_are_one_question(engine):
    text = "Kursusdag;Besvaret;Score 1;Score 2;Score 3;Score 4;Score 5\nK3;12;-;-;2;4;6\n"
    problem, options = question(check(engine, text))
    assert (problem.question, list(options)) == ("words.tilfredshed.streg", ["0", "missing"])
    report = answered(text, engine, words__tilfredshed__streg="0")
    assert report.status == "ready" and report.changes["value"].tolist() == [12, 0, 0, 2, 4, 6]


def test_the_question_is_the_same_for_several_sheets_of_one_file(engine):
    rows = [["Jobcenter", "Rolle", "Mødt"], ["Skive", "tovholder", "x"], ["Viborg", "tovholder", None]]
    report = examine(engine, "liste.xlsx", workbook({"Kursusdag 1": rows, "Kursusdag 2": rows}))
    assert [p.question for p in report.errors] == ["words.moedt.x"]


@pytest.mark.parametrize("name", ["02a", "02b", "02c", "02d", "08c", "06b"])
def test_ids_and_answers_can_be_typed_anywhere(engine, name):
    for problem in check(engine, file(name)).errors:
        for text in (problem.question or "", *(option.value for option in problem.options)):
            assert re.fullmatch(r"[a-z0-9_.,=]*", text)


@pytest.mark.parametrize("word", swept(["x", "✔", "☒", "-", "ja", "nej", "afbud", "åben", "fuld", "d.d."], 0, 3, 5, 8))
@pytest.mark.parametrize("dataset", [kind.name for kind in of_records()])
def test_no_word_is_not_reported_or_dropped_by_surprise(engine, dataset, word):
    declared = DATASETS[dataset]
    columns = [part for part in (*declared.keys, *declared.fields) if part.kind != "text" or part in declared.keys]
    cells = {"kursusdag": "K1", "jobcenter": "Skive", "rolle": "tovholder", "maaned": "2010-03", "aabnet": "01-02-2010",
             "henvendelse": "1", "virksomhedscenter": "Ulvespor"}
    rows = [[part.heading for part in columns], [cells.get(part.name, word) for part in columns]]
    report = check(engine, "\n".join(";".join(row) for row in rows), dataset=dataset)
    assert "missing" not in set(report.changes["mark"])
    told = " ".join((*report.notes, *(f"{p.text} {p.column}" for p in report.problems)))
    for part in columns:
        own = {word for pair in (part.choices or {}).items() for word in (pair[0], *pair[1])}
        assert part.name in cells or word in own or part.heading in told, (part.name, told)
