"""Sign-ins that have ended: a cookie lives on in other tabs and wherever it was copied, so it is looked up here."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, delete

from model.access import log
from model.access.log import Act
from model.access.viewer import Viewer
from model.store import database
from model.store.database import Bind
from model.store.tables.access import SignInEnd

KEPT = timedelta(days=60)  # longer than any cookie lives


def ended(session: Session, nonce: str) -> bool:
    """Whether the sign-in that was made with a nonce has ended."""
    return session.get(SignInEnd, nonce) is not None


def end(engine: Bind, viewer: Viewer, nonce: str) -> None:
    """End a sign-in; one that has ended stays so. Raises DatabaseProblem."""
    with database.beside(engine) as session:
        if ended(session, nonce):
            return
        now = datetime.now(UTC)
        session.exec(delete(SignInEnd).where(col(SignInEnd.ended_at) < now - KEPT))
        session.add(SignInEnd(nonce=nonce, subject=viewer.subject, ended_at=now))
        log.add(session, viewer, Act.SIGNED_OUT, at=now)
