"""The sender's own headings: asked about once, answered, remembered, recognised."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import Session, select

from model.intake.report import Answers, Question
from model.store.tables.base import ColumnProfile
from tests.model.intake.filing import check, load, stated, workbook

OWN = "Center;Md;Antal i alt;Prakt;Lønt;Initialer\nViborg;2010-03;795;102;32;AB\nSkive;2010-03;414;61;12;CD\n"
ANSWERS = Answers(columns={0: "jobcenter", 1: "maaned", 2: "personer_match4", 3: "heraf_virksomhedspraktik",
                           4: "heraf_loentilskud", 5: "ignore"}, approved=True, profile_name="Vores eget ark")


def agreed(question: Question) -> Answers:
    """What a person answers who presses »Godkend« without changing a thing."""
    return Answers(columns={h.index: h.guess or "ignore" for h in question.headings},
                   months={h.index: h.month for h in question.headings if h.month}, month=question.month_guess,
                   outcome_month=question.outcome_month_guess, approved=True)


def test_unknown_headings_are_shown_with_their_first_values_and_guesses(engine):
    question = check(engine, OWN, answers=None).question
    shown = {h.heading: h for h in question.headings}
    assert shown["Prakt"].samples == ("102", "61")
    assert shown["Prakt"].guess == "heraf_virksomhedspraktik"
    assert shown["Center"].guess == "jobcenter"
    assert shown["Md"].guess == "maaned"
    assert set(question.asked) == {h.index for h in question.headings
                                   if h.heading in ("Center", "Antal i alt", "Prakt", "Lønt",
                                                                                        "Initialer")}


def test_answers_are_followed_and_the_mapping_is_kept_with_the_upload(engine):
    report = check(engine, OWN, answers=ANSWERS)
    assert stated(report)["791", "2010-03", "personer_match4"] == 795 and len(stated(report)) == 6
    load(engine, OWN, answers=ANSWERS)
    with Session(engine) as session:
        profile = session.exec(select(ColumnProfile)).one()
    assert profile.name == "Vores eget ark" and profile.recorded_by == "test"
    assert profile.mapping["labels"]["prakt"] == "heraf_virksomhedspraktik"


def test_the_next_file_with_the_same_headings_goes_straight_through(engine):
    load(engine, OWN, answers=ANSWERS)
    april = check(engine, OWN.replace("2010-03", "2010-04"), answers=None)
    assert april.status == "ready"
    assert "Genkendt som »Vores eget ark«." in april.notes


def test_without_a_name_nothing_is_remembered(engine):
    load(engine, OWN, answers=replace(ANSWERS, profile_name=None))
    assert check(engine, OWN.replace("2010-03", "2010-04"), answers=None).status == "question"


def test_mapping_the_same_headings_again_replaces_the_profile(engine):
    load(engine, OWN, answers=ANSWERS)
    later = OWN.replace("2010-03", "2010-04")
    changed = replace(ANSWERS, columns=ANSWERS.columns | {4: "ignore"}, profile_name="Nyt navn")
    load(engine, later, answers=changed)
    report = check(engine, OWN.replace("2010-03", "2010-02"), answers=None)
    assert "Genkendt som »Nyt navn«." in report.notes
    assert not any(key[2] == "heraf_loentilskud" for key in stated(report))


def test_other_headings_are_not_recognised(engine):
    load(engine, OWN, answers=ANSWERS)
    assert check(engine, OWN.replace("Prakt", "Praktikker"), answers=None).status == "question"


def test_an_answer_that_leaves_out_the_jobcenter_is_refused(engine):
    report = check(engine, OWN, answers=replace(ANSWERS, columns=ANSWERS.columns | {0: "ignore"}))
    assert report.status == "refused"
    assert "hvilket jobcenter" in report.problems[0].text


def test_two_headings_answered_as_the_same_figure_are_refused(engine):
    report = check(engine, OWN, answers=replace(ANSWERS, columns=ANSWERS.columns | {4: "heraf_virksomhedspraktik"}))
    assert "»Prakt« og »Lønt«" in report.problems[0].text


def test_agreeing_to_what_is_shown_answers_the_question(engine):
    text = ";;Marts 2010;;Januar 2010;\nJobcenter;Kom.nr.;Personer;Praktik;Afsl. forløb;Bem.\n" \
           "Viborg;791;795;102;25;ok\n"
    question = check(engine, text, answers=None).question
    report = check(engine, text, answers=agreed(question))
    assert report.status == "ready"
    assert set(stated(report)) == {("791", "2010-03", "personer_match4"),
                                   ("791", "2010-03", "heraf_virksomhedspraktik"),
                                   ("791", "2010-03", "bemaerkning"), ("791", "2010-01", "afsluttede_forloeb")}


def test_a_columns_month_can_be_changed_by_the_answer(engine):
    text = ";;Marts 2010;Januar 2010\nJobcenter;Kom.nr.;Personer;Afsl. forløb\nViborg;791;795;25\n"
    answers = agreed(check(engine, text, answers=None).question)
    moved = replace(answers, months=answers.months | {3: date(2010, 2, 1)})
    assert ("791", "2010-02", "afsluttede_forloeb") in stated(check(engine, text, answers=moved))


MIXED = "Jobcenter;Personer;Praktik;Afsluttede forløb\nViborg;795;102;25\n"


def test_which_month_the_outcomes_belong_to_is_asked_when_the_file_says_no_month(engine):
    question = check(engine, MIXED, name="opgørelse marts 2010.csv", answers=None).question
    assert question.needs_month and question.needs_outcome_month
    assert question.month_guess == date(2010, 3, 1)
    answers = Answers(month=date(2010, 3, 1), outcome_month=date(2010, 1, 1), approved=True, profile_name="Opgørelse")
    report = check(engine, MIXED, answers=answers)
    assert set(stated(report)) == {("791", "2010-03", "personer_match4"),
                                   ("791", "2010-03", "heraf_virksomhedspraktik"),
                                   ("791", "2010-01", "afsluttede_forloeb")}


def test_how_far_the_outcomes_lag_is_remembered_with_the_profile(engine):
    answers = Answers(month=date(2010, 2, 1), outcome_month=date(2009, 12, 1), approved=True, profile_name="Opgørelse")
    load(engine, MIXED, answers=answers)
    report = check(engine, MIXED.replace("795", "796"), month=date(2010, 3, 1))
    assert ("791", "2010-01", "afsluttede_forloeb") in stated(report)


def test_outcomes_alone_need_no_second_month(engine):
    question = check(engine, "Jobcenter;Afsluttede forløb\nViborg;25\n", answers=None).question
    assert question.needs_month and not question.needs_outcome_month


def test_a_month_given_for_the_file_holds_for_all_of_it(engine):
    assert {key[1] for key in stated(check(engine, MIXED, month=date(2010, 3, 1)))} == {"2010-03"}


def test_which_of_two_sheets_is_asked_and_answered(engine):
    rows = [["Måned", "Jobcenter", "Personer"], ["2010-03", "Viborg", 790]]
    content = workbook({"Kladde": rows, "Endelig": [rows[0], ["2010-03", "Viborg", 795]]})
    assert check(engine, content, name="a.xlsx", answers=None).question.sheets == ("Kladde", "Endelig")
    report = check(engine, content, name="a.xlsx", answers=Answers(sheet="Endelig", approved=True))
    assert stated(report) == {("791", "2010-03", "personer_match4"): 795}


def test_an_unknown_sheet_can_be_explained(engine):
    content = workbook({"Personer": [["Jobcenter", "marts 2010"], ["Viborg", 795]],
                        "Arbejdsliv": [["Jobcenter", "marts 2010"], ["Viborg", 102]]})
    question = check(engine, content, name="a.xlsx", answers=None).question
    index = next(h.index for h in question.headings if h.heading == "Arbejdsliv")
    report = check(engine, content, name="a.xlsx",
                   answers=Answers(columns={index: "heraf_virksomhedspraktik"}, approved=True))
    assert stated(report)["791", "2010-03", "heraf_virksomhedspraktik"] == 102


@pytest.mark.parametrize(("name", "content"), [
    ("a.xlsx", workbook({"Personer": [["Jobcenter", "marts 2010"], ["Viborg", 795]],
                         "Ferie": [["Jobcenter", "marts 2010"], ["Viborg", 12]]})),
    ("a.csv", "Jobcenter:;Norddjurs\n\n;Marts 2010\nMålgruppen;364\nFerie;12\n")], ids=["a sheet", "a row"])
def test_a_sheet_or_a_row_is_a_figure_and_never_a_jobcenter_or_a_month(engine, name, content):
    asked, = check(engine, content, name=name).question.refusal
    assert "ferie" in asked.question
    assert {"kommunekode", "jobcenter", "maaned"}.isdisjoint(option.value for option in asked.options)
    again = check(engine, content, name=name, answers=Answers(said={asked.question: "kommunekode"}, approved=True))
    assert again.question.refusal == (asked,)  # it stays unanswered


def test_the_rows_of_a_form_on_end_can_be_explained(engine):
    text = "Jobcenter:;Norddjurs\n\n;Marts 2010\nMålgruppen;364\nHos en arbejdsgiver;39\nFerie;12\n"
    question = check(engine, text, answers=None).question
    index = {h.heading: h.index for h in question.headings}
    assert set(question.asked) == {index["Hos en arbejdsgiver"], index["Ferie"]}
    told = {index["Hos en arbejdsgiver"]: "heraf_virksomhedspraktik", index["Ferie"]: "ignore"}
    report = check(engine, text, answers=Answers(columns=told, approved=True))
    assert stated(report) == {("707", "2010-03", "personer_match4"): 364,
                              ("707", "2010-03", "heraf_virksomhedspraktik"): 39}


def test_a_column_can_be_said_to_hold_the_measures(engine):
    text = "Jobcenter;Måned;Hvad;Antal\nViborg;2010-03;Alle;795\nViborg;2010-03;Praktikker;102\n"
    first = check(engine, text, answers=Answers(columns={2: "noegletal"}, approved=True))
    rows = {h.heading: h.index for h in first.question.headings if h.index in first.question.asked}
    told = {2: "noegletal", rows["Alle"]: "personer_match4", rows["Praktikker"]: "heraf_virksomhedspraktik"}
    answers = Answers(columns=told, approved=True, profile_name="Lang")
    assert stated(check(engine, text, answers=answers)) == {("791", "2010-03", "personer_match4"): 795,
                                                            ("791", "2010-03", "heraf_virksomhedspraktik"): 102}
    load(engine, text, answers=answers)
    assert check(engine, text.replace("795", "796"), answers=None).status == "ready"


@pytest.mark.parametrize("heading", ["Region", "Kommentar fra centret", "Sagsbehandler", "Kilde", "Status",
                                     "Antal virksomheder"])
def test_an_extra_column_is_mentioned_and_nothing_is_asked(engine, heading):
    report = check(engine, f"maaned;kommunekode;personer;{heading}\n2010-03;791;795;7\n", answers=None)
    assert report.status == "ready"
    assert f"Kolonnen »{heading}« bruges ikke." in report.notes


def test_more_unknown_figures_than_known_ones_are_asked_about(engine):
    report = check(engine, "maaned;kommunekode;personer;AA;BB\n2010-03;791;795;7;8\n", answers=None)
    assert report.status == "question" and len(report.question.asked) == 2


def test_a_column_said_to_hold_values_asks_what_they_are(engine):
    text = "Jobcenter;Måned;Xyz\nViborg;2010-03;795\n"
    first = check(engine, text, answers=Answers(columns={2: "vaerdi"}, approved=True), name="tal.csv")
    asked = [h for h in first.question.headings if h.index in first.question.asked]
    assert len(asked) == 1
    answers = Answers(columns={2: "vaerdi", asked[0].index: "personer_match4"}, approved=True)
    assert stated(check(engine, text, answers=answers)) == {("791", "2010-03", "personer_match4"): 795}


@pytest.mark.parametrize("text", [
    ";".join(["maaned", "kommunekode", *(f"x{n}" for n in range(300))]) + "\n2010-03;791" + ";7" * 300 + "\n",
    "Jobcenter;Måned;Nøgletal;Værdi\n" + "".join(f"Viborg;2010-03;ting {n};7\n" for n in range(300))])
def test_more_unknown_headings_than_anybody_can_explain_are_refused(engine, text):
    report = check(engine, text)
    assert report.status == "refused" and "over 200" in report.problems[0].text


@pytest.mark.parametrize(("changed", "gate"), [(("414", "ca. 400"), 4), (("Skive", "Skivve"), 3), (("61", "500"), 4)])
def test_a_file_that_is_refused_keeps_how_its_headings_were_read(engine, changed, gate):
    report = check(engine, OWN.replace(*changed), answers=ANSWERS)
    assert report.status == "refused" and report.problems[0].gate == gate
    assert report.fingerprint == check(engine, OWN, answers=ANSWERS).fingerprint
    assert {h.index: h.guess for h in report.mapping} == ANSWERS.columns and report.answers == ANSWERS
