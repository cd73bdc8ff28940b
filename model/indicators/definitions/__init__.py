"""What every measure and indicator means, in Danish, declared once: pages generate their explanations from here."""

from model.indicators.definitions.counts import COUNTS
from model.indicators.definitions.goals import INDICATORS
from model.indicators.definitions.measure import PLAN, Measure

MEASURES: tuple[Measure, ...] = (*INDICATORS, *COUNTS)

__all__ = ["COUNTS", "INDICATORS", "MEASURES", "PLAN", "Measure", "definition"]


def definition(name: str) -> Measure:
    """The definition of a measure or indicator. Raises KeyError."""
    return {measure.name: measure for measure in MEASURES}[name]
