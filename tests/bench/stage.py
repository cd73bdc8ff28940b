"""Scratch databases of a chosen size, filled straight into the tables."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
from sqlalchemy import Engine, delete, insert, update
from sqlmodel import Session

from model.basics.months import shift, span
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes.current import PROGRAMME
from model.store import database, seeding
from model.store.tables.base import Campaign, DataVersion, Figure, Jobcenter, JobcenterAlias, Target, Upload

CODES = [str(code) for code in range(101, 199)]  # invented, so that any number of them can be had
PLACES = sorted(unit.code for unit in PROGRAMME.units)  # those of the sample
COUNTS = [field.name for field in MAANEDSTAL.fields if field.kind == "count"]


@dataclass(frozen=True)
class Size:
    """How large a scratch database is: ``stated`` is how many uploads state every figure."""

    jobcenters: int
    months: int
    measures: int = len(COUNTS)
    stated: int = 1

    @property
    def figures(self) -> int:
        """Stored rows."""
        return self.jobcenters * self.months * self.measures * self.stated

    @property
    def uploads(self) -> int:
        """Each states one month."""
        return self.months * self.stated


REGION = Size(jobcenters=19, months=22)
COUNTRY = Size(jobcenters=98, months=60)
DECADES = Size(jobcenters=98, months=240, measures=13)
LOADED = Size(jobcenters=19, months=22, stated=91)  # 2,002 uploads of a month each
MILLION = Size(jobcenters=98, months=240, measures=14, stated=3)


def scratch(folder: Path, name: str, size: Size) -> Engine:
    """A migrated database file with ``size`` plausible figures that all stand."""
    engine = database.create(f"sqlite:///{folder / name}.db")
    seeding.migrate(engine)
    last = date(2011, 6, 1)
    months = span(shift(last, 1 - size.months), last)
    codes = _reference(engine, size.jobcenters, first=months[0])
    with engine.begin() as connection:
        for upload_id, month in enumerate(sorted(months * size.stated), start=1):
            connection.execute(insert(Upload).values(upload(upload_id, shift(month, 1))))
        names = ", ".join(("jobcenter", "month", "measure", "upload_id", "value"))
        connection.exec_driver_sql(f"INSERT INTO {Figure.__tablename__} ({names}) VALUES (?, ?, ?, ?, ?)",
                                   list(rows(codes, months, size).itertuples(index=False, name=None)))
        connection.execute(update(DataVersion).values(n=DataVersion.n + 1))
        connection.exec_driver_sql("ANALYZE")
    return engine


def rows(codes: list[str], months: list[date], size: Size) -> pd.DataFrame:
    """Figures as tuples for the driver: jobcenter, month (ISO), measure, upload_id, value."""
    counts = plausible(codes, months).iloc[:, :2 + size.measures]
    long = counts.melt(["jobcenter", "month"], var_name="measure")
    order = {month: number * size.stated for number, month in enumerate(sorted(month.isoformat() for month in months))}
    copies = [long.assign(upload_id=long["month"].map(order) + copy + 1) for copy in range(size.stated)]
    stated = pd.concat(copies)[["jobcenter", "month", "measure", "upload_id", "value"]]
    return stated.sort_values(["jobcenter", "month", "measure", "upload_id"]).astype(object)


def plausible(codes: list[str], months: list[date]) -> pd.DataFrame:
    """One row per jobcenter and month with every count, obeying the rules: part <= whole, total between its kinds."""
    chance = np.random.default_rng(7)
    size = len(codes) * len(months)
    persons = 400 + np.tile(np.arange(len(codes)) * 3, len(months)) + chance.integers(0, 20, size)
    placements, subsidies, ended = (mean + chance.integers(0, 8, size) for mean in (52, 12, 16))
    stocks = [persons, placements, subsidies, placements + subsidies - 1, subsidies + 8, ended + 1, ended]
    outcomes = [np.full(size, small) for small in (4, 5, 3, 1, 1, 1, 8, 2)]
    columns = dict(zip(COUNTS, [*stocks, *outcomes], strict=True))
    keys = {"jobcenter": np.tile(codes, len(months)), "month": np.repeat([m.isoformat() for m in months], len(codes))}
    return pd.DataFrame({**keys, **columns})


def _reference(engine: Engine, jobcenters: int, *, first: date) -> list[str]:
    """Replace the region by ``jobcenters`` invented ones and let the campaign begin at ``first``; their codes."""
    codes = CODES[:jobcenters]
    with Session(engine) as session, session.begin():
        for table in (JobcenterAlias, Jobcenter):
            session.exec(delete(table))
        for number, code in enumerate(codes):
            session.add(Jobcenter(code=code, name=f"Kommune {code}", landsdel=("Vestjylland", "Østjylland")[number % 2],
                                  tile_row=number // 10, tile_column=number % 10, participates_from=first,
                                  participates_to=date(2011, 6, 1)))
        session.flush()
        session.add_all(JobcenterAlias(alias=f"kommune{code}", code=code) for code in codes)
        session.exec(update(Campaign).values(figures_from=first, starts=shift(first, 1)))
        session.exec(update(Target).values(valid_from=first))
        session.exec(update(Target).where(Target.part == "baseline_month").values(month=first))
    return codes


def upload(upload_id: int, month: date) -> dict[str, object]:
    when = datetime(month.year, month.month, 28, 8, tzinfo=UTC) + timedelta(days=60)
    return {"id": upload_id, "dataset": "maanedstal", "source": "file", "file_name": f"{month:%Y-%m}.csv",
            "sha256": f"{upload_id:064d}", "content": b"", "received_at": when, "received_by": "konsulent",
            "counts": {"new": 1, "changed": 0, "unchanged": 0}, "problems": [], "without": [], "reasons": ""}
