"""What a file of rules gives of its dataset, reached by the name that the dataset's declaration has for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import TYPE_CHECKING

import pandas as pd

from model.intake.datasets.declaration import Dataset
from model.intake.records.rows import Rows
from model.intake.report import Problem

if TYPE_CHECKING:
    from model.intake.rules.monthly_figures import Judge


@dataclass(frozen=True)
class Rules:
    """The rules of one dataset of records.

    problems: what is broken, of the rows and of the records they are laid over (``laying.laid``). notes: what is told
    besides. settled: the rows with the keys of what they are about, where their keys alone do not tell it, and what
    must be asked to know it, of the rows and of the answers by question.
    """

    problems: Callable[[Rows, pd.DataFrame], Iterable[Problem]]
    notes: Callable[[Rows], list[str]] = lambda rows: []
    settled: Callable[[Rows, Mapping[str, str]], Rows] = lambda rows, said: rows


def of(dataset: Dataset) -> Rules:
    """The rules of a dataset: ``RULES`` of its module, imported when they are asked for, not with the declaration."""
    rules: Rules = resolve_name(f"{dataset.rules}:RULES")
    return rules


def judge_of(dataset: Dataset) -> "type[Judge]":
    """What rules on a dataset of figures: ``Judge`` of its module."""
    judge: type[Judge] = resolve_name(f"{dataset.rules}:Judge")
    return judge
