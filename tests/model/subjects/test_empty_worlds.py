"""Whatever a page or a document reckons out or says can be reckoned and said of a world with nothing in it.

The functions are found, not listed: every public one of the indicators and the charts that takes a snapshot, and every
one that takes what those give. One with an argument that has no answer here is a failure too.
"""

from contextlib import nullcontext, suppress
from functools import partial
from typing import Any

import pytest

from model.drawing.chart import Chart
from model.snapshot.snapshot import InternalOnly, Snapshot
from model.subjects.goals.figures.coverage import default_month
from tests.model import frames
from tests.model.empty_worlds import WORLDS
from tests.model.publishing.first import published
from tests.model.subjects.asking import answers, asked_of, asked_of_a_snapshot

PLACES = ("model.snapshot", "model.subjects", "model.publishing")  # where results are made
TOLD_ALIKE = ("one month", "all hidden", "all missing")  # without a baseline the public is told of nobody: »nothing«

UNLIKE = [("nothing", "internal"), ("one jobcenter", "internal"), ("all hidden after the baseline", "internal"),
          ("after the end", "internal"), ("nothing", "public"), ("one jobcenter", "public")]


def held_by(make: Any) -> bool:
    """Whether what makes a chart's table holds a snapshot, in what it is given or in what it closes over."""
    if isinstance(make, partial):
        return any(map(held_by, (make.func, *make.args, *make.keywords.values())))
    cells = getattr(make, "__closure__", None) or ()
    return isinstance(make, Snapshot) or any(held_by(cell.cell_contents) for cell in cells)


@pytest.mark.parametrize(("name", "audience"), [
    pytest.param(name, audience, marks=() if (name, audience) in UNLIKE else pytest.mark.long)
    for audience, names in (("internal", WORLDS), ("public", [name for name in WORLDS if name not in TOLD_ALIKE]))
    for name in names])
def test_everything_that_can_be_asked_has_an_answer(name, audience):
    internal = WORLDS[name]()
    world = internal if audience == "internal" else published(internal)
    month = world.ends if name == "after the end" else default_month(world) or world.starts
    made: dict[type, Any] = {}
    charts: list[Chart] = []
    for each, wanted in asked_of_a_snapshot().items():
        schema = frames.returned(each)
        with suppress(InternalOnly) if audience == "public" else nullcontext():
            for answer in answers(each, wanted, world, month):
                made[type(answer)] = answer
                charts += [answer] if isinstance(answer, Chart) else []
                assert schema is None or frames.faults(answer, schema) == [], each
    for chart in charts:
        assert not any(map(held_by, (chart.make_table, chart.make_data))), f"{chart.title}: made of a snapshot later"
        assert chart.table is chart.table and chart.data is chart.data
    for kind in made.keys() - {Snapshot}:
        for each in asked_of(kind) if kind.__module__.startswith(PLACES) else ():
            each(made[kind])
