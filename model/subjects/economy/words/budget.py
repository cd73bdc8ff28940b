"""What the calculation means for a municipality's budget, in plain sentences; never a result, never a promise."""

from decimal import Decimal

from model.basics.formatting import NBSP
from model.programmes.current import PRICES
from model.programmes.words import OTHER_OUTCOME
from model.subjects.economy.figures.inputs import Inputs, Range
from model.subjects.economy.figures.price import Economy
from model.subjects.economy.words.wording import counted, exact_kroner, kroner, numbers

SUPPORT = ("Støtteaktiviteter (psykolog, undervisning, netværksmøder, fysioterapeut o.a.) er ikke med i nogen af "
           "tallene. De købes til den enkelte, uanset hvilken aktivitet borgeren deltager i.")
MOVED = ("Kommunen har først pengene til andet, når der bruges tilsvarende færre pladser på aktiveringsstedet. "
         f"Oplægget siger: »{PRICES.moved}«.") if PRICES and PRICES.moved else ""


def sentences(inputs: Inputs, sums: Economy) -> tuple[str, ...]:
    """The expense, what it is weighed against, and the saving, each with the reservation that belongs to it."""
    parts = (_expense(inputs, sums), _weighed(inputs, sums), MOVED, _saving(inputs, sums), _needed(sums), SUPPORT)
    return tuple(sentence for sentence in parts if sentence)


def _expense(inputs: Inputs, sums: Economy) -> str:
    expense = (f"Udgiften er {kroner(sums.total_year)} om året. Mentorstøtten betales pr. plads, så den er den samme, "
               "når en plads står tom.")
    used = inputs.occupied
    if used is None or used.high >= inputs.places.low or sums.participant_week is None:
        return expense
    return (f"{expense} Med {numbers(used)} besatte af {numbers(inputs.places)} pladser koster en deltager "
            f"{exact_kroner(sums.participant_week)} om ugen.")


def _weighed(inputs: Inputs, sums: Economy) -> str:
    """The comparison with municipal activation, which cannot be made before both prices hold the same."""
    if sums.gap_week is None:
        return ""
    weighed = (f"I et kommunalt aktiveringstilbud koster {counted(inputs.used, 'deltager', 'deltagere')} "
               f"{kroner(sums.municipal_year)} om året, men med husleje, administration og ledelse.")
    if sums.difference_week is not None:
        return f"{weighed} {_with_overhead(inputs, sums, sums.difference_week)}"
    return f"{weighed} {_without_overhead(sums, sums.gap_week)}"


def _without_overhead(sums: Economy, gap: Range) -> str:
    if gap.high <= 0:
        return "Pladserne er her de dyreste, allerede før deres husleje, administration og ledelse er lagt til."
    if gap.low <= 0:
        return "Hvad der er billigst, afhænger af, hvor i spændet tallene ligger, og af husleje mv. her."
    return (f"Forskellen på {kroner(sums.gap_year)} er derfor ikke en besparelse. Pladserne er de billigste, hvis "
            f"husleje, administration og ledelse her koster under {exact_kroner(gap)} pr. deltager om ugen.")


def _with_overhead(inputs: Inputs, sums: Economy, difference: Range) -> str:
    compared = (f"Lægges jeres egne {exact_kroner(inputs.overhead)} til husleje, administration og ledelse oveni, "
                f"koster en deltager her {exact_kroner(sums.full_week)} om ugen mod {exact_kroner(inputs.municipal)}:")
    if difference.low >= 0:
        return f"{compared} {exact_kroner(difference)} mindre."
    about = difference.about
    if difference.high <= 0:
        return f"{compared} {exact_kroner(Range(-difference.high, -difference.low, about))} mere."
    more, less = (Range(end, end, about) for end in (-difference.low, difference.high))
    return f"{compared} mellem {kroner(less)} mindre og {kroner(more)} mere."


def _saving(inputs: Inputs, sums: Economy) -> str:
    return (f"Kommer {counted(inputs.persons, 'kandidat', 'kandidater')} i {OTHER_OUTCOME} og bliver der et år, "
            f"udbetales {kroner(sums.saved_year)} mindre i kontanthjælp. Regnestykket siger ikke, hvor mange af dem "
            "der var kommet i gang alligevel.")


def _needed(sums: Economy) -> str:
    if sums.break_even is None:
        return ""
    one = "person" if sums.break_even.ends == (Decimal(1),) else "personer"
    return (f"Skal den mindre udbetaling alene dække udgiften til pladserne, skal {numbers(sums.break_even)}{NBSP}"
            f"{one} i {OTHER_OUTCOME} et helt år.")
