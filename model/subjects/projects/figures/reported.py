"""What a project has reported: the results of each measure by day, as they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.intake.datasets.projects import RESULTS
from model.programmes.projects import MEASURES
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot


@dataclass(frozen=True)
class Stated:
    """What stands of a measure on a day. value: None where the sender withheld it (hidden)."""

    on: date
    value: int | None

    @property
    def hidden(self) -> bool:
        """Whether there is a number that is not shown."""
        return self.value is None


@remembered
def results(snapshot: Snapshot, project: str) -> Mapping[str, tuple[Stated, ...]]:
    """By the measure's name in its programme, every stated result of a project up to the data date, oldest first.

    What was taken back is not among them: nothing is known of it. Neither is what no declaration knows by its name.
    """
    return {measure: tuple(own) for measure, own in _by_project(snapshot).get(project, {}).items()}


@remembered
def _by_project(snapshot: Snapshot) -> Mapping[str, Mapping[str, list[Stated]]]:
    """Of every project at once: each would else go through the rows of all the others."""
    rows = snapshot.recorded(RESULTS.name)
    known = (rows["value_mark"] != "missing") & rows["measure"].isin([*MEASURES])
    own = rows[known & rows["on"].le(pd.Timestamp(snapshot.data_date))].sort_values("on", kind="stable")
    stated: dict[str, dict[str, list[Stated]]] = {}
    columns = own["project"], own["measure"], own["on"].dt.date, own["value"].astype(object)
    for project, measure, on, value in zip(*columns, strict=True):
        of_measure = stated.setdefault(project, {}).setdefault(MEASURES[measure][1].name, [])
        of_measure.append(Stated(on, None if value is pd.NA else int(value)))
    return stated


def newest(stated: Iterable[Stated]) -> Stated | None:
    """The result of the latest day; None where there is none."""
    return max(stated, key=lambda one: one.on, default=None)
