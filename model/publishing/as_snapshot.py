"""An edition as a snapshot, so that the same subjects draw and word it; nothing here knows what is reported now."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.formatting import alphabetical, listing
from model.basics.months import shift
from model.programmes.current import PROGRAMME
from model.programmes.measures import ENDED, PERSONS, SELF_SUPPORTING, TOTAL
from model.publishing.activities import ENQUIRIES, OCCUPANCY, PLACES, TAKEN_OF
from model.publishing.cells import Cell, Key, Line, of_months
from model.publishing.edition import Edition, totals
from model.snapshot.frames import ACTIVITIES, JOBCENTERS, TARGETS
from model.snapshot.release import Outcomes, Release, Room
from model.snapshot.snapshot import Snapshot
from model.store import facts
from model.store.meeting_facts import Written
from model.store.record_facts import COURSE_DAYS
from model.subjects.centres.figures.activity import COUNTED

UPLOAD = 1  # the one that an edition's figures are laid under
NO_TILE = -1
TARGET_COLUMNS = ("id", "part", "scope", "jobcenter", "value", "source")
TARGET_DAYS = ("month", "valid_from", "valid_to")


class _Row(NamedTuple):
    """One row that is told: a unit alone, or those told together. begins, ends: the months it is in the sums."""

    code: str
    name: str
    landsdel: str
    tile: tuple[int, int]
    begins: date
    ends: date


def as_snapshot(edition: Edition, written: Written | None = None, corrected_in: tuple[int, ...] = ()) -> Snapshot:
    """What the edition tells. written: the stories that are published, which are no figures. corrected_in: see
    ``Release``.
    """
    month, published = edition.heading.month, edition.published
    alone = [unit for unit in edition.content["units"] if published.alone(unit["code"], month)]
    line = published.line(month)
    cell = published.cells.get(Key("line", line.units, TOTAL, month, month)) if line else None
    is_told = cell is not None and not cell.withheld
    members = tuple(_in_order(edition, line.units).values()) if line else ()
    shown = {unit["code"] for unit in alone} | set(line.units if line and is_told else ())
    release = Release(
        number=edition.heading.number, made_on=edition.heading.made_on, month=month, members=_members(edition),
        together=members if is_told else (), waiting=() if cell else members,
        left_out=_in_order(edition, edition.names.keys() - shown), names=edition.names,
        outcomes=_outcomes(edition), days={day["code"]: day for day in edition.content["days"]},
        centres=_centres(edition.content["centres"]), room=_room(edition),
        enquiries=_whole(edition, ENQUIRIES), corrected_in=corrected_in, final=edition.final)
    whole = _snapshot(edition, _rows_summed(edition), release, Written())
    public = Release(**{**vars(release), "whole": whole})
    return _snapshot(edition, [_alone(unit, unit["from"], unit["to"]) for unit in alone], public, written or Written())


def _snapshot(edition: Edition, rows: Iterable[_Row], release: Release, written: Written) -> Snapshot:
    return Snapshot(
        figures=_figures(edition), uploads=_uploads(edition), jobcenters=_jobcenters(rows), targets=_targets(edition),
        figures_from=PROGRAMME.figures_from, starts=PROGRAMME.starts, ends=PROGRAMME.ends, data_date=release.made_on,
        programme=edition.programme, course_days=COURSE_DAYS.empty(), activities=ACTIVITIES.empty(), written=written,
        release=release)


def _in_order(edition: Edition, units: Iterable[str]) -> dict[str, str]:
    """Code and name of these, in Danish order of the names."""
    names = {unit: edition.names[unit] for unit in units}
    return dict(sorted(names.items(), key=lambda each: alphabetical(each[1])))


def _codes(edition: Edition) -> dict[Line, str]:
    """The code of the row of those told together: theirs, and from when where the same have been so before."""
    made: dict[Line, str] = {}
    for line in edition.published.lines:
        code = "+".join(line.units)
        made[line] = f"{code} {line.first:%Y-%m}" if code in made.values() else code
    return made


def _members(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    return {code: tuple(_in_order(edition, line.units).values()) for line, code in _codes(edition).items()}


def _rows_summed(edition: Edition) -> list[_Row]:
    """Every row that is in a sum of some month, for the months that it is."""
    published, rows = edition.published, []
    for unit in edition.content["units"]:
        listed = published.listed.get(unit["code"])
        ends = shift(listed, -1) if listed else date.fromisoformat(unit["to"])
        if ends >= date.fromisoformat(unit["compared_from"]):
            rows.append(_alone(unit, unit["compared_from"], ends.isoformat()))
    for line, code in _codes(edition).items():
        name = listing(_in_order(edition, line.units).values())
        rows.append(_Row(code, name, "", (NO_TILE, NO_TILE), line.first, line.last or PROGRAMME.ends))
    return rows


def _alone(unit: Mapping[str, Any], begins: str, ends: str) -> _Row:
    row, column = unit["tile"]
    return _Row(unit["code"], unit["name"], unit["landsdel"], (row, column), date.fromisoformat(begins),
                date.fromisoformat(ends))


def _jobcenters(rows: Iterable[_Row]) -> pd.DataFrame:
    known = sorted(rows)
    frame = pd.DataFrame({
        "name": [row.name for row in known], "landsdel": [row.landsdel for row in known],
        "tile_row": np.array([row.tile[0] for row in known], dtype=np.int64),
        "tile_column": np.array([row.tile[1] for row in known], dtype=np.int64),
        "participates_from": _days(row.begins for row in known), "participates_to": _days(row.ends for row in known)},
        index=pd.Index([row.code for row in known], name="code", dtype=object))
    return frame[JOBCENTERS.names]


def _days(days: Iterable[date | None]) -> NDArray[np.datetime64]:
    return pd.DatetimeIndex(list(days)).astype("datetime64[us]").to_numpy()


def _figures(edition: Edition) -> pd.DataFrame:
    """The months' rows, alone and together, with where their series break."""
    codes = _codes(edition)
    rows = [_figure(_code(key, codes), key.first, key.measure, cell)
            for key, cell in edition.published.cells.items()
            if key.scope in ("unit", "line") and key.measure in (PERSONS, TOTAL)]
    rows += [(each["unit"], date.fromisoformat(f"{each['month']}-01"), each["measure"], None, None, each["text"])
             for each in edition.content["breaks"]]
    rows.sort(key=lambda row: row[:3])
    names = ("jobcenter", "month", "measure", "value", "mark", "text")
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    same = [UPLOAD] * len(rows)
    return facts.typed({**columns, "upload_id": same, "first_upload": same, "corrected": [False] * len(rows)})


def _code(key: Key, codes: Mapping[Line, str]) -> str:
    if key.scope == "unit":
        return key.units[0]
    mine = [line for line in codes if line.units == key.units]
    return codes[next((line for line in mine if line.covers(key.first)), mine[-1])]


def _figure(code: str, month: date, measure: str, cell: Cell) -> tuple[str, date, str, int | None, str | None, None]:
    return code, month, measure, cell.value, "hidden" if cell.withheld else None, None


def _uploads(edition: Edition) -> pd.DataFrame:
    """One line that all figures are under: when the edition was made, and whether they are invented."""
    row = dict.fromkeys(facts.UPLOADS.names) | {
        "id": UPLOAD, "programme": edition.programme, "dataset": "",
        "source": "sample" if edition.heading.sample else "file", "file_name": "",
        "sha256": "", "received_at": edition.heading.made_at.astimezone(UTC), "received_by": "", "reasons": "",
        "counts": {}, "problems": [], "without": [], "corrections": [], "mended": "", "stands": True}
    return facts.uploads_of([tuple(row.values())])


def _targets(edition: Edition) -> pd.DataFrame:
    rows = edition.content["targets"]
    columns = {name: pd.Series([row[name] for row in rows], dtype=object) for name in TARGET_COLUMNS}
    days = {name: pd.Series([row[name] and date.fromisoformat(row[name]) for row in rows], dtype=object)
            for name in TARGET_DAYS}
    made_at = pd.Series([edition.heading.made_at.astimezone(UTC)] * len(rows), dtype=object)
    silent = {name: pd.Series([""] * len(rows), dtype=object) for name in ("reason", "recorded_by")}
    return pd.DataFrame({**columns, **days, **silent, "recorded_at": made_at})[TARGETS.names]


def _outcomes(edition: Edition) -> dict[str | None, tuple[Outcomes, ...]]:
    """By row, and of the region the sums over the rows told at the same half-year."""
    made, codes = dict[str | None, tuple[Outcomes, ...]](), _codes(edition)
    for key, cell in sorted(edition.published.cells.items(), key=lambda each: each[0].last):
        if key.scope in ("unit", "line") and key.measure == ENDED:
            outcome, code = edition.published.value(key.of(SELF_SUPPORTING)), _code(key, codes)
            made[code] = (*made.get(code, ()), Outcomes(cell.value, outcome, key.first, key.last))
    summed = totals(edition, (ENDED, SELF_SUPPORTING))
    regional = tuple(Outcomes(value, summed[SELF_SUPPORTING, end][0], PROGRAMME.starts, end, len(units),
                              tuple(_in_order(edition, edition.names.keys() - set(units)).values()))
                     for (measure, end), (value, units) in sorted(summed.items(), key=lambda each: each[0][1])
                     if measure == ENDED)
    return {**made, None: regional}


def _centres(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    published = list(rows)
    return pd.DataFrame({
        "month": _days(date.fromisoformat(f"{row['month']}-01") for row in published),
        **{name: np.array([row[name] for row in published], dtype=np.int64) for name in COUNTED}})


def _whole(edition: Edition, measure: str) -> dict[date, int]:
    """What is told of the whole by month; without those withheld."""
    return {key.first: cell.value for key, cell in of_months(edition.published, "whole", measure)
            if cell.value is not None}


def _room(edition: Edition) -> dict[date, Room]:
    places, counted, percent = (_whole(edition, measure) for measure in (PLACES, TAKEN_OF, OCCUPANCY))
    withheld = {key.first for key, cell in of_months(edition.published, "whole", OCCUPANCY) if cell.withheld}
    return {month: Room(places.get(month), counted.get(month), percent.get(month), month in withheld)
            for month in sorted({*places, *counted})}
