"""What a new target or baseline would do to goal 1, worked out in memory before it is saved."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd

from model.snapshot.snapshot import Snapshot, remembered
from model.store.tables.base import Target
from model.subjects.goals.figures.effect import effect_sentence, goal_changes

GOAL_2 = "Ændringen gælder Mål 2 og ændrer ikke Mål 1-status for noget jobcenter."


@remembered
def effect_of(snapshot: Snapshot, part: str, *, jobcenter: str | None, value: int | None, month: date | None,
              valid_from: date) -> str:
    """``Ændringen ændrer Mål 1-status for 3 jobcentre: …``, as if the target stood; jobcenter None is the region."""
    if part == "self_supporting":
        return GOAL_2
    after = with_target(snapshot, part, jobcenter=jobcenter, value=value, month=month, valid_from=valid_from)
    return effect_sentence(goal_changes(snapshot, after), after, subject="Ændringen")


def with_target(snapshot: Snapshot, part: str, *, jobcenter: str | None, value: int | None, month: date | None,
                valid_from: date) -> Snapshot:
    """The snapshot with one more target row, the newest recorded; the given one is left as it is."""
    row = Target(part=part, scope="jobcenter" if jobcenter else "regional", jobcenter=jobcenter, value=value,
                 month=month, valid_from=valid_from, source="", reason="", recorded_at=datetime.now(UTC),
                 recorded_by="")
    rows = [*snapshot.targets.to_dict("records"), row.model_dump()]
    return replace(snapshot, targets=pd.DataFrame(rows, columns=snapshot.targets.columns))
