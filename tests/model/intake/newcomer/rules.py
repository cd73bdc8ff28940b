"""The rules of the meetings: a network that met has somebody to meet."""

from collections.abc import Iterator

import pandas as pd

from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.ruling import Rules

FEWEST = 2  # companies in a network


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Few who are invited are odd."""
    for record in laid[laid["at"] >= 0].to_dict("records"):
        if record["fresh"] and record["invited"] is not None and record["invited"] < FEWEST:
            yield rows.problem(record["at"], "et netværk er flere virksomheder. Ret tallet, eller skriv hvorfor.",
                               column="invited", severity="advarsel")


RULES = Rules(problems)
