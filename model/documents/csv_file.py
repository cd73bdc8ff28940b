"""Files a Danish spreadsheet opens as a table, and the current figures as one that can be loaded again."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import listing, month_key
from model.documents.letters import plain
from model.documents.marks import left_out_mark, loud_marks
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes.current import PROGRAMME
from model.snapshot.snapshot import Snapshot

COUNTS = [field.name for field in MAANEDSTAL.fields if field.kind == "count"]
UNIT_COLUMNS = ("kommunekode", "jobcenter", "Jobcenter")  # in which a row of a file says whom it is about
MARKS = {"hidden": "*", "missing": ".."}  # as the intake reads them


def danish_csv(frame: pd.DataFrame, *, first_line: str | None = None) -> bytes:
    """Semicolons, decimal commas, UTF-8 with a BOM; a text that a spreadsheet would run as a formula is defused."""
    texts = frame.select_dtypes(exclude=["number", "bool", "datetime"])
    safe = frame.assign(**{str(name): texts[name].map(_safe) for name in texts})
    body = safe.to_csv(sep=";", decimal=",", index=False, date_format="%Y-%m-%d", lineterminator="\r\n")
    return f"\ufeff{first_line}\r\n{body}".encode() if first_line else f"\ufeff{body}".encode()


def of_units(frame: pd.DataFrame, units: Collection[str]) -> pd.DataFrame:
    """The rows that are about these units (codes), where each says by code or by name which one it is about.

    Raises LookupError where the rows do not say it: then they are not anybody's own.
    """
    column = next((name for name in UNIT_COLUMNS if name in frame), None)
    if column is None:
        raise LookupError(f"no row says whom it is about: {[*map(str, frame.columns)]}")
    return frame[frame[column].isin({*units, *(unit.name for unit in PROGRAMME.units if unit.code in units)})]


def figures_csv(snapshot: Snapshot, *, month: date | None = None, code: str | None = None) -> bytes:
    """``current_figures`` as a file; the first line says when they are invented or unpublished, and whom the public is
    not told of.
    """
    said = " · ".join(mark for mark in (*loud_marks(snapshot), left_out_mark(snapshot)) if mark)
    return danish_csv(current_figures(snapshot, month=month, code=code), first_line=said or None)


def current_figures(snapshot: Snapshot, *, month: date | None = None, code: str | None = None) -> pd.DataFrame:
    """One row per month and jobcenter with any count, as the dataset Månedstal names its columns.

    An edition has one row of those who are told together, their codes parted by »+«.

    Columns: maaned, kommunekode, jobcenter and one per count that is stated (Int64, or objects where a figure is
    withheld: then its mark stands in its place). What is not stated is empty.
    """
    rows = snapshot.figures[snapshot.figures["measure"].isin(COUNTS)]
    rows = rows if month is None else rows[rows["month"].eq(pd.Timestamp(month))]
    rows = rows if code is None else rows[rows["jobcenter"].eq(code)]
    if snapshot.audience == "public":
        rows = rows[rows["measure"].isin(rows.loc[rows["value"].notna(), "measure"])]  # not columns of asterisks
    cells = rows.assign(cell=rows["value"].astype(object).where(rows["value"].notna(), rows["mark"].map(MARKS)))
    wide = cells.pivot(index=["month", "jobcenter"], columns="measure", values="cell")
    wide = wide[[name for name in COUNTS if name in wide]]
    counts = {str(name): _typed(wide[name]) for name in wide}
    keys = wide.index.to_frame(index=False)
    return pd.DataFrame({
        "maaned": [month_key(when) for when in keys["month"]], "kommunekode": keys["jobcenter"].to_numpy(dtype=object),
        "jobcenter": keys["jobcenter"].map(_names(snapshot)).to_numpy(dtype=object), **counts})


def _names(snapshot: Snapshot) -> dict[str, str]:
    """By code of a row; those the public is told of together are one."""
    together = snapshot.release.members if snapshot.release else {}
    return {**snapshot.names, **{code: listing(names) for code, names in together.items()}}


def _typed(cells: pd.Series) -> Any:
    whole = not cells.map(lambda cell: isinstance(cell, str)).any()
    return pd.array(cells.where(cells.notna(), pd.NA), dtype="Int64") if whole else cells.to_numpy(dtype=object)


def _safe(cell: Any) -> Any:
    """A text without what no file can hold, and only then defused: a sign that is dropped may hide a formula."""
    return _defused(plain(cell)) if isinstance(cell, str) else cell


def _defused(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and re.match(r"[=+@\t\r]|-(?!\d+(,\d+)?$)", cell) else cell
