"""Writes the invented meetings, stories and approvals as people would have: in the order they happened, on the figures
of the day.

All of it is one transaction: a load that is cut off leaves nothing, and of two at the same moment one waits and finds
the other's.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from model.access.viewer import invented
from model.sample import book
from model.store import approval_facts, database, written_samples
from model.store.tables.meetings import DRAFT, PUBLISHED
from model.subjects.meetings.figures.agenda import Agenda, to_data
from model.writing import agreements, approving, meetings, stories

Act = tuple[datetime, Callable[[], object]]
Show = Callable[[Connection, book.Meeting, int], Agenda]  # the meeting of that number, as it is when it is asked for


def write(engine: Engine, *, show: Show | None = None) -> bool:
    """Write the sample where no sample has been written and nobody has written anything; False otherwise.

    ``show``: what a meeting shows; unless given, what lies in the sample's files. Raises RecordRefused for a text
    or a day that will not do, and ``database.DatabaseProblem``; nothing is kept then.
    """
    with database.readable(), engine.begin() as connection:
        with database.write(connection) as session:  # its first statement makes others wait
            if written_samples.anything(session):
                return False
            number = written_samples.begun(session)
        stage = _Stage(connection, number, show or _stored())
        acts = [act for told in book.meetings() for act in _Meeting(stage, told).acts()]
        acts += [act for told in book.stories() for act in _story(stage, told)]
        acts += [(told.at, partial(_approve, stage, told)) for told in book.approvals()]
        for _, act in sorted(acts, key=itemgetter(0)):
            act()
    return True


def _stored() -> Show:
    found = book.shown()
    return lambda connection, told, number: found[told.unit, told.held_on]


class _Stage(NamedTuple):
    """What every act needs: the transaction, the sample's number and what the meetings show."""

    connection: Connection
    sample: int
    show: Show


def _story(stage: _Stage, told: book.Story) -> Iterator[Act]:
    found: list[int] = []
    write = partial(stories.write_story, stage.connection, title=told.title, description=told.description,
                    jobcenter=told.jobcenter, partners=told.partners, theme=told.theme, viewer=invented(told.by),
                    sample=stage.sample)
    yield told.drafted, lambda: found.append(write(state=DRAFT, at=told.drafted))
    if told.published:
        yield told.published, lambda: found.append(
            write(state=PUBLISHED, at=told.published, number=found[0], read_through=True))


def _approve(stage: _Stage, told: book.Approval) -> None:
    """On the figures that counted at that moment; where other figures were loaded there may be none."""
    with Session(stage.connection) as session:
        stood = approval_facts.stands(session, told.jobcenter, told.month, at=told.at)
    if stood:
        approving.approve(stage.connection, jobcenter=told.jobcenter, month=told.month, viewer=invented(told.by),
                          seen=approval_facts.digest(stood), at=told.at)


class _Meeting:
    """One meeting while it is written."""

    def __init__(self, stage: _Stage, told: book.Meeting) -> None:
        self.stage, self.connection, self.told = stage, stage.connection, told
        self.by = invented(told.by)
        self.number, self.agreements = 0, dict[int, int]()

    def acts(self) -> Iterator[Act]:
        """What happened, each with its moment."""
        told = self.told
        yield told.opened, self._open
        if told.confirmed:
            yield told.confirmed.at, partial(self._confirm, told.confirmed)
        yield told.began, self._hold
        for at, agreed in enumerate(told.agreements):
            for status in agreed.statuses:
                yield status.at, partial(self._follow_up, at, status)
        if told.closed:
            yield told.closed, partial(self._close, told.closed)

    def _open(self) -> None:
        told = self.told
        self.number = meetings.open_meeting(self.connection, unit=told.unit, held_on=told.held_on,
                                            viewer=self.by, at=told.opened, sample=self.stage.sample)

    def _confirm(self, said: book.Confirmed) -> None:
        agenda = self._shown()
        meetings.confirm_figures(self.connection, self.number, month=agenda.month, by=said.by,
                                 viewer=self.by, at=said.at,
                                 figures=[list(fact) for fact in agenda.facts])

    def _hold(self) -> None:
        """What was written at the meeting itself."""
        told = self.told
        if told.notes:
            meetings.write_notes(self.connection, self.number, text=told.notes, viewer=self.by, at=told.began)
        if told.participants or told.next_on:
            meetings.write_details(self.connection, self.number, participants=told.participants, next_on=told.next_on,
                                   viewer=self.by, at=told.began)
        for at, agreed in enumerate(told.agreements):
            self.agreements[at] = agreements.agree(
                self.connection, self.number, text=agreed.text, responsible=agreed.responsible, due=agreed.due,
                viewer=self.by, at=told.began)

    def _follow_up(self, at: int, said: book.Status) -> None:
        agreements.record_status(self.connection, self.agreements[at], status=said.status, on=said.on, note=said.note,
                               viewer=self.by, at=said.at)

    def _close(self, at: datetime) -> None:
        from model.documents import minutes  # what writes Word files is loaded by the first start alone

        agenda, day, by = self._shown(), self.told.held_on, self.told.by
        document = minutes.minutes_docx(agenda, status=minutes.closing_line(day, by), made=day)
        meetings.close_meeting(self.connection, self.number, month=agenda.month, figures=to_data(agenda),
                               document=document, viewer=self.by, at=at)

    def _shown(self) -> Agenda:
        return self.stage.show(self.connection, self.told, self.number)
