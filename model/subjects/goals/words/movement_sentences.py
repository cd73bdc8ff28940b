"""Sentences on why a share moved: how much is from the activated, and how much from the target group."""

from decimal import Decimal

from model.basics.formatting import MINUS, half_up, month_long, month_short, number
from model.basics.shares import decimals_of, printed_share
from model.programmes.words import ACTIVATION
from model.subjects.goals.figures.movement import Movement

BROKEN = "Der er et databrud i perioden: tal før og efter kan ikke sammenlignes direkte."
FEW = 100  # a target group smaller than this: the counts are told, not a change of the share


def movement_title(movement: Movement) -> str:
    """``Andelen steg 1,2 procentpoint, heraf 0,9 fra en mindre målgruppe``; the shown parts add up to the difference
    between the shares as they are printed.
    """
    if min(movement.before[1], movement.after[1]) < FEW:
        return _few(movement)
    change, numerator, denominator = _shown_parts(movement)
    decimals = max(1, decimals_of(change))
    parts = [(numerator, _numerator(movement)), (denominator, _denominator(movement))]
    shown = sorted((part for part in parts if part[0]), key=lambda part: -abs(part[0]))
    if change == 0:
        return f"Andelen er uændret{_opposite(shown, decimals)}"
    first = f"Andelen {'steg' if change > 0 else 'faldt'} {_points(change, decimals)} procentpoint"
    if len(shown) == 1:
        return f"{first}, alt fra {shown[0][1]}"
    if shown[0][0] * shown[1][0] > 0:
        return f"{first}, heraf {_points(shown[0][0], decimals)} fra {shown[0][1]}"
    return f"{first}{_opposite(shown, decimals)}"


def movement_sentence(movement: Movement) -> str:
    """The split with its months, the jobcenters it is made on and a break between them."""
    period = f"{month_long(movement.first)} til {month_long(movement.last)}"
    who = "det ene jobcenter" if movement.jobcenters == 1 else f"de {number(movement.jobcenters)} jobcentre"
    all_in = movement.code is not None or movement.jobcenters == movement.of
    same = "" if all_in else f", for {who}, der har indberettet begge måneder"
    broken = f" {BROKEN}" if movement.broken else ""
    return f"{movement_title(movement)} ({period}{same}).{broken}"


def _few(movement: Movement) -> str:
    """The counts alone, where one person moves the share by more than a point."""
    (x0, n0), (x1, n1) = movement.before, movement.after
    return (f"I aktivering: {number(x1)} af {number(n1)} i {month_short(movement.last)} mod "
            f"{number(x0)} af {number(n0)} i {month_short(movement.first)}")


def _shown_parts(movement: Movement) -> tuple[Decimal, Decimal, Decimal]:
    """The change between the shares as they are printed, and its parts as finely, none against its effect."""
    before, after = (printed_share(*counts, target=target) for counts, target in
                     zip((movement.before, movement.after), movement.targets, strict=True))
    change = after - before
    denominator = half_up(movement.denominator_effect, max(1, decimals_of(change)))
    numerator = change - denominator
    if numerator and float(numerator) * movement.numerator_effect <= 0:
        numerator, denominator = Decimal(0), change
    if denominator and float(denominator) * movement.denominator_effect <= 0:
        numerator, denominator = change, Decimal(0)
    return change, numerator, denominator


def _points(size: Decimal, decimals: int) -> str:
    return number(float(abs(size)), decimals=decimals)


def _numerator(movement: Movement) -> str:
    return f"{'flere' if movement.numerator_effect > 0 else 'færre'} i {ACTIVATION}"


def _denominator(movement: Movement) -> str:
    return f"en {'mindre' if movement.denominator_effect > 0 else 'større'} målgruppe"


def _opposite(told: list[tuple[Decimal, str]], decimals: int) -> str:
    if not told:
        return ""
    words = [f"{'+' if size > 0 else MINUS}{_points(size, decimals)} fra {cause}" for size, cause in told]
    return ": " + " og ".join(words)
