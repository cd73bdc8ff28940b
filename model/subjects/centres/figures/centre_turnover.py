"""How many courses one place takes in a year: ended courses over the places that stood ready for them.

The trials counted persons, and a person with two courses counts twice here: what is called a course is never called a
person. Internal: a jobcenter's places are those of named companies.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from model.basics.formatting import alphabetical
from model.basics.months import shift
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.centres.figures.centre_outcomes import YEAR, course_year
from model.subjects.centres.figures.occupancy import Occupancy, occupancies
from model.subjects.centres.figures.periods import name_of
from model.subjects.goals.figures.goals import goals1


@dataclass(frozen=True)
class Turnover:
    """Courses that ended in centres in a year, and the places of each of its months, summed. None is not known.

    whole: jobcenters that are in the sums, each with every month of both known; of: jobcenters that take part.
    """

    code: str | None  # None: the region
    name: str
    first: date
    last: date
    ended: int | None
    place_months: int | None
    whole: int
    of: int

    @property
    def places(self) -> float | None:
        """Places on the average of the year's months."""
        return None if self.place_months is None else self.place_months / YEAR

    @property
    def per_place(self) -> float | None:
        """Courses for each place in a year; None under FEWEST courses or places."""
        if self.ended is None or not self.places or min(self.ended, self.places) < FEWEST:
            return None
        return self.ended / self.places


@remembered
def turnovers(snapshot: Snapshot, month: date) -> tuple[Turnover, ...]:
    """Every jobcenter that takes part in ``month``, in Danish order, over the year most of them can tell of.

    The year ends with the month up to ``month`` that most jobcenters' newest measured courses are from; empty where no
    course is measured yet.
    """
    codes = [goal.code for goal in goals1(snapshot, month)]
    ends = Counter(last for code in codes if (last := course_year(snapshot, code, month).last))
    if not ends:
        return ()
    newest = max(ends, key=lambda last: (ends[last], last))
    places = [_turnover(snapshot, code, newest) for code in codes]
    return tuple(sorted(places, key=lambda place: alphabetical(place.name)))


def whole_turnover(snapshot: Snapshot, month: date) -> Turnover | None:
    """The region: sums over the jobcenters of which everything is known; None where no course is measured yet."""
    every = turnovers(snapshot, month)
    if not every:
        return None
    known = [place for place in every if place.whole]
    sums = {name: sum(getattr(place, name) for place in known) if known else None for name in ("ended", "place_months")}
    return Turnover(code=None, name=name_of(snapshot, None), first=every[0].first, last=every[0].last,
                    whole=len(known), of=len(every), **sums)


def _turnover(snapshot: Snapshot, code: str, last: date) -> Turnover:
    first, courses = shift(last, 1 - YEAR), course_year(snapshot, code, last)
    ended = courses.ended if courses.last == last else None
    place_months = _place_months(occupancies(snapshot, code, first, last))
    return Turnover(code=code, name=name_of(snapshot, code), first=first, last=last, ended=ended,
                    place_months=place_months, whole=int(ended is not None and place_months is not None), of=1)


def _place_months(months: tuple[Occupancy, ...]) -> int | None:
    """The places of every month together; a month without a centre has none, one with an unknown number is unknown."""
    if any(each.sized < each.active for each in months):
        return None
    return sum(each.places or 0 for each in months)
