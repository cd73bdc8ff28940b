"""»Ledige pladser«: what is free is no count of ours, but the places less those are the occupied ones."""

from dataclasses import dataclass, replace

import pandas as pd

from model.formatting import normalise, number
from model.importing.files.workbook import address
from model.importing.record_datasets import CENTRE_MONTHS, RecordDataset
from model.importing.records import cells, sum_rows
from model.importing.records.background import Background
from model.importing.records.heading_keys import FREE, counted
from model.importing.records.tables import Table
from model.importing.report import Problem

GATE = 4
OCCUPIED, PLACES = "besatte", "pladser"
TOLD = "»{}« er trukket fra pladserne og læst som besatte pladser."
TOO_MANY = "{}»{}«: {} ledige er flere end centrets {} pladser. Ret det ene."
UNKNOWN = ("{}»{}«: der er {} ledige, men det fremgår ikke, hvor mange pladser centret har. Skriv pladserne i kolonnen "
           "»Pladser«, eller skriv de besatte.")


@dataclass(frozen=True)
class Freed:
    """A table with the occupied places in the column of the free ones, what is wrong, and what is told."""

    table: Table
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def column(table: Table, dataset: RecordDataset) -> int | None:
    """The column that says how many places are free, where none says how many are occupied."""
    if dataset.name != CENTRE_MONTHS.name or OCCUPIED in table.targets.values():
        return None
    return next((h.index - table.start for h in table.headings if h.index - table.start not in table.targets
                 and (table.origin is not None or h.index - table.start not in table.across.positions)
                 and (h.key == FREE or h.guess is None) and is_free(h.heading)), None)


def is_free(text: str) -> bool:
    """Whether a heading says that what stands under it are the free places."""
    plain = normalise(text)
    return counted(text, CENTRE_MONTHS) == FREE and not any(sign in plain for sign in ("%", "pct", "procent", "andel"))


def read(table: Table, dataset: RecordDataset, known: Background) -> Freed:
    """The table with occupied places where it says how many are free. Without the places they are not known: an error.
    """
    at = column(table, dataset)
    if at is None:
        return Freed(table)
    grid = table.grid.copy()
    free = pd.Series(grid[:, at], dtype=object)
    counts, stated = table.grid_counts(at), _stated(table, dataset, known)
    problems = []
    for row in range(len(grid)):
        if pd.isna(counts[row]):
            continue
        places, said = stated[row], int(counts[row])
        if places is not None and said <= places:
            grid[row, at] = str(places - said)
            continue
        grid[row, at] = None
        if sum_rows.summed(table, row, dataset) is None:
            problems.append(_wrong(table, row, at, said, places))
    done = replace(table, grid=grid, targets=table.targets | {at: OCCUPIED})
    return Freed(done, tuple(problems), (TOLD.format(table.heading_of[at]),) if free.notna().any() else ())


def _wrong(table: Table, row: int, at: int, said: int, places: int | None) -> Problem:
    number_, position, heading = table.stands(row, at)
    where = f"Række {number_}: "
    text = UNKNOWN.format(where, heading, number(said)) if places is None else TOO_MANY.format(
        where, heading, number(said), number(places))
    return Problem("fejl", GATE, text, sheet=table.sheet or None, row=number_, column=heading,
                   cell=address(number_, position))


def _stated(table: Table, dataset: RecordDataset, known: Background) -> list[int | None]:
    """Every row's places: its own, else those last stated of the centre by its month."""
    parts = {dataset.field(name).column: pd.Series(table.grid[:, at], dtype=object)
             for at, name in table.targets.items()}
    read_ = {part.column: cells.read(part, parts[part.column], known).value for part in dataset.parts
             if part.column in parts}
    nothing: list[object] = [None] * len(table.grid)
    own, who, names, months = (read_.get(name, nothing) for name in ("places", "jobcenter", "name", "month"))
    return [int(str(one)) if one is not None else _standing(known, *key)
            for one, *key in zip(own, who, names, months, strict=True)]


def _standing(known: Background, jobcenter: object, name: object, month: object) -> int | None:
    """The places last stated of a centre, by its month or by its period."""
    months, periods = known.standing[CENTRE_MONTHS.name], known.standing["centre"]
    mine = months[months["jobcenter"].eq(jobcenter) & months["name"].eq(name) & months["places"].notna()]
    if month is not None:
        mine = mine[mine["month"].le(pd.Timestamp(str(month)))]
    if len(mine):
        return int(mine.sort_values("month")["places"].iloc[-1])
    own = periods[periods["jobcenter"].eq(jobcenter) & periods["name"].eq(name) & periods["places"].notna()]
    return int(own.sort_values("opened")["places"].iloc[-1]) if len(own) else None
