"""An edition whole: everything the public knows when it is made. What it says can be made of its document alone."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from model.basics.formatting import COPENHAGEN
from model.programmes.current import PROGRAMME
from model.programmes.measures import ENDED, PERSONS, SELF_SUPPORTING, TOTAL
from model.publishing.cells import SCOPES, Cell, Key, Line, PublicRecord, of_months
from model.publishing.limits import Limits

FINAL = "final"  # among the rules: the months that were final
CUMULATED = (ENDED, SELF_SUPPORTING)  # counted to a half-year, where the others are of one month
Content = Mapping[str, Any]  # units, targets, breaks, days, centres: see ``content``
Sums = dict[tuple[str, date], tuple[int, tuple[str, ...]]]


@dataclass(frozen=True)
class Withdrawal:
    """That an edition is not shown any more. What it told stays known."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class Heading:
    """An edition without what it tells; ``number`` 0: it is not published, but shown before it is."""

    number: int
    month: date
    made_at: datetime
    made_by: str = ""
    note: str = ""
    sample: bool = False
    withdrawn: Withdrawal | None = None

    @property
    def made_on(self) -> date:
        """The day it was made, in Copenhagen."""
        return self.made_at.astimezone(COPENHAGEN).date()


@dataclass(frozen=True)
class Edition:
    """A heading, the numbers told so far, and what is told beside them.

    final: the months of which enough was told when it was made; None of one from before that was written down.
    """

    heading: Heading
    published: PublicRecord
    content: Content
    programme: str = PROGRAMME.id
    final: tuple[date, ...] | None = None

    @property
    def names(self) -> Mapping[str, str]:
        """What each unit is called, by code."""
        return {unit["code"]: unit["name"] for unit in self.content["units"]}

    @property
    def changed(self) -> tuple[Key, ...]:
        """What this edition itself has told, for the first time or anew."""
        return tuple(key for key, cell in self.published.cells.items() if cell.edition == self.heading.number)


def sums(edition: Edition) -> Sums:
    """The group and those reached by month: over the lines told, whose units are named. Nothing is left to subtract."""
    made: Sums = {}
    begins = {unit["code"]: date.fromisoformat(unit["compared_from"]) for unit in edition.content["units"]}
    for measure in (PERSONS, TOTAL):
        for scope in ("unit", "line"):
            for key, cell in of_months(edition.published, scope, measure):
                if cell.value is not None and key.first >= min(begins[unit] for unit in key.units):
                    total, units = made.get((measure, key.first), (0, ()))
                    made[measure, key.first] = total + cell.value, (*units, *key.units)
    return made


def totals(edition: Edition, measures: Iterable[str]) -> Sums:
    """The same of what is counted to a half-year, by its last month: over the lines told at that very half-year."""
    made: Sums = {}
    for key, cell in edition.published.cells.items():
        if key.measure in set(measures) and key.scope in ("unit", "line") and cell.value is not None:
            total, units = made.get((key.measure, key.last), (0, ()))
            made[key.measure, key.last] = total + cell.value, (*units, *key.units)
    return made


def summary(heading: Heading) -> dict[str, Any]:
    """An edition as JSON has it, without what it tells and who made it."""
    withdrawn = heading.withdrawn
    return {
        "edition": heading.number, "month": f"{heading.month:%Y-%m}",
        "made_at": heading.made_at.astimezone(COPENHAGEN).isoformat(timespec="seconds"), "note": heading.note,
        "sample": heading.sample,
        "withdrawn": None if withdrawn is None else {
            "at": withdrawn.at.astimezone(COPENHAGEN).isoformat(timespec="seconds"), "reason": withdrawn.reason}}


def document(edition: Edition) -> dict[str, Any]:
    """The edition as JSON has it: flat, everything told, with the sums over what is told."""
    published = edition.published
    return {
        "programme": edition.programme, **summary(edition.heading),
        "rules": _rules(edition), "units": edition.content["units"],
        "lines": [{"id": at, "units": list(line.units), "from": f"{line.first:%Y-%m}",
                   "to": line.last and f"{line.last:%Y-%m}"} for at, line in enumerate(published.lines, start=1)],
        "listed": {unit: f"{month:%Y-%m}" for unit, month in published.listed.items()},
        **{name: edition.content[name] for name in ("targets", "breaks", "days", "centres")},
        "cells": [*(_cell(key, cell) for key, cell in published.cells.items()), *_summed(edition)]}


def _rules(edition: Edition) -> dict[str, Any]:
    """The limits that it was made under, and the months that were final by the setting of that day."""
    final = edition.final
    return asdict(edition.published.limits) | ({} if final is None else {FINAL: [f"{month:%Y-%m}" for month in final]})


def _cell(key: Key, cell: Cell) -> dict[str, Any]:
    return {"scope": key.scope, "units": list(key.units), "measure": key.measure, "from": f"{key.first:%Y-%m}",
            "to": f"{key.last:%Y-%m}", "value": cell.value, "mark": "withheld" if cell.withheld else None,
            "edition": cell.edition}


def _summed(edition: Edition) -> list[dict[str, Any]]:
    starts = min((key.first for key in edition.published.cells if key.measure in CUMULATED), default=date.min)
    made = [(measure, month, month, each) for (measure, month), each in sums(edition).items()]
    made += [(measure, starts, end, each) for (measure, end), each in totals(edition, CUMULATED).items()]
    return [{"scope": "sum", "units": list(units), "measure": measure, "from": f"{first:%Y-%m}", "to": f"{last:%Y-%m}",
             "value": value, "mark": None, "edition": edition.heading.number}
            for measure, first, last, (value, units) in made]


def read(known: Mapping[str, Any]) -> Edition:
    """The edition of a document. Raises KeyError or ValueError for what is none."""
    gone = known["withdrawn"]
    heading = Heading(
        number=known["edition"], month=month_of(known["month"]), made_at=datetime.fromisoformat(known["made_at"]),
        note=known["note"], sample=known["sample"],
        withdrawn=gone and Withdrawal(datetime.fromisoformat(gone["at"]), "", gone["reason"]))
    cells = {Key(cell["scope"], tuple(cell["units"]), cell["measure"], month_of(cell["from"]), month_of(cell["to"])):
             Cell(cell["value"], cell["edition"]) for cell in known["cells"] if cell["scope"] != "sum"}
    if not all(key.scope in SCOPES and (cell.value is None or type(cell.value) is int) for key, cell in cells.items()):
        raise ValueError("a cell is none that an edition has")
    published = replace(published_of(known), cells=cells, newest=heading.month)
    beside = {name: known[name] for name in ("units", "targets", "breaks", "days", "centres")}
    return Edition(heading, published, beside, known["programme"], final_of(known))


def published_of(known: Mapping[str, Any]) -> PublicRecord:
    """Who is told together and under which limits, without a number."""
    return PublicRecord(
        lines=tuple(Line(tuple(line["units"]), month_of(line["from"]), line["to"] and month_of(line["to"]))
                    for line in known["lines"]),
        listed={unit: month_of(month) for unit, month in known["listed"].items()},
        limits=Limits(**{name: value for name, value in known["rules"].items() if name != FINAL}))


def final_of(known: Mapping[str, Any]) -> tuple[date, ...] | None:
    """The months that were final when the edition was made; None where that is not written down."""
    final = known["rules"].get(FINAL)
    return None if final is None else tuple(map(month_of, final))


def month_of(text: str) -> date:
    """The month written as ``2010-03``. Raises ValueError for anything else."""
    return date.fromisoformat(f"{text}-01")

