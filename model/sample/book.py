"""What people wrote of the sample as it lies in files: meetings, stories and approvals, who wrote what and when, and
what closed meetings showed.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from model.basics.formatting import COPENHAGEN, parse_month_key
from model.subjects.meetings.figures.agenda import Agenda, from_data

FOLDER = Path(__file__).parents[2] / "sample_data" / "written"
MEETINGS, STORIES, SHOWN = "dialogmoeder.json", "gode_historier.json", "dialogmoeder_vist.json"
APPROVALS = "godkendelser.json"
MORNING, AT_THE_MEETING = time(10), time(14)


@dataclass(frozen=True)
class Status:
    """How far an agreement was on a day."""

    status: str
    on: date
    note: str = ""

    @property
    def at(self) -> datetime:
        """When it was written: in the morning of its day."""
        return datetime.combine(self.on, MORNING, COPENHAGEN)


@dataclass(frozen=True)
class Agreed:
    """An agreement and what was said of it later."""

    text: str
    responsible: str
    due: date
    statuses: tuple[Status, ...] = ()


@dataclass(frozen=True)
class Confirmed:
    """Who in the jobcenter confirmed the figures, and when."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Meeting:
    """A dialogue meeting from its opening on. unit: a jobcenter's code or a project's name. ``closed`` is None for one
    that is still open.
    """

    unit: str
    held_on: date
    opened: datetime
    by: str
    confirmed: Confirmed | None = None
    notes: str = ""
    participants: str = ""
    next_on: date | None = None
    agreements: tuple[Agreed, ...] = ()
    closed: datetime | None = None

    @property
    def began(self) -> datetime:
        """When notes and agreements were written."""
        return datetime.combine(self.held_on, AT_THE_MEETING, COPENHAGEN)


@dataclass(frozen=True)
class Story:
    """A story from its draft on. ``published`` is None for one that is still a draft."""

    jobcenter: str | None
    title: str
    theme: str
    partners: str
    description: str
    by: str
    drafted: datetime
    published: datetime | None = None


@dataclass(frozen=True)
class Approval:
    """That a jobcenter's month was seen and approved, when and by whom."""

    jobcenter: str
    month: date
    at: datetime
    by: str


def approvals(folder: Path = FOLDER) -> list[Approval]:
    """The approvals in the order they lie in their file."""
    return [Approval(**_moments(told, "at") | {"month": parse_month_key(told["month"])})
            for told in _read(folder / APPROVALS, "approvals")]


def meetings(folder: Path = FOLDER) -> list[Meeting]:
    """The meetings in the order they lie in their file."""
    return [_meeting(told) for told in _read(folder / MEETINGS, "meetings")]


def stories(folder: Path = FOLDER) -> list[Story]:
    """The stories in the order they lie in their file."""
    return [Story(**_moments(told, "drafted", "published")) for told in _read(folder / STORIES, "stories")]


def shown(folder: Path = FOLDER) -> dict[tuple[str, date], Agenda]:
    """What the closed meetings showed, by unit and day: worked out once, since it takes a second for each."""
    found = map(from_data, _read(folder / SHOWN, "shown"))
    return {(agenda.unit, agenda.held_on): agenda for agenda in found}


def _read(path: Path, name: str) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))[name])


def _meeting(told: dict[str, Any]) -> Meeting:
    confirmed = told.get("confirmed")
    return Meeting(**_moments(told, "opened", "closed") | {
        "held_on": date.fromisoformat(told["held_on"]),
        "next_on": date.fromisoformat(told["next_on"]) if "next_on" in told else None,
        "confirmed": Confirmed(**_moments(confirmed, "at")) if confirmed else None,
        "agreements": tuple(map(_agreed, told.get("agreements", ())))})


def _agreed(told: dict[str, Any]) -> Agreed:
    statuses = tuple(Status(**said | {"on": date.fromisoformat(said["on"])}) for said in told.get("statuses", ()))
    return Agreed(**told | {"due": date.fromisoformat(told["due"]), "statuses": statuses})


def _moments(told: dict[str, Any], *names: str) -> dict[str, Any]:
    """The entry with these of its parts as moments in Copenhagen; one that is not there stays away."""
    return told | {name: datetime.fromisoformat(told[name]).replace(tzinfo=COPENHAGEN) for name in names
                   if name in told}
