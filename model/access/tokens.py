"""Tokens of programs that send figures: shown once when they are made, kept as a hash, and looked up at every call."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.users import LONGEST
from model.access.viewer import Origin, Role, Viewer
from model.basics.formatting import listing
from model.basics.free_text import RecordRefused, line
from model.programmes.current import PROGRAMME
from model.store import database
from model.store.database import Bind
from model.store.tables.access import SenderToken, SenderTokenEnd

BEGINS = "fremdrift_"  # so that one that has been left somewhere is known for what it is
RANDOM = 32  # bytes of it that nobody can guess


@dataclass(frozen=True)
class Token:
    """A token as it is known: by everything but itself. name: of the program; function: shown of what it sends; units:
    the codes it may send and fetch for.
    """

    id: int
    name: str
    function: str
    units: frozenset[str]
    made_at: datetime
    ended_at: datetime | None = None

    @property
    def subject(self) -> str:
        """How the log names whoever shows it."""
        return f"afsendernøgle {self.id}"


def make(engine: Bind, viewer: Viewer, *, name: str, function: str, units: Collection[str],
         reason: str) -> tuple[Token, str]:
    """Make a token: as it is known, and itself, which is kept nowhere.

    Raises NotAllowed, RecordRefused and DatabaseProblem.
    """
    rights.require(viewer, Action.MANAGE_USERS)
    called = line(name, asked="Skriv, hvilket program nøglen er til.", longest=LONGEST)
    shown = line(function, asked="Skriv afsenderens funktion.", longest=LONGEST)
    why = line(reason, asked="Skriv en begrundelse.", longest=LONGEST)
    codes, made, now = _units(units), f"{BEGINS}{secrets.token_urlsafe(RANDOM)}", datetime.now(UTC)
    with database.beside(engine) as session:
        row = SenderToken(name=called, sha256=_digest(made), function=shown, units=codes, recorded_at=now,
                          recorded_by=viewer.function, recorded_subject=viewer.subject)
        session.add(row)
        session.flush()
        token = _token(row, None)
        log.add(session, viewer, Act.CHANGED_TOKEN, about=f"nr. {token.id}: givet ({', '.join(codes)})", reason=why,
                at=now)
    return token, made


def end(engine: Bind, viewer: Viewer, number: int, *, reason: str) -> Token:
    """Let a token be taken no more, from its next call on. Raises NotAllowed, RecordRefused and DatabaseProblem."""
    rights.require(viewer, Action.MANAGE_USERS)
    why = line(reason, asked="Skriv en begrundelse.", longest=LONGEST)
    with database.beside(engine) as session:
        token = next((each for each in listed(session) if each.id == number), None)
        if token is None:
            raise RecordRefused(f"Der er ingen afsendernøgle nr. {number}.")
        if token.ended_at is not None:
            raise RecordRefused(f"Afsendernøgle nr. {number} gælder ikke mere.")
        now = datetime.now(UTC)
        session.add(SenderTokenEnd(token_id=number, ended_at=now, ended_by=viewer.function,
                                   ended_subject=viewer.subject))
        log.add(session, viewer, Act.CHANGED_TOKEN, about=f"nr. {number}: frataget", reason=why, at=now)
    return token


def listed(session: Session) -> list[Token]:
    """Every token of the shown programme, oldest first, those too that are taken no more."""
    query = select(SenderToken, SenderTokenEnd.ended_at).join(SenderTokenEnd, isouter=True)
    rows = session.exec(query.where(SenderToken.programme == PROGRAMME.id).order_by(col(SenderToken.id)))
    return [_token(row, ended) for row, ended in rows]


def viewer(session: Session, shown: str) -> Viewer | None:
    """Who shows a token, with the rights it gives now; None where it is none, or not any more."""
    query = select(SenderToken, SenderTokenEnd.ended_at).join(SenderTokenEnd, isouter=True)
    row = session.exec(query.where(SenderToken.programme == PROGRAMME.id, SenderToken.sha256 == _digest(shown))).first()
    if row is None or row[1] is not None:
        return None
    token = _token(*row)
    return Viewer(token.subject, token.function, Role.CONSULTANT, token.units, Origin.SENDER)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _token(row: SenderToken, ended: datetime | None) -> Token:
    assert row.id is not None
    return Token(row.id, row.name, row.function, frozenset(row.units), row.recorded_at, ended)


def _units(units: Collection[str]) -> list[str]:
    if strangers := sorted(set(units) - {unit.code for unit in PROGRAMME.units}):
        raise RecordRefused(f"Der er intet jobcenter med koden {listing(strangers, word='eller')}.")
    if not units:
        raise RecordRefused("Vælg de jobcentre, nøglen gælder for.")
    return sorted(set(units))
