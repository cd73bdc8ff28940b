"""What an increase is measured from when jobcenters are merged: the sum of what each is measured from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goals import goal1


@dataclass(frozen=True)
class SummedBaseline:
    """persons: the sum; None where no increase is asked for. lacking: codes of those whose baseline is not known."""

    persons: int | None
    lacking: tuple[str, ...] = ()


def summed_baseline(snapshot: Snapshot, codes: Sequence[str], month: date) -> SummedBaseline:
    """Of these jobcenters, as it would be asked for in ``month``. Raises KeyError for an unknown code."""
    goals = [goal1(snapshot, code, month) for code in codes]
    if all(goal.increase_target is None for goal in goals):
        return SummedBaseline(None)
    known = {goal.code: goal.baseline for goal in goals}
    lacking = tuple(code for code, persons in known.items() if persons is None)
    return SummedBaseline(None if lacking else sum(persons or 0 for persons in known.values()), lacking)
