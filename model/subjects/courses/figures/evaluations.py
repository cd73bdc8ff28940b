"""The evaluation forms of course days: how many were answered, and how the answers fall on the scores. Never a mean."""

from dataclasses import dataclass
from typing import Annotated, Any

import pandas as pd

from model.intake.datasets.evaluation import EVALUATION
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.record_facts import schema
from model.subjects.courses.figures.attendance import MENTOR, cancelled, day_name

SCORES = (1, 2, 3, 4, 5)
ROWS = schema(EVALUATION.table)


@dataclass(frozen=True)
class DayEvaluation:
    """One day's forms. Counts are None where they are not known; marks say of which they were hidden or taken back.

    scores: the number of answers by score from 1 to 5. held: whether the day lies before the data date.
    """

    code: str
    name: str
    held: bool
    sent: int | None
    answered: int | None
    scores: tuple[int | None, ...]
    marks: tuple[str | None, ...]  # of the scores: hidden | missing | None
    sent_mark: str | None = None
    answered_mark: str | None = None

    @property
    def without_score(self) -> int | None:
        """Answers that carry no score; None unless the answers and every score are known."""
        known = [score for score in self.scores if score is not None]
        if self.answered is None or len(known) < len(SCORES):
            return None
        return self.answered - sum(known)


@remembered
def rows(snapshot: Snapshot) -> Annotated[pd.DataFrame, ROWS]:
    """The evaluation records, one row per day."""
    return snapshot.recorded(EVALUATION.name)


@remembered
def evaluations(snapshot: Snapshot) -> tuple[DayEvaluation, ...]:
    """Every course day that has been held, every mentor run that is over, by its last day unless another is evaluated,
    and every other day that is evaluated: the course days first, each kind in the order it is held. Nobody is asked of
    a day that is cancelled.
    """
    stated = rows(snapshot).set_index("course_day")
    evaluated = stated[~stated.index.isin(cancelled(snapshot))]
    over = {str(code): plan["held_on"] < snapshot.data_date for code, plan in snapshot.course_days.iterrows()}
    expected = {code for code, held in over.items() if held} & _asked(snapshot, {str(code) for code in evaluated.index})
    shown = [code for code in _in_order(snapshot) if code in evaluated.index or code in expected]
    return tuple(_of_row(snapshot, code, evaluated.loc[code], held=over[code]) if code in evaluated.index
                 else _nothing(snapshot, code) for code in shown)


def _asked(snapshot: Snapshot, said: set[str]) -> set[str]:
    """The days people are asked on: every course day, and the last of each mentor run none of whose days was asked."""
    days_held = snapshot.course_days.drop(index=list(cancelled(snapshot)))
    mentor = days_held[days_held["kind"].eq(MENTOR)]
    runs = [[str(code) for code in days.index] for _, days in mentor.groupby("run")]
    return {str(code) for code in days_held.index.difference(mentor.index)} | {
        days[-1] for days in runs if not said & set(days)}


def _in_order(snapshot: Snapshot) -> list[str]:
    mentor = snapshot.course_days["kind"].eq(MENTOR)
    return [str(code) for code in mentor.sort_values(kind="stable").index]


def _nothing(snapshot: Snapshot, code: str) -> DayEvaluation:
    nothing = (None,) * len(SCORES)
    return DayEvaluation(code, day_name(snapshot, code), True, None, None, nothing, nothing)


def response(snapshot: Snapshot) -> tuple[int, int] | None:
    """(answered, sent) over the days where both are known; None without any."""
    both = [(e.answered, e.sent) for e in evaluations(snapshot) if e.answered is not None and e.sent is not None]
    return (sum(answered for answered, _ in both), sum(sent for _, sent in both)) if both else None


def any_answer(snapshot: Snapshot) -> bool:
    """Whether any evaluation stands."""
    return not rows(snapshot).empty


def _of_row(snapshot: Snapshot, code: str, row: pd.Series, *, held: bool) -> DayEvaluation:
    names = [f"score_{score}" for score in SCORES]
    return DayEvaluation(code=code, name=day_name(snapshot, code), held=held, sent=_count(row["sent"]),
                         answered=_count(row["answered"]), scores=tuple(_count(row[name]) for name in names),
                         marks=tuple(row[f"{name}_mark"] for name in names), sent_mark=row["sent_mark"],
                         answered_mark=row["answered_mark"])


def _count(cell: Any) -> int | None:
    return None if pd.isna(cell) else int(cell)
