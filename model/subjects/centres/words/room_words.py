"""What the public is told of the centres' places: how many are known, and about how full they are."""

from collections.abc import Sequence
from datetime import date

from model.basics.formatting import month_long, number, plural
from model.basics.shares import percent
from model.snapshot.release import Room
from model.snapshot.snapshot import Snapshot

FEW = "belægningen er oplyst af for få jobcentre til at blive vist"
WITHHELD = "belægningen er udeladt, så små tal ikke kan regnes ud"


def of(snapshot: Snapshot, month: date) -> Room:
    """What an edition tells of a month's places; nothing for the internal view, which has them centre by centre."""
    return Room() if snapshot.release is None else snapshot.release.room.get(month, Room())


def parts(room: Room) -> list[str]:
    """»254 pladser« and »omkring 70 % besat«, or why there is no percent; nothing where no place is known."""
    if room.places is None:
        return []
    return [plural(room.places, "plads", "pladser"), taken(room)]


def taken(room: Room) -> str:
    """»omkring 70 % besat«, »omkring 70 % besat af de 250 med oplyst belægning«, or why it is not told."""
    if room.percent is None:
        return WITHHELD if room.withheld else FEW
    among = "" if room.counted == room.places else f" af de {number(room.counted or 0)} med oplyst belægning"
    return f"omkring {percent(room.percent)} besat{among}"


def sentence(snapshot: Snapshot, month: date) -> str:
    """»I marts 2011 var der 254 pladser, omkring 70 % besat.«; empty where no place is known."""
    told = parts(of(snapshot, month))
    return f"I {month_long(month)} var der {', '.join(told)}." if told else ""


def title(by_month: Sequence[tuple[date, Room]]) -> str:
    """»Omkring 70 % af pladserne var besat i marts 2011«: the newest month of which it is told."""
    known = [(month, room.percent) for month, room in by_month if room.percent is not None]
    if not known:
        return "Belægningen er ikke vist for noget af det seneste år"
    month, newest = known[-1]
    return f"Omkring {percent(newest)} af pladserne var besat i {month_long(month)}"
