"""Editions one after the other as publishing makes them, without a database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from model.publishing import content, editions
from model.publishing.cells import Cell, PublicRecord
from model.publishing.edition import Edition, Withdrawal
from model.snapshot.snapshot import Snapshot

REASON = "Et tal var forkert"


def history(*made_of: tuple[Snapshot, date, date], note: str = "Læst igennem") -> tuple[Edition, ...]:
    """The editions of these snapshots: each with its month and the day it was made."""
    told, before, made = PublicRecord(), content.NOTHING, []
    for number, (snapshot, month, day) in enumerate(made_of, start=1):
        new = editions.after(told, before, _stored(snapshot), month)
        cells = {key: Cell(cell.value, cell.edition or number) for key, cell in new.published.cells.items()}
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        made.append(replace(new, heading=replace(new.heading, number=number, made_at=at, note=note),
                            published=replace(new.published, cells=cells, newest=month)))
        told, before = made[-1].published, made[-1].content
    return tuple(made)


def _stored(snapshot: Snapshot) -> Snapshot:
    """With its targets numbered, as a database numbers them."""
    return snapshot.but(targets=snapshot.targets.assign(id=range(1, 1 + len(snapshot.targets))))


def withdrawn(every: Iterable[Edition], number: int, day: date) -> tuple[Edition, ...]:
    """The same with one of them withdrawn on a day."""
    gone = Withdrawal(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), "BRM", REASON)
    return tuple(replace(each, heading=replace(each.heading, withdrawn=gone))
                 if each.heading.number == number else each for each in every)
