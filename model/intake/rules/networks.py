"""Rules for mentor networks: what happened is said, within the programme, and in an order that can be.

A network may begin without an offer of help, since it is a local initiative.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import day, month_long
from model.basics.months import shift
from model.intake.datasets.networks import DECLINED, MET, OFFERED, STARTED
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.ruling import Rules
from model.programmes.current import KICK_OFF
from model.programmes.words import ITSELF

WRITE = f"Skriv »{OFFERED}«, »{STARTED}«, »{MET}« eller »{DECLINED}«."


@dataclass(frozen=True)
class _Days:
    """The days on which a jobcenter's network had each event, as the rows leave them, in order."""

    offered: tuple[date, ...]
    started: tuple[date, ...]


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """The event is known and within the programme, only a meeting has participants, and what is new comes in order."""
    own = {code: _Days(*(tuple(sorted(group.loc[group["event"].eq(event), "day"])) for event in (OFFERED, STARTED)))
           for code, group in laid.groupby("jobcenter")}
    for record in laid[laid["at"] >= 0].to_dict("records"):
        yield from _whole(rows, record)
        if record["fresh"]:
            yield from _in_order(rows, record, own[record["jobcenter"]])


def _whole(rows: Rows, record: dict[str, Any]) -> Iterator[Problem]:
    at, when, event = record["at"], record["day"], record["event"]
    marks = rows.frame.iloc[at]
    if event is None and marks["event_mark"] != "missing":
        yield rows.problem(at, f"hændelsen mangler. {WRITE}", column="event")
    if not KICK_OFF <= when < shift(rows.background.jobcenters.ends, 1):
        yield rows.problem(at, f"{day(when)} ligger uden for {ITSELF}, der begyndte {day(KICK_OFF)} og slutter i "
                           f"{month_long(rows.background.jobcenters.ends)}. Ret datoen.", column="day")
    counted = record["participants"] is not None or marks["participants_mark"] == "hidden"
    if counted and event not in (None, MET):
        yield rows.problem(at, f"deltagere hører til et møde, men hændelsen er »{event}«. Slet tallet, eller ret "
                           f"hændelsen til »{MET}«.", column="participants")


def _in_order(rows: Rows, record: dict[str, Any], own: _Days) -> Iterator[Problem]:
    """A meeting follows a start, there is one start, and what is declined was offered; else somebody says why."""
    when, event = record["day"], record["event"]
    if event == MET and not any(started <= when for started in own.started):
        begun = f"først er meldt {STARTED} {day(own.started[0])}" if own.started else f"ikke er meldt {STARTED}"
        text = f"de mødtes, men netværket {begun}. Skriv, hvornår det startede, eller skriv hvorfor."
    elif event == STARTED and own.started[0] < when:
        text = f"netværket er allerede {STARTED} {day(own.started[0])}. Ret hændelsen, eller skriv hvorfor."
    elif event == DECLINED and not any(offered <= when for offered in own.offered):
        text = "der er takket nej, men hjælpen er ikke meldt tilbudt før den dag. Ret datoen, eller skriv hvorfor."
    else:
        return
    yield rows.problem(record["at"], text, column="event", severity="advarsel")


RULES = Rules(problems)
