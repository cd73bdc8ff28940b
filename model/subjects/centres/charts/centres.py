"""Charts of virksomhedscentre: opened over closed over active, places round occupied, and why centres closed."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import month_key, month_long, month_short, number, plural
from model.basics.months import span
from model.basics.shares import decimals_beside
from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars, Columns, ColumnSeries
from model.drawing.words import alt_text
from model.snapshot.absence import letter
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_words import (
    HOW_BARS,
    HOW_MOVEMENT,
    TOLD,
    movement_source,
    occupancy_source,
    scope,
)
from model.subjects.centres.figures import activity, makeup, occupancy
from model.subjects.centres.figures.occupancy import Occupancy
from model.subjects.centres.words import centre_trials, room_words
from model.subjects.centres.words import centres as said


@remembered
def movement_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """Opened upwards, closed downwards and active below on the same twelve months; never the net alone."""
    year = activity.year(snapshot, code, month)
    rows = activity.movement(snapshot, code, year.first, year.last)
    months, title = tuple(span(year.first, year.last)), said.movement_title(year)
    period = f"{month_short(year.first)}–{month_short(year.last)}"
    return Chart(
        kind="columns", title=title, subtitle=f"{scope(snapshot, code)}, virksomhedscentre, {period}",
        source=movement_source(snapshot, month), how_to_read=HOW_MOVEMENT,
        note=" ".join(filter(None, (said.movement_note(year), room_words.sentence(snapshot, month)))),
        alt=alt_text("Søjlediagram med linje", title, period,
                     f"{number(year.before)} aktive før, {number(year.active)} til sidst"),
        make_table=partial(_movement_table, rows, months), make_data=partial(_movement_data, rows, months),
        shape=Columns(months, (_opened(rows, months), _closed(rows, months)), line=_active(rows, months),
                      line_title="Aktive centre ved månedens slutning"))


def _opened(rows: pd.DataFrame, months: Sequence[date]) -> ColumnSeries:
    counts = [int(n) for n in rows["opened"]]
    return ColumnSeries("Åbnet", tuple(counts), tuple(f"{month_long(m)}: {plural(n, 'center', 'centre')} åbnet"
                                                      for m, n in zip(months, counts, strict=True)),
                        texts=tuple(f"+{number(n)}" if n else "" for n in counts), signed=True)


def _closed(rows: pd.DataFrame, months: Sequence[date]) -> ColumnSeries:
    counts = [int(n) for n in rows["closed"]]
    labels = tuple(f"{month_long(m)}: {plural(n, 'center', 'centre')} lukket"
                   for m, n in zip(months, counts, strict=True))
    return ColumnSeries("Lukket", tuple(-n for n in counts), labels, fill="hatched",
                        texts=tuple(number(-n) if n else "" for n in counts), signed=True)


def _active(rows: pd.DataFrame, months: Sequence[date]) -> ColumnSeries:
    counts = [int(n) for n in rows["active"]]
    return ColumnSeries("Aktive centre", tuple(counts), tuple(
        f"{month_long(m)}: {plural(n, 'aktivt center', 'aktive centre')}" for m, n in zip(months, counts, strict=True)))


def _movement_table(rows: pd.DataFrame, months: Sequence[date]) -> pd.DataFrame:
    titles = {"before": "Aktive før", "opened": "Åbnet", "again": "heraf genåbnet", "closed": "Lukket",
              "paused": "heraf pause", "active": "Aktive"}
    return pd.DataFrame({"Måned": [month_long(m) for m in months],
                         **{title: [number(int(n)) for n in rows[name]] for name, title in titles.items()},
                         "Status": ["går op" if fits else "går ikke op" for fits in rows["adds_up"]]})


def _movement_data(rows: pd.DataFrame, months: Sequence[date]) -> pd.DataFrame:
    names = {"before": "aktive_foer", "opened": "aabnet", "again": "heraf_genaabnet", "closed": "lukket",
             "paused": "heraf_pause", "active": "aktive"}
    return pd.DataFrame({"maaned": [month_key(m) for m in months],
                         **{name: rows[column].to_numpy() for column, name in names.items()}})


@remembered
def places_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """Places (outlined) round occupied (solid) for each jobcenter, or the one (``code``)."""
    whole = occupancy.occupancy(snapshot, code, month)
    places = [place for place in occupancy.by_jobcenter(snapshot, month) if code in (None, place.code)]
    title = said.occupancy_title(whole)
    return Chart(
        kind="bars", title=title, source=occupancy_source(snapshot, code, month), how_to_read=HOW_BARS,
        subtitle=f"{scope(snapshot, code)}, besatte af {said.counted_places(whole)}, {month_long(month)}: "
                 f"{said.taken(whole)}",
        note=f"{said.told_sentence(whole)} {centre_trials.trial_occupancy()}".strip(),
        alt=alt_text("Vandrette søjler", title, f"{scope(snapshot, code)}: {said.taken(whole)}", month_long(month)),
        make_table=partial(_places_table, places), make_data=partial(_places_data, places, month),
        shape=Bars(tuple(_place_bar(place, _decimals(places)) for place in places if place.active), _most(places)))


def _decimals(usages: Sequence[Occupancy]) -> int:
    """Of the shares, which stand beside each other."""
    return decimals_beside(place.counted for place in usages if place.occupied is not None)


def _place_bar(place: Occupancy, decimals: int) -> Bar:
    """The frame is the places whose occupancy is known; where none is, all known places."""
    known = place.occupied is not None
    outline = place.counted if known else place.places
    over = known and (place.free or 0) < 0
    label = f"{said.taken(place, least=decimals)}{_rest(place)}"
    return Bar(place.name, place.occupied, label, outline=outline, signal=over, code=place.code or "")


def _rest(place: Occupancy) -> str:
    """How many centres the label does not count."""
    if place.occupied is None or not place.untold:
        return ""
    return f" · {plural(place.untold, 'center', 'centre')} ikke oplyst"


def _most(usages: Sequence[Occupancy]) -> float:
    return float(max((n for place in usages for n in (place.places, place.occupied) if n is not None), default=1))


def _places_table(usages: Sequence[Occupancy]) -> pd.DataFrame:
    least = _decimals(usages)
    return pd.DataFrame({
        "Jobcenter": [place.name for place in usages], "Aktive centre": [number(place.active) for place in usages],
        "Pladser": [letter(place.places_absent) if place.active and place.places is None else _count(place.places)
                    for place in usages],
        "Centre med belægning": [number(place.centres) for place in usages],
        TOLD: ["–" if not place.active else said.taken(place, least=least) if place.occupied is not None
              else letter(place.absent)
               for place in usages]})


def _count(value: int | None) -> str:
    return "–" if value is None else number(value)


def _places_data(usages: Sequence[Occupancy], month: date) -> pd.DataFrame:
    counts = {"pladser": [p.places for p in usages], "pladser_med_belaegning": [p.counted for p in usages],
              "besatte": [p.occupied for p in usages]}
    return pd.DataFrame({
        "maaned": month_key(month), "kommunekode": [p.code for p in usages], "jobcenter": [p.name for p in usages],
        "aktive_centre": [p.active for p in usages], "centre_med_belaegning": [p.centres for p in usages],
        **{name: pd.array(values, dtype="Int64") for name, values in counts.items()}})


@remembered
def reasons_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """Why centres closed in twelve months, in the words that were given."""
    year = activity.year(snapshot, code, month)
    rows = makeup.closing_reasons(snapshot, code, year.first, year.last)
    reasons, counts = [str(r) for r in rows["reason"]], [int(n) for n in rows["closed"]]
    title = said.closed_title(list(zip(reasons, counts, strict=True)))
    period = f"{month_short(year.first)}–{month_short(year.last)}"
    return Chart(
        kind="bars", title=title, subtitle=f"{scope(snapshot, code)}, lukninger efter oplyst årsag, {period}",
        source=movement_source(snapshot, month), alt=alt_text("Vandrette søjler", title, period),
        how_to_read="Årsagen er den, der er skrevet, da centret lukkede. En pause tæller som en lukning.",
        make_table=lambda: pd.DataFrame({"Årsag": reasons, "Lukninger": [number(n) for n in counts]}),
        make_data=lambda: pd.DataFrame({"lukkeaarsag": reasons, "lukninger": counts}),
        shape=Bars(tuple(Bar(reason, n, plural(n, "lukning", "lukninger"))
                         for reason, n in zip(reasons, counts, strict=True)), float(max(counts, default=1))))
