"""The workbook of a programme's projects: every result beside its plan, and the follow-up of every point. Internal."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import xlsxwriter

from model.documents.marks import internal_footer, only_internal, sample_mark
from model.documents.workbook_cells import Book, readable
from model.intake.datasets.projects import FOLLOWED, RESULTS
from model.intake.sheets import PLAIN
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.milestones import Milestone, every_result
from model.subjects.projects.figures.points import Standing, points
from model.subjects.projects.words.points import HEADINGS, status_words, title
from model.subjects.projects.words.projects import (
    STATE_WORDS,
    no_milestones,
    overview_title,
    points_sentence,
    projects_of,
    source_line,
)

WRITTEN = ("responsible", "plan", "obstacle", "counter_measure", "evidence")
RESULT_HEAD = ("Projekt", "Nøgletal", "Dato", "Planlagt", "Resultat", "Status")
FOLLOWED_HEAD = [HEADINGS[name] for name in ("project", "point", "on", "status", *WRITTEN)]


def projects_xlsx(snapshot: Snapshot, programme: str) -> bytes:
    """The workbook; programme: its id. Raises InternalDocument for the public, and IndexError without projects."""
    only_internal(snapshot)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as made:
        made.set_properties({"title": projects_of(programme)[0].programme.name, "author": "Fremdrift",
                             "language": "da-DK", "comments": sample_mark(snapshot),
                             "created": datetime.combine(snapshot.data_date, datetime.min.time())})
        book = Book(made)
        _results(book, snapshot, programme)
        _followed(book, snapshot, programme)
    return out.getvalue()


def _lines(snapshot: Snapshot, programme: str, *texts: str) -> list[str]:
    own = projects_of(programme)[0].programme
    return [text for text in (sample_mark(snapshot), *texts, source_line(own), internal_footer(snapshot, "regneark"))
            if text]


def _results(book: Book, snapshot: Snapshot, programme: str) -> None:
    """One row a milestone or other result."""
    own = projects_of(programme)
    notes = [f"{note}." for each in own if (note := no_milestones(snapshot, each.name))]
    sheet, top = book.sheet(RESULTS.sheet, title=overview_title(snapshot, programme),
                            lines=_lines(snapshot, programme, *notes))
    rows = [_result(each.name, one) for each in own for one in every_result(snapshot, each.name)]
    last = book.table(sheet, top, RESULT_HEAD, rows) - 1
    readable(sheet, top, last, len(RESULT_HEAD), frozen=1, widths={0: 20, 1: 40, 5: 22})


def _result(project: str, one: Milestone) -> list[Any]:
    return [project, one.measure.heading, one.on, one.planned, one.achieved, STATE_WORDS[one.state]]


def _followed(book: Book, snapshot: Snapshot, programme: str) -> None:
    """One row a point of each project, as it was last followed up."""
    own = projects_of(programme)
    told = [f"{each.name}: {said}." for each in own if (said := points_sentence(snapshot, each.name))]
    sheet, top = book.sheet(FOLLOWED.sheet, title=FOLLOWED.title, lines=_lines(snapshot, programme, *told))
    rows = list(_points(snapshot, programme))
    last = book.table(sheet, top, FOLLOWED_HEAD, rows) - 1
    readable(sheet, top, last, len(FOLLOWED_HEAD), frozen=2,
             widths={0: 20, 1: 32, 4: 28, **dict.fromkeys(range(5, len(FOLLOWED_HEAD)), 45)})


def _points(snapshot: Snapshot, programme: str) -> Iterator[list[Any]]:
    for each in projects_of(programme):
        for standing in points(snapshot, each.name):
            yield [each.name, title(standing), *_newest(standing)]


def _newest(standing: Standing) -> list[Any]:
    newest = standing.newest
    on, *written = (None,) * (1 + len(WRITTEN)) if newest is None else (
        newest.on, *(getattr(newest, name) for name in WRITTEN))
    return [on, status_words(standing), *written]
