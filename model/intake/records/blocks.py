"""Lines between the rows of records that say that those under them are of another day, month or jobcenter."""

import numpy as np
import pandas as pd

from model.intake.columns.blocks import A_PART, Line, between, is_a_part, told
from model.intake.datasets.declaration import Dataset
from model.intake.records.background import Background
from model.intake.records.keys_above import place_in
from model.intake.records.named_days import told_course_day, told_month
from model.intake.records.tables import Table
from model.intake.report import Problem


def lines(table: Table, dataset: Dataset, background: Background) -> list[Problem]:
    """That a line between the rows names another course day, month or jobcenter than the lines above, or a part of the
    group.
    """
    named = {dataset.field(name).kind for name in table.names}
    mapped = [*table.targets, *table.across.positions]
    filled = pd.notna(table.grid)
    lone = filled.any(axis=1) & (filled[:, mapped].sum(axis=1) <= 1) & (len(mapped) > 2)
    columns = [at for at in range(table.grid.shape[1]) if at not in table.across.positions
               and (at not in table.targets or dataset.field(table.targets[at]).kind != "count")]
    above = (*table.above, table.sheet)
    for line in between(table.grid, table.rows, lone, ~lone, columns):
        what = A_PART if is_a_part(line) else None
        if "course_day" not in named:
            what = what or _another(told_course_day(line.texts, background.plan),
                                    told_course_day(above, background.plan), "for en anden kursusdag")
        if "month" not in named:
            what = what or _another(told_month(line.texts), told_month(above), "for en anden måned")
        if what := what or _another_place(line, table, dataset, background, ~lone):
            return [told(line, what, table.sheet)]
    return []


def _another(said: object, own: object, what: str) -> str | None:
    return what if said is not None and own is not None and said != own else None


def _another_place(line: Line, table: Table, dataset: Dataset, background: Background,
                   stated: np.ndarray) -> str | None:
    """What a line says that is a jobcenter, over rows that do not say their own; None for any other line."""
    if not any(part.kind == "jobcenter" for part in dataset.parts):
        return None
    said = {place for text in line.said if (place := place_in(text, background))}
    own = {place for text in (*table.above, table.sheet) if (place := place_in(text, background))}
    under = next(at for at in np.flatnonzero(stated) if table.rows[at] > line.row)
    placed = [at for at, name in table.targets.items() if dataset.field(name).kind == "jobcenter"]
    if len(said) != 1 or said == own or pd.notna(table.grid[under, placed]).any():
        return None
    return "for et andet jobcenter" if own else "for ét jobcenter"
