"""What has moved in the figures since the public was told of them: for internal views, beside their own figures."""

from dataclasses import dataclass

import numpy as np

from model.basics.formatting import month_long, number
from model.publishing.as_snapshot import as_snapshot
from model.publishing.cells import Key
from model.publishing.edition import Edition
from model.publishing.reported import Reported, reported
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.card_words import regional_share


@dataclass(frozen=True)
class Moved:
    """How many of the numbers an edition tells stand otherwise now; code: of one unit's own, else of all."""

    edition: int
    code: str | None
    changed: int

    @property
    def words(self) -> str:
        """»3 tal er ændret siden udgivelse 7«, »ingen tal er ændret siden udgivelse 7«."""
        how_many = number(self.changed) if self.changed else "ingen"
        return f"{how_many} tal er ændret siden udgivelse {number(self.edition)}"


def moved(edition: Edition, snapshot: Snapshot, code: str | None = None) -> Moved:
    """Compared are the numbers told, alone and together, with what is reported now; what is not reported is not."""
    known = reported(snapshot)
    keys = [key for key, cell in edition.published.cells.items()
            if cell.value is not None and (code is None or key.units == (code,))]
    changed = sum(stands_now(known, key) not in (None, edition.published.value(key)) for key in keys)
    return Moved(edition.heading.number, code, changed)


def public_sum(edition: Edition) -> str:
    """»Offentligt, udgivelse 7 (februar 2011): Hele regionen: 14,7 % (2.345 af 15.952) i virksomhedsaktivering«; empty
    where the month has no sum.
    """
    month = edition.heading.month
    whole = region(as_snapshot(edition), month)
    if whole.share is None:
        return ""
    return f"Offentligt, udgivelse {number(edition.heading.number)} ({month_long(month)}): {regional_share(whole)}"


def stands_now(known: Reported, key: Key) -> int | None:
    """The count of a key as it is reported now; None where a part of it is not."""
    if key.measure not in known.counts or any(unit not in known.row for unit in key.units):
        return None
    rows, part = [known.row[unit] for unit in key.units], slice(known.at(key.first), known.at(key.last) + 1)
    counts = known.counts[key.measure][rows, part]
    return None if np.isnan(counts).any() else int(counts.sum())
