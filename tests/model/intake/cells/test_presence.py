"""Ticks and words in a list of people, and answers to how satisfied somebody was."""

import pytest

from model.intake.cells.presence import Presence, is_tick, presence
from model.intake.cells.rating_words import is_unsure, rating


@pytest.mark.parametrize(("texts", "meant"), [
    (("x", "X", "xx", "✓", "✔", "1", "ja", "SAND", "P", "Deltog", "mødt", "Checked In", " deltog. "), Presence.CAME),
    (("0", "nej", "A", "afbud", "Udeblevet", "not attending", "✗", "FALSK", "no-show"), Presence.STAYED_AWAY),
    (("Tilmeldt", "Registered"), Presence.REGISTERED), (("Venteliste", "waiting list"), Presence.WAITING),
    (("Afmeldt", "Cancelled", "annulleret"), Presence.CANCELLED),
    (("", "Skive", "måske", "2", "lidt forsinket"), None)])
def test_a_word_in_a_list_says_what_became_of_a_person(texts, meant):
    assert {text: presence(text) for text in texts} == dict.fromkeys(texts, meant)


def test_a_tick_is_no_word():
    assert [text for text in ("x", "✔", "✗", "ja", "1", "") if is_tick(text)] == ["x", "✔", "✗"]


@pytest.mark.parametrize(("score", "texts"), [
    (1, ("Meget utilfreds", "very dissatisfied", "1 - Meget utilfreds")),
    (2, ("Utilfreds", "Utilfreds / Dissatisfied")),
    (3, ("Hverken tilfreds eller utilfreds", "Hverken/eller", "neither satisfied nor dissatisfied")),
    (4, ("Tilfreds", "Satisfied", "4. Tilfreds", "Tilfreds – Satisfied")),
    (5, ("Meget tilfreds", "Meget tilfreds / Very satisfied", "(5) Meget tilfreds")),
    (None, ("5", "Utilfreds / Satisfied", "ved ikke", "Godt oplæg", "tilfredshed", ""))])
def test_an_answer_is_a_score_where_all_that_it_says_is_one(score, texts):
    assert {text: rating(text) for text in texts} == dict.fromkeys(texts, score)


def test_who_does_not_know_has_answered_and_gives_no_score():
    assert [text for text in ("Ved ikke", "Ved ikke / Don't know", "Tilfreds") if is_unsure(text)] == [
        "Ved ikke", "Ved ikke / Don't know"]
