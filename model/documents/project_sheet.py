"""The projektark: one project on one A4 page, with its plan, its minimum and its points; for internal use alone."""

from collections.abc import Mapping
from typing import Any

from model.basics.formatting import shortened
from model.basics.spaces import numbers_held
from model.documents import card_typ, chart_typ
from model.documents.agreed import agreed_lines, count_line
from model.documents.marks import internal_footer, only_internal, sample_mark
from model.documents.typeset import pdf
from model.drawing.words import full_stop
from model.programmes.kinds import Checklist
from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.charts.milestones import milestones_chart
from model.subjects.projects.figures.points import Standing, points
from model.subjects.projects.words.cards import project_cards
from model.subjects.projects.words.changed import sourced
from model.subjects.projects.words.points import HEADINGS, MARKS, status_words, title
from model.subjects.projects.words.projects import (
    division_sentences,
    period_line,
    project_lead,
    project_title,
)
from model.subjects.projects.words.quotes import quotes

TEMPLATE = "project_sheet.typ"
NAME = "Projektark"
WRITTEN = ("responsible", "obstacle", "counter_measure")  # by people, of each point
HEAD = [HEADINGS[name] for name in ("point", "status", *WRITTEN)]
# Letters of what is written of a point: all of it, and then less and less until it fits; the last of them always does.
CUTS: tuple[Mapping[str, int] | None, ...] = (
    None, *({"responsible": who, "obstacle": letters, "counter_measure": letters}
            for who, letters in ((120, 260), (60, 150), (40, 80), (24, 40))))


def project_pdf(snapshot: Snapshot, project: str) -> bytes:
    """The sheet as PDF/UA-1. Raises KeyError for an unknown project, InternalDocument for the public."""
    only_internal(snapshot)
    return pdf(TEMPLATE, content(snapshot, project) | {"document": f"{NAME}: {project}"}, made=snapshot.data_date)


def content(snapshot: Snapshot, project: str) -> dict[str, Any]:
    """What the template sets, as plain data: the project page's own words, cards and matrix.

    ways: the rows of the points, each a title, a mark, the status and what people have written, with what was agreed
    last time, in ways to choose between, the fullest first.
    """
    chart, stands = milestones_chart(snapshot, project), points(snapshot, project)
    programme = PROJECTS[project].programme
    return {
        "title": numbers_held(project_title(snapshot, project)),
        "line": period_line(programme), "lead": project_lead(snapshot, project), "sample": sample_mark(snapshot),
        "footer": internal_footer(snapshot, f"{NAME} for {project}"),
        "cards": [card_typ.content(card) for card in project_cards(snapshot, project)],
        "divisions": [full_stop(sentence) for sentence in division_sentences(snapshot, project)],
        "chart": chart_typ.matrix(chart) if chart else None,
        "points_title": next((goal.title for goal in programme.aims(Checklist)), ""), "head": HEAD,
        "ways": _together(_ways(stands) if stands else [[]], agreed_lines(snapshot, project)),
        "quotes": quotes(project), "source": sourced(snapshot, project)}


def _together(points: list[list[list[str]]], agreed: list[list[str]]) -> list[dict[str, Any]]:
    """Points told in full with agreements that are told less and less, and then points told less and less with them."""
    lines = [*agreed, [count_line(agreed)]] if agreed else [[]]
    pairs = [*((points[0], said) for said in lines[:-1] or lines), *((way, lines[-2:][0]) for way in points[1:]),
             (points[-1], lines[-1])]
    return [{"points": way, "agreed": said} for way, said in pairs]


def _ways(stands: tuple[Standing, ...]) -> list[list[list[str]]]:
    ways = [[_row(each, cut) for each in stands] for cut in CUTS]
    return [way for at, way in enumerate(ways) if way not in ways[:at]]


def _row(standing: Standing, cut: Mapping[str, int] | None) -> list[str]:
    written = {name: (getattr(standing.newest, name) or "") if standing.newest else "" for name in WRITTEN}
    texts = [text if cut is None else shortened(text, cut[name]) for name, text in written.items()]
    return [title(standing), MARKS[standing.status], status_words(standing), *texts]
