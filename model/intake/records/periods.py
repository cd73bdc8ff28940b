"""Records of a month whose counts may be several months' added together, asked about as monthly figures are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from model.intake.cells import values
from model.intake.cells.cell_text import objects
from model.intake.cells.month_mentions import months_in
from model.intake.columns import own_words
from model.intake.columns.periods import GATE, NOTES, Said, asked, doubtful, near
from model.intake.datasets.declaration import Dataset
from model.intake.mending.question_ids import question_id
from model.intake.records.named_days import told_month
from model.intake.report import Answers, Problem

NO_MONTH = ("{} tyder på, at tallene er for flere måneder, og ingen række siger, hvilken måned de ellers er for. Er de "
            "for én måned, så skriv den i en kolonne »Måned«. Er de lagt sammen, så bed afsenderen om tallene for hver "
            "måned for sig.")

if TYPE_CHECKING:
    from model.intake.records.tables import Table


@dataclass(frozen=True)
class Timed:
    """The tables with the months that they were answered to be of, and what must be asked."""

    tables: "tuple[Table, ...]"
    problems: tuple[Problem, ...] = ()


def settled(tables: "Sequence[Table]", dataset: Dataset, *, file_name: str, answers: Answers | None) -> Timed:
    """A question for every table whose counts would be read as one month's though a text near them says more."""
    month = next((key.name for key in dataset.keys if key.kind == "month"), None)
    if month is None:
        return Timed(tuple(tables))
    found: list[Problem] = []
    made = []
    for table in tables:
        name = question_id("period", *([table.sheet] if len(tables) > 1 else []))
        texts = [*_lines(table), *near(table.sheet, file_name), *_headings(table)]
        months = _months(table, month)
        doubted = doubtful(texts, months) if not months and month not in table.names else []
        last = _named(doubted)
        if doubted and last is None:
            open_ones = [_monthless(table, doubted[0])]
        else:
            open_ones = asked(texts, {last} if last else months, name=name, sheet=table.sheet, answers=answers)
        found += open_ones
        made.append(table if open_ones or last is None else replace(table, month=last))
    return Timed(tuple(made), tuple(found))


def _named(doubted: Sequence[Said]) -> date | None:
    """The one month that texts of several name, which their counts are of if of any: »til og med marts 2010«."""
    found = {month for said in doubted for month in months_in(said.text)}
    return found.pop() if len(found) == 1 else None


def _monthless(table: "Table", said: Said) -> Problem:
    """Counts of several months, or of one that nothing says: no answer would make them one month's."""
    return Problem("fejl", GATE, NO_MONTH.format(said.where), sheet=table.sheet or None, row=said.row,
                   column=said.column)


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
        return values.months(objects(across)).different
    cells = [table.grid[:, at] for at, target in table.targets.items() if target == name]
    if not cells:
        told = told_month((*table.above, table.sheet))
        return {told} if told else set()
    return values.months(cells[0]).different
