"""The third gate: known jobcenters, months that figures are accepted for, and one row for each."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import numpy as np
import pandas as pd

from model.basics.formatting import listing, month_long, number
from model.intake.cells import words
from model.intake.cells.cell_text import written
from model.intake.checks.naming import MOST, hidden_among, rest
from model.intake.files.workbook import address
from model.intake.known import Known
from model.intake.report import Problem
from model.programmes.words import ITS

GATE = 3
NOWHERE: Mapping[str, int] = {}
LISTED = 10  # rows named when one key stands on many


def months(cells: pd.DataFrame, known: Known, *, today: date, stands: Mapping[str, int] = NOWHERE) -> list[Problem]:
    """Months outside the window figures are accepted for, each row told once. ``cells``: see ``statements.of``.

    stands: sheet's name -> its column of months, where it has one.
    """
    codes, found = pd.factorize(cells["month"])
    faults = np.array([_wrong(month.date(), known, today) for month in found] + [None], dtype=object)[codes]
    for code, last in known.closed.items():
        late = cells["place"].eq(code).to_numpy() & cells["month"].gt(pd.Timestamp(last)).to_numpy()
        faults[late & (faults == None)] = _closed(known.name(code), last)  # noqa: E711
    if not any(faults):
        return []
    bad = cells.assign(fault=faults)[faults != None].drop_duplicates(["sheet", "row", "month"])  # noqa: E711
    told = [Problem("fejl", GATE, f"{known.name(row.place)}{f' (række {row.row})' if row.row else ''}: {row.fault}",
                    reason=row.fault,
                    sheet=row.sheet or None, row=int(row.row) or None, column=row.column, jobcenter=row.place,
                    month=row.month.date(), cell=_cell(row, stands)) for row in bad.head(MOST).itertuples()]
    return [*told, *rest(len(bad), GATE)]


def _cell(row: Any, stands: Mapping[str, int]) -> str | None:
    """Where a row says its month, if it has a cell for it."""
    return address(row.row, stands[row.sheet]) if row.row and row.sheet in stands else None


def _wrong(month: date, known: Known, today: date) -> str | None:
    said = month_long(month)
    if month < known.figures_from:
        first = month_long(known.figures_from)
        return f"{said} er for tidligt. Tal modtages fra {first}. Ret måneden, eller slet rækken."
    if month > today:
        return f"{said} ligger i fremtiden. Ret måneden."
    if month > known.ends:
        return f"{said} er efter {ITS} slutning, {month_long(known.ends)}. Ret måneden, eller slet rækken."
    return None


def _closed(name: str, last: date) -> str:
    return f"Jobcenter {name} er kun med til og med {month_long(last)}. Ret måneden, eller slet rækken."


def doubled(cells: pd.DataFrame, known: Known, hidden: Mapping[str, frozenset[int]]) -> list[Problem]:
    """Two rows for one jobcenter and month (and measure, where rows are measures), or one figure on two sheets.

    hidden: sheet's name -> its hidden rows, which the sender may not know of.
    """
    return [*_on_rows(cells, known, hidden), *_on_sheets(cells, known)]


def _on_rows(cells: pd.DataFrame, known: Known, hidden: Mapping[str, frozenset[int]]) -> list[Problem]:
    key = ["sheet", "place", "month", "line"]
    if not _may_be_doubled(cells, key):
        return []
    places = cells[~_again(cells, [*key, "row"])]
    again, many = _first(places[_again(places, key, keep=False)], key)
    rows = again.groupby(key, sort=False, observed=True).agg(rows=("row", lambda r: tuple(sorted(set(r)))),
                                                             column=("column", "first"))
    rows["remedy"] = _remedies(cells, again, key)
    return [*(_rows_doubled(row, known, hidden) for row in rows.reset_index().itertuples()), *rest(many, GATE)]


def _may_be_doubled(cells: pd.DataFrame, key: list[str]) -> bool:
    """Whether a key stands on more rows than one: there are more pairs of key and row than keys."""
    keys, rows = words.numbered(cells, key), cells["row"].to_numpy()
    return len(np.unique(keys * (rows.max(initial=0) + 1) + rows)) > len(np.unique(keys))


def _remedies(cells: pd.DataFrame, again: pd.DataFrame, key: list[str]) -> list[str]:
    """What to do with the rows of each key: never to delete what may be somebody."""
    both = pd.concat([cells[[*key, "row", "column", "cell"]], again[[*key, "row"]].assign(column=None, cell=None)])
    whose = words.numbered(both, key)
    mine = cells[np.isin(whose[:len(cells)], whose[len(cells):])]
    return [_remedy(group) for _, group in mine.groupby(key, sort=False, observed=True)]


def _remedy(group: pd.DataFrame) -> str:
    said = group.assign(cell=group["cell"].map(written)).groupby("row")[["position", "cell"]].apply(
        lambda row: frozenset(row.itertuples(index=False, name=None)))
    numbers = pd.to_numeric(group["cell"], errors="coerce")
    if numbers.notna().all() and numbers.isin((0, 1)).all():
        sums = numbers.groupby(group["column"].astype(str), sort=False).sum()
        added = ", ".join(f"{name} {number(int(count))}" for name, count in sums.items())
        return f"Er der én række pr. person, så læg dem sammen på én række: {added}. Ellers slet dem, der er forkerte."
    if said.nunique() == 1:
        return "Rækkerne er helt ens. Slet alle på nær én."
    return ("Rækkerne siger ikke det samme. Handler de om hver sine personer, så læg tallene sammen på én række; "
            "ellers slet dem, der er forkerte.")


def _on_sheets(cells: pd.DataFrame, known: Known) -> list[Problem]:
    key = ["place", "month", "measure"]
    if len(np.unique(cells["sheet"].cat.codes)) < 2:
        return []
    across = cells[~_again(cells, ["sheet", *key])]
    twice, many = _first(across[_again(across, key, keep=False)], key)
    if not many:
        return []
    sheets = twice.groupby(key, sort=False, observed=True).agg(sheets=("sheet", tuple), column=("column", "last"),
                                                               row=("row", "last"))
    return [*(_sheets_doubled(row, known) for row in sheets.reset_index().itertuples()), *rest(many, GATE)]


def _first(cells: pd.DataFrame, key: list[str]) -> tuple[pd.DataFrame, int]:
    """The rows of the keys that are told one by one, and how many keys there are."""
    numbered = words.numbered(cells, key)
    keys = pd.unique(numbered)
    return cells[np.isin(numbered, keys[:MOST])], len(keys)


def _again(cells: pd.DataFrame, key: list[str], *, keep: Literal["first", False] = "first") -> np.ndarray:
    """Which rows say a key again (keep=False: every row of a key that is said more than once)."""
    return pd.Series(words.numbered(cells, key)).duplicated(keep=keep).to_numpy()


def _rows_doubled(row: Any, known: Known, hidden: Mapping[str, frozenset[int]]) -> Problem:
    where = f"{known.name(row.place)}, {month_long(row.month.date())}" + (f", »{row.column}«" if row.line else "")
    shown = [str(number) for number in row.rows[:LISTED]]
    rows = listing(shown) if len(row.rows) <= LISTED else f"{', '.join(shown)} …"
    unseen = hidden_among(row.rows, hidden.get(row.sheet, frozenset()))
    text = f"{where} står på {number(len(row.rows))} rækker (række {rows}{unseen}). {row.remedy}"
    return Problem("fejl", GATE, text, sheet=row.sheet or None, row=int(row.rows[-1]), column=row.column,
                   jobcenter=row.place, month=row.month.date(), rows=tuple(map(int, row.rows)))


def _sheets_doubled(row: Any, known: Known) -> Problem:
    text = (f"{known.name(row.place)}, {month_long(row.month.date())}, »{row.column}« står på arkene "
            f"{listing(f'»{s}«' for s in row.sheets)}. Slet det ene.")
    return Problem("fejl", GATE, text, sheet=row.sheets[-1] or None, row=int(row.row), column=row.column,
                   jobcenter=row.place, month=row.month.date())
