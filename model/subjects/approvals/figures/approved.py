"""What a jobcenter has approved of its months, and what differs in them since."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from model.basics.formatting import month_key
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store import approval_facts
from model.subjects.approvals.figures.stated import COUNTS, Difference, Fact, difference, facts_of_month, in_order


@dataclass(frozen=True)
class Approved:
    """A month's newest approval. then: the figures approved; since: what is different in them now."""

    number: int
    month: date
    by: str
    at: datetime
    then: tuple[Fact, ...]
    since: Difference


@remembered
def approved(snapshot: Snapshot, code: str, month: date) -> Approved | None:
    """The approval of a jobcenter's month that stands; None where it has not approved it."""
    row = _rows(snapshot).get((code, month))
    if row is None:
        return None
    key = month_key(month)
    then = in_order((key, measure, value, mark) for measure, value, mark in row["stood"] if measure in COUNTS)
    return Approved(int(row["id"]), month, row["approved_by"], row["approved_at"], then,
                    difference(then, of_month(snapshot, code, month)))


def approvals_of(snapshot: Snapshot, code: str) -> tuple[Approved, ...]:
    """Every approval of a jobcenter that stands, newest month first."""
    months = sorted((month for place, month in _rows(snapshot) if place == code), reverse=True)
    return tuple(found for month in months if (found := approved(snapshot, code, month)) is not None)


def of_month(snapshot: Snapshot, code: str, month: date) -> tuple[Fact, ...]:
    """The counts that are stated of one month of a jobcenter, in the order of the dataset's measures."""
    return facts_of_month(snapshot, code, month)


def digest(stated: tuple[Fact, ...]) -> str:
    """What tells one state of a month's counts from another, as an approval is written with it."""
    return approval_facts.digest((measure, value, mark) for _, measure, value, mark in stated)


@remembered
def any_of(snapshot: Snapshot, month: date) -> bool:
    """Whether any jobcenter has approved a month."""
    return any(of == month for _, of in _rows(snapshot))


@remembered
def _rows(snapshot: Snapshot) -> dict[tuple[str, date], dict[Any, Any]]:
    return {(row["jobcenter"], row["month"]): row for row in snapshot.approvals.to_dict("records")}
