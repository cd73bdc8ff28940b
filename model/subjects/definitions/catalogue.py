"""What every measure and indicator means, in Danish, declared once: pages generate their explanations from here."""

from model.subjects.definitions import beside
from model.subjects.definitions.activities import COURSES, SUPPORT
from model.subjects.definitions.centres import CENTRES, ECONOMY
from model.subjects.definitions.collected import STORIES
from model.subjects.definitions.comparing import COMPARISON
from model.subjects.definitions.counts import COUNTS
from model.subjects.definitions.goals import INDICATORS
from model.subjects.definitions.measure import Area, Measure

MEASURES: tuple[Measure, ...] = (*INDICATORS, *COUNTS)  # of the monthly figures
AREAS: tuple[Area, ...] = tuple(  # of everything else in the shown programme, as the menu has it
    area for area in (COMPARISON, STORIES, COURSES, SUPPORT, CENTRES, ECONOMY) if area and area.measures)
EVERYTHING: tuple[Measure, ...] = (  # in every programme of the house
    *MEASURES, *(measure for areas in (AREAS, *beside.AREAS.values()) for area in areas for measure in area.measures))


def definition(name: str) -> Measure:
    """The definition of a measure or indicator. Raises KeyError."""
    return {measure.name: measure for measure in EVERYTHING}[name]
