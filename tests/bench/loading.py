"""Row 3: a file of 100,000 figures read, checked, compared and saved, against the same figures without any of that."""

import shutil
import sqlite3
from datetime import date
from io import BytesIO
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from model import database
from model.importing.examine import examine
from model.importing.saving import apply
from model.months import shift, span
from tests.bench import stage
from tests.bench.timing import Row, in_turns, seconds

SIZE = stage.Size(jobcenters=98, months=68)  # × 15 counts = 99,960 figures
TIMES = 5


def row(folder: Path) -> Row:
    """The figures stand already, every tenth with another value, so that the comparison has something to find."""
    months = span(shift(date(2011, 6, 1), 1 - SIZE.months), date(2011, 6, 1))
    content = file_of(months)
    stage.scratch(folder, "before", SIZE).dispose()

    def ours() -> float:
        path = Path(shutil.copy(folder / "before.db", folder / "ours.db"))
        engine = database.create(f"sqlite:///{path}")
        taken = seconds(lambda: load(engine, content))
        engine.dispose()
        return taken

    def floor() -> float:
        return seconds(lambda: bare(content, folder / "floor.db"))

    return Row("file of 100,000 figures: read, check, diff, save", *in_turns(floor, ours, times=TIMES), 2.0)


def file_of(months: list[date]) -> bytes:
    """A semicolon CSV, one row per jobcenter and month with every count; a tenth of the rows differ."""
    frame = stage.plausible(stage.CODES[:SIZE.jobcenters], months)
    frame.loc[::10, "personer_match4"] += 1
    frame = frame.rename(columns={"jobcenter": "kommunekode", "month": "maaned"})
    return frame.assign(maaned=frame["maaned"].str[:7]).to_csv(sep=";", index=False).encode()


def load(engine: Engine, content: bytes) -> None:
    """What the page and the command line do. Raises AssertionError when the file is not accepted whole."""
    report = examine(engine, "alle.csv", content, dataset="maanedstal", today=date(2011, 8, 1))
    assert report.status == "ready", (report.problems[:3], report.question)
    assert sum(report.counts.values()) == SIZE.jobcenters * SIZE.months * SIZE.measures
    apply(engine, report, content=content, by="måling", reason="måling")


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
