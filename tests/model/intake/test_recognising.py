"""Which kind of file it is: told by headings and by what stands under them, asked about where two fit."""

import pytest

from model.intake.datasets.datasets import DATASETS
from model.intake.report import Answers
from tests.model.intake.filing import check, load, stated
from tests.model.intake.records import street

EITHER = "Jobcenter;Virksomhedscenter;Pladser\nSkive;Lysthuset;6\nLemvig;Møllen;4\n"
COUNTS = "Jobcenter;Dato;Antal\nViborg;26-01-2010;7\nSkive;26-01-2010;9\n"


def dataset(engine, text, **given):
    report = street.check(engine, text, **given)
    assert not any(p.question == "dataset" for p in report.problems), report.problems
    return report.dataset


@pytest.mark.parametrize("text", [
    "Dato;Jobcenter;Tilmeldt;Mødt\n26-01-2010;Skive;3;3\n26-01-2010;Lemvig;2;1\n",
    "Kursusdato;Kommune;Antal tilmeldte;Antal fremmødte\n26-01-2010;Skive;3;3\n26-01-2010;Lemvig;2;1\n",
    "Dag;Hvor;Hvem;Kom\nK1;Skive;konsulenter;3\nK1;Lemvig;tovholder;3\n",
    "Kursusgang;Jobcenter;Meldt til;Kom\nK1;Skive;3;3\nK2;Lemvig;2;2\n",
    "Jobcenter;Kursusdag;Deltagere\nSkive;K1;3\nLemvig;K2;2\n",
    "Hvornår;Jobcenter;Gruppe;Antal\nM1-2;Skive;mentor;3\nM1-2;Lemvig;mentor;2\n",
    "Fremmøde, kursusdag 3\nJobcenter;Rolle;Hvor mange\nSkive;jobkonsulent;3\n",
    "Jobcenter;Tilmelding;Mødt op\nSkive;3;3\nLemvig;2;2\n"])
def test_attendance_is_known_by_its_days_and_roles_whatever_its_headings(engine, text):
    assert dataset(engine, text) == "kursusdeltagelse"


@pytest.mark.parametrize(("text", "expected"), [
    ("Fremmøde\nJobcenter;Rolle;19-11-2009;09-12-2009\nSkive;Konsulent;3;2\n", "kursusdeltagelse"),
    (";K1;;K2;\nJobcenter;Konsulent;Mentor;Konsulent;Mentor\nSkive;3;;2;\n", "kursusdeltagelse"),
    ("Fremmøde på kurserne\nKursusdag;Rolle;Skive;Viborg\n1;Konsulent;3;2\n2;Konsulent;2;2\n", "kursusdeltagelse"),
    ("Tilmelding\nJobcenter;19/11;9/12\nSkive;3;2\nViborg;2;2\n", "kursusdeltagelse"),
    ("Evaluering\nSpørgsmål;K1;K2\nSkemaer udsendt;10;12\nSkemaer besvaret;8;9\n", "kursusevaluering"),
    ("Belægning 2010\nJobcenter;Virksomhedscenter;Pladser;jan;feb\nSkive;Ulv;8;6;7\n", "centermaaned"),
    ("Belægning marts 2010\nJobcenter;Virksomhedscenter;Pladser;Uge 9;Uge 10\nSkive;Ulv;8;6;7\n", "centermaaned")])
def test_keys_that_stand_as_headings_tell_as_columns_do(engine, text, expected):
    assert dataset(engine, text) == expected


@pytest.mark.parametrize(("text", "named"), [
    ("Deltagerliste\nSted;Fremmøde;Antal\nSkive;ja;3\nViborg;nej;2\n", "kursusdeltagelse"),
    ("Kursus for mentorer\nHvor;Hvem;Hvor mange\nSkive;Mentor;3\n", "kursusdeltagelse"),
    ("Hotline\nHvad;Hvornår\nTakster;02-03-2010\n", "hotline")])
def test_a_list_that_no_column_tells_is_asked_about_by_what_its_words_speak_of(engine, text, named):
    report = street.check(engine, text)
    (problem,) = report.problems
    assert problem.question == "dataset" and [o.value for o in problem.options] == [named, "maanedstal"]
    assert not any("måneden" in told.text for told in (*report.problems, *report.question.refusal))


@pytest.mark.parametrize(("text", "expected"), [
    ("Kursusdag;Antal\nK1;3\n", "kursusevaluering"),
    ("Henvendelse;Modtaget;Kommune;Emne\n1;03-11-2009;Skive;Mentor\n2;04-11-2009;Lemvig;Løn\n", "hotline"),
    ("Kommune;Hvordan går det;Afholdt\nSkive;aftalt;\nLemvig;afholdt;02-12-2009\n", "raadgivning"),
    ("Jobcenter;Måned;Center;Pladser;Optaget\nViborg;2010-03;Møllen;7;5\n", "centermaaned"),
    ("Jobcenter;Firma;Åbningsdato;Antal pladser\nViborg;Møllen;01-10-2009;7\n", "centre")])
def test_other_records_are_known_by_what_they_hold(engine, text, expected):
    assert dataset(engine, text) == expected


@pytest.mark.parametrize("text", [
    "Center;Md;Antal i alt;Prakt;Lønt;Initialer\nViborg;2010-03;795;102;32;AB\n", "Jobcenter;Xyz\nSkive;3\nLemvig;4\n",
    "Jobcenter;Måned;Virksomhedscenter\nViborg;2010-03;7\nSkive;2010-03;9\n", "a;b\n1;2\n",
    "Jobcenter;Praktik\nSkive;3\n",
    "Jobcenter:;Norddjurs\n\n;Marts 2010\nMålgruppen;364\n", "Praktik;;\nJobcenter;jan 2010;feb 2010\nSkive;3;4\n",
    "Udtræk 26. januar 2010\nJobcenter;Personer\nViborg;795\n"])
def test_what_speaks_of_nothing_else_is_monthly_figures(engine, text):
    assert dataset(engine, text) == "maanedstal"


def test_two_that_fit_equally_are_a_question_with_the_datasets_to_choose_between(engine):
    report = street.check(engine, EITHER)
    (problem,) = report.problems
    assert (report.status, problem.severity, problem.question) == ("question", "fejl", "dataset")
    assert [(o.value, o.words) for o in problem.options] == [
        ("centre", "Virksomhedscentre"), ("centermaaned", "Virksomhedscentre, måned for måned")]
    assert report.question.refusal == report.problems
    assert "»Virksomhedscentre« eller »Virksomhedscentre, måned for måned«" in problem.text


@pytest.mark.parametrize("chosen", ["centre", "centermaaned"])
def test_the_answer_and_the_named_dataset_settle_it(engine, chosen):
    for given in ({"answers": Answers(said={"dataset": chosen})}, {"dataset": chosen}):
        assert dataset(engine, EITHER, **given) == chosen
    assert street.check(engine, EITHER, answers=Answers(said={"dataset": "hotline"})).problems[0].question == "dataset"


def test_the_name_of_the_file_decides_only_what_is_otherwise_equal(engine):
    assert street.check(engine, COUNTS).problems[0].question == "dataset"
    assert dataset(engine, "Jobcenter;Måned;Personer\nSkive;2010-03;414\n", name="Fremmøde kursus.csv") == "maanedstal"


def test_how_it_was_answered_is_remembered_with_the_headings(engine):
    text = COUNTS.replace("26-01-2010", "01-03-2010")
    answers = Answers(columns={1: "maaned", 3: "personer_match4"}, said={"dataset": "maanedstal"}, approved=True,
                      profile_name="Antal")
    load(engine, text, answers=answers)
    again = check(engine, text.replace(";9", ";8"), answers=None)
    assert stated(again)["779", "2010-03", "personer_match4"] == 8


@pytest.mark.parametrize("cell", ["15-03-2010", "28-02-2010 23:00", "3/1/2010", "3/15/2010", "2010-02-28T23:00:00Z"])
@pytest.mark.parametrize("rows", ["Skive;Bilka;{};8;6\n", "Skive;Bilka;{};8;6\nOdder;Føtex;{};8;6\n"])
def test_dates_near_a_month_leave_the_file_known_and_their_own_question_to_come(engine, cell, rows):
    text = "jobcenter;virksomhedscenter;maaned;pladser;besatte\n" + rows.replace("{}", cell)
    assert dataset(engine, text) == "centermaaned"


UNKNOWN = "Sted;Art;Hvornår\nHer;A;snart\nDer;B;nu\n"


@pytest.mark.parametrize(("title", "dataset"), [
    ("Centre", "centre"), ("Virksomhedscentre", "centre"), ("Deltagere", "kursusdeltagelse"),
    ("Deltagerliste", "kursusdeltagelse"), ("Henvendelser", "hotline"), ("Evaluering", "kursusevaluering")])
def test_a_list_of_which_only_the_title_is_known_gets_the_messages_of_what_that_says(engine, title, dataset):
    report = street.check(engine, f"{title}\n{UNKNOWN}", name="fil.csv")
    assert report.dataset == dataset and "Sted" in repr((report.problems, report.question))
    assert "hvilken måned" not in repr((report.problems, report.question))


def test_a_list_of_which_nothing_is_known_is_asked_about_with_all_that_it_can_be(engine):
    report = street.check(engine, UNKNOWN, name="fil.csv")
    assert report.question is not None
    [asked] = report.question.refusal
    assert asked.question == "dataset" and {option.value for option in asked.options} == set(DATASETS)
    assert asked.text.startswith("Ingen af filens overskrifter kendes")


@pytest.mark.parametrize("text", ["Sted;Tal A\nSkive;4\nViborg;5\n", "Sted;Tal A\n2010-03;4\n2010-04;5\n"])
def test_a_table_with_jobcenters_or_months_may_still_be_of_monthly_figures(engine, text):
    assert street.check(engine, text, name="fil.csv").dataset == "maanedstal"
