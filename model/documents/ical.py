"""The campaign's calendar as an .ics file that calendar programs subscribe to or take in."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from model.documents.letters import plain
from model.documents.marks import INVENTED
from model.programmes.current import PROGRAMME
from model.programmes.words import REGION
from model.snapshot.snapshot import Snapshot
from model.subjects.calendar.figures import calendar
from model.subjects.calendar.words.calendar import LANE_WORDS, STATE_WORDS

NAME, DOMAIN = f"{PROGRAMME.name} i {REGION}", f"{PROGRAMME.id}.fremdrift"
MIME, FILE_NAME = "text/calendar", f"{PROGRAMME.id}.ics"


def ics(snapshot: Snapshot) -> bytes:
    """Every entry of the calendar as an all-day event that leaves its day free for other things (RFC 5545).

    An event's UID stays the same when its day changes, so that taking the file in again moves it. One that is cancelled
    stays in the file as such, with a higher SEQUENCE each time that is said or taken back: that is what makes a
    calendar program change what it holds already.
    """
    from icalendar import Calendar

    found = Calendar()
    for name, text in (("prodid", "-//Fremdrift//Aktivitetskalender//DA"), ("version", "2.0"),
                       ("calscale", "GREGORIAN"), ("method", "PUBLISH"), ("x-wr-calname", NAME)):
        found.add(name, text)
    if snapshot.sample:
        found.add("x-wr-caldesc", INVENTED)
    stamp = datetime.combine(snapshot.data_date, time(), UTC)
    for row in calendar.events(snapshot).to_dict("records"):
        found.add_component(_event(row, stamp, invented=snapshot.sample))
    return bytes(found.to_ical())


def _event(row: dict[str, Any], stamp: datetime, *, invented: bool) -> Any:
    first, last = row["day"].date(), (row["until"] if row["period"] else row["day"]).date()
    visit = [f"Status: {STATE_WORDS[row['state']]}", *([INVENTED] if invented else [])] if row["jobcenter"] else []
    from icalendar import Event

    event = Event()
    for name, value in (("uid", f"{row['uid']}@{DOMAIN}"), ("dtstamp", stamp), ("dtstart", first),
                        ("dtend", last + timedelta(days=1)),  # the first day that is no longer part of it
                        ("summary", _summary(row)), ("location", row["place"]),
                        ("description", "\n".join([LANE_WORDS[row["lane"]], *visit])),
                        ("status", _status(row)), ("sequence", row["revision"]), ("transp", "TRANSPARENT")):
        if value or name == "sequence":
            event.add(name, plain(value) if isinstance(value, str) else value)
    return event


def _status(row: dict[str, Any]) -> str:
    if row["cancelled"]:
        return "CANCELLED"
    return "TENTATIVE" if row["state"] == calendar.State.NOT_SAID else "CONFIRMED"


def _summary(row: dict[str, Any]) -> str:
    """The title; a period's says whose it is, since it stands without its lane; a cancelled day's says so.

    Not every program shows the status.
    """
    if row["cancelled"]:
        return f"Aflyst: {row['title']}"
    return f"{LANE_WORDS[row['lane']]}: {row['title']}" if row["period"] else str(row["title"])
