"""Rules for how far points are: each is its project's own, has a status that fits it, and says what hinders it."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from model.basics.formatting import listing
from model.intake.records.rows import Rows
from model.intake.records.whose import settled
from model.intake.report import Problem
from model.intake.rules.projects import within
from model.intake.rules.ruling import Rules
from model.programmes.kinds import Contract
from model.programmes.projects import POINTS, PROJECTS

OF_A_POINT = ("ikke begyndt", "i gang", "på plads", "hindret")
OF_A_ROW = ("opfyldt", "delvist", "ikke opfyldt")  # of a contract


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """What is broken, of each point by itself."""
    for record in laid[laid["at"] >= 0].to_dict("records"):
        yield from _one(rows, record)


def _one(rows: Rows, record: dict[str, Any]) -> Iterator[Problem]:
    programme = PROJECTS[record["project"]].programme
    if POINTS[record["point"]].programme is not programme:
        own = listing((f"»{name}«" for name, point in POINTS.items() if point.programme is programme), word="eller")
        yield rows.problem(record["at"], f"{record['project']} har intet punkt »{record['point']}«. Vælg {own}.",
                           column="point")
        return
    yield from within(rows, record, programme)
    known = OF_A_ROW if programme.aims(Contract) else OF_A_POINT
    if record["status"] is None:
        yield rows.problem(record["at"], f"status mangler. Skriv {_choice(known)}.", column="status")
    elif record["status"] not in known:
        yield rows.problem(record["at"], f"»{record['status']}« bruges ikke her. Skriv {_choice(known)}.",
                           column="status")
    if record["status"] == "hindret" and record["obstacle"] is None:
        yield rows.problem(record["at"], "status er »hindret«, men der står ikke, hvad der hindrer. Skriv det.",
                           column="obstacle")


def _choice(known: tuple[str, ...]) -> str:
    return listing((f"»{status}«" for status in known), word="eller")


RULES = Rules(problems, settled=settled)
