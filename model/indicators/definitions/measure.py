"""The form every definition has."""

from dataclasses import dataclass

PLAN = "En aktivitetsplan for virksomhedscenterkampagnen i Midtjylland, Beskæftigelsesregion Midtjylland, 2009-2011"


@dataclass(frozen=True)
class Measure:
    """One measure or indicator; ``quote`` is verbatim from ``source``, and empty where the plan says nothing."""

    name: str
    title: str
    what: str
    numerator: str
    denominator: str  # empty for a count
    quote: str
    reading: str
    weaknesses: str
    source: str = PLAN
    unit: str = "personer"
