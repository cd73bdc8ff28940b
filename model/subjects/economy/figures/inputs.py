"""What the calculation starts from: every input with its default, the words it was taken from, and what it may be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from model.basics.formatting import NBSP, number
from model.basics.shares import percent
from model.programmes.current import FINDINGS, PRICES
from model.programmes.findings import Findings
from model.programmes.prices import Price
from model.programmes.words import OTHER_OUTCOME

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,9}(?:,\d{1,2})?"
RANGE = re.compile(rf"({NUMBER})(?:(?:[-–]|til)({NUMBER}))?")
MOST, MOST_PERSONS = Decimal(99_999_999), Decimal(99_999)


@dataclass(frozen=True)
class Range:
    """An input or an outcome from ``low`` to ``high``; the two are the same where it is one number.

    about: it is only about so much, or rests on what is. The same number that somebody writes is no other number.
    """

    low: Decimal
    high: Decimal
    about: bool = field(default=False, compare=False)

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """Its ends, once where they are the same."""
        return (self.low,) if self.low == self.high else (self.low, self.high)


def exactly(value: int | Decimal) -> Range:
    """One number as a range."""
    return Range(Decimal(value), Decimal(value))


def between(low: int | Decimal, high: int | Decimal) -> Range:
    """A range from low to high."""
    return Range(Decimal(low), Decimal(high))


@dataclass(frozen=True)
class Inputs:
    """All inputs: kroner, persons, places and weeks. An ``overhead`` of None is not known, which is not nothing."""

    places: Range
    weeks: Range  # a year
    consultants: Range
    salary: Range  # one consultant, a year
    mentor: Range  # a place, a month
    courses: Range  # a year
    candidates: Range  # a year
    persons: Range  # who reach job or education in a year
    saving: Range  # one person, a year
    municipal: Range  # a participant, a week
    occupied: Range | None = None  # participants at the same time; None: every place is in use
    overhead: Range | None = None  # rent, administration and management: a participant, a week

    @property
    def used(self) -> Range:
        """Participants at the same time."""
        return self.places if self.occupied is None else self.occupied


@dataclass(frozen=True)
class Field:
    """One input: its name in ``Inputs``, in the address and on the page; ``quote`` is verbatim from the price example.

    ``reading`` says what we add to the quote. ``empty``: what it means that nothing is written, where that is allowed.
    ``positive``: 0 is refused, since it is divided by.
    """

    name: str
    address: str
    label: str
    default: Range | None
    quote: str
    reading: str = ""
    empty: str = ""
    positive: bool = False
    most: Decimal = MOST
    fractions: bool = False


def _said(name: str) -> Price:
    """What the price example says of an input; of a programme without one, nothing."""
    price: Price = getattr(PRICES.inputs, name) if PRICES else Price.model_construct(value=None, quote="", reading="")
    return price


def _range(price: Price) -> Range | None:
    if price.value is None:
        return None
    span = between(*price.value) if isinstance(price.value, tuple) else exactly(price.value)
    return replace(span, about=price.about)


def _field(name: str, address: str, label: str, *, beside: str = "", **given: Any) -> Field:
    """``beside``: what the trials found of the same, after what the example says."""
    price = _said(name)
    reading = " ".join(part for part in (price.reading, beside) if part)
    return Field(name, address, label, _range(price), price.quote, reading, **given)


def _occupancy(findings: Findings) -> str:
    occupancy = findings.references.occupancy
    return f"{occupancy.name} i {findings.label}: »{occupancy.quote}«."


def _outcome(findings: Findings) -> str:
    outcome = findings.references.job_or_education
    return f"{outcome.name} i {findings.label}: {percent(outcome.percent)}, trykt som »{outcome.quote}«."


FIELDS = (
    _field("places", "pladser", "Faste pladser", positive=True, most=MOST_PERSONS),
    _field("occupied", "besatte", "Besatte pladser (deltagere ad gangen)", empty="alle pladser", most=MOST_PERSONS,
           beside=_occupancy(FINDINGS) if FINDINGS else ""),
    _field("weeks", "uger", "Uger om året", positive=True, most=Decimal(53)),
    _field("consultants", "jobkonsulenter", "Jobkonsulenter", most=Decimal(999), fractions=True),
    _field("salary", "loen", "Løn til en jobkonsulent, kr. om året"),
    _field("mentor", "mentor", "Mentorstøtte, kr. pr. plads om måneden"),
    _field("courses", "mentorkurser", "Mentorkurser, kr. om året"),
    _field("candidates", "kandidater", "Kandidater om året", most=MOST_PERSONS),
    _field("persons", "ijob", f"Kandidater i {OTHER_OUTCOME} om året", most=MOST_PERSONS,
           beside=_outcome(FINDINGS) if FINDINGS else ""),
    _field("saving", "besparelse", "Sparet kontanthjælp, kr. pr. person om året"),
    _field("municipal", "aktivering", "Kommunalt aktiveringstilbud, kr. pr. deltager om ugen"),
    _field("overhead", "husleje", "Husleje, administration og ledelse, kr. pr. deltager om ugen", empty="ikke kendt"),
)
# None where it may be, and in all of it where there is no example to begin with
EXAMPLE = Inputs(**{field.name: field.default for field in FIELDS})  # type: ignore[arg-type]


def parse(field: Field, text: str) -> Range | None:
    """What a person wrote in the field: ``375.000``, ``1,5``, ``90-100``; None where an empty text is allowed.

    Raises ValueError with a Danish sentence that says what can be written.
    """
    plain = re.sub(r"kr\.?|\s", "", text.casefold().replace(NBSP, " "))
    if not plain and field.empty:
        return None
    match = RANGE.fullmatch(plain)
    if match is None:
        raise ValueError(f"»{text.strip()[:40]}« kan ikke læses. Skriv et tal som 1.500 eller fra og til som 90–100."
                         if plain else "Feltet er tomt. Skriv et tal.")
    low, high = (Decimal((end or match[1]).replace(".", "").replace(",", ".")) for end in match.groups())
    _refuse(field, low, high)
    return Range(low, high)


def _refuse(field: Field, low: Decimal, high: Decimal) -> None:
    """Raise ValueError where the numbers make no sense in the field."""
    if low > high:
        raise ValueError("Det første tal skal være det mindste.")
    if low == 0 and field.positive:
        raise ValueError("Tallet skal være større end 0.")
    if high > field.most:
        raise ValueError(f"Tallet kan højst være {number(int(field.most))}.")
    if not field.fractions and (low % 1 or high % 1):
        raise ValueError("Skriv et helt tal.")


def written(value: Range | None) -> str:
    """The range as it stands in a field: ``90–100``, ``375.000``; empty where it is not known."""
    return "" if value is None else "–".join(_plain(end) for end in value.ends)


def in_address(value: Range) -> str:
    """The range as it stands in an address: ``90-100``, ``375000``; ``parse`` reads it back."""
    return "-".join(_plain(end).replace(".", "") for end in value.ends)


def _plain(end: Decimal) -> str:
    """A number with the decimals it has."""
    decimals = max(0, -int(end.normalize().as_tuple().exponent))
    return number(end, decimals=decimals)


def with_changes(inputs: Inputs, changes: Mapping[str, Range | None]) -> Inputs:
    """The inputs with some of them replaced. Raises TypeError for a name that is none."""
    return replace(inputs, **changes)  # type: ignore[arg-type] # None where it may be, which only a field knows
