"""Rows whose key is wrong: left out of the fourth gate, with what they may have said, so that it is not held against.

Such a row may be about any figure that no other row of the file states. Until the key is mended, that figure is as
unknown as a hidden one.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from model.intake.cells import words
from model.intake.checks.stubs import Stubs
from model.intake.known import KEY, Known
from model.intake.report import Problem

ANYBODY = "?"  # stands for the jobcenter of a row whose jobcenter cannot be told


def parted(stubs: Stubs, wrong: Collection[int], nobody: Collection[int]) -> tuple[Stubs, Stubs]:
    """The rows whose keys are known, and those by the numbers of ``wrong``; of ``nobody`` the jobcenter is unknown."""
    rows = stubs.plan.table.rows
    gone = np.isin(rows, list(wrong))
    place = np.where(np.isin(rows, list(nobody)), ANYBODY, stubs.place)
    return replace(stubs, figures=stubs.figures & ~gone), replace(stubs, figures=stubs.figures & gone, place=place)


def of_keys(cells: pd.DataFrame, problems: Iterable[Problem]) -> np.ndarray:
    """Which cells belong to a jobcenter and month that one of the problems is about."""
    keys = {(p.jobcenter, pd.Timestamp(p.month)) for p in problems if p.jobcenter and p.month}
    if not keys:
        return np.zeros(len(cells), dtype=bool)
    belongs: np.ndarray = pd.MultiIndex.from_arrays([words.plain(cells["place"]), cells["month"]]).isin(list(keys))
    return belongs


def without_months(cells: pd.DataFrame, months: Collection[date | None]) -> pd.DataFrame:
    """The cells with no month where theirs is one of ``months``, which may be another one mistyped."""
    wrong = cells["month"].isin([pd.Timestamp(month) for month in months if month])
    return cells.assign(month=cells["month"].mask(wrong))


def veiled(standing: pd.DataFrame, lost: pd.DataFrame, cells: pd.DataFrame, known: Known) -> pd.DataFrame:
    """The standing figures with those hidden that a lost row may state. All frames but the first: ``statements.of``."""
    months = [*pd.concat([standing["month"], cells["month"]]).dropna().unique()]
    doubt = _doubtful(lost, cells, known, months=months)
    hidden = pd.DataFrame(sorted(doubt), columns=KEY).astype({"month": "datetime64[us]"})
    hidden = hidden.assign(value=pd.array([None] * len(hidden), dtype="Int64"), mark="hidden", text=None)
    plain = {"jobcenter": object, "measure": object}
    found = pd.concat([hidden.astype(plain), standing.astype(plain)]).drop_duplicates(KEY, ignore_index=True)
    return found.assign(mark=found["mark"].astype(object), text=found["text"].astype(object),
                        **{name: words.column(found[name].to_numpy()) for name in plain})


def _doubtful(lost: pd.DataFrame, cells: pd.DataFrame, known: Known, *,
              months: list[pd.Timestamp]) -> set[tuple[str, pd.Timestamp, str]]:
    """(jobcenter, month, measure) of what the lost rows may state: where no row of theirs stands already."""
    row = ["sheet", "place", "month", "line"]
    stated = set(cells[row].drop_duplicates().itertuples(index=False, name=None))
    return {(place, month, said.measure) for said in lost[[*row, "measure"]].drop_duplicates().itertuples()
            for place in ([said.place] if said.place in known.names else known.names)
            for month in ([said.month] if pd.notna(said.month) else months)
            if (said.sheet, place, month, said.line) not in stated}
