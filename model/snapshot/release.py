"""What an edition tells besides the figures that its snapshot holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from model.snapshot.snapshot import Snapshot


class Outcomes(NamedTuple):
    """Goal 2 as an edition tells it: the courses that ended from the first to the last month, and how many succeeded.

    None: withheld. units: how many are in a sum; without: the names of those who are not.
    """

    ended: int | None
    successes: int | None
    first: date
    last: date
    units: int = 1
    without: tuple[str, ...] = ()


class Room(NamedTuple):
    """The centres' places in a month. places: those known; counted: those whose occupancy is known; percent: of them
    taken, in steps of five. None: not told. withheld: it is said that the percent is not told.
    """

    places: int | None = None
    counted: int | None = None
    percent: int | None = None
    withheld: bool = False


@dataclass(frozen=True)
class Release:
    """What an edition tells besides the figures of its snapshot.

    number: 0 for one that is only shown before it is published. made_on: the day. month: the one that is told of.
    whole: the rows that sums are made of, those told together as one; read only for sums (``Snapshot.sums``), and None
    of that snapshot itself. members: by the code of such a row, the names behind it. together: the names of those told
    together in the month. waiting: of those who are to be, and are not yet. left_out: code and name of those of whom
    nothing is told in it, neither alone nor in a sum. names: of every unit, by code. outcomes: by code of a row, the
    region's being None, what is told of goal 2, oldest first.
    days: by code, what is told of a course day. centres: what is told of them by month (see ``activity.movement``).
    room: by month, of their places. enquiries: by month, to the hotline.
    corrected_in: the numbers of later editions that tell another number where this one tells one. final: the months
    that were final when it was made; None where that is not written down.
    """

    number: int
    made_on: date
    month: date
    whole: "Snapshot | None" = None
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str | None, tuple[Outcomes, ...]] = field(default_factory=dict)
    days: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    centres: pd.DataFrame = field(default_factory=pd.DataFrame)
    room: Mapping[date, Room] = field(default_factory=dict)
    enquiries: Mapping[date, int] = field(default_factory=dict)
    corrected_in: tuple[int, ...] = ()
    final: tuple[date, ...] | None = None
