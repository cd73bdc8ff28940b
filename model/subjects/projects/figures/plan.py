"""A project's plan as it stands: what its programme declares, with what has been changed since, newest last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from model.programmes import planned
from model.programmes.kinds import Checklist, Contract, Milestones, Point, Row, Volume
from model.programmes.planned import Stated
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.tables.plans import MILESTONE, MINIMUM, POINT
from model.store.tables.plans import ROW as OF_A_ROW

Key = tuple[str, str, date | None]  # part, about, on


@dataclass(frozen=True)
class Change:
    """One change: of which part (see ``PlanChange``), what it was and is, why, by whom and when (UTC)."""

    part: str
    about: str
    on: date | None
    was: Stated
    now: Stated
    reason: str
    by: str
    at: datetime


@remembered
def changes(snapshot: Snapshot, project: str) -> tuple[Change, ...]:
    """Every change of a project's plan, oldest first."""
    rows = snapshot.plans[snapshot.plans["project"] == project].to_dict("records")
    stands: dict[Key, Stated] = {}
    made = []
    for row in rows:
        key = row["part"], row["about"], row["on"]
        was = stands[key] if key in stands else _declared(project, key)
        stands[key] = row["text"] if row["value"] is None or pd.isna(row["value"]) else int(row["value"])
        made.append(Change(*key, was, stands[key], row["reason"], row["recorded_by"], row["recorded_at"]))
    return tuple(made)


def _declared(project: str, key: Key) -> Stated:
    part, about, on = key
    if part == MILESTONE:
        return planned.milestone(project, about, on) if on else None
    return {MINIMUM: planned.minimum, POINT: planned.point, OF_A_ROW: planned.row}[part](project, about)


@remembered
def newest_changes(snapshot: Snapshot, project: str) -> Mapping[Key, Change]:
    """By the part it is of, the change that holds."""
    return {(each.part, each.about, each.on): each for each in changes(snapshot, project)}


@remembered
def milestones_planned(snapshot: Snapshot, project: str) -> Mapping[str, Mapping[date, int]]:
    """By measure how many there are to be by each day, as the plan stands; empty without milestones."""
    programme, own = PROJECTS[project].programme, planned.code_of(PROJECTS[project])
    found = {plan.measure: dict(plan.values) for goal in programme.aims(Milestones) for plan in goal.plans
             if plan.unit == own}
    for (part, about, on), change in newest_changes(snapshot, project).items():
        if part == MILESTONE and on is not None:
            days = found.setdefault(about, {})
            days.pop(on, None)
            days |= {on: change.now} if isinstance(change.now, int) else {}
    return {measure: days for measure, days in found.items() if days}


@remembered
def days_planned(snapshot: Snapshot, project: str) -> tuple[date, ...]:
    """The days of the project's milestones: those that all units share, and those that are its own."""
    shared = {on for goal in PROJECTS[project].programme.aims(Milestones) for on in goal.dates}
    return tuple(sorted(shared.union(*milestones_planned(snapshot, project).values())))


@remembered
def volume_planned(snapshot: Snapshot, project: str) -> Volume | None:
    """The minimum as the plan stands; None for a programme without one."""
    goal = next(iter(PROJECTS[project].programme.aims(Volume)), None)
    if goal is None:
        return None
    least = {about: change.now for (part, about, _), change in newest_changes(snapshot, project).items()
             if part == MINIMUM}
    return goal.model_copy(update={"least": least.get(goal.started, goal.least),
                                   "parts": {name: least.get(name, stated) for name, stated in goal.parts.items()}})


def points_planned(snapshot: Snapshot, project: str) -> tuple[Point, ...]:
    """The points of the checklist with their sentences as they stand; empty for a programme without one."""
    return tuple(_with(each, "sentence", newest_changes(snapshot, project).get((POINT, str(each.number), None)))
                 for goal in PROJECTS[project].programme.aims(Checklist) for each in goal.points)


def rows_planned(snapshot: Snapshot, project: str) -> tuple[Row, ...]:
    """The rows of the contract with what they ask for as it stands; empty for a programme without one."""
    return tuple(_with(each, "requirement", newest_changes(snapshot, project).get((OF_A_ROW, str(each.number), None)))
                 for contract in PROJECTS[project].programme.aims(Contract) for each in contract.rows)


def _with(declared: Any, name: str, change: Change | None) -> Any:
    return declared if change is None else declared.model_copy(update={name: change.now})
