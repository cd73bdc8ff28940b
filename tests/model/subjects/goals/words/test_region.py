"""What goal 1 asks, said once under the heading with the targets in force; and the region's finding in the past."""

from dataclasses import replace
from datetime import date

import pytest

from model.subjects.centres.words.need import need_sentence
from model.subjects.comparison.words.alike import alike
from model.subjects.goals.charts.cards import pace_card, region_goal1
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import verdict_tiles
from model.subjects.goals.figures.ending import over
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.region import asked_sentence, region_lead, region_sentence
from model.subjects.goals.words.sentences import pace_sentence, resized_sentence
from model.subjects.goals.words.titles import goal1_title, verdict_sentence
from tests.model.subjects.builders import said, snapshot, target

MARCH, MAY, JUNE = date(2010, 3, 1), date(2011, 5, 1), date(2011, 6, 1)
CODES = ("791", "779", "741")
ASKED = ("Mål 1: Hvert jobcenter skal have mindst 16 % af målgruppen i praktik eller løntilskud og mindst 15 flere end "
         "i september 2009.")


def plain(text):
    return text.replace("\u00a0", " ")


def world(*totals, month="2010-03", received="2010-05-20", targets=(), **more):
    codes = CODES[:len(totals)]
    rows = [said(code, "2009-09", persons=300, total=30) for code in codes]
    rows += [said(code, month, received, persons=300, total=total) for code, total in zip(codes, totals, strict=True)]
    return snapshot(*rows, codes=codes, targets=targets, **more)


def test_what_goal_1_asks_is_said_with_its_targets():
    assert plain(asked_sentence(world(60, 30, 47), MARCH)) == ASKED
    changed = [target("share", value=18, recorded="2010-02-01"), target("increase", value=20, recorded="2010-02-01")]
    assert "mindst 18 % af målgruppen" in plain(asked_sentence(world(60, targets=changed), MARCH))
    assert "og mindst 20 flere end" in asked_sentence(world(60, targets=changed), MARCH)


@pytest.mark.parametrize(("own", "words"), [
    ([target("share", value=12, jobcenter="779")], " Skive har sit eget mål eller udgangspunkt."),
    ([target("baseline_value", value=9, jobcenter="779"), target("increase", value=5, jobcenter="791")],
     " Skive og Viborg har deres egne mål eller udgangspunkter.")])
def test_who_is_asked_for_something_else_is_named(own, words):
    assert plain(asked_sentence(world(60, 30, 47, targets=own), MARCH)) == ASKED + words


def test_the_front_page_answers_first_and_then_says_what_is_asked():
    assert plain(region_lead(world(60, 30, 47), MARCH)) == ASKED
    one_lacks = snapshot(*(said(code, month, persons=300, total=60) for code in CODES[:2]
                           for month in ("2009-09", "2010-03")), codes=CODES)
    assert plain(region_lead(one_lacks, MARCH)) == (
        f"Ingen af 3 jobcentre har nået Mål 1. 2 mangler tilsammen 30 personer, og 1 kan ikke opgøres. {ASKED}")


@pytest.mark.parametrize(("totals", "sentence"), [
    ((60,), "Det ene jobcenter har nået Mål 1"),
    ((30,), "Det ene jobcenter har ikke nået Mål 1. Det mangler 18 personer"),
    ((60, 60), "Begge jobcentre har nået Mål 1"), ((60, 60, 60), "Alle 3 jobcentre har nået Mål 1")])
def test_one_and_two_are_called_so(totals, sentence):
    assert region_sentence(region(world(*totals), MARCH)) == sentence


@pytest.mark.parametrize(("totals", "sentence"), [
    ((60, 30, 47), "Kampagnen er slut: 1 af 3 nåede Mål 1. De øvrige manglede tilsammen 19 personer"),
    ((60, 60, 47), "Kampagnen er slut: 2 af 3 nåede Mål 1. Det sidste manglede 1 person"),
    ((60, 60, 60), "Kampagnen er slut: alle 3 jobcentre nåede Mål 1"),
    ((30, 30, 30), "Kampagnen er slut: ingen af 3 jobcentre nåede Mål 1. De manglede tilsammen 54 personer"),
    ((60, 30, "hidden"), "Kampagnen er slut: 1 af 3 nåede Mål 1. 1 manglede 18 personer, og 1 kan ikke opgøres"),
    ((60,), "Kampagnen er slut: det ene jobcenter nåede Mål 1"),
    ((30,), "Kampagnen er slut: det ene jobcenter nåede ikke Mål 1. Det manglede 18 personer")])
def test_in_the_last_month_the_past_is_told(totals, sentence):
    assert region_sentence(region(world(*totals, month="2011-06"), JUNE)) == sentence


def test_the_last_month_is_the_snapshot_s_own():
    short, long = (replace(world(60, 30, 47, month=month), ends=end) for month, end in (
        ("2011-05", MAY), ("2011-06", date(2011, 7, 1))))
    assert region_sentence(region(short, MAY)) == (
        "Kampagnen er slut: 1 af 3 nåede Mål 1. De øvrige manglede tilsammen 19 personer")
    assert region_goal1(short, MAY).words == "jobcentre nåede begge dele"
    assert region_sentence(region(long, JUNE)).startswith("1 af 3 jobcentre har nået Mål 1.")


def test_a_month_before_the_last_is_the_past_once_a_figure_came_after_the_end():
    late, early = (world(60, 30, 47, month="2011-05", received=day) for day in ("2011-07-20", "2011-06-20"))
    assert (over(late, MAY), over(early, MAY), over(early, JUNE)) == (True, False, True)
    assert region_sentence(region(late, MAY)) == (
        "Kampagnen er slut: 1 af 3 havde nået Mål 1 i maj 2011. De øvrige manglede tilsammen 19 personer")
    assert region_sentence(region(early, MAY)).startswith("1 af 3 jobcentre har nået Mål 1. De øvrige mangler")


def test_so_it_is_on_a_day_after_the_end_that_is_asked_for_and_not_for_what_is_loaded_beside_invented_figures():
    early = world(60, 30, 47, month="2011-05", received="2011-06-20")
    assert over(replace(early, as_of=date(2011, 7, 1)), MAY) and not over(replace(early, as_of=date(2011, 6, 30)), MAY)
    late = world(60, 30, 47, month="2011-05", received="2026-01-01")
    assert not over(replace(late, uploads=late.uploads.assign(source="sample")), MAY)


def test_a_jobcenter_s_titles_cards_and_tiles_tell_the_past():
    found = world(60, 42, 47, month="2011-06")
    assert [plain(goal1_title(goal1(found, code, JUNE))) for code in CODES] == [
        "Viborg nåede Mål 1: 20,0 % og 30 flere end i september 2009", "Skive manglede 6 personer i at nå Mål 1",
        "Samsø havde 17 flere i gang, men manglede 1 person i at nå 16 %"]
    assert plain(verdict_sentence(goal1(found, "779", JUNE))).endswith("✗, manglede 6")
    notes = {tile.code: plain(tile.note) for tile in verdict_tiles(found, JUNE).tiles}
    assert (notes["779"], notes["741"]) == ("ikke nået: manglede 6", "15 flere var nået, 16 % var ikke: manglede 1")
    assert "Manglede" in verdict_tiles(found, JUNE).table
    assert alike(found, "779", JUNE).sentence == "Af 3 jobcentre på jeres størrelse havde 1 nået Mål 1"
    assert region_goal1(found, JUNE).words == "jobcentre nåede begge dele"


@pytest.mark.parametrize(("month", "sentence"), [
    (JUNE, "Kampagnen er slut. Der manglede 6 personer."),
    (MAY, "Kampagnen er slut. I maj 2011 manglede der 6 personer.")])
def test_no_pace_is_asked_of_a_time_that_is_over(month, sentence):
    found = world(60, 42, 60, month=f"{month:%Y-%m}", received="2011-07-20")
    tempo = pace(found, "779", month)
    assert pace_sentence(tempo) == sentence
    assert (resized_sentence(tempo), tempo.enough) == (None, None)
    card = pace_card(found, "779", month)
    assert (card.title, card.figure, card.words) == ("Hvad manglede der?", "6", "personer manglede")
    assert not [series for series in progress_chart(found, "779", month).series if series.role == "required"]
    assert pace_sentence(pace(found, "791", month)) == "Målet blev nået."
    assert need_sentence(found, "779", month) == ""
