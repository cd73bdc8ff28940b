"""»Nyt siden sidst«: at most three lines, the weightiest first, what happened and never why.

Each line keeps the fact it tells, so that whoever sends it on need not read it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.formatting import day, listing, month_long, number, plural, shortened
from model.basics.shares import percent
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes.words import GOAL_1
from model.snapshot.absence import HIDDEN
from model.snapshot.snapshot import Snapshot
from model.store.facts import EARLIER
from model.subjects.goals.figures.goals import Goal1
from model.subjects.goals.figures.verdicts import Verdict
from model.subjects.goals.words.wording import IS
from model.subjects.news.figures import news as figures
from model.subjects.news.figures.news import AgreementDue, Corrected, Fact, FiguresCame, Last, VerdictChanged

MOST = 3  # lines
QUOTED, RESPONSIBLE = 60, 30  # letters of an agreement, and of who does it
NAMED = 3  # months named one by one


@dataclass(frozen=True)
class Line:
    """A sentence or two, and what they tell (``fact.kind``)."""

    text: str
    fact: Fact


@dataclass(frozen=True)
class News:
    """The heading, which says what »sidst« is, and the lines; none where nothing is new."""

    title: str
    lines: tuple[Line, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines as they are read."""
        return tuple(line.text for line in self.lines)


def news(snapshot: Snapshot, code: str, month: date, *, earlier: Annotated[pd.DataFrame, EARLIER]) -> News:
    """What is new of a jobcenter up to ``month``, as of the snapshot's day; see ``figures.news`` for what counts.

    ``earlier``: as ``facts.earlier`` has it of ``code``, as of the same day. Raises KeyError as ``goal1``.
    """
    facts = figures.news(snapshot, code, month, earlier=earlier)[:MOST]
    return News(title(figures.last(snapshot, code, month)), tuple(Line(sentence(fact), fact) for fact in facts))


def title(since: Last) -> str:
    """»Nyt siden sidst (mødet den 11. apr. 2010)«."""
    when = f"mødet den {day(since.day)}" if since.meeting else f"udgangen af {month_long(since.day)}"
    return f"Nyt siden sidst ({when})"


def sentence(fact: Fact) -> str:
    """One fact in words."""
    match fact:
        case VerdictChanged():
            return _verdict(fact)
        case AgreementDue():
            return _agreement(fact)
        case Corrected():
            return _corrected(fact)
        case FiguresCame():
            return f"Tal for {_months(fact.months)} er kommet."


def _verdict(fact: VerdictChanged) -> str:
    """»Mål 1 er nået i marts 2010. I december 2009 var det ikke nået.«"""
    reservation = " (foreløbige tal)" if fact.provisional else ""
    now = f"{_reached(fact.now)} i {month_long(fact.now.month)}{reservation}"
    when = "Sidst" if fact.then.month == fact.now.month else f"I {month_long(fact.then.month)}"
    return f"{now}. {when} {_before(fact.then)}."


def _reached(goal: Goal1) -> str:
    verb = IS[goal.over]
    if goal.verdict == Verdict.PARTLY:
        return f"Af {GOAL_1} {verb} kun {_part(goal)} nået"
    return f"{GOAL_1} {verb} {'nået' if goal.verdict == Verdict.REACHED else 'ikke nået'}"


def _before(goal: Goal1) -> str:
    if goal.verdict == Verdict.PARTLY:
        return f"var kun {_part(goal)} nået"
    return f"var det {'nået' if goal.verdict == Verdict.REACHED else 'ikke nået'}"


def _part(goal: Goal1) -> str:
    """The half that is reached: ``16 %`` or ``15 flere``."""
    return percent(goal.share_target or 0) if goal.share_reached else f"{number(goal.increase_target or 0)} flere"


def _agreement(fact: AgreementDue) -> str:
    """»Frist den 1. maj 2010: »Åbne to centre« (jobcenterchefen). 1 anden aftale har også frist inden for en måned.«"""
    what = f"»{shortened(fact.text, QUOTED)}« ({shortened(fact.responsible, RESPONSIBLE)})."
    others = plural(fact.more, "anden aftale", "andre aftaler")
    if fact.overdue:
        rest = f" Fristen er også overskredet for {others}." if fact.more else ""
        return f"Fristen den {day(fact.due)} er overskredet: {what}{rest}"
    rest = f" {others} har også frist inden for en måned." if fact.more else ""
    return f"Frist den {day(fact.due)}: {what}{rest}"


def _corrected(fact: Corrected) -> str:
    """»Løntilskud for marts 2010 er rettet fra 10 til 12. 2 andre tal er også rettet.«"""
    first = fact.first
    before = "skjult" if first.before is None else number(first.before)
    which = f"{MAANEDSTAL.field(first.measure).heading} for {month_long(first.month)}"
    rest = f" {plural(fact.more, 'andet tal', 'andre tal')} er også rettet." if fact.more else ""
    if first.after is not None:
        return f"{which} er rettet fra {before} til {number(first.after)}.{rest}"
    change = "er nu skjult af afsenderen" if first.absent == HIDDEN else "er trukket tilbage"
    return f"{which} {change}. Før stod der {before}.{rest}"


def _months(months: tuple[date, ...]) -> str:
    if len(months) <= NAMED:
        return listing(month_long(month) for month in months)
    return f"{plural(len(months), 'måned', 'måneder')}, senest {month_long(months[-1])},"
