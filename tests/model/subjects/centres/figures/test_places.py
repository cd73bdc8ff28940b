"""The same words carry the same number: all places of a month, and those whose occupancy is told."""

import re
from datetime import date

import pytest

from model.basics.formatting import month_long
from model.documents.sheet_tables import centres_table
from model.subjects.centres.charts.centre_life import makeup_table
from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centres import places_chart
from model.subjects.centres.figures import occupancy
from model.subjects.centres.words import centre_page
from model.subjects.centres.words import centres as said
from model.subjects.economy.figures.own import own_figures
from model.subjects.economy.words.calculation import told as economy_told
from model.subjects.meetings.words.jobcenter import headline
from tests.model.subjects.builders import said as figures
from tests.model.subjects.centres.figures.builders import SKIVE, VIBORG, snapshot, stay, told

FEBRUARY, MARCH = date(2010, 2, 1), date(2010, 3, 1)
STAYS = [stay("A", "2009-10-01", places=20), stay("B", "2009-10-01", places=18),
         stay("C", "2009-10-01", places=31, code=VIBORG), stay("D", "2009-10-01", places=None, code=VIBORG),
         stay("E", "2009-10-01", places=25, code=VIBORG), stay("F", "2009-10-01", "2010-02-10", places=12)]


def at(name, february, march, places=None):
    """A centre of Viborg's in both months."""
    return [told(name, month, occupied, places, code=VIBORG)
            for month, occupied in (("2010-02", february), ("2010-03", march))]


GAPS = [told("A", "2010-02", 9, 16), told("A", "2010-03", 12, 20), *at("C", 31, 29)]
WHOLE = [*GAPS, told("B", "2010-02", 3), told("B", "2010-03", 18), *at("E", 20, 25), *at("D", 4, 4, places=7)]
HIDDEN = [told("A", "2010-03", None, 20, occupied_mark="hidden")]
PLACES = re.compile(r"(?<!øvriges )(?<![\d.])(\d[\d.]*) (pladser|plads)( med oplyst belægning)?")


def texts(snap, code, month):
    """Every text in which a page, a sheet or a referat tells the places of a month."""
    found = occupancy.occupancy(snap, code, month)
    charts = [places_chart(snap, code, month), occupancy_chart(snap, code, month)]
    yield from (text for chart in charts if chart for text in (chart.title, chart.subtitle, chart.note, chart.alt))
    yield from (centre_page.page_title(snap, code, month), said.told_sentence(found), said.occupancy_title(found),
                said.room(found), said.taken(found), " ".join(centre_page.taken_parts(found)))
    yield said.one_line(snap, code, month)
    if code is not None:
        yield from (centre_page.to_discuss(snap, code, month), dict(headline(snap, code, month)).get(
            "Besatte pladser i virksomhedscentre", ""))
        yield from economy_told(own_figures(snap, code))


@pytest.mark.parametrize("months", [GAPS, WHOLE, HIDDEN, []])
@pytest.mark.parametrize("code", [None, SKIVE, VIBORG])
def test_places_are_all_places_unless_it_is_said_whose_occupancy_is_told(code, months):
    snap = snapshot(STAYS, months, figures(SKIVE, "2010-03", persons=100, total=10))
    for month in (FEBRUARY, MARCH):
        found = occupancy.occupancy(snap, code, month)
        for text in texts(snap, code, month):
            if month_long(FEBRUARY if month == MARCH else MARCH) in text:
                continue  # it names the other month itself
            for number, _, among in PLACES.findall(text.replace("\u00a0", " ")):
                expected = found.counted if among else found.places
                assert int(number) == expected, (text, found)


def test_the_sheet_and_the_kinds_tell_the_same_places_as_the_page():
    snap = snapshot(STAYS, GAPS)
    whole = occupancy.occupancy(snap, VIBORG, MARCH)
    rows = dict(centres_table(snap, VIBORG, MARCH)["rows"])
    assert rows["Pladser"] == str(whole.places) == "56"
    assert rows["Besatte pladser"].replace("\u00a0", " ") == "29 af 31 med oplyst belægning (94 %)"
    kinds = makeup_table(snap, VIBORG, MARCH, "sector")["Pladser"]
    assert sum(int(number) for number in kinds) == whole.places


def test_a_hidden_occupancy_is_not_said_to_be_missing():
    snap = snapshot([stay("A", "2009-10-01", places=20)], HIDDEN)
    found = occupancy.occupancy(snap, SKIVE, MARCH)
    for text in (said.occupancy_title(found), said.room(found), said.taken(found), said.one_line(snap, SKIVE, MARCH),
                 dict(headline(snap, SKIVE, MARCH))["Besatte pladser i virksomhedscentre"],
                 dict(centres_table(snap, SKIVE, MARCH)["rows"])["Besatte pladser"]):
        assert "skjult" in text and "ikke oplyst" not in text
    assert places_chart(snap, SKIVE, MARCH).table.iloc[0].tolist()[-1] == "d"
    assert "skjult" not in said.one_line(snapshot([stay("A", "2009-10-01", places=20)]), SKIVE, MARCH)
