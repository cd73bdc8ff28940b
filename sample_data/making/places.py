"""The invented region: how each jobcenter begins, where it ends and how its courses go.

Only the municipalities and their sizes are real; every other number is made up so that all the verdicts occur.
"""

from dataclasses import dataclass
from datetime import date

from model.basics.months import span

FIRST = date(2009, 9, 1)
LAST = date(2011, 3, 1)
ANCHOR = date(2011, 2, 1)  # the newest month with everybody in; the levels below are met exactly here
MATCH_GROUPS_CHANGE = date(2010, 5, 1)
MONTHS = span(FIRST, LAST)
MARK = "OPDIGTEDE TAL"
SAMSOE, AARHUS, NORDDJURS, LEMVIG, STRUER, SKIVE, RANDERS = "741", "751", "707", "665", "671", "779", "730"


@dataclass(frozen=True)
class Place:
    """One jobcenter. persons, start, end are counts; the rest are shares of one."""

    code: str
    name: str
    west: bool
    persons: int  # in match group 4 at ANCHOR, about one in a hundred inhabitants
    start: int  # in company activation at FIRST
    end: int  # in company activation at ANCHOR
    pace: float  # under 1: gains early, over 1: gains late
    wage_subsidy: float  # of those in company activation
    centre: float  # of those in company activation, in a virksomhedscenter at ANCHOR
    self_supporting: float  # of those who ended, four weeks later


PLACES = (
    # Goal 1 reached in both halves at ANCHOR
    Place("661", "Holstebro", True, 495, 61, 84, 0.9, 0.19, 0.34, 0.21),
    Place("706", "Syddjurs", False, 425, 50, 76, 0.8, 0.14, 0.42, 0.30),
    Place("707", "Norddjurs", False, 385, 39, 66, 1.0, 0.21, 0.36, 0.22),
    Place("710", "Favrskov", False, 480, 58, 80, 1.1, 0.15, 0.30, 0.24),
    Place("740", "Silkeborg", False, 905, 96, 158, 0.8, 0.16, 0.40, 0.21),
    Place("760", "Ringkøbing-Skjern", True, 515, 50, 83, 1.2, 0.15, 0.31, 0.17),
    Place("791", "Viborg", True, 830, 94, 147, 0.7, 0.24, 0.45, 0.28),
    # Only 16 %
    Place("671", "Struer", True, 222, 26, 37, 1.0, 0.25, 0.22, 0.15),
    Place("727", "Odder", False, 212, 23, 36, 1.0, 0.20, 0.28, 0.18),
    Place("779", "Skive", True, 430, 66, 76, 0.9, 0.17, 0.33, 0.18),
    # Only 15 more
    Place("615", "Horsens", False, 800, 58, 92, 1.1, 0.15, 0.25, 0.125),
    Place("657", "Herning", True, 830, 66, 118, 0.8, 0.18, 0.35, 0.25),
    Place("730", "Randers", False, 945, 86, 131, 1.3, 0.22, 0.27, 0.12),
    Place("751", "Aarhus", False, 3420, 264, 458, 1.0, 0.25, 0.30, 0.195),
    Place("766", "Hedensted", False, 440, 45, 70, 1.0, 0.18, 0.24, 0.20),
    # Neither
    Place("665", "Lemvig", True, 205, 22, 30, 1.1, 0.22, 0.20, 0.19),
    Place("746", "Skanderborg", False, 600, 71, 83, 1.0, 0.23, 0.26, 0.23),
    Place("756", "Ikast-Brande", True, 345, 32, 45, 1.2, 0.18, 0.21, 0.19),
    # Too small to be told
    Place("741", "Samsø", False, 38, 2, 4, 1.0, 0.0, 0.0, 0.2),
)
BY_CODE = {place.code: place for place in PLACES}
