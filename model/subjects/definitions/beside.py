"""Definitions of what is shown of the programmes beside: their goals, what their plans say, and what they report.

Each has the path as its name that it has in its programme's declaration.
"""

from collections.abc import Iterator, Mapping

from model.basics.formatting import capital, listing
from model.basics.shares import percent
from model.intake.datasets.projects import RESULTS
from model.programmes.current import BESIDE
from model.programmes.kinds import Expected, Fact
from model.programmes.programme import Programme
from model.subjects.definitions import kinds
from model.subjects.definitions.collected import examples
from model.subjects.definitions.kinds import made, readings
from model.subjects.definitions.measure import Area, Measure, quoted, source_of

FEW = "Forholdet siger kun noget, når hver slags er oplyst; med få af hver flytter en enkelt det meget."


def _goals(programme: Programme) -> Iterator[Measure]:
    yield from (kinds.goal(programme, name, aim) for name, aim in programme.goals.items() if kinds.defined(aim))


def _planned(programme: Programme) -> Iterator[Measure]:
    """What its plan says besides its goals: meetings that come again, expected divisions, and plain facts."""
    yield from kinds.networks(programme)
    yield from (_division(programme, at, each) for at, each in enumerate(programme.expected))
    yield from (_fact(programme, at, each) for at, each in enumerate(programme.facts))


def _division(programme: Programme, at: int, expected: Expected) -> Measure:
    parts = [programme.named(name) for name in expected.parts]
    said = [part.said or part.heading for part in parts]
    shares = listing(f"{percent(each)} {words}" for words, each in zip(said, expected.parts.values(), strict=True))
    return made(
        programme, f"expected.{at}", f"Ventet fordeling: {listing(said)}",
        "Hvor mange der er af hver slags, ved siden af den fordeling, planen venter.",
        "Antal af hver slags på den nyeste dag, hvor alle er oplyst", quote=quoted(expected.quote, programme),
        reading=(f"Planen venter {shares}. Det er en forventning og ikke et mål. Der vises antal og ingen andele.",
                 *readings(programme, expected.quote)), weaknesses=FEW, unit=kinds.unit_of(programme, parts[0].name))


def _fact(programme: Programme, at: int, fact: Fact) -> Measure:
    whose = next((f"{unit.name}: " for unit in programme.units if unit.code == fact.unit), "")
    return made(
        programme, f"facts.{at}", fact.name, f"{capital(whose + fact.value)}.", "Tallet, som kilden har det",
        quote=quoted(fact.quote, programme), unit="oplysning",
        reading=("Det bliver hverken regnet om eller målt på noget.", *readings(programme, fact.quote)),
        weaknesses="Det er sagt på én dag og følges ikke.")


def _reported(programme: Programme) -> Iterator[Measure]:
    """What its projects report, as its declaration explains it."""
    for measure in programme.measures:
        if meaning := measure.definition:
            quote = quoted(meaning.quote, programme)
            yield made(programme, f"measures.{measure.name}", measure.heading, meaning.what, measure.heading,
                       quote=quote, reading=(meaning.reading,), weaknesses=meaning.weaknesses, unit=meaning.unit,
                       source=source_of(programme) if quote else f"Datasættet {RESULTS.title}")


def _areas(programme: Programme) -> Iterator[Area]:
    yield Area("Målene", "Hvornår et mål er nået, og hvornår det ikke kan siges.", tuple(_goals(programme)))
    yield Area("Det, der indberettes", "Hvad hvert tal tæller.", tuple(_reported(programme)))
    yield Area("Andre oplysninger", "Det, planen eller opfølgningen ellers siger.", tuple(_planned(programme)))
    if programme.collection:
        yield examples(programme.collection, f"{programme.id}.eksempler")


AREAS: Mapping[str, tuple[Area, ...]] = {  # by programme
    programme.id: tuple(area for area in _areas(programme) if area.measures) for programme in BESIDE.values()}
