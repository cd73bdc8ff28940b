"""One-time keys: a write that is sent twice is made once, and the same content sent anew is asked about.

A key goes with one form as it was drawn. It is used up in the transaction of the write itself, so a second click, a
lost connection or a second process finds it there.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, Session, SQLModel, col, select

from model.basics.formatting import today


class UsedKey(SQLModel, table=True):
    """A one-time key that has been written with; ``content`` is the digest of what it wrote."""

    __tablename__ = "used_key"
    __table_args__ = (Index("content_of_a_day", "content", "used_on"),)
    key: str = Field(primary_key=True, max_length=64)
    content: str = Field(max_length=64)
    used_on: date
    used_at: datetime


@dataclass(frozen=True)
class Once:
    """What a write brings to be made once. ``content``: see ``digest``.

    ``alone``: the same content with another key on the same day is asked about. Not so where the write's own rules
    refuse it twice, nor when somebody has been asked and says that it is meant a second time.
    """

    key: str
    content: str
    alone: bool = True


class AlreadyWritten(Exception):
    """The very same write has been made; nothing is to be done."""


class PerhapsWritten(Exception):
    """Something like it was written at ``at`` (UTC): is it the same?

    ``other``: the key has been used, for another content; else the same content was written with another key.
    """

    def __init__(self, at: datetime, *, other: bool) -> None:
        super().__init__("perhaps written already")
        self.at, self.other = at, other


def digest(*parts: object) -> str:
    """SHA-256 of what a form says (64 hex digits). The order of a mapping's keys and white space make no difference."""
    return hashlib.sha256(json.dumps(_plain(parts), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, int | float) else str(value)


def begin(session: Session, once: Once) -> None:
    """Raise AlreadyWritten or PerhapsWritten when the key has been used. The session holds the lock on writes."""
    used = session.get(UsedKey, once.key)
    if used is not None:
        raise AlreadyWritten if used.content == once.content else PerhapsWritten(used.used_at, other=True)


def end(session: Session, once: Once) -> None:
    """Use the key up. Raises PerhapsWritten when another key wrote the same content today."""
    now = datetime.now(UTC)
    if once.alone and (before := _same_today(session, once.content)) is not None:
        raise PerhapsWritten(before, other=False)
    session.add(UsedKey(key=once.key, content=once.content, used_on=today(), used_at=now))


def _same_today(session: Session, content: str) -> datetime | None:
    query = select(UsedKey.used_at).where(UsedKey.content == content, UsedKey.used_on == today())
    return session.exec(query.order_by(col(UsedKey.used_at).desc())).first()
