"""Jobcenter: verdict, both goals, what it takes, why it moved, the figures behind, and what they can bear."""

import json
import re
from datetime import date

from tests.model.meetings import agenda, agreed, closed, met
from tests.pages.data_pages import said
from tests.pages.opening import JOBCENTER, LEMVIG, SKIVE, VIBORG, correct, fill, opened


def test_the_verdict_is_the_heading_and_both_halves_are_told(engine):
    fill(engine)
    words = said(opened(JOBCENTER, jobcenter=VIBORG)).replace("\u00a0", " ")
    assert "Viborg har nået Mål 1: 17,3 % og 48 flere end i september 2009" in words
    assert "Mål 1 nået: 17,3 %" not in words  # the heading says it, and the card each half
    assert "mindst 16 % = 128 personer: nået" in words
    assert "mindst 15 flere: nået, +48 siden 90 ved udgangspunktet" in words


def test_what_it_takes_is_told_in_whole_persons(engine):
    fill(engine)
    words = said(opened(JOBCENTER, jobcenter=SKIVE)).replace("\u00a0", " ")
    assert "Hvad skal der til?" in words
    assert "Der skal 2 flere i gang om måneden til og med juni 2011." in words
    assert "Bliver målgruppen 10 % større" in words


def test_the_trend_has_the_region_behind_and_the_required_path_ahead(engine):
    fill(engine)
    spec = json.loads(opened(JOBCENTER, jobcenter=SKIVE, fane="Udvikling").get("plotly_chart")[0].proto.spec)
    assert [trace["name"] for trace in spec["data"]] == ["Hele regionen", "Skive", "Nødvendigt for at nå målet"]
    assert all(trace["connectgaps"] is False for trace in spec["data"])


def test_goal_2_has_its_own_trend_with_the_region_behind_and_no_path_ahead(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=SKIVE, fane="Hvorfor flyttede det sig?")
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert [trace["name"] for trace in spec["data"]] == ["Hele regionen", "Skive"]
    words = said(app).replace("\u00a0", " ")
    assert "Skive ligger over 20 %, men det kan være tilfældigt: 9 af 36 er selvforsørgende" in words
    totals = [point for point in spec["data"][1]["y"] if point is not None]
    assert totals == [100 * 6 / 24, 100 * 9 / 36]  # after one month there are only 12 courses


def test_why_the_share_moved_can_be_asked_for_another_span(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=VIBORG, fane="Hvorfor flyttede det sig?")
    assert "Andelen steg 1,0 procentpoint, alt fra flere i virksomhedsaktivering" in said(app)
    app = app.segmented_control(key="siden").set_value("udgangspunktet").run()
    assert "Andelen steg 6,0 procentpoint" in said(app)
    app = app.segmented_control(key="siden").set_value("et år før").run()
    assert "Det kan ikke opgøres: der mangler tal for marts 2009 eller marts 2010." in said(app)


def test_a_correction_is_marked_with_what_stood_before(engine):
    fill(engine)
    correct(engine, code=VIBORG, month=date(2010, 2, 1), value=132)
    words = said(opened(JOBCENTER, jobcenter=VIBORG, fane="Tallene bag"))
    assert "132 r" in words
    assert "Virksomhedsaktivering i alt, februar 2010: 132, rettet fra 130 den 12. apr. 2010" in words
    assert "1 tal er rettet siden første indberetning: feb. 2010." in words


def test_what_is_new_since_the_last_closed_meeting_stands_over_the_tabs(engine):
    fill(engine)
    meeting = met(engine, day=date(2010, 2, 20))
    agreed(engine, meeting)
    closed(engine, meeting, agenda(engine, meeting, day=date(2010, 2, 20)))
    correct(engine, code=SKIVE, month=date(2010, 1, 1), value=41)
    words = said(opened(JOBCENTER, jobcenter=SKIVE))
    news = words[words.index("Nyt siden sidst (mødet den 20. feb. 2010)"):]
    lines = ["Fristen den 1. maj 2010 er overskredet: »Åbne to centre« (jobcenterchefen).",
             "Virksomhedsaktivering i alt for januar 2010 er rettet fra 40 til 41.",
             "Tal for februar 2010 og marts 2010 er kommet."]
    places = [news.index(line) for line in lines]
    assert places == sorted(places) and places[-1] < news.index("Mål 1: andel")


def test_where_nothing_is_new_nothing_is_said_of_it(engine):
    fill(engine)
    assert "Nyt siden sidst" not in said(opened(JOBCENTER, jobcenter=SKIVE))


def test_a_jobcenter_that_never_reported_is_told_what_to_do(engine):
    fill(engine, silent=(LEMVIG,))
    app = opened(JOBCENTER, jobcenter=LEMVIG)
    words = said(app)
    assert "Lemvig mangler tal for marts 2010" in words
    assert "Jobcenter Lemvig har endnu ikke indberettet tal." in words
    assert "går til og med marts 2010" in words
    assert not app.get("plotly_chart")


def test_an_empty_database_is_described(engine):
    words = said(opened(JOBCENTER, jobcenter=VIBORG))
    assert "Viborg mangler tal for oktober 2009" in words
    assert "Jobcenter Viborg har endnu ikke indberettet tal." in words


def test_who_is_of_the_same_size_and_the_shortfall_in_centres_stand_there_with_the_way_on(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=SKIVE)
    words, html = said(app).replace("\u00a0", " "), " ".join(part.proto.body for part in app.get("html"))
    assert re.search(r"Af \d+ jobcentre på jeres størrelse har (ingen|\d+) nået Mål 1 \. 300–599 i målgruppen", words)
    assert re.search(r"Ikke nået: [^.]*Skive", words)
    assert f'href="./sammenligning?jobcenter={SKIVE}&amp;gruppe=mellem&amp;fane=M%C3%A5l+1"' in html
    assert ("24 personer er omkring 6 centre med 4 pladser, det mindste, planen regner med. "
            "Se, hvad pladser koster") in words
    assert f'href="./centre?jobcenter={SKIVE}&amp;fane=Pris"' in html
