"""What comes of virksomhedscentre: ended courses in centres, and how many of them reached job or education.

The certainty rules are goal 2's: mature courses since the campaign's first month, a share from 20 courses on, Wilson's
95 % interval. The trial's figure may stand beside it; goal 2's target of 20 % may not, since it is of another outcome.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from model.basics.formatting import alphabetical
from model.basics.months import between
from model.programmes.measures import CENTRE_ENDED, CENTRE_JOB
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.centres.figures.periods import name_of
from model.subjects.goals.figures.cohorts import delay_days, tables
from model.subjects.goals.figures.goals import goal2, goals1

YEAR = 12  # months


@dataclass(frozen=True)
class CourseYear:
    """A jobcenter's courses that ended in centres in the twelve months up to ``last``, its newest that is measured.

    months: how many of the twelve are measured. ended, job (reached job or education): known only where all are.
    """

    last: date | None = None
    months: int = 0
    ended: int | None = None
    job: int | None = None


@dataclass(frozen=True)
class CentreOutcome:
    """Courses that ended in centres and reached job or education; share, low, high in percent, None under FEWEST."""

    code: str | None  # None: the region
    name: str
    successes: int | None
    ended: int | None  # None: a figure in the window is withheld, or no month can be measured
    share: float | None
    low: float | None
    high: float | None
    first: date
    last: date
    months: int  # with courses that can be measured
    withheld: bool  # a figure of the jobcenter in the window is
    left_out: int  # the region: jobcenters with a withheld figure
    young: bool = False  # what there is cannot be measured yet, and no month is without figures


@remembered
def centre_outcome(snapshot: Snapshot, code: str | None, month: date) -> CentreOutcome:
    """For a jobcenter, or the region's sums (None), from the campaign's first month to ``month``."""
    goal = goal2(snapshot, code, max(month, snapshot.starts), outcome=CENTRE_JOB, ended=CENTRE_ENDED)
    enough = (goal.ended or 0) >= FEWEST
    share, low, high = (goal.share, goal.low, goal.high) if enough else (None, None, None)
    successes, ended = (goal.successes, goal.ended) if goal.counted else (None, None)
    first, last = goal.measured
    return CentreOutcome(code=code, name=name_of(snapshot, code), successes=successes, ended=ended, share=share,
                         low=low, high=high, first=first, last=last, months=goal.counted,
                         withheld=goal.ended is None, left_out=goal.left_out,
                         young=bool(goal.immature) and not goal.counted and not goal.absent)


@remembered
def centre_outcomes(snapshot: Snapshot, month: date) -> tuple[CentreOutcome, ...]:
    """Every jobcenter that takes part in ``month``, in Danish order of their names."""
    outcomes = [centre_outcome(snapshot, goal.code, month) for goal in goals1(snapshot, month)]
    return tuple(sorted(outcomes, key=lambda outcome: alphabetical(outcome.name)))


@remembered
def course_year(snapshot: Snapshot, code: str, until: date | None = None) -> CourseYear:
    """The twelve months up to the newest that is measured, or the newest up to ``until``."""
    row = snapshot.jobcenters.index.get_loc(code)
    laid = {name: table[row] for name, table in tables(snapshot, CENTRE_JOB, CENTRE_ENDED, delay_days(None)).items()}
    until_at = len(snapshot.months) if until is None else max(0, between(snapshot.figures_from, until) + 1)
    mature = np.flatnonzero(laid["mature"][:until_at])
    if not len(mature):
        return CourseYear()
    year = slice(max(0, int(mature[-1]) + 1 - YEAR), int(mature[-1]) + 1)
    last, months = snapshot.months[mature[-1]], int(laid["mature"][year].sum())
    if months < YEAR:
        return CourseYear(last, months)
    return CourseYear(last, months, int(laid["ended"][year].sum()), int(laid["successes"][year].sum()))
