"""Tables of answers one below the other on a sheet: each is known, and the one that is counted is chosen."""

import pytest

from model.intake.examine import examine
from model.intake.saving import apply
from tests.model.intake.counting.lists import TODAY, listed, questions, table
from tests.model.intake.filing import workbook
from tests.sweeps import swept
from tests.viewers import named

K3, SCORES = "26-01-2010", ("Meget utilfreds", "Utilfreds", "Hverken eller", "Tilfreds", "Meget tilfreds")
DAY, ROOMS = "1. Hvor tilfreds er du med kursusdagen?", "2. Hvor tilfreds er du med lokalerne?"


def answers(counts, *, title=None, heading="Svar;Antal", total=True):
    """A table of answers, with a line over it."""
    rows = [f"{word};{count}" for word, count in zip(SCORES, counts, strict=True)]
    return "\n".join([*([f"{title};"] if title else []), *([heading] if heading else []), *rows,
                      *([f"I alt;{sum(counts)}"] if total else [])])


FIRST, SECOND = [1, 2, 3, 4, 10], [5, 5, 1, 2, 3]
TITLED = [answers(FIRST, title=DAY), answers(SECOND, title=ROOMS)]
SHAPES = {
    "titles": TITLED,
    "no sums": [answers(FIRST, title=DAY, total=False), answers(SECOND, title=ROOMS, total=False)],
    "headings that are the questions": [answers(FIRST, heading="Kursusdagen;Antal"),
                                        answers(SECOND, heading="Lokalerne;Antal")],
    "headings once": [answers(FIRST, title=DAY), answers(SECOND, title=ROOMS, heading=None)],
    "english": [answers(FIRST, title=DAY, heading="Answer;Responses"),
                answers(SECOND, title=ROOMS, heading="Answer;Responses")],
}


def stacked(tables, *, between="\n;\n", title="Evaluering af kursusdag 3"):
    """The tables on one sheet."""
    return f"{title};\n;\n" + between.join(tables) + "\n"


@pytest.mark.parametrize("between", swept(["\n;\n", "\n", "\n;\n;\n;\n"], 0))
@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_asked_which_of_two_tables_is_counted(engine, shape, between):
    text = stacked(SHAPES[shape], between=between)
    report = listed(engine, text)
    assert questions(report) == ["column.tabel.1"]
    first, second, both = report.errors[0].options
    for option, counts in ((first, FIRST), (second, SECOND)):
        counted = listed(engine, text, {"column.tabel.1": option.value})
        assert table(counted) == [[K3, sum(counts), *counts]] and counted.warnings == ()
    everything = [one + other for one, other in zip(FIRST, SECOND, strict=True)]
    assert table(listed(engine, text, {"column.tabel.1": both.value})) == [[K3, sum(everything), *everything]]


def test_without_being_asked_to_count_it_is_known_too(engine):
    report = examine(engine, "svar.csv", stacked(TITLED).encode(), today=TODAY)
    assert report.dataset == "kursusevaluering"
    assert [option.words.split(":")[0] for option in report.errors[0].options][:2] == ["Række 3–10", "Række 12–19"]


def test_in_a_workbook_the_rows_are_those_of_the_sheet(engine):
    rows = [line.split(";") for line in stacked(TITLED).splitlines()]
    report = listed(engine, workbook({"Ark1": [[int(c) if c.isdecimal() else c or None for c in row] for row in rows]}),
                    name="svar.xlsx")
    assert [option.words.split(":")[0] for option in report.errors[0].options][:2] == ["Række 3–10", "Række 12–19"]


def test_the_choice_is_known_again_by_the_question_though_the_tables_change_places(engine):
    chosen = listed(engine, stacked(TITLED)).errors[0].options[0].value
    turned = stacked(TITLED[::-1])
    assert table(listed(engine, turned, {"column.tabel.1": chosen})) == [[K3, sum(FIRST), *FIRST]]


def test_tables_of_different_days_are_counted_each_for_its_own(engine):
    text = stacked([answers(FIRST, title="Kursusdag 1"), answers(SECOND, title="Kursusdag 2")], title="Evaluering")
    assert table(listed(engine, text)) == [["19-11-2009", sum(FIRST), *FIRST], ["09-12-2009", sum(SECOND), *SECOND]]


def test_the_tables_of_each_sheet_are_chosen_among_for_themselves(engine):
    shapes = {"Ark1": stacked(TITLED, title="Kursusdag 1"), "Ark2": stacked([
        answers(SECOND, title="Er du tilfreds med maden?"), answers(FIRST, title=DAY)], title="Kursusdag 2")}
    raw = workbook({name: [[int(c) if c.isdecimal() else c or None for c in line.split(";")]
                           for line in text.splitlines()] for name, text in shapes.items()})
    asked = listed(engine, raw, name="svar.xlsx").errors
    assert [problem.question for problem in asked] == ["column.tabel.1", "column.tabel.2"]
    said = {problem.question: problem.options[0].value for problem in asked}
    assert questions(listed(engine, raw, dict([*said.items()][:1]), name="svar.xlsx")) == ["column.tabel.2"]
    assert table(listed(engine, raw, said, name="svar.xlsx")) == [
        ["19-11-2009", sum(FIRST), *FIRST], ["09-12-2009", sum(SECOND), *SECOND]]


def test_the_tables_of_each_day_on_a_sheet_are_chosen_among_for_themselves(engine):
    days = [answers(counts, title=f"{question} (kursusdag {day})")
            for day in (1, 2) for counts, question in ((FIRST, "Dagen"), (SECOND, "Lokalet"))]
    text = stacked(days, title="Evaluering")
    asked = listed(engine, text).errors
    assert [problem.question for problem in asked] == ["column.tabel.1.K1", "column.tabel.1.K2"]
    said = {problem.question: problem.options[at].value for at, problem in enumerate(asked)}
    assert table(listed(engine, text, said)) == [
        ["19-11-2009", sum(FIRST), *FIRST], ["09-12-2009", sum(SECOND), *SECOND]]


def test_what_is_chosen_is_remembered_for_the_next_day(engine):
    raw = stacked(TITLED, title="Evaluering af kursusdag 1").encode()
    chosen = {"column.tabel.1": listed(engine, raw).errors[0].options[1].value}
    apply(engine, listed(engine, raw, chosen), content=raw, viewer=named("BRM"))
    assert table(listed(engine, stacked(TITLED, title="Evaluering af kursusdag 2"))) == [
        ["09-12-2009", sum(SECOND), *SECOND]]


def test_three_tables_are_three_choices(engine):
    text = stacked([*TITLED, answers([1, 1, 1, 1, 1], title="3. Hvor tilfreds er du med maden?")])
    assert len(listed(engine, text).errors[0].options) == 4


def test_the_numbers_of_the_table_that_is_not_chosen_are_accounted_for(engine):
    text = stacked(TITLED)
    chosen = listed(engine, text).errors[0].options[0].value
    report = listed(engine, text, {"column.tabel.1": chosen})
    assert (report.account.numbers, report.account.counts["counted"], report.account.counts["ignored"]) == (12, 5, 7)
    assert "Række 12–19 er en anden tabel og er ikke talt med." in report.notes


def test_another_table_between_is_no_choice_and_is_told_of(engine):
    text = stacked([TITLED[0], "Jobcenter;Antal\nSkive;10\nViborg;10", TITLED[1]])
    report = listed(engine, text)
    assert len(report.errors[0].options) == 3
    counted = listed(engine, text, {"column.tabel.1": report.errors[0].options[0].value})
    assert "Række 12–14 er en anden tabel og er ikke talt med." in counted.notes


def test_nobody_s_name_over_a_table_is_told(engine):
    text = stacked([answers(FIRST, title="Oplæg ved Opdigtet Prøvesen"), TITLED[1]])
    assert "Prøvesen" not in repr(listed(engine, text))


def test_single_answers_with_lines_between_are_no_stacked_tables(engine):
    text = ("Evaluering af kursusdag 3;\nNr.;Hvor tilfreds er du?\n1;Tilfreds\n2;Utilfreds\n3;Meget tilfreds\n"
            "4;\n5;Meget utilfreds\n6;Tilfreds\n7;Utilfreds\n")
    assert table(listed(engine, text)) == [[K3, 7, 1, 2, 0, 2, 1]]
