"""What a shortfall in goal 1 is in virksomhedscentre of a usual size."""

from datetime import date

from model.basics.formatting import number, persons, plural
from model.programmes.current import PLAN
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import periods
from model.subjects.centres.figures.occupancy import mean_places
from model.subjects.goals.figures.goals import goal1

OWN, LEAST = "som jeres har i snit", "det mindste, planen regner med"


def need_sentence(snapshot: Snapshot, code: str, month: date) -> str:
    """``12 personer er omkring 3 centre med 4 pladser, som jeres har i snit``.

    By the mean of the jobcenter's own active centres, else by the fewest the plan asks for. Empty where nobody is
    missing, where neither is known, and when the programme is over.
    """
    goal = goal1(snapshot, code, month)
    missing = 0 if goal.over else goal.missing
    size, which = _size(snapshot, code, month)
    if not missing or not size:
        return ""
    places = f"{plural(size, 'plads', 'pladser')}, {which}"
    if missing <= size:
        return f"{persons(missing)} er der plads til i ét center med {places}"
    return f"{persons(missing)} er omkring {number(-(-missing // size))} centre med {places}"


def _size(snapshot: Snapshot, code: str, month: date) -> tuple[int, str]:
    """Places of a usual centre, and whose usual size it is; 0 where it is nobody's."""
    own = mean_places(snapshot, code, periods.default_month(snapshot, month)) if periods.has_any(snapshot) else None
    if own:
        return own, OWN
    return (PLAN.centres.least_places, LEAST) if PLAN.centres else (0, "")
