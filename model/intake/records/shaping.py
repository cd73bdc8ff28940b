"""From the tables of a file's sheets to tables of which every column is one part: joined, chosen, turned, numbered."""

from collections.abc import Callable
from dataclasses import replace

from model.intake.columns import doubles
from model.intake.columns.doubles import Double, One
from model.intake.columns.fitting import Scope
from model.intake.columns.vocabulary import IGNORE
from model.intake.datasets.declaration import Dataset
from model.intake.mending.question_ids import question_id
from model.intake.records import across_stated, day_series, either_count, joined_columns
from model.intake.records.background import Background
from model.intake.records.heading_keys import HeadingKeys
from model.intake.records.shaped import Shaped
from model.intake.records.tables import Table
from model.intake.report import Answers


def shaped(table: Table, keys: HeadingKeys, scope: Scope, known: Background, answers: Answers | None) -> Shaped:
    """A table after every step, with all that they have to say."""
    dataset = keys.dataset
    steps: tuple[Callable[[Table], Shaped], ...] = (
        lambda at: joined_columns.joined(at, dataset, known),
        lambda at: either_count.settled(at, dataset, answers),
        lambda at: _chosen(at, dataset, scope, answers),
        lambda at: across_stated.stated(at, keys, answers),
        lambda at: day_series.settled(at, dataset, known, answers))
    done = Shaped(table)
    for step in steps:
        made = step(done.table)
        done = Shaped(made.table, (*done.problems, *made.problems), (*done.notes, *made.notes))
    return done


def _chosen(table: Table, dataset: Dataset, scope: Scope, answers: Answers | None) -> Shaped:
    """The table with one column of those that would be read as the same, and what is to be chosen."""
    found = []
    for name in table.names:
        part = dataset.field(name)
        ones = tuple(One(h.index - table.start, h.heading, table.grid[:, h.index - table.start])
                     for h in table.headings if table.targets.get(h.index - table.start) == name)
        if len(ones) > (2 if part.kind == "jobcenter" else 1):  # a code and a name may stand side by side
            about = question_id("column", name, *([table.sheet.casefold()] if table.sheet else []))
            found.append(Double(about, part.heading, part.kind, ones, table.sheet, table.marks.hidden_columns))
    told = doubles.settle(found, answers.said if answers else {}, scope)
    targets = {at: name for at, name in table.targets.items() if at not in told.dropped}
    left = tuple(replace(h, guess=IGNORE) if h.index - table.start in told.dropped else h for h in table.headings)
    return Shaped(replace(table, targets=targets, headings=left), told.problems, told.notes)
