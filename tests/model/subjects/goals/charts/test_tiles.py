"""The tiles: each jobcenter once, with the indicator's figure and verdict in shape, word and colour."""

from datetime import date

import pytest

from model.drawing.theme import SYMBOLS
from model.subjects.goals.charts.tiles import MARKS, goal2_counts, tiles_title, verdict_tiles
from model.subjects.goals.figures.goals import goals1
from model.subjects.goals.words.titles import verdict_words
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)


def both_months(code: str, total: int, *, persons: int = 300, before: int = 30):
    return [said(code, "2009-09", persons=persons, total=before), said(code, "2010-03", persons=persons, total=total)]


@pytest.fixture
def five():
    return snapshot(
        *both_months("791", 60), *both_months("779", 50, before=45), *both_months("740", 46), *both_months("657", 31),
        said("741", "2009-09", persons=30, total="hidden"), said("741", "2010-03", persons=30, total="hidden"),
        data_date="2010-04-15", codes=("791", "779", "740", "657", "741"))


def test_each_tile_has_the_indicators_verdict_as_shape_and_word(five):
    tiles = {tile.code: tile for tile in verdict_tiles(five, MARCH).tiles}
    for goal in goals1(five, MARCH):
        assert tiles[goal.code].status == verdict_words(goal).replace(" ", "\u00a0")
        assert tiles[goal.code].mark == MARKS[goal.verdict]
    assert {code: tile.mark for code, tile in tiles.items()} == {
        "791": "reached", "779": "half", "740": "half", "657": "not_reached", "741": "unknown"}
    assert set(MARKS.values()) <= set(SYMBOLS)


def test_a_tile_shows_the_share_and_what_is_missing(five):
    tiles = {tile.code: tile for tile in verdict_tiles(five, MARCH).tiles}
    assert (tiles["791"].figure, tiles["791"].note) == ("20,0\u00a0%", "")
    assert (tiles["657"].figure, tiles["657"].note) == ("10,3\u00a0%", "ikke nået: mangler 17")
    assert (tiles["657"].count, tiles["741"].count) == ("31 af 300", "")
    assert tiles["779"].note == "16\u00a0% er nået, 15 flere er ikke: mangler 10"
    assert tiles["740"].note == "15 flere er nået, 16\u00a0% er ikke: mangler 2"
    assert tiles["741"].figure == "skjult"


def test_the_title_counts_how_the_jobcenters_divide(five):
    title = verdict_tiles(five, MARCH).title
    assert title == "1 har nået begge dele, 2 kun den ene og 1 ingen af dem. 1 kan ikke opgøres"


@pytest.mark.parametrize(("totals", "title"), [
    ((60, 60), "2 har nået begge dele"),
    ((31, 31), "2 har nået ingen af dem"),
    ((46, 31), "1 har kun nået den ene og 1 ingen af dem"),
])
def test_the_title_is_a_sentence_whoever_is_absent(totals, title):
    found = snapshot(*both_months("791", totals[0]), *both_months("657", totals[1]), data_date="2010-04-15",
                     codes=("791", "657"))
    assert tiles_title(list(goals1(found, MARCH))) == title


def test_the_table_holds_every_jobcenter_by_name_and_says_what_the_tiles_say(five):
    chart = verdict_tiles(five, MARCH)
    assert list(chart.table["Jobcenter"]) == ["Herning", "Samsø", "Silkeborg", "Skive", "Viborg"]
    assert [tile.name for tile in chart.tiles] == list(chart.table["Jobcenter"])
    row = chart.table.set_index("Jobcenter").loc["Herning"]
    assert (row["Mål 1"], row["Mangler"], row["Forøgelse"]) == ("✗\u00a0ikke nået", "17", "+1")


def test_the_file_holds_the_same_counts(five):
    data = verdict_tiles(five, MARCH).data.set_index("kommunekode")
    assert data.loc["657", ["personer_match4", "virksomhedsaktivering_i_alt", "mangler"]].tolist() == [300, 31, 17]
    assert data.loc["657", "andel_procent"] == pytest.approx(100 * 31 / 300)


def test_goal_2_is_counted_by_certainty(five):
    assert goal2_counts(five, MARCH) == "5 for få forløb"


def test_alt_text_fits(five):
    assert len(verdict_tiles(five, MARCH).alt) <= 250
