"""What people write of klynger: which jobcenters are in one, beside what was written before, with a reason."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlmodel import Session, col, func, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.free_text import RecordRefused, line
from model.programmes.current import PROGRAMME
from model.store import database
from model.store.once import Once
from model.store.tables.base import Jobcenter
from model.store.tables.peers import PeerGroup

LONGEST_NAME, LONGEST_REASON = 40, 500  # characters
FEWEST = 2  # jobcenters in a klynge
ASKED = {"name": "Skriv, hvad klyngen hedder.", "reason": "Skriv, hvorfor jobcentrene hører sammen.",
         "by": "Skriv, hvem der ændrer klyngen."}


def record_peers(engine: Engine, *, name: str, jobcenters: Iterable[str], reason: str, viewer: Viewer,
                 number: int | None = None, seen: int | None = None, once: Once | None = None) -> int:
    """Write a klynge as it is from now on beside what it was, and return its number; None makes a new one.

    No ``jobcenters`` says that a klynge is no more. Raises RecordRefused (also when nothing is different) and
    what ``database.write`` raises (``seen``, ``once``).
    """
    rights.require(viewer, Action.PLAN)
    name, reason, by = (line(text, asked=asked, longest=longest, contact_ok=True) for text, asked, longest in (
        (name, ASKED["name"], LONGEST_NAME), (reason, ASKED["reason"], LONGEST_REASON),
        (viewer.function, ASKED["by"], LONGEST_REASON)))
    codes = sorted(set(jobcenters))
    with database.write(engine, seen=seen, once=once) as session:
        _members(session, codes, new=number is None)
        newest = standing(session)
        _different(newest, number, name, codes)
        found = max(newest, default=0) + 1 if number is None else number
        session.add(PeerGroup(number=found, name=name, jobcenters=codes, reason=reason, recorded_by=by,
                              recorded_at=datetime.now(UTC)))
        log.add(session, viewer, Act.GROUPED, about=f"klynge nr. {found}", reason=reason)
        return found


def standing(session: Session) -> dict[int, PeerGroup]:
    """The newest row of every number, also of klynger that are no more."""
    newest = select(func.max(PeerGroup.id)).where(PeerGroup.programme == PROGRAMME.id).group_by(col(PeerGroup.number))
    return {row.number: row for row in session.exec(select(PeerGroup).where(col(PeerGroup.id).in_(newest)))}


def _members(session: Session, codes: Sequence[str], *, new: bool) -> None:
    known: set[str] = set(session.exec(select(Jobcenter.code)).all())
    unknown = set(codes) - known
    if unknown:
        raise RecordRefused(f"Jobcenteret »{min(unknown)}« findes ikke i regionen.")
    if (new or codes) and len(codes) < FEWEST:
        raise RecordRefused(f"Vælg mindst {FEWEST} jobcentre til klyngen.")


def _different(newest: dict[int, PeerGroup], number: int | None, name: str, codes: Sequence[str]) -> None:
    if number is not None and number not in newest:
        raise RecordRefused(f"Der er ingen klynge nr. {number}.")
    others = [row for at, row in newest.items() if at != number and row.jobcenters]
    if codes and name.casefold() in [row.name.casefold() for row in others]:
        raise RecordRefused(f"Der er allerede en klynge, der hedder »{name}«.")
    if number is not None and (newest[number].name, newest[number].jobcenters) == (name, codes):
        raise RecordRefused("Der er ikke ændret noget i klyngen.")
