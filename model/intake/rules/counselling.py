"""Rules for the individual counselling."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from model.basics.formatting import day, month_long
from model.basics.months import shift
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.ruling import Rules
from model.programmes.current import KICK_OFF
from model.programmes.words import ITSELF

DATES = {"ønsket": "wished_on", "tilbudt": "offered_on", "aftalt": "agreed_for", "afholdt": "held_on",
         "takket nej": "declined_on"}
WORDS = {"offered_on": "tilbudt", "held_on": "afholdt", "agreed_for": "aftalt til", "declined_on": "takket nej til"}


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """A status comes with its own date; a wish comes before what is made of it, and visits follow offers."""
    for record in laid[laid["at"] >= 0].to_dict("records"):
        yield from _status(rows, record)
        yield from _within(rows, record)
        yield from _in_order(rows, record)


def _in_order(rows: Rows, record: dict[str, Any]) -> Iterator[Problem]:
    """Nothing is made of an offer before it, nor of a wish; a wish that is the newest word may follow them all."""
    firsts = {"tilbudt": "offered_on"} if record["status"] == "ønsket" else {
        "ønsket": "wished_on", "tilbudt": "offered_on"}
    for first, column in firsts.items():
        for later, words in WORDS.items():
            one, other = record[column], record[later]
            if later != column and one is not None and other is not None and other < one:
                yield rows.problem(record["at"], f"rådgivningen er {words} {day(other)}, før den blev {first} "
                                   f"{day(one)}. Ret en af datoerne.", column=later)


def _within(rows: Rows, record: dict[str, Any]) -> Iterator[Problem]:
    """Counselling belongs to the campaign: a year that is mistyped falls outside."""
    last = shift(rows.background.jobcenters.ends, 1)
    for column in DATES.values():
        when = record[column]
        if when is not None and not KICK_OFF <= when < last:
            yield rows.problem(record["at"], f"{day(when)} ligger uden for {ITSELF}, der begyndte "
                               f"{day(KICK_OFF)} og slutter i {month_long(rows.background.jobcenters.ends)}. "
                               "Ret datoen.", column=column)


def _status(rows: Rows, record: dict[str, Any]) -> Iterator[Problem]:
    status = record["status"]
    if status is None:
        yield rows.problem(record["at"], "status mangler. Skriv »ønsket«, »tilbudt«, »aftalt«, »afholdt« eller "
                           "»takket nej«.", column="status")
    elif record[DATES[status]] is None:
        yield rows.problem(record["at"], f"status er »{status}«, men datoen for det mangler. Skriv den.",
                           column=DATES[status])
    for other in _further(record):
        yield rows.problem(record["at"], f"der står, at der er {other} {day(record[DATES[other]])}, men status er "
                           f"»{status}«. Ret status til »{other}«, eller slet datoen.", column="status")


def _further(record: dict[str, Any]) -> Iterator[str]:
    """The steps whose dates say that the counselling is further than its status; what came before a wish is past."""
    status, wished = record["status"], record["wished_on"]
    for other, column in DATES.items():
        when = record[column]
        if status in (None, other) or when is None:
            continue
        ended = other in ("afholdt", "takket nej")
        if other == "afholdt" or (when >= wished if status == "ønsket" and wished is not None else ended):
            yield other


RULES = Rules(problems)
