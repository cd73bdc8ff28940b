"""Why a figure is not there: withheld (by its sender, or from the public), or missing. The two are never mixed."""

from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Reason = Literal["hidden", "missing"]
HIDDEN: Reason = "hidden"
MISSING: Reason = "missing"


def reasons(*parts: tuple[pd.Series | pd.arrays.IntegerArray, pd.Series | NDArray[np.bool_]]) -> NDArray[Any]:
    """By row why what is made of ``parts`` (values, withheld) is not known: the rule of ``combined``."""
    found = np.full(len(parts[0][0]), None, dtype=object)
    for _, withheld in parts:
        found[np.asarray(withheld, dtype=bool)] = HIDDEN
    for values, withheld in parts:
        found[np.asarray(values.isna()) & ~np.asarray(withheld, dtype=bool)] = MISSING
    return found


def combined(*reasons: Reason | None) -> Reason | None:
    """Why a figure made of others is not known: missing where one of them is, else hidden where one is, else known."""
    return MISSING if MISSING in reasons else HIDDEN if HIDDEN in reasons else None


def absent_words(reason: object) -> str:
    """``skjult`` or ``ikke oplyst``."""
    return "skjult" if reason == HIDDEN else "ikke oplyst"


def letter(reason: object) -> str:
    """What stands in a cell for it: ``d`` or ``m``."""
    return "d" if reason == HIDDEN else "m"
