"""What is decided of a jobcenter that closes or is merged into another: beside what was decided, with a reason."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
from sqlalchemy import Engine
from sqlmodel import Session, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import listing, month_key, month_long
from model.basics.free_text import RecordRefused, line
from model.basics.months import shift
from model.store import database, facts, unit_facts
from model.store.once import Once
from model.store.tables.base import Campaign, Jobcenter, Target
from model.store.tables.units import UnitClosing
from model.writing.recording import add_target

LONGEST = 500  # characters of a reason
ASKED = {"reason": "Skriv, hvorfor jobcenteret lukker eller fortsætter.", "by": "Skriv, hvem der har besluttet det."}


@dataclass(frozen=True)
class Closing:
    """The last month that these jobcenters take part in; None: they go on after all.

    receiver: the jobcenter they are merged into. baseline: what its increase is measured from after that, in persons,
    as the sum over all of them; None where the campaign measures no increase.
    """

    codes: Collection[str]
    last_month: date | None
    receiver: str | None = None
    baseline: int | None = None


def record_closing(engine: Engine, closing: Closing, *, reason: str, viewer: Viewer, seen: int | None = None,
                   once: Once | None = None) -> None:
    """Write it beside what was decided before. Figures that were stated stand as they did.

    Raises RecordRefused (also where figures stand for a later month) and what ``database.write`` raises.
    """
    with database.write(engine, seen=seen, once=once) as session:
        _write(session, closing, reason=reason, viewer=viewer)


def check_closing(engine: Engine, closing: Closing, *, reason: str, viewer: Viewer) -> None:
    """Raise what ``record_closing`` would; nothing is written."""
    with database.readable(), Session(engine) as session:
        _checked(session, closing, reason=reason, viewer=viewer)


def _checked(session: Session, closing: Closing, *, reason: str, viewer: Viewer) -> tuple[str, str]:
    """The reason and who decides, as they are recorded."""
    rights.require(viewer, Action.SET_TARGETS)
    why, by = (line(text, asked=asked, longest=LONGEST, contact_ok=True)
               for text, asked in ((reason, ASKED["reason"]), (viewer.function, ASKED["by"])))
    names = dict(session.exec(select(Jobcenter.code, Jobcenter.name)).all())
    _known(closing, names)
    _different(unit_facts.closings(session), closing, names)
    if closing.last_month is not None:
        _month(session.exec(select(Campaign)).one(), closing.last_month)
        _nothing_later(session, closing, names, closing.last_month)
    return why, by


def _write(session: Session, closing: Closing, *, reason: str, viewer: Viewer) -> None:
    why, by = _checked(session, closing, reason=reason, viewer=viewer)
    now, last = datetime.now(UTC), closing.last_month
    for code in sorted(closing.codes):
        session.add(UnitClosing(jobcenter=code, last_month=last, receiver=closing.receiver, reason=why, recorded_at=now,
                                recorded_by=by))
        log.add(session, viewer, Act.CLOSED_UNIT, unit=code, reason=why,
                about=f"til og med {month_key(last)}" if last else "fortsætter")
    if last is not None and closing.receiver and closing.baseline is not None:
        add_target(session, viewer, Target(
            part="baseline_value", scope="jobcenter", jobcenter=closing.receiver, value=closing.baseline,
            valid_from=shift(last, 1), source=f"Summen for de sammenlagte: {listing(sorted(closing.codes))}",
            reason=why, recorded_at=now, recorded_by=by))


def _known(closing: Closing, names: Mapping[str, str]) -> None:
    if not closing.codes:
        raise RecordRefused("Skriv, hvilket jobcenter det drejer sig om.")
    if unknown := {*closing.codes, closing.receiver or min(closing.codes)} - set(names):
        raise RecordRefused(f"Jobcenteret »{min(unknown)}« findes ikke.")
    if closing.receiver in closing.codes:
        raise RecordRefused(f"{names[str(closing.receiver)]} kan ikke lægges sammen med sig selv.")


def _different(closed: Mapping[str, UnitClosing], closing: Closing, names: Mapping[str, str]) -> None:
    if closing.receiver in closed:
        raise RecordRefused(f"{names[str(closing.receiver)]} lukker selv, så intet kan lægges ind under det.")
    later = [row for row in closed.values() if row.receiver and row.receiver == closing.receiver
             and closing.last_month and row.last_month and row.last_month > closing.last_month]
    if later:
        raise RecordRefused(f"{names[later[0].jobcenter]} er lagt ind under {names[str(closing.receiver)]} senere end "
                            "det. Læg jobcentre sammen i den rækkefølge, det skete.")
    into = {row.receiver for code, row in closed.items() if code not in closing.codes}
    if closing.last_month is not None and (receiving := into & set(closing.codes)):
        raise RecordRefused(f"Andre jobcentre er lagt ind under {names[str(min(map(str, receiving)))]}, så det kan "
                            "ikke lukke. Lad dem først fortsætte, eller læg dem ind under et andet.")
    for code in sorted(closing.codes):
        stands = closed.get(code)
        if (stands and stands.last_month, stands and stands.receiver) == (closing.last_month, closing.receiver):
            raise RecordRefused(f"{names[code]}: det er allerede sådan.")


def _month(campaign: Campaign, last: date) -> None:
    if last.day != 1 or not campaign.figures_from <= last < campaign.ends:
        raise RecordRefused(f"Den sidste måned skal ligge fra {month_long(campaign.figures_from)} til "
                            f"{month_long(shift(campaign.ends, -1))}.")


def _nothing_later(session: Session, closing: Closing, names: Mapping[str, str], last: date) -> None:
    """Figures of a month that the jobcenter takes no part in would stand and count nowhere."""
    for code in sorted(closing.codes):
        stated = facts.figures(session, jobcenter=code)
        later = stated.loc[stated["month"].gt(pd.Timestamp(last)) & stated["mark"].ne("missing"), "month"]
        if not later.empty:
            raise RecordRefused(f"Der står tal for {names[code]} i {month_long(later.max().date())}. Fortryd dem "
                                "først, eller vælg en senere måned.")
