"""One stated count in words."""

from model.basics.formatting import number
from model.subjects.approvals.figures.stated import Fact


def stated_words(fact: Fact | None) -> str:
    """``12``, ``skjult`` where the sender withholds it, ``ikke oplyst`` where nothing is stated."""
    if fact is None:
        return "ikke oplyst"
    return "skjult" if fact[2] is None else number(fact[2])
