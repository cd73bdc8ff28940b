"""The chart of occupancy month by month, beside what the trial found."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import month_key, month_long, month_short, number
from model.basics.shares import UNJUDGED, decimals_beside, share
from model.drawing.chart import Chart, Role, Series
from model.drawing.words import alt_text
from model.snapshot.absence import HIDDEN, letter
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.centres.charts import centre_room
from model.subjects.centres.charts.centre_words import HOW_OCCUPANCY, TOLD, occupancy_source, scope
from model.subjects.centres.figures import activity, occupancy
from model.subjects.centres.figures.occupancy import Occupancy
from model.subjects.centres.words import centre_trials
from model.subjects.centres.words import centres as said
from model.subjects.goals.figures.left_out import WHOLE


@remembered
def occupancy_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart | None:
    """Occupied in percent of places over twelve months, a jobcenter's before the region's; None where no month has one.

    The trial's occupancy is a line of its own that looks like no target. An edition tells of the region alone.
    """
    if snapshot.release is not None:
        return centre_room.room_chart(snapshot, month) if code is None else None
    year = activity.year(snapshot, code, month)
    months = occupancy.occupancies(snapshot, code, year.first, year.last)
    if all(each.share is None for each in months):
        return None
    title, period = centre_trials.range_title(months), f"{month_short(year.first)}–{month_short(year.last)}"
    return Chart(
        kind="line", title=title, source=occupancy_source(snapshot, code, month), how_to_read=HOW_OCCUPANCY,
        subtitle=f"{scope(snapshot, code)}, besatte i procent af pladser i virksomhedscentre, {period}",
        note=centre_trials.trial_occupancy(),
        alt=alt_text("Linjediagram", title, centre_trials.trial_occupancy(), period),
        make_table=partial(_table, months), make_data=partial(_data, months),
        series=_series(snapshot, code, months))


def _series(snapshot: Snapshot, code: str | None, by_month: Sequence[Occupancy]) -> tuple[Series, ...]:
    months = tuple(each.month for each in by_month)
    own = _line(by_month, scope(snapshot, code), "main")
    trials = centre_room.trial_line(months)
    if code is None:
        return (*trials, own)
    return (*trials, _line(occupancy.occupancies(snapshot, None, months[0], months[-1]), WHOLE, "context"), own)


def _line(by_month: Sequence[Occupancy], name: str, role: Role) -> Series:
    known = [each for each in by_month if each.share is not None]
    last = _share(known[-1]) if known else None
    return Series(name, role, tuple(each.month for each in by_month), tuple(each.share for each in by_month),
                  tuple(f"{month_long(each.month)}, {name}: {said.taken(each)}" for each in by_month),
                  label_last=last if role == "main" or last is None else name, gaps=tuple(map(_gap, by_month)))


def _share(each: Occupancy) -> str:
    return share(each.occupied or 0, each.counted or 0, target=UNJUDGED)


def _gap(each: Occupancy) -> str:
    """Why a month has no share."""
    if not each.active:
        return "intet center"
    if each.occupied is None:
        return "skjult" if each.absent == HIDDEN else "mangler"
    return f"under {FEWEST} pladser"


def _table(by_month: Sequence[Occupancy]) -> pd.DataFrame:
    least = decimals_beside(each.counted for each in by_month)
    return pd.DataFrame({
        "Måned": [month_long(each.month) for each in by_month],
        "Aktive centre": [number(each.active) for each in by_month],
        "Centre med belægning": [number(each.centres) for each in by_month],
        TOLD: ["–" if not each.active else letter(each.absent) if each.occupied is None
               else said.taken(each, least=least) for each in by_month]})


def _data(by_month: Sequence[Occupancy]) -> pd.DataFrame:
    return pd.DataFrame({
        "maaned": [month_key(each.month) for each in by_month], "aktive_centre": [each.active for each in by_month],
        "centre_med_belaegning": [each.centres for each in by_month],
        "pladser_med_belaegning": pd.array([each.counted for each in by_month], dtype="Int64"),
        "besatte": pd.array([each.occupied for each in by_month], dtype="Int64"),
        "belaegning_procent": [each.share for each in by_month]})
