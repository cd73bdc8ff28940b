"""Figures that are not the counts of the whole group: a title that says so is asked about, a column is an error."""

from collections.abc import Iterable, Sequence

import pandas as pd

from model.intake.columns import own_words
from model.intake.columns.mapping import Plan
from model.intake.columns.other_figures import names_a_part, names_another_unit, splits
from model.intake.columns.periods import question_id
from model.intake.columns.vocabulary import IGNORE
from model.intake.files.workbook import column_letters
from model.intake.report import Answers, Option, Problem

GATE = 2
SHOWN = 60  # characters of a text
COUNTS, OTHER = "counts", "other"
OPTIONS = (Option(COUNTS, "Tallene er antal for hele gruppen"),
           Option(OTHER, "Tallene er procent, tusinder eller for en del af gruppen"))
ASKED = ("{} tyder på, at tallene er procent, tusinder eller for en del af gruppen. Her gemmes antal for hele gruppen. "
         "Er tallene det?")
REFUSED = ("{} tyder på, at tallene er procent, tusinder eller for en del af gruppen, og der er svaret, at de er det. "
           "Bed afsenderen om antal for hele gruppen.")
SPLIT = ("Kolonnen »{}« deler tallene op efter køn, alder eller enhed, så de ikke alle er antal for hele gruppen. "
         "Behold kun de rækker, der er det, slet kolonnen, og indlæs filen igen.")


def problems(plans: Sequence[Plan], answers: Answers | None) -> list[Problem]:
    """What the titles and the columns that are not read say of the figures beside them."""
    faults = []
    for plan in plans:
        table = plan.table
        texts = [*((row, text) for row, text in table.lines), (None, table.sheet)]
        name = question_id("unit", *([table.sheet] if len(plans) > 1 else []))
        unread = {label.position: label.text for label in plan.labels
                  if label.where == "column" and label.target in (None, IGNORE)}
        faults += [*split(unread, {at: table.grid[:, at] for at in unread}, table.sheet),
                   *asked(texts, name=name, sheet=table.sheet, answers=answers,
                          beside=any(label.why == "computed" for label in plan.labels))]
    return faults


def split(headings: dict[int, str], cells: dict[int, Iterable[object]], sheet: str) -> list[Problem]:
    """An error for every column that splits the figures by sex, age or unit. Both by position."""
    faults = []
    for at, heading in headings.items():
        texts = (str(cell) for cell in pd.unique(pd.Series(list(cells[at]), dtype=object).dropna()))
        if splits(heading, texts):
            faults.append(Problem("fejl", GATE, SPLIT.format(heading or column_letters(at)), sheet=sheet or None,
                                  column=heading or None))
    return faults


def asked(texts: Iterable[tuple[int | None, str]], *, name: str, sheet: str, answers: Answers | None,
          beside: bool = False) -> list[Problem]:
    """The question whether figures are counts of the whole group, unless no text says otherwise or it is answered.

    texts: (row, text) of the lines over the table; no row for the sheet's name. beside: whether computed columns stand
    beside the figures.
    """
    doubtful = ((row, text) for row, text in texts
                if text and (names_another_unit(text, beside=beside) or names_a_part(text)))
    first = next(doubtful, None)
    answer = answers.said.get(name) if answers else None
    if first is None or answer == COUNTS:
        return []
    row, text = first
    where = f"Linjen »{own_words.veiled(text, SHOWN)}« (række {row})" if row else f"»{text[:SHOWN]}«"
    return [Problem("fejl", GATE, (REFUSED if answer == OTHER else ASKED).format(where), sheet=sheet or None, row=row,
                    question=name, options=OPTIONS)]
