"""Where a series stops being comparable with itself: a new match model, or another way of counting."""

from datetime import date

import numpy as np
import pandas as pd

from model.basics.formatting import plural
from model.programmes.measures import METHOD, MODEL
from model.programmes.words import NEW_METHOD, NEW_MODEL
from model.snapshot.columns import by_jobcenter, is_count, last_known, places, stated
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot


@remembered
def models(snapshot: Snapshot) -> pd.Series:
    """Over ``snapshot.index``: the match model stated (1-5 | 1-3), carried forward from the last statement."""
    rows = stated(snapshot, MODEL)
    at = last_known(by_jobcenter(snapshot, rows.notna()))
    carried = np.take_along_axis(by_jobcenter(snapshot, rows), np.maximum(at, 0), axis=1)
    return pd.Series(np.where(at >= 0, carried, np.nan).ravel(), index=rows.index, dtype=object)


def breaks(snapshot: Snapshot, code: str | None) -> list[tuple[date, str]]:
    """(first month of the new footing, label) for a jobcenter, or for the region (None), oldest first.

    When only some of the region's jobcenters change in a month, the label says how many.
    """
    everyone = _all(snapshot)
    if code is not None:
        rows = zip(everyone["jobcenter"], everyone["month"], everyone["label"], strict=True)
        return [(month.date(), label) for whose, month, label in rows if whose == code]
    counted = everyone.groupby(["month", "label"], sort=True)["jobcenter"].nunique()
    return [(month.date(), label if count == len(snapshot.jobcenters) else f"{label} i {_who(count)}")
            for (month, label), count in counted.items()]


def _who(count: int) -> str:
    return plural(count, "jobcenter", "jobcentre")


def new_models(snapshot: Snapshot, code: str | None) -> list[date]:
    """The first months of a new match model, for a jobcenter or for any of the region's (None), oldest first."""
    changes = _all(snapshot)
    rows = zip(changes["jobcenter"], changes["month"], changes["measure"], strict=True)
    return sorted({month.date() for whose, month, measure in rows if measure == MODEL and code in (None, whose)})


@remembered
def _all(snapshot: Snapshot) -> pd.DataFrame:
    """Every break: jobcenter, month, measure (whose statement changed), label."""
    changes = []
    for measure, label in ((MODEL, NEW_MODEL), (METHOD, NEW_METHOD)):
        known = models(snapshot) if measure == MODEL else stated(snapshot, measure)
        if measure == MODEL:
            known = known.where(known.notna() | ~_has_figures(snapshot), "1-5")  # unstated means as it always was
        known = known.dropna()
        before = known.groupby(level=0, sort=False).shift()
        changed = known.index[(before.notna() & before.ne(known)).to_numpy()]
        changes.append(changed.to_frame(index=False).assign(measure=measure, label=label))
    return pd.concat(changes).sort_values(["jobcenter", "month"], ignore_index=True)


def _has_figures(snapshot: Snapshot) -> pd.Series:
    has = np.zeros(len(snapshot.index), dtype=bool)
    has[places(snapshot).rows[is_count(snapshot)]] = True
    return pd.Series(has, index=snapshot.index)
