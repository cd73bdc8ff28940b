"""Goal 1 for every jobcenter and month at once: the one computation behind every page, sentence and verdict."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.frames import Schema, count, day, flag, judged, member, real, text
from model.programmes.measures import PARTS, PERSONS, TOTAL
from model.snapshot.absence import reasons
from model.snapshot.columns import Counted, counts_of, months_of
from model.snapshot.frames import PLACED
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.share_target import needed, reaches
from model.subjects.goals.figures.breaks import models
from model.subjects.goals.figures.targets import BASELINE, taken, winners
from model.subjects.goals.figures.verdicts import Verdict, verdicts

PANEL = Schema("goal 1 for one jobcenter in one month, laid over ``snapshot.index``; see ``Goal1``", (
    count("persons", "the target group"), count("activated", "of them in company activation"),
    flag("summed", "activation is its parts added up, since no total was reported"),
    flag("persons_hidden", "the sender withheld it"), flag("activated_hidden", "the sender withheld it"),
    flag("hidden", "one of the two is withheld"), flag("reported", "both are known or withheld"),
    flag("participates", "whether the jobcenter takes part in that month"),
    text("persons_absent", "why it is not known"), text("activated_absent", "why it is not known"),
    text("share_absent", "why it is not known"), text("model", "1-5 | 1-3, carried forward; missing: nobody has said"),
    count("share_target", "percent"), real("share", "activated of persons, percent"),
    count("share_needed", "persons that are the target"), count("share_missing", "persons lacking to it"),
    judged("share_reached", "whether it is reached"), count("increase_target", "persons"),
    day("baseline_month", "NaT where the baseline is a typed number"), count("baseline", "activated then"),
    text("baseline_source", "where it is written"), count("increase", "activated since the baseline"),
    count("increase_missing", "persons lacking to the increase"), judged("increase_reached", "whether it is reached"),
    text("increase_absent", "why it is not known"),
    flag("indicative", "the baseline stands on the old match groups, the month on the new"),
    member(Verdict, "verdict", "on both halves"), count("missing", "persons lacking to both halves")), index=PLACED)


class _Baselines(NamedTuple):
    """By row of ``snapshot.index`` the baseline that applies: whether one does, its typed number or its month, where it
    is written, and the rows of the same jobcenter in that month and in the month it is valid from (−1: outside).
    """

    applies: NDArray[np.bool_]
    values: pd.arrays.IntegerArray
    months: pd.DatetimeIndex
    sources: pd.api.extensions.ExtensionArray
    read_at: NDArray[np.int64]
    since: NDArray[np.int64]


@remembered
def panel(snapshot: Snapshot) -> Annotated[pd.DataFrame, PANEL]:
    """Goal 1 wherever it can be asked for."""
    return panel_of(snapshot, partial(counts_of, snapshot))


def panel_of(snapshot: Snapshot, counted: Counted) -> Annotated[pd.DataFrame, PANEL]:
    """The same of counts that may be others than the snapshot's, in its jobcenters, months and targets."""
    measured = _measured(snapshot, counted)
    share = _share_half(snapshot, measured)
    increase = _increase_half(snapshot, measured)
    frame = pd.DataFrame({**measured, **share, **increase}, index=snapshot.index)
    missing = np.maximum(share["share_missing"], increase["increase_missing"])  # known where both are
    return frame.assign(verdict=verdicts(frame["share_reached"], frame["increase_reached"]), missing=missing)


@remembered
def participates(snapshot: Snapshot) -> pd.Series:
    """Over ``snapshot.index``: whether the jobcenter takes part in that month."""
    codes, months = snapshot.index.get_level_values(0), snapshot.index.get_level_values(1)
    first = snapshot.jobcenters["participates_from"].reindex(codes).to_numpy()
    last = snapshot.jobcenters["participates_to"].reindex(codes).to_numpy()
    return pd.Series((months >= first) & (months <= last), index=snapshot.index)


def baseline_months(snapshot: Snapshot) -> pd.DatetimeIndex:
    """Over ``snapshot.index``: the month whose activation is the baseline; NaT where that is a typed number."""
    return _baselines(snapshot).months


@remembered
def target_values(snapshot: Snapshot, part: str) -> pd.Series:
    """The target of ``part`` that applies to each (jobcenter, month) of ``snapshot.index`` (Int64)."""
    return pd.Series(taken(snapshot.targets, "value", _applying(snapshot, (part,))), index=snapshot.index)


@remembered
def targets_by_month(snapshot: Snapshot, part: str, code: str | None) -> pd.Series:
    """The target of ``part`` by month (Int64) for a jobcenter, or the region's own (None)."""
    months = pd.DatetimeIndex(snapshot.months).astype("datetime64[us]")
    if code is not None:
        whole = months_of(snapshot, code, snapshot.figures_from, snapshot.ends)
        return pd.Series(target_values(snapshot, part).array[whole], index=months)
    rows = winners(snapshot.targets, (part,), codes=np.full(len(months), "", dtype=object), months=months.to_numpy())
    return pd.Series(taken(snapshot.targets, "value", rows), index=months)


def _measured(snapshot: Snapshot, counted: Counted) -> dict[str, Any]:
    persons, persons_hidden = counted(PERSONS)
    total, total_hidden = counted(TOTAL)
    (first, first_hidden), (second, second_hidden) = (counted(part) for part in PARTS)
    absent = total.isna() & ~total_hidden
    added = first + second
    part_hidden = (first_hidden | second_hidden) & (~first.isna() | first_hidden) & (~second.isna() | second_hidden)
    activated_hidden = total_hidden | (absent & part_hidden)
    activated = total.copy()
    activated[absent] = added[absent]
    reported = (~persons.isna() | persons_hidden) & (~activated.isna() | activated_hidden)
    return {
        "persons": persons, "activated": activated, "summed": absent & ~added.isna(),
        "persons_hidden": persons_hidden, "activated_hidden": activated_hidden,
        "hidden": persons_hidden | activated_hidden, "reported": reported, "participates": participates(snapshot),
        "persons_absent": reasons((persons, persons_hidden)),
        "activated_absent": reasons((activated, activated_hidden)),
        "share_absent": reasons((persons, persons_hidden), (activated, activated_hidden)),
        "model": models(snapshot)}


def _share_half(snapshot: Snapshot, measured: Mapping[str, Any]) -> dict[str, Any]:
    target, activated = target_values(snapshot, "share").array, measured["activated"]
    persons = measured["persons"].copy()
    persons[(persons == 0).fillna(False)] = pd.NA  # a target group of nobody has no share
    wanted = needed(persons, percent=target)
    x, n = (counts.to_numpy(dtype=np.float64, na_value=np.nan) for counts in (activated, persons))
    return {"share_target": target, "share": 100 * x / n, "share_needed": wanted,
            "share_missing": np.maximum(wanted - activated, 0),
            "share_reached": reaches(activated, persons, percent=target)}


def _increase_half(snapshot: Snapshot, measured: Mapping[str, Any]) -> dict[str, Any]:
    target, base, activated = target_values(snapshot, "increase").array, _baselines(snapshot), measured["activated"]
    untyped = base.values.isna()
    baseline = base.values.copy()
    baseline[untyped] = activated.take(base.read_at, allow_fill=True)[untyped]
    untold = measured["activated_hidden"][base.read_at] & (base.read_at >= 0) | (
        untyped & base.months.isna() & base.applies)  # a typed one is kept from the public alone
    increase = activated - baseline
    return {"increase_target": target, "baseline_month": base.months, "baseline": baseline,
            "baseline_source": base.sources, "increase": increase,
            "increase_missing": np.maximum(target - increase, 0), "increase_reached": increase >= target,
            "increase_absent": reasons((activated, measured["activated_hidden"]), (baseline, untold)),
            "indicative": _indicative(base, measured["model"].eq("1-3").to_numpy(dtype=bool))}


def _indicative(base: _Baselines, on_new: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the baseline stands on match groups 1-5 and the month on 1-3; a typed baseline by its valid_from."""
    at = np.where(base.read_at >= 0, base.read_at, base.since)
    return on_new & ~(on_new[at] & (at >= 0)) & base.applies


@remembered
def _baselines(snapshot: Snapshot) -> _Baselines:
    """They rest on no figure, and so outlast the next ones."""
    rows = _applying(snapshot, BASELINE)
    values, months, sources, since = (
        taken(snapshot.targets, name, rows) for name in ("value", "month", "source", "valid_from"))
    return _Baselines(rows >= 0, values, months, sources, _positions(snapshot, months), _positions(snapshot, since))


def _applying(snapshot: Snapshot, parts: tuple[str, ...]) -> NDArray[np.int64]:
    codes = snapshot.index.get_level_values(0).to_numpy(dtype=object)
    return winners(snapshot.targets, parts, codes=codes, months=snapshot.index.get_level_values(1).to_numpy())


def _positions(snapshot: Snapshot, months: pd.DatetimeIndex) -> NDArray[np.int64]:
    """Row of the same jobcenter in each of ``months`` (one per row of the index); −1 where it lies outside."""
    calendar = pd.DatetimeIndex(snapshot.months).astype("datetime64[us]")
    within = calendar.get_indexer(months.astype("datetime64[us]"))
    start = np.repeat(np.arange(len(snapshot.jobcenters)) * len(calendar), len(calendar))
    return np.where(within >= 0, start + within, -1)
