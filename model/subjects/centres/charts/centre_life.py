"""A centre's life, and tables of the register, the kinds of centres and the trials; internal where they name one."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Annotated, Any

import pandas as pd

from model.basics.formatting import capital, day, month_key, month_long, month_short, number, plural
from model.basics.spaces import unbroken
from model.drawing.chart import Chart
from model.drawing.shapes import Columns, ColumnSeries
from model.drawing.words import alt_text
from model.programmes.current import FINDINGS
from model.programmes.findings import Trial
from model.snapshot.absence import absent_words, letter
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_words import occupancy_source
from model.subjects.centres.figures import makeup, register
from model.subjects.centres.figures.register import REGISTER
from model.subjects.centres.words import centres as said
from model.subjects.centres.words.centre_page import STATUS_WORDS

MOST_MONTHS = 24
UNKNOWN = "–"
UNTOLD = "ikke oplyst"
INTERNAL = "Internt: belægningen i en navngiven virksomhed er få personer og må ikke vises uden for netværket."
HOW_LIFE = (
    "Søjlens højde er centrets pladser: det fyldte er besatte, rammen er ubesatte. En skraveret søjle er pladser i en "
    "måned, hvor belægningen ikke er oplyst. Hvor der ingen søjle er, var centret ikke åbent, eller pladserne er ikke "
    "oplyst. De stiplede streger er måneder, hvor centret åbnede igen, lukkede eller blev "
    "generation 2.")


@remembered
def life_chart(snapshot: Snapshot, code: str, name: str, month: date) -> Chart:
    """Places and occupied of one centre month by month, with the days it opened and closed. Raises InternalOnly."""
    rows = register.life(snapshot, code, name, month).tail(MOST_MONTHS)
    months = tuple(stamp.date() for stamp in rows["month"])
    title, place = _title(rows, name), snapshot.jobcenters.loc[code, "name"]
    period = f"{month_short(months[0])}–{month_short(months[-1])}" if months else month_long(month)
    return Chart(
        kind="columns", title=title, subtitle=f"Jobcenter {place}, pladser i {name} måned for måned, {period}",
        source=occupancy_source(snapshot, code, month), note=INTERNAL, how_to_read=HOW_LIFE,
        alt=alt_text("Søjlediagram", title, period),
        make_table=partial(_life_table, rows, months), make_data=partial(_life_data, rows, months),
        shape=Columns(months, _life_series(rows, months), marks=_marks(snapshot, code, name, months)))


def _title(rows: pd.DataFrame, name: str) -> str:
    """The newest month of which both numbers are known."""
    known = rows[rows["occupied"].notna() & rows["places"].notna()]
    if known.empty:
        return f"{name}: belægningen er ikke oplyst"
    last = known.iloc[-1]
    return (f"{name}: {number(int(last['occupied']))} af {plural(int(last['places']), 'plads', 'pladser')} besat i "
            f"{month_long(last['month'].date())}")


def _life_series(rows: pd.DataFrame, months: Sequence[date]) -> tuple[ColumnSeries, ...]:
    taken, free, untold = [], [], []
    for occupied, places in zip(rows["occupied"], rows["places"], strict=True):
        known = not pd.isna(occupied)
        taken.append(int(occupied) if known else None)
        free.append(max(0, int(places) - int(occupied)) if known and not pd.isna(places) else None)
        untold.append(None if known or pd.isna(places) else int(places))
    labels = tuple(f"{month_long(month)}: {_said(row)}"
                   for month, row in zip(months, rows.to_dict("records"), strict=True))
    return (ColumnSeries("Besatte", tuple(taken), labels, tone="main"),
            ColumnSeries("Ubesatte", tuple(free), labels, fill="outlined", tone="main"),
            ColumnSeries("Pladser, belægning ikke oplyst", tuple(untold), labels, fill="hatched", tone="edge"))


def _said(row: Mapping[Hashable, Any]) -> str:
    """»9 af 12 pladser besat«."""
    occupied, places = row["occupied"], row["places"]
    if pd.isna(places):
        unknown = f"pladser {absent_words(row['places_absent'])}"
        return unknown if pd.isna(occupied) else f"{number(int(occupied))} besat, {unknown}"
    whole = plural(int(places), "plads", "pladser")
    if pd.isna(occupied):
        return f"{whole}, belægning {absent_words(row['occupied_absent'])}"
    return f"{number(int(occupied))} af {whole} besat"


def _marks(snapshot: Snapshot, code: str, name: str, months: Sequence[date]) -> tuple[tuple[date, str], ...]:
    """A line in front of the month in which it opened again or changed generation, and after the one it closed in."""
    stays, since = register.stays(snapshot, code, name), register.second_from(snapshot, code, name)
    marks = [(since.replace(day=1), "generation 2")] if since else []
    marks += [(stay.opened.date().replace(day=1), "åbnet igen") for stay in stays.itertuples() if stay.again]
    marks += [(_next(stay.closed.date()), "pause" if stay.pause else "lukket") for stay in stays.itertuples()
              if not pd.isna(stay.closed)]
    return tuple(sorted(mark for mark in marks if mark[0] in months))


def _next(closed: date) -> date:
    return date(closed.year + closed.month // 12, closed.month % 12 + 1, 1)


def _life_table(rows: pd.DataFrame, months: Sequence[date]) -> pd.DataFrame:
    return pd.DataFrame({
        "Måned": [month_long(m) for m in months],
        **{title: [_count(n, is_open=is_open, absent=absent) for n, is_open, absent in
                   zip(rows[name], rows["open"], rows[f"{name}_absent"], strict=True)]
           for title, name in (("Pladser", "places"), ("Besatte", "occupied"))},
        "Status": ["åbent" if is_open else "ikke åbent" for is_open in rows["open"]]})


def _count(value: Any, *, is_open: bool = True, absent: object = None) -> str:
    if not pd.isna(value):
        return number(int(value))
    return letter(absent) if is_open else UNKNOWN


def _life_data(rows: pd.DataFrame, months: Sequence[date]) -> pd.DataFrame:
    return pd.DataFrame({"maaned": [month_key(m) for m in months], "pladser": rows["places"].array,
                         "besatte": rows["occupied"].array, "aabent": rows["open"].to_numpy()})


def stay_lines(snapshot: Snapshot, code: str, name: str) -> list[str]:
    """Every open period of a centre in words, oldest first, and since when it is generation 2. Raises InternalOnly."""
    since = register.second_from(snapshot, code, name)
    return [said.stay(stay.opened.date(), None if pd.isna(stay.closed) else stay.closed.date(),
                      stay.reason if isinstance(stay.reason, str) else None)
            for stay in register.stays(snapshot, code, name).itertuples()] + (
                [said.second_generation(since)] if since else [])


def register_table(rows: Annotated[pd.DataFrame, REGISTER], month: date) -> pd.DataFrame:
    """The register's rows as a reader sees them."""
    when = month_short(month)
    second = {"Generation 2 fra": [UNKNOWN if pd.isna(stamp) else _day(stamp) for stamp in rows["second_from"]]}
    return pd.DataFrame({
        "Center": rows["name"].tolist(), "Jobcenter": rows["place"].tolist(),
        "Status": [STATUS_WORDS[status] for status in rows["status"]],
        "Åbnet": [_day(stamp) for stamp in rows["first"]],
        "Lukket": [_closed(stamp, reason) for stamp, reason in zip(rows["closed"], rows["reason"], strict=True)],
        "Sektor": [_text(s) for s in rows["sector"]], "Branche": [_text(s) for s in rows["industry"]],
        **(second if rows["second_from"].notna().any() else {}),
        "Pladser": [_count(n, absent=absent) for n, absent in zip(rows["places"], rows["places_absent"], strict=True)],
        f"Besatte {when}": [_count(n, is_open=is_active, absent=absent) for n, is_active, absent in
                            zip(rows["occupied"], rows["active"], rows["occupied_absent"], strict=True)]})


def register_data(rows: Annotated[pd.DataFrame, REGISTER]) -> pd.DataFrame:
    """The register's rows for a spreadsheet."""
    return pd.DataFrame({
        "kommunekode": rows["jobcenter"], "jobcenter": rows["place"], "virksomhedscenter": rows["name"],
        "status": rows["status"].map(STATUS_WORDS), "foerst_aabnet": rows["first"], "aabnet": rows["opened"],
        "lukket": rows["closed"],
        "lukkeaarsag": rows["reason"], "sektor": rows["sector"], "branche": rows["industry"],
        "pladser": rows["places"], "besatte": rows["occupied"], "generation": rows["generation"],
        "generation_2_fra": rows["second_from"]})


def _day(stamp: pd.Timestamp) -> str:
    """A day that stays on one line."""
    return unbroken(day(stamp.date()))


def _closed(stamp: pd.Timestamp, reason: object) -> str:
    return UNKNOWN if pd.isna(stamp) else f"{_day(stamp)}: {_text(reason, 'årsag ikke oplyst')}"


def _text(value: object, otherwise: str = UNTOLD) -> str:
    return value if isinstance(value, str) else otherwise


def makeup_table(snapshot: Snapshot, code: str | None, month: date, kind: str) -> pd.DataFrame:
    """Active centres and their places by sector or branch, and where any is of it, how many are generation 2."""
    rows = makeup.makeup(snapshot, code, month, kind)
    heading = {"sector": "Sektor", "industry": "Branche"}[kind]
    second = {"Heraf generation\u00a02": [UNTOLD if pd.isna(n) else number(int(n)) for n in rows["second"]]}
    return pd.DataFrame({heading: [capital(str(w)) for w in rows["what"]],
                         "Aktive centre": [number(int(n)) for n in rows["centres"]],
                         **(second if rows["second"].sum() else {}),
                         "Pladser": [_count(n) for n in rows["places"]]})


def trials_table() -> pd.DataFrame:
    """The trials before the campaign, as printed."""
    trials = list(FINDINGS.trials.values()) if FINDINGS else []
    return pd.DataFrame({
        "Forsøg": [f"{trial.name} {trial.period}" for trial in trials],
        "Jobcentre": [number(trial.jobcenters) for trial in trials],
        "Virksomheder": [_range(trial) for trial in trials],
        "Pladser": [number(trial.places) for trial in trials],
        "Personer": [UNTOLD if trial.persons is None else number(trial.persons) for trial in trials],
        "Personer pr. plads og år": [_per_place(trial) for trial in trials],
        "Målgruppe": [trial.target_group or UNTOLD for trial in trials]})


def references_table() -> pd.DataFrame:
    """What the main trial found, with the words it is printed with."""
    references = FINDINGS.references.every if FINDINGS else ()
    return pd.DataFrame({"Resultat": [each.name for each in references],
                         "Trykt som": [f"»{each.quote}«" for each in references],
                         "Procent": [number(each.percent) for each in references],
                         "Gælder": [each.of for each in references]})


def _range(trial: Trial) -> str:
    fewest, most = trial.enterprises
    return number(fewest) if fewest == most else f"{number(fewest)}–{number(most)}"


def _per_place(trial: Trial) -> str:
    rate = trial.persons_per_place_and_year
    return UNTOLD if rate is None else number(rate, decimals=1)
