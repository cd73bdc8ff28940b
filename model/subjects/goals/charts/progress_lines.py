"""The lines of the progress chart: the share month by month, and the path that the goal requires."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import month_long
from model.basics.frames import records
from model.basics.months import between, span
from model.basics.shares import share_of
from model.drawing.chart import Role, Series
from model.drawing.words import judged_by, share_text
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.trend import month_of_label
from model.subjects.goals.figures.goals import Goal1, goal1
from model.subjects.goals.figures.progress import FINAL, MISSING, NONE, PROVISIONAL
from model.subjects.goals.figures.region import Region, region

STATES = {FINAL: "endelig", PROVISIONAL: "foreløbig", MISSING: "mangler", NONE: "endnu ikke"}
NEEDED, NEEDED_OF_ALL = "Nødvendigt for at nå målet", "Nødvendigt, for at alle når målet"


def line(frame: pd.DataFrame, *, name: str, role: Role) -> Series:
    """The share of each month of ``progress`` with the columns ``said`` and ``gap``; provisional points are hollow."""
    values = tuple(None if pd.isna(share) else float(share) for share in frame["share"])
    rows = records(frame)
    return Series(
        name=name, role=role, months=months_of(frame), values=values,
        labels=tuple(_hover(row, name) for row in rows),
        provisional=tuple(state == PROVISIONAL for state in frame["state"]), hollow=STATES[PROVISIONAL],
        targets=tuple(judged_by(row) for row in rows),
        gaps=tuple(frame["gap"]))


def main_line(frame: pd.DataFrame, told: pd.DataFrame, *, name: str) -> Series:
    """The same as the chart's own line, with its share at the last of the months that may be spoken of."""
    drawn = line(frame, name=name, role="main")
    if told.empty:
        return drawn
    last, = records(told.tail(1))
    at = last["month"].date()
    mark = " (foreløbig)" if last["state"] == PROVISIONAL else month_of_label(frame, at)
    return replace(drawn, label_last=share_words(last) + mark, label_at=at)


def required_path(snapshot: Snapshot, code: str | None, month: date) -> tuple[Series, ...]:
    """From the month's share straight to the one that both halves of goal 1 ask for in the campaign's last month."""
    goal: Goal1 | Region = goal1(snapshot, code, month) if code else region(snapshot, month)
    persons, activated, missing = goal.persons, goal.activated, goal.missing
    left = between(month, snapshot.ends)
    if not persons or activated is None or not missing or goal.over:
        return ()
    steps = [100 * (activated + missing * step / left) / persons for step in range(left + 1)]
    months = tuple(span(month, snapshot.ends))
    needed = share_text(activated + missing, persons, target=goal.share_target)
    return (Series(name=NEEDED if code else NEEDED_OF_ALL, role="required", months=months, values=tuple(steps),
                   labels=("",) * len(months), targets=(goal.share_target,) * len(months),
                   label_last=f"nødvendigt: {needed}"),)


def share_words(row: Mapping[str, Any], least: int = 0) -> str:
    """The share of a month in percent. least: decimals that the shares beside it have."""
    return share_text(int(row["activated"]), int(row["persons"]), target=judged_by(row), least=least)


def _hover(row: Mapping[str, Any], name: str) -> str:
    when = month_long(row["month"].date())
    if pd.isna(row["share"]):
        return f"{name}, {when}: {row['said']}"
    text = share_of(int(row["activated"]), int(row["persons"]), target=judged_by(row))
    return f"{name}, {when}<br>{text}" + (f" · {STATES[PROVISIONAL]}" if row["state"] == PROVISIONAL else "")


def months_of(frame: pd.DataFrame) -> tuple[date, ...]:
    """The months of the rows."""
    return tuple(month.date() for month in frame["month"])
