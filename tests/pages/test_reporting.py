"""»Indberetning«: who has reported, who must be reminded, and which figures are worth a call."""

from datetime import date

import pytest
from sqlmodel import Session, select

from model.basics import settings
from model.intake.examine import examine
from model.intake.saving import apply
from model.store.tables.base import Jobcenter
from tests.pages.data_pages import csv, opened, said
from tests.worlds import kept


@kept
def reported(engine, month, *, without=()):
    """A month that every jobcenter but those has reported."""
    with Session(engine) as session:
        codes = [code for code in session.exec(select(Jobcenter.code)) if code not in without]
    content = csv(*(f"{month};{code};;100;10;5" for code in codes))
    report = examine(engine, f"{month}.csv", content)
    apply(engine, report, content=content, by="konsulent", reason="til prøven")


def test_the_page_opens_on_the_newest_month_with_gaps_and_the_address_still_wins(engine):
    reported(engine, "2010-02", without=("779",))
    reported(engine, "2010-03")
    app = opened("reporting")
    assert "Skive mangler tal for februar 2010" in said(app)
    assert app.selectbox(key="maaned").value == "2010-02"
    assert "maaned" not in app.query_params
    assert "Alle 19 jobcentre har indberettet for marts 2010" in said(opened("reporting", maaned="2010-03"))


def grid(app):
    """The grid's own HTML."""
    return next(part.proto.body for part in app.get("html") if "fi-months" in part.proto.body)


def test_without_data_everybody_is_missing_and_the_page_stands(engine):
    text = said(opened("reporting", maaned="2010-03"))
    assert "19 jobcentre mangler tal for marts 2010" in text
    assert "Indberettet: 0 af 19." in text


def test_the_title_counts_who_is_missing_and_the_line_how_much_is_in(engine):
    reported(engine, "2010-02")
    reported(engine, "2010-03", without=("779", "665"))
    text = said(opened("reporting", maaned="2010-03"))
    assert "Lemvig og Skive mangler tal for marts 2010" in text
    assert "Indberettet: 17 af 19. De 17 dækker 89 % af målgruppen." in text


def test_a_jobcenter_that_never_reported_is_reminded_of_everything(engine):
    reported(engine, "2010-03", without=("779",))
    app = opened("reporting", maaned="2010-03")
    assert app.selectbox(key="reminder_to").options == ["Skive (intet modtaget)"]
    assert "Kære kollega i Jobcenter Skive" in app.code[0].value
    assert "marts 2010" in app.code[0].value


def test_when_the_month_is_in_earlier_ones_are_still_reminded_of(engine):
    reported(engine, "2010-02", without=("665",))
    reported(engine, "2010-03")
    app = opened("reporting", maaned="2010-03")
    assert "Alle 19 jobcentre har indberettet for marts 2010" in said(app)
    assert "ingen at rykke" not in said(app)
    assert app.selectbox(key="reminder_month_2010-03").value == date(2010, 2, 1)
    assert app.selectbox(key="reminder_to").options == ["Lemvig (intet modtaget)"]
    assert "Månedstal for februar 2010 fra Jobcenter Lemvig" in app.code[0].value


def test_the_grid_says_every_state_with_a_letter_and_a_word(engine):
    reported(engine, "2010-03", without=("779",))
    html = grid(opened("reporting", maaned="2010-03"))
    assert html.count('<th scope="row"') == 19
    for letter, word in (("✓", "indberettet"), ("m", "mangler")):
        assert f">{letter}</span><span class=\"fi-sr\">{word}</span>" in html


def test_with_a_deadline_a_late_delivery_is_marked(engine, monkeypatch):
    reported(engine, "2010-03")
    assert "for sent" not in said(opened("reporting", maaned="2010-03"))
    monkeypatch.setenv("FREMDRIFT_DEADLINE_DAYS", "15")
    settings.load.cache_clear()
    app = opened("reporting", maaned="2010-03")
    assert "indberettet, for sent" in said(app)
    assert "fristen er 15 dage efter månedens udgang" in said(app)


def test_figures_that_contradict_each_other_are_listed_with_what_to_do(engine):
    reported(engine, "2010-03")
    assert "Ingen af de gemte tal strider mod hinanden" in said(opened("reporting", maaned="2010-03"))


@pytest.mark.parametrize("day", ["2009-01-01", "2030-01-01"])
def test_a_past_day_shows_the_grid_as_it_looked(engine, day):
    reported(engine, "2010-03")
    assert "jobcentre" in said(opened("reporting", maaned="2010-03", pr=day))
