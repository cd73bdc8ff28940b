"""What has been published, as it was written down."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session, col, select

from model.programmes.current import PROGRAMME
from model.store.tables.base import Jobcenter
from model.store.tables.editions import EditionCell, EditionMissing, EditionWithdrawal, PublishedEdition


class Published(NamedTuple):
    """One edition's row, with that it is withdrawn where it is."""

    edition: PublishedEdition
    withdrawal: EditionWithdrawal | None


def editions(session: Session, *, programme: str = PROGRAMME.id) -> tuple[Published, ...]:
    """Every edition of a programme, oldest first."""
    rows = session.exec(select(PublishedEdition, EditionWithdrawal).join(EditionWithdrawal, isouter=True)
                        .where(PublishedEdition.programme == programme).order_by(col(PublishedEdition.number))).all()
    return tuple(Published(edition, withdrawal) for edition, withdrawal in rows)


def newest_number(session: Session, *, programme: str = PROGRAMME.id) -> int:
    """The number of the newest edition, withdrawn or not; 0 before the first."""
    return session.exec(select(PublishedEdition.number).where(PublishedEdition.programme == programme)
                        .order_by(col(PublishedEdition.number).desc()).limit(1)).first() or 0


def listed(session: Session, *, programme: str = PROGRAMME.id) -> tuple[str, ...]:
    """The codes of those whom the newest edition tells of with others alone."""
    content = session.exec(select(PublishedEdition.content).where(PublishedEdition.programme == programme)
                           .order_by(col(PublishedEdition.number).desc()).limit(1)).first()
    return tuple(content["listed"]) if content else ()


def names_listed(session: Session, *, programme: str = PROGRAMME.id) -> tuple[str, ...]:
    """The names of those."""
    codes = listed(session, programme=programme)
    return tuple(session.exec(select(Jobcenter.name).where(col(Jobcenter.code).in_(codes))).all())


def withdraw_invented(session: Session, *, by: str, reason: str, at: datetime, programme: str = PROGRAMME.id) -> None:
    """Mark that the editions of invented figures are not shown any more."""
    session.add_all(EditionWithdrawal(edition_id=row.edition.id or 0, withdrawn_at=at, withdrawn_by=by, reason=reason)
                    for row in editions(session, programme=programme) if row.edition.sample and row.withdrawal is None)
    session.flush()


def missing(session: Session, *, programme: str = PROGRAMME.id) -> tuple[int, ...]:
    """The numbers of the editions that were published, and that a restored copy does not know."""
    return tuple(session.exec(select(EditionMissing.number).where(EditionMissing.programme == programme)
                              .order_by(col(EditionMissing.number))))


def cells(session: Session, number: int, *, invented: bool = True,
          programme: str = PROGRAMME.id) -> Iterator[tuple[int, EditionCell]]:
    """What was told up to and including an edition, oldest first: its number, and the cell. invented: of editions of
    invented figures, too.
    """
    own = col(PublishedEdition.sample).in_((False, invented))
    rows = session.exec(
        select(PublishedEdition.number, EditionCell).join(EditionCell)
        .where(PublishedEdition.programme == programme, PublishedEdition.number <= number, own)
        .order_by(col(PublishedEdition.number), *(col(getattr(EditionCell, name)) for name in (
            "scope", "units", "measure", "first", "last")))).all()
    return iter(rows)
