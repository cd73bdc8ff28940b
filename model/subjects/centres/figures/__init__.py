"""Virksomhedscentre as open periods with places: how many are active, who opens and closes, and who sits there.

A centre is *active* in a month when it is open at the end of the month's last day. A period runs from the day it
opened up to, and not including, the day it closed, so active(t) = active(t−1) + opened(t) − closed(t).

*Places at month t* of one open period are: the month's own number where it is stated; in a gap between two such months
the one before the gap; before the first such month that first one; after the last of them, or where there is none, the
number last stated of the period itself. A number that the sender withheld is unknown, and nothing stands in for it.

*Occupancy* is Σ occupied / Σ places over the active centres of which both are known. Nothing is clipped at 100 %.
"""

from model.subjects.centres.figures.activity import Year, movement, year
from model.subjects.centres.figures.makeup import closing_reasons, makeup
from model.subjects.centres.figures.occupancy import (
    Occupancy,
    by_jobcenter,
    crowded,
    occupancies,
    occupancy,
    without_centre,
)
from model.subjects.centres.figures.periods import (
    contradictory,
    default_month,
    has_any,
    months,
    newest_receipt,
    periods,
    same_month,
)
from model.subjects.centres.figures.register import STATUSES, industries, is_open, life, matching, register, stays

__all__ = [
    "STATUSES", "Occupancy", "Year", "by_jobcenter", "closing_reasons",
    "contradictory", "crowded", "default_month", "has_any", "industries", "is_open", "life", "makeup", "matching",
    "months", "movement", "newest_receipt", "occupancies", "occupancy", "periods", "register", "same_month", "stays",
    "without_centre", "year",
]
