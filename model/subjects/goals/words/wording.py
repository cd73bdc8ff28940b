"""What the verdicts are called, and the words of goal 2: the fact first, the certainty second.

One place, so that every page says the same.
"""

from model.basics.formatting import capital, listing, number
from model.basics.shares import percent, share_of
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.figures.goals import Goal2
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Standing, Verdict

VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.REACHED: "nået", Verdict.PARTLY: "delvist", Verdict.NOT_REACHED: "ikke nået",
    Verdict.UNKNOWN: "kan ikke opgøres"}
OUTCOME_WORDS: dict[OutcomeVerdict, str] = {
    OutcomeVerdict.REACHED: "nået", OutcomeVerdict.NOT_REACHED: "ikke nået",
    OutcomeVerdict.UNSETTLED: "kan ikke siges endnu", OutcomeVerdict.TOO_FEW: "for få forløb",
    OutcomeVerdict.NONE_ENDED: "ingen afsluttede forløb", OutcomeVerdict.UNKNOWN: "kan ikke opgøres"}

TOO_FEW = "for få forløb til en vurdering"
HIDDEN = ("Kan ikke opgøres", "et tal i perioden er skjult af afsenderen")
UNTOLD = ("Kan ikke vises", "tallene er skjult af hensyn til diskretion")
NONE = "ingen afsluttede forløb, der kan måles endnu"
SURE = {OutcomeVerdict.REACHED: "over", OutcomeVerdict.NOT_REACHED: "under"}


def withheld_words(snapshot: Snapshot) -> str:
    """Who has hidden what is hidden: the senders, or for the public also Fremdrift."""
    return "skjult af afsenderen" if snapshot.audience == "internal" else "skjult af hensyn til diskretion"


def halves_words(standing: Standing, *, share_target: int | None, increase_target: int | None) -> str:
    """Where goal 1 stands, with the targets it is judged by: ``kun 16 %``, ``kun +15``, ``ikke nået``."""
    if standing.verdict != Verdict.PARTLY:
        return VERDICT_WORDS[standing.verdict]
    halves = {"share": percent(share_target or 0), "increase": f"+{number(increase_target or 0)}"}
    return f"kun {listing(target for half, target in halves.items() if half in standing.reached)}"


def side(x: int, n: int, *, target: int) -> str:
    """``over``, ``under`` or, on the very target, ``på``: decided in integers."""
    if 100 * x == target * n:
        return "på"
    return "over" if 100 * x > target * n else "under"


def certainty_words(x: int, n: int, *, verdict: OutcomeVerdict, target: int) -> str:
    """``over 20 %, men uafklaret`` · ``klart under 20 %`` · ``for få forløb til en vurdering (12)`` …"""
    if n == 0:
        return NONE
    if n < FEWEST:
        return f"{TOO_FEW} ({number(n)})"
    if verdict in SURE:
        return f"klart {SURE[verdict]} {percent(target)}"
    return f"{side(x, n, target=target)} {percent(target)}, men uafklaret"


def fact_and_certainty(goal: Goal2) -> tuple[str, str]:
    """``22 % (26 af 118)`` and ``over 20 %, men uafklaret``; without a count why there is none, and nothing more."""
    if goal.successes is None or goal.ended is None:
        return UNTOLD if goal.untold else HIDDEN
    certain = certainty_words(goal.successes, goal.ended, verdict=goal.verdict, target=goal.target)
    if not goal.ended:
        return capital(certain), ""
    return share_of(goal.successes, goal.ended, target=goal.target), certain


def goal2_words(goal: Goal2) -> str:
    """``22 % (26 af 118): over 20 %, men uafklaret``; without a count only why there is none."""
    return ": ".join(filter(None, fact_and_certainty(goal)))
