"""The collected examples: where they are from, who has none, and those that a reader searches for."""

from collections import Counter
from collections.abc import Sequence

from model.basics.formatting import alphabetical
from model.programmes.collection import Collection, Example
from model.programmes.current import PROGRAMME
from model.programmes.programme import Unit
from model.subjects.stories.figures.searching import holds

NAMES = {unit.code: unit.name for unit in PROGRAMME.units}


def counts(collection: Collection) -> dict[Unit, int]:
    """How many of the examples are from each unit, 0 where none of those that are kept is; an example may be several's.

    Those of the whole region or of elsewhere are nobody's.
    """
    counted = Counter(code for example in collection.examples for code in example.places)
    return {unit: counted[unit.code] for unit in PROGRAMME.units}


def without(collection: Collection) -> list[str]:
    """The names of the units that none of the kept examples is from, in Danish order."""
    return sorted((unit.name for unit, count in counts(collection).items() if not count), key=alphabetical)


def places(example: Example) -> tuple[str, ...]:
    """The names of the units it is from, and where else."""
    return (*(NAMES[code] for code in example.places), *((example.beyond,) if example.beyond else ()))


def themes(collection: Collection) -> list[str]:
    """The themes of the examples, in Danish order."""
    return sorted({example.theme for example in collection.examples}, key=alphabetical)


def matching(examples: Sequence[Example], *, text: str = "", code: str | None = None,
             theme: str | None = None) -> tuple[Example, ...]:
    """Those of a unit and a theme that hold every word of ``text`` somewhere."""
    return tuple(example for example in examples
                 if (code is None or code in example.places) and (theme is None or example.theme == theme)
                 and holds(text, (example.title, example.text, example.partners, example.theme, example.contact,
                                  *places(example))))
