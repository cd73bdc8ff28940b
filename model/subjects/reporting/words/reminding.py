"""Who is to be reminded of figures that are missing or partial, who has been, and what is said when nobody is."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from model.basics import settings
from model.basics.formatting import alphabetical, capital, day, listing, month_long, month_short, number, plural
from model.programmes.words import ITSELF
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import coverage as cover
from model.subjects.goals.figures.coverage import coverage
from model.subjects.reporting.figures.reminded import Reminded

MANY = 9  # jobcenters: more than this are counted, and told by the grid alone


def lacking(snapshot: Snapshot, month: date) -> dict[str, str]:
    """Jobcenters to remind, by code: ``Skive (intet modtaget)``; those without anything first."""
    reported, names = coverage(snapshot, month), snapshot.jobcenters["name"].to_dict()
    due = set(cover.expected(snapshot, month))

    def by_name(codes: Iterable[str]) -> list[str]:
        return sorted(due.intersection(codes), key=lambda code: alphabetical(names[code]))

    return ({code: f"{names[code]} (intet modtaget)" for code in by_name(reported.missing)}
            | {code: f"{names[code]} (delvis modtaget)" for code in by_name(reported.partial)})


@remembered
def lacking_months(snapshot: Snapshot) -> list[date]:
    """Every month that is over and from which a jobcenter's figures are missing or partial, newest first."""
    rows = cover.cells(snapshot)
    due = rows[rows["expected"] & rows["state"].isin([cover.MISSING, cover.PARTIAL])]
    return sorted({month.date() for month in due.index.get_level_values(1)}, reverse=True)


def first_to_remind(snapshot: Snapshot, month: date) -> date | None:
    """The month to remind of first: ``month`` itself, else the newest before it, else the newest of all."""
    months = lacking_months(snapshot)
    return next((m for m in months if m <= month), months[0] if months else None)


@remembered
def older_gaps(snapshot: Snapshot, month: date) -> str:
    """Tal fra tidligere måneder, der mangler eller er ufuldstændige: Lemvig (nov. 2010). Empty when there are none."""
    states = cover.grid(snapshot)
    before = states[[m for m in states if m < pd.Timestamp(month)]]
    names = snapshot.jobcenters["name"]
    lacking_some = before.isin([cover.MISSING, cover.PARTIAL])
    lacking_some = lacking_some[lacking_some.any(axis=1)]
    if not 0 < len(lacking_some) <= MANY:
        return ""
    gaps = [f"{names[code]} ({', '.join(month_short(m) for m in row.index[row.to_numpy()])})"
            for code, row in lacking_some.iterrows()]
    named = listing(sorted(gaps, key=alphabetical))
    return f"Tal fra tidligere måneder, der mangler eller er ufuldstændige: {named}."


def title(month: date, *, due: int, sent: int) -> str:
    """``Rykkere for marts 2010: 1 af 3 er sendt``. due: how many lack figures; sent: how many of them were reminded."""
    return f"Rykkere for {month_long(month)}: {number(sent)} af {number(due)} er sendt"


def deadline() -> str:
    """When figures are due; empty without a deadline."""
    days = settings.load().deadline_days
    return "" if days is None else f"Fristen er {plural(days, 'dag', 'dage')} efter månedens udgang."


def sent_words(sent: Sequence[Reminded]) -> str:
    """``Rykket den 12. apr. 2010 af konsulent i BRM``; of several how many, and the newest."""
    if not sent:
        return "Ikke rykket endnu"
    often = "" if len(sent) == 1 else f" {number(len(sent))} gange, senest"
    return f"Rykket{often} den {day(sent[-1].on)} af {sent[-1].by}"


def nobody_to_remind(snapshot: Snapshot, month: date) -> str:
    """Why there is no reminder to send of a month."""
    if not cover.expected(snapshot, month):
        return f"{capital(month_long(month))} er ikke slut eller ligger før {ITSELF}, så der er ingen at rykke endnu."
    if not lacking_months(snapshot):
        return "Alle har indberettet alle måneder. Der er ingen at rykke."
    return f"Der er ingen at rykke for {month_long(month)}."
