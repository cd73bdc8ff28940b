"""Records of a month whose counts may be several months' added together, asked about as monthly figures are."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from model.importing.cells import values
from model.importing.columns import own_words
from model.importing.columns.periods import NOTES, Said, asked, near
from model.importing.question_ids import question_id
from model.importing.record_datasets import RecordDataset
from model.importing.records.named_days import told_month
from model.importing.report import Answers, Problem

if TYPE_CHECKING:
    from model.importing.records.tables import Table


def problems(tables: "Sequence[Table]", dataset: RecordDataset, *, file_name: str,
             answers: Answers | None) -> list[Problem]:
    """A question for every table whose counts would be read as one month's though a text near them says more."""
    month = next((key.name for key in dataset.keys if key.kind == "month"), None)
    found: list[Problem] = []
    for table in tables if month else ():
        name = question_id("period", *([table.sheet] if len(tables) > 1 else []))
        texts = [*_lines(table), *near(table.sheet, file_name), *_headings(table)]
        found += asked(texts, _months(table, str(month)), name=name, sheet=table.sheet, answers=answers)
    return found


def _lines(table: "Table") -> Iterator[Said]:
    """The lines of words over the headings and under the rows."""
    lone = table.grid[pd.notna(table.grid).sum(axis=1) == 1]
    for text in (*table.above, *(str(cell) for cell in lone[-NOTES:].ravel() if cell is not None)):
        yield Said(text, f"Linjen »{own_words.veiled(text, 60)}«")


def _headings(table: "Table") -> Iterator[Said]:
    for heading in table.headings:
        if heading.index - table.start in table.targets:
            yield Said(heading.heading, f"Overskriften »{heading.heading}«", column=heading.heading)


def _months(table: "Table", name: str) -> set[date]:
    """The months that the table's rows, or else its title, say."""
    across = [one.keys[name] for one in table.across.columns if name in one.keys]
    if across:
        return {month.date() for month in values.months(pd.Series(across, dtype=object))["month"].dropna().unique()}
    cells = [table.grid[:, at] for at, target in table.targets.items() if target == name]
    if not cells:
        told = told_month((*table.above, table.sheet))
        return {told} if told else set()
    return {month.date() for month in values.months(pd.Series(cells[0], dtype=object))["month"].dropna().unique()}
