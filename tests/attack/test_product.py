"""The product against the attacker: nobody's count is given away, and whichever rule is switched off, one is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from model.publishing import half_years, monthly, wholes
from model.publishing.limits import Limits
from model.publishing.worlds import Worlds
from tests.attack import product
from tests.attack.attacker import Leak, attack
from tests.attack.history import History, histories, own
from tests.attack.product import publish

QUICK, MANY = 8, 200  # histories
INSIDERS = 3  # units of each that are tried as insiders


def leaks(history: History, insiders: int = INSIDERS) -> list[Leak]:
    """What the public, or one of so many insiders, proves of a history's editions."""
    documents = publish(history)
    found = attack(documents)
    for unit in islice(history.units, insiders):
        found += attack(documents, own(history, unit))
    return found


@pytest.mark.parametrize("history", [*histories(4, QUICK, editions=8, months=10)], ids=lambda each: str(each.seed))
def test_no_count_is_given_away(history):
    assert leaks(history) == []


@pytest.mark.long
@pytest.mark.parametrize("history", [*histories(5, MANY)], ids=lambda each: str(each.seed))
def test_no_count_is_given_away_in_many_histories(history):
    assert leaks(history) == []


def _tell_every_row(monkeypatch):
    monkeypatch.setattr(Limits, "tells", lambda self, *counts: True)


def _tell_whatever_one_member_has(monkeypatch):
    monkeypatch.setattr(Limits, "hides", lambda self, counts, insiders: True)
    _prove_nothing(monkeypatch)


def _prove_nothing(monkeypatch):
    monkeypatch.setattr("model.publishing.deciding.hides", lambda line, pairs, insiders: True)
    monkeypatch.setattr(Worlds, "after", lambda self, line, month: True)
    monkeypatch.setattr(half_years, "in_total", lambda *args: True)


def _tell_courses_whatever_has_come(monkeypatch):
    monkeypatch.setattr(half_years, "_enough", lambda *args: True)


def _let_a_line_be_of_two(monkeypatch):
    of_two = Limits(line=2, whole=2)
    monkeypatch.setattr(product, "Limits", lambda threshold: replace(of_two, threshold=threshold))
    _tell_whatever_one_member_has(monkeypatch)


def _tell_the_line_without_who_is_missing(monkeypatch):
    together = monthly._together

    def of_those(reported, limits, line, month, keys, worlds):
        there = tuple(unit for unit in line.units if not np.isnan(reported.count(reported.reached, unit, month)))
        named = tuple(key._replace(units=there) for key in keys)
        return together(reported, limits, line._replace(units=there), month, named, worlds) if there else {}

    monkeypatch.setattr(monthly, "_is_in", lambda reported, line, month: True)
    monkeypatch.setattr(monthly, "_together", of_those)


def _tell_the_occupancy_of_anybody(monkeypatch):
    occupancy = wholes._occupancy

    def of_few(reported, limits, known, month):
        return occupancy(reported, replace(limits, whole=1, threshold=0), known, month)

    monkeypatch.setattr(wholes, "_occupancy", of_few)


SWITCHES: Sequence[Callable[[pytest.MonkeyPatch], None]] = (
    _tell_every_row, _tell_whatever_one_member_has, _tell_courses_whatever_has_come, _let_a_line_be_of_two,
    _tell_the_line_without_who_is_missing, _tell_the_occupancy_of_anybody)


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.__name__.strip("_"))
def test_without_any_one_rule_a_count_is_given_away(switch, monkeypatch):
    switch(monkeypatch)
    assert any(leaks(history) for history in histories(1, 40, editions=8, months=10))
