"""What a meeting with a jobcenter shows of its figures, each part as finished texts."""

from datetime import date

from model.basics.formatting import capital, day, month_long, number, persons, signed
from model.basics.shares import decimals_beside, share_of
from model.programmes.words import ACTIVATION, GOAL_1, GOAL_2, SUPPORTED_AFTER
from model.snapshot import absence
from model.snapshot.absence import Reason
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import Noted
from model.subjects.approvals.figures.stated import Fact, facts
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
from model.subjects.goals.words.titles import goal1_title, goal2_sentence, goal2_title, verdict_sentence
from model.subjects.meetings.figures.agenda import Agenda, Part
from model.subjects.meetings.figures.shown import Shown
from model.subjects.meetings.figures.since import changes, corrected
from model.subjects.meetings.words.parts import ACTIVITIES, DOUBTS, ROOM, VERDICT
from model.subjects.support.words import support as support_findings

HIDDEN, UNKNOWN = "skjult", "ikke oplyst"


def shown(snapshot: Snapshot, code: str, month: date, *, confirmed: Noted | None, last: Agenda | None) -> Shown:
    """What the jobcenter's figures up to ``month`` say. Raises KeyError for an unknown jobcenter or month."""
    goal, stated = goal1(snapshot, code, month), facts(snapshot, code, month)
    return Shown(
        name=goal.name, title=goal1_title(goal), headline=headline(snapshot, code, month), facts=stated,
        verdict=verdict(snapshot, code, month, confirmed=confirmed, facts=stated),
        doubts=doubts(snapshot, code, month), room=room(snapshot, code, month),
        activities=activities(snapshot, code, month),
        moved=() if last is None else moved(snapshot, code, month, last=last, facts=stated))


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


@remembered
def room(snapshot: Snapshot, code: str, month: date) -> Part:
    """What is missing, where there is room, what it is in centres, and the pace it asks for."""
    tempo = pace(snapshot, code, month)
    space, need = centre_findings.room_sentence(snapshot, code, month), need_sentence(snapshot, code, month)
    lines = (*(f"{text}." for text in (space, need) if text), pace_sentence(tempo), resized_sentence(tempo) or "")
    title = "Hvad manglede, og hvor var der plads?" if tempo.over else "Hvad mangler, og hvor er der plads?"
    return Part(ROOM, title, tuple(line for line in lines if line))


def moved(snapshot: Snapshot, code: str, month: date, *, last: Agenda, facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """What has moved since the last closed meeting, and which of the figures shown there have been changed since."""
    movement_of = movement(snapshot, code, last.month, month) if last.month != month else None
    shown_then = f"På mødet den {day(last.held_on)} var der tal til og med {month_long(last.month)}."
    same = "Der er ikke kommet en ny måned til siden." if last.month == month else ""
    since = changes(last.facts, facts, until=last.month, since="mødet")
    lines = shown_then, same, movement_sentence(movement_of) if movement_of else "", *since
    return tuple(line for line in lines if line)


@remembered
def activities(snapshot: Snapshot, code: str, month: date) -> Part:
    """Courses, counselling and, up to ``month``, centres of the jobcenter, one line each."""
    lines = (course_findings.one_line(snapshot, code), f"{support_findings.one_line(snapshot, code)}.",
             centre_findings.one_line(snapshot, code, month))
    return Part(ACTIVITIES, "Kurser, rådgivning og virksomhedscentre", tuple(line for line in lines if line))
