"""Every heading says one thing once: no semicolon, no ratio, nothing twice; and after the end nothing is demanded."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pandas as pd
import pytest

from model.documents import committee, region_sheet, sheet
from model.documents.screens import screens
from model.drawing.card import Card
from model.drawing.chart import Chart
from model.programmes.words import GOAL_1
from model.snapshot.snapshot import InternalOnly, Snapshot
from model.store.meeting_facts import MEETINGS, Written
from model.subjects.goals.figures.coverage import default_month, reported_months
from model.subjects.goals.figures.goals import Goal1, Goal2
from model.subjects.goals.figures.pace import Pace
from model.subjects.goals.figures.region import Region
from model.subjects.goals.words.card_words import job_lines
from model.subjects.goals.words.lines import status_line
from model.subjects.meetings.figures.agenda import Part
from model.subjects.meetings.words.jobcenter import headline
from model.subjects.news.words.news import News
from tests.model.empty_worlds import CODES, WORLDS
from tests.model.publishing.first import published
from tests.model.subjects.asking import answers, asked_of, asked_of_a_snapshot
from tests.model.subjects.builders import said, snapshot
from tests.model.subjects.planned import planned

RATIO = re.compile(r"\b(halvanden|dobbelt|tredobbelt|gange|netto|halvdel\w*|tredjedel\w*|fjerdedel\w*|hver tredje)\b",
                   re.IGNORECASE)
DEMANDED = re.compile(r"\b(skal|mangler|har nået|er (?:ikke |kun .*)?nået|for at nå|ligger|er selvforsørgende|"
                      r"hidtil)\b", re.IGNORECASE)
JUNE = date(2011, 6, 1)
ASKED = (Goal1, Goal2, Region, Pace)  # what titles are made of
OF_THE_GOALS = ("model.subjects.goals.", "model.subjects.comparison.", "model.subjects.meetings.",
                "model.subjects.news.", "model.subjects.reporting.words.talking")
OF_OTHERS = ("model.subjects.meetings.words.project.", "model.subjects.meetings.words.reported.")  # which end later
PAPER = (committee.TITLE, committee.LEAD, committee.HEADING)


def everything(world: Snapshot, month: date) -> Iterator[tuple[str, Any]]:
    """(function, what it answers) of all that can be asked of the world, and of the goals of it."""
    made: dict[type, Any] = {}
    for each, wanted in asked_of_a_snapshot().items():
        with suppress(InternalOnly):
            for answer in answers(each, wanted, world, month):
                made[type(answer)] = answer
                yield f"{each.__module__}.{each.__name__}", answer
    for kind in ASKED:
        for each in asked_of(kind) if kind in made else ():
            yield f"{each.__module__}.{each.__name__}", each(made[kind])


def headings(name: str, answer: Any) -> Iterator[str]:
    """The titles in an answer: of charts, cards and parts of a meeting, and texts that are called titles."""
    if isinstance(answer, Chart | Card | Part | News):
        yield answer.title
    elif isinstance(answer, str) and "title" in name.rpartition(".")[2]:
        yield answer
    elif isinstance(answer, tuple | list):
        for part in answer:
            yield from headings(name, part)


def on_paper(world: Snapshot, month: date) -> Iterator[str]:
    """The headings of the documents about the goals: the region's sheet, and a jobcenter's sheet and its committee's
    paper, which are not the public's.
    """
    yield from titled(region_sheet.content(world, month))
    for code in world.jobcenters.index[:1] if world.audience == "internal" else ():
        yield from titled(sheet.content(world, code, month))
        yield from (text for look, text in committee.content(world, code, month) if look in PAPER)


def titled(value: Any) -> Iterator[str]:
    """What is called a title anywhere in a document's content."""
    if isinstance(value, dict):
        yield from (text for text in (value.get("title"),) if isinstance(text, str))
        yield from titled(list(value.values()))
    elif isinstance(value, list | tuple):
        yield from (title for part in value for title in titled(part))


def titles(world: Snapshot, month: date) -> set[str]:
    told = {title for name, answer in everything(world, month) for title in headings(name, answer)}
    return told | {screen.title for screen in screens(world, month)} | set(on_paper(world, month))


def months(world: Snapshot) -> list[date]:
    """The month that is shown, the newest, and the last."""
    return list(dict.fromkeys([default_month(world) or world.starts, *reported_months(world)[:1], world.ends]))


def wrong(title: str) -> bool:
    sentences = [sentence.casefold() for sentence in title.rstrip(".").split(". ")]
    return ";" in title or bool(RATIO.search(title)) or len(sentences) != len(set(sentences))


def test_no_heading_of_the_sample_says_two_things_with_a_semicolon_or_one_thing_twice(sampled):
    for world in (sampled, published(sampled)):
        for month in months(world):
            assert [title for title in titles(world, month) if wrong(title)] == []


@pytest.mark.parametrize("name", WORLDS)
def test_nor_does_one_of_a_world_with_little_in_it(name):
    world = WORLDS[name]()
    assert [title for month in months(world) for title in titles(world, month) if wrong(title)] == []


@pytest.mark.parametrize("planted", [
    "Ti har nået målet; to har ikke", "Det er dobbelt så mange", "Alt er nået. Alt er nået"])
def test_a_planted_one_is_caught(planted):
    assert wrong(planted)


def test_no_card_and_no_chart_says_anything_twice(sampled):
    month = default_month(sampled)
    assert month is not None
    found = [answer for _, answer in everything(sampled, month)]
    for card in (each for each in found if isinstance(each, Card)):
        told = [card.title, card.words, card.context, card.verdict_words, *card.sentences, *card.points]
        assert len([text for text in told if text]) == len({text for text in told if text}), card.title
    for chart in (each for each in found if isinstance(each, Chart)):
        assert chart.title not in (chart.subtitle, chart.note) and chart.note != chart.subtitle


def at_the_end() -> Snapshot:
    """All have reported the last month: some reached both halves, some one of them, some none, and one is unknown. The
    first had a meeting on the month before, of which it had reached nothing.
    """
    rows = [said(code, "2009-09", persons=300, total=30, ended=40, good=9) for code in CODES]
    rows += [said(code, "2010-01", "2011-07-20", ended=40, good=4 + at) for at, code in enumerate(CODES)]
    totals = [60, 47, 44, 30]
    rows += [said(code, "2011-06", "2011-07-20", total=totals[at % 4], persons=200 if at % 4 == 2 else 300)
             for at, code in enumerate(CODES[:-1])]
    rows += [said(CODES[0], "2011-05", "2011-06-10", persons=300, total=30)]
    found = snapshot(*rows, said(CODES[-1], "2011-06", "2011-07-20", persons=300, total="hidden"),
                     data_date="2011-10-01")
    plan = planned("2011-10-01")
    meeting = MEETINGS.empty().reindex(range(1)).assign(
        id=1, unit=CODES[0], held_on=date(2011, 6, 20), month=date(2011, 5, 1), closed_at=pd.Timestamp(
            "2011-06-20 12:00", tz="UTC"))
    return replace(found, course_days=plan.course_days, activities=plan.activities, written=Written(meetings=meeting))


def texts(name: str, answer: Any) -> Iterator[str]:
    """What is read of an answer about the goals: titles, cards, sentences and the tiles' words."""
    yield from headings(name, answer)
    if isinstance(answer, Card):
        yield from (answer.words, answer.context, answer.verdict_words, *answer.sentences, *answer.points,
                    *(words for _, words in answer.halves))
    elif isinstance(answer, Chart):
        yield from (text for tile in answer.tiles for text in (tile.status, tile.note))
        yield from (series.label_last or "" for series in answer.series)
    elif isinstance(answer, News):
        yield from answer.texts
    elif isinstance(answer, str) and name.endswith("_sentence"):
        yield answer


@pytest.mark.parametrize("month", [JUNE, date(2011, 5, 1)])
def test_after_the_end_nothing_of_the_goals_is_demanded_or_still_missing(month):
    world = at_the_end()
    told = {text for name, answer in everything(world, month) if name.startswith(OF_THE_GOALS)
            and not name.startswith(OF_OTHERS) for text in texts(name, answer)} | set(on_paper(world, month))
    assert any("manglede" in text for text in told) or month != JUNE
    assert any(text.startswith(f"{GOAL_1} var nået i juni 2011. ") for text in told) or month != JUNE
    present = [text for text in told if DEMANDED.search(text.replace("mangler tal", "").replace("Mangler:", ""))]
    assert present == []


LEVEL, SUPPORTED_LEVEL = 16, 20  # the targets, in percent
WRITTEN = re.compile("(\\d+)(?:,(\\d+))?\u00a0%")


def fineness(cells):
    """Whether the first share in each cell of a column has decimals, of those that need none to be off their target."""
    found = [match.groups() for match in (WRITTEN.search(str(cell)) for cell in cells) if match]
    return {bool(part) for whole, part in found
            if not part or round(float(f"{whole}.{part}")) not in (LEVEL, SUPPORTED_LEVEL)}


@pytest.mark.parametrize("month", [date(2010, 5, 1), date(2011, 2, 1)])
def test_no_column_of_a_figure_s_table_mixes_whole_percentages_with_decimals(sampled, month):
    charts = [(name, answer) for name, answer in everything(sampled, month) if isinstance(answer, Chart)]
    assert [(name, column) for name, chart in charts for column in chart.table.columns
            if len(fineness(chart.table[column])) > 1] == []


def test_a_meeting_s_figures_and_the_lines_beside_goal_2_mix_neither(sampled):
    for month, code in product(months(sampled), sampled.jobcenters.index):
        for texts in ([text for _, text in headline(sampled, code, month)], job_lines(sampled, code, month)):
            assert len(fineness(texts)) <= 1, (code, month, texts)


def test_the_line_under_a_heading_repeats_nothing_of_it(sampled):
    for month in months(sampled):
        parts = status_line(sampled, month).split(" · ")
        assert len(parts) == len(set(parts)) and ";" not in "".join(parts)
