"""Slides of the programmes beside the campaign: of the projects of one, and of a contract; for internal use alone."""

from collections.abc import Iterator
from dataclasses import replace

from model.documents.marks import INTERNAL, only_internal
from model.documents.screens import Screen
from model.documents.slides import deck_pptx
from model.documents.slides.bars import divided
from model.drawing.card import Card, lines
from model.drawing.chart import Chart
from model.drawing.words import alt_text
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.charts.beside import begun_chart
from model.subjects.projects.charts.milestones import milestones_chart
from model.subjects.projects.figures.rows import Standing, contract_rows
from model.subjects.projects.words import contract as words
from model.subjects.projects.words.cards import project_cards
from model.subjects.projects.words.projects import (
    no_milestones,
    overview_title,
    period_line,
    project_title,
    projects_of,
    source_line,
)

GOALS_ON_A_SLIDE = 3  # goals of a contract on one slide


def projects_pptx(snapshot: Snapshot, programme: str) -> bytes:
    """One slide of how many have begun in each project, and one of each project: its milestones, or its key figures
    where it has none.

    programme: its id. Raises InternalDocument for the public, and IndexError for a programme without projects.
    """
    only_internal(snapshot)
    own = projects_of(programme)
    return deck_pptx(snapshot, list(_projects(snapshot, programme)), title=f"Fremdrift: {own[0].programme.name}")


def contract_pptx(snapshot: Snapshot, project: str) -> bytes:
    """The goals of a contract beside each other, with how each is read. Raises InternalDocument for the public."""
    only_internal(snapshot)
    programme, title = PROJECTS[project].programme, words.contract_title(snapshot, project)
    screens = [_figures(programme, f"maal-{at}", title, tuple(map(_goal, part)))
               for at, part in enumerate(divided(contract_rows(snapshot, project), GOALS_ON_A_SLIDE))]
    return deck_pptx(snapshot, screens, title=f"Fremdrift: {project}")


def _projects(snapshot: Snapshot, programme: str) -> Iterator[Screen]:
    if (chart := begun_chart(snapshot, programme)) is not None:
        yield _drawn("begyndt", overview_title(snapshot, programme), chart)
    for each in projects_of(programme):
        title = project_title(snapshot, each.name)
        if (chart := milestones_chart(snapshot, each.name)) is not None:
            yield _drawn(each.name, title, chart)
        else:
            cards = tuple(map(_told, project_cards(snapshot, each.name)))
            yield _figures(each.programme, each.name, title, cards, no_milestones(snapshot, each.name))


def _drawn(key: str, title: str, chart: Chart) -> Screen:
    return Screen(key=key, name=key, title=title, subtitle=chart.subtitle, source=chart.source, alt=chart.alt,
                  chart=chart, reach=INTERNAL)


def _figures(programme: Programme, key: str, title: str, figures: tuple[Card, ...], subtitle: str = "") -> Screen:
    return Screen(key=key, name=key, title=title, subtitle=subtitle or period_line(programme),
                  source=source_line(programme), alt=alt_text("Nøgletal", title), figures=figures, reach=INTERNAL)


def _told(card: Card) -> Card:
    """The card's number over its verdict, its parts and its sentences."""
    return replace(card, context="", verdict=None, halves=(), lines=lines(
        card.verdict_words, *(text for _, text in card.halves), *card.sentences))


def _goal(standing: Standing) -> Card:
    """A goal of the contract, its status in the place of a number."""
    (_, goal), _, (name, method), _ = words.row_columns(standing)
    (_, status), *rest = words.row_reading(standing)
    return Card(words.row_title(standing), figure=status, lines=lines(
        goal, f"{name}: {method}" if standing.has_method else method, *(f"{about}: {text}" for about, text in rest)))
