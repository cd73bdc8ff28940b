"""The words every chart, card and heading shares: sentences, alt text, counts and shares."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from model.basics.formatting import number
from model.basics.shares import share, share_of
from model.statistics.intervals import FEWEST

LONGEST_ALT = 250


def full_stop(text: str) -> str:
    """A text as a sentence among others: with one full stop; no text is none."""
    return f"{text.rstrip('.')}." if text else ""


def alt_text(*parts: str) -> str:
    """The parts as sentences, dropped from the end until they fit in 250 characters."""
    sentences = [full_stop(part) for part in parts if part]
    while len(" ".join(sentences)) > LONGEST_ALT and len(sentences) > 1:
        sentences.pop()
    return " ".join(sentences)[:LONGEST_ALT]


def share_text(x: int | None, n: int | None, *, target: int | None, least: int = 0) -> str:
    """The share alone, ``2 af 6`` under 20, ``ingen tal`` where either is unknown."""
    if x is None or n is None:
        return "ingen tal"
    if n == 0:
        return "0 af 0"
    return share(x, n, target=target, least=least) if n >= FEWEST else share_of(x, n, target=target)


def judged_by(row: Mapping[Hashable, Any] | pd.Series) -> int | None:
    """What the share of a month's row is judged by; None where no target applies."""
    return None if pd.isna(row["target"]) else int(row["target"])


def count_text(value: int | None) -> str:
    """A count, or ``ukendt``."""
    return "ukendt" if value is None else number(value)
