"""The invented meetings and stories as a whole: that they were loaded, and that they are withdrawn."""

from datetime import UTC, date, datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from model.programmes.current import PROGRAMME
from model.store import facts
from model.store.tables.meetings import DialogueMeeting, Story, WrittenSample


def begun(session: Session, *, programme: str = PROGRAMME.id) -> int:
    """Note that a sample is loaded now; the number its rows carry."""
    row = WrittenSample(programme=programme, loaded_at=datetime.now(UTC))
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def anything(session: Session, *, programme: str = PROGRAMME.id) -> bool:
    """Whether a sample has been loaded, or anybody has written of a meeting or a story."""
    return any(session.exec(select(table.id).where(table.programme == programme).limit(1)).first() is not None
               for table in (WrittenSample, DialogueMeeting, Story))


def withdraw(session: Session, *, by: str, programme: str = PROGRAMME.id) -> None:
    """Mark every sample of the programme that stands as withdrawn; its rows stay, and no reader shows them."""
    for row in session.exec(_standing(programme)):
        row.withdrawn_at, row.withdrawn_by = datetime.now(UTC), by.strip()


def withdrawn(session: Session, *programmes: str, as_of: date | None = None) -> frozenset[int]:
    """The numbers of these programmes' samples (default: the shown one's) that had been withdrawn by the end of
    ``as_of`` (default: now).
    """
    query = select(WrittenSample.id).where(col(WrittenSample.programme).in_(programmes or (PROGRAMME.id,)),
                                           col(WrittenSample.withdrawn_at).is_not(None))
    if as_of is not None:
        query = query.where(col(WrittenSample.withdrawn_at) < facts.end_of(as_of))
    return frozenset(number for number in session.exec(query) if number is not None)


def _standing(programme: str) -> SelectOfScalar[WrittenSample]:
    return select(WrittenSample).where(WrittenSample.programme == programme, col(WrittenSample.withdrawn_at).is_(None))
