"""A jobcenter's own places, occupancy and outcomes, where they are known, to calculate with before the example's."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures.centre_outcomes import course_year
from model.subjects.centres.figures.occupancy import Occupancy, occupancy
from model.subjects.centres.figures.periods import default_month, months, newest_receipt
from model.subjects.economy.figures.inputs import EXAMPLE, Range, between, exactly

NEWEST = 3  # of the newest months the one with the fewest gaps is used


@dataclass(frozen=True)
class Own:
    """What is known of a jobcenter's virksomhedscentre; None is not known, never nothing.

    places, occupied: summed over ``centres``, those with both known in ``month`` (where occupied is known of none:
    those with places known). lacking: active centres not in the sums. ended, job: the sums of twelve months up to
    ``last``, known only when all are. months: how many of the twelve are known. received: the day the newest came.
    """

    code: str
    name: str
    month: date | None = None
    places: int | None = None
    occupied: int | None = None
    centres: int = 0
    lacking: int = 0
    last: date | None = None
    months: int = 0
    ended: int | None = None
    job: int | None = None
    received: date | None = None
    invented: bool = False

    @property
    def inputs(self) -> dict[str, Range]:
        """The inputs that the jobcenter's figures replace: none without places, which all prices rest on.

        Where its candidates are not known, the example's number for each place in use is taken.
        """
        if not self.places:
            return {}
        each = int(EXAMPLE.places.low / EXAMPLE.consultants.low)  # places that one consultant has
        own = {"places": self.places, "consultants": -(-self.places // each),
               "occupied": self.occupied, "candidates": self.ended, "persons": self.job}
        known = {name: exactly(value) for name, value in own.items() if value is not None}
        return {"candidates": self.expected} | known

    @property
    def used(self) -> int:
        """Places in use; all of them where that is not known, as in the example."""
        return (self.places or 0) if self.occupied is None else self.occupied

    @property
    def expected(self) -> Range:
        """Candidates in a year with as many for each place in use as in the example, in whole persons."""
        of = EXAMPLE.candidates
        low, high = (round(self.used * each / EXAMPLE.places.low) for each in (of.low, of.high))
        return between(low, high)


@remembered
def own_figures(snapshot: Snapshot, code: str) -> Own:
    """The jobcenter's own figures. Raises KeyError for an unknown code."""
    name = str(snapshot.jobcenters["name"][code])
    received = newest_receipt(snapshot, CENTRE_MONTHS.name) or newest_receipt(snapshot, CENTRES.name)
    return Own(code=code, name=name, received=received, invented=snapshot.sample, **_places(snapshot, code),
               **_outcomes(snapshot, code))


def _places(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """Places and occupied of the month with the fewest gaps among the newest, else the active centres' places."""
    newest = [month for month in months(snapshot) if month <= default_month(snapshot)][:NEWEST]
    occupancies = [occupancy(snapshot, code, month) for month in newest]
    known = [each for each in occupancies if each.occupied is not None]
    if known:
        best = min(known, key=lambda each: each.untold)  # the newest comes first
        return {"month": best.month, "places": best.counted, "occupied": best.occupied, "centres": best.centres,
                "lacking": best.untold}
    return _places_alone(occupancies[0]) if occupancies else {}


def _places_alone(usage: Occupancy) -> dict[str, Any]:
    """The places of the active centres, where they are known; nothing is known of how many are occupied."""
    return {"month": usage.month, "places": usage.places, "centres": usage.sized, "lacking": usage.active - usage.sized}


def _outcomes(snapshot: Snapshot, code: str) -> dict[str, Any]:
    """Courses in virksomhedscentre that ended in twelve months, and how many of them reached job or education."""
    return asdict(course_year(snapshot, code))
