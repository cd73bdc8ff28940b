"""Goal 2 in jobcenters beside each other: each with its own interval, and within or outside what chance allows."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from model.basics.formatting import alphabetical
from model.basics.months import between, shift
from model.basics.shares import decimals_beside
from model.programmes.measures import ENDED, SELF_SUPPORTING
from model.snapshot.columns import by_jobcenter, column
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.funnel import Z998, expected_outside, outside
from model.statistics.intervals import FEWEST, Z95
from model.subjects.comparison.figures.peers import Peers
from model.subjects.goals.figures.cohorts import cohort_panel, delay_days
from model.subjects.goals.figures.goal1 import participates
from model.subjects.goals.figures.goals import Goal2, goal2, goals1
from model.subjects.goals.figures.left_out import WHOLE, outcome_region

Place = Literal["within", "ask", "outside", "not_judged"]


@dataclass(frozen=True)
class Unit:
    """One jobcenter among the others. place: against the limits round the region's share, for 20 courses or more.

    ask: outside 95 % but not 99.8 %; outside: outside 99.8 %. side: −1 under, 1 over, 0 where nothing is said.
    untold: ended courses whose outcome should be known by now and is not; silent: such months without any figure.
    """

    code: str
    name: str
    goal: Goal2
    place: Place
    side: int
    untold: int
    silent: int
    before: Goal2 | None  # the same a year before; None before the campaign


@dataclass(frozen=True)
class Comparison:
    """The units of one group, those of 20 courses or more by share, then the small ones, then those without a share."""

    month: date
    before: date | None  # a year before, within the campaign
    peers: Peers
    region: Goal2
    units: tuple[Unit, ...]
    name: str = WHOLE  # what the region's sums are of
    published: bool = False  # it is of an edition, which tells nothing of single months

    @property
    def stops(self) -> tuple[date, ...]:
        """The months at which the units' counts end, where they end before the comparison's month."""
        return tuple(unit.goal.last for unit in self.units if unit.goal.ended and unit.goal.last < self.month)

    @property
    def decimals(self) -> int:
        """Of the shares, which stand in one column with the region's."""
        return decimals_beside(goal.ended for goal in (self.region, *(unit.goal for unit in self.units))
                               if goal.successes is not None)

    @property
    def judged(self) -> tuple[Unit, ...]:
        """Those of 20 courses or more."""
        return tuple(unit for unit in self.units if unit.place != "not_judged")

    @property
    def small(self) -> tuple[Unit, ...]:
        """Those with courses, but fewer than 20: shown, never judged."""
        return tuple(unit for unit in self.units if unit.place == "not_judged" and unit.goal.ended)

    @property
    def without(self) -> tuple[Unit, ...]:
        """Those of whom no share can be told: nothing to measure yet, or a withheld figure."""
        return tuple(unit for unit in self.units if not unit.goal.ended)

    @property
    def deviating(self) -> tuple[Unit, ...]:
        """Those outside 99.8 %: the only ones that may be said to deviate."""
        return tuple(unit for unit in self.units if unit.place == "outside")

    @property
    def beyond95(self) -> tuple[Unit, ...]:
        """Those outside 95 %, the deviating among them."""
        return tuple(unit for unit in self.units if unit.place in ("ask", "outside"))

    @property
    def by_chance(self) -> float:
        """How many would be outside 95 % on average, were all judged units alike."""
        return expected_outside(len(self.judged), z=Z95)

    @property
    def whole(self) -> tuple[int, int]:
        """(successes, ended) of the group together: Σx and Σn over those that are known."""
        return sum(unit.goal.successes or 0 for unit in self.units), sum(unit.goal.ended or 0 for unit in self.units)


@remembered
def comparison(snapshot: Snapshot, month: date, peers: Peers) -> Comparison:
    """The jobcenters of ``peers`` that take part in ``month``, on mature cohorts from the campaign's start to it."""
    whole, before = goal2(snapshot, None, month), shift(month, -12)
    before_or_none = before if before >= snapshot.starts else None
    lacking = _lacking(snapshot, month)
    units = [_unit(snapshot, goal.code, month, whole=whole, before=before_or_none, lacking=lacking)
             for goal in goals1(snapshot, month) if goal.code in peers.codes]
    return Comparison(month=month, before=before_or_none, peers=peers, region=whole,
                      units=tuple(sorted(units, key=_order)), name=outcome_region(snapshot),
                      published=snapshot.release is not None)


def _unit(snapshot: Snapshot, code: str, month: date, *, whole: Goal2, before: date | None,
          lacking: pd.DataFrame) -> Unit:
    goal = goal2(snapshot, code, month)
    place, side = _place(goal, whole)
    return Unit(code=code, name=str(snapshot.jobcenters.loc[code, "name"]), goal=goal, place=place, side=side,
                untold=int(lacking.loc[code, "untold"]), silent=int(lacking.loc[code, "silent"]),
                before=goal2(snapshot, code, before) if before else None)


def _place(goal: Goal2, whole: Goal2) -> tuple[Place, int]:
    """Where a unit lies by the limits of its own size round the region's weighted share (Spiegelhalter 2005)."""
    if goal.successes is None or not goal.ended or goal.ended < FEWEST or not whole.ended:
        return "not_judged", 0
    level = (whole.successes or 0) / whole.ended
    far, near = (int(outside(goal.successes, goal.ended, level=level, z=z)) for z in (Z998, Z95))
    return ("outside", far) if far else ("ask", near) if near else ("within", 0)


def _order(unit: Unit) -> tuple[int, float, str]:
    if unit.place == "not_judged":  # small units and those without a share are in no order of shares
        return (1 if unit.goal.ended else 2, 0.0, alphabetical(unit.name))
    return (0, -(unit.goal.share or 0.0), alphabetical(unit.name))


@remembered
def _lacking(snapshot: Snapshot, month: date) -> pd.DataFrame:
    """By jobcenter: untold (courses) and silent (months) among the months old enough to be measured."""
    frame = cohort_panel(snapshot, SELF_SUPPORTING, ENDED, delay_days(None))
    ended, hidden = column(snapshot, ENDED)
    due = participates(snapshot) & ~frame["young"]
    known = frame["known"] | frame["hidden"]
    untold = ended.fillna(0).astype("int64").where(due & ~known, 0)
    window = slice(between(snapshot.figures_from, snapshot.starts), between(snapshot.figures_from, month) + 1)
    silent = due & ended.isna() & ~hidden
    return pd.DataFrame({name: np.asarray(by_jobcenter(snapshot, laid)[:, window].sum(axis=1), dtype="int64")
                         for name, laid in (("untold", untold), ("silent", silent))}, index=snapshot.jobcenters.index)
