"""Titles and verdicts of the two goals for one jobcenter (goal 2 also for the region)."""

from collections.abc import Sequence

from model.basics.formatting import (
    alphabetical,
    capital,
    listing,
    month_long,
    month_short,
    number,
    persons,
    plural,
    signed,
)
from model.basics.shares import percent, share
from model.programmes.words import GOAL_1, GOAL_2, ITSELF, RESERVED, SUPPORTED
from model.snapshot.absence import HIDDEN, Reason
from model.statistics.intervals import FEWEST
from model.subjects.goals.figures.goals import Goal1, Goal2
from model.subjects.goals.figures.verdicts import Verdict
from model.subjects.goals.words.wording import (
    HAS,
    IS,
    LACKS,
    LIES,
    NOT_TOLD_YET,
    VERDICT_WORDS,
    certainty_words,
    halves_words,
    hidden_word,
    parted,
    reached_words,
    side,
)

REACHED_MARK, NOT_REACHED_MARK = "✓", "✗"
PROVISIONAL, INDICATIVE = " (foreløbig)", " (med forbehold)"
NAMED = 4  # jobcenters named in a heading


def verdict_words(goal: Goal1) -> str:
    """The verdict as it is shown, with the targets that apply: ``kun 16 %``, ``kun 15 flere``, ``ikke nået``."""
    return halves_words(goal.standing, share_target=goal.share_target, increase_target=goal.increase_target)


def halves(goal: Goal1) -> tuple[str, str]:
    """What is reached of the goal and what is not: ``16 %`` and ``15 flere``."""
    return parted(goal.standing, share_target=goal.share_target, increase_target=goal.increase_target)


def verdict_label(goal: Goal1) -> str:
    """The same standing alone: ``Begge dele er nået``, ``Kun 16 % er nået``, ``Ikke nået``."""
    words = "begge dele" if goal.verdict == Verdict.REACHED else verdict_words(goal)
    whole = f"{words} {IS[goal.over]} nået" if goal.verdict in (Verdict.REACHED, Verdict.PARTLY) else words
    return whole[0].upper() + whole[1:]


def goal1_title(goal: Goal1) -> str:
    """The finding on goal 1 for a jobcenter; a month it takes no part in, or without figures, takes precedence."""
    if not goal.participates:
        return f"{goal.name} er ikke med i {month_long(goal.month)}"
    if goal.verdict == Verdict.UNKNOWN:
        return f"{goal.name}{_unknown(goal)}"
    if goal.verdict == Verdict.REACHED:
        return (f"{goal.name} {reached_words(goal)} {GOAL_1}: {_share(goal)} og {goal.increase} "
                f"flere end {_since(goal)}{INDICATIVE if goal.indicative else ''}")
    if goal.verdict == Verdict.PARTLY and goal.share_reached:
        return (f"{goal.name} {IS[goal.over]} {_side(goal)} {_target(goal)}, men {_lacks(goal)} "
                f"i forøgelsen på {goal.increase_target}")
    if goal.verdict == Verdict.PARTLY:
        return (f"{goal.name} {HAS[goal.over]} {goal.increase} flere i gang, men {_lacks(goal)} "
                f"i at nå {_target(goal)}")
    return f"{goal.name} {_lacks(goal)} i at nå {GOAL_1}"


def verdict_sentence(goal: Goal1, *, provisional: bool = False, spoken: bool = False) -> str:
    """``Mål 1 ikke nået: 16,8 % ✓ · +12 personer ✗, mangler 3``; ``spoken`` puts words where a glyph is read badly.

    Both halves are always told, also when only one can be.
    """
    word = VERDICT_WORDS[Verdict.NOT_REACHED if goal.verdict == Verdict.PARTLY else goal.verdict]
    lacking = f", {LACKS[goal.over]} {number(goal.missing)}" if goal.missing else ""
    share_half = _half(_share(goal), goal.share_reached, spoken=spoken)
    increase_half = _half(_increase(goal), goal.increase_reached, spoken=spoken)
    note = INDICATIVE if goal.indicative and goal.increase is not None else ""
    reservation = PROVISIONAL if provisional and goal.verdict != Verdict.UNKNOWN else ""
    return f"{GOAL_1} {word}{reservation}: {share_half} · {increase_half}{note}{lacking}"


def reserved_words(goals: Sequence[Goal1]) -> str:
    """``med forbehold: udgangspunktet følger de gamle matchgrupper``, once for all of whom that holds; else empty.

    Where it is not everybody with an increase, they are named, or of more than four how many.
    """
    told = [goal for goal in goals if goal.increase is not None]
    vague = [goal.name for goal in told if goal.indicative]
    if not vague:
        return ""
    few = listing(sorted(vague, key=alphabetical)) if len(vague) <= NAMED else f"{number(len(vague))} jobcentre"
    return f"med forbehold{'' if len(vague) == len(told) else f' for {few}'}: {RESERVED}"


def goal2_title(goal: Goal2, *, name: str, outcome: str = SUPPORTED) -> str:
    """The finding on goal 2: the fact (over or under) with its count, then how certain it is."""
    if goal.waiting:
        return f"{name}: {GOAL_2} {NOT_TOLD_YET}"
    if goal.successes is None or goal.ended is None:
        if goal.untold:
            return f"{name}: {GOAL_2} kan ikke vises, da tallene er {hidden_word(public=True)}"
        return f"{name}: {GOAL_2} kan ikke opgøres, da et tal er skjult"
    if goal.ended == 0:
        return f"{name} har ingen afsluttede forløb, der kan måles endnu"
    if goal.ended < FEWEST:
        return f"{name} har {plural(goal.ended, 'afsluttet forløb', 'afsluttede forløb')} – for få til en vurdering"
    counted = f"{number(goal.successes)} af {number(goal.ended)} {IS[goal.over]} {outcome}"
    certainty = certainty_words(goal.successes, goal.ended, verdict=goal.verdict, target=goal.target)
    return f"{name} {LIES[goal.over]} {certainty}: {counted}"


def goal2_sentence(goal: Goal2) -> str:
    """Which cohorts goal 2 rests on, and what is left out of it."""
    if goal.last < goal.first:
        return f"{capital(ITSELF)} begynder i {month_long(goal.first)}: ingen forløb kan måles endnu."
    window = f"Forløb afsluttet {month_short(goal.first)}–{month_short(goal.last)}"
    if goal.untold:
        return f"{window}."
    counted = f"{window}: {plural(goal.counted, 'måned', 'måneder')} kan måles."
    waiting = f" Endnu ikke målbare: {_months(goal.immature)}." if goal.immature else ""
    absent = f" Uden tal: {_months(goal.absent)}." if goal.absent else ""
    withheld = plural(goal.left_out, "jobcenter", "jobcentre")
    hidden = f" Skjulte tal fra {withheld} er ikke med." if goal.left_out else ""
    return f"{counted}{waiting}{absent}{hidden}"


def _months(months: tuple) -> str:
    if len(months) > 3:
        return plural(len(months), "måned", "måneder")
    return listing(month_short(month) for month in months)


def _lacks(goal: Goal1) -> str:
    return f"{LACKS[goal.over]} {persons(goal.missing or 0)}"


def _half(text: str, reached: bool | None, *, spoken: bool) -> str:
    if reached is None:
        return text
    if spoken:
        return f"{text} ({'nået' if reached else 'ikke nået'})"
    return f"{text} {REACHED_MARK if reached else NOT_REACHED_MARK}"


def _share(goal: Goal1) -> str:
    """The share beside its target, or the count alone in a group too small for a percentage."""
    if goal.activated is None or goal.persons is None:
        return f"andelen er {_absent(goal, goal.share_absent)}"
    if goal.persons == 0:
        return "ingen i målgruppen"
    if goal.persons < FEWEST:
        return f"{number(goal.activated)} af {number(goal.persons)}"
    return share(goal.activated, goal.persons, target=goal.share_target)


def _increase(goal: Goal1) -> str:
    if goal.increase is None:
        return f"forøgelsen er {_absent(goal, goal.increase_absent)}"
    return f"{signed(goal.increase)} {'person' if abs(goal.increase) == 1 else 'personer'}"


def _absent(goal: Goal1, reason: Reason | None) -> str:
    return hidden_word(public=goal.public) if reason == HIDDEN else "ukendt"


def _since(goal: Goal1) -> str:
    return "ved udgangspunktet" if goal.baseline_month is None else f"i {month_long(goal.baseline_month)}"


def _side(goal: Goal1) -> str:
    return side(goal.activated or 0, goal.persons or 0, target=goal.share_target or 0)


def _target(goal: Goal1) -> str:
    return percent(goal.share_target or 0)


def _unknown(goal: Goal1) -> str:
    """Why goal 1 cannot be told, after the jobcenter's name: the nearest reason first."""
    if not goal.reported:
        return f" mangler tal for {month_long(goal.month)}"
    if goal.absent == HIDDEN:
        return f": {GOAL_1} kan ikke opgøres, da {_withheld(goal)} er {hidden_word(public=goal.public)}"
    if goal.persons == 0:
        return f" {HAS[goal.over]} ingen i målgruppen i {month_long(goal.month)}"
    if goal.baseline_month is not None:
        return f": {GOAL_1} kan ikke opgøres uden tal for {month_long(goal.baseline_month)}"
    return f": {GOAL_1} kan ikke opgøres uden et udgangspunkt"


def _withheld(goal: Goal1) -> str:
    """Which figure is withheld: one of the month, else the one the increase is counted from."""
    if goal.share_absent == HIDDEN:
        return f"et tal for {month_long(goal.month)}"
    return "udgangspunktet" if goal.baseline_month is None else f"et tal for {month_long(goal.baseline_month)}"
