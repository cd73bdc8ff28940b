"""A sign-in as somebody presents it: what the provider said of them, and whether they are let in by it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from model.access import sign_ins, users
from model.access.viewer import Viewer

LONGEST = timedelta(hours=8)  # that a sign-in lasts, whatever the provider says
SKEW = timedelta(minutes=5)  # that the provider's clock may be ahead


@dataclass(frozen=True)
class SignIn:
    """Who signed in, by which sign-in, and when."""

    subject: str
    nonce: str
    at: datetime

    @property
    def until(self) -> datetime:
        """When it ends by itself."""
        return self.at + LONGEST


def sign_in(claims: Mapping[str, object], claim: str) -> SignIn | None:
    """The sign-in of the provider's claims, of which ``claim`` names the user; None without all it takes."""
    subject, nonce, issued = claims.get(claim), claims.get("nonce"), claims.get("iat")
    if not isinstance(subject, str) or not users.key(subject) or not isinstance(nonce, str) or not nonce:
        return None
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        return None
    try:
        return SignIn(users.key(subject), nonce, datetime.fromtimestamp(issued, UTC))
    except (OverflowError, OSError, ValueError):
        return None


def holds(session: Session, presented: SignIn) -> bool:
    """Whether the sign-in has neither ended nor grown too old; one that is yet to be made does not hold either."""
    now = datetime.now(UTC)
    return presented.at - SKEW <= now < presented.until and not sign_ins.ended(session, presented.nonce)


def viewer(session: Session, presented: SignIn) -> Viewer | None:
    """The one who signed in, with the rights they have now; None where it does not hold or they are not let in."""
    if not holds(session, presented):
        return None
    known = users.viewer(session, presented.subject)
    return known and replace(known, nonce=presented.nonce, until=presented.until)


def again(session: Session, before: Viewer) -> Viewer | None:
    """One who came by a sign-in, with the rights they have now; None where it has ended, or they are not let in."""
    if before.until is not None and datetime.now(UTC) >= before.until:
        return None
    known = None if sign_ins.ended(session, before.nonce) else users.viewer(session, before.subject)
    return known and replace(known, nonce=before.nonce, until=before.until)
