"""Who is let in, and as what. Nothing is changed: a user is as the newest of the rows about them says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, func, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action, NotAllowed
from model.access.viewer import OF_UNITS, Origin, Role, Viewer, role_name
from model.basics.formatting import listing
from model.basics.free_text import RecordRefused, line
from model.basics.settings import MAILBOX
from model.programmes.current import PROGRAMME
from model.store import database
from model.store.database import Bind
from model.store.tables.access import UserState

LONGEST = 200  # characters of each text
OWN_WISH = "eget ønske"


@dataclass(frozen=True)
class User:
    """How somebody is let in. subject: what the provider of sign-ins calls them; function: what is shown of them;
    units: the codes of their own, of the roles that have some; email: where news go, "" for nowhere.
    """

    subject: str
    function: str
    role: Role
    units: frozenset[str] = frozenset()
    email: str = ""
    wants_news: bool = False
    active: bool = True


def key(claim: str) -> str:
    """A subject as it is kept and looked up."""
    return claim.strip().lower()


def by_subject(session: Session, subject: str) -> User | None:
    """How somebody is let in now; None where nobody has ever said, and not active once it has ended."""
    query = select(UserState).where(UserState.subject == key(subject)).order_by(col(UserState.id).desc()).limit(1)
    row = session.exec(query).first()
    return None if row is None else _user(row)


def viewer(session: Session, subject: str, *, origin: Origin = Origin.PAGE) -> Viewer | None:
    """One who has signed in, with the rights they have now; None where they are not let in, or not any more."""
    user = by_subject(session, subject)
    if user is None or not user.active:
        return None
    return Viewer(user.subject, user.function, user.role, user.units, origin)


def listed(session: Session) -> list[User]:
    """Every user as they are now, those too who are not let in any more; by function."""
    newest = select(func.max(UserState.id)).group_by(col(UserState.subject))
    rows = session.exec(select(UserState).where(col(UserState.id).in_(newest)))
    return sorted(map(_user, rows), key=lambda user: (user.function.casefold(), user.subject))


def history(session: Session, subject: str) -> list[UserState]:
    """Everything that was said of somebody's access, newest first."""
    return list(session.exec(select(UserState).where(UserState.subject == key(subject))
                             .order_by(col(UserState.id).desc())))


def record(engine: Bind, viewer: Viewer, user: User, *, reason: str, at: datetime | None = None) -> None:
    """Let somebody in, or change or end how they are let in, from now on.

    Raises NotAllowed, RecordRefused (also for what would leave nobody of the organiser) and DatabaseProblem.
    """
    rights.require(viewer, Action.MANAGE_USERS)
    wanted = _checked(user)
    why = line(reason, asked="Skriv en begrundelse.", longest=LONGEST)
    with database.beside(engine) as session:
        before = by_subject(session, wanted.subject)
        if before == wanted:
            raise RecordRefused("Der er ikke ændret noget i adgangen.")
        if wanted.subject == viewer.subject and not viewer.unrestricted:
            _own(before, wanted)
        _someone_left(session, before, wanted)
        now = at or datetime.now(UTC)
        session.add(UserState(**_columns(wanted), reason=why, recorded_at=now, recorded_by=viewer.function,
                              recorded_subject=viewer.subject))
        log.add(session, viewer, Act.CHANGED_USER, about=_told(wanted), reason=why, at=now)


def turn_news(engine: Bind, viewer: Viewer, *, wanted: bool, at: datetime | None = None) -> None:
    """Turn one's own news by mail on or off, from now on; where they are so already nothing is written.

    Raises NotAllowed for who is no user, RecordRefused where no address is known, and DatabaseProblem.
    """
    with database.beside(engine) as session:
        before = by_subject(session, viewer.subject)
        if before is None or not before.active:
            raise NotAllowed(f"Kun den, der har adgang, kan få nyt på mail. {rights.whom_to_ask('adgang')}")
        if before.wants_news is wanted:
            return
        if wanted and not before.email:
            raise RecordRefused("Der er ikke skrevet en mailadresse til dig på siden Brugere.")
        now = at or datetime.now(UTC)
        session.add(UserState(**_columns(replace(before, wants_news=wanted)), reason=OWN_WISH, recorded_at=now,
                              recorded_by=viewer.function, recorded_subject=viewer.subject))
        log.add(session, viewer, Act.TURNED_NEWS, about="til" if wanted else "fra", at=now)


def _user(row: UserState) -> User:
    return User(row.subject, row.function, Role(row.role), frozenset(row.units), row.email or "", row.wants_news,
                row.active)


def _columns(user: User) -> dict[str, Any]:
    return {"subject": user.subject, "function": user.function, "role": user.role.value, "units": sorted(user.units),
            "email": user.email or None, "wants_news": user.wants_news, "active": user.active}


def _checked(user: User) -> User:
    """The user as they are kept. Raises RecordRefused."""
    subject = key(line(user.subject, asked="Skriv, hvad brugeren hedder hos jeres login.", longest=LONGEST,
                       contact_ok=True))
    function = line(user.function, asked="Skriv brugerens funktion.", longest=LONGEST)
    email = line(user.email, asked="", longest=LONGEST, contact_ok=True)
    if email and not MAILBOX.fullmatch(email):
        raise RecordRefused(f"»{email}« er ikke en mailadresse.")
    if user.wants_news and not email:
        raise RecordRefused("Skriv den mailadresse, nyt skal sendes til.")
    return User(subject, function, user.role, _units(user.role, user.units), email, user.wants_news, user.active)


def _units(role: Role, units: Iterable[str]) -> frozenset[str]:
    wanted, known = frozenset(units), {unit.code for unit in PROGRAMME.units}
    if strangers := sorted(wanted - known):
        raise RecordRefused(f"Der er intet jobcenter med koden {listing(strangers, word='eller')}.")
    if role in OF_UNITS and not wanted:
        raise RecordRefused(f"Vælg de jobcentre, adgangen gælder for. Som {role_name(role)} ser man ellers ikke noget.")
    return wanted if role in OF_UNITS else frozenset()


def _own(before: User | None, wanted: User) -> None:
    """Nobody gives themselves more than they have, nor locks themselves out."""
    if before is None or (before.role, before.units, before.active) != (wanted.role, wanted.units, wanted.active):
        raise RecordRefused("Du kan ikke ændre din egen rolle eller adgang. Bed en anden om det.")


def _someone_left(session: Session, before: User | None, wanted: User) -> None:
    """Refuse what would leave nobody who may do everything."""
    if before is None or not _is_of_region(before) or _is_of_region(wanted):
        return
    if not any(_is_of_region(user) for user in listed(session) if user.subject != wanted.subject):
        raise RecordRefused(f"{before.function} er den sidste med adgang som {role_name(Role.REGION)}. "
                            "Giv en anden den adgang først.")


def _is_of_region(user: User) -> bool:
    return user.active and user.role is Role.REGION


def _told(user: User) -> str:
    """Whom an entry of the log is about, and what they are from now on."""
    return f"{user.subject}: {role_name(user.role) if user.active else 'ingen adgang'}" + (
        f" ({', '.join(sorted(user.units))})" if user.active and user.units else "")
