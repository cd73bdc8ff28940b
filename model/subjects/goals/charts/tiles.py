"""The region's jobcenters as tiles of equal size, each with its share and verdict on goal 1."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import NBSP, alphabetical, capital, listing, month_long, number, signed
from model.basics.shares import decimals_beside
from model.basics.spaces import plain_spaces, unbroken
from model.drawing.chart import Chart, Mark, Tile
from model.drawing.theme import SYMBOLS
from model.drawing.words import alt_text, count_text, share_text
from model.programmes.measures import PERSONS, TOTAL
from model.programmes.words import ACTIVATION, GOAL_1, GOAL_2, GROUP
from model.snapshot.absence import HIDDEN, MISSING, Reason
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.approvals.words.approved import by_whom
from model.subjects.goals.figures.goals import Goal1, Goal2, goal2
from model.subjects.goals.figures.region import region
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Verdict
from model.subjects.goals.words.lines import shown, source_line
from model.subjects.goals.words.titles import halves, reserved_words, verdict_words
from model.subjects.goals.words.wording import (
    IS,
    LACKS,
    OPEN,
    OUTCOME_WORDS,
    fact_and_certainty,
    hidden_word,
    reached_words,
)

MARKS: dict[Verdict, Mark] = {
    Verdict.REACHED: "reached", Verdict.PARTLY: "half", Verdict.NOT_REACHED: "not_reached", Verdict.UNKNOWN: "unknown"}
GOAL2_MARKS: dict[OutcomeVerdict, Mark] = {
    OutcomeVerdict.REACHED: "reached", OutcomeVerdict.NOT_REACHED: "not_reached", OutcomeVerdict.UNSETTLED: "unsettled",
    OutcomeVerdict.TOO_FEW: "too_few", OutcomeVerdict.NONE_ENDED: "unknown", OutcomeVerdict.UNKNOWN: "unknown"}
NOBODY = "0 i målgruppen"
SAID = {  # what so many jobcenters have reached: first in the sentence, where the verb says »kun«, and later
    Verdict.REACHED: ("begge dele", "begge dele"), Verdict.PARTLY: ("den ene", "kun den ene"),
    Verdict.NOT_REACHED: ("ingen af dem", "ingen af dem")}
HOW_TO_READ = (
    "Hver flise er et jobcenter; alle fylder lige meget, og pladsen svarer omtrent til kortet. Tallet er andelen i "
    f"{ACTIVATION}, ordene er status for hele {GOAL_1}: både andelen og forøgelsen siden udgangspunktet skal være "
    "nået. Mangler begge, tælles det største af de to tal. Vælg en flise for at se jobcentret.")


@remembered
def verdict_tiles(snapshot: Snapshot, month: date) -> Chart:
    """Goal 1 for every jobcenter that takes part in ``month``, placed on the tile grid."""
    goals = sorted(region(snapshot, month).goals, key=lambda goal: alphabetical(goal.name))
    title = tiles_title(goals)
    seconds = [goal2(snapshot, goal.code, goal.month) for goal in goals]
    return Chart(
        kind="tiles", title=title, source=source_line(snapshot, month),
        subtitle=_with(shown(snapshot, f"Andel af {GROUP} i {ACTIVATION} og status for {GOAL_1}, "
                                       f"{month_long(month)}"), reserved_words(goals)),
        alt=alt_text("Fliser, en for hvert jobcenter", title, month_long(month)),
        make_table=partial(verdict_table, goals, seconds), make_data=partial(_data, goals, seconds),
        how_to_read=HOW_TO_READ, note=by_whom(snapshot, month),
        tiles=tuple(_tile(snapshot, goal, level_decimals(goals)) for goal in goals),
        hidden=any(goal.share_absent == HIDDEN for goal in goals))


def tiles_title(goals: list[Goal1]) -> str:
    """»7 har nået begge dele, 4 kun den ene og 8 ingen af dem«: how the jobcenters divide on goal 1's halves."""
    verdicts = Counter(goal.verdict for goal in goals)
    there = [verdict for verdict in SAID if verdicts[verdict]]
    if not there:
        return f"{GOAL_1} kan ikke opgøres for noget jobcenter"
    first, *rest = there
    reached = reached_words(goals[0], only=first == Verdict.PARTLY)
    parts = [f"{number(verdicts[first])} {reached} {SAID[first][0]}",
             *(f"{number(verdicts[verdict])} {SAID[verdict][1]}" for verdict in rest)]
    unknown = verdicts[Verdict.UNKNOWN]
    return f"{listing(parts)}. {number(unknown)} kan ikke opgøres" if unknown else listing(parts)


def goal2_counts(snapshot: Snapshot, month: date) -> str:
    """»1 klart over · 1 klart under · 16 kan ikke afgøres · 1 for få«: the jobcenters by certainty on goal 2."""
    verdicts = Counter(goal2(snapshot, goal.code, month).verdict for goal in region(snapshot, month).goals)
    counts = [(verdicts[OutcomeVerdict.REACHED], "klart over"), (verdicts[OutcomeVerdict.NOT_REACHED], "klart under"),
              (verdicts[OutcomeVerdict.UNSETTLED], OPEN),
              (verdicts[OutcomeVerdict.TOO_FEW] + verdicts[OutcomeVerdict.NONE_ENDED], "for få forløb"),
              (verdicts[OutcomeVerdict.UNKNOWN], "kan ikke opgøres")]
    return " · ".join(f"{number(count)} {words}" for count, words in counts if count) or "ingen at opgøre"


def verdict_table(goals: Sequence[Goal1], seconds: Sequence[Goal2]) -> pd.DataFrame:
    """One row per jobcenter, in words and formatted figures: both halves, the verdict and goal 2."""
    first, second = level_decimals(goals), decimals_beside(s.ended for s in seconds if s.successes is not None)
    return pd.DataFrame([_row(*both, decimals=(first, second)) for both in zip(goals, seconds, strict=True)])


def level_decimals(goals: Sequence[Goal1]) -> int:
    """Of the shares of the target group, which stand beside each other."""
    return decimals_beside(goal.persons for goal in goals if goal.share is not None)


def lacking_heading(over: bool) -> str:
    """What the column of missing persons is called; ``over``: whether the programme is."""
    return capital(LACKS[over])


def _row(goal: Goal1, second: Goal2, *, decimals: tuple[int, int]) -> dict[str, str]:
    return {
        "Jobcenter": goal.name, "Målgruppe": _count(goal, goal.persons, goal.persons_absent),
        f"I{NBSP}aktivering": _count(goal, goal.activated, goal.activated_absent), "Andel": _share(goal, decimals[0]),
        "Forøgelse": _increase(goal),
        lacking_heading(goal.over): _hidden(goal) if goal.absent == HIDDEN else count_text(goal.missing),
        GOAL_1: f"{SYMBOLS[MARKS[goal.verdict]]}{NBSP}{verdict_words(goal)}", **_second(second, decimals[1])}


def _second(goal: Goal2, decimals: int) -> dict[str, str]:
    """Goal 2's fact and how certain it is, apart."""
    fact, certainty = fact_and_certainty(goal, least=decimals)
    return {GOAL_2: unbroken(fact) if certainty else "", "Hvor sikkert": certainty or fact}


def _share(goal: Goal1, decimals: int) -> str:
    if goal.share is None:
        return _count(goal, None, goal.share_absent) if goal.share_absent else NOBODY
    return share_text(goal.activated, goal.persons, target=goal.share_target, least=decimals)


def _increase(goal: Goal1) -> str:
    if goal.increase is None:
        return _hidden(goal) if goal.increase_absent == HIDDEN else "ukendt"
    return signed(goal.increase)


def _count(goal: Goal1, value: int | None, absent: Reason | None) -> str:
    if value is not None:
        return number(value)
    return _hidden(goal) if absent == HIDDEN else "mangler"


def _hidden(goal: Goal1) -> str:
    return hidden_word(public=goal.public)


def _tile(snapshot: Snapshot, goal: Goal1, decimals: int) -> Tile:
    place = snapshot.jobcenters.loc[goal.code]
    if goal.share is None and goal.verdict == Verdict.UNKNOWN:
        figure = {HIDDEN: _hidden(goal), MISSING: "ingen tal", None: NOBODY}[goal.share_absent]
    else:
        figure = share_text(goal.activated, goal.persons, target=goal.share_target, least=decimals)
    enough = goal.share is not None and (goal.persons or 0) >= FEWEST
    count = f"{number(goal.activated or 0)} af {number(goal.persons or 0)}" if enough else ""
    return Tile(row=int(place["tile_row"]), column=int(place["tile_column"]), name=goal.name, figure=figure,
                status=unbroken(verdict_words(goal)), mark=MARKS[goal.verdict], code=goal.code,
                note=_lacking(goal), count=count, increase=_increase(goal), known=goal.share is not None)


def _lacking(goal: Goal1) -> str:
    """»16 % er nået, 15 flere er ikke: mangler 5«, »ikke nået: mangler 62«; empty where nothing is missing."""
    if not goal.missing:
        return ""
    lacking, verb = f"{LACKS[goal.over]} {number(goal.missing)}", IS[goal.over]
    if goal.verdict != Verdict.PARTLY:
        return f"{verdict_words(goal)}: {lacking}"
    reached, other = halves(goal)
    return f"{reached} {verb} nået, {other} {verb} ikke: {lacking}"


def _with(subtitle: str, reservation: str) -> str:
    return ", ".join(part for part in (subtitle, reservation) if part)


def _data(goals: Sequence[Goal1], seconds: Sequence[Goal2]) -> pd.DataFrame:
    names = ("code", "name", "persons", "activated", "share", "baseline", "increase", "share_missing",
             "increase_missing", "missing")
    frame = pd.DataFrame([{name: getattr(goal, name) for name in names} for goal in goals], columns=list(names))
    return frame.rename(columns={
        "code": "kommunekode", "name": "jobcenter", "persons": PERSONS, "activated": TOTAL, "share": "andel_procent",
        "baseline": "udgangspunkt",
        "increase": "foroegelse", "share_missing": "mangler_andel", "increase_missing": "mangler_foroegelse",
        "missing": "mangler"}).assign(
            maal_1=[plain_spaces(verdict_words(goal)) for goal in goals],
            maal_2_selvforsoergende=[s.successes for s in seconds], maal_2_afsluttede=[s.ended for s in seconds],
            maal_2_status=[OUTCOME_WORDS[s.verdict] for s in seconds])
