"""Individual counselling: who the figures point to, how far each offer has come, and the share round a visit."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

import pandas as pd

from model.basics.formatting import alphabetical
from model.basics.frames import day, text
from model.intake.datasets.counselling import COUNSELLING
from model.programmes.current import PLAN
from model.snapshot.absence import HIDDEN, combined
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.share_target import needed
from model.store.record_facts import schema
from model.subjects.goals.figures.breaks import new_models
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.figures.goals import goal1, goals1
from model.subjects.goals.figures.progress import progress
from model.subjects.goals.figures.targets import BASELINE, resolve

DATASET = COUNSELLING.name
WISHED, OFFERED, AGREED, HELD, DECLINED = STATUSES = ("ønsket", "tilbudt", "aftalt", "afholdt", "takket nej")
DATES = {WISHED: "wished_on", OFFERED: "offered_on", AGREED: "agreed_for", HELD: "held_on", DECLINED: "declined_on"}
VISITS = schema(COUNSELLING.table).indexed_by("jobcenter").besides(
    text("name", "the jobcenter's"), day("day", "that goes with the status"),
    row="one jobcenter that was offered counselling or asked for it, by its first date")
By = Literal["points", "persons"]


@dataclass(frozen=True)
class Group:
    """Match group 4 in one month: how many, how many of them in company activation."""

    month: date
    persons: int
    activated: int
    target: int | None  # what their share is judged by


@dataclass(frozen=True)
class Candidate:
    """How far a jobcenter was from the share of goal 1 at its baseline; None is unknown. points: percentage points."""

    code: str
    name: str
    month: date
    persons: int | None
    activated: int | None
    target: int | None
    missing: int | None
    points: float | None
    hidden: bool
    status: str | None  # of the counselling


@remembered
def visits(snapshot: Snapshot) -> Annotated[pd.DataFrame, VISITS]:
    """The jobcenters that were offered counselling or asked for it."""
    frame = snapshot.recorded(DATASET)
    if frame.empty:
        return VISITS.empty()
    days = [row[DATES[row["status"]]] if row["status"] in DATES else pd.NaT for _, row in frame.iterrows()]
    rows = frame.assign(name=frame["jobcenter"].map(snapshot.jobcenters["name"]),
                        day=pd.Series(days, index=frame.index, dtype="datetime64[us]"))
    first = rows[[*DATES.values()]].min(axis=1)
    order = sorted(rows.index, key=lambda at: (pd.isna(first[at]), first[at], alphabetical(rows.at[at, "name"])))
    return rows.loc[order].set_index("jobcenter")


def offers(snapshot: Snapshot) -> Annotated[pd.DataFrame, VISITS]:
    """The rows of ``visits`` that were offered counselling, also those that have asked for it again."""
    every = visits(snapshot)
    return every[every["status"].ne(WISHED) | every["offered_on"].notna()]


@remembered
def waiting(snapshot: Snapshot) -> Annotated[pd.DataFrame, VISITS]:
    """The rows of ``visits`` that have asked for counselling and have no answer yet, longest waiting first."""
    every = visits(snapshot)
    return every[every["status"].eq(WISHED)].sort_values("wished_on", kind="stable")


def counts(snapshot: Snapshot) -> dict[str, int]:
    """How many jobcenters have each of STATUSES."""
    statuses = visits(snapshot)["status"]
    return {status: int(statuses.eq(status).sum()) for status in STATUSES}


@remembered
def candidates(snapshot: Snapshot, by: By = "points") -> tuple[Candidate, ...]:
    """Jobcenters short of the share at the baseline, furthest first in percentage points or in persons."""
    short = [c for c in _all(snapshot) if c.missing]
    return tuple(sorted(short, key=lambda c: (-float((c.points if by == "points" else c.missing) or 0),
                                              alphabetical(c.name))))


def furthest(snapshot: Snapshot, by: By = "points") -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """(as many candidates as the plan has visits for, the rest); all of them where no visits are planned."""
    ranked, visited = candidates(snapshot, by), PLAN.counselling.about if PLAN.counselling else None
    return ranked[:visited], () if visited is None else ranked[visited:]


def reached(snapshot: Snapshot) -> list[Candidate]:
    """Those that had reached the share at the baseline already, in Danish order."""
    return sorted((c for c in _all(snapshot) if c.missing == 0), key=lambda c: alphabetical(c.name))


def untold(snapshot: Snapshot) -> list[Candidate]:
    """Those whose distance cannot be told, in Danish order."""
    return sorted((c for c in _all(snapshot) if c.missing is None), key=lambda c: alphabetical(c.name))


@remembered
def _all(snapshot: Snapshot) -> tuple[Candidate, ...]:
    states = visits(snapshot)["status"].to_dict()
    return tuple(_candidate(snapshot, goal.code, states.get(goal.code)) for goal in goals1(snapshot, snapshot.starts))


def _candidate(snapshot: Snapshot, code: str, status: str | None) -> Candidate:
    """A baseline that is a typed number is laid on the target group of the region's baseline month."""
    month, typed = _baseline(snapshot, code)
    goal = goal1(snapshot, code, month)
    x, n, target = goal.activated if typed is None else typed, goal.persons, goal.share_target
    missing, points = _distance(x, n, target)
    return Candidate(
        code=code, name=goal.name, month=month, persons=n, activated=x, target=target,
        missing=missing, points=points,
        hidden=combined(goal.persons_absent, goal.activated_absent if typed is None else None) == HIDDEN,
        status=status if isinstance(status, str) else None)


def _distance(x: int | None, n: int | None, target: int | None) -> tuple[int | None, float | None]:
    """Persons and percentage points that x of n is short of the share; None, None where it cannot be told."""
    if x is None or not n or target is None:
        return None, None
    return max(0, needed(n, percent=target) - x), max(0.0, target - 100 * x / n)


def _baseline(snapshot: Snapshot, code: str) -> tuple[date, int | None]:
    """(the month the baseline is read from, the number where one is typed instead)."""
    own, common = (resolve(snapshot.targets, BASELINE, c, snapshot.starts) for c in (code, None))
    month = next((target.month for target in (own, common) if target is not None and target.month), snapshot.starts)
    inside = month if month in snapshot.months else snapshot.figures_from
    return inside, own.value if own is not None and own.part == "baseline_value" else None


@remembered
def group_at_baseline(snapshot: Snapshot, code: str) -> Group | None:
    """Match group 4 of a jobcenter in its baseline month; None where it is not known."""
    month, typed = _baseline(snapshot, code)
    goal = goal1(snapshot, code, month)
    x = goal.activated if typed is None else typed
    return None if x is None or goal.persons is None else Group(month, goal.persons, x, goal.share_target)


def visit_day(snapshot: Snapshot, code: str) -> date | None:
    """The day of the visit: held, else agreed for; None when there is none."""
    every = visits(snapshot)
    if code not in every.index:
        return None
    days = [every.at[code, column] for column in ("held_on", "agreed_for")]
    return next((day.date() for day in days if not pd.isna(day)), None)


@remembered
def group_before_visit(snapshot: Snapshot, code: str) -> Group | None:
    """Match group 4 in the newest known month before the visit's, or before the data date's without a visit."""
    until = (visit_day(snapshot, code) or snapshot.data_date).replace(day=1)
    return _newest(progress(snapshot, code), last_before=until)


@remembered
def group_after_visit(snapshot: Snapshot, code: str) -> Group | None:
    """Match group 4 in the newest whole month known after a visit that was held; None until there is one."""
    shown = default_month(snapshot)
    held = visits(snapshot)["held_on"].get(code)
    if shown is None or held is None or pd.isna(held):
        return None
    rows = progress(snapshot, code)
    after = rows["month"].gt(held.to_period("M").to_timestamp()) & rows["month"].le(pd.Timestamp(shown))
    return _newest(rows[after])


@remembered
def broken(snapshot: Snapshot, code: str) -> bool:
    """Whether the match groups changed between the two months that are held up against each other round a visit."""
    before, after = group_before_visit(snapshot, code), group_after_visit(snapshot, code)
    return before is not None and after is not None and any(
        before.month < month <= after.month for month in new_models(snapshot, code))


@remembered
def held(snapshot: Snapshot) -> list[str]:
    """Codes of the jobcenters that were visited, by the day of the visit."""
    every = visits(snapshot)
    rows = every[every["status"].eq(HELD) & every["held_on"].notna()] if len(every) else every
    return [str(code) for code in rows.sort_values("held_on", kind="stable").index]


def _newest(rows: pd.DataFrame, *, last_before: date | None = None) -> Group | None:
    known = rows[rows["share"].notna()]
    if last_before is not None:
        known = known[known["month"].lt(pd.Timestamp(last_before))]
    if known.empty:
        return None
    last = known.iloc[-1]
    return Group(last["month"].date(), int(last["persons"]), int(last["activated"]),
                 None if pd.isna(last["target"]) else int(last["target"]))
