"""Cells as figures: counts, choices, texts and dates, each column read whole; and what is no figure, told by name."""

from datetime import date

import numpy as np
import pandas as pd

from model.basics.formatting import listing
from model.intake.cells import count_text, excel_dates, part_text, values, words
from model.intake.cells.cell_text import not_in_the_file, quoted, written
from model.intake.cells.count_text import MISSING
from model.intake.checks.naming import rest, several, where
from model.intake.datasets.declaration import Column, Dataset
from model.intake.files.workbook import address
from model.intake.known import Known
from model.intake.report import Problem, Severity

GATE = 4
SHOWN = 5  # rows named in a note
NOTHING = {"", "..", ".", "-", "–", "n/a", "N/A"}  # a text, choice or date that says nothing changes nothing


def read(cells: pd.DataFrame, dataset: Dataset, *, today: date) -> pd.DataFrame:
    """``cells`` (see ``statements.of``) with value (Int64), mark, text, fault and warning (Danish or None)."""
    counted = words.where(cells["measure"], lambda name: dataset.field(name).kind == "count")
    parts = [_counts(cells[counted])]
    for field in dataset.fields:
        mine = ~counted & words.equal(cells["measure"], field.name)
        if mine.any():
            parts.append(_others(cells[mine], field, today=today))
    return pd.concat(parts).sort_index(kind="stable") if len(parts) > 1 else parts[0]


def _counts(cells: pd.DataFrame) -> pd.DataFrame:
    """Counts by the sender's own columns, so that the other cells of a column decide what ``1.480`` means."""
    column = words.numbered(cells, ["sheet", "position"])
    found = values.counts(cells["cell"].to_numpy(dtype=object), column=column)
    told = {"mark": found.mark, "fault": found.fault, "warning": found.warning}
    return cells.assign(value=found.value, **{name: pd.Series(each, cells.index, dtype=object)
                                              for name, each in told.items()}, text=None)


def _others(cells: pd.DataFrame, field: Column, *, today: date) -> pd.DataFrame:
    codes, found = pd.factorize(cells["cell"])
    read_ = [_other((written(cell) or "").strip(), field, today) for cell in found]
    text = np.array([r[0] for r in read_] + [None], dtype=object)[codes]
    fault = np.array([r[1] for r in read_] + [None], dtype=object)[codes]
    return cells.assign(value=pd.array([None] * len(cells), dtype="Int64"), mark=None, fault=fault, warning=None,
                        text=text)


def _other(text: str, field: Column, today: date) -> tuple[str | None, str | None]:
    """(what is stored, what is wrong) of a text, a choice or a date; both None where nothing is said."""
    if text in NOTHING or (field.kind == "date" and text.casefold() in MISSING):
        return None, None
    if spoilt := not_in_the_file(text):
        return None, f"{quoted(text)} {spoilt}"
    try:
        stored = part_text.read(text, field, today=today)
    except ValueError as fault:
        return None, str(fault)
    return stored.isoformat() if isinstance(stored, date) else stored, None


def _meant(cell: object, field: Column, today: date) -> str | None:
    """What a cell that cannot be read probably should say."""
    text = (written(cell) or "").strip()
    return count_text.meant(text) if field.kind == "count" else part_text.meant(text, field, today=today)


def notes(figures: pd.DataFrame, dataset: Dataset) -> list[str]:
    """The choices that Excel had made dates of, by column, with what they were read as."""
    readings = []
    for field in dataset.fields:
        if field.kind != "choice":
            continue
        mine = figures[words.equal(figures["measure"], field.name)]
        for made, rows in mine.groupby("text", sort=False):
            dates = rows[[excel_dates.choice_in(written(cell) or "", [str(made)]) is not None for cell in rows["cell"]]]
            if len(dates):
                where = listing(str(row) for row in dates["row"][:SHOWN]) + (" m.fl." if len(dates) > SHOWN else "")
                readings.append(f"»{dates['column'].iloc[0]}« (række {where}): Excel har lavet »{made}« om til en "
                                f"dato; det er læst som {made}.")
    return readings


def problems(figures: pd.DataFrame, known: Known, dataset: Dataset, *, today: date) -> list[Problem]:
    """An error for every cell that is no figure and a warning for every doubtful one, by heading, jobcenter, month."""
    faults: list[Problem] = []
    kinds: tuple[tuple[str, Severity], ...] = (("fault", "fejl"), ("warning", "advarsel"))
    for column, severity in kinds:
        hits = figures[column].notna().to_numpy()
        if not hits.any():
            continue
        for row in figures.iloc[several(hits)].itertuples():
            month = row.month.date()
            named = where(known, row.place, month, row=row.row, heading=row.column)
            reason = getattr(row, column)
            faults.append(Problem(severity, GATE, f"{named}: {reason}", reason=reason, sheet=row.sheet or None,
                                  row=int(row.row) or None, column=row.column, jobcenter=row.place, month=month,
                                  cell=address(row.row, row.position) if row.row else None,
                                  suggestion=_meant(row.cell, dataset.field(row.measure), today)))
        faults += rest(hits, GATE, severity)
    return faults
