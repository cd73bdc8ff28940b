"""Virksomhedscentre whose figures cannot all be right together, and what to do about each. Internal: it names them."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import pandas as pd

from model.basics import frames
from model.basics.formatting import day, listing, month_long, number, plural
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import occupancy, periods, register
from model.subjects.centres.figures.occupancy import stranded

BREAKS = frames.Schema("one thing that cannot be right, newest month first", (
    frames.text("jobcenter", "its code"), frames.day("month", "its first day"), frames.text("text", "what, in Danish"),
    frames.text("remedy", "what to do about it, in Danish")))
WHERE = "på siden Virksomhedscentre under Register"
CROWDED = f"Ring til Jobcenter {{}}, og spørg, hvor mange der er besat. Ret måneden eller centrets pladser {WHERE}."
TWICE = ("Find ud af, hvornår centret åbnede og lukkede. Ret åbningsdatoen, luk perioden, eller lad den udgå "
         f"{WHERE}. Historik viser, om en indlæsning er taget tilbage.")
SHUT = (f"Find ud af, om centret var åbent. Ret perioden eller månederne {WHERE}. Er en indlæsning taget tilbage ved "
        "en fejl, så indlæs dens fil igen.")
Row = tuple[str, pd.Timestamp, str, str]


@remembered
def centre_breaks(snapshot: Snapshot) -> Annotated[pd.DataFrame, BREAKS]:
    """More occupied than places, two periods at once, and occupied while shut. Raises InternalOnly for the public."""
    breaks = [*_crowded(snapshot), *_twice(snapshot), *_shut(snapshot)]
    rows = pd.DataFrame(breaks, columns=BREAKS.names).astype({"month": "datetime64[us]"})
    return rows.sort_values(["month", "jobcenter"], ascending=[False, True], kind="stable", ignore_index=True)


def _crowded(snapshot: Snapshot) -> Iterator[Row]:
    for month in periods.months(snapshot):
        for row in occupancy.crowded(snapshot, None, month).itertuples():
            places = plural(int(row.places), "plads", "pladser")
            yield (row.jobcenter, pd.Timestamp(month), f"{row.name}: {number(int(row.occupied))} besatte på {places}",
                   CROWDED.format(_place(snapshot, row.jobcenter)))


def _twice(snapshot: Snapshot) -> Iterator[Row]:
    for code, name in periods.contradictory(snapshot):
        stays = register.stays(snapshot, code, name)
        which = listing(_period(stay) for stay in stays.itertuples())
        text = f"{name} har to åbne perioder på samme tid: {which}"
        yield code, _first(stays["opened"].iloc[-1].date()), text, TWICE


def _shut(snapshot: Snapshot) -> Iterator[Row]:
    for (code, name), months in stranded(snapshot).items():
        when = listing(month_long(month) for month in months)
        yield code, _first(months[-1]), f"{name} har besatte pladser i {when}, hvor centret ikke er åbent", SHUT


def _period(stay: Any) -> str:
    return f"{day(stay.opened.date())} – {'nu' if pd.isna(stay.closed) else day(stay.closed.date())}"


def _first(when: date) -> pd.Timestamp:
    return pd.Timestamp(when.replace(day=1))


def _place(snapshot: Snapshot, code: str) -> str:
    return str(snapshot.jobcenters.loc[code, "name"])
