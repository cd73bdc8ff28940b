"""What was answered about a file is told with its question, for this file and for one with the same headings before."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import Session, select

from model.intake import history
from model.intake.examine import examine
from model.intake.mending import answered
from model.intake.refusal import SaveRefused
from model.intake.report import Answers, Option, Problem
from model.intake.saving import apply
from model.store import facts
from model.store.tables.base import Upload
from tests.model.intake.counting.lists import content as listed
from tests.model.intake.records.street import TODAY
from tests.viewers import named

FILES = Path(__file__).parents[3] / "files" / "public_reports" / "records"
TICKS = "02b_x_og_tal.csv", {"words.moedt.x": "1"}
SCALE = "04e_1_er_bedst.csv", {"column.scale": "1"}
SERIES = "03f_deltagere_paa_tilmeldingsliste.csv", {"column.deltagere": "moedt"}
CENTRES = "06d_to_adresser_samme_navn.csv", {
    "words.virksomhedscenter.779.Ulvespor_Lager_2010_03_01_18b673.aaben_6_aaben_8_61995a": "several",
    "identity.centre.791.Rvehale_Kantine_2010_04_01_1a6d49": "several"}


def checked(engine, name, said, *, more=b"", **given):
    """The report on one of the files with these answers. more: what stands after its last line."""
    return examine(engine, name, (FILES / name).read_bytes() + more, today=TODAY,
                   answers=Answers(said=said, **given))


def saved(engine, report, name):
    return apply(engine, report, content=(FILES / name).read_bytes(), viewer=named("test"), reason="prøve")


def told(report):
    return [(problem.question, problem.suggestion) for problem in report.answered]


@pytest.mark.parametrize(("name", "said"), [TICKS, SCALE, SERIES, CENTRES])
def test_each_answer_stands_with_its_question_as_it_was_asked(engine, name, said):
    asked = {p.question: p for p in checked(engine, name, {}).problems if p.question}
    report = checked(engine, name, said)
    assert dict(told(report)) == said and not checked(engine, name, {}).answered
    assert all(each.text == asked[each.question].text and each.options == asked[each.question].options
               for each in report.answered)


def test_an_answer_is_told_in_the_words_of_its_option(engine):
    [one] = checked(engine, *TICKS).answered
    assert answered.told(one) == (
        "Under »Mødt« står »X« i 1 celle. Hvad betyder det? Svaret huskes til næste fil. Svar: »X« = 1 person.")


@pytest.mark.parametrize("option", ["Er du tilfreds med kurset?", "Alle!", "Dag 1.", "Dag 1"])
def test_an_answer_ends_with_one_sign(option):
    problem = Problem("fejl", 2, "Hvad?", question="q", suggestion="a", options=(Option("a", option),))
    assert answered.told(problem) == f"Hvad? Svar: {option if option[-1] in '?!.' else option + '.'}"


def test_a_question_of_several_rows_is_told_with_the_first(engine):
    report = checked(engine, *TICKS)
    asked = [Problem("fejl", 3, f"Række {row}: hvad?", row=row, question="words.a") for row in (2, 3, 4)]

    def check(answers):
        return replace(report, problems=() if "words.a" in answers.said else tuple(asked), answers=answers)

    [one] = answered.behind(check, check(Answers(said={"words.a": "1"})), before={})
    assert one.row == 2


def test_what_a_column_was_said_to_be_is_asked_in_short(engine):
    [one] = checked(engine, *SERIES).answered
    assert answered.told(one) == "Hvad er »Deltagere«? Svar: Mødt."


def test_an_answer_that_is_not_asked_for_or_is_none_of_the_options_is_not_told(engine):
    report = checked(engine, TICKS[0], {"words.moedt.x": "7", "scale": "1"})
    assert report.status == "refused" and report.answered == ()


def test_an_answer_that_leaves_an_error_can_be_told_so_that_it_can_be_taken_back(engine):
    asked = next(iter(CENTRES[1]))
    report = checked(engine, CENTRES[0], {asked: "wrong"})
    assert report.status == "refused" and told(report) == [(asked, "wrong")]


def test_what_was_answered_about_the_last_file_is_told_and_can_be_asked_again(engine):
    saved(engine, checked(engine, *TICKS), TICKS[0])
    after = checked(engine, TICKS[0], {}, more=b"K2;Lemvig;jobkonsulent;2;1\n")
    assert after.status == "ready" and told(after) == [("words.moedt.x", "1")]
    again = checked(engine, TICKS[0], {}, more=b"K2;Lemvig;jobkonsulent;2;1\n", anew=frozenset({"words.moedt.x"}))
    assert again.status == "refused" and [p.question for p in again.errors] == ["words.moedt.x"]
    assert again.answered == ()


def test_the_answers_of_a_list_are_told_in_the_same_way(engine):
    name, raw = listed("01b")
    report = examine(engine, name, raw, answers=Answers(count=True, said={"words.kom.tom": "udeblev"}))
    assert told(report) == [("words.kom.tom", "udeblev")]


def test_answers_stand_with_the_upload_in_words(engine):
    upload = saved(engine, checked(engine, *CENTRES), CENTRES[0])
    with Session(engine) as session:
        [row] = [row for _, row in facts.uploads(session).iterrows()]
    assert len(history.answers_of(row)) == 2 and history.warnings_of(row, {}).empty
    assert history.answers_of(row)[0].startswith("Skive, …, 1. mar. 2010 står på 2 rækker")
    assert ("Svar", "2 svar på spørgsmål om filen") in history.facts_of(row, {}) and row["id"] == upload


def test_an_answer_is_kept_in_our_own_words_with_the_one_option_that_was_chosen(engine):
    saved(engine, checked(engine, *TICKS), TICKS[0])
    with Session(engine) as session:
        [upload] = session.exec(select(Upload)).all()
    [one] = answered.kept(upload.problems)
    assert answered.told(one) == (
        "Under »Mødt« står »X« i 1 celle. Hvad betyder det? Svaret huskes til næste fil. Svar: »X« = 1 person.")
    assert [option.value for option in one.options] == ["1"]


def test_the_heading_of_a_column_that_is_not_used_is_not_kept(engine):
    name, said = SERIES[0], {"column.deltagere": "ignore"}
    report = checked(engine, name, said)
    assert told(report) == list(said.items())
    assert answered.to_keep(report.answered) == []


def test_an_answer_with_a_cpr_number_is_none(engine):
    assert checked(engine, TICKS[0], {"words.moedt.x": "251248-4916"}).answered == ()


def test_nothing_is_saved_on_an_answer_with_a_cpr_number(engine):
    report = checked(engine, *TICKS)
    [one] = report.answered
    typed = replace(report, answered=(replace(one, options=(), suggestion="251248-4916"),))
    with pytest.raises(SaveRefused, match="CPR-nummer"):
        saved(engine, typed, TICKS[0])
    with Session(engine) as session:
        assert session.exec(select(Upload)).all() == []
