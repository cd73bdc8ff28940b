"""Files of records in the shapes senders use: which dataset they are, what is read, and what is asked."""

import numpy as np
import pytest

from model.intake.examine import examine
from model.intake.records.headings import columns_of
from model.intake.report import Answers
from model.intake.saving import apply
from tests.model.intake.builders import xlsx
from tests.model.intake.filing import workbook
from tests.model.intake.records.street import HEAD, TODAY, attendance, check, load
from tests.viewers import named


@pytest.mark.parametrize(("text", "dataset"), [
    (HEAD + "K1;Skive;jobkonsulent;3;3\n", "kursusdeltagelse"),
    ("Kursusdag;Skemaer udsendt;Skemaer besvaret\nK1;40;20\n", "kursusevaluering"),
    ("Nr.;Dato;Jobcenter;Tema\n1;03-11-2009;Skive;Mentor\n", "hotline"),
    ("Jobcenter;Status;Tilbudt den\nSkive;tilbudt;01-12-2009\n", "raadgivning"),
    ("Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Lysthuset;01-10-2009;6\n", "centre"),
    ("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte\nSkive;Lysthuset;2010-01;6;5\n", "centermaaned"),
    ("maaned;jobcenter;personer_match4;heraf_virksomhedspraktik\n2010-03;Skive;400;40\n", "maanedstal"),
])
def test_the_dataset_is_recognised_from_the_headings(engine, text, dataset):
    assert check(engine, text).dataset == dataset


def test_codes_names_dates_and_other_words_for_a_role_mean_the_same(engine):
    load(engine, HEAD + "K1;Skive;jobkonsulent;3;3\n19/11-09;791;Mentorer;2;\n"
         "Kursusdag 2;Jobcenter Lemvig;Tovholdere;;1\n")
    assert attendance(engine) == {("K1", "779", "jobkonsulent"): (3, 3), ("K1", "791", "virksomhedsmentor"): (2, None),
                                  ("K2", "665", "tovholder"): (None, 1)}


@pytest.mark.parametrize("title", ["Fremmøde, kursusdag 2", "Fremmøde den 09-12-2009", "Fremmøde (9. december 2009)"])
def test_the_course_day_may_stand_over_the_table(engine, title):
    load(engine, f"{title}\n\nJobcenter;Rolle;Mødt\nSkive;jobkonsulent;2\nI alt;;2\n")
    assert attendance(engine) == {("K2", "779", "jobkonsulent"): (None, 2)}


@pytest.mark.parametrize("title", ["OPDIGTEDE TAL. Mentorkursus 1, dag 2", "Mentorforløb 1 (dag 2), 10. marts 2010"])
def test_a_mentor_day_over_the_table_is_never_taken_for_a_course_day(engine, title):
    load(engine, f"{title}\nJobcenter;Rolle;Mødt\nSkive;virksomhedsmentor;2\n")
    assert attendance(engine) == {("M1-2", "779", "virksomhedsmentor"): (None, 2)}


def test_one_sheet_per_course_day_is_one_upload(engine):
    rows = [["Jobcenter", "Rolle", "Tilmeldt", "Mødt"], ["Skive", "jobkonsulent", 3, 2]]
    content = workbook({"Kursusdag 1": rows, "Kursusdag 2": rows, "Om listen": [["Lavet af BRM"]]})
    report = examine(engine, "fremmøde.xlsx", content, today=TODAY)
    apply(engine, report, content=content, viewer=named("test"))
    assert set(attendance(engine)) == {("K1", "779", "jobkonsulent"), ("K2", "779", "jobkonsulent")}


def test_sums_and_notes_under_the_table_are_told_not_read(engine):
    report = check(engine, HEAD + "K1;Skive;jobkonsulent;3;3\nI alt;;;3;3\nKilde: BRM;;;;\n")
    assert report.counts["new"] == 2
    assert any("Række 3 og 4 er ikke læst" in note for note in report.notes)


@pytest.mark.parametrize("word", ["Beskæftigelsesregion Midtjylland", "Danmark", "Landet", "Vest i alt", "I alt 2010"])
def test_a_sum_is_known_by_the_words_of_monthly_figures(engine, word):
    report = check(engine, HEAD + f"K1;Skive;jobkonsulent;3;3\nK1;{word};;3;3\n")
    assert report.counts["new"] == 2 and any("Række 3 er ikke læst" in note for note in report.notes)


def test_a_heading_nobody_knows_is_asked_about_and_remembered(engine):
    text = "Kursusdag;Jobcenter;Rolle;Hvor mange kom der\nK1;Skive;jobkonsulent;3\n"
    first = check(engine, text)
    assert first.status == "question"
    assert [first.question.headings[at].heading for at in first.question.asked] == ["Hvor mange kom der"]
    answers = Answers(columns={3: "moedt"}, profile_name="Kursuslisten", approved=True)
    load(engine, text, answers=answers)
    again = check(engine, text.replace("K1", "K2"))
    assert again.status == "ready"
    assert "Genkendt som »Kursuslisten«." in again.notes


def test_a_computed_or_extra_column_is_mentioned_and_not_asked_about(engine):
    report = check(engine, "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;Pct.;Lokale\nK1;Skive;jobkonsulent;4;3;75;B2\n")
    assert report.status == "ready"
    assert "Kolonnerne »Pct.« og »Lokale« bruges ikke." in report.notes


def test_jobcenters_may_be_left_out_on_purpose(engine):
    text = HEAD + "K1;Skive;jobkonsulent;3;3\nK1;Lemvig;jobkonsulent;3;ca. 2\n"
    assert check(engine, text).status == "refused"
    load(engine, text, without=["665"])
    assert set(attendance(engine)) == {("K1", "779", "jobkonsulent")}


def test_a_file_that_stands_is_recognised_and_headings_alone_are_refused(engine):
    text = HEAD + "K1;Skive;jobkonsulent;3;3\n"
    load(engine, text)
    assert check(engine, text).status == "unchanged"
    empty = check(engine, HEAD)
    assert empty.status == "refused"
    assert "ingen rækker" in empty.problems[0].text


def test_a_profile_is_known_again_where_a_column_of_values_has_no_heading(engine):
    text = "Deltog på;Hvor;Hvem;;Hvem\nK1;Skive;jobkonsulent;B2;3\n"
    answers = Answers(columns={0: "kursusdag", 1: "jobcenter", 2: "rolle", 3: "ignore", 4: "moedt"},
                      profile_name="Kursuslisten", approved=True)
    load(engine, text, answers=answers, dataset="kursusdeltagelse")
    again = check(engine, text.replace("K1", "K2"))
    assert (again.dataset, again.status) == ("kursusdeltagelse", "ready")
    assert "Genkendt som »Kursuslisten«." in again.notes


def test_headings_written_twice_are_told_apart_and_empty_columns_are_none():
    below = np.array([["a", 2, "b", None, "c"]], dtype=object)
    found = [(column.position, column.key) for column in columns_of(["Hvem", None, "Hvem", None, "hvem "], below)]
    assert found == [(0, "hvem"), (1, ""), (2, "hvem#2"), (4, "hvem#3")]


def test_keys_in_merged_cells_are_those_of_every_row_they_cover(engine):
    rows = [["Jobcenter", "Kursusdag", "Rolle", "Tilmeldt", "Mødt"], ["Skive", "K1", "tovholder", 2, 2],
            [None, None, "jobkonsulent", 1, 1], ["Odder", "K1", "tovholder", 3, 2]]

    def merge(book):
        book["Ark1"].merge_cells("A2:A3")
        book["Ark1"].merge_cells("B2:B3")

    found = examine(engine, "liste.xlsx", xlsx(rows, merge), today=TODAY)
    assert found.status == "ready", found.problems
    assert set(found.changes["jobcenter"]) == {"779", "727"} and len(found.changes) == 6
    assert any("Flettede celler i »Jobcenter« og »Kursusdag«" in note for note in found.notes)
    assert examine(engine, "liste.xlsx", xlsx(rows), today=TODAY).status == "refused"
