"""»Ledige pladser«: what is free is no count of ours, but the places less those are the occupied ones.

Where a file says how many are occupied as well, the three figures are held against each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from model.basics.formatting import listing, normalise, number, plural
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES
from model.intake.datasets.declaration import Dataset
from model.intake.files.workbook import address
from model.intake.records import cells, centre_names, sum_rows
from model.intake.records.background import Background
from model.intake.records.heading_keys import FREE, counted
from model.intake.records.places import Place
from model.intake.records.rows import Rows
from model.intake.records.sum_rows import Checked
from model.intake.records.tables import Table
from model.intake.report import Problem

GATE = 4
OCCUPIED, PLACES = CENTRE_MONTHS.field("besatte"), CENTRE_MONTHS.field("pladser")
TOLD = "»{}« er trukket fra pladserne og læst som besatte pladser."
FILLED = "Række {}: »{}« er tom, og »{}« er trukket fra pladserne og læst som besatte pladser."
ALL_FILLED = "I {} rækker (række {}) er »{}« tom, og »{}« er trukket fra pladserne og læst som besatte pladser."
SHOWN = 5  # rows named in one note
TOO_MANY = "{} ledige er flere end centrets {} pladser. Ret det ene."
UNKNOWN = ("der er {} ledige, men det fremgår ikke, hvor mange pladser centret har. Skriv pladserne i kolonnen "
           "»Pladser«, eller skriv de besatte.")
APART = ("{0}, {1} besatte og {2} ledige passer ikke sammen: med {1} besatte er der {3} ledige, {4}, og med begge er "
         "der {5}. Ret det tal, der er forkert.")
UNREAD = "»{}«: {} er ikke et tal og er ikke brugt."
HELD = "»{}« er holdt op mod pladser og besatte og er ikke gemt: {} af {} stemmer."


@dataclass(frozen=True)
class Freed:
    """A table with the occupied places where the free ones tell them, what is wrong, and what is told.

    beside: the column of free places where another says the occupied ones. filled: the positions of the rows in which
    that other is empty.
    """

    table: Table
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    beside: int | None = None
    filled: tuple[int, ...] = ()


def column(table: Table, dataset: Dataset) -> int | None:
    """The column that says how many places are free; one for all months beside occupied ones of each says nothing.

    None as well while a heading that nobody has explained may be of the occupied ones.
    """
    if OCCUPIED not in dataset.fields or _perhaps_occupied(table, dataset):
        return None
    across = OCCUPIED.name in table.across.names
    return next((h.index - table.start for h in table.headings if h.index - table.start not in table.targets
                 and (table.origin is not None or h.index - table.start not in table.across.positions)
                 and (h.key == FREE or (h.guess is None and not across)) and is_free(h.heading)), None)


def _perhaps_occupied(table: Table, dataset: Dataset) -> bool:
    return OCCUPIED.name not in table.names and any(
        h.guess is None and h.index - table.start not in table.explained
        and counted(h.heading, dataset) == OCCUPIED.name for h in table.headings)


def is_free(text: str) -> bool:
    """Whether a heading says that what stands under it are the free places."""
    plain = normalise(text)
    return counted(text, CENTRE_MONTHS) == FREE and not any(sign in plain for sign in ("%", "pct", "procent", "andel"))


def read(table: Table, dataset: Dataset, known: Background) -> Freed:
    """The table with occupied places where it says only how many are free. Without the places they are not known: an
    error.
    """
    at = column(table, dataset)
    if at is None:
        return Freed(table)
    own = next((place for place, name in table.targets.items() if name == OCCUPIED.name), None)
    to = at if own is None else own
    grid = table.grid.copy()
    counts, stated = table.grid_counts(at), _stated(table, dataset, known)
    problems, filled = [], []
    for row in _told(table, at, own):
        places, said = stated[row], int(counts[row])
        grid[row, to] = str(places - said) if places is not None and said <= places else None
        filled.append(row)
        if grid[row, to] is None and sum_rows.summed(table, row, dataset) is None:
            problems.append(_wrong(table, row, at, said, places))
    done = replace(table, grid=grid, targets=table.targets | {to: OCCUPIED.name})
    if own is None:
        return Freed(done, tuple(problems), (TOLD.format(table.heading_of[at]),) if filled else ())
    rows = [table.stands(row, at)[0] for row in filled if grid[row, own] is not None]
    return Freed(done, tuple(problems), _filled(rows, table.heading_of[own], table.heading_of[at]), beside=at,
                 filled=tuple(filled))


def _filled(rows: Sequence[int], own: str, free: str) -> tuple[str, ...]:
    """That the free places told the occupied ones in these rows, in one note."""
    if len(rows) < 2:
        return tuple(FILLED.format(row, own, free) for row in rows)
    more = [f"{number(len(rows) - SHOWN)} til"] if len(rows) > SHOWN else []
    return (ALL_FILLED.format(number(len(rows)), listing([*map(str, rows[:SHOWN]), *more]), own, free),)


def _told(table: Table, at: int, own: int | None) -> list[int]:
    """The rows that say how many places are free, and not in the column of their own how many are occupied."""
    counts = table.grid_counts(at)
    return [row for row in range(len(table.grid)) if pd.notna(counts[row]) and (
        own is None or pd.isna(table.grid[row, own]) or not str(table.grid[row, own]).strip())]


def stands(freed: Freed, keep: Sequence[int], known: pd.Series) -> pd.Series:
    """Where the parts of each record stand, the occupied places that the free ones tell under these.

    keep: the positions of the records' rows. known: see ``places.stands``.
    """
    if freed.beside is None:
        return known
    free = {row: Place(*freed.table.stands(row, freed.beside)) for row in freed.filled}
    return pd.Series([(places or {}) | {OCCUPIED.column: free[row]} if row in free else places
                      for row, places in zip(keep, known, strict=True)], dtype=object)


def held(rows: Rows, freed: Freed, keep: Sequence[int]) -> Checked:
    """The free places of every record against its places and its occupied ones: an error where they do not agree."""
    if freed.beside is None:
        return Checked()
    free = freed.table.grid_counts(freed.beside)
    problems, cells, agreed, checked = [], [], 0, 0
    for at, (row, record) in enumerate(zip(keep, rows.frame.to_dict("records"), strict=True)):
        if pd.isna(free[row]) or row in freed.filled:
            continue
        cells.append(freed.table.stands(row, freed.beside)[:2])
        places, occupied = _places(rows, record), record[OCCUPIED.column]
        if places is None or occupied is None:
            continue
        checked += 1
        if int(free[row]) == max(places - occupied, 0):
            agreed += 1
        else:
            problems.append(rows.problem(at, _apart(places, occupied, int(free[row])), column=OCCUPIED.column))
    heading = freed.table.heading_of[freed.beside]
    texts = [row for row in keep if pd.isna(free[row]) and pd.notna(freed.table.grid[row, freed.beside])]
    notes = [HELD.format(heading, number(agreed), number(checked))] if checked else []
    notes += [UNREAD.format(heading, plural(len(texts), "celle", "celler"))] if texts else []
    return Checked(tuple(problems), tuple(notes), frozenset(cells))


def _places(rows: Rows, record: Mapping[str, object]) -> int | None:
    """A record's places: its own, else those last stated of its centre."""
    own = record[PLACES.column]
    key = (record[name] for name in ("jobcenter", "name", "month"))
    return int(str(own)) if own is not None else _standing(rows.background, *key)


def _apart(places: int, occupied: int, free: int) -> str:
    """The three figures, and for each what it would have to be."""
    of_free = (f"med {number(free)} ledige er der {number(places - free)} besatte" if free <= places else
               f"{number(free)} ledige er flere end pladserne")
    return APART.format(plural(places, "plads", "pladser"), number(occupied), number(free),
                        number(max(places - occupied, 0)), of_free, plural(occupied + free, "plads", "pladser"))


def _wrong(table: Table, row: int, at: int, said: int, places: int | None) -> Problem:
    number_, position, heading = table.stands(row, at)
    text = UNKNOWN.format(number(said)) if places is None else TOO_MANY.format(number(said), number(places))
    return Problem("fejl", GATE, f"Række {number_}: »{heading}«: {text}", sheet=table.sheet or None, row=number_,
                   column=heading, reason=text, cell=address(number_, position))


def _stated(table: Table, dataset: Dataset, known: Background) -> list[int | None]:
    """Every row's places: its own, else those last stated of the centre by its month."""
    parts = {dataset.field(name).column: table.grid[:, at] for at, name in table.targets.items()}
    read_ = {part.column: cells.read(part, parts[part.column], known).value for part in dataset.parts
             if part.column in parts}
    nothing: list[object] = [None] * len(table.grid)
    own, who, names, months = (read_.get(name, nothing) for name in ("places", "jobcenter", "name", "month"))
    return [int(str(one)) if one is not None else _standing(known, *key)
            for one, *key in zip(own, who, names, months, strict=True)]


def _standing(known: Background, jobcenter: object, name: object, month: object) -> int | None:
    """The places last stated of a centre, by its month or by its period."""
    name = centre_names.stands_as(known, jobcenter, name)
    months, periods = known.standing[CENTRE_MONTHS.name], known.standing[CENTRES.name]
    mine = months[months["jobcenter"].eq(jobcenter) & months["name"].eq(name) & months["places"].notna()]
    if month is not None:
        mine = mine[mine["month"].le(pd.Timestamp(str(month)))]
    if len(mine):
        return int(mine.sort_values("month")["places"].iloc[-1])
    own = periods[periods["jobcenter"].eq(jobcenter) & periods["name"].eq(name) & periods["places"].notna()]
    return int(own.sort_values("opened")["places"].iloc[-1]) if len(own) else None
