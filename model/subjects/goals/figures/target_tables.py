"""Targets and baselines as tables to read: what applies now, and everything that was ever recorded."""

from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.formatting import alphabetical, day, month_long, number, persons
from model.basics.frames import Schema, text
from model.basics.shares import percent
from model.programmes.words import ACTIVATION, GOAL_1, GOAL_2, SUPPORTED
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.targets import BASELINE, Resolved, resolve

PARTS = {
    "share": f"{GOAL_1}: andel i {ACTIVATION}", "increase": f"{GOAL_1}: forøgelse siden udgangspunktet",
    "self_supporting": f"{GOAL_2}: andel {SUPPORTED}", "national": f"Landsmål for {GOAL_1} (kun til orientering)",
    "baseline_month": "Udgangspunkt: måned", "baseline_value": "Udgangspunkt: et oplyst tal"}
SCOPES = {"national": "Hele landet", "regional": "Hvert jobcenter"}
PERCENT = ("share", "self_supporting")
APPLYING = Schema("one target or baseline that applies, as texts", (
    text("Hvad", "what is aimed at"), text("Gælder for", "for whom"), text("Værdi", "how much, or which month"),
    text("Kilde", "where it is written"), text("Begrundelse", "why")))
RECORDED = Schema("one recorded row, newest first, as texts", (
    text("Skrevet", "when"), text("Hvem", "wrote it"), *APPLYING.columns[:3], text("Gælder fra", "its first month"),
    *APPLYING.columns[3:]))


@remembered
def target_words(snapshot: Snapshot, month: date, code: str | None = None) -> dict[str, str]:
    """The targets in ``month`` as words for a text: share, increase, self_supporting and national.

    ``code``: the jobcenter they apply to; None is what the region asks of each.
    """
    rows = {part: resolve(snapshot.targets, part, code, month) for part in ("share", "increase", *PERCENT, "national")}
    return {part: "målet" if row is None else _value(part, row.value, row.month) if part in PERCENT
            else number(row.value or 0) for part, row in rows.items()}


def applying(snapshot: Snapshot, month: date) -> Annotated[pd.DataFrame, APPLYING]:
    """What applies in ``month``: the region's targets and baseline, then the jobcenters that have their own."""
    rows = [_row(PARTS[resolved.part], SCOPES.get(resolved.scope, ""), resolved)
            for part in ("share", "increase", "self_supporting", "national", BASELINE)
            if (resolved := resolve(snapshot.targets, part, None, month)) is not None]
    own = snapshot.targets[snapshot.targets["scope"].eq("jobcenter")]
    for code in sorted(own["jobcenter"].unique(), key=lambda code: alphabetical(_name(snapshot, code))):
        for part in ("share", "increase", "self_supporting", BASELINE):
            resolved = resolve(snapshot.targets, part, code, month)
            if resolved is not None and resolved.scope == "jobcenter":
                rows.append(_row(PARTS[resolved.part], _name(snapshot, code), resolved))
    return pd.DataFrame(rows, columns=APPLYING.names)


def recorded(snapshot: Snapshot) -> Annotated[pd.DataFrame, RECORDED]:
    """Everything recorded."""
    rows = [{"Skrevet": day(row["recorded_at"]), "Hvem": row["recorded_by"], "Hvad": PARTS[row["part"]],
             "Gælder for": SCOPES.get(row["scope"]) or _name(snapshot, row["jobcenter"]),
             "Værdi": _value(row["part"], row["value"], row["month"]), "Gælder fra": month_long(row["valid_from"]),
             "Kilde": row["source"], "Begrundelse": row["reason"]}
            for row in snapshot.targets.iloc[::-1].to_dict("records")]
    return pd.DataFrame(rows, columns=RECORDED.names)


def standing(snapshot: Snapshot, part: str, code: str | None, month: date) -> str:
    """``I marts 2010 gælder 16 %, fælles for alle jobcentre.`` The value of ``part`` that applies to ``code`` now."""
    row = resolve(snapshot.targets, BASELINE if part in BASELINE else part, code, month)
    if row is None:
        return f"I {month_long(month)} gælder intet."
    whose = f"særskilt for {_name(snapshot, code)}" if code and row.scope == "jobcenter" else (
        "fælles for alle jobcentre")
    return f"I {month_long(month)} gælder {_value(row.part, row.value, row.month)}, {whose}."


def _row(what: str, who: str, found: Resolved) -> dict[str, str]:
    return {"Hvad": what, "Gælder for": who, "Værdi": _value(found.part, found.value, found.month),
            "Kilde": found.source, "Begrundelse": found.reason}


def _value(part: str, value: float | None, month: date | None) -> str:
    if part == "baseline_month":
        return month_long(pd.Timestamp(month).date())
    whole = int(value or 0)
    if part in PERCENT:
        return percent(whole)
    return persons(whole)


def _name(snapshot: Snapshot, code: str) -> str:
    return str(snapshot.jobcenters.loc[code, "name"])
