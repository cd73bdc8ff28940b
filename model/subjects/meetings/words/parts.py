"""The parts of a meeting in the order it goes, each as finished texts."""

from datetime import date, timedelta

import pandas as pd

from model.basics.formatting import capital, day, listing, month_long, number, persons, plural, signed
from model.basics.shares import decimals_beside, share_of
from model.programmes.words import ACTIVATION, GOAL_1, GOAL_2, SUPPORTED_AFTER
from model.snapshot import absence
from model.snapshot.absence import Reason
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import AGREEMENTS, Detailed, Noted, Written
from model.subjects.approvals.figures.stated import Fact
from model.subjects.centres.figures.occupancy import occupancy
from model.subjects.centres.figures.periods import has_any
from model.subjects.centres.words import centres as centre_findings
from model.subjects.centres.words.need import need_sentence
from model.subjects.courses.words import courses as course_findings
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.movement import movement
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.figures.usable import reservations
from model.subjects.goals.words import card_words
from model.subjects.goals.words.movement_sentences import movement_sentence
from model.subjects.goals.words.sentences import pace_sentence, resized_sentence
from model.subjects.goals.words.titles import goal2_sentence, goal2_title, verdict_sentence
from model.subjects.meetings.figures.agenda import Agenda, Part
from model.subjects.meetings.figures.agreements import agreements, earlier, made_at, status_words
from model.subjects.meetings.figures.since import changes, corrected
from model.subjects.support.words import support as support_findings

VERDICT, DOUBTS, LAST, ROOM, SINCE, ACTIVITIES, NEW, NOTES, AFTER, WHO = (
    "dom", "forbehold", "sidst", "plads", "siden", "aktiviteter", "aftaler", "noter", "efter", "deltagere")
HIDDEN, UNKNOWN = "skjult", "ikke oplyst"


@remembered
def headline(snapshot: Snapshot, code: str, month: date) -> tuple[tuple[str, str], ...]:
    """The key figures of a jobcenter as names and texts; what is unknown or hidden is said to be."""
    goal, second, there = goal1(snapshot, code, month), goal2(snapshot, code, month), occupancy(snapshot, code, month)
    least = decimals_beside(n for x, n in ((goal.activated, goal.persons), (second.successes, second.ended),
                                           (there.occupied, there.counted)) if x is not None)
    counts = (("Målgruppe", _count(goal.persons, goal.persons_absent)),
              (f"I {ACTIVATION}", _count(goal.activated, goal.activated_absent)))
    share = _absent(goal.share_absent) if goal.share is None else share_of(
        goal.activated or 0, goal.persons or 0, target=goal.share_target, least=least)
    outcome = HIDDEN if second.successes is None or second.ended is None else (
        share_of(second.successes, second.ended, target=second.target, least=least) if second.ended
        else "kan ikke måles endnu")
    figures = (*counts, (f"Andel i {ACTIVATION}", share),
               ("Forøgelse siden udgangspunktet",
                _absent(goal.increase_absent) if goal.increase is None else signed(goal.increase)),
               (f"Mangler i {GOAL_1}", _absent(goal.absent) if goal.missing is None else persons(goal.missing)),
               (f"{capital(SUPPORTED_AFTER)} ({GOAL_2})", outcome))
    if not has_any(snapshot):
        return figures
    return *figures, ("Besatte pladser i virksomhedscentre", centre_findings.filled(there, least=least))


def _count(value: int | None, absent: Reason | None) -> str:
    return _absent(absent) if value is None else number(value)


def _absent(reason: Reason | None) -> str:
    return HIDDEN if reason == absence.HIDDEN else UNKNOWN


def verdict(snapshot: Snapshot, code: str, month: date, *, confirmed: Noted | None, facts: tuple[Fact, ...]) -> Part:
    """Where the jobcenter stands on both goals, and whether it has confirmed its figures."""
    goal, second = goal1(snapshot, code, month), goal2(snapshot, code, month)
    provisional = not coverage(snapshot, month).final
    lines = (f"{verdict_sentence(goal, provisional=provisional)}.", f"{goal2_title(second, name=goal.name)}.",
             goal2_sentence(second), *_confirmed(confirmed, facts))
    return Part(VERDICT, "Hvor står vi?", lines, ("Tal", month_long(month)), headline(snapshot, code, month),
                numbers=(month_long(month),))


@remembered
def doubts(snapshot: Snapshot, code: str, month: date) -> Part:
    """What the figures cannot bear."""
    lines = tuple(reservations(snapshot, code, month)) or (card_words.ALL_WELL,)
    return Part(DOUBTS, "Kan tallene bruges?", lines)


def _confirmed(noted: Noted | None, facts: tuple[Fact, ...]) -> tuple[str, ...]:
    if noted is None or noted.month is None:
        return ("Tallene er ikke bekræftet af jobcentret.",)
    confirmed = (f"Bekræftet af jobcentret den {day(noted.at)} ({noted.by}): tallene til og med "
                 f"{month_long(noted.month)}.")
    stated = [_fact(row) for row in noted.figures]
    return (confirmed, *(changes(stated, facts, until=noted.month, since="bekræftelsen")
                         if corrected(stated, facts) else ()))


def _fact(row: tuple) -> Fact:
    month, measure, value, mark = row
    return month, measure, value, mark


def last_time(book: Written, code: str, held_on: date) -> Part:
    """The agreements of the last meeting and those still open from older ones, each with its status."""
    rows = earlier(book, code, held_on)
    if rows.empty:
        return Part(LAST, "Hvad aftalte vi sidst?", ("Der er ingen aftaler fra tidligere møder.",))
    return Part(LAST, "Hvad aftalte vi sidst?", (), *_with_status(rows))


@remembered
def agreed_so_far(snapshot: Snapshot, code: str) -> Part:
    """What has been agreed with a jobcenter up to the day that is shown, and how far it is."""
    return last_time(snapshot.written, code, snapshot.data_date + timedelta(days=1))


def since_closing(book: Written, meeting: int, on: date) -> Part:
    """How the agreements of a closed meeting stand on a day, with the lines that put right what was written wrong."""
    rows = agreements(book, on)
    rows = rows[rows["meeting_id"].eq(meeting)]
    return Part(AFTER, "Sådan står aftalerne nu", (), *_with_status(rows))


def _with_status(rows: pd.DataFrame) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of agreements (the frame of ``agreements``) with how far each is."""
    cells = tuple((row["text"], row["responsible"], day(row["due"]), status_words(row)) for _, row in rows.iterrows())
    return ("Aftale", "Ansvarlig", "Frist", "Status"), cells


@remembered
def room(snapshot: Snapshot, code: str, month: date) -> Part:
    """What is missing, where there is room, what it is in centres, and the pace it asks for."""
    tempo = pace(snapshot, code, month)
    space, need = centre_findings.room_sentence(snapshot, code, month), need_sentence(snapshot, code, month)
    lines = (*(f"{text}." for text in (space, need) if text), pace_sentence(tempo), resized_sentence(tempo) or "")
    title = "Hvad manglede, og hvor var der plads?" if tempo.over else "Hvad mangler, og hvor er der plads?"
    return Part(ROOM, title, tuple(line for line in lines if line))


def since_last(snapshot: Snapshot, code: str, month: date, *, held_on: date, last: Agenda | None,
               unclosed: date | None, facts: tuple[Fact, ...]) -> Part:
    """What has moved since the last closed meeting, and which of the figures shown there have been changed since.

    ``unclosed``: the day of a later meeting that keeps no figures, since nobody closed it.
    """
    title = "Hvad har ændret sig siden sidst?"
    open_line = () if unclosed is None else (
        f"Mødet den {day(unclosed)} er ikke lukket, så de tal, det viste, er ikke gemt.",)
    if last is None:
        return Part(SINCE, title, (*open_line, "Der er intet tidligere møde med referat at sammenligne med."))
    moved = movement(snapshot, code, last.month, month) if last.month != month else None
    shown = f"På mødet den {day(last.held_on)} var der tal til og med {month_long(last.month)}."
    same = "Der er ikke kommet en ny måned til siden." if last.month == month else ""
    since = changes(last.facts, facts, until=last.month, since="mødet")
    lines = (*open_line, shown, same, movement_sentence(moved) if moved else "", *since)
    then, now = f"Mødet {day(last.held_on)}", f"Mødet {day(held_on)}"
    before = dict(last.headline)
    rows = tuple((name, before.get(name, UNKNOWN), text) for name, text in headline(snapshot, code, month))
    return Part(SINCE, title, tuple(line for line in lines if line), ("Tal", then, now), rows, numbers=(then, now))


@remembered
def activities(snapshot: Snapshot, code: str, month: date) -> Part:
    """Courses, counselling and, up to ``month``, centres of the jobcenter, one line each."""
    lines = (course_findings.one_line(snapshot, code), f"{support_findings.one_line(snapshot, code)}.",
             centre_findings.one_line(snapshot, code, month))
    return Part(ACTIVITIES, "Kurser, rådgivning og virksomhedscentre", tuple(line for line in lines if line))


def new(book: Written, meeting: int | None) -> Part:
    """What is agreed at this meeting, with its responsible function and due date."""
    rows = made_at(book, meeting) if meeting is not None else AGREEMENTS.empty()
    title = "Hvad aftaler vi nu?"
    if rows.empty:
        return Part(NEW, title, ("Der er ikke skrevet nye aftaler.",))
    cells = tuple((row["text"], row["responsible"], day(row["due"])) for _, row in rows.iterrows())
    return Part(NEW, title, (f"{plural(len(rows), 'ny aftale', 'nye aftaler')}.",), ("Aftale", "Ansvarlig", "Frist"),
                cells)


def notes(noted: Noted | None) -> Part:
    """The notes, one line for each of their lines."""
    lines = tuple(line for line in (noted.text if noted else "").split("\n") if line)
    return Part(NOTES, "Noter", lines or ("Der er ingen noter.",))


def who(details: Detailed | None) -> Part:
    """Who took part, and the day of the next meeting; what nobody has written is said to be unknown."""
    people = [line for line in (details.participants if details else "").split("\n") if line]
    present = f"Deltagere: {listing(people)}" if people else "Deltagerne er ikke skrevet op."
    coming = details.next_on if details else None
    return Part(WHO, "Deltagere og næste møde",
                (present, f"Næste møde: {day(coming)}." if coming else "Næste møde er ikke aftalt."))
