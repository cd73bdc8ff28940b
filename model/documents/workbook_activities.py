"""The workbook's sheet of centres, their places and the hotline: what their charts hold, month by month."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import month_long, parse_month_key
from model.documents.workbook_cells import Percent, Share
from model.drawing.chart import Chart
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centres import movement_chart
from model.subjects.centres.figures import periods
from model.subjects.support.charts.support import months_chart
from model.subjects.support.figures import hotline

NAME, TITLE = "Aktiviteter", "Virksomhedscentre, pladser og hotline måned for måned"
OCCUPANCY = "belaegning_procent"
COLUMNS = {"aabnet": "Centre åbnet", "lukket": "Centre lukket", "aktive": "Aktive centre",
           "pladser_med_belaegning": "Pladser med oplyst belægning", OCCUPANCY: "Besat",
           "henvendelser": "Henvendelser til hotlinen"}
HEAD = ("Måned", *COLUMNS.values())
CENTRES = ("Centre og pladser er regionens i de tolv måneder til og med den viste. Henvendelser er fra hotlinens "
           "første måned.")
STEPS = f"{CENTRES} Belægningen er rundet til nærmeste 5."


def rows(snapshot: Snapshot, month: date) -> list[list[Any]]:
    """A row per month, the oldest first, as COLUMNS has them; what is not known is None."""
    known: dict[str, dict[str, Any]] = {}
    for chart in _charts(snapshot, month):
        for row in chart.data.to_dict("records"):
            known.setdefault(str(row["maaned"]), {}).update({str(name): value for name, value in row.items()})
    public = snapshot.release is not None
    return [[month_long(parse_month_key(key)), *(_taken(row, public=public) if name == OCCUPANCY else
                                                 _count(row.get(name)) for name in COLUMNS)]
            for key, row in sorted(known.items())]


def explained(snapshot: Snapshot) -> str:
    """Which months there are, and for the public how the percent is rounded."""
    return CENTRES if snapshot.release is None else STEPS


def _charts(snapshot: Snapshot, month: date) -> Iterator[Chart]:
    if periods.has_any(snapshot):
        yield movement_chart(snapshot, None, month)
    if (room := occupancy_chart(snapshot, None, month)) is not None:
        yield room
    if not hotline.by_month(snapshot).empty:
        yield months_chart(snapshot)


def _count(value: Any) -> int | None:
    return None if value is None or pd.isna(value) else int(value)


def _taken(row: dict[str, Any], *, public: bool) -> Share | Percent:
    """The share of the places; for the public the percent that it is told, which is no share of counts."""
    if public:
        return Percent(_count(row.get(OCCUPANCY)))
    return Share(_count(row.get("besatte")), _count(row.get("pladser_med_belaegning")), None)
