"""Editions published in tests, of whatever the database holds."""

from datetime import date

from sqlalchemy import Engine
from sqlmodel import Session

from model.publishing import editions
from model.snapshot import loading
from model.subjects.goals.figures.coverage import default_month
from tests.viewers import EVERYBODY, named
from tests.worlds import kept


@kept
def publish(engine: Engine, month: date | None = None, *, by: str = "BRM", note: str = "") -> int:
    """The number of a new edition of a month, else of the newest that is reported well enough."""
    with Session(engine) as session:
        known = loading.load(session, EVERYBODY)
    return editions.publish(engine, known, month or default_month(known) or known.starts, viewer=named(by), note=note)


def withdraw(engine: Engine, number: int, *, reason: str = "Et tal var forkert") -> None:
    """That edition is not shown any more."""
    editions.withdraw(engine, number, viewer=named("BRM"), reason=reason)


def told(engine: Engine) -> list[tuple[int, str, str]]:
    """Every edition's number, who made it and its note."""
    with Session(engine) as session:
        return [(each.number, each.made_by, each.note) for each in editions.headings(session)]
