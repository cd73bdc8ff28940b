"""What the verdicts are called, and the words of goal 2: the fact first, the certainty second.

One place, so that every page says the same.
"""

from model.basics.formatting import capital, listing, number
from model.basics.shares import percent, share_of
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.figures.goals import Goal1, Goal2
from model.subjects.goals.figures.left_out import LEFT_OUT
from model.subjects.goals.figures.region import Region
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Standing, Verdict

VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.REACHED: "nået", Verdict.PARTLY: "delvist", Verdict.NOT_REACHED: "ikke nået",
    Verdict.UNKNOWN: "kan ikke opgøres"}
OUTCOME_WORDS: dict[OutcomeVerdict, str] = {
    OutcomeVerdict.REACHED: "nået", OutcomeVerdict.NOT_REACHED: "ikke nået",
    OutcomeVerdict.UNSETTLED: "kan ikke afgøres", OutcomeVerdict.TOO_FEW: "for få forløb",
    OutcomeVerdict.NONE_ENDED: "ingen afsluttede forløb", OutcomeVerdict.UNKNOWN: "kan ikke opgøres"}

TOO_FEW = "for få forløb til en vurdering"
HIDDEN = ("Kan ikke opgøres", "et tal i perioden er skjult af afsenderen")
UNTOLD = ("Kan ikke vises", f"tallene er {LEFT_OUT}")
WAITING = ("Ikke endnu", "fortælles hvert halve år")  # what an edition has not come to
NOT_TOLD_YET = "fortælles hvert halve år og er ikke fortalt endnu"
NONE = "ingen afsluttede forløb, der kan måles endnu"
SURE = {OutcomeVerdict.REACHED: "over", OutcomeVerdict.NOT_REACHED: "under"}
MAY_BE_CHANCE, OPEN = "men det kan være tilfældigt", "kan ikke afgøres"  # of one, and of a count of them

# verbs by whether the programme is over
IS, HAS, LIES, LACKS = ({False: now, True: then} for now, then in (
    ("er", "var"), ("har", "havde"), ("ligger", "lå"), ("mangler", "manglede")))


def withheld_words(snapshot: Snapshot) -> str:
    """Why a number is not there: its sender has hidden it, or an edition does not tell it."""
    return "skjult af afsenderen" if snapshot.audience == "internal" else LEFT_OUT


def hidden_word(*, public: bool) -> str:
    """The same in one word."""
    return "udeladt" if public else "skjult"


def halves_words(standing: Standing, *, share_target: int | None, increase_target: int | None) -> str:
    """Where goal 1 stands, with the targets it is judged by: ``kun 16 %``, ``kun 15 flere``, ``ikke nået``."""
    if standing.verdict != Verdict.PARTLY:
        return VERDICT_WORDS[standing.verdict]
    return f"kun {parted(standing, share_target=share_target, increase_target=increase_target)[0]}"


def parted(standing: Standing, *, share_target: int | None, increase_target: int | None) -> tuple[str, str]:
    """What is reached of goal 1 and what is not, by their targets: ``16 %`` and ``15 flere``."""
    halves = {"share": percent(share_target or 0), "increase": f"{number(increase_target or 0)} flere"}
    reached = [words for half, words in halves.items() if half in standing.reached]
    return listing(reached), listing(words for words in halves.values() if words not in reached)


def reached_words(judged: Goal1 | Region, *, only: bool = False) -> str:
    """``har nået``; when all is over ``nåede`` in the last month, and ``havde nået`` in one before it.

    ``only``: ``har kun nået``.
    """
    if judged.last:
        return "nåede kun" if only else "nåede"
    return f"{HAS[judged.over]} {'kun ' if only else ''}nået"


def side(x: int, n: int, *, target: int) -> str:
    """``over``, ``under`` or, on the very target, ``på``: decided in integers."""
    if 100 * x == target * n:
        return "på"
    return "over" if 100 * x > target * n else "under"


def certainty_words(x: int, n: int, *, verdict: OutcomeVerdict, target: int) -> str:
    """``over 20 %, men det kan være tilfældigt`` · ``klart under 20 %`` · ``for få forløb til en vurdering (12)`` …"""
    if n == 0:
        return NONE
    if n < FEWEST:
        return f"{TOO_FEW} ({number(n)})"
    if verdict in SURE:
        return f"klart {SURE[verdict]} {percent(target)}"
    return f"{side(x, n, target=target)} {percent(target)}, {MAY_BE_CHANCE}"


def how_sure(goal: Goal2) -> str:
    """``klart over 20 %`` · ``kan ikke afgøres`` · ``for få forløb``: for a narrow column beside the fact."""
    if goal.verdict in SURE:
        return f"klart {SURE[goal.verdict]} {percent(goal.target)}"
    return OUTCOME_WORDS[goal.verdict]


def fact_and_certainty(goal: Goal2, *, least: int = 0) -> tuple[str, str]:
    """``22 % (26 af 118)`` and ``klart over 20 %``; without a count why there is none, and nothing more.

    ``least``: decimals of a share among others, as in ``share``.
    """
    if goal.waiting:
        return WAITING
    if goal.successes is None or goal.ended is None:
        return UNTOLD if goal.untold else HIDDEN
    certain = certainty_words(goal.successes, goal.ended, verdict=goal.verdict, target=goal.target)
    if not goal.ended:
        return capital(certain), ""
    return share_of(goal.successes, goal.ended, target=goal.target, least=least), certain


def goal2_words(goal: Goal2, *, least: int = 0) -> str:
    """``22 % (26 af 118): klart over 20 %``; without a count only why there is none."""
    return ": ".join(filter(None, fact_and_certainty(goal, least=least)))
