"""Goal 1 for every jobcenter and month at once: the one computation behind every page, sentence and verdict."""

from typing import Annotated, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.frames import Schema, count, day, flag, judged, member, real, text
from model.programmes.measures import PARTS, PERSONS, TOTAL
from model.snapshot.absence import reasons
from model.snapshot.columns import column
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


@remembered
def panel(snapshot: Snapshot) -> Annotated[pd.DataFrame, PANEL]:
    """Goal 1 wherever it can be asked for."""
    frame = _measured(snapshot)
    frame = frame.assign(**_share_half(snapshot, frame))
    frame = frame.assign(**_increase_half(snapshot, frame))
    both = pd.DataFrame({"share": frame["share_missing"], "increase": frame["increase_missing"]})
    missing = both.max(axis=1).where(both.notna().all(axis=1))
    return frame.assign(verdict=verdicts(frame["share_reached"], frame["increase_reached"]), missing=missing)


def participates(snapshot: Snapshot) -> pd.Series:
    """Over ``snapshot.index``: whether the jobcenter takes part in that month."""
    codes, months = snapshot.index.get_level_values(0), snapshot.index.get_level_values(1)
    first = snapshot.jobcenters["participates_from"].reindex(codes).to_numpy()
    last = snapshot.jobcenters["participates_to"].reindex(codes).to_numpy()
    return pd.Series((months >= first) & (months <= last), index=snapshot.index)


@remembered
def target_values(snapshot: Snapshot, part: str) -> pd.Series:
    """The target of ``part`` that applies to each (jobcenter, month) of ``snapshot.index`` (Int64)."""
    return pd.Series(taken(snapshot.targets, "value", _applying(snapshot, (part,))), index=snapshot.index)


@remembered
def targets_by_month(snapshot: Snapshot, part: str, code: str | None) -> pd.Series:
    """The target of ``part`` by month (Int64) for a jobcenter, or the region's own (None)."""
    months = pd.DatetimeIndex(snapshot.months).astype("datetime64[us]")
    if code is not None:
        return pd.Series(target_values(snapshot, part).loc[code].array, index=months)
    rows = winners(snapshot.targets, (part,), codes=np.full(len(months), "", dtype=object), months=months.to_numpy())
    return pd.Series(taken(snapshot.targets, "value", rows), index=months)


def _measured(snapshot: Snapshot) -> pd.DataFrame:
    persons, persons_hidden = column(snapshot, PERSONS)
    total, total_hidden = column(snapshot, TOTAL)
    (first, first_hidden), (second, second_hidden) = (column(snapshot, part) for part in PARTS)
    absent = total.isna() & ~total_hidden
    added = first + second
    part_hidden = (first_hidden | second_hidden) & (first.notna() | first_hidden) & (second.notna() | second_hidden)
    activated_hidden = total_hidden | (absent & part_hidden)
    activated = total.where(~absent, added)
    reported = (persons.notna() | persons_hidden) & (activated.notna() | activated_hidden)
    return pd.DataFrame({
        "persons": persons, "activated": activated, "summed": absent & added.notna(),
        "persons_hidden": persons_hidden, "activated_hidden": activated_hidden,
        "hidden": persons_hidden | activated_hidden, "reported": reported, "participates": participates(snapshot),
        "persons_absent": reasons((persons, persons_hidden)),
        "activated_absent": reasons((activated, activated_hidden)),
        "share_absent": reasons((persons, persons_hidden), (activated, activated_hidden)),
        "model": models(snapshot)})


def _share_half(snapshot: Snapshot, frame: pd.DataFrame) -> dict[str, Any]:
    target = target_values(snapshot, "share")
    persons = frame["persons"].mask(frame["persons"].eq(0).fillna(False))  # a target group of nobody has no share
    wanted = needed(persons, percent=target)
    share = (100 * frame["activated"].astype("Float64") / persons.astype("Float64")).astype("float64")
    return {"share_target": target, "share": share, "share_needed": wanted,
            "share_missing": (wanted - frame["activated"]).clip(lower=0),
            "share_reached": reaches(frame["activated"], persons, percent=target)}


def _increase_half(snapshot: Snapshot, frame: pd.DataFrame) -> dict[str, Any]:
    target = target_values(snapshot, "increase")
    rows = _applying(snapshot, BASELINE)
    months = taken(snapshot.targets, "month", rows)
    typed = pd.Series(taken(snapshot.targets, "value", rows), index=frame.index)
    read_at = _positions(snapshot, months)
    baseline = typed.fillna(pd.Series(frame["activated"].array.take(read_at, allow_fill=True), index=frame.index))
    untold = pd.Series(frame["activated_hidden"].to_numpy()[read_at] & (read_at >= 0) | (
        typed.isna() & months.isna() & (rows >= 0)), index=frame.index)  # a typed one is kept from the public alone
    increase = frame["activated"] - baseline
    return {"increase_target": target, "baseline_month": months, "baseline": baseline,
            "baseline_source": taken(snapshot.targets, "source", rows), "increase": increase,
            "increase_missing": (target - increase).clip(lower=0), "increase_reached": increase >= target,
            "increase_absent": reasons((frame["activated"], frame["activated_hidden"]), (baseline, untold)),
            "indicative": _indicative(snapshot, frame, rows=rows, read_at=read_at)}


def _indicative(snapshot: Snapshot, frame: pd.DataFrame, *, rows: NDArray[np.int64],
                read_at: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where the baseline stands on match groups 1-5 and the month on 1-3; a typed baseline by its valid_from."""
    since = _positions(snapshot, taken(snapshot.targets, "valid_from", rows))
    on_new = frame["model"].eq("1-3").to_numpy(dtype=bool)
    at = np.where(read_at >= 0, read_at, since)
    return on_new & ~(on_new[at] & (at >= 0)) & (rows >= 0)


def _applying(snapshot: Snapshot, parts: tuple[str, ...]) -> NDArray[np.int64]:
    codes = snapshot.index.get_level_values(0).to_numpy(dtype=object)
    return winners(snapshot.targets, parts, codes=codes, months=snapshot.index.get_level_values(1).to_numpy())


def _positions(snapshot: Snapshot, months: pd.DatetimeIndex) -> NDArray[np.int64]:
    """Row of the same jobcenter in each of ``months`` (one per row of the index); −1 where it lies outside."""
    calendar = pd.DatetimeIndex(snapshot.months).astype("datetime64[us]")
    within = calendar.get_indexer(months.astype("datetime64[us]"))
    start = np.repeat(np.arange(len(snapshot.jobcenters)) * len(calendar), len(calendar))
    return np.where(within >= 0, start + within, -1)
