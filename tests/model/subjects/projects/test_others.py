"""What is reported and no goal is about is told by itself, and nothing is told twice."""

from model.subjects.projects.figures.others import others
from model.subjects.projects.words.others import others_table
from tests.model.subjects.projects.reports import COPENHAGEN, LATER, MIDDELFART, as_on, result, send

COUNTS = (("01-10-2014", "Målinger af progression indsamlet", "12"), ("01-04-2015", "Målinger af progression indsamlet",
          "34"), ("01-04-2015", "Visiterede i alt", "71"), ("01-04-2015", "Begyndt i alt", "61"),
          ("01-04-2015", "Mentorkurser holdt i alt", "12"), ("01-04-2015", "ERFA-møder holdt", "8"))


def names(snapshot, project):
    return [measure.name for measure, _ in others(snapshot, project)]


def test_measurements_of_progression_are_counted_and_what_a_goal_is_about_is_not_told_again(engine):
    send(engine, result(MIDDELFART, *COUNTS))
    table = others_table(as_on(engine, LATER), MIDDELFART)
    assert table.values.tolist() == [["Målinger af progression indsamlet", "34", "1. apr. 2015"]]


def test_one_without_milestones_and_courses_of_its_own_has_them_here(engine):
    send(engine, result(COPENHAGEN, *COUNTS))
    assert names(as_on(engine, LATER), COPENHAGEN) == [
        "visiterede", "mentorkurser", "netvaerk_erfa", "progressionsmaalinger"]


def test_a_division_of_which_one_part_is_lacking_is_not_forgotten(engine):
    send(engine, result(MIDDELFART, ("01-04-2015", "Heraf private", "17")))
    assert names(as_on(engine, LATER), MIDDELFART) == ["centre_private"]
    send(engine, result(MIDDELFART, ("01-04-2015", "Heraf offentlige", "6")))
    assert names(as_on(engine, LATER), MIDDELFART) == []


def test_what_is_withheld_says_so_and_nothing_reported_is_no_row(engine):
    assert others_table(as_on(engine, LATER), MIDDELFART).empty
    send(engine, result(MIDDELFART, ("01-04-2015", "Målinger af progression indsamlet", "skjult")))
    assert others_table(as_on(engine, LATER), MIDDELFART)["Resultat"].tolist() == ["skjult"]
