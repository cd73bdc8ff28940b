"""What a shortfall in goal 1 is in places: those that stand empty, and for the rest in centres of a usual size."""

from datetime import date

from model.basics.formatting import number, persons, plural
from model.programmes.current import PLAN
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import periods
from model.subjects.centres.figures.occupancy import mean_places, newest_occupancy
from model.subjects.goals.figures.goals import goal1

OWN, LEAST = "som jeres har i snit", "det mindste, planen regner med"


def need_sentence(snapshot: Snapshot, code: str, month: date) -> str:
    """``12 personer er omkring 3 centre med 4 pladser, som jeres har i snit``, of those the free places do not hold.

    By the mean of the jobcenter's own active centres, else by the fewest the plan asks for. Where all are held,
    ``Der er plads til alle 5 på de 17 ubesatte pladser i jeres centre``. Empty where nobody is missing, where neither
    is known, and when the programme is over.
    """
    goal = goal1(snapshot, code, month)
    missing = 0 if goal.over else goal.missing
    if not missing:
        return ""
    free = _free(snapshot, code, month)
    if free >= missing:
        return f"Der er plads til {_all(missing)} på {_empty(free)} i jeres centre"
    centres = _centres(missing - free, *_size(snapshot, code, month))
    return centres if not free or not centres else (
        f"Der er plads til {number(free)} af de {number(missing)} på {_empty(free)} i jeres centre. {centres}")


def _free(snapshot: Snapshot, code: str, month: date) -> int:
    """Places that are known to stand empty."""
    return max(newest_occupancy(snapshot, code, month).free or 0, 0) if periods.has_any(snapshot) else 0


def _all(missing: int) -> str:
    return {1: "den ene", 2: "begge"}.get(missing, f"alle {number(missing)}")


def _empty(free: int) -> str:
    return "den ubesatte plads" if free == 1 else f"de {number(free)} ubesatte pladser"


def _centres(missing: int, size: int, which: str) -> str:
    """So many persons in centres of so many places; empty where no size is known."""
    if not size:
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
