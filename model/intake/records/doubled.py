"""Two rows for one key: what they say, and what to do about it without losing anybody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from model.basics.formatting import capital, listing, number
from model.intake.checks.naming import MOST, hidden_among, rest
from model.intake.datasets.declaration import MEND_ROWS, Column
from model.intake.records import record_names
from model.intake.records.rows import GATE, Rows
from model.intake.records.tables import Table
from model.intake.report import Problem

PERSONS = "Er der én række pr. person, så tæl dem: {}. Vælg »Tæl listen«."
UNCOUNTED = "Er der én række pr. person, så tæl dem. Vælg »Tæl listen«."
ALIKE = "Rækkerne er helt ens. Slet alle på nær én."
APART = "Rækkerne siger ikke det samme."


def marked(rows: Rows, tables: Sequence[Table]) -> Rows:
    """The rows with those of a key that stands on several marked as lost, and each such key told once."""
    hidden = {table.sheet: table.marks.hidden_rows for table in tables}
    again = _again(rows)
    if not again.any():
        return rows
    names = [key.column for key in rows.dataset.keys]
    groups = [group for _, group in rows.frame[again].groupby(names, sort=False)]
    told = [_told(rows, group, hidden.get(group["sheet"].iloc[0], frozenset())) for group in groups[:MOST]]
    frame = rows.frame.assign(lost=rows.frame["lost"] | again)
    return replace(rows, frame=frame, problems=(*rows.problems, *told, *rest(len(groups), GATE)))


def _again(rows: Rows) -> np.ndarray:
    """Which rows have a whole key that another row with a key of its own has too."""
    keys = [*zip(*(rows.frame[key.column] for key in rows.dataset.keys), strict=True)]
    whole = [not lost and all(map(pd.notna, key)) for key, lost in zip(keys, rows.frame["lost"], strict=True)]
    counts = Counter(key for key, known in zip(keys, whole, strict=True) if known)
    return np.array([known and counts[key] > 1 for key, known in zip(keys, whole, strict=True)], dtype=bool)


def _told(rows: Rows, group: pd.DataFrame, hidden: frozenset[int]) -> Problem:
    unseen = hidden_among(group["row"], hidden)
    shown = f" (række {listing(str(row) for row in group['row'])}{unseen})" if group["row"].any() else ""
    last = group.iloc[-1]
    text = f"står på {len(group)} rækker{shown}. {_remedy(rows, group)}"
    own = record_names.beside_place(rows.dataset, last, rows.background) or last["label"]
    place = last["jobcenter"] if any(key.column == "jobcenter" for key in rows.dataset.keys) else None
    return Problem("fejl", GATE, f"{capital(last['label'])} {text}", reason=f"{own} {text}",
                   sheet=last["sheet"] or None, row=int(last["row"]) or None, jobcenter=place,
                   rows=tuple(map(int, group["row"])) if on_one_sheet(group) else ())


def _remedy(rows: Rows, group: pd.DataFrame) -> str:
    """What to do with the rows: never to delete what may be somebody."""
    counts = [part for part in rows.dataset.fields if part.kind == "count" and group[part.column].notna().any()]
    if rows.dataset.persons and not counts:
        return UNCOUNTED  # the ticks of a list, which nobody has explained yet
    if rows.dataset.persons and group[[part.column for part in counts]].max().max() <= 1:
        return PERSONS.format(_sums(group, counts))
    if alike(rows, group):
        return ALIKE
    remedy = rows.dataset.twice
    return f"{APART} {remedy.format(_sums(group, counts)) if counts else MEND_ROWS if '{}' in remedy else remedy}"


def _sums(group: pd.DataFrame, counts: Sequence[Column]) -> str:
    """``tilmeldt 3, mødt 2``: what the rows add up to."""
    return ", ".join(f"{part.heading.lower()}{':' if part.heading[-1].isdigit() else ''} "
                     f"{number(int(group[part.column].dropna().sum()))}" for part in counts)


def alike(rows: Rows, group: pd.DataFrame) -> bool:
    """Whether the rows of one key say the very same."""
    columns = [name for part in rows.dataset.stated for name in (part.column, f"{part.column}_mark")]
    return len(group[columns].astype(object).where(group[columns].notna(), None).drop_duplicates()) == 1


def on_one_sheet(group: pd.DataFrame) -> bool:
    """Whether the rows are a file's, all of one sheet."""
    return bool(group["row"].all()) and group["sheet"].nunique() == 1
