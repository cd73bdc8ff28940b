"""Where the parts of a record stand in its file, when its table was written anew."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from model.intake.datasets.declaration import Dataset
from model.intake.records.tables import Table


@dataclass(frozen=True)
class Place:
    """A cell of the file: its row as the spreadsheet shows it, its column from 0, and the heading over it."""

    row: int
    position: int
    heading: str


def stands(table: Table, dataset: Dataset, keep: Sequence[int]) -> pd.Series:
    """Where every record's parts stand, of a table that was written anew."""
    origin = table.origin
    if origin is None:
        return pd.Series([None] * len(keep), dtype=object)
    columns = {dataset.field(name).column: at for at, name in reversed(table.targets.items())
               if at < origin.columns.shape[1]}
    return pd.Series([{column: Place(int(origin.rows[row, at]), position, origin.headings.get(position, ""))
                       for column, at in columns.items() if (position := int(origin.columns[row, at])) >= 0}
                      for row in keep], dtype=object)
