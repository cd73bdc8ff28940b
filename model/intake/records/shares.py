"""Answers by step that are percentages without a sign: they add up to a hundred, and not to those who answered."""

from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from model.basics.formatting import number
from model.intake.cells import values
from model.intake.columns import steps
from model.intake.columns.other_figures import names_another_unit
from model.intake.mending.question_ids import question_id
from model.intake.records.tables import Table
from model.intake.report import Option, Problem

GATE = 2
ID = question_id("unit", "tilfredshed")
COUNTS, PERCENT = "counts", "percent"
OPTIONS = (Option(COUNTS, "Tallene er antal svar"), Option(PERCENT, "Tallene er procent af svarene"))
ROUNDED = (99, 101)  # what percentages add up to
ASKED = "Svarene efter trin giver 100 på række {}, men der er {} besvarede skemaer. Er tallene procent?"
REFUSED = ("Svarene efter trin giver 100 på række {}, men der er {} besvarede skemaer, og en procent er ikke et antal. "
           "Bed om, hvor mange der svarede på hvert trin.")


def problems(table: Table, texts: Collection[str], said: Mapping[str, str]) -> Iterator[Problem]:
    """The question whether they are percentages, or that they are where a line says so. texts: the lines near them."""
    row, answered = _hundred(table)
    if row is None or said.get(ID) == COUNTS:
        return
    if any(map(names_another_unit, texts)) or said.get(ID) == PERCENT:
        yield Problem("fejl", GATE, REFUSED.format(row, number(answered)), sheet=table.sheet or None, row=row)
    else:
        yield Problem("fejl", GATE, ASKED.format(row, number(answered)), sheet=table.sheet or None, row=row,
                      question=ID, options=OPTIONS)


def _hundred(table: Table) -> tuple[int | None, int]:
    """(row, how many answered) of the first row that adds up to a hundred, where all whole rows do."""
    columns = [at for at, name in table.targets.items() if steps.is_part(name)]
    answered = next((at for at, name in table.targets.items() if name == "besvaret"), None)
    if answered is None or not columns:
        return None, 0
    counts = pd.DataFrame({at: values.counts(table.grid[:, at]).value for at in (*columns, *table.unsure, answered)})
    sums = counts[[*columns, *table.unsure]].sum(axis=1)
    whole = counts[[*columns, answered]].notna().all(axis=1)
    hundred = whole & sums.between(*ROUNDED) & sums.ne(counts[answered])
    if not hundred.any() or not hundred[whole].all():
        return None, 0
    first = int(hundred.to_numpy(dtype=bool).argmax())
    return int(table.rows[first]), int(counts[answered].iloc[first])
