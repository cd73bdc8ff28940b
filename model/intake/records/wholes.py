"""Counts told by the whole they are a part of: ``6 af 8``, all of them, ``75 %``."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from model.basics.formatting import number
from model.basics.months import shift
from model.intake.cells.cell_text import quoted, squeezed, written
from model.intake.datasets.centres import CENTRES, WITHDRAWN
from model.intake.datasets.declaration import Column, Dataset
from model.intake.datasets.shared import CENTRE
from model.intake.records import centre_names
from model.intake.records.background import Background
from model.intake.records.cells import Read
from model.intake.records.count_words import ALL

OF = re.compile(r"(\d{1,4}) ?(?:/|af|ud af|of|out of) ?(?:de |alle )?(\d{1,4})(?: ?[a-zæøå]+)?\.?", re.IGNORECASE)
SHARE = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))? ?(?:%|pct\.?|procent)", re.IGNORECASE)
UNKNOWN = "{} siger ikke hvor mange, når »{}« ikke kendes. Skriv antallet, eller udfyld også »{}«."
OTHER = "{} siger {} i alt, men »{}« er {}. Ret det tal, der er forkert, eller skriv kun antallet."
SHARED = "{} er en procent, ikke et antal, og den kan være afrundet. Skriv antallet."


def read(part: Column, column: Read, cells: np.ndarray, original: np.ndarray, made: Mapping[str, Sequence[Any]],
         wholes: "Wholes") -> None:
    """Fill in the counts of a column that its wholes tell, and say what is wrong with those they do not.

    cells, original: the column as it is read, and as it stands. made: the row's values by the table's columns.
    """
    for at in [at for at, fault in enumerate(column.fault) if fault and part.whole]:
        text, shown = squeezed(written(cells[at]) or ""), quoted(written(original[at]) or "")
        of, share = OF.fullmatch(text), SHARE.fullmatch(text)
        if not (of or share or text == ALL):
            continue
        whole, heading = wholes.of(part, at, made), wholes.heading(part)
        column.meant[at] = None
        if share:
            column.fault[at], column.meant[at] = SHARED.format(shown), _counted(share, whole)
        elif whole is None:
            column.fault[at] = UNKNOWN.format(shown, heading, heading)
        elif of and int(of[2]) != whole:
            column.fault[at] = OTHER.format(shown, number(int(of[2])), heading, number(whole))
        else:
            column.value[at], column.fault[at] = int(of[1]) if of else whole, None
            if of:
                column.readings[squeezed(text)] = of[1]


def _counted(share: re.Match[str], whole: int | None) -> str | None:
    """How many a percentage of the whole is, where that is exactly a whole number."""
    exact = Fraction(f"{share[1]}.{share[2] or 0}") * (whole or 0) / 100
    return str(exact) if whole and exact.denominator == 1 and exact <= whole else None


class Wholes:
    """How many there are in all: what the row says, else what stands of its record or of its centre."""

    def __init__(self, dataset: Dataset, background: Background) -> None:
        self.dataset, self.background = dataset, background
        self.keys = [key.column for key in dataset.keys]

    def heading(self, part: Column) -> str:
        """What the whole of a part is called."""
        return self.dataset.field(str(part.whole)).heading

    def of(self, part: Column, at: int, made: Mapping[str, Sequence[Any]]) -> int | None:
        """The whole of a part in the row at a position; None when nobody knows."""
        name = self.dataset.field(str(part.whole)).column
        if made[name][at] is not None or made[f"{name}_mark"][at] is not None:
            return made[name][at]
        key = tuple(self._key(column, at, made) for column in self.keys)
        if None in key:
            return None
        records = self.background.standing[self.dataset.name]
        same = np.logical_and.reduce([self._equal(records[column], said)
                                      for column, said in zip(self.keys, key, strict=True)])
        stands = records.loc[same, name].dropna()
        return int(stands.iloc[-1]) if len(stands) else self._of_centre(name, at, made)

    def _of_centre(self, name: str, at: int, made: Mapping[str, Sequence[Any]]) -> int | None:
        """The places of the centre's newest period that had begun in the month."""
        centres = self.background.standing.get(CENTRES.name)
        if centres is None or name not in centres or "month" not in made:
            return None
        begun = pd.to_datetime(centres["opened"]) < pd.Timestamp(shift(made["month"][at], 1))
        own = centres[centres["jobcenter"].eq(made["jobcenter"][at]) & centres["name"].eq(self._key("name", at, made))
                      & begun & centres["event"].ne(WITHDRAWN)].sort_values("opened")
        places = own[name].tail(1).dropna()
        return int(places.iloc[0]) if len(places) else None

    def _key(self, column: str, at: int, made: Mapping[str, Sequence[Any]]) -> Any:
        """A part of the row's key as it stands: a centre by the name it stands with."""
        said = made[column][at]
        return centre_names.stands_as(self.background, made["jobcenter"][at], said) if column == CENTRE.column else said

    @staticmethod
    def _equal(column: pd.Series, said: Any) -> np.ndarray:
        if pd.api.types.is_datetime64_any_dtype(column):
            said = pd.Timestamp(said)
        return column.eq(said).to_numpy(dtype=bool)
