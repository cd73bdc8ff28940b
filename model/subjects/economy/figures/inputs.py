"""What the calculation starts from: every input with its default, the words it was taken from, and what it may be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from model.basics.formatting import NBSP, number
from model.basics.shares import percent
from model.programmes.current import FINDINGS, REFERENCES

SOURCE = ("»Etablering og drift af virksomhedscentre«, oplæg på jobcenterchefmøde i Beskæftigelsesregion Syddanmark "
          "den 24. september 2009 (priseksempel fra Jobcenter Skive)")
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,9}(?:,\d{1,2})?"
RANGE = re.compile(rf"({NUMBER})(?:(?:[-–]|til)({NUMBER}))?")
MOST, MOST_PERSONS = Decimal(99_999_999), Decimal(99_999)


@dataclass(frozen=True)
class Range:
    """An input or an outcome from ``low`` to ``high``; the two are the same where it is one number."""

    low: Decimal
    high: Decimal

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
    """One input: its name in ``Inputs``, in the address and on the page; ``quote`` is verbatim from SOURCE.

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


PLACES_PER_CONSULTANT = 35
CANDIDATES = (90, 100)  # a year in those 35 places
LEFT_OUT = "Der er ikke medregnet omkostninger såsom jobcentrets udgifter til husleje, administration og ledelse."
INCLUDED = ("I denne pris er medregnet lønudgifter til jobkonsulent, betaling af mentorstøtte og mentorkurser. "
            f"{LEFT_OUT}")
MUNICIPAL = ("Prisen pr. uge pr. deltager på et lokalt aktiveringstilbud er ca. kr. 1.100. I denne pris er medregnet "
             "omkostninger, såsom jobcentrets udgifter til husleje, administration og ledelse.")
SUPPORT = ("Ingen af de to priser indeholder udgifter til støtteaktiviteter; psykolog, undervisning, netværksmøder, "
           "fysioterapeut o.a. Det tilkøbes individuelt, uanset hvilken aktivitet borgeren deltager i.")

FIELDS = (
    Field("places", "pladser", "Faste pladser", exactly(35), "En plads i virksomhedscenter ved 35 faste pladser",
          positive=True, most=MOST_PERSONS),
    Field("occupied", "besatte", "Besatte pladser (deltagere ad gangen)", None, "ca. 35 løbende kandidater",
          f"Eksemplet regner med, at alle pladser er besat. {REFERENCES.occupancy.name} i {FINDINGS.label}: "
          f"»{REFERENCES.occupancy.quote}«.",
          empty="alle pladser", most=MOST_PERSONS),
    Field("weeks", "uger", "Uger om året", exactly(52), "Prisen pr. uge pr. deltager i virksomhedscentrene er ca. "
          "kr. 580.", "Antallet af uger er ikke nævnt; med 52 bliver prisen netop ca. 580 kr.", positive=True,
          most=Decimal(53)),
    Field("consultants", "jobkonsulenter", "Jobkonsulenter", exactly(1), "Jobkonsulent (med ca. 35 løbende kandidater)",
          "Med et jobcenters egne tal regnes med én for hver påbegyndt 35 pladser.",
          most=Decimal(999), fractions=True),
    Field("salary", "loen", "Løn til en jobkonsulent, kr. om året", exactly(375_000),
          "lønudgift ca. kr. 375.000 årligt"),
    Field("mentor", "mentor", "Mentorstøtte, kr. pr. plads om måneden", exactly(1_500),
          "Mentorbetaling: kr. 1.500 mdl. pr. plads i et virksomhedscenter (ved 10 mentortimer pr. uge til 4 pladser)",
          "I eksemplet svarer det til omkring 138 kr. for en mentortime."),
    Field("courses", "mentorkurser", "Mentorkurser, kr. om året", exactly(50_000),
          "Mentorkurser: I alt ca. kr. 50.000 årligt"),
    Field("candidates", "kandidater", "Kandidater om året", between(*CANDIDATES),
          "I løbet af et år er 90-100 kandidater igennem et forløb i de 35 pladser i virksomhedscentrene.",
          most=MOST_PERSONS),
    Field("persons", "ijob", "Kandidater i job eller uddannelse om året", exactly(15),
          "Hvis 15 kandidater kommer i job eller uddannelse i løbet af et år, sparer kommunen ca. en halv million "
          "kroner.", f"{REFERENCES.job_or_education.name} i {FINDINGS.label}: "
          f"{percent(REFERENCES.job_or_education.percent)}, trykt som "
          f"»{REFERENCES.job_or_education.quote}«.", most=MOST_PERSONS),
    Field("saving", "besparelse", "Sparet kontanthjælp, kr. pr. person om året", between(30_000, 35_000),
          "Når en ledig kommer i job eller uddannelse, betyder det en besparelse på kontanthjælpen på ca. kr. 30.000 - "
          "35.000 pr. år."),
    Field("municipal", "aktivering", "Kommunalt aktiveringstilbud, kr. pr. deltager om ugen", exactly(1_100),
          MUNICIPAL),
    Field("overhead", "husleje", "Husleje, administration og ledelse, kr. pr. deltager om ugen", None, LEFT_OUT,
          "Kilden nævner intet beløb. Tomt felt betyder »ikke kendt«.",
          empty="ikke kendt"),
)
EXAMPLE = Inputs(**{field.name: field.default for field in FIELDS})  # type: ignore[arg-type] # None where it may be


def parse(field: Field, text: str) -> Range | None:
    """What a person wrote in the field: ``375.000``, ``1,5``, ``90-100``; None where an empty text is allowed.

    Raises ValueError with a Danish sentence that says what can be written.
    """
    plain = re.sub(r"kr\.?|\s", "", text.casefold().replace(NBSP, " "))
    if not plain and field.empty:
        return None
    found = RANGE.fullmatch(plain)
    if found is None:
        raise ValueError(f"»{text.strip()[:40]}« kan ikke læses. Skriv et tal som 1.500 eller fra og til som 90–100."
                         if plain else "Feltet er tomt. Skriv et tal.")
    low, high = (Decimal((end or found[1]).replace(".", "").replace(",", ".")) for end in found.groups())
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
