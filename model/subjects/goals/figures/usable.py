"""»Kan tallet bruges?«: what is missing, hidden, corrected, too young or too small in a jobcenter's figures."""

from datetime import date

import numpy as np

from model.basics.formatting import capital, listing, month_long, month_short, number, plural
from model.programmes.words import ACTIVATION, GOAL_2, SHORT_PARTS
from model.snapshot.columns import figures_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.figures.breaks import breaks
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import Goal1, Goal2, goal1, goal2
from model.subjects.goals.figures.progress import HIDDEN, MISSING, progress

NAMED = 4  # months named in one sentence


@remembered
def reservations(snapshot: Snapshot, code: str, month: date) -> list[str]:
    """What a reader must know before using the figures of ``code`` in ``month``; empty when nothing is in the way."""
    goal, second = goal1(snapshot, code, month), goal2(snapshot, code, month)
    return [text for text in (
        _provisional(snapshot, month), *_gaps(snapshot, code, month), _corrected(snapshot, code, month), _summed(goal),
        _immature(second), _small(goal, second), *_broken(snapshot, code, month)) if text]


def _provisional(snapshot: Snapshot, month: date) -> str:
    if coverage(snapshot, month).final:
        return ""
    return f"Tallene for {month_long(month)} er foreløbige: ikke alle jobcentre har indberettet."


def _gaps(snapshot: Snapshot, code: str, month: date) -> list[str]:
    frame = progress(snapshot, code)
    seen = [(m.date(), state) for m, state in zip(frame["month"], frame["state"], strict=True)]
    absent = {state: [m for m, its in seen if its == state and m <= month] for state in (MISSING, HIDDEN)}
    words = {MISSING: "Der mangler tal for", HIDDEN: "Afsenderen har skjult tal for"}
    return [f"{words[state]} {_months(months)}." for state, months in absent.items() if months]


def _corrected(snapshot: Snapshot, code: str, month: date) -> str:
    rows = figures_of(snapshot, code)
    corrected = rows["month"][rows["corrected"].to_numpy() & (rows["month"].to_numpy() <= np.datetime64(month))]
    if corrected.empty:
        return ""
    months = [m.date() for m in sorted(corrected.unique())]
    return f"{plural(len(corrected), 'tal', 'tal')} er rettet siden første indberetning: {_months(months)}."


def _summed(goal: Goal1) -> str:
    return f"{capital(ACTIVATION)} er summeret af {SHORT_PARTS}. En person i begge tæller to gange." \
        if goal.summed else ""


def _immature(second: Goal2) -> str:
    if not second.immature:
        return ""
    return f"Forløb afsluttet i {_months(list(second.immature))} kan endnu ikke måles og er ikke med i {GOAL_2}."


def _small(goal: Goal1, second: Goal2) -> str:
    parts = []
    if goal.persons is not None and goal.persons < FEWEST:
        parts.append(f"målgruppen er {plural(goal.persons, 'person', 'personer')}")
    if second.ended is not None and second.ended < FEWEST:
        parts.append(f"{GOAL_2} bygger på {plural(second.ended, 'forløb', 'forløb')}")
    why = listing(parts)
    return f"Små tal: {why}. Vis antallet frem for procenten." if why else ""


def _broken(snapshot: Snapshot, code: str, month: date) -> list[str]:
    return [f"{label} fra {month_long(first)}: tal før og efter kan ikke sammenlignes direkte."
            for first, label in breaks(snapshot, code) if first <= month]


def _months(months: list[date]) -> str:
    if len(months) > NAMED:
        return f"{number(len(months))} måneder"
    return listing(month_short(m) for m in months)
