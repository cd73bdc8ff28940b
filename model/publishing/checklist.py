"""What somebody should know before a month is published. None of it stands in the way, but for what would be untrue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd
from sqlmodel import Session

from model.basics.formatting import alphabetical, listing, month_long, number, plural
from model.basics.free_text import RecordRefused
from model.programmes.measures import PERSONS
from model.publishing import editions, updates
from model.publishing.cells import Key
from model.publishing.checklist_activities import activities_remarks
from model.publishing.edition import Content, Edition
from model.publishing.held_back import Why, held_back
from model.publishing.reported import reported
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import coverage
from model.subjects.reporting.figures.rule_breaks import rule_breaks
from model.subjects.support.figures import hotline

Kind = Literal["blocked", "not_final", "missing", "clock", "broken", "corrected", "held_back", "method", "unanswered",
               "waiting", "withheld", "activities", "sample"]
HELD_BACK = "Rettet, men vises ikke"
NAMED = 4  # jobcenters named; of more only how many
IN_THE_WAY = 8  # the same of those who lack figures, whom somebody is to ask


@dataclass(frozen=True)
class Remark:
    """One remark as a finished Danish sentence."""

    kind: Kind
    text: str


def remarks(session: Session, snapshot: Snapshot, made: Edition) -> tuple[Remark, ...]:
    """What is to be known of an edition before it is published, the weightiest first."""
    _, before = editions.everything_published(session)
    every = (_blocked(session), not_final(made), _missing(snapshot, made), _clock(session, made),
             _broken(snapshot, made), _corrected(made), *_held_back(snapshot, made), _method(made, before),
             _unanswered(snapshot), _waiting(snapshot, made), _withheld(made),
             *(Remark("activities", text) for text in activities_remarks(snapshot, made)), _sample(made))
    return tuple(remark for remark in every if remark is not None)


def _blocked(session: Session) -> Remark | None:
    try:
        editions.refuse_where_missing(session)
    except RecordRefused as why:
        return Remark("blocked", str(why))
    return None


def not_final(made: Edition) -> Remark | None:
    """That the edition marks its month as not final, where it does."""
    if made.heading.month in (made.final or ()):
        return None
    return Remark("not_final", f"{month_long(made.heading.month).capitalize()} er ikke endelig: for få af målgruppen "
                               "er indberettet. Måneden mærkes »foreløbig«.")


def _missing(snapshot: Snapshot, made: Edition) -> Remark | None:
    lacking = coverage(snapshot, made.heading.month).lacking
    if not lacking:
        return None
    return Remark("missing", f"{_few(lacking)} mangler i {month_long(made.heading.month)} og kommer med i en "
                             "senere udgivelse.")


def _broken(snapshot: Snapshot, made: Edition) -> Remark | None:
    """Figures that cannot all be right together are told as they are."""
    rows = rule_breaks(snapshot)
    rows = rows[rows["month"].le(pd.Timestamp(made.heading.month))]
    if rows.empty:
        return None
    what = plural(len(rows), "regel er brudt", "regler er brudt")
    return Remark("broken", f"{what} i de tal, der indgår: {_named(made, rows['jobcenter'])}. De står på Indberetning.")


def _method(made: Edition, before: Content) -> Remark | None:
    """A series breaks where a jobcenter says that it counts in another way."""
    known = _newest(before)
    new = [each[0] for each, text in _newest(made.content).items() if known.get(each) != text]
    if not new or not before["units"]:
        return None
    return Remark("method", f"Nyt om metode eller matchgrupper, som tegnes som et brud: {_named(made, new)}.")


def _newest(content: Content) -> dict[tuple[str, str], str]:
    """By unit and measure, what it says last."""
    rows = sorted(content["breaks"], key=lambda each: each["month"])
    return {(each["unit"], each["measure"]): each["text"] for each in rows}


def _unanswered(snapshot: Snapshot) -> Remark | None:
    waiting = len(hotline.unanswered(snapshot))
    if not waiting:
        return None
    return Remark("unanswered", f"{plural(waiting, 'henvendelse', 'henvendelser')} til hotlinen er ikke besvaret.")


def _named(made: Edition, units: Iterable[str]) -> str:
    names = sorted({made.names[unit] for unit in units}, key=alphabetical)
    return listing(names) if len(names) <= NAMED else f"{number(len(names))} jobcentre"


def _corrected(made: Edition) -> Remark | None:
    new = set(editions.new_keys(made))
    units = [made.names[key.units[0]] for key in new if key.scope == "unit" and key in made.published.corrected]
    if not units:
        return None
    return Remark("corrected", f"Tal, der er offentliggjort før, er rettet for {listing(sorted(set(units)))}.")


def _held_back(snapshot: Snapshot, made: Edition) -> tuple[Remark, ...]:
    """What has moved since it was told, and is not told anew: whose, of which months, and why."""
    least = number(made.published.limits.threshold)
    why: dict[Why, str] = {
        "small_step": f"Målgruppen, de aktiverede eller resten er flyttet med mindre end {least}, og forskellen ville "
                      "vise enkelte borgere. Det, der er fortalt, bliver stående, til rettelsen er større.",
        "small_row": f"Et af de rettede tal er under {least}, og det, der er fortalt, bliver stående.",
        "courses": "Der er for få nye forløb i rettelsen. Den kommer med, når et senere halvår vises.",
        "once": "Tal for flere jobcentre tilsammen vises kun én gang, ellers ville forskellen vise enkelte borgere."}
    return tuple(Remark("held_back", f"{HELD_BACK}: {_places(made, keys)}. {why[each]}")
                 for each, keys in held_back(made, snapshot).items())


def _places(made: Edition, keys: Iterable[Key]) -> str:
    """»Skive (marts 2010)«; of many only how many."""
    months: dict[str, set[date]] = {}
    for key in keys:
        months.setdefault(updates.name(made, key), set()).add(key.last)
    if len(months) > NAMED:
        return f"{number(len(months))} jobcentre"
    return listing(f"{name} ({updates.span(sorted(months[name]))})" for name in sorted(months, key=alphabetical))


def _waiting(snapshot: Snapshot, made: Edition) -> Remark | None:
    """Those told together are told when the figures of all of them are known; who is in the way is named."""
    month = made.heading.month
    line = made.published.line(month)
    if line is None or not made.published.cells or month in made.published.told_together(PERSONS):
        return None
    known = reported(snapshot)
    lacking = [unit for unit in line.units if any(
        np.isnan(known.count(measure, unit, month)) for measure in (known.group, known.reached))]
    return Remark("waiting", f"{_all(made, line.units)} vises tilsammen, når alle deres tal for {month_long(month)} er "
                             f"kendt. {_all(made, lacking)} har ikke sendt dem eller har skjult dem.")


def _all(made: Edition, units: Iterable[str]) -> str:
    return _few(sorted((made.names[unit] for unit in units), key=alphabetical))


def _few(names: Sequence[str]) -> str:
    return listing(names) if len(names) <= IN_THE_WAY else f"{number(len(names))} jobcentre"


def _withheld(made: Edition) -> Remark | None:
    new = [key for key in editions.new_keys(made) if made.published.value(key) is None]
    if not new:
        return None
    return Remark("withheld", f"{plural(len(new), 'tal', 'tal')} er udeladt, så små tal ikke kan regnes ud.")


def _sample(made: Edition) -> Remark | None:
    return Remark("sample", "Der er opdigtede eksempeldata i tallene, og det står på alt.") if made.heading.sample \
        else None


def _clock(session: Session, made: Edition) -> Remark | None:
    """A clock that went back gives an edition an earlier day than the one before it."""
    known = editions.headings(session)
    if not known or known[-1].made_at <= made.heading.made_at:
        return None
    newest = number(known[-1].number)
    return Remark("clock", f"Computerens ur viser en tidligere dag end udgivelse {newest}. Stil uret, ellers får "
                           "udgivelsen en forkert dato.")
