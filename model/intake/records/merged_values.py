"""Counts and words in cells that are merged over several records, or over several counts of one."""

from collections.abc import Iterator, Mapping

from model.intake.checks import merged
from model.intake.datasets.declaration import Dataset
from model.intake.files.workbook import Area
from model.intake.records.tables import Table
from model.intake.report import Problem

GATE = 3


def problems(table: Table, dataset: Dataset, labels: Mapping[int, str]) -> list[Problem]:
    """Counts that stand once for several records or counts. ``labels``: row -> the record in Danish."""
    counts = {at for at, name in table.targets.items() if dataset.field(name).kind == "count"}
    told = []
    for area, whose in _areas(table, counts, labels):
        inside = [table.heading_of[at] for at in range(area.left, area.right + 1) if table.heading_of.get(at)]
        if text := merged.text(area, whose, inside):
            told.append(Problem("fejl", GATE, text, sheet=table.sheet or None, row=area.top,
                                column=table.heading_of.get(area.left)))
    return told


def notes(table: Table, dataset: Dataset, labels: Mapping[int, str]) -> list[str]:
    """What became of words, dates and choices that stand once for several records."""
    words = {at for at, name in table.targets.items()
             if dataset.field(name).kind not in ("count", "jobcenter") and dataset.field(name) not in dataset.keys}
    return [text for area, whose in _areas(table, words, labels)
            if (text := merged.note(area, whose, table.heading_of.get(area.left, "")))]


def _areas(table: Table, columns: set[int], labels: Mapping[int, str]) -> Iterator[tuple[Area, list[str]]]:
    """(merged cells, the records they cover) of the columns."""
    for area, positions in merged.areas(table.marks, table.grid, table.rows, columns):
        yield area, [f"{labels[row]} (række {row})" for row in map(int, table.rows[positions]) if row in labels]
