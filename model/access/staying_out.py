"""Who is out stays out when an older copy of the database is put back: it may still let them in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, select

from model.access import users
from model.access.users import User
from model.store.tables.access import SenderToken, SenderTokenEnd, SignInEnd, UserState

AGAIN = "fratages igen efter gendannelse af en ældre sikkerhedskopi"
BY = "gendannelse"


@dataclass(frozen=True)
class Out:
    """The users whose access has ended, the sign-ins that have, and the tokens that are not taken any more."""

    users: tuple[User, ...]
    sign_ins: tuple[tuple[str, str, datetime], ...]  # nonce, subject and when
    tokens: tuple[tuple[str, datetime], ...]  # sha256 and when


def now(session: Session) -> Out:
    """Everybody and everything that is out."""
    ends = session.exec(select(SignInEnd)).all()
    tokens = session.exec(select(SenderToken.sha256, SenderTokenEnd.ended_at).join(SenderTokenEnd)).all()
    return Out(tuple(user for user in users.listed(session) if not user.active),
               tuple((end.nonce, end.subject, end.ended_at) for end in ends), tuple((sha, at) for sha, at in tokens))


def keep(session: Session, out: Out) -> None:
    """Write down anew what the rows that stand now know nothing of."""
    at = datetime.now(UTC)
    for user in out.users:
        known = users.by_subject(session, user.subject)
        if known is not None and known.active:
            session.add(UserState(subject=user.subject, function=user.function, role=user.role.value,
                                  units=sorted(user.units), active=False, reason=AGAIN, recorded_at=at,
                                  recorded_by=BY, recorded_subject=BY))
    ended = set(session.exec(select(SignInEnd.nonce)))
    session.add_all(SignInEnd(nonce=nonce, subject=subject, ended_at=when)
                    for nonce, subject, when in out.sign_ins if nonce not in ended)
    _tokens(session, dict(out.tokens))
    session.flush()


def _tokens(session: Session, ended: dict[str, datetime]) -> None:
    gone: Collection[int] = set(session.exec(select(SenderTokenEnd.token_id)))
    for token in session.exec(select(SenderToken)):
        if token.sha256 in ended and token.id is not None and token.id not in gone:
            session.add(SenderTokenEnd(token_id=token.id, ended_at=ended[token.sha256], ended_by=BY, ended_subject=BY))
