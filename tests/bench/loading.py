"""The row on files: 100,000 figures read, checked, compared and saved, against the same figures without any of that."""

import shutil
import sqlite3
from datetime import date
from io import BytesIO
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from model.basics.months import shift, span
from model.intake.examine import examine
from model.intake.saving import apply
from model.store import database
from tests.bench import stage
from tests.bench.timing import Row, compared, seconds
from tests.viewers import named

SIZE = stage.Size(jobcenters=98, months=68)  # × 15 counts = 99,960 figures
TIMES = 5


def rows(folder: Path) -> list[Row]:
    """The figures stand already, every tenth with another value, so that the comparison has something to find."""
    months = span(shift(date(2011, 6, 1), 1 - SIZE.months), date(2011, 6, 1))
    content = file_of(months)
    stage.scratch(folder, "before", SIZE).dispose()

    def ours() -> float:
        return in_a_copy(folder, "before", content, "alle.csv")

    def floor() -> float:
        return seconds(lambda: bare(content, folder / "floor.db"))

    return [compared("file of 100,000 figures: read, check, diff, save", "read_csv, executemany", floor, ours,
                     budget=2.0, times=TIMES)]


def in_a_copy(folder: Path, name: str, content: bytes, file_name: str) -> float:
    """Seconds it takes to check and save a file in a copy of the database ``name``."""
    path = Path(shutil.copy(folder / f"{name}.db", folder / "ours.db"))
    engine = database.create(f"sqlite:///{path}")
    taken = seconds(lambda: load(engine, content, file_name))
    engine.dispose()
    return taken


def file_of(months: list[date]) -> bytes:
    """The figures as a semicolon CSV."""
    return frame_of(months).to_csv(sep=";", index=False).encode()


def frame_of(months: list[date]) -> pd.DataFrame:
    """One row per jobcenter and month with every count; a tenth of the rows differ from those that stand."""
    frame = stage.plausible(stage.CODES[:SIZE.jobcenters], months)
    frame.loc[::10, "personer_match4"] += 1
    frame = frame.rename(columns={"jobcenter": "kommunekode", "month": "maaned"})
    return frame.assign(maaned=frame["maaned"].str[:7])


def load(engine: Engine, content: bytes, file_name: str) -> None:
    """What the page and the command line do. Raises AssertionError when the file is not accepted whole."""
    report = examine(engine, file_name, content, dataset="maanedstal", today=date(2011, 8, 1))
    assert report.status == "ready", (report.problems[:3], report.question)
    assert sum(report.counts.values()) == SIZE.jobcenters * SIZE.months * SIZE.measures
    apply(engine, report, content=content, viewer=named("måling"), reason="måling")


def bare(content: bytes, path: Path) -> None:
    """The floor: pandas reads the file, the driver stores the figures; no checks, no comparison, no original kept."""
    path.unlink(missing_ok=True)
    long = pd.read_csv(BytesIO(content), sep=";").melt(["kommunekode", "maaned"])
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE figure (jobcenter TEXT, month TEXT, measure TEXT, value INTEGER, "
                       "PRIMARY KEY (jobcenter, month, measure)) WITHOUT ROWID")
    figures = long[["kommunekode", "maaned", "variable", "value"]].itertuples(index=False, name=None)
    connection.executemany("INSERT INTO figure VALUES (?, ?, ?, ?)", figures)
    connection.commit()
    connection.close()
