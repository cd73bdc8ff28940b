"""What has changed since figures were shown or confirmed: every one corrected since is named with both values."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from model.basics.formatting import month_key, month_long, number, parse_month_key, plural
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.snapshot.columns import figures_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.meetings.figures.agenda import Fact

COUNTS = [field.name for field in MAANEDSTAL.fields if field.kind == "count"]
NAMED = 12  # figures named one by one


@remembered
def facts(snapshot: Snapshot, code: str, month: date) -> tuple[Fact, ...]:
    """Every count stated of a jobcenter up to ``month``, in the order of months and of the dataset's measures."""
    rows = figures_of(snapshot, code)
    rows = rows[rows["month"].le(pd.Timestamp(month)) & rows["measure"].isin(COUNTS)]
    stated = [(month_key(row.month), str(row.measure), None if pd.isna(row.value) else int(row.value), row.mark or None)
              for row in rows.itertuples() if row.mark != "missing"]
    return tuple(sorted(stated, key=lambda fact: (fact[0], COUNTS.index(fact[1]))))


def corrected(then: Iterable[Fact], now: Iterable[Fact]) -> tuple[str, ...]:
    """»Løntilskud, marts 2010: 12, før 10«, oldest month first: every figure shown then that is another now.

    One that has been taken back is ``ikke oplyst`` now.
    """
    before, after = _by_key(then), _by_key(now)
    changed = [key for key in before if before[key] != after.get(key)]
    return tuple(f"{MAANEDSTAL.field(measure).heading}, {month_long(parse_month_key(month))}: "
                 f"{after.get((month, measure), 'ikke oplyst')}, før {before[month, measure]}"
                 for month, measure in changed)


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
    shown = _by_key(then)
    new = [key for key in _by_key(now) if key not in shown and key[0] <= month_key(until)]
    if not new:
        return ()
    months = sorted({month for month, _ in new})
    ends = dict.fromkeys(month_long(parse_month_key(month)) for month in (months[0], months[-1]))
    return (f"{plural(len(new), 'tal', 'tal')} for måneder, der blev vist, er kommet til siden {since} "
            f"({' – '.join(ends)}).",)


def _by_key(stated: Iterable[Fact]) -> dict[tuple[str, str], str]:
    return {(fact[0], fact[1]): _said(fact) for fact in stated}


def _said(fact: Fact) -> str:
    return "skjult" if fact[2] is None else number(fact[2])
