"""What has been published, as it was written down."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlmodel import Session, col, func, select

from model.programmes.current import PROGRAMME
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


def counts(session: Session, *, programme: str = PROGRAMME.id) -> dict[int, int]:
    """How many numbers each edition tells for the first time or anew, by its number."""
    rows = session.exec(select(PublishedEdition.number, func.count(col(EditionCell.value))).join(EditionCell)
                        .where(PublishedEdition.programme == programme).group_by(col(PublishedEdition.number))).all()
    return dict(rows)


def listed(session: Session, *, programme: str = PROGRAMME.id) -> tuple[str, ...]:
    """The codes of those whom the newest edition tells of with others alone."""
    content = session.exec(select(PublishedEdition.content).where(PublishedEdition.programme == programme)
                           .order_by(col(PublishedEdition.number).desc()).limit(1)).first()
    return tuple(content["listed"]) if content else ()


def missing(session: Session, *, programme: str = PROGRAMME.id) -> tuple[int, ...]:
    """The numbers of the editions that were published, and that a restored copy does not know."""
    return tuple(session.exec(select(EditionMissing.number).where(EditionMissing.programme == programme)
                              .order_by(col(EditionMissing.number))))


def cells(session: Session, number: int, *, programme: str = PROGRAMME.id) -> Iterator[tuple[int, EditionCell]]:
    """What was told up to and including an edition, oldest first: its number, and the cell."""
    rows = session.exec(
        select(PublishedEdition.number, EditionCell).join(EditionCell)
        .where(PublishedEdition.programme == programme, PublishedEdition.number <= number)
        .order_by(col(PublishedEdition.number), *(col(getattr(EditionCell, name)) for name in (
            "scope", "units", "measure", "first", "last")))).all()
    return iter(rows)
