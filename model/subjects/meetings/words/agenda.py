"""A dialogue meeting as of its day: what it shows, in the order it goes."""

from datetime import date

from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import Detailed, Noted, Written
from model.subjects.meetings.figures.agenda import Agenda
from model.subjects.meetings.words import jobcenter, parts, project
from model.subjects.meetings.words.overview import last_meetings


def agenda(snapshot: Snapshot, book: Written, *, unit: str, month: date, held_on: date, line: str,
           meeting: int | None = None, last: Agenda | None = None, notes: Noted | None = None,
           confirmed: Noted | None = None, details: Detailed | None = None) -> Agenda:
    """The meeting on the figures of ``snapshot``, with what ``book`` knows was written at it and before it.

    ``unit``: a jobcenter's code or a project's name. ``month``: of a jobcenter's figures; of a project's meeting, whose
    figures stand on days, the month it is kept under. ``meeting``: its id; before it is opened nobody has taken part in
    it. ``line``: how far the figures go and of which day they are. ``last``: what the last closed meeting kept.
    ``notes``, ``confirmed`` and ``details`` as of ``meeting_facts``. Raises KeyError for an unknown jobcenter or month.
    """
    shown = (project.shown(snapshot, unit, held_on=held_on, last=last) if unit in PROJECTS else
             jobcenter.shown(snapshot, unit, month, confirmed=confirmed, last=last))
    unclosed = last_meetings(book, unit, held_on)[1]
    return Agenda(
        unit=unit, name=shown.name, held_on=held_on, month=month, title=shown.title, line=line,
        headline=shown.headline, facts=shown.facts, sample=snapshot.sample,
        parts=(shown.verdict, shown.doubts, parts.last_time(book, unit, held_on), shown.room,
               parts.since_last(shown, last, held_on=held_on, unclosed=unclosed), shown.activities,
               parts.new(book, meeting), parts.notes(notes), *((parts.who(details),) if meeting is not None else ())))
