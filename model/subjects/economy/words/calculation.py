"""The calculation as finished Danish text, the same for page and paper."""

from collections.abc import Collection
from dataclasses import dataclass

from model.basics.formatting import day, genitive, month_long, number, plural
from model.basics.shares import UNJUDGED, share_of
from model.drawing.card import Card, lines
from model.programmes.current import FINDINGS, PRICES, PROGRAMME
from model.programmes.words import OTHER_OUTCOME, OTHER_OUTCOME_AFTER
from model.subjects.centres.figures.centre_outcomes import YEAR
from model.subjects.economy.figures.inputs import FIELDS, Field, Inputs, written
from model.subjects.economy.figures.own import Own
from model.subjects.economy.figures.price import Economy, economy
from model.subjects.economy.words import budget
from model.subjects.economy.words.wording import adding_up, counted, exact_kroner, kroner, numbers, percents

WITHOUT = "Uden husleje, administration og ledelse."
SUPPORT = "Støtteaktiviteter er ikke med."
WHO, MONTH, THEIRS = (PRICES.who, month_long(PRICES.month), genitive(PRICES.name)) if PRICES else ("", "", "")
EXAMPLE, TYPED = f"{THEIRS} eksempel", "Eget tal"
NO_EXAMPLE = ("Der er intet priseksempel at regne ud fra",
              f"Et priseksempel hører til et program, og {PROGRAMME.name} har intet. Derfor er der ikke et "
              "regnestykke her.")
STATUS = "et regneeksempel, ikke et resultat eller en prognose"


@dataclass(frozen=True)
class Part:
    """One row of the table of what the price consists of."""

    name: str
    year: str
    week: str


@dataclass(frozen=True)
class Line:
    """One input as it was used, and where it came from."""

    label: str
    value: str
    origin: str


@dataclass(frozen=True)
class Account:
    """Everything there is to say of a calculation, in Danish; ``doubts``: inputs that contradict each other."""

    title: str
    line: str
    cards: tuple[Card, ...]
    parts: tuple[Part, ...]
    budget: tuple[str, ...]
    doubts: tuple[str, ...]
    own: tuple[str, ...]
    lines: tuple[Line, ...]
    source: str
    inputs: Inputs
    outcome: Economy


def account(inputs: Inputs, *, own: Own | None = None, typed: Collection[str] = ()) -> Account:
    """Calculate and tell. ``typed``: names of the inputs that the reader wrote; ``own``: whose figures fill in."""
    outcome = economy(inputs)
    origins = {field.name: origin(field, own, typed) for field in FIELDS}
    title = (f"En plads koster {exact_kroner(outcome.place_week)} om ugen, "
             f"{counted(inputs.places, 'plads', 'pladser')} {kroner(outcome.total_year)} om året")
    return Account(
        title=title, line=f"{_basis(own, typed)} · {STATUS}", cards=_cards(inputs, outcome),
        parts=_parts(outcome), budget=budget.sentences(inputs, outcome), doubts=_doubts(inputs),
        own=told(own) if own is not None else (), source=_source(own), inputs=inputs, outcome=outcome,
        lines=tuple(Line(field.label, written(getattr(inputs, field.name)) or field.empty, origins[field.name])
                    for field in FIELDS))


def origin(field: Field, own: Own | None, typed: Collection[str]) -> str:
    """Where an input's number comes from: the reader, the jobcenter's own figures, or the price example."""
    return _origin(field, own, typed)[0]


def origin_before_quote(field: Field, own: Own | None, typed: Collection[str]) -> str:
    """The same in front of the example's own words, which it names where the number is not from it."""
    words, of_example = _origin(field, own, typed)
    return words if of_example else f"{words}. {EXAMPLE}"


def _origin(field: Field, own: Own | None, typed: Collection[str]) -> tuple[str, bool]:
    """The words, and whether they name the price example."""
    if field.name in typed:
        return TYPED, False
    if own is not None and field.name == "candidates" and own.ended is None and own.places:
        return f"{EXAMPLE} omregnet til {plural(own.used, 'besat plads', 'besatte pladser')}", True
    if own is not None and field.name in own.inputs:
        return f"{genitive(own.name)} egne tal", False
    return (EXAMPLE, True) if field.name != "overhead" else ("Ikke udfyldt", False)


def _source(own: Own | None) -> str:
    """Where the prices come from, and where a jobcenter's own figures do, with the day the newest of them came."""
    prices = f"Kilde: {PRICES.source}" if PRICES else ""
    if own is None or not own.inputs:
        return prices
    kind = "eksempeldata, opdigtede tal" if own.invented else "jobcentrets oplysninger"
    came = f", opgjort {day(own.received)}" if own.received else ""
    return f"{prices} · {genitive(own.name)} egne tal: {kind}{came}"


def _basis(own: Own | None, typed: Collection[str]) -> str:
    changed = ", ændret af jer" if typed else ""
    if own is None or not own.inputs:
        return f"Priseksempel fra {WHO}, {MONTH}{changed}"
    return f"{genitive(own.name)} egne tal og {genitive(WHO)} priser fra {MONTH}{changed}"


def _cards(inputs: Inputs, sums: Economy) -> tuple[Card, ...]:
    """One card an outcome: the number and what it is for, what it rests on, and the caveat that belongs to it."""
    place = f"En deltager koster {exact_kroner(sums.participant_week)} om ugen, når {_in_use(inputs)} er besat."
    caveat = lines(f"{WITHOUT} {SUPPORT}", tone="quiet")
    return (
        Card("En plads", exact_kroner(sums.place_week), "om ugen", lines=(*lines(place), *caveat)),
        Card("Alle pladser", kroner(sums.total_year), "om året",
             lines=(*lines("Jobkonsulent, mentorstøtte og mentorkurser."), *caveat)),
        Card("En kandidat", kroner(sums.candidate), "for et forløb", lines=(*lines(_courses(inputs, sums)), *caveat)),
        Card("Mindre kontanthjælp", kroner(sums.saved_year), "om året", lines=lines(_reached(inputs, sums))))


def _in_use(inputs: Inputs) -> str:
    places = counted(inputs.places, "plads", "pladser")
    return f"alle {places}" if inputs.occupied is None else f"{numbers(inputs.occupied)} af {places}"


def _courses(inputs: Inputs, sums: Economy) -> str:
    if sums.stay_weeks is None:
        return "Uden kandidater er der ingen pris pr. kandidat."
    return (f"Ved {counted(inputs.candidates, 'kandidat', 'kandidater')} om året, "
            f"{numbers(sums.turnover, decimals=1)} pr. plads. Et forløb varer da i snit "
            f"{numbers(sums.stay_weeks, decimals=1)} uger.")


def compared() -> str:
    """How many candidates a place took in the trials, for comparison and never as a target; nothing without trials."""
    if FINDINGS is None or not FINDINGS.rated:
        return ""
    rates = [rate for trial in FINDINGS.rated if (rate := trial.persons_per_place_and_year) is not None]
    ends = "–".join(dict.fromkeys(number(rate, decimals=1) for rate in (min(rates), max(rates))))
    return f"Til sammenligning tog en plads {ends} kandidater om året ({FINDINGS.label})."


def _reached(inputs: Inputs, sums: Economy) -> str:
    sentence = (f"Hvis {counted(inputs.persons, 'kandidat', 'kandidater')} kommer i {OTHER_OUTCOME} og bliver der "
                "et år.")
    enough = inputs.candidates.low >= 20 and sums.reached is not None and sums.reached.high <= 100
    return f"{sentence} Det er {percents(sums.reached)} af kandidaterne." if enough else sentence


def _parts(sums: Economy) -> tuple[Part, ...]:
    rows = (("Jobkonsulent", sums.consultants_year, sums.consultants_week),
            ("Mentorstøtte", sums.mentor_year, sums.mentor_week),
            ("Mentorkurser", sums.courses_year, sums.courses_week),
            ("I alt", sums.total_year, sums.place_week))
    weeks = adding_up([week for _, _, week in rows])
    return tuple(Part(name, kroner(year), exact_kroner(week))
                 for (name, year, _), week in zip(rows, weeks, strict=True))


def _doubts(inputs: Inputs) -> tuple[str, ...]:
    doubts = []
    if inputs.used.high > inputs.places.high:
        doubts.append("Der er flere besatte pladser, end der er pladser. Se efter, om begge tal er rigtige.")
    if inputs.persons.high > inputs.candidates.high:
        doubts.append(f"Der er flere i {OTHER_OUTCOME}, end der er kandidater. Se efter, om begge tal er rigtige.")
    return tuple(doubts)


def told(own: Own) -> tuple[str, ...]:
    """What is known of the jobcenter's own centres, and what the calculation uses instead of what is not."""
    return (_places_told(own), _outcomes_told(own))


def _places_told(own: Own) -> str:
    left = f" {plural(own.lacking, 'center', 'centre')} mangler tal og er ikke regnet med." if own.lacking else ""
    if own.places is None:
        return (f"{own.name} har ingen kendte pladser i virksomhedscentre. "
                f"Regnestykket bruger derfor {THEIRS} tal.{left}")
    centres = plural(own.centres, "virksomhedscenter", "virksomhedscentre")
    among = " med oplyst belægning" if own.lacking and own.occupied is not None else ""
    where = f"{centres} har {plural(own.places, 'plads', 'pladser')}{among} i {own.name}"
    if own.occupied is None:
        return (f"{where}. Hvor mange der er besatte, er ikke kendt; der regnes som i eksemplet med, at alle er det."
                f"{left}")
    when = month_long(own.month) if own.month else ""
    filled = share_of(own.occupied, own.places, target=UNJUDGED) if own.places else "ingen"
    return f"{where} i {when}. Besatte pladser: {filled}.{left}"


def _outcomes_told(own: Own) -> str:
    if own.last is None:
        return (f"Hvor mange der er kommet i {OTHER_OUTCOME} fra virksomhedscentre i {own.name}, er ikke kendt "
                "endnu.")
    until = month_long(own.last)
    if own.ended is None or own.job is None:
        return (f"Af de {YEAR} måneder til og med {until} kan kun {own.months} opgøres. Derfor kan antallet af "
                f"kandidater om året og af dem i {OTHER_OUTCOME} ikke udfyldes.")
    result = share_of(own.job, own.ended, target=UNJUDGED) if own.ended else "ingen"
    return (f"{plural(own.ended, 'forløb', 'forløb')} i virksomhedscentre sluttede i de {YEAR} måneder til og med "
            f"{until}. I {OTHER_OUTCOME_AFTER}: {result}. En person med to forløb tæller to gange."
            f"{_mixed(own)}")


def _mixed(own: Own) -> str:
    """Places of one month beside a year of courses: what growth does to the price of a candidate."""
    if own.month is None or own.month == own.last:
        return ""
    return (" Pladser og forløb er fra hver sin tid. Er der kommet flere pladser imens, bliver prisen pr. kandidat og "
            "varigheden for høj.")
