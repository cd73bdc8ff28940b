"""How far the points of a checklist are, as each was last followed up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from model.basics.frames import plain
from model.intake.datasets.projects import FOLLOWED
from model.programmes.kinds import Point
from model.programmes.projects import PROJECTS, point_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.plan import points_planned

IN_PLACE, HINDERED = "på plads", "hindret"


@dataclass(frozen=True)
class FollowUp:
    """What was said of a point on a day. status: None where it was taken back."""

    on: date
    status: str | None
    responsible: str | None
    plan: str | None
    obstacle: str | None
    counter_measure: str | None
    evidence: str | None


@dataclass(frozen=True)
class Standing:
    """One point with its newest follow-up; None where nothing has been said of it."""

    point: Point
    newest: FollowUp | None

    @property
    def status(self) -> str | None:
        """How far it is; None where that is not known."""
        return self.newest.status if self.newest else None


@remembered
def followed(snapshot: Snapshot, project: str) -> Mapping[str, FollowUp]:
    """By the point's name in files, the newest follow-up of a project's points up to the data date."""
    rows = snapshot.recorded(FOLLOWED.name)
    own = rows[rows["project"] == project].sort_values("on").to_dict("records")
    return {str(row["point"]): _follow_up(row) for row in own if plain(row["on"]) <= snapshot.data_date}  # the newest


def _follow_up(row: Mapping[Any, Any]) -> FollowUp:
    return FollowUp(*(plain(row[name]) for name in FollowUp.__dataclass_fields__))


@remembered
def points(snapshot: Snapshot, project: str) -> tuple[Standing, ...]:
    """The points of a project's checklist in their order; empty for a programme without one."""
    programme, known = PROJECTS[project].programme, followed(snapshot, project)
    return tuple(Standing(point, known.get(point_of(programme, point.number)))
                 for point in points_planned(snapshot, project))


def counts(standing: tuple[Standing, ...]) -> Counter[str | None]:
    """How many points have each status; under None those of which none is known."""
    return Counter(each.status for each in standing)
