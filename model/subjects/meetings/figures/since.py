"""What has changed since figures were shown or confirmed: every one corrected since is named with both values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from model.basics.formatting import day, month_key, month_long, parse_month_key, plural
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.subjects.approvals.figures.stated import Fact, by_key, difference
from model.subjects.approvals.words.stated import stated_words

NAMED = 12  # figures named one by one


@dataclass(frozen=True)
class Stated:
    """How facts of one kind are named: the figure by its key, when it is of by that key, and what those are called."""

    figure: Callable[[str], str]
    when: Callable[[str], str]
    periods: str


BY_MONTH = Stated(lambda measure: MAANEDSTAL.field(measure).heading, lambda key: month_long(parse_month_key(key)),
                  "måneder")
BY_DAY = Stated(str, lambda key: day(date.fromisoformat(key)), "dage")  # of projects, whose figures are kept by heading


def corrected(then: Iterable[Fact], now: Iterable[Fact], named: Stated = BY_MONTH) -> tuple[str, ...]:
    """»Løntilskud, marts 2010: 12, før 10«, oldest first: every figure shown then that is another now.

    One that has been taken back is ``ikke oplyst`` now.
    """
    then, now = tuple(then), tuple(now)
    before, after = by_key(then), by_key(now)
    return tuple(f"{named.figure(measure)}, {named.when(period)}: "
                 f"{stated_words(after.get((period, measure)))}, før {stated_words(before[period, measure])}"
                 for period, measure in difference(then, now).corrected)


def changes(then: Iterable[Fact], now: Iterable[Fact], *, until: date, since: str) -> tuple[str, ...]:
    """What to say of a jobcenter's figures up to the month ``until`` since the meeting or the confirmation: »2 tal er
    rettet siden mødet:« and each of them, then how many have come for months that were shown.
    """
    return _changes(tuple(then), tuple(now), month_key(until), since, BY_MONTH)


def changes_by_day(then: Iterable[Fact], now: Iterable[Fact], *, until: date, since: str) -> tuple[str, ...]:
    """The same of a project's figures, of days up to ``until``."""
    return _changes(tuple(then), tuple(now), until.isoformat(), since, BY_DAY)


def later(then: Iterable[Fact], now: Iterable[Fact], *, until: date) -> tuple[date, ...]:
    """Of each of a project's figures that has come for a day after ``until``, that day; in order."""
    return tuple(date.fromisoformat(period) for period, _ in difference(then, now).come if period > until.isoformat())


def _changes(then: tuple[Fact, ...], now: tuple[Fact, ...], until: str, since: str, named: Stated) -> tuple[str, ...]:
    moved = corrected(then, now, named)
    rest = len(moved) - NAMED
    corrections = (f"{plural(len(moved), 'tal', 'tal')} er rettet siden {since}:", *moved[:NAMED],
                   *((f"… og {plural(rest, 'tal', 'tal')} mere.",) if rest > 0 else ()))
    none = (f"Ingen af de viste tal er rettet siden {since}.",)
    return (*(corrections if moved else none), *_come(then, now, until, since, named))


def _come(then: tuple[Fact, ...], now: tuple[Fact, ...], until: str, since: str, named: Stated) -> tuple[str, ...]:
    new = [key for key in difference(then, now).come if key[0] <= until]
    if not new:
        return ()
    periods = sorted({period for period, _ in new})
    ends = dict.fromkeys(map(named.when, (periods[0], periods[-1])))
    return (f"{plural(len(new), 'tal', 'tal')} for {named.periods}, der blev vist, er kommet til siden {since} "
            f"({' – '.join(ends)}).",)
