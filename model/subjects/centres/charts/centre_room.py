"""The chart of how full the centres are, as the public is told it: in steps, of the whole region alone."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import month_key, month_long, month_short, number
from model.basics.months import shift, span
from model.basics.shares import percent
from model.drawing.chart import Chart, Series
from model.drawing.words import alt_text
from model.programmes.current import FINDINGS
from model.snapshot.release import Room
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_words import TRIAL_OCCUPANCY, movement_source, scope
from model.subjects.centres.figures.activity import YEAR
from model.subjects.centres.words import centre_trials, room_words

HOW_ROOM = (
    "Linjen er besatte pladser i procent af pladserne i de centre, hvor begge tal er oplyst. Procenten er rundet til "
    "nærmeste 5, så små tal ikke kan regnes ud. En måned vises, som den stod, da den blev fortalt første gang. Hvor "
    f"linjen er brudt, er belægningen udeladt eller oplyst af for få.{TRIAL_OCCUPANCY}")
Months = Sequence[tuple[date, Room]]


def room_chart(snapshot: Snapshot, month: date) -> Chart | None:
    """About how many percent of the places are taken over twelve months; None where no month has any."""
    months = span(shift(month, 1 - YEAR), month)
    by_month = [(each, room_words.of(snapshot, each)) for each in months]
    if all(room.percent is None for _, room in by_month):
        return None
    title, period = room_words.title(by_month), f"{month_short(months[0])}–{month_short(months[-1])}"
    return Chart(
        kind="line", title=title, source=movement_source(snapshot, month), how_to_read=HOW_ROOM,
        subtitle=f"{scope(snapshot, None)}, besatte i procent af pladser i virksomhedscentre, i trin på 5, {period}",
        note=" ".join(filter(None, (room_words.sentence(snapshot, month), centre_trials.trial_occupancy()))),
        alt=alt_text("Linjediagram", title, centre_trials.trial_occupancy(), period),
        make_table=partial(_table, by_month), make_data=partial(_data, by_month),
        series=(*trial_line(tuple(months)), _line(by_month, scope(snapshot, None))))


def trial_line(months: tuple[date, ...]) -> tuple[Series, ...]:
    """What the trial found, as a line of its own that looks like no target; none where there was no trial."""
    if FINDINGS is None:
        return ()
    reference, name = FINDINGS.references.occupancy, centre_trials.trial_occupancy_name()
    return (Series(reference.name, "benchmark", months, (reference.percent,) * len(months), (name,) * len(months),
                   label_last=name),)


def _line(by_month: Months, name: str) -> Series:
    newest = [room.percent for _, room in by_month if room.percent is not None][-1]
    return Series(name, "main", tuple(month for month, _ in by_month),
                  tuple(None if room.percent is None else float(room.percent) for _, room in by_month),
                  tuple(f"{month_long(month)}: {room_words.taken(room)}" for month, room in by_month),
                  label_last=f"ca. {percent(newest)}", gaps=tuple(_gap(room) for _, room in by_month))


def _gap(room: Room) -> str:
    """Why a month has no percent."""
    return "udeladt" if room.withheld else "for få oplyst" if room.places is not None else "ikke oplyst"


def _table(by_month: Months) -> pd.DataFrame:
    return pd.DataFrame({
        "Måned": [month_long(month) for month, _ in by_month],
        "Pladser": ["–" if room.places is None else number(room.places) for _, room in by_month],
        "Pladser med oplyst belægning": ["–" if room.counted is None else number(room.counted) for _, room in by_month],
        "Besat, rundet til nærmeste 5": [_gap(room) if room.percent is None else percent(room.percent)
                                         for _, room in by_month]})


def _data(by_month: Months) -> pd.DataFrame:
    columns = {"pladser": [room.places for _, room in by_month],
               "pladser_med_belaegning": [room.counted for _, room in by_month],
               "belaegning_procent": [room.percent for _, room in by_month]}
    return pd.DataFrame({"maaned": [month_key(month) for month, _ in by_month],
                         **{name: pd.array(values, dtype="Int64") for name, values in columns.items()}})
