"""The records that a file or a form states, while they are on their way to be laid over those that stand."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from model.intake.datasets.declaration import Dataset
from model.intake.files.workbook import address
from model.intake.records import record_names
from model.intake.records.background import Background
from model.intake.records.places import Place
from model.intake.report import Problem, Severity

GATE = 3


@dataclass(frozen=True)
class Rows:
    """What a file or a form states. frame: key and value columns (table's names, None = not said), ``<value>_mark``,
    ``<date>_silent`` (a text that was read as an empty cell), unsure (answers to a survey that name no step), row,
    sheet, label (the record in Danish), lost (its key is wrong), stands (table's column -> Place, where the cells do
    not all stand on the row and under the columns that headings and positions say). headings: table's column -> the
    sender's heading."""

    dataset: Dataset
    frame: pd.DataFrame
    background: Background
    headings: dict[str, str] = field(default_factory=dict)
    positions: dict[tuple[str, str], int] = field(default_factory=dict)  # (sheet, table's column) -> the file's column
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    joined: frozenset[tuple[str, int]] = frozenset()  # (sheet, row) of what is part of another row's record
    controls: frozenset[tuple[str, int, int]] = frozenset()  # (sheet, row, the file's column) of sums that were held up

    def problem(self, at: int, text: str, *, column: str | None = None, severity: Severity = "fejl",
                gate: int = 4, suggestion: str | None = None) -> Problem:
        """A problem of the record at a position: its name and row stand before the text."""
        row = self.frame.iloc[at]
        stands = self.place(row, column or "")
        number = stands.row if stands else row["row"]
        where = record_names.begun(row["label"], number)
        own = record_names.beside_place(self.dataset, row, self.background) if row["label"] else where
        place = row["jobcenter"] if "jobcenter" in self.frame else None
        heading = stands.heading if stands else self.headings.get(column or "")
        return Problem(severity, gate, f"{where}: {text}" if where else text, reason=record_names.beside(own, text),
                       sheet=row["sheet"] or None, row=int(number) or None,
                       column=heading, jobcenter=place if isinstance(place, str) else None,
                       cell=self._cell(row, column), suggestion=suggestion)

    def settled(self, records: Sequence[dict[str, Any]], *, problems: Collection[Problem], notes: Collection[str],
                joined: Collection[tuple[str, int]]) -> "Rows":
        """The rows as other records, each called anew by its key, with what was asked and told of them.

        records: as the frame's rows. joined: see ``Rows.joined``.
        """
        if not (problems or notes or joined):
            return self
        columns = list(self.frame.columns)
        named = [row | {"label": record_names.label(self.dataset, row, self.background)} for row in records]
        frame = pd.DataFrame([[row[name] for name in columns] for row in named], columns=columns, dtype=object)
        return replace(self, frame=frame.astype({"row": "int64", "lost": bool}), problems=(*self.problems, *problems),
                       notes=(*self.notes, *notes), joined=self.joined | frozenset(joined))

    def place(self, row: Mapping[str, Any] | pd.Series, column: str) -> Place | None:
        """Where a record's part stands, in a table that was written anew; None in any other."""
        found = row["stands"]
        return found.get(column) if isinstance(found, dict) else None

    def _cell(self, row: pd.Series, column: str | None) -> str | None:
        """Where a record's part stands in its file; None in a form, and for what has no column."""
        if stands := self.place(row, column or ""):
            return address(stands.row, stands.position)
        position = self.positions.get((row["sheet"], column or ""))
        return address(int(row["row"]), position) if row["row"] and position is not None else None
