"""Columns of monthly figures that hold an x and no number: ticked, or not reported; asked once and remembered."""

from collections.abc import Sequence

import numpy as np

from model.basics.formatting import listing
from model.intake.cells.cell_text import squeezed, written
from model.intake.columns.mapping import Plan
from model.intake.mending.question_ids import question_id
from model.intake.report import Answers, Option, Problem

GATE = 2
TICK = "x"
FEWEST = 2  # crosses from which a column is one of ticks
ID = question_id("words", TICK)
MISSING, TICKED = "missing", "ticked"
OPTIONS = (Option(MISSING, "»x« betyder ikke indberettet"), Option(TICKED, "»x« er en afkrydsning"))
ASKED = "Under {} står der kun »x« og ingen tal. Hvad betyder det? Svaret huskes til næste fil."
REFUSED = ("Under {} er »x« en afkrydsning, og her gemmes antal personer. Skriv antallet i stedet, eller slet "
           "kolonnen.")


def problems(plans: Sequence[Plan], answers: Answers | None) -> list[Problem]:
    """The question what an x means in columns that hold nothing else, or that the answer is no count."""
    said = answers.said.get(ID) if answers else None
    headings = list(dict.fromkeys(column.heading for plan in plans for column in plan.columns
                                  if plan.measure is None and _is_ticked(plan.table.said(column.position))))
    if not headings or said == MISSING:
        return []
    where = listing(f"»{heading}«" for heading in headings)
    if said == TICKED:
        return [Problem("fejl", GATE, REFUSED.format(where), column=headings[0], question=ID, options=OPTIONS)]
    return [Problem("fejl", GATE, ASKED.format(where), column=headings[0], question=ID, options=OPTIONS)]


def _is_ticked(filled: np.ndarray) -> bool:
    return len(filled) >= FEWEST and all(squeezed(written(cell) or "").casefold() == TICK for cell in filled)
