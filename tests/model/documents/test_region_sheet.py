"""The regionsark read back: one tagged page in Danish, the front page's words, and every jobcenter's verdict."""

from dataclasses import replace
from datetime import date

import pytest

from model.basics.formatting import NBSP
from model.basics.shares import share_of
from model.documents import region_sheet
from model.documents.marks import INVENTED, SMALL_HIDDEN
from model.store.meeting_facts import Written
from model.subjects.goals.charts.tiles import verdict_tiles
from model.subjects.goals.figures.region import region
from model.subjects.goals.figures.region_pace import region_pace
from model.subjects.goals.words.region import region_sentence, region_title
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.reporting.words.talking import talking_points
from tests.model.documents.reading import read, squeezed, told, words
from tests.model.publishing.first import published
from tests.model.subjects.builders import snapshot

FEBRUARY, MARCH = date(2011, 2, 1), date(2011, 3, 1)
MARKS = {"not_reached", "reached", "half", "unsettled", "unknown", "too_few"}


def page(found, month=FEBRUARY):
    return read(region_sheet.region_pdf(found, month))


@pytest.mark.parametrize("month", [FEBRUARY, MARCH, date(2009, 10, 1)])
def test_it_is_one_tagged_danish_page_with_every_word_it_was_given(sampled, month):
    found = page(sampled, month)
    root, text = found.trailer["/Root"], words(found)
    assert len(found.pages) == 1
    assert root["/Lang"] == "da" and root["/MarkInfo"]["/Marked"].value is True and root["/StructTreeRoot"]
    said = set(told(region_sheet.content(sampled, month))) - MARKS
    assert [sentence for sentence in said if squeezed(sentence) not in text] == []


def test_it_says_how_many_have_reached_and_what_the_others_lack(sampled):
    whole, text = region(sampled, FEBRUARY), words(page(sampled))
    assert squeezed(region_sentence(whole)) in text
    assert squeezed(f"{whole.reached} af {whole.of} jobcentre har nået begge dele") in text
    assert squeezed(pace_sentence(region_pace(sampled, FEBRUARY))) in text
    assert all(squeezed(point) in text for point in talking_points(sampled, FEBRUARY))


def test_who_is_missing_takes_precedence_and_the_count_stands_under_it(sampled):
    whole, text = region(sampled, MARCH), words(page(sampled, MARCH))
    assert region_title(whole) != region_sentence(whole)
    assert text.index(squeezed(region_title(whole))) < text.index(squeezed(region_sentence(whole)))


def test_the_table_has_the_web_s_verdicts_and_figures(sampled):
    tiles = verdict_tiles(sampled, FEBRUARY)
    rows = region_sheet.content(sampled, FEBRUARY)["verdicts"]["rows"]
    goals = {goal.name: goal for goal in region(sampled, FEBRUARY).goals}
    assert [row[0] for row in rows] == tiles.table["Jobcenter"].tolist()
    assert [row[3] for row in rows] == tiles.table["Mangler"].tolist()
    assert [row[4] for row in rows] == [tile.mark for tile in tiles.tiles]
    assert [row[5] for row in rows] == [told.replace(" ", NBSP)[2:] for told in tiles.table["Mål 1"]]
    for name, activated, *_ in rows:
        goal = goals[name]
        if goal.share is not None:
            assert activated == share_of(goal.activated, goal.persons, target=goal.share_target)
    assert {row[0]: row[1] for row in rows}["Samsø"] == "skjult"


def test_an_empty_database_gets_a_page_that_says_so():
    found = page(snapshot(data_date="2010-06-15"), date(2009, 10, 1))
    assert len(found.pages) == 1
    assert "19jobcentremanglertalforoktober2009" in words(found)


def test_invented_figures_are_marked_and_real_ones_are_not(sampled):
    assert words(page(sampled)).count(squeezed(INVENTED)) == 2
    real = replace(sampled, uploads=sampled.uploads.assign(source="file"), written=Written(), beside={})
    assert squeezed(INVENTED) not in words(page(real))


def test_the_publics_says_that_small_numbers_are_hidden(sampled):
    assert squeezed(SMALL_HIDDEN) in words(page(published(sampled)))
    assert squeezed(SMALL_HIDDEN) not in words(page(sampled))
