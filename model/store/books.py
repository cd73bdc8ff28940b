"""What is written of every programme of a ledger, read at once and divided by whose it is."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session

from model.store.meeting_facts import MEETING_COLUMNS, Written, WrittenRows, written_of, written_rows
from model.store.tables.meetings import Agreement, AgreementStatus, Story
from model.store.tables.typed import Rows, columns_of

ID, PROGRAMME = map(MEETING_COLUMNS.index, ("id", "programme"))  # in a row of meetings
OF_STORY = columns_of(Story).keys().index("programme")
OF_AGREEMENT, AGREED = map(columns_of(Agreement).keys().index, ("meeting_id", "id"))
OF_STATUS = columns_of(AgreementStatus).keys().index("agreement_id")


def book_rows(session: Session, programmes: tuple[str, ...], *, as_of: date | None = None) -> dict[str, WrittenRows]:
    """By programme everything written of it by the end of ``as_of``, as the tables have it."""
    every = written_rows(session, *programmes, as_of=as_of)
    return {programme: _of(every, programme) for programme in programmes}


def books_of(rows: Mapping[str, WrittenRows]) -> dict[str, Written]:
    """What the rows say, by programme."""
    return {programme: written_of(own) if own.meetings or own.stories else Written()
            for programme, own in rows.items()}


def _of(every: WrittenRows, programme: str) -> WrittenRows:
    meetings = [row for row in every.meetings if row[PROGRAMME] == programme]
    agreements = _hanging(every.agreements, OF_AGREEMENT, {row[ID] for row in meetings})
    return WrittenRows(every.limit, every.gone, [row for row in every.stories if row[OF_STORY] == programme], meetings,
                       agreements, _hanging(every.statuses, OF_STATUS, {row[AGREED] for row in agreements}))


def _hanging(rows: Rows, at: int, above: set[object]) -> Rows:
    return [row for row in rows if row[at] in above]
