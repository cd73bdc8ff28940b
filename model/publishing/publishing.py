"""What the public is told: a snapshot whose small counts are hidden, so that none of them follows from the others.

Jobcenters of few persons are in none of it (``left_out``): everything is made as if they were not there.
Told are, by jobcenter, the target group and those in virksomhedsaktivering of every month, and goal 2 of one month;
of the region their sums, and sums over centres and course days. Nothing else leaves the internal view: not the other
measures, no single record, no draft, no earlier day. Sums are made from everything before anything is hidden.
"""

from datetime import date
from typing import Annotated, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics import settings
from model.programmes.measures import ENDED, METHOD, MODEL, PERSONS, SELF_SUPPORTING, TOTAL
from model.snapshot.columns import as_floats, by_jobcenter
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Release, Snapshot
from model.statistics.disclosure import Hidden, hidden_shares, spaced_totals, told_totals
from model.statistics.suppression import FEWEST_UNITS, primary
from model.store import facts
from model.subjects.goals.figures.cohorts import delay_days, tables, window
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.left_out import left_out, of_others, without
from model.subjects.goals.figures.running import MATURE, running

FOOTINGS = (MODEL, METHOD)  # texts that say where a series breaks
UNSAID = {"received_by": "", "file_name": "", "reasons": None, "undone_by": None, "undone_reason": None}
TYPED = "oplyst udgangspunkt"


@remembered
def published(snapshot: Snapshot) -> Snapshot:
    """The snapshot as the public may know it. Raises ValueError for one of an earlier day, which could be compared."""
    if snapshot.as_of is not None:
        raise ValueError("the public is told the figures as they are now")
    told = _told(snapshot)
    whole = without(snapshot, left_out(snapshot))
    return whole.but(
        figures=told.figures, uploads=_uploads(whole), targets=told.targets, records={},
        written=snapshot.written.published,
        release=Release(whole=whole, month=public_month(snapshot), outcomes=told.outcomes, sums=told.sums,
                        totals=told.totals, left_out=left_out(snapshot)))


class _Told(NamedTuple):
    """What of the figures and the targets the public is told; see ``Release``."""

    figures: Annotated[pd.DataFrame, facts.FIGURES]
    targets: pd.DataFrame
    outcomes: dict[str | None, date]
    sums: frozenset[date]
    totals: frozenset[date]


@remembered
def _told(snapshot: Snapshot) -> _Told:
    month, others = public_month(snapshot), of_others(snapshot, left_out(snapshot))
    counts, sums = _counts(others)
    outcomes, measured = _outcomes(others, month)
    return _Told(
        figures=facts.typed(pd.concat([counts, _outcome_marks(others), _footings(others)], ignore_index=True)),
        targets=_targets(others, counts), outcomes=outcomes, sums=sums,
        totals=_totals(others, month, measured) if None in outcomes else frozenset())


@remembered
def public_month(snapshot: Snapshot) -> date:
    """The one month the public is told of the jobcenters' state: the newest final one, of those that are shown."""
    return default_month(of_others(snapshot, left_out(snapshot))) or snapshot.starts


def _counts(snapshot: Snapshot) -> tuple[pd.DataFrame, frozenset[date]]:
    """The rows of persons and activated, hidden where they must be; and the months whose sums may be told."""
    rows = panel(snapshot)
    taking_part = by_jobcenter(snapshot, rows["participates"])
    persons, activated = (by_jobcenter(snapshot, as_floats(rows[name])) for name in ("persons", "activated"))
    wholes, parts, told = np.zeros_like(taking_part), np.zeros_like(taking_part), []
    for at, month in enumerate(snapshot.months):
        here = taking_part[:, at]
        small = _month(persons[here, at], activated[here, at])
        wholes[here, at], parts[here, at] = small.wholes, small.parts
        told += [] if small.sums else [month]
    hide = pd.DataFrame({"persons": wholes.ravel(), "activated": parts.ravel()}, index=rows.index)
    own = _own_baselines(rows)
    hide.loc[own, "activated"] = primary(as_floats(rows.loc[own, "activated"]).fillna(0),
                                         as_floats(rows.loc[own, "persons"]),
                                         threshold=settings.load().public_threshold)
    return _rows(snapshot, rows, hide, kept=rows["participates"] | own), frozenset(told)


def _own_baselines(rows: pd.DataFrame) -> pd.Series:
    """The months before a jobcenter took part that its own increase is counted from; they are in no regional sum."""
    codes = rows.index.get_level_values(0)
    named = pd.MultiIndex.from_arrays([codes, rows["baseline_month"].to_numpy()]).unique()
    return pd.Series(rows.index.isin(named), index=rows.index) & ~rows["participates"]


def _month(persons: NDArray[np.float64], activated: NDArray[np.float64]) -> Hidden:
    """What to hide of one month's jobcenters. Where only one of the numbers is known it is judged by itself."""
    threshold = settings.load().public_threshold
    both = ~np.isnan(persons) & ~np.isnan(activated)
    wholes, parts = (~both & (counts > 0) & (counts < threshold) for counts in (persons, activated))
    small = hidden_shares(activated[both], persons[both], threshold=threshold)
    wholes[both], parts[both] = small.wholes, small.parts
    return Hidden(parts=parts, wholes=wholes, sums=small.sums)


def _rows(snapshot: Snapshot, rows: pd.DataFrame, hide: pd.DataFrame, *, kept: pd.Series) -> pd.DataFrame:
    """Rows of figures from the panel: the activated as one number, whether it came as a total or in two parts."""
    sources = _uploads_of(snapshot)
    made = []
    for name, measure in (("persons", PERSONS), ("activated", TOTAL)):
        hidden = (rows[f"{name}_hidden"] | (hide[name] & rows[name].notna())) & kept
        known = rows[name].notna() & kept
        chosen = rows[hidden | known]
        made.append(_figures(chosen.index, measure, sources, values=chosen[name].mask(hidden[chosen.index]),
                             marks=["hidden" if withheld else None for withheld in hidden[chosen.index]]))
    return pd.concat(made, ignore_index=True)


def _outcome_marks(snapshot: Snapshot) -> pd.DataFrame:
    """That goal 2's monthly figures of a jobcenter are there, but not told."""
    sent = snapshot.figures[snapshot.figures["measure"].isin([ENDED, SELF_SUPPORTING])
                            & (snapshot.figures["value"].notna() | snapshot.figures["mark"].eq("hidden"))]
    return sent.assign(value=pd.array([pd.NA] * len(sent), dtype="Int64"), mark="hidden", text=None, corrected=False)


def _footings(snapshot: Snapshot) -> pd.DataFrame:
    return snapshot.figures[snapshot.figures["measure"].isin(FOOTINGS)]


def _uploads_of(snapshot: Snapshot) -> pd.DataFrame:
    """By (jobcenter, month): the uploads the counts came with."""
    sent = snapshot.figures[snapshot.figures["text"].isna()]
    grouped = sent.groupby(["jobcenter", "month"])
    return grouped.agg(upload_id=("upload_id", "max"), first_upload=("first_upload", "min"))


def _figures(index: pd.Index, measure: str, sources: pd.DataFrame, *, values: pd.Series,
             marks: list[str | None]) -> pd.DataFrame:
    came = sources.reindex(index)
    return pd.DataFrame({
        "jobcenter": index.get_level_values(0), "month": index.get_level_values(1), "measure": measure,
        "value": values.array, "mark": marks, "text": None, "upload_id": came["upload_id"].to_numpy(),
        "first_upload": came["first_upload"].to_numpy(), "corrected": False})


def _outcomes(snapshot: Snapshot, month: date) -> tuple[dict[str | None, date], frozenset[date]]:
    """Up to which month the courses of each are told in ``month``, and the months whose regional total may be told.

    A jobcenter's total moves on only when enough has been added, so that two releases cannot be subtracted.
    """
    found = tables(snapshot, SELF_SUPPORTING, ENDED, delay_days(None))
    part = window(snapshot, None, month)
    x, n = (found[name][part] * found["mature"][part] for name in ("successes", "ended"))
    withheld = found["hidden"][part].any(axis=1)
    told = told_totals(x, n, threshold=settings.load().public_threshold, withheld=withheld)
    months = snapshot.months[part[1]]
    nobody = (n.sum(axis=1) == 0) & ~withheld
    outcomes: dict[str | None, date] = {
        str(code): month if none else months[step]
        for code, step, none in zip(snapshot.jobcenters.index, told.steps, nobody, strict=True) if step >= 0 or none}
    few = (n > 0).sum(axis=0) < FEWEST_UNITS
    sums = frozenset(when for when, fits, lone in zip(months, told.sums, few, strict=True) if fits and not lone)
    return (outcomes | {None: month} if told.sums[-1:].all() else outcomes), sums


def _totals(snapshot: Snapshot, month: date, sums: frozenset[date]) -> frozenset[date]:
    """The months whose running total of the region's courses may be told, that of goal 2 itself among them.

    Before it only measured months: what is not measured yet is in none of the totals that come after.
    """
    frame = running(snapshot, None, month)
    mature = np.flatnonzero(frame["state"].eq(MATURE) & frame["all_ended"].notna())
    if not len(mature):
        return frozenset()
    anchor = int(mature[-1])
    told = frame["month"].dt.date.isin(sums) & frame["state"].eq(MATURE) | (frame.index >= anchor)
    x, n = (as_floats(frame[name]).where(told) for name in ("all_successes", "all_ended"))
    spaced = spaced_totals(x, n, anchor=anchor, threshold=settings.load().public_threshold)
    return frozenset(when.date() for when in frame.loc[spaced, "month"])


def _uploads(snapshot: Snapshot) -> pd.DataFrame:
    """The uploads without who sent them and what they said of them."""
    return snapshot.uploads.assign(**{name: value for name, value in UNSAID.items() if name in snapshot.uploads})


def _targets(snapshot: Snapshot, counts: pd.DataFrame) -> pd.DataFrame:
    """The targets without who set them and why.

    A typed baseline may be the very count of a month: one of a few persons is not told, nor any of a jobcenter of which
    a count is hidden.
    """
    targets = snapshot.targets
    typed = targets["part"].eq("baseline_value")
    few = typed & targets["value"].between(1, settings.load().public_threshold - 1)
    hiding = counts.loc[counts["mark"].eq("hidden") & counts["measure"].eq(TOTAL), "jobcenter"].unique()
    unsafe = few | (typed & targets["jobcenter"].isin(hiding))
    return targets.assign(value=targets["value"].mask(unsafe), source=targets["source"].mask(typed, TYPED),
                          reason="", recorded_by="")
