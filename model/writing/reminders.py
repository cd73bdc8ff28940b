"""What people write of reminders: that they have sent a jobcenter one, or that it was not sent after all.

Append-only: what was wrong is withdrawn by a line that says so. ``at``, ``seen``, ``once`` and ``engine`` as in
``model.writing.meetings``.
"""

from datetime import date, datetime

from sqlmodel import Session, col, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import local_date, moment, month_key, month_long
from model.basics.free_text import RecordRefused
from model.programmes.current import PROGRAMME
from model.store import database
from model.store.database import Bind
from model.store.once import Once
from model.store.tables.base import Campaign, Jobcenter
from model.store.tables.reminders import Reminder
from model.writing.meetings import added, moment_of, writer


def record_reminder(engine: Bind, *, jobcenter: str, month: date, viewer: Viewer, at: datetime | None = None,
                    seen: int | None = None, once: Once | None = None) -> int:
    """Write that a jobcenter was reminded of a month's figures, and return the new row's id.

    Raises RecordRefused, also where the same was written that day, and what ``database.write`` raises.
    """
    rights.require(viewer, Action.WRITE, jobcenter)
    who, when = writer(viewer), moment_of(at)
    with database.write(engine, seen=seen, once=once) as session:
        place = session.get(Jobcenter, jobcenter)
        if place is None:
            raise RecordRefused(f"Jobcenteret »{jobcenter}« findes ikke i regionen.")
        _within(session, month)
        for row in _standing(session, jobcenter, month):
            if local_date(row.recorded_at) == local_date(when):
                raise RecordRefused(f"Det er allerede noteret, at {place.name} er rykket for {month_long(month)}: "
                                    f"{moment(row.recorded_at)} af {row.recorded_by}.")
        log.add(session, viewer, Act.REMINDED, unit=jobcenter, about=month_key(month))
        return added(session, Reminder(jobcenter=jobcenter, month=month, recorded_by=who, recorded_at=when))


def withdraw_reminder(engine: Bind, reminder: int, *, viewer: Viewer, at: datetime | None = None,
                      seen: int | None = None, once: Once | None = None) -> int:
    """Write that a reminder was not sent after all, and return the new row's id. Raises as ``record_reminder``."""
    who, when = writer(viewer), moment_of(at)
    with database.write(engine, seen=seen, once=once) as session:
        row = session.get(Reminder, reminder)
        if row is None or row.programme != PROGRAMME.id or row not in _standing(session, row.jobcenter, row.month):
            raise RecordRefused("Der er ingen sådan rykker, eller den er allerede taget tilbage.")
        rights.require(viewer, Action.WRITE, row.jobcenter)
        log.add(session, viewer, Act.REMINDED, unit=row.jobcenter, about=f"{month_key(row.month)}: taget tilbage")
        return added(session, Reminder(jobcenter=row.jobcenter, month=row.month, withdraws=row.id, recorded_by=who,
                                       recorded_at=when))


def _standing(session: Session, jobcenter: str, month: date) -> list[Reminder]:
    """The reminders of a month that a jobcenter has had, without those that were taken back."""
    own = select(Reminder).where(Reminder.programme == PROGRAMME.id, Reminder.jobcenter == jobcenter,
                                 Reminder.month == month)
    rows = session.exec(own.order_by(col(Reminder.id))).all()
    withdrawn = {row.withdraws for row in rows}
    return [row for row in rows if row.withdraws is None and row.id not in withdrawn]


def _within(session: Session, month: date) -> None:
    campaign = session.exec(select(Campaign)).one()
    if month.day != 1 or not campaign.figures_from <= month <= campaign.ends:
        raise RecordRefused(f"Vælg en måned fra {month_long(campaign.figures_from)} til {month_long(campaign.ends)}.")
