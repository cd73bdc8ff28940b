"""The words of the cards that open a page or a sheet: the figure, the halves, how certain it is, what came of it."""

from datetime import date

from model.basics.formatting import capital, number, persons, signed
from model.basics.shares import UNJUDGED, decimals_beside, interval_words, percent, share_and_count, share_of
from model.basics.spaces import unbroken_share_of
from model.programmes.measures import CENTRE_ENDED, CENTRE_JOB, ENDED, JOB
from model.programmes.words import ACTIVATION, GOAL_1, GOAL_2, OTHER_OUTCOME, SUPPORTED_AFTER
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.figures.goals import Goal1, Goal2, goal2
from model.subjects.goals.figures.left_out import WHOLE, shown_words, without_words
from model.subjects.goals.figures.region import Region
from model.subjects.goals.words.wording import LACKS, fact_and_certainty, reached_words

GOAL1, GOAL2 = f"{GOAL_1}: andel og forøgelse", f"{GOAL_2}: {SUPPORTED_AFTER}"
NEEDED, LACKED, USABLE = "Hvad skal der til?", "Hvad manglede der?", "Kan tallet bruges?"
ALL_WELL = "Ja. Alle måneder er indberettet, intet er skjult eller rettet, og tallene er store nok til procent."
NOT_YET = "kan ikke måles endnu"
NO_REGION = "Regionens samlede andel kan ikke opgøres"
OUTCOMES = {capital(OTHER_OUTCOME): (JOB, ENDED),
            f"{capital(OTHER_OUTCOME)} efter virksomhedscenter": (CENTRE_JOB, CENTRE_ENDED)}


def share_parts(goal: Goal1) -> tuple[str, str]:
    """Goal 1's figure and the words beside it: ``16,8 %`` and ``(44 af 262)``; a small group's count has none."""
    if goal.share is None:
        return "–", "andelen kan ikke opgøres"
    return share_and_count(goal.activated or 0, goal.persons or 0, target=goal.share_target)


def share_half(goal: Goal1) -> str:
    """``mindst 16 % = 50 personer: mangler 12``."""
    target = f"mindst {percent(goal.share_target or 0)}"
    if goal.share_reached is None:
        return f"{target}: kan ikke opgøres"
    needed = f"{target} = {persons(goal.share_needed or 0)}"
    return f"{needed}: nået" if goal.share_reached else (
        f"{needed}: {LACKS[goal.over]} {number(goal.share_missing or 0)}")


def increase_half(goal: Goal1) -> str:
    """``mindst 15 flere: mangler 7, +8 siden 30 ved udgangspunktet``."""
    target = f"mindst {goal.increase_target} flere"
    if goal.increase is None:
        return f"{target}: kan ikke opgøres"
    since = f"{signed(goal.increase)} siden {number(goal.baseline or 0)} ved udgangspunktet"
    if goal.increase_reached:
        return f"{target}: nået, {since}"
    return f"{target}: {LACKS[goal.over]} {number(goal.increase_missing or 0)}, {since}"


def goal2_parts(goal: Goal2) -> tuple[str, str, str]:
    """Goal 2's figure, the count beside it and how certain it is; what cannot be told is told in the figure's place."""
    fact, certainty = fact_and_certainty(goal)
    if goal.successes is None or not goal.ended:
        return fact, "", certainty or NOT_YET
    return *share_and_count(goal.successes, goal.ended, target=goal.target), certainty


def uncertainty(goal: Goal2) -> str:
    """``Statistisk usikkerhed: 8,9 til 23,3 %.`` Empty where the courses are too few."""
    if goal.low is None or goal.high is None or (goal.ended or 0) < FEWEST:
        return ""
    return f"Statistisk usikkerhed: {interval_words(goal.low, goal.high, target=goal.target)}."


def job_lines(snapshot: Snapshot, code: str, month: date) -> list[str]:
    """Job or education beside goal 2, for all and for those who were in a virksomhedscenter; judged by nothing."""
    goals = {words: goal2(snapshot, code, month, outcome=outcome, ended=ended)
             for words, (outcome, ended) in OUTCOMES.items()}
    least = decimals_beside(goal.ended for goal in goals.values() if goal.successes is not None)
    return [f"{words}: {unbroken_share_of(goal.successes, goal.ended, target=UNJUDGED, least=least)}"
            for words, goal in goals.items() if goal.successes is not None and goal.ended]


def region_heading(whole: Region) -> str:
    """The two halves with their targets, where every jobcenter has the same."""
    targets = {(goal.share_target, goal.increase_target) for goal in whole.goals}
    if len(targets) != 1:
        return GOAL1
    level, increase = targets.pop()
    return f"{GOAL_1}: mindst {percent(level or 0)} og {increase} flere i {ACTIVATION}"


def region_parts(whole: Region) -> tuple[str, str]:
    """``7 af 19`` and ``jobcentre har nået begge dele``; of those that have reported, where some have not.

    Where none can be told there is no nought.
    """
    if whole.only_together:
        return _together(whole)
    if whole.unknown == whole.of:
        return "–", "kan ikke opgøres for noget jobcenter"
    who = "viste jobcentre" if (whole.without or whole.together) else "jobcentre"
    there = whole.of - len(whole.coverage.missing)
    who = who if there == whole.of else f"{who}, der har indberettet,"
    reached = reached_words(whole)
    return f"{number(whole.reached)} af {number(there)}", f"{who} {reached} begge dele"


def _together(whole: Region) -> tuple[str, str]:
    if whole.activated is None or whole.persons is None:
        return "–", "vises ikke for måneden"
    level, count = share_and_count(whole.activated, whole.persons, target=whole.share_target)
    return level, f"{count} i {ACTIVATION}"


def together_sentence(whole: Region) -> str:
    """Why goal 1 is not judged where the public is told of them together alone."""
    members = whole.together or whole.waiting or whole.without
    return (f"De {number(len(members))} jobcentre vises kun tilsammen. {GOAL_1} gælder hvert jobcenter for sig og kan "
            "ikke afgøres for dem under ét.")


def regional_share(whole: Region) -> str:
    """``Hele regionen (18 af 19 jobcentre): 14,7 % (2.345 af 15.952) i virksomhedsaktivering``; unknown, a sentence."""
    if whole.activated is None or whole.persons is None:
        return f"{NO_REGION}."
    of = shown_words(whole.summed, whole.without)
    who = "" if whole.known == whole.summed else f" ({number(whole.known)} af {of})"
    name = f"Regionen {without_words(whole.without)}" if whole.without else WHOLE
    share = share_of(whole.activated, whole.persons, target=whole.share_target)
    return f"{name}{who}: {share} i {ACTIVATION}"
