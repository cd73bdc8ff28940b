"""What a form about one virksomhedscenter states, as rows of the datasets ``centre`` and ``centermaaned``.

Each returns the records that ``form.state`` takes: mappings of the datasets' part names to what was typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import day as shown
from model.intake.datasets.centres import HOLDS, WITHDRAWN

Record = dict[str, Any]

REASONS = ("Ordrenedgang, markedet", "Virksomheden er lukket eller flyttet", "Mentoren er rejst",
           "For få kandidater henvist", "Aftalen er ikke forlænget", "Andet")
PAUSE = "Pause"
TAKEN_BACK = ".."  # what a cell says to take back what an earlier row stated
COPIED = {"lukket": "closed", "lukkeaarsag": "reason", "sektor": "sector", "branche": "industry", "pladser": "places",
          "generation": "generation", "generation_2_fra": "generation_2_from"}
KEYS = 3  # parts of a period's key


def opened(jobcenter: str, name: str, day: date | None, *, withdrawn: Iterable[Mapping[Any, Any]] = (),
           **known: Any) -> list[Record]:
    """A centre opens; ``known`` by the parts' names (pladser, sektor, branche …), ``withdrawn`` its withdrawn rows."""
    return [_anew({"jobcenter": jobcenter, "virksomhedscenter": name.strip(), "aabnet": day} | known, withdrawn)]


def closed(period: Mapping[str, Any], day: date | None, reason: str) -> list[Record]:
    """The period ends, for good or for a pause."""
    return [_key(period) | {"lukket": day, "lukkeaarsag": reason.strip()}]


def reopened(period: Mapping[Any, Any], day: date | None, *,
             withdrawn: Iterable[Mapping[Any, Any]] = ()) -> list[Record]:
    """A new period of the centre whose last one this is, with the sector, branch, places and generation it had."""
    kept = {part: plain(period[column]) for part, column in COPIED.items() if part not in ("lukket", "lukkeaarsag")}
    return [_anew(_key(period) | {"aabnet": day} | kept, withdrawn)]


def places(period: Mapping[str, Any], count: int | None) -> list[Record]:
    """The period's own number of places: it holds after the last month that tells its places, or throughout."""
    return [_key(period) | {"pladser": count}]


def described(stays: Sequence[Mapping[Any, Any]], *, sector: str | None, industry: str | None,
              generation: int | None, second_from: date | None) -> list[Record]:
    """What kind of centre it is, where that is said otherwise; None takes back what was said.

    ``stays``: its open periods, oldest first. Sector, branch and the day it became one of the second generation hold
    for all of them, the generation for the last one, since a centre may change its generation.
    """
    newest = len(stays) - 1
    records = [_key(stay) | _other(stay, {"sektor": sector, "branche": industry, "generation_2_fra": second_from}
                                   | ({"generation": generation} if at == newest else {}))
               for at, stay in enumerate(stays)]
    return [record for record in records if len(record) > KEYS]


def _other(stay: Mapping[Any, Any], wanted: Record) -> Record:
    """Those of the values that the period does not say already."""
    now = {part: plain(stay[COPIED[part]]) for part in wanted}
    return {part: TAKEN_BACK if value is None else value for part, value in wanted.items() if value != now[part]}


def moved(period: Mapping[Any, Any], day: date | None, *, withdrawn: Iterable[Mapping[Any, Any]] = ()) -> list[Record]:
    """Another opening date: the old row is withdrawn and a new one written with all that the old one says, no more."""
    copied = {part: plain(period[column]) for part, column in COPIED.items()}
    new = _key(period) | {"aabnet": day, "haendelse": HOLDS} | copied
    return [mistaken(period)[0], _anew(new, withdrawn)]


def already(stays: Iterable[Mapping[Any, Any]], day: date) -> str:
    """Why no other period of a centre can open on a day on which one of its ``stays`` did; "" when none did."""
    if all(plain(stay["opened"]) != day for stay in stays):
        return ""
    return f"Centret er allerede skrevet ind som åbnet {shown(day)}. Vælg en anden dag."


def mistaken(period: Mapping[Any, Any]) -> list[Record]:
    """The period was entered by mistake."""
    return [_key(period) | {"haendelse": WITHDRAWN}]


def month(period: Mapping[str, Any], when: date, *, count: int | None, occupied: int | None) -> list[Record]:
    """The places and the occupied ones of one month; None is not said."""
    return [{"jobcenter": period["jobcenter"], "virksomhedscenter": period["name"], "maaned": when, "pladser": count,
             "besatte": occupied}]


def _anew(record: Record, withdrawn: Iterable[Mapping[Any, Any]]) -> Record:
    """The record where a withdrawn one has its key: it counts again, and what only the withdrawn one said is gone."""
    old = next((each for each in withdrawn if plain(each["opened"]) == record["aabnet"]), None)
    if old is None:
        return record
    gone = {part: TAKEN_BACK for part, column in COPIED.items() if record.get(part) is None
            and (plain(old[column]) is not None or old[f"{column}_mark"] == "hidden")}
    return record | {"haendelse": HOLDS} | gone


def _key(period: Mapping[str, Any]) -> Record:
    return {"jobcenter": period["jobcenter"], "virksomhedscenter": period["name"], "aabnet": plain(period["opened"])}


def plain(value: Any) -> Any:
    """A frame's value as a form has it; None for what is missing."""
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value
