"""Figures that may be several months' added together: asked about before they are read as one month's."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.basics.formatting import listing, month_long, normalise
from model.intake.cells import values
from model.intake.cells.cell_text import cut
from model.intake.cells.period_text import Several, several
from model.intake.checks.statements import Months
from model.intake.columns import own_words
from model.intake.columns.labels import is_numeric
from model.intake.columns.mapping import Plan
from model.intake.columns.vocabulary import YEAR_WORDS
from model.intake.mending.question_ids import question_id
from model.intake.report import Answers, Option, Problem

GATE = 2
SHOWN = 60  # characters of a text
NOTES = 50  # lines of words under the figures that are looked at
ONE, ADDED = "one", "several"
ASKED = ("{} tyder på, at tallene er for flere måneder. Her gemmes én måneds tal ad gangen. Er tallene for én måned, "
         "eller er de lagt sammen?")
REFUSED = ("{} tyder på, at tallene er for flere måneder, og der er svaret, at de er lagt sammen. De kan ikke gemmes "
           "som én måneds tal. Bed afsenderen om tallene for hver måned for sig: en kolonne eller en fil for hver "
           "måned.")


@dataclass(frozen=True)
class Said:
    """A text near the figures, and in words where it stands."""

    text: str
    where: str
    row: int | None = None
    column: str | None = None
    kind: Several | None = None  # when the text alone does not tell


def problems(plans: Sequence[Plan], *, months: Months, file_name: str, answers: Answers | None) -> list[Problem]:
    """A question for every table whose figures would be read as one month's though a text near them says more."""
    questions = []
    for plan in plans:
        texts = [*_lines(plan), *near(plan.table.sheet, file_name), *_headings(plan), *_notes(plan), *_years(plan)]
        told = months_of(plan)
        given = {month for month in (months.month, months.outcome) if month and not plan.dated}
        name = question_id("period", *([plan.table.sheet] if len(plans) > 1 else []))
        questions += asked(texts, told | given, name=name, sheet=plan.table.sheet, answers=answers)
    return questions


def near(sheet: str, file_name: str) -> list[Said]:
    """The names of the sheet and of the file."""
    return [*([Said(sheet, f"Arkets navn »{sheet}«")] if sheet else []),
            Said(file_name, f"Filens navn »{cut(file_name, SHOWN)}«")]


def asked(texts: Sequence[Said], months: Collection[date], *, name: str, sheet: str,
          answers: Answers | None) -> list[Problem]:
    """The question whether figures of these months are one month's, unless no text says otherwise or it is answered.

    A span of months beside figures of more months than one is the file's own span.
    """
    doubted = doubtful(texts, months)
    answer = answers.said.get(name) if answers else None
    if not doubted or answer == ONE:
        return []
    first = doubted[0]
    return [Problem("fejl", GATE, (REFUSED if answer == ADDED else ASKED).format(first.where), sheet=sheet or None,
                    row=first.row, column=first.column, question=name, options=_options(months))]


def doubtful(texts: Sequence[Said], months: Collection[date]) -> list[Said]:
    """The texts that say more than one month of figures that are of these."""
    return [said for said in texts if (kind := said.kind or several(said.text))
            and (kind == "cumulated" or len(months) < 2)]


def _options(months: Collection[date]) -> tuple[Option, ...]:
    alone = f"{listing(month_long(m) for m in sorted(months))} alene" if len(months) == 1 else "én måned alene"
    if len(months) > 1:
        alone = "hver måned for sig"
    return (Option(ONE, f"Tallene er for {alone}"), Option(ADDED, "Tallene er lagt sammen over flere måneder"))


def _lines(plan: Plan) -> Iterator[Said]:
    for row, text in plan.table.lines:
        yield Said(text, f"Linjen »{own_words.veiled(text, SHOWN)}« (række {row})", row)


def _headings(plan: Plan) -> Iterator[Said]:
    """What stands over the figures that are read, and the labels down the side that name them."""
    for column in plan.columns:
        head = plan.table.heads[column.position]
        for text in filter(None, (head.text, head.above)):
            yield Said(text, f"Overskriften »{cut(text, SHOWN)}«", column=text)
    for label in plan.labels:
        if label.where == "row" and label.key in plan.measures:
            yield Said(label.text, f"Rækken »{cut(label.text, SHOWN)}« (række {label.position})", label.position)


def _notes(plan: Plan) -> Iterator[Said]:
    """The lines of words under the figures."""
    table = plan.table
    words = ~table.holding([c.position for c in plan.columns])
    lines = [(int(table.rows[p]), " ".join(str(cell) for cell in table.grid[p] if cell is not None))
             for p in np.flatnonzero(words)[-NOTES:]]
    for row, text in (*lines, *table.below[:NOTES]):
        yield Said(text, f"Linjen »{own_words.veiled(text, SHOWN)}« (række {row})", row)


def _years(plan: Plan) -> Iterator[Said]:
    """A column of years beside figures whose month nothing says."""
    if plan.dated:
        return
    for head in plan.table.heads:
        if normalise(head.text) in YEAR_WORDS and is_numeric(plan.table.said(head.column)):
            yield Said(head.text, f"Kolonnen »{head.text}« uden måned", column=head.text, kind="span")


def months_of(plan: Plan) -> set[date]:
    """The months that the table itself says its figures are of."""
    months = {c.month for c in plan.columns if c.month} | ({plan.table.month} if plan.table.month else set())
    if plan.month is not None:
        months |= values.months(plan.table.grid[:, plan.month]).different
    return months
