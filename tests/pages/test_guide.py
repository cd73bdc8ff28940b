"""Vejledning: each of the three users' jobs, the columns of a file, the codes and the words."""

import re
from pathlib import Path

import pytest

from model.intake.datasets.datasets import of_records
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes.current import PROGRAMME
from pages.shared.navigation import SHOWN
from tests.pages.data_pages import said
from tests.pages.opening import GUIDE, opened

PAGES = Path(__file__).parents[2] / "pages"


def test_the_three_jobs_and_the_closed_net_are_described(engine):
    words = said(opened(GUIDE))
    for part in ("Jobcenterchefen til et dialogmøde", "Regionen forud for en konference",
                 "Konsulenten i de første dage", "Fremdrift er beregnet til et lukket netværk."):
        assert part in words


def test_every_page_of_the_menu_is_named_with_the_question_it_answers(engine):
    words = said(opened(GUIDE))
    words = words[words.index("Side Svarer på"):]
    assert all(re.search(rf"\b{entry.title} (Hv|Er|Kan)[^?]+\?", words) for entry in SHOWN)


@pytest.mark.every
@pytest.mark.parametrize("button", [
    "Registrér fremmøde", "Begynd med de tilmeldte", "Svar på en henvendelse", "Skriv om et mentornetværk",
    "Rådgivning", "Et nyt center åbner",
    "Åbn mødet", "Bekræftet af jobcentret", "Luk mødet og gem referatet",
    "Hent dialogark (PDF)", "Tallene på en anden dag",
    "Ret aktivitetsplanen", "Start visningen", "Skriv eller ret en historie"])
def test_a_step_calls_what_is_pressed_by_the_name_it_has(engine, button):
    assert f"»{button}«" in said(opened(GUIDE))
    assert any(f'"{button}"' in file.read_text("utf-8") for file in PAGES.rglob("*.py"))


def test_the_steps_say_what_must_not_be_forgotten(engine):
    words = said(opened(GUIDE))
    for part in ("Skriv 0, hvis ingen kom.", "BRM afgør, hvem der får tilbuddet", "vises, men vurderes ikke",
                 "mødet kan ikke åbnes igen", "Skriv aldrig noget om enkelte borgere."):
        assert part in words


def test_the_letters_of_the_course_table_are_explained(engine):
    words = said(opened(GUIDE))
    assert "Tegn på siden Kurser" in words
    assert "m ikke indberettet" in words


def test_every_column_a_file_may_hold_is_listed(engine):
    words = said(opened(GUIDE))
    assert all(field.name in words and field.heading in words for field in MAANEDSTAL.fields)


def test_the_codes_and_names_are_those_of_the_region(engine):
    words = said(opened(GUIDE))
    assert all(f"{unit.name} {unit.code} {unit.landsdel}" in words for unit in PROGRAMME.units)


def test_the_match_models_are_printed_with_a_dash_and_kept_with_a_hyphen(engine):
    words = said(opened(GUIDE))
    assert "Matchmodel matchmodel 1–5 eller 1–3" in words
    assert "1-5" not in words
    assert tuple(MAANEDSTAL.field("matchmodel").choices or {}) == ("1-5", "1-3")


def test_every_kind_of_file_is_named_with_its_columns(engine):
    words = said(opened(GUIDE))
    for dataset in of_records():
        assert dataset.title in words
        assert all(f"{part.heading} {part.name}" in words for part in dataset.parts)
    assert "Rolle rolle »jobkonsulent«, »tovholder« eller »virksomhedsmentor« ja" in words


def test_publication_day_is_told_step_by_step_with_the_limits_that_hold(engine):
    words = said(opened(GUIDE, fane="Udgivelsesdag"))
    for part in ("Inden dagen", "På dagen", "Det ser offentligheden ikke", "forkert bagefter",
                 "flytter et tal med mindre end 5", "under 100 i målgruppen"):
        assert part in words


@pytest.mark.parametrize("called", [
    "Det er nyt", "Se efter, før der offentliggøres", "Åbn prøvevisningen i Konference",
    "Prøvevisning, ikke offentliggjort"])
def test_publication_day_calls_what_is_seen_by_the_name_it_has(engine, called):
    assert f"»{called}«" in said(opened(GUIDE, fane="Udgivelsesdag"))
    assert any(called in file.read_text("utf-8") for file in (PAGES / "publication").glob("*.py"))
