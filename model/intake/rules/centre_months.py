"""Rules for the months of virksomhedscentre: within the periods they are open, and no more than there is room for."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from model.basics.formatting import NBSP, month_long, number, plural
from model.basics.months import shift
from model.intake.cells.place_text import nearest
from model.intake.datasets.centres import CENTRES
from model.intake.records import centre_identity
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.centres import Key, Span, alike, spans
from model.intake.rules.ruling import Rules

CROWDED = 1.2  # occupied places for each place above which a figure is odd


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """The centre is known and open in the month; occupied no more than 120 % of its places.

    A month that does not tell its places has those of the centre.
    """
    known = spans(rows.background.standing[CENTRES.name])
    for record in laid[laid["at"] >= 0].to_dict("records"):
        key = (record["jobcenter"], record["name"])
        yield from _month(rows, record, known[key]) if key in known else _unknown(rows, record, known)


def _unknown(rows: Rows, record: dict[str, Any], known: dict[Key, list[Span]]) -> Iterator[Problem]:
    names = sorted(name for code, name in known if code == record["jobcenter"])
    near = alike(record["name"], names) or nearest(record["name"], names)
    guess = f"Mente du »{near}«? " if near else ""
    yield rows.problem(record["at"], f"centret findes ikke. {guess}Ret navnet, eller indlæs først, hvornår det "
                       "åbnede.", column="name", gate=3)


def _month(rows: Rows, record: dict[str, Any], own: list[Span]) -> Iterator[Problem]:
    month, occupied = record["month"], record["occupied"]
    if occupied and not any(span.touches(month) for span in own):
        yield rows.problem(record["at"], f"centret var ikke åbent i {month_long(month)}, men har "
                           f"{plural(occupied, 'besat plads', 'besatte pladser')}. Ret tallet eller måneden.",
                           column="occupied")
    begun = [span.places for span in own if span.opened < shift(month, 1)]
    places = record["places"] if record["places"] is not None else begun[-1] if begun else None
    if record["fresh"] and occupied is not None and places is not None and occupied > CROWDED * places:
        yield rows.problem(record["at"], f"{number(occupied)} besatte er over 120{NBSP}% af centrets "
                           f"{plural(places, 'plads', 'pladser')}. Ret tallet, eller skriv hvorfor.",
                           column="occupied", severity="advarsel")


RULES = Rules(problems, settled=centre_identity.months)
