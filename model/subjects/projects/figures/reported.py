"""What a project has reported: the results of each measure by day, as they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from model.basics.frames import plain
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
    rows = snapshot.recorded(RESULTS.name)
    own = rows[(rows["project"] == project) & (rows["value_mark"] != "missing") & rows["measure"].isin([*MEASURES])]
    stated: dict[str, list[Stated]] = {}
    for row in own.sort_values("on").to_dict("records"):
        on = plain(row["on"])
        if on <= snapshot.data_date:
            stated.setdefault(MEASURES[row["measure"]][1].name, []).append(Stated(on, plain(row["value"])))
    return {measure: tuple(own_results) for measure, own_results in stated.items()}


def newest(stated: Iterable[Stated]) -> Stated | None:
    """The result of the latest day; None where there is none."""
    return max(stated, key=lambda one: one.on, default=None)
