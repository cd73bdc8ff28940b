"""What has changed since figures were shown or confirmed: every one corrected since is named with both values."""

from collections.abc import Iterable
from datetime import date

from model.basics.formatting import month_key, month_long, parse_month_key, plural
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.subjects.approvals.figures.stated import Fact, by_key, difference
from model.subjects.approvals.words.stated import stated_words

NAMED = 12  # figures named one by one


def corrected(then: Iterable[Fact], now: Iterable[Fact]) -> tuple[str, ...]:
    """»Løntilskud, marts 2010: 12, før 10«, oldest month first: every figure shown then that is another now.

    One that has been taken back is ``ikke oplyst`` now.
    """
    then, now = tuple(then), tuple(now)
    before, after = by_key(then), by_key(now)
    return tuple(f"{MAANEDSTAL.field(measure).heading}, {month_long(parse_month_key(month))}: "
                 f"{stated_words(after.get((month, measure)))}, før {stated_words(before[month, measure])}"
                 for month, measure in difference(then, now).corrected)


def changes(then: Iterable[Fact], now: Iterable[Fact], *, until: date, since: str) -> tuple[str, ...]:
    """What to say of the figures up to ``until`` since the meeting or the confirmation: »2 tal er rettet siden mødet:«
    and each of them, then how many have come for months that were shown.
    """
    then, now = tuple(then), tuple(now)
    named = corrected(then, now)
    rest = len(named) - NAMED
    corrections = (f"{plural(len(named), 'tal', 'tal')} er rettet siden {since}:", *named[:NAMED],
                   *((f"… og {plural(rest, 'tal', 'tal')} mere.",) if rest > 0 else ()))
    none = (f"Ingen af de viste tal er rettet siden {since}.",)
    return (*(corrections if named else none), *_come(then, now, until, since))


def _come(then: tuple[Fact, ...], now: tuple[Fact, ...], until: date, since: str) -> tuple[str, ...]:
    new = [key for key in difference(then, now).come if key[0] <= month_key(until)]
    if not new:
        return ()
    months = sorted({month for month, _ in new})
    ends = dict.fromkeys(month_long(parse_month_key(month)) for month in (months[0], months[-1]))
    return (f"{plural(len(new), 'tal', 'tal')} for måneder, der blev vist, er kommet til siden {since} "
            f"({' – '.join(ends)}).",)
