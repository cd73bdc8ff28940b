"""Sentences on the pace goal 1 asks and on goal 2's newest months: comparisons, never predictions."""

import math
from decimal import Decimal
from typing import Annotated

import pandas as pd

from model.basics.formatting import capital, half_up, listing, month_long, month_short, number, persons, plural
from model.basics.shares import decimals_of, percent
from model.programmes.words import ITSELF, SUPPORTED
from model.snapshot.absence import HIDDEN
from model.subjects.goals.figures.cohorts import COHORTS
from model.subjects.goals.figures.pace import RESIZED, Pace
from model.subjects.goals.words.wording import IS, LACKS, hidden_word

ROUGH = 10  # persons a month; over this a decimal says nothing
FINEST = 3  # decimals of a pace at most
NAMED = 4  # jobcenters named in one sentence
RECENT = 3  # months told by themselves beside the running total


def pace_sentence(pace: Pace) -> str:
    """``Der skal 52 flere i gang om måneden til og med juni 2011. Hidtil er det 27.`` All of it follows from what is
    printed: a pace that is not enough is under the need, and one that is enough is not. After the end no pace
    is asked for.
    """
    if pace.missing is None and pace.hidden:
        return f"Det nødvendige tempo kan ikke beregnes, fordi tallene er {hidden_word(public=pace.public)}."
    if pace.missing is None:
        return "Det nødvendige tempo kan ikke beregnes, før målgruppe, aktivering og udgangspunkt er kendt."
    if pace.missing == 0:
        return "Målet blev nået." if pace.over else "Målet er nået. Det gælder om at holde niveauet."
    if pace.over:
        return f"{_at_the_end(pace)}{_whose(pace)}"
    monthly = pace.missing >= pace.months_left > 1 and (not pace.enough or _reaches(pace))
    count = _each(pace.missing, pace.months_left) if monthly else pace.missing
    need = (f"Der skal {number(count)} {_flere(count)} i gang{' om måneden' if monthly else ''} til og med "
            f"{month_long(pace.deadline)}.")
    return f"{need} {_hitherto(pace, monthly=monthly)}{_whose(pace)}"


def resized_sentence(pace: Pace) -> str | None:
    """What is missing when the target group grows or shrinks by 10 %; None where it is unknown or over."""
    if pace.larger is None or pace.smaller is None or pace.over:
        return None
    size = percent(RESIZED)
    if pace.larger == pace.smaller == 0:
        return f"Målet er også nået, hvis målgruppen bliver {size} større eller mindre."
    if pace.larger == pace.smaller:
        return (f"Bliver målgruppen {size} større eller mindre, mangler der stadig {persons(pace.larger)}: "
                "forøgelsen er det, der tæller.")
    less = f"mangler der {persons(pace.smaller)}" if pace.smaller else "er målet nået"
    return f"Bliver målgruppen {size} større, mangler der {persons(pace.larger)}. Bliver den {size} mindre, {less}."


def recent_sentence(cohorts: Annotated[pd.DataFrame, COHORTS], *, months: int = RECENT,
                    over: bool = False) -> str | None:
    """``De seneste målbare måneder (…): 4 af 60 er selvforsørgende.``, since a total hides a turn; None without any."""
    last = cohorts[cohorts["mature"]].tail(months)
    if last.empty or last["ended"].isna().any():
        return None
    first, newest = (month_short(month) for month in last["month"].iloc[[0, -1]])
    which = f"Den seneste målbare måned ({newest})" if len(last) == 1 else (
        f"De seneste målbare måneder ({first}–{newest})")
    counts = f"{number(int(last['successes'].sum()))} af {number(int(last['ended'].sum()))}"
    return f"{which}: {counts} {IS[over]} {SUPPORTED}."


def _whose(pace: Pace) -> str:
    """Whose pace it is, where it is that of several jobcenters, and whose shortfall is not in it."""
    if pace.jobcenters is None:
        return ""
    who = "det ene jobcenter" if pace.jobcenters == 1 else f"de {number(pace.jobcenters)} jobcentre"
    whose = f" Det gælder {who}, der {LACKS[pace.over]} personer."
    if not pace.without:
        return whose
    count = len(pace.without)
    return f"{whose} {listing(pace.without) if count <= NAMED else f'{number(count)} jobcentre'} er ikke regnet med."


def _at_the_end(pace: Pace) -> str:
    """``Kampagnen er slut. Der manglede 12 personer.`` with the month that is looked at, where it is not the last."""
    lacking = persons(pace.missing or 0)
    if pace.month >= pace.deadline:
        return f"{capital(ITSELF)} er slut. Der manglede {lacking}."
    return f"{capital(ITSELF)} er slut. I {month_long(pace.month)} manglede der {lacking}."


def _each(missing: int, months: int) -> int:
    """Whole persons a month that are enough."""
    return -(-missing // months)


def _flere(count: int) -> str:
    return "mere" if count == 1 else "flere"


def _hitherto(pace: Pace, *, monthly: bool) -> str:
    if pace.so_far is None:
        withheld = f"tal er {hidden_word(public=pace.public)}"
        return f"Tempoet hidtil er ukendt, da {withheld if pace.still == HIDDEN else 'der mangler tal'}."
    if pace.so_far == 0:
        return "Hidtil er der ikke kommet flere i gang."
    if pace.so_far < 0:
        fewer = abs(_printed(pace))
        return f"Hidtil er der blevet {number(float(fewer), decimals=decimals_of(fewer))} færre i gang om måneden."
    hitherto = f"Hidtil er det {_so_far(pace)}{'' if monthly else ' om måneden'}"
    if not pace.enough:
        return f"{hitherto}."
    coming = "" if monthly else (f", og på {plural(pace.months_left, 'måned', 'måneder')} bliver det "
                                 f"{number(pace.so_far * pace.months_left)}")
    return f"{hitherto}{coming}. Det er nok, hvis tempoet holder."


def _reaches(pace: Pace) -> bool:
    """Whether the pace as it is printed is no less than the whole persons a month that are needed."""
    return _printed(pace) >= _each(pace.missing or 0, pace.months_left)


def _so_far(pace: Pace) -> str:
    printed = _printed(pace)
    return number(float(printed), decimals=decimals_of(printed))


def _printed(pace: Pace) -> Decimal:
    """Whole persons, but for a slow pace, where a decimal makes a difference; more where else it would say the opposite
    of what it is: over what it is under, or nothing at all.
    """
    value = pace.so_far or 0.0
    whole = abs(value) >= ROUGH or math.isclose(value, round(value))
    rounded = [half_up(value, decimals) for decimals in range(0 if whole else 1, FINEST + 1)]
    return next((each for each in rounded if _true(pace, value, each)), rounded[-1])


def _true(pace: Pace, value: float, printed: Decimal) -> bool:
    if (printed > 0) != (value > 0) or (printed < 0) != (value < 0):
        return False
    if value <= 0 or not pace.missing:
        return True
    if not pace.enough:
        return printed * pace.months_left < pace.missing
    return printed >= _each(pace.missing, pace.months_left) or (
        half_up(printed * pace.months_left, 0) == half_up(value * pace.months_left, 0))
