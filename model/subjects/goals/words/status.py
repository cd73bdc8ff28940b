"""The verdicts and the figures in the shape that the command line prints; unknown is null, shares are unrounded."""

from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import NBSP, month_key
from model.snapshot.snapshot import FIGURE_COLUMNS, Snapshot
from model.subjects.goals.figures.goals import Goal1, Goal2, goal2, region
from model.subjects.goals.words.titles import verdict_words


def status(snapshot: Snapshot, month: date) -> dict[str, Any]:
    """The verdicts of ``month``, one of ``snapshot.months``, in words; where nothing is reported nothing is known."""
    found = region(snapshot, month)
    total = {name: getattr(found, name) for name in ("persons", "activated", "share", "reporting", "of", "reached",
                                                     "missing")}
    return {"month": month_key(month), "region": total | {"goal2": _goal2(found.goal2)},
            "jobcenters": [_jobcenter(goal) | {"goal2": _goal2(goal2(snapshot, goal.code, month))}
                           for goal in found.goals]}


def _jobcenter(goal: Goal1) -> dict[str, Any]:
    names = ("code", "name", "persons", "activated", "share", "needed_16", "missing_16", "reached_16", "baseline",
             "increase", "missing_15", "reached_15")
    said = verdict_words(goal).replace(NBSP, " ")
    return {name: getattr(goal, name) for name in names} | {"goal1": said, "missing": goal.missing}


def _goal2(goal: Goal2) -> dict[str, Any]:
    return {name: getattr(goal, name) for name in ("successes", "ended", "share", "low", "high", "status")}


def figures_json(snapshot: Snapshot, *, month: date | None = None,
                 jobcenter: str | None = None) -> list[dict[str, Any]]:
    """Current values, one per stated figure: value null and mark ``hidden`` where the sender withheld it.

    A figure that is not reported has no row; a text measure has its words in ``text``.
    """
    rows = snapshot.figures[~snapshot.figures["mark"].eq("missing")]
    if month is not None:
        rows = rows[rows["month"].eq(pd.Timestamp(month))]
    if jobcenter is not None:
        rows = rows[rows["jobcenter"].eq(jobcenter)]
    shown = rows.assign(month=rows["month"].dt.strftime("%Y-%m"))[list(FIGURE_COLUMNS[:6])]
    return shown.astype(object).where(shown.notna(), None).to_dict("records")
