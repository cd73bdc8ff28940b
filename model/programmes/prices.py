"""A price example as printed: what the calculation of what a place costs starts from."""

from datetime import date

from model.programmes.declared import Declared, Number, Text


class Price(Declared):
    """One input: a number, or the fewest and the most; None where the source names none. quote: word for word.

    about: the source itself says it is only about so much.
    """

    value: Number | tuple[Number, Number] | None = None
    quote: Text
    reading: str = ""
    about: bool = False


class Given(Price):
    """One input that the calculation cannot do without."""

    value: Number | tuple[Number, Number]


class Inputs(Declared):
    """Every input of the calculation."""

    places: Given
    occupied: Price
    weeks: Given
    consultants: Given
    salary: Given
    mentor: Given
    courses: Given
    candidates: Given
    persons: Given
    saving: Given
    municipal: Given
    overhead: Price


class Prices(Declared):
    """Whose example it is, of which month, and what the source says the prices hold. moved: of what can be saved."""

    name: Text
    who: Text
    month: date
    source: Text
    held: Text
    both: Text
    moved: str = ""
    inputs: Inputs
