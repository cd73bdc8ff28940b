"""A dialogue meeting as of its day: what it shows, in the order it goes."""

from datetime import date

from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import Detailed, Noted, Written
from model.subjects.approvals.figures.stated import facts
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.words.titles import goal1_title
from model.subjects.meetings.figures.agenda import Agenda
from model.subjects.meetings.words import parts
from model.subjects.meetings.words.overview import last_meetings


def agenda(snapshot: Snapshot, book: Written, *, code: str, month: date, held_on: date, line: str,
           meeting: int | None = None, last: Agenda | None = None, notes: Noted | None = None,
           confirmed: Noted | None = None, details: Detailed | None = None) -> Agenda:
    """The meeting on the figures of ``snapshot``, with what ``book`` knows was written at it and before it.

    ``meeting``: its id; before it is opened nobody has taken part in it. ``line``: how far the figures go and of which
    day they are. ``last``: what the last closed meeting kept. ``notes``, ``confirmed`` and ``details`` as of
    ``meeting_facts``. Raises KeyError for an unknown jobcenter or month.
    """
    goal, stated = goal1(snapshot, code, month), facts(snapshot, code, month)
    unclosed = last_meetings(book, code, held_on)[1]
    return Agenda(
        jobcenter=code, name=goal.name, held_on=held_on, month=month, title=goal1_title(goal), line=line,
        headline=parts.headline(snapshot, code, month), facts=stated, sample=snapshot.sample,
        parts=(parts.verdict(snapshot, code, month, confirmed=confirmed, facts=stated),
               parts.doubts(snapshot, code, month), parts.last_time(book, code, held_on),
               parts.room(snapshot, code, month),
               parts.since_last(snapshot, code, month, held_on=held_on, last=last, unclosed=unclosed, facts=stated),
               parts.activities(snapshot, code, month), parts.new(book, meeting), parts.notes(notes),
               *((parts.who(details),) if meeting is not None else ())))
