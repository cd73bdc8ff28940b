"""What a step on the way from a sheet's table to its records hands on."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.intake.records.tables import Table
from model.intake.report import Problem


@dataclass(frozen=True)
class Shaped:
    """A table as a step leaves it, what is wrong or must be asked, and what is told."""

    table: Table
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def once(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in their order, with a question that holds for every sheet asked once."""
    found = list(problems)
    return list({problem.question or at: problem for at, problem in reversed(list(enumerate(found)))}.values())[::-1]
