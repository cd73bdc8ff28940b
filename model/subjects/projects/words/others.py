"""What a project has reported besides, as a table."""

import pandas as pd

from model.basics.formatting import day, number
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.others import others

HEADING, LINE = "Andet, der er indberettet", "Det, som ingen milepæl og intet andet mål i planen handler om."
HIDDEN = "skjult"


def others_table(snapshot: Snapshot, project: str) -> pd.DataFrame:
    """One row a measure with its newest result; empty where nothing else is reported."""
    return pd.DataFrame([(measure.heading, HIDDEN if stated.value is None else number(stated.value), day(stated.on))
                         for measure, stated in others(snapshot, project)], columns=["Hvad", "Resultat", "Opgjort"])
