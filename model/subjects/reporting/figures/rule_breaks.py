"""Figures that cannot all be right together, as they stand now: worth a call to whoever sent them."""

from typing import Annotated

import numpy as np
import pandas as pd

from model.basics.frames import Schema, day, text
from model.intake.checks import cube
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.known import Known
from model.intake.report import Problem
from model.intake.rules.monthly_figures import Judge
from model.snapshot.columns import places
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot

BREAKS = Schema("one break of a rule, newest month first", (
    text("jobcenter", "its code"), day("month", "its first day"), text("text", "who, when, which counts, in Danish")))
NO_ROW = 0  # a stored figure stands on no row of a spreadsheet, so no message names one


@remembered
def rule_breaks(snapshot: Snapshot) -> Annotated[pd.DataFrame, BREAKS]:
    """Every break of the import's own rules between the current figures.

    The figures are judged as one file would be, so a rule means the same before and after saving. What is not known is
    never compared.
    """
    at, placed = np.flatnonzero(snapshot.figures["text"].isna()), places(snapshot)
    if not len(at):
        return BREAKS.empty()
    counts = snapshot.figures.take(at).reset_index(drop=True).assign(
        jobcenter=pd.Categorical.from_codes(placed.jobcenters[at], placed.codes),
        measure=pd.Categorical.from_codes(placed.measures[at], placed.names))
    stated = counts.assign(kind="unchanged", row=NO_ROW, sheet=None, column="")
    laid = cube.build(stated, counts.iloc[:0], MAANEDSTAL)
    breaks = [_row(problem) for problem in Judge(laid, stated, MAANEDSTAL, _known(snapshot)).all()]
    if not breaks:
        return BREAKS.empty()
    rows = pd.DataFrame(breaks, columns=BREAKS.names).astype({"month": "datetime64[us]"})
    return rows.sort_values(["month", "jobcenter"], ascending=[False, True], kind="stable", ignore_index=True)


def _known(snapshot: Snapshot) -> Known:
    return Known(names=snapshot.jobcenters["name"].to_dict(), landsdele=snapshot.jobcenters["landsdel"].to_dict(),
                 aliases={}, figures_from=snapshot.figures_from, ends=snapshot.ends, profiles={})


def _row(problem: Problem) -> tuple[str | None, pd.Timestamp, str]:
    return problem.jobcenter, pd.Timestamp(problem.month), problem.text
