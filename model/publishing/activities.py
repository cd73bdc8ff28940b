"""What has been reported of the centres' places and of the hotline, which the public is told of as a whole."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.hotline import HOTLINE
from model.intake.datasets.shared import PLACES as PLACES_COLUMN
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import occupancy
from model.subjects.centres.figures.periods import CENTRE
from model.subjects.support.figures import hotline

WHOLE = "whole"  # how a dataset says that sums of it are told
ENQUIRIES = "henvendelser"  # to the hotline
PLACES = PLACES_COLUMN.name  # that are known in the active centres
TAKEN_OF = "pladser_med_belaegning"  # of those, whose occupied ones are known
OCCUPANCY = "belaegning_procent"  # occupied in percent of counted, in steps
STEP = 5  # percent
Table = NDArray[np.float64]  # unit × month


@dataclass(frozen=True)
class Activities:
    """places, counted, occupied: unit × month, NaN where nothing of it is known. enquiries: by month, NaN where no list
    can know the whole of it yet; any_list: whether there is any.
    """

    places: Table
    counted: Table
    occupied: Table
    enquiries: NDArray[np.float64]
    any_list: bool = False


@remembered
def activities(snapshot: Snapshot) -> Activities:
    """What stands in the internal snapshot, of the datasets that declare themselves public; of the others nothing.

    By itself, since none of it is written with the monthly figures.
    """
    asked = hotline.whole_months(snapshot) if HOTLINE.public == WHOLE else pd.Series(dtype="int64")
    months = pd.DatetimeIndex(snapshot.months)
    places, counted, occupied = _room(snapshot, months)
    return Activities(places, counted, occupied, asked.reindex(months).to_numpy(dtype=np.float64),
                      HOTLINE.public == WHOLE and not hotline.by_month(snapshot).empty)


def in_steps(occupied: int, counted: int) -> int:
    """Occupied in whole percent of counted places, in steps, halves upwards. counted > 0."""
    return (200 * occupied + STEP * counted) // (2 * STEP * counted) * STEP


def _room(snapshot: Snapshot, months: pd.DatetimeIndex) -> tuple[Table, Table, Table]:
    """places, counted and occupied, summed over each unit's active centres."""
    rows = occupancy.capacity(snapshot) if CENTRE_MONTHS.public == WHOLE else pd.DataFrame()
    if rows.empty:
        nothing = np.full((len(snapshot.jobcenters), len(months)), np.nan)
        return nothing, nothing, nothing
    rows = rows[rows["active"]].drop_duplicates([*CENTRE, "month"], keep="last")
    both = rows["absent"].isna()
    return (_laid(snapshot, months, rows, rows["places"]), _laid(snapshot, months, rows, rows["places"].where(both)),
            _laid(snapshot, months, rows, rows["occupied"].where(both)))


def _laid(snapshot: Snapshot, months: pd.DatetimeIndex, rows: pd.DataFrame, counts: pd.Series) -> Table:
    rows = rows.assign(count=counts)
    sums = rows.groupby(["jobcenter", "month"])["count"].sum(min_count=1).unstack("month")
    return sums.reindex(index=snapshot.jobcenters.index, columns=months).to_numpy(dtype=np.float64, na_value=np.nan)
