"""What somebody should know of the places and the hotline before a month is published: a month of them is told once."""

from collections.abc import Iterator

import numpy as np

from model.basics.formatting import alphabetical, listing, month_long, number, plural
from model.publishing.activities import OCCUPANCY, Activities
from model.publishing.cells import Key
from model.publishing.edition import Edition
from model.publishing.reported import reported
from model.snapshot.snapshot import Snapshot

LATE_LIST = ("Henvendelserne til hotlinen i {} er ikke med: den nyeste liste kom, før måneden var slut. De kommer med, "
             "når der er indlæst en nyere.")
ONCE = "Belægningen i {} vises kun én gang og uden {}, der har pladser og ikke har oplyst, hvor mange der er besat."
FEW = "Belægningen i {} er oplyst af {} og vises ikke: der skal {} til."


def activities_remarks(snapshot: Snapshot, made: Edition) -> tuple[str, ...]:
    """What of them is lacking in the month of a proposed edition, as finished Danish sentences."""
    known = reported(snapshot)
    if known.activities is None:
        return ()
    at = known.at(made.heading.month)
    return (*_hotline(known.activities, made, at), *_places(known.activities, made, at))


def _hotline(known: Activities, made: Edition, at: int) -> Iterator[str]:
    if np.isnan(known.enquiries[at:]).all() and known.any_list:
        yield LATE_LIST.format(month_long(made.heading.month))


def _places(known: Activities, made: Edition, at: int) -> Iterator[str]:
    month, limits = month_long(made.heading.month), made.published.limits
    names = list(made.names.values())
    silent = np.flatnonzero(~np.isnan(known.places[:, at]) & np.isnan(known.counted[:, at]))
    telling = int((~np.isnan(known.counted[:, at])).sum())
    new = [key for key, cell in made.published.cells.items() if _is_of(key, made) and not cell.edition]
    if new and len(silent):
        yield ONCE.format(month, listing(sorted((names[row] for row in silent), key=alphabetical)))
    if 0 < telling < limits.whole and not any(_is_of(key, made) for key in made.published.cells):
        yield FEW.format(month, plural(telling, "jobcenter", "jobcentre"), number(limits.whole))


def _is_of(key: Key, made: Edition) -> bool:
    return (key.measure, key.first) == (OCCUPANCY, made.heading.month)
