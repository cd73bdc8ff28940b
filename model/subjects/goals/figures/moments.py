"""When a jobcenter was spoken with: its dialogue meetings and its counselling visit that were held, by month."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.intake.datasets.counselling import COUNSELLING
from model.snapshot.meetings import held
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot

MOST = 4  # months: so few that nobody takes them for causes


@dataclass(frozen=True)
class Spoken:
    """The days of one month on which a jobcenter was spoken with."""

    month: date
    meetings: tuple[date, ...]
    visits: tuple[date, ...]


@remembered
def spoken_with(snapshot: Snapshot, code: str, until: date) -> tuple[Spoken, ...]:
    """The newest ``MOST`` months up to ``until`` with a meeting or a visit that was held, oldest first.

    The visit is among them whatever came after it. For the public there is none.
    """
    if snapshot.audience == "public":
        return ()
    meetings, visits = _meetings(snapshot, code), _visits(snapshot, code)
    months = [month for month in sorted({_month(day) for day in (*meetings, *visits)}) if month <= until]
    visited = [month for month in months if month in map(_month, visits)][-MOST:]
    others = [month for month in months if month not in visited]
    kept = sorted([*visited, *others[max(0, len(others) - MOST + len(visited)):]])
    return tuple(Spoken(month, *(tuple(day for day in days if _month(day) == month) for days in (meetings, visits)))
                 for month in kept)


def _meetings(snapshot: Snapshot, code: str) -> list[date]:
    rows = held(snapshot)
    return sorted(day for whose, day in zip(rows["unit"], rows["held_on"], strict=True) if whose == code)


def _visits(snapshot: Snapshot, code: str) -> list[date]:
    rows = snapshot.recorded(COUNSELLING.name)
    days = pd.to_datetime(rows["held_on"][rows["jobcenter"].to_numpy() == code]).dropna()
    return sorted(day.date() for day in days if day.date() <= snapshot.data_date)


def _month(day: date) -> date:
    return day.replace(day=1)
