"""The register of centres and the life of one of them: internal, since it names companies and counts a few persons."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import pandas as pd

from model.basics.formatting import alphabetical, normalise
from model.basics.frames import Schema, count, day, flag, member, number, text
from model.intake.datasets.centres import CENTRES
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.record_facts import schema
from model.store.tables.activities import CentrePeriod
from model.subjects.centres.figures.generations import generations
from model.subjects.centres.figures.occupancy import CAPACITY, active, capacity
from model.subjects.centres.figures.periods import CENTRE, PERIODS, WITHDRAWN, month_end, open_at, periods, stated


class CentreStatus(StrEnum):
    """Whether a centre is open, and if not whether it means to open again."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


ABSENT = tuple(column for column in CAPACITY.columns if column.name in ("places_absent", "occupied_absent"))
REGISTER = PERIODS.without(
    "pause", "again", "generation_2_from", "generation",
    *(column for column in PERIODS.names if column.endswith("_mark"))).besides(
    day("first", "when its first period began"), number("periods", "how many it has had"),
    day("second_from", "when it became one of the second generation"), count("generation", "on the data date"),
    count("occupied", "in the month"), *ABSENT, flag("active", "in the month"),
    member(CentreStatus, "status", "on the data date"), text("place", "the jobcenter's name"),
    row="one centre, by jobcenter and name")
WITHDRAWALS = schema(CentrePeriod)
LIFE = Schema("one month", (
    day("month", "its first day"), flag("open", "on any day of it"), count("places", "in it"),
    count("occupied", "of them"), *ABSENT))


@remembered
def register(snapshot: Snapshot, month: date) -> Annotated[pd.DataFrame, REGISTER]:
    """Every centre as its last period has it, with its places and occupied in ``month``; of a centre not active in it,
    places as last stated. Raises InternalOnly for the public.
    """
    rows = periods(snapshot)
    last = rows.drop_duplicates(CENTRE, keep="last").reset_index(drop=True)
    counts = rows.groupby(CENTRE).agg(first=("opened", "min"), periods=("opened", "size")).reset_index()
    names = [*CENTRE, "places", "occupied", "places_absent", "occupied_absent", "active"]
    month_rows = active(snapshot, month)[names].rename(columns={"places": "then"})
    last = last.drop(columns=["generation", "generation_2_from"]).merge(generations(snapshot, snapshot.data_date),
                                                                        on=CENTRE)
    centres = last.merge(counts, on=CENTRE).merge(month_rows, on=CENTRE, how="left")
    centres = centres.assign(active=centres["active"].eq(True), status=_statuses(snapshot, centres))
    centres = centres.assign(places=centres["then"].where(centres["active"], centres["places"]),
                             place=snapshot.jobcenters["name"].reindex(centres["jobcenter"]).to_numpy())
    ordered = centres.sort_values(["place", "name"], key=lambda names: names.map(alphabetical), ignore_index=True)
    marks = [name for name in ordered.columns if name.endswith("_mark")]
    return ordered.drop(columns=["then", "pause", "again", *marks])


def _statuses(snapshot: Snapshot, centres: pd.DataFrame) -> pd.Series:
    still = open_at(centres, pd.Timestamp(snapshot.data_date))
    return pd.Series([CentreStatus.OPEN if is_open else CentreStatus.PAUSED if pause else CentreStatus.CLOSED
                      for is_open, pause in zip(still, centres["pause"], strict=True)], centres.index, dtype=object)


def matching(rows: Annotated[pd.DataFrame, REGISTER], *, code: str | None = None, text: str = "",
             status: CentreStatus | None = None, sector: str | None = None) -> Annotated[pd.DataFrame, REGISTER]:
    """The rows of ``register`` that fit: a jobcenter, a status, a sector, and words in name, jobcenter or branch."""
    wanted = normalise(text)
    spoken = [normalise(" ".join(str(part) for part in parts if isinstance(part, str)))
              for parts in zip(rows["name"], rows["place"], rows["industry"], strict=True)]
    fits = pd.Series([wanted in words for words in spoken], index=rows.index, dtype=bool)
    for column, value in (("jobcenter", code), ("status", status), ("sector", sector)):
        fits &= True if value is None else rows[column].eq(value)
    return rows[fits].reset_index(drop=True)


def industries(snapshot: Snapshot) -> list[str]:
    """Every branch that is stated of a centre, in Danish order."""
    return sorted({text for text in periods(snapshot)["industry"] if isinstance(text, str)}, key=alphabetical)


def stays(snapshot: Snapshot, code: str, name: str) -> Annotated[pd.DataFrame, PERIODS]:
    """The open periods of one centre in order: the rows of ``periods``. Raises InternalOnly for the public."""
    rows = periods(snapshot)
    return rows[rows["jobcenter"].eq(code) & rows["name"].eq(name)].reset_index(drop=True)


def withdrawn(snapshot: Snapshot, code: str, name: str) -> Annotated[pd.DataFrame, WITHDRAWALS]:
    """The withdrawn rows of one centre, as ``periods.stated`` has them. Raises InternalOnly for the public."""
    rows = stated(snapshot, CENTRES.name, CentrePeriod)
    return rows[rows["jobcenter"].eq(code) & rows["name"].eq(name) & rows["event"].eq(WITHDRAWN)]


def second_from(snapshot: Snapshot, code: str, name: str) -> date | None:
    """The day the centre became one of the second generation; None where it is not told. Raises InternalOnly."""
    told = stays(snapshot, code, name)["generation_2_from"].dropna()
    return None if told.empty else told.iloc[-1].date()


def is_open(snapshot: Snapshot, code: str, name: str) -> bool:
    """Whether the centre is open on the data date. Raises InternalOnly for the public."""
    return bool(open_at(stays(snapshot, code, name), pd.Timestamp(snapshot.data_date)).any())


def life(snapshot: Snapshot, code: str, name: str, last: date) -> Annotated[pd.DataFrame, LIFE]:
    """One centre from its first opening to ``last``. Places and occupied of a month in which it closed are kept.

    Raises InternalOnly for the public.
    """
    rows = capacity(snapshot)
    mine = rows[rows["jobcenter"].eq(code) & rows["name"].eq(name) & rows["month"].le(month_end(last))]
    if mine.empty:
        return LIFE.empty()
    whole = pd.date_range(mine["month"].min(), pd.Timestamp(last), freq="MS").astype("datetime64[us]")
    laid = mine.drop_duplicates("month", keep="last").set_index("month").reindex(whole)
    return pd.DataFrame({"month": whole, "open": laid["jobcenter"].notna().to_numpy(),
                         "places": laid["places"].array, "occupied": laid["occupied"].array,
                         **{name: laid[name].array for name in ("places_absent", "occupied_absent")}})
