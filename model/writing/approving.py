"""What a jobcenter says of its own figures: that its manager has seen and approved a month, or takes that back.

It is voluntary and locks nothing. Append-only: an approval is taken back by a row of its own. ``at``, ``once`` and
``engine`` as in ``model.writing.meetings``; ``viewer``: who says so.
"""

from datetime import UTC, date, datetime

from sqlmodel import Session

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import moment, month_key, month_long
from model.basics.free_text import RecordRefused
from model.programmes.current import PROGRAMME
from model.store import approval_facts, database
from model.store.approval_facts import Stated
from model.store.database import Bind
from model.store.once import Once
from model.store.tables.access import Approval, ApprovalWithdrawal
from model.store.tables.base import Jobcenter
from model.writing.meetings import added, writer

OTHERS = ("Tallene for {month} er ændret, siden du så dem. Der er ikke gemt noget. Se dem igen, og godkend dem, hvis "
          "de er rigtige.")
NOTHING = "{name} har ingen tal for {month} at godkende endnu."
ALREADY = "Tallene for {month} er allerede set og godkendt {when} af {by}, og ingen er ændret siden."
GONE = "Der er ingen sådan godkendelse, eller den er allerede taget tilbage."


def approve(engine: Bind, *, jobcenter: str, month: date, seen: str, viewer: Viewer, at: datetime | None = None,
            once: Once | None = None) -> int:
    """Write that the figures of a jobcenter's month have been seen and are approved; the new row's id.

    seen: the digest of the figures that were shown (``approval_facts.digest``). Raises NotAllowed, RecordRefused (also
    where the figures are others by now, or are approved as they are) and what ``database.write`` raises.
    """
    rights.require(viewer, Action.APPROVE, jobcenter)
    who = writer(viewer)
    with database.write(engine, once=once) as session:
        stands = _stands(session, jobcenter, month, at)
        if approval_facts.digest(stands) != seen:
            raise RecordRefused(OTHERS.format(month=month_long(month)))
        _not_twice(session, jobcenter, month, seen)
        when = at or approval_facts.next_moment(session)
        log.add(session, viewer, Act.APPROVED, unit=jobcenter, about=month_key(month), at=when)
        return added(session, Approval(
            jobcenter=jobcenter, month=month, digest=seen, version=database.data_version(session), recorded_at=when,
            recorded_by=who, recorded_subject=viewer.subject))


def withdraw(engine: Bind, approval: int, *, viewer: Viewer, at: datetime | None = None,
             once: Once | None = None) -> None:
    """Write that an approval does not hold after all; earlier ones of the month do not come back by it.

    Raises as ``approve``.
    """
    with database.write(engine, once=once) as session:
        row = session.get(Approval, approval)
        if row is None or row.programme != PROGRAMME.id:
            raise RecordRefused(GONE)
        rights.require(viewer, Action.APPROVE, row.jobcenter)
        who = writer(viewer)
        newest = approval_facts.newest_of(session, row.jobcenter, row.month)
        if newest is None or newest.id != approval:
            raise RecordRefused(GONE)
        when = at or datetime.now(UTC)
        session.add(ApprovalWithdrawal(approval_id=approval, withdrawn_at=when, withdrawn_by=who,
                                       withdrawn_subject=viewer.subject))
        log.add(session, viewer, Act.UNAPPROVED, unit=row.jobcenter, about=month_key(row.month), at=when)


def _stands(session: Session, jobcenter: str, month: date, at: datetime | None) -> list[Stated]:
    """The figures to be approved. Raises RecordRefused where there are none."""
    place = session.get(Jobcenter, jobcenter)
    if place is None:
        raise RecordRefused(f"Jobcenteret »{jobcenter}« findes ikke i regionen.")
    stands = approval_facts.stands(session, jobcenter, month, at=at)
    if not stands:
        raise RecordRefused(NOTHING.format(name=place.name, month=month_long(month)))
    return stands


def _not_twice(session: Session, jobcenter: str, month: date, seen: str) -> None:
    before = approval_facts.newest_of(session, jobcenter, month)
    if before is not None and before.digest == seen:
        raise RecordRefused(ALREADY.format(month=month_long(month), when=moment(before.recorded_at),
                                           by=before.recorded_by))
