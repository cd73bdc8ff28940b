"""What is said of jobcenters beside each other: only outside 99.8 % does one deviate, and chance is always told."""

from collections import Counter
from collections.abc import Iterable, Sequence

from model.basics.formatting import NBSP, listing, month_short, number
from model.basics.shares import decimals_beside, percent, share_of
from model.programmes.words import GOAL_1, GOAL_2, ITSELF, SUPPORTED_AFTER
from model.statistics.intervals import FEWEST
from model.subjects.comparison.figures.comparison import Comparison, Unit
from model.subjects.goals.figures.coverage import Coverage
from model.subjects.goals.figures.goals import Goal1
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Verdict
from model.subjects.goals.words.region import absence_title
from model.subjects.goals.words.titles import goal2_sentence
from model.subjects.goals.words.wording import IS, LIES, NOT_TOLD_YET, OPEN, reached_words

NAMED = 6  # jobcenters named in one sentence
SIDES = {-1: "under", 1: "over"}
MORE = "mere fra regionen, end tilfældigheder kan forklare"
AGAINST_TARGET, AGAINST_REGION = f"{GOAL_2} mod målet", f"{GOAL_2} mod regionen"  # the two yardsticks of goal 2
SEVERAL = "målet"  # where the jobcenters do not have the same


def page_title(comparison: Comparison, coverage: Coverage) -> str:
    """The page's finding: who is missing when somebody is, else whether the differences are more than chance."""
    return absence_title(coverage) or comparison_title(comparison)


def page_lead(comparison: Comparison, coverage: Coverage) -> str:
    """What follows the page's title: the answer where somebody missing took its place, chance, the region's level."""
    answer = f"{comparison_title(comparison)}. " if absence_title(coverage) else ""
    return f"{answer}{_chance(comparison)}{level_sentence(comparison)}"


def _chance(comparison: Comparison) -> str:
    """How many are worth asking about, in words to be spoken; the funnel speaks of its limits where they are drawn."""
    judged, beyond, over = len(comparison.judged), len(comparison.beyond95), comparison.region.over
    if judged < 2:
        return ""
    count = number(judged)
    of = f"{count} jobcentre" if judged == len(comparison.units) else f"de {count} jobcentre, der kan vurderes,"
    asked = (f"{_count(beyond)} af {of} {LIES[over]} så langt fra {region_words(comparison)}, "
             f"at det {IS[over]} værd at spørge hvorfor")
    open_ = ", men ingen så langt, at det ikke kan være tilfældigt" if beyond and not comparison.deviating else ""
    return f"{asked}{open_}. Tilfældet alene ville give {_expected(comparison)}. "


def comparison_title(comparison: Comparison) -> str:
    """``2 af 19 jobcentre afviger mere fra regionen, end tilfældigheder kan forklare``, or that chance may."""
    count = len(comparison.deviating)
    if comparison.region.waiting:
        return f"{GOAL_2} {NOT_TOLD_YET}"
    if not comparison.judged:
        return "Der er for få forløb til at sammenligne jobcentrene"
    if len(comparison.units) == 1:
        return f"{comparison.units[0].name} afviger {'' if count else 'ikke '}{MORE}"
    if not count:
        return "Forskellene mellem jobcentrene kan skyldes tilfældigheder"
    return f"{number(count)} af {number(len(comparison.units))} jobcentre afviger {MORE}"


def certainty_title(comparison: Comparison) -> str:
    """``4 ligger klart over 20 %, 3 klart under og 11 kan ikke afgøres``: the verdicts on goal 2 as counts."""
    if comparison.region.waiting:
        return f"{GOAL_2} {NOT_TOLD_YET}"
    if not comparison.judged:
        return f"Ingen har de {FEWEST} afsluttede forløb, en vurdering kræver"
    counted = Counter(unit.goal.verdict for unit in comparison.judged)
    over, under, open_ = (counted[verdict] for verdict in (
        OutcomeVerdict.REACHED, OutcomeVerdict.NOT_REACHED, OutcomeVerdict.UNSETTLED))
    target, lies, rest = target_words(comparison), LIES[comparison.region.over], f"{number(open_)} {OPEN}"
    parts = [f"{number(over)} {lies} klart over {target}"] if over else []
    if under:
        parts.append(f"{number(under)} {'klart under' if over else f'{lies} klart under {target}'}")
    if not parts:
        return f"Ingen {lies} klart over eller under {target}, og {rest}"
    return listing([*parts, rest] if open_ else parts)


def halves_title(goals: Sequence[Goal1]) -> str:
    """``7 har nået begge dele af Mål 1, 8 kun den ene, 3 ingen af dem og 1 kan ikke opgøres``."""
    counted = Counter(goal.verdict for goal in goals)
    both, one, none, unknown = (counted[verdict] for verdict in (
        Verdict.REACHED, Verdict.PARTLY, Verdict.NOT_REACHED, Verdict.UNKNOWN))
    if unknown == len(goals):
        return f"{GOAL_1} kan ikke opgøres for noget jobcenter"
    reached = reached_words(goals[0])
    rest = f"{number(unknown)} kan ikke opgøres" if unknown else ""
    if not both and not one:
        return (f"{'Ingen af dem' if none > 1 else 'Det ene'} {reached} nogen af delene i {GOAL_1}"
                + (f", og {rest}" if rest else ""))
    parts = [f"{number(both) if both else 'Ingen'} {reached} begge dele af {GOAL_1}",
             f"{number(one)} kun den ene" if one else "", f"{number(none)} ingen af dem" if none else "", rest]
    return listing(part for part in parts if part)


def chance_title(comparison: Comparison) -> str:
    """``2 af 18 er uden for 95 %-grænserne, hvor tilfældet alene giver omkring 1``."""
    return (f"{_count(len(comparison.beyond95))} af {number(len(comparison.judged))} er uden for 95{NBSP}%-grænserne, "
            f"hvor tilfældet alene giver {_expected(comparison)}")


def _count(count: int) -> str:
    return number(count) if count else "Ingen"


def _expected(comparison: Comparison) -> str:
    """Of how many chance alone would put outside the narrow limits: what those outside are to be held against."""
    return "under 1" if comparison.by_chance < 0.5 else f"omkring {number(comparison.by_chance)}"


def outside_sentence(comparison: Comparison) -> str:
    """Who deviates, and who is worth asking about; empty when nobody is outside 95 %."""
    ask = [unit for unit in comparison.beyond95 if unit.place == "ask"]
    parts = [f"Afviger (uden for 99,8{NBSP}%): {_sided(comparison.deviating)}." if comparison.deviating else "",
             f"Værd at spørge til (uden for 95{NBSP}%): {_sided(ask)}." if ask else ""]
    return " ".join(part for part in parts if part)


def level_sentence(comparison: Comparison) -> str:
    """The region's weighted share, beside it the chosen group's: sums over sums, never means of shares."""
    whole, (x, n) = comparison.region, comparison.whole
    least = decimals_beside((whole.ended, n))
    level = f"{comparison.name}: {share_of(whole.successes or 0, whole.ended or 0, target=whole.target, least=least)}"
    own = "" if comparison.peers.kind == "everyone" or not n else (
        f" {comparison.peers.name}: {share_of(x, n, target=whole.target, least=least)}.")
    return f"{level} {IS[whole.over]} {SUPPORTED_AFTER} afsluttet forløb.{own}"


def place_words(unit: Unit) -> str:
    """``afviger (over)``, ``værd at spørge til (under)``, ``inden for det tilfældige`` or ``vurderes ikke``."""
    words = {"outside": "afviger", "ask": "værd at spørge til", "within": "inden for det tilfældige",
             "not_judged": "vurderes ikke"}[unit.place]
    return f"{words} ({SIDES[unit.side]})" if unit.side else words


def table_note(comparison: Comparison) -> str:
    """What the table's columns hold, with the months they are of."""
    if comparison.published:
        return goal2_sentence(comparison.region)
    year = (f" Året før: det samme til og med {month_short(comparison.before)}." if comparison.before
            else f" Et år før var {ITSELF} ikke begyndt.")
    return (f"{goal2_sentence(comparison.region)} Uoplyst: forløb, hvis udfald burde være oplyst, men ikke er det; "
            f"»md.« er måneder helt uden tal.{year}")


def target_words(comparison: Comparison) -> str:
    """``20 %``, or SEVERAL."""
    targets = {unit.goal.target for unit in comparison.units}
    return percent(targets.pop()) if len(targets) == 1 else SEVERAL


def region_words(comparison: Comparison) -> str:
    """What the region is called inside a sentence: ``hele regionen``."""
    return f"{comparison.name[0].lower()}{comparison.name[1:]}"


def _sided(units: Sequence[Unit]) -> str:
    names = [f"{unit.name} ({SIDES[unit.side]})" for unit in units[:NAMED]]
    return listing(_with_rest(names, len(units) - NAMED))


def _with_rest(told: list[str], rest: int) -> Iterable[str]:
    return [*told, f"{number(rest)} andre"] if rest > 0 else told
