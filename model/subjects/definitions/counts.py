"""Definitions of the figures that jobcenters report: heading and meaning stand in the programme's declaration."""

from model.programmes.current import PROGRAMME
from model.programmes.programme import Definition
from model.programmes.programme import Measure as Declared
from model.subjects.definitions.measure import PLAN, Measure, quoted


def _count(measure: Declared, meaning: Definition) -> Measure:
    quote = quoted(meaning.quote)
    return Measure(measure.name, measure.heading, meaning.what, numerator=measure.heading, denominator="", quote=quote,
                   reading=meaning.reading, weaknesses=meaning.weaknesses, unit=meaning.unit,
                   source=PLAN if quote else "Datasættet Månedstal")


COUNTS = tuple(_count(measure, measure.definition) for measure in PROGRAMME.measures if measure.definition)
