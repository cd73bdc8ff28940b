"""What the product says of every unit and every month on the goals, to be said again of a copy and held against it."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session

from model.access.viewer import HOUSE
from model.snapshot import loading
from model.subjects.goals.words.status import status

CLOSE = 1e-9  # shares are computed by libraries, whose last digit is their own


def verdicts(connection: Connection, day: date) -> Iterator[dict[str, Any]]:
    """By month what ``python -m model status --json`` says of it, with ``day`` as today."""
    with Session(connection) as session:
        shot = loading.load(session, HOUSE).but(data_date=day)
    for month in shot.months:
        yield status(shot, month)


def differing(then: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> list[tuple[str, str | None]]:
    """Months, and in each the jobcenters (None: the region), of which something else is said now."""
    months = {said["month"]: said for said in now}
    places = [(said["month"], code) for said in then if not _alike(said, there := months.pop(said["month"], {}))
              for code in _places(said, there)]
    return [*places, *((month, None) for month in months)]


def _places(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str | None]:
    of_then, of_now = (_by_code(said) for said in (then, now))
    return [code for code in {**of_then, **of_now} if not _alike(of_then.get(code), of_now.get(code))]


def _by_code(said: Mapping[str, Any]) -> dict[str | None, Any]:
    return {None: said.get("region")} | {unit["code"]: unit for unit in said.get("jobcenters", ())}


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_alike(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE)
    return bool(one == other)


def line(said: Mapping[str, Any]) -> bytes:
    """What is said of a month as a line of JSON, with its end."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
