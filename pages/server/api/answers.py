"""What is answered to a program: what a page says, as plain values, and of its own jobcenters alone."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import Engine
from sqlmodel import Session

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics import settings
from model.basics.formatting import month_key
from model.basics.months import last_day
from model.documents.csv_file import COUNTS, danish_csv
from model.documents.marks import loud_marks
from model.programmes.current import PROGRAMME
from model.publishing import editions
from model.publishing.edition import document, summary
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store.database import readable
from model.subjects.goals.figures import coverage
from model.subjects.goals.words.status import figures_json
from model.subjects.reporting.words import reporting
from pages.server.api.fields import Fields
from pages.server.api.refusals import Refused

FIGURE = ("jobcenter", "month", "measure", "value", "mark")


def status(engine: Engine, sender: Viewer, fields: Fields) -> dict[str, Any]:
    """How each of the sender's jobcenters has reported each month, and by when it should. Raises Refused and
    NotAllowed.
    """
    month, own = fields.month(), _own(sender, Action.UPLOAD, fields.jobcenter())
    rights.require(sender, Action.UPLOAD, *own)
    shot = _snapshot(engine, sender)
    _among(shot, month)
    days, states = settings.load().deadline_days, coverage.cells(shot)
    wanted = [month] if month else _months(states)
    return {"programme": PROGRAMME.id, "deadline_days": days, "next_month": month_key(reporting.month_to_load(shot)),
            "sample": shot.sample,
            "jobcenters": [{"code": unit, "name": shot.names[unit],
                            "months": [_month(states, unit, each, days) for each in wanted]}
                           for unit in own]}


def figures(engine: Engine, sender: Viewer, fields: Fields) -> tuple[Snapshot, list[dict[str, Any]]]:
    """The counts of the sender's jobcenters that hold now, taken along, which the log tells. Raises NotAllowed and
    Refused.
    """
    month, code, measure = fields.month(), fields.jobcenter(), fields.measure()
    own = _own(sender, Action.EXPORT, code)
    rights.require(sender, Action.EXPORT, *own)
    shot = _snapshot(engine, sender)
    _among(shot, month)
    wanted = {measure} if measure else set(COUNTS)
    rows = [{name: row[name] for name in FIGURE} for row in figures_json(shot, month=month, jobcenter=code)
            if row["measure"] in wanted and row["jobcenter"] in own]
    log.note(engine, sender, Act.EXPORTED, unit=code or "", about="tal" if month is None else f"tal {month_key(month)}")
    return shot, rows


def figures_csv(shot: Snapshot, rows: Iterable[dict[str, Any]]) -> bytes:
    """The same as a file; its first line says when they are invented."""
    frame = pd.DataFrame(list(rows), columns=list(FIGURE))
    return danish_csv(frame.assign(value=frame["value"].astype("Int64")),
                      first_line=" · ".join(loud_marks(shot)) or None)


def figures_plain(shot: Snapshot, rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The same as plain values."""
    return {"programme": PROGRAMME.id, "sample": shot.sample, "figures": list(rows)}


def every_edition(engine: Engine) -> dict[str, Any]:
    """What has been published, newest first; of what is withdrawn not the note, which may say a figure."""
    with readable(), Session(engine) as session:
        known = editions.headings(session)[::-1]
    return {"editions": [summary(each) | ({"note": ""} if each.withdrawn else {}) for each in known]}


def edition(engine: Engine, number: int) -> dict[str, Any]:
    """Everything that an edition tells. Raises Refused where it is not there, or not any more."""
    with readable(), Session(engine) as session:
        headings = {each.number: each for each in editions.headings(session)}
        if number not in headings:
            raise Refused("not_found", "Der er ingen udgivelse med det nummer.")
        if headings[number].withdrawn is not None:
            raise Refused("withdrawn")
        known = editions.edition(session, number)
    assert known is not None
    return document(known)


def _snapshot(engine: Engine, sender: Viewer) -> Snapshot:
    with readable(), Session(engine) as session:
        return loading.load(session, sender)


def _among(shot: Snapshot, month: date | None) -> None:
    if month is not None and month not in shot.months:
        raise Refused("wrong_field", f"Feltet »month« skal være en måned fra {month_key(shot.months[0])} til "
                                     f"{month_key(shot.months[-1])}.")


def _own(sender: Viewer, action: Action, code: str | None) -> list[str]:
    """The codes that are asked for: one, or every one that the sender may do it for."""
    units = rights.units_of(sender, action)
    every = [unit.code for unit in PROGRAMME.units]
    return [code] if code else every if units is None else [each for each in every if each in units]


def _months(states: pd.DataFrame) -> list[date]:
    """The months of which somebody has reported, or should have."""
    used = states.index[states["state"].ne(coverage.NOT_EXPECTED)].get_level_values("month")
    return [stamp.date() for stamp in sorted(set(used))]


def _month(states: pd.DataFrame, code: str, month: date, days: int | None) -> dict[str, Any]:
    row = states.loc[(code, pd.Timestamp(month))]
    return {"month": month_key(month), "state": row["state"],
            "delivered": None if pd.isna(row["delivered"]) else row["delivered"].date().isoformat(),
            "due": None if days is None else (last_day(month) + timedelta(days=days)).isoformat(),
            "late": None if pd.isna(row["late"]) else bool(row["late"])}
