"""Goal 2's cohorts: the courses that ended in a month, and whether their outcome can be measured yet."""

from datetime import date
from typing import Annotated

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics import settings
from model.basics.frames import Schema, count, day, flag, number
from model.basics.months import between
from model.programmes.current import PROGRAMME
from model.programmes.measures import ENDED, JOB, SELF_SUPPORTING
from model.snapshot.absence import HIDDEN, reasons
from model.snapshot.columns import counts_of, received
from model.snapshot.frames import PLACED
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goal1 import participates

WAIT = 7 * PROGRAMME.outcome.weeks  # days
MEASURED = Schema("the courses that ended in one month at one jobcenter, laid over ``snapshot.index``", (
    count("ended", "only where both are known"), count("successes", "only where both are known"),
    flag("known", "both are, and the jobcenter takes part"),
    flag("hidden", "one was withheld, none is missing, and it could have been measured"),
    day("received", "when the outcome's current row came"),
    flag("mature", "known, and received at least the goal's weeks and the delay after the month's last day"),
    flag("young", "the data date is earlier than that, or what was withheld came earlier")), index=PLACED)
COHORTS = Schema("the courses that ended in one month of the campaign, at one jobcenter or summed over the region", (
    day("month", "its first day"), count("ended", "how many"), count("successes", "of them self-supporting"),
    count("job", "of them in job or education"), count("job_ended", "the courses that is known for"),
    flag("mature", "it could be measured"), flag("hidden", "something in it is withheld"),
    flag("young", "it cannot be measured yet"), day("received", "when its newest outcome came"),
    number("jobcenters", "how many are in the sums")))


@remembered
def cohort_panel(
        snapshot: Snapshot, outcome: str, ended: str, register_delay_days: int) -> Annotated[pd.DataFrame, MEASURED]:
    """The courses of every jobcenter and month; nothing is known of months a jobcenter does not take part in."""
    (total, total_hidden), (good, good_hidden) = counts_of(snapshot, ended), counts_of(snapshot, outcome)
    taking_part, came = participates(snapshot).to_numpy(), received(snapshot, outcome).to_numpy()
    known = ~total.isna() & ~good.isna() & taking_part
    withheld = taking_part & (reasons((total, total_hidden), (good, good_hidden)) == HIDDEN)
    total[~known] = good[~known] = pd.NA
    measurable = _measurable(snapshot, register_delay_days)
    young = taking_part & (measurable > np.datetime64(snapshot.data_date)) | withheld & (came < measurable)
    return pd.DataFrame({
        "ended": total, "successes": good, "known": known, "hidden": withheld & (came >= measurable), "received": came,
        "mature": known & (came >= measurable), "young": young}, index=snapshot.index)


@remembered
def _measurable(snapshot: Snapshot, register_delay_days: int) -> NDArray[np.datetime64]:
    """Over ``snapshot.index``: the day from which the outcome of who ended then can be measured."""
    last_days = snapshot.index.get_level_values(1) + pd.offsets.MonthEnd(0)
    return (last_days + pd.Timedelta(days=WAIT + register_delay_days)).to_numpy()


@remembered
def tables(snapshot: Snapshot, outcome: str, ended: str, register_delay_days: int) -> dict[str, NDArray]:
    """The cohort panel's columns as jobcenter × month tables; unknown counts are 0 (``known`` tells them apart)."""
    columns = cohort_panel(snapshot, outcome, ended, register_delay_days).reset_index(drop=True)
    shape = len(snapshot.jobcenters), len(snapshot.months)
    counts = {name: columns[name].to_numpy(dtype=np.int64, na_value=0) for name in ("ended", "successes")}
    laid = {name: counts[name] if name in counts else columns[name].to_numpy() for name in columns}
    return {name: values.reshape(shape) for name, values in laid.items()}


def window(snapshot: Snapshot, code: str | None, month: date) -> tuple[slice, slice]:
    """Which part of ``tables`` counts: a jobcenter's row or all, from the campaign's first month to ``month``."""
    row = snapshot.jobcenters.index.get_loc(code) if code is not None else None
    first = between(snapshot.figures_from, snapshot.starts)
    last = between(snapshot.figures_from, month) + 1
    return slice(None) if row is None else slice(row, row + 1), slice(first, max(first, last))


def cohorts(snapshot: Snapshot, code: str | None, month: date, *,
            register_delay_days: int | None = None) -> Annotated[pd.DataFrame, COHORTS]:
    """The campaign's cohorts up to ``month``: a jobcenter's, or the region's sums (code None).

    The region's row sums its mature cohorts; only where none is mature yet, those that are known.
    """
    delay = delay_days(register_delay_days)
    part = window(snapshot, code, month)
    main = {name: table[part] for name, table in tables(snapshot, SELF_SUPPORTING, ENDED, delay).items()}
    job = {name: table[part] for name, table in tables(snapshot, JOB, ENDED, delay).items()}
    used, job_used = _used(main), _used(job)
    never = np.datetime64("0001-01-01", "us")
    last = np.maximum.reduce(np.where(np.isnat(main["received"]), never, main["received"]), axis=0, initial=never)
    return pd.DataFrame({
        "month": pd.DatetimeIndex(snapshot.months[part[1]]).astype("datetime64[us]"),
        "ended": _summed(main["ended"], used), "successes": _summed(main["successes"], used),
        "job": _summed(job["successes"], job_used), "job_ended": _summed(job["ended"], job_used),
        "mature": main["mature"].any(axis=0), "hidden": main["hidden"].any(axis=0), "young": main["young"].any(axis=0),
        "received": np.where(np.isnat(main["received"]).all(axis=0), np.datetime64("NaT"), last),
        "jobcenters": used.sum(axis=0)})


def delay_days(given: int | None) -> int:
    """How late the registers are, in days: as given, else the installation's setting."""
    return settings.load().register_delay_days if given is None else given


def _used(part: dict[str, NDArray]) -> NDArray[np.bool_]:
    """Which cohorts enter a month's sum: the mature ones, or the known where none is mature."""
    return part["known"] & (part["mature"] | ~part["mature"].any(axis=0))


def _summed(counts: NDArray[np.int64], used: NDArray[np.bool_]) -> pd.arrays.IntegerArray:
    return pd.arrays.IntegerArray((counts * used).sum(axis=0), ~used.any(axis=0))
