"""A centre that a column which is not read says is closed, on a row without the day: it would count as open."""

import re
from collections.abc import Iterator

import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells import dated_words
from model.intake.cells.cell_text import squeezed, written
from model.intake.columns.vocabulary import IGNORE
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.shared import CENTRE
from model.intake.records.tables import Table
from model.intake.report import Problem

GATE = 3
SAYS = re.compile(r"(?:er |nu |midlertidigt )*(?:lukket|lukkede|lukning|ophørt|ophør|nedlagt|inaktivt?|"
                  r"ikke (?:længere )?aktivt?|afsluttet|stoppet|closed|inactive)[.!]?"
                  r"(?:\W+(?:pr\.? |den |d\. ?)?[\d./ -]+)?",
                  re.IGNORECASE)
ACTIVE = re.compile(r"aktiv|åben|i drift|active|open", re.IGNORECASE)
NO = {normalise(word) for word in ("nej", "n", "no", "falsk", "false", "0")}
TOLD = ("Række {}: »{}« siger, at centret er lukket, men der står ingen dag under »Lukket«, så det ville tælle som "
        "åbent. Skriv, hvornår det lukkede.")


def problems(table: Table, dataset: Dataset) -> Iterator[Problem]:
    """An error for every such row of a register. A column that somebody has said is not to be used says nothing."""
    part = next((part for part in dataset.fields if part.lasts), None)
    if part is None or CENTRE not in dataset.keys:
        return
    unread = {h.index - table.start: h.heading for h in table.headings
              if h.index - table.start not in table.explained and h.guess != IGNORE}
    ends, names = ([at for at, name in table.targets.items() if name == each] for each in (part.name, CENTRE.name))
    for row, line in enumerate(table.grid):
        dated = any(pd.notna(line[at]) and not dated_words.not_yet(str(line[at]), part) for at in ends)
        said = next((heading for at, heading in unread.items() if _is_closed(written(line[at]), heading)), None)
        if said is not None and not dated and any(pd.notna(line[at]) for at in names):
            number = int(table.rows[row])
            yield Problem("fejl", GATE, TOLD.format(number, said), sheet=table.sheet or None, row=number, column=said)


def _is_closed(text: str | None, heading: str) -> bool:
    plain = squeezed(text or "")
    asks = ACTIVE.search(heading) is not None and not heading.casefold().startswith(("in", "ikke"))
    return (asks and normalise(plain) in NO) or SAYS.fullmatch(plain) is not None
