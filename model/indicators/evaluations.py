"""The evaluation forms of course days: how many were answered, and how the answers fall on the scores. Never a mean."""

from dataclasses import dataclass

import pandas as pd

from model.importing.record_datasets import EVALUATION
from model.indicators.attendance import COURSE, day_name
from model.indicators.snapshot import Snapshot, remembered

SCORES = (1, 2, 3, 4, 5)


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

    @property
    def without_score(self) -> int | None:
        """Answers that carry no score; None unless the answers and every score are known."""
        told = [score for score in self.scores if score is not None]
        if self.answered is None or len(told) < len(SCORES):
            return None
        return self.answered - sum(told)


@remembered
def rows(snapshot: Snapshot) -> pd.DataFrame:
    """The evaluation records, one row per day: the frame of ``record_facts.records``; empty where there are none."""
    return snapshot.records.get(EVALUATION.name, pd.DataFrame({"course_day": pd.Series(dtype=object)}))


@remembered
def evaluations(snapshot: Snapshot) -> tuple[DayEvaluation, ...]:
    """Every course day that has been held, and every other day that is evaluated, in the order they are held."""
    said = rows(snapshot).set_index("course_day")
    found = []
    for code, plan in snapshot.course_days.iterrows():
        held = plan["held_on"] < snapshot.data_date
        if code in said.index:
            found.append(_of_row(snapshot, str(code), said.loc[code], held=held))
        elif held and plan["kind"] == COURSE:
            nothing = (None,) * len(SCORES)
            found.append(DayEvaluation(str(code), day_name(snapshot, str(code)), held, None, None, nothing, nothing))
    return tuple(found)


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
                         marks=tuple(row[f"{name}_mark"] for name in names))


def _count(cell: object) -> int | None:
    return None if pd.isna(cell) else int(cell)  # type: ignore[call-overload]
