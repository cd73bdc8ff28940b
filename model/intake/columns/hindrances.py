"""What about a file's columns must be mended before its figures are looked at."""

from collections.abc import Sequence

import numpy as np

from model.basics.formatting import listing
from model.intake.cells import values
from model.intake.cells.cell_text import objects
from model.intake.columns import beside, mapping
from model.intake.columns import labels as labelling
from model.intake.columns.labels import Label
from model.intake.columns.mapping import Plan
from model.intake.columns.vocabulary import Vocabulary
from model.intake.report import Problem
from model.programmes.measures import PERSONS

GATE = 2


def before_anything_else(plans: Sequence[Plan], choices: Sequence[Problem], asked: Sequence[Label],
                         vocabulary: Vocabulary) -> Sequence[Problem]:
    """What must be answered or mended first. choices: what is to be chosen of columns that mean the same."""
    if len(asked) > labelling.ASKABLE:
        return [_too_many(asked)]
    shapes = [problem for plan in plans for problem in (
        *mapping.beyond(plan, vocabulary), *beside.problems(plan, vocabulary), *_periods(plan))]
    missing = [problem for plan in plans for problem in _missing(plan, vocabulary, asked)]
    return shapes or ([*choices, *missing] if not asked else [])


def no_table(vocabulary: Vocabulary) -> Problem:
    """That no row of the file holds headings."""
    return Problem("fejl", GATE,
                   "Filen har ingen række med overskrifter, som kan genkendes, blandt de første 20 rækker. "
                   "Hent skabelonen, og sæt tallene ind i den, eller skriv overskrifter som "
                   f"{listing(f'»{vocabulary.heading(n)}«' for n in ('jobcenter', 'maaned', PERSONS))}.")


def _too_many(asked: Sequence[Label]) -> Problem:
    where = "rækker" if asked[-1].where == "row" else "kolonner"
    return Problem("fejl", GATE, f"Filen har over {labelling.ASKABLE} {where}, som ikke kendes, fx »{asked[0].text}«. "
                   "Kontrollér, at det er den rigtige fil, eller hent skabelonen, og sæt tallene ind i den.")


def _missing(plan: Plan, vocabulary: Vocabulary, asked: Sequence[Label]) -> list[Problem]:
    """Required columns the table does not have, when no heading is left that could be one of them."""
    if asked or plan.complete:
        return []
    sheet = plan.table.sheet or None
    where = f"Arket »{sheet}«" if sheet else "Filen"
    problems = []
    if not plan.placed:
        problems.append(f"{where} mangler en kolonne, der siger, hvilket jobcenter tallene hører til. "
                        "Tilføj »Kommunekode« eller »Jobcenter«.")
    if not plan.columns:
        problems.append(f"{where} har ingen kolonne med tal, som kendes. Brug overskrifterne i skabelonen, fx "
                        f"»{vocabulary.heading(PERSONS)}«.")
    return [Problem("fejl", GATE, text, sheet=sheet) for text in problems]


def _periods(plan: Plan) -> list[Problem]:
    """Columns headed by a quarter or a year: monthly figures cannot be made of them."""
    open_ones = [label for label in plan.labels if label.target is None and label.where == "column" and label.numeric]
    if not open_ones:
        return []
    read = values.months(objects([label.text for label in open_ones]))
    return [Problem("fejl", GATE, f"Kolonnen {read.fault[i]}", sheet=plan.table.sheet or None,
                    column=open_ones[i].text) for i in np.flatnonzero(read.kind == "period")]
