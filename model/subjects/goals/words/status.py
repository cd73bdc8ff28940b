"""The verdicts and the figures in the shape that the command line prints; unknown is null, shares are unrounded."""

from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import month_key
from model.programmes.current import PROGRAMME
from model.programmes.programme import AllOf, Outcome, Share
from model.snapshot.snapshot import Snapshot
from model.store.facts import FIGURES
from model.subjects.goals.figures.goals import Goal1, Goal2, goal2
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.wording import OUTCOME_WORDS, VERDICT_WORDS


def status(snapshot: Snapshot, month: date) -> dict[str, Any]:
    """The verdicts of ``month``, one of ``snapshot.months``, in words; where nothing is reported nothing is known.

    ``goals`` and their ``parts`` have the ids that the programme declares, so a changed target changes no name.
    """
    whole = region(snapshot, month)
    total = {name: getattr(whole, name)
             for name in ("persons", "activated", "share", "reporting", "of", "reached", "missing")}
    outcomes = {name: _outcome(whole.goal2) for name, goal in PROGRAMME.goals.items() if isinstance(goal, Outcome)}
    return {"month": month_key(month), "programme": PROGRAMME.id, "region": total | {"goals": outcomes},
            "jobcenters": [_jobcenter(goal, goal2(snapshot, goal.code, month)) for goal in whole.goals]}


def _jobcenter(goal: Goal1, outcome: Goal2) -> dict[str, Any]:
    about = {name: getattr(goal, name) for name in ("code", "name", "persons", "activated", "share")}
    return about | {"goals": {name: _all_of(declared, goal) if isinstance(declared, AllOf) else _outcome(outcome)
                              for name, declared in PROGRAMME.goals.items()}}


def _all_of(declared: AllOf, goal: Goal1) -> dict[str, Any]:
    return {"verdict": VERDICT_WORDS[goal.verdict], "missing": goal.missing,
            "parts": {name: _share(goal) if isinstance(part, Share) else _increase(goal)
                      for name, part in declared.parts.items()}}


def _share(goal: Goal1) -> dict[str, Any]:
    return {"target": goal.share_target, "value": goal.share, "reached": goal.share_reached,
            "needed": goal.share_needed, "missing": goal.share_missing}


def _increase(goal: Goal1) -> dict[str, Any]:
    return {"target": goal.increase_target, "baseline": goal.baseline, "value": goal.increase,
            "reached": goal.increase_reached, "missing": goal.increase_missing}


def _outcome(goal: Goal2) -> dict[str, Any]:
    names = ("target", "successes", "ended", "share", "low", "high")
    return {"verdict": OUTCOME_WORDS[goal.verdict]} | {name: getattr(goal, name) for name in names}


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
    shown = rows.assign(month=rows["month"].dt.strftime("%Y-%m"))[FIGURES.names[:6]]
    return shown.astype(object).where(shown.notna(), None).to_dict("records")
