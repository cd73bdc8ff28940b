"""Examples of cooperation that somebody has collected, for others to learn from: no figures of the programme's."""

from typing import Annotated

from pydantic import Field

from model.programmes.declared import Declared, Number, Text
from model.programmes.referring import UnitCode


class Example(Declared):
    """One example. places: the codes of the units it is from; beyond: where else, or whose it is when of none of them.

    pages: the first and the last of the source it is told on. contact: whom to ask, a function and never a person.
    """

    title: Text
    places: tuple[UnitCode, ...] = ()
    beyond: str = ""
    theme: Text
    pages: tuple[Number, Number]
    text: Text
    partners: Text
    contact: str = ""


class Collection(Declared):
    """All that were kept of a collection, in the order of the source, told in other words than its own.

    claimed: how many the source says it has, with its words and what became of the others.
    """

    source: Text
    gathered: Text
    claimed: Number
    quote: Text
    reading: str = ""
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
