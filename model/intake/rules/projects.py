"""Rules for what projects have reached: of their own measures, within their programme, and no part above its whole."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import day, listing, number
from model.basics.frames import plain
from model.intake.records.rows import Rows
from model.intake.records.whose import settled
from model.intake.report import Problem
from model.intake.rules.ruling import Rules
from model.programmes.kinds import Events
from model.programmes.programme import Programme
from model.programmes.projects import MEASURES, PROJECTS, heading_of, last_heard

Stated = Mapping[tuple[str, str, date], int]  # (project, measure, day) -> what is stated, here or before


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """What cannot be, and what is counted from the start and has become less."""
    records = laid.to_dict("records")
    stated = {(record["project"], record["measure"], record["on"]): int(record["value"])
              for record in records if plain(record["value"]) is not None}
    for record in records:
        if record["at"] >= 0:
            yield from _one(rows, record, stated)


def _one(rows: Rows, record: dict[str, Any], stated: Stated) -> Iterator[Problem]:
    programme, (owner, measure) = PROJECTS[record["project"]].programme, MEASURES[record["measure"]]
    if owner is not programme:
        own = listing((f"»{name}«" for name, (other, _) in MEASURES.items() if other is programme), word="eller")
        yield rows.problem(record["at"], f"{record['project']} har intet nøgletal »{record['measure']}«. Vælg {own}.",
                           column="measure")
        return
    yield from within(rows, record, programme)
    if measure.part_of is not None:
        yield from _part(rows, record, heading_of(programme, measure.part_of), stated)
    if record["fresh"]:
        yield from _planned(rows, record, programme, measure.name)
        yield from _less(rows, record, stated) if measure.so_far else ()


def within(rows: Rows, record: dict[str, Any], programme: Programme) -> Iterator[Problem]:
    """A day belongs to the programme: a year that is mistyped falls outside."""
    if not programme.starts <= record["on"] <= last_heard(programme):
        yield rows.problem(record["at"], f"{day(record['on'])} ligger uden for {programme.name}, der begyndte "
                           f"{day(programme.starts)}. Ret datoen.", column="on")


def _part(rows: Rows, record: dict[str, Any], whole: str, stated: Stated) -> Iterator[Problem]:
    value, every = plain(record["value"]), stated.get((record["project"], whole, record["on"]))
    if value is None or every is None:
        return
    if value > every:
        yield rows.problem(record["at"], f"{number(value)} er flere end de {number(every)} i »{whole}« samme dag. Ret "
                           "det tal, der er forkert.", column="value")
    elif (parts := _together(record, whole, stated)) > every:
        yield rows.problem(record["at"], f"delene giver tilsammen {number(parts)} og er flere end de {number(every)} i "
                           f"»{whole}« samme dag. Ret det tal, der er forkert.", column="value")


def _together(record: dict[str, Any], whole: str, stated: Stated) -> int:
    """What all parts of the same whole are on that day, as far as they are stated."""
    programme = PROJECTS[record["project"]].programme
    names = [name for name, (owner, measure) in MEASURES.items() if owner is programme and measure.part_of is not None
             and heading_of(programme, measure.part_of) == whole]
    return sum(stated.get((record["project"], name, record["on"]), 0) for name in names)


def _planned(rows: Rows, record: dict[str, Any], programme: Programme, measure: str) -> Iterator[Problem]:
    """More held than are planned in all is odd."""
    value = plain(record["value"])
    for goal in programme.aims(Events):
        if goal.held == measure and value is not None and value > goal.planned:
            yield rows.problem(record["at"], f"{number(value)} er flere end de {number(goal.planned)}, der er planlagt "
                               "i alt. Ret tallet, eller skriv hvorfor.", column="value", severity="advarsel")


def _less(rows: Rows, record: dict[str, Any], stated: Stated) -> Iterator[Problem]:
    value = plain(record["value"])
    before = [(on, count) for (project, measure, on), count in stated.items()
              if (project, measure) == (record["project"], record["measure"]) and on < record["on"]]
    on, most = max(before, default=(None, 0), key=lambda pair: pair[1])
    if on is not None and value is not None and value < most:
        yield rows.problem(record["at"], f"{number(value)} er færre end de {number(most)} den {day(on)}, men der "
                           "tælles i alt fra begyndelsen. Ret tallet, eller skriv hvorfor.", column="value",
                           severity="advarsel")


RULES = Rules(problems, settled=settled)
