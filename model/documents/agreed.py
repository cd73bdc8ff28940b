"""The agreements a paper has room for: so many in words, and how many more there are."""

from collections.abc import Callable
from typing import Any

import pandas as pd

MOST = 3  # agreements there is room for


def shortlist(rows: pd.DataFrame, words: Callable[[dict[Any, Any]], str], *, more: Callable[[int], str]) -> list[str]:
    """The first ``MOST`` of the rows in words, then ``more`` of how many are left where any are."""
    rest = len(rows) - MOST
    return [*map(words, rows.head(MOST).to_dict("records")), *([more(rest)] if rest > 0 else [])]
