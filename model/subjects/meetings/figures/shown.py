"""What the figures of one unit say at a meeting, whichever kind of unit it is: all that differs between them."""

from dataclasses import dataclass

from model.subjects.approvals.figures.stated import Fact
from model.subjects.meetings.figures.agenda import Part


@dataclass(frozen=True)
class Shown:
    """title: the message. headline: names and texts of the key figures. facts: what they rest on. verdict, doubts,
    room, activities: the parts that figures fill. moved: what has changed since the last meeting; none without one.
    """

    name: str
    title: str
    headline: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    verdict: Part
    doubts: Part
    room: Part
    activities: Part
    moved: tuple[str, ...]
