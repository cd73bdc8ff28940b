"""What a goal's figures amount to: members of an enum, until ``goals.words.wording`` tells them."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd


class Verdict(StrEnum):
    """On a goal of parts. Which of them are reached stands beside it: in ``Standing`` and in the figures themselves."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    UNKNOWN = "unknown"


class OutcomeVerdict(StrEnum):
    """On what became of those who ended, as surely as so many of them allow."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    UNSETTLED = "unsettled"
    TOO_FEW = "too_few"
    NONE_ENDED = "none_ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Standing:
    """Where a goal of parts stands. reached: the names of the parts that are; none while the goal cannot be told."""

    verdict: Verdict
    reached: frozenset[str] = frozenset()


def verdicts(*parts: pd.Series) -> pd.Series:
    """By row the ``Verdict`` on a goal of ``parts`` (boolean). It is UNKNOWN where one of them is NA."""
    known = np.logical_and.reduce([part.notna().to_numpy(dtype=bool) for part in parts])
    reached = np.add.reduce([part.fillna(False).to_numpy(dtype=int) for part in parts])
    at = np.select([~known, reached == len(parts), reached > 0], [3, 0, 1], default=2)
    members = pd.Series([*Verdict], dtype=object)  # said outright: pandas would make texts of them
    return members.take(at).set_axis(parts[0].index)
