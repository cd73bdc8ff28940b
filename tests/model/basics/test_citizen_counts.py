"""A text for the public may tell of a small jobcenter, but not how many of its citizens."""

import pytest

from model.basics.citizen_counts import counted, refusal


@pytest.mark.parametrize(("text", "phrase"), [
    ("Samsø fik 3 borgere i praktik.", "3 borgere"), ("Fem ledige begyndte.", "Fem ledige"),
    ("tre af de ledige kom videre", "tre af de ledige"),
    ("1.204 kontanthjælpsmodtagere", "1.204 kontanthjælpsmodtagere"),
    ("8 personer", "8 personer"), ("én borger fra øen", "én borger"), ("tre er i praktik", "tre er i praktik"),
    ("4 i arbejde", "4 i arbejde"), ("2 unge", "2 unge"),
    ("12 nye deltagere", "12 nye deltagere"), ("to unge mennesker", "to unge mennesker")])
def test_a_count_of_citizens_is_seen(text, phrase):
    assert counted(text) == phrase


@pytest.mark.parametrize("text", [
    "Samsø indberetter hvert kvartal.", "Tal for marts 2010 er med.", "3 centre åbnede.", "Andelen steg til 16 %.",
    "Mødet holdes 12. april.", "De ledige fik en makker.", "Jobcentret har 2 konsulenter."])
def test_other_numbers_are_let_be(text):
    assert counted(text) == ""


def test_it_is_refused_of_those_alone_whom_the_public_is_not_told_of():
    names = ["Samsø", "Odder"]
    assert "for Samsø (»3 borgere«)" in refusal("Samsø fik 3 borgere i gang.", names, what="Bemærkningen")
    assert refusal("Skive fik 3 borgere i gang. Samsø er med.", names, what="Bemærkningen") == ""
    assert refusal("Oddere fik 3 borgere med ud.", names, what="Bemærkningen") == ""
    assert refusal("Samsøs 3 borgere kom i gang.", names, what="Bemærkningen")
    assert refusal("Vi fik 3 borgere i gang.", names, what="Historien", about=True)
    assert refusal("Vi fik 3 borgere i gang.", names, what="Historien") == ""
