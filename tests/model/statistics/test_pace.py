"""The pace table, and the change so far."""

import json
from datetime import date
from pathlib import Path

import pytest

from model.basics.months import between
from model.statistics.pace import net_change, per_month
from model.statistics.share_target import needed

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["tempo"])
def test_the_pace_table(vector):
    month, deadline = (date.fromisoformat(f"{vector[name]}-01") for name in ("sidste", "frist"))
    goal = max(needed(vector["N"], percent=16), vector["base"] + 15)
    assert between(month, deadline) == vector["maaneder"]
    assert (goal, goal - vector["x"]) == (vector["maal"], vector["mangler"])
    assert per_month(vector["mangler"], vector["maaneder"]) == pytest.approx(vector["netto_pr_md"], abs=1e-4)


def test_no_month_left_gives_no_pace():
    assert per_month(12, 0) is None


@pytest.mark.parametrize(("values", "change"), [
    ([30, 32, 31, 33, 36, 37, 38], 8 / 6), ([None, 30, None, 33, None, None, None], 1.5), ([38, None, 30], -4.0),
    ([None, 30], None), ([None, None], None), ([], None)])
def test_the_net_change_runs_from_the_first_to_the_last_known_month(values, change):
    assert net_change(values) == (pytest.approx(change) if change is not None else None)
