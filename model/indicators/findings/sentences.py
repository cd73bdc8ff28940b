"""Sentences on pace, on why a share moved and on what goal 2 still asks: comparisons, never predictions."""

import math

import pandas as pd

from model.formatting import MINUS, listing, month_long, month_short, number, percent, persons, plural
from model.indicators.movement import Movement
from model.indicators.pace import RESIZED, Pace, Rest

ROUGH = 10  # persons a month; over this neither »knap« nor a decimal says anything
NAMED = 4  # jobcenters named in one sentence
FEW = 100  # a target group smaller than this: the counts are told, not a change of the share
RECENT = 3  # months told by themselves beside the running total
TIMES = {2: "dobbelt så højt tempo", 3: "tre gange så højt tempo", 4: "fire gange så højt tempo",
         5: "fem gange så højt tempo", 6: "seks gange så højt tempo"}


def pace_text(missing: int, months: int) -> str:
    """Net persons a month, rounded up to what can be acted on: ``52``, ``knap 2``, ``3 personer på 5 måneder``."""
    if missing < months:
        return f"{persons(missing)} på {plural(months, 'måned', 'måneder')}"
    whole, over = divmod(missing, months)
    if over == 0:
        return number(whole)
    return f"knap {number(whole + 1)}" if 2 * over >= months and whole < ROUGH else number(whole + 1)


def pace_title(pace: Pace) -> str | None:
    """Whether the pace so far is enough; None where that cannot be said."""
    if pace.enough is None or pace.missing is None:
        return None
    if pace.enough:
        return f"Med det hidtidige tempo nås målet senest {month_long(pace.deadline)}"
    unit = " pr. måned" if pace.missing < pace.months_left else ""
    return f"Tempoet skal op: {_more(pace)} mod {_so_far(pace)}{unit} hidtil"


def pace_sentence(pace: Pace) -> str:
    """What goal 1 asks until the deadline, beside the net pace so far."""
    if pace.missing is None and pace.hidden:
        return "Det krævede tempo kan ikke beregnes, fordi tallene er skjult."
    if pace.missing is None:
        return "Det krævede tempo kan ikke beregnes, før målgruppe, aktivering og udgangspunkt er kendt."
    if pace.missing == 0:
        return "Målet er nået; det gælder om at holde niveauet."
    if pace.months_left == 0:
        return f"Fristen er nået. Der manglede {persons(pace.missing)}."
    need = (f"Der mangler {persons(pace.missing)}{_without(pace)} inden udgangen af {month_long(pace.deadline)}: "
            f"{_more(pace)} (netto).")
    return f"{need} {_comparison(pace)}"


def resized_sentence(pace: Pace) -> str | None:
    """What is missing when the target group grows or shrinks by 10 %; None where the goal is unknown."""
    if pace.larger is None or pace.smaller is None:
        return None
    size = percent(RESIZED)
    if pace.larger == pace.smaller == 0:
        return f"Målet er også nået, hvis målgruppen bliver {size} større eller mindre."
    if pace.larger == pace.smaller:
        return (f"Bliver målgruppen {size} større eller mindre, mangler der stadig {persons(pace.larger)}: "
                "forøgelsen er det, der tæller.")
    less = f"mangler der {persons(pace.smaller)}" if pace.smaller else "er målet nået"
    return f"Bliver målgruppen {size} større, mangler der {persons(pace.larger)}; bliver den {size} mindre, {less}."


def rest_sentence(rest: Rest) -> str:
    """What goal 2 asks of the courses to come: ``For at nå 20 % skal 17 af de næste 60 forløb …``."""
    target = percent(rest.target)
    if rest.needed <= 0:
        return f"De {target} er sikret, også hvis ingen af de næste {number(rest.coming)} bliver selvforsørgende."
    if rest.needed > rest.coming:
        return (f"For at nå {target} skal {number(rest.needed)} flere blive selvforsørgende, "
                f"og der er kun regnet med {number(rest.coming)} forløb mere.")
    so_far = f" Hidtil: {number(rest.successes)} af {number(rest.ended)}." if rest.ended else ""
    return (f"For at nå {target} skal {number(rest.needed)} af de næste {number(rest.coming)} forløb "
            f"ende i selvforsørgelse.{so_far}")


def recent_sentence(cohorts: pd.DataFrame, *, months: int = RECENT) -> str | None:
    """``De seneste målbare måneder (…): 4 af 60 er selvforsørgende.`` A running total hides a turn; None without any.

    ``cohorts``: the frame of ``model.indicators.cohorts.cohorts``.
    """
    last = cohorts[cohorts["mature"]].tail(months)
    if last.empty or last["ended"].isna().any():
        return None
    first, newest = (month_short(month) for month in last["month"].iloc[[0, -1]])
    which = f"Den seneste målbare måned ({newest})" if len(last) == 1 else (
        f"De seneste målbare måneder ({first}–{newest})")
    counts = f"{number(int(last['successes'].sum()))} af {number(int(last['ended'].sum()))}"
    return f"{which}: {counts} er selvforsørgende."


def movement_title(movement: Movement) -> str:
    """``Andelen steg 1,2 procentpoint, heraf 0,9 fra en mindre målgruppe``; the shown parts add up."""
    if min(movement.before[1], movement.after[1]) < FEW:
        return _few(movement)
    change, denominator = round(movement.change, 1), round(movement.denominator_effect, 1)
    numerator = round(change - denominator, 1)
    parts = [(numerator, _numerator(movement)), (denominator, _denominator(movement))]
    told = sorted((part for part in parts if part[0]), key=lambda part: -abs(part[0]))
    if change == 0:
        return f"Andelen er uændret{_opposite(told)}"
    first = f"Andelen {'steg' if change > 0 else 'faldt'} {number(abs(change), decimals=1)} procentpoint"
    if len(told) == 1:
        return f"{first}, alt fra {told[0][1]}"
    if told[0][0] * told[1][0] > 0:
        return f"{first}, heraf {number(abs(told[0][0]), decimals=1)} fra {told[0][1]}"
    return f"{first}{_opposite(told)}"


def movement_sentence(movement: Movement) -> str:
    """The split with its months, the jobcenters it is made on and a break between them."""
    period = f"{month_long(movement.first)} til {month_long(movement.last)}"
    who = "det ene jobcenter" if movement.jobcenters == 1 else f"de {number(movement.jobcenters)} jobcentre"
    all_in = movement.code is not None or movement.jobcenters == movement.of
    same = "" if all_in else f", for {who}, der har indberettet begge måneder"
    broken = " Der er databrud i perioden, så tallene kan ikke uden videre sammenlignes." if movement.broken else ""
    return f"{movement_title(movement)} ({period}{same}).{broken}"


def _without(pace: Pace) -> str:
    """`` (uden Aarhus, Skive og Samsø)``: whose shortfall is not in the sum."""
    if not pace.without:
        return ""
    count = len(pace.without)
    return f" (uden {listing(pace.without) if count <= NAMED else f'{number(count)} jobcentre'})"


def _whose(pace: Pace) -> str:
    """Whose pace it is, where it is that of several jobcenters."""
    if pace.jobcenters is None:
        return "Hidtil"
    return "Hidtil i det ene jobcenter" if pace.jobcenters == 1 else f"Hidtil i de {number(pace.jobcenters)} jobcentre"


def _more(pace: Pace) -> str:
    missing, left = pace.missing or 0, pace.months_left
    if missing < left:
        return f"{number(missing)} {'mere' if missing == 1 else 'flere'} på {plural(left, 'måned', 'måneder')}"
    return f"{pace_text(missing, left)} flere pr. måned"


def _so_far(pace: Pace) -> str:
    """Whole persons, but for a slow pace, where a decimal makes a difference."""
    value = pace.so_far or 0.0
    whole = abs(value) >= ROUGH or math.isclose(value, round(value))
    return number(value, decimals=0 if whole else 1)


def _comparison(pace: Pace) -> str:
    if pace.so_far is None or pace.per_month is None:
        return "Tempoet hidtil er ukendt, da der mangler tal."
    so_far = f"{_whose(pace)}: {_so_far(pace)} pr. måned"
    if pace.so_far <= 0:
        moved = "er der ikke kommet flere i gang" if pace.so_far == 0 else "er der blevet færre i gang"
        return f"{so_far}; netto {moved}."
    ratio = pace.per_month / pace.so_far
    if ratio <= 1:
        return f"{so_far}; det er nok, hvis tempoet holder."
    return f"{so_far}; målet kræver {_times(ratio)} hidtil."


def _times(ratio: float) -> str:
    if ratio < 1.25:
        return "et lidt højere tempo end"
    if ratio < 1.75:
        return "omkring halvanden gang så højt tempo som"
    return f"omkring {TIMES[round(ratio)]} som" if round(ratio) in TIMES else "et mange gange højere tempo end"


def _few(movement: Movement) -> str:
    """The counts alone, where one person moves the share by more than a point."""
    (x0, n0), (x1, n1) = movement.before, movement.after
    return (f"I aktivering: {number(x1)} af {number(n1)} i {month_short(movement.last)} mod "
            f"{number(x0)} af {number(n0)} i {month_short(movement.first)}")


def _numerator(movement: Movement) -> str:
    return f"{'flere' if movement.numerator_effect > 0 else 'færre'} i virksomhedsaktivering"


def _denominator(movement: Movement) -> str:
    return f"en {'mindre' if movement.denominator_effect > 0 else 'større'} målgruppe"


def _opposite(told: list[tuple[float, str]]) -> str:
    if not told:
        return ""
    words = [f"{'+' if size > 0 else MINUS}{number(abs(size), decimals=1)} fra {cause}" for size, cause in told]
    return ": " + " og ".join(words)
