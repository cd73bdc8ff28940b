"""A price example as printed: what the calculation of what a place costs starts from."""

from datetime import date

from model.programmes.declared import Declared, Number, Text


class Price(Declared):
    """One input: a number, or the fewest and the most; None where the source names none. quote: word for word."""

    value: Number | tuple[Number, Number] | None = None
    quote: Text
    reading: str = ""


class Inputs(Declared):
    """Every input of the calculation."""

    places: Price
    occupied: Price
    weeks: Price
    consultants: Price
    salary: Price
    mentor: Price
    courses: Price
    candidates: Price
    persons: Price
    saving: Price
    municipal: Price
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
