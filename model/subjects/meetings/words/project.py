"""What a meeting with a project shows of its figures, as far as its programme has them, each part as finished texts."""

from datetime import date

from model.basics.formatting import capital, day, listing, number, plural
from model.basics.months import last_day
from model.drawing.words import full_stop
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.approvals.figures.stated import Fact
from model.subjects.meetings.figures.agenda import Agenda, Part
from model.subjects.meetings.figures.due import due, newest_day, stated
from model.subjects.meetings.figures.shown import Shown
from model.subjects.meetings.figures.since import changes_by_day, later
from model.subjects.meetings.words.parts import ACTIVITIES, ROOM, VERDICT
from model.subjects.meetings.words.reported import reporting
from model.subjects.projects.figures.events import held, networks
from model.subjects.projects.figures.milestones import Milestone, milestones, standing
from model.subjects.projects.figures.points import HINDERED, IN_PLACE, Standing, counts, points
from model.subjects.projects.figures.rows import Standing as Row
from model.subjects.projects.figures.rows import contract_rows
from model.subjects.projects.figures.volume import minimum
from model.subjects.projects.words import contract
from model.subjects.projects.words import points as point_words
from model.subjects.projects.words import projects as words
from model.subjects.projects.words.cards import counted, courses_card, minimum_card

MOST_NAMED = 4  # points that are followed up, by name
COLUMNS = ("Punkt", "Status", "Ansvarlig", "Forhindring", "Det gøres ved det")


def shown(snapshot: Snapshot, project: str, *, held_on: date, last: Agenda | None) -> Shown:
    """What the project's figures say at a meeting on a day. Raises KeyError for an unknown project."""
    return Shown(
        name=project, title=title(snapshot, project), headline=headline(snapshot, project, held_on),
        facts=stated(snapshot, project), verdict=verdict(snapshot, project, held_on),
        doubts=reporting(snapshot, project, held_on), room=room(snapshot, project, held_on),
        activities=activities(snapshot, project), moved=() if last is None else moved(snapshot, project, last=last))


@remembered
def title(snapshot: Snapshot, project: str) -> str:
    """The message: what the project's own page says in its heading; without milestones how many have begun."""
    if contract_rows(snapshot, project):
        return contract.contract_title(snapshot, project)
    least = minimum(snapshot, project)
    if least and least.whole.started is not None and not standing(snapshot, project).planned:
        return f"{number(least.whole.started)} af mindst {number(least.whole.least)} er begyndt i {project}"
    return words.project_title(snapshot, project)


@remembered
def headline(snapshot: Snapshot, project: str, held_on: date) -> tuple[tuple[str, str], ...]:
    """The key figures of a project as names and texts; what is unknown or hidden is said to be."""
    least = minimum(snapshot, project)
    parts = [(each.measure.heading, counted(each)) for each in (least.whole, *least.parts)] if least else []
    events = [(each.goal.title, _held(each.held, each.hidden, each.goal.planned)) for each in held(snapshot, project)]
    rows = [pair for each in contract_rows(snapshot, project) for pair in _row(each)]
    return (*_milestones(snapshot, project, held_on), *parts, *events, *_points(snapshot, project), *rows)


def _milestones(snapshot: Snapshot, project: str, held_on: date) -> list[tuple[str, str]]:
    stands = standing(snapshot, project)
    if not stands.planned:
        return []
    lacking = sum(len(each.lacking) for each in due(snapshot, project, held_on))
    reached = f"{number(stands.reached)} af {number(stands.judged)}" if stands.judged else "ingen er opgjort"
    return [("Milepæle nået", reached), ("Resultater, der mangler til mødet", number(lacking)),
            *([("Resultater, der er skjult", number(stands.hidden))] if stands.hidden else [])]


def _held(count: int | None, hidden: bool, planned: int) -> str:
    if count is None:
        return "skjult" if hidden else words.UNKNOWN
    return f"{number(count)} af {number(planned)}"


def _points(snapshot: Snapshot, project: str) -> list[tuple[str, str]]:
    stands = points(snapshot, project)
    known = counts(stands)
    if not stands:
        return []
    if known[None] == len(stands):
        return [("Holdepunkter på plads", words.UNKNOWN)]
    return [("Holdepunkter på plads", f"{number(known[IN_PLACE])} af {number(len(stands))}"),
            ("Holdepunkter, der er hindret", number(known[HINDERED]))]


def _row(row: Row) -> list[tuple[str, str]]:
    counted = [(capital(one.counter.name), f"{'skjult' if one.count is None else number(one.count)} af "
                                           f"{number(one.counter.of)}") for one in row.counted]
    return [(contract.row_title(row), contract.SAID[row.status]), *counted]


@remembered
def verdict(snapshot: Snapshot, project: str, held_on: date) -> Part:
    """Where the project stands: milestones against the plan, minimum, courses and points; of a contract its rows."""
    lead = contract.contract_lead(snapshot, project) if contract_rows(snapshot, project) else ""
    lines = (full_stop(title(snapshot, project)), *_newest(snapshot, project, held_on), *_answers(snapshot, project),
             full_stop(words.points_sentence(snapshot, project)), lead)
    return Part(VERDICT, "Hvor står vi?", tuple(line for line in lines if line), ("Tal", "Nu"),
                headline(snapshot, project, held_on), numbers=("Nu",))


def _newest(snapshot: Snapshot, project: str, held_on: date) -> list[str]:
    """»Den 1. okt. 2014 var der 46 af 50 visiterede borgere og 18 af 20 centre.«: the day that is reported on."""
    days = [(each.on, [one for one in each.reported if one.achieved is not None])
            for each in due(snapshot, project, held_on)[-1:]]
    return [f"Den {day(on)} var der {listing(map(_of_planned, known))}." for on, known in days if known]


def _of_planned(each: Milestone) -> str:
    return f"{number(each.achieved or 0)} af {number(each.planned or 0)} {each.measure.said}"


def _answers(snapshot: Snapshot, project: str) -> list[str]:
    """»Mindst 100 begynder: 38 af 100 er begyndt (ikke nået).«, and the same of the courses."""
    least = minimum(snapshot, project)
    cards = [(minimum_card(least, PROJECTS[project], snapshot.data_date), least.whole.started)] if least else []
    cards += [(courses_card(each), each.held) for each in held(snapshot, project)]
    return [f"{card.title}: {card.figure}{'' if count is not None else ','} {card.words}"
            f"{f' ({card.verdict_words})' if card.verdict_words else ''}." for card, count in cards]


@remembered
def room(snapshot: Snapshot, project: str, held_on: date) -> Part:
    """What is left of the minimum, what comes next, and what hinders the points and is done about it."""
    hindered = [_hindered(each) for each in points(snapshot, project) if each.status == HINDERED]
    open_rows = [f"{contract.row_title(each)} er {contract.SAID[each.status]}: {each.row.requirement}"
                 for each in contract_rows(snapshot, project) if each.status != "opfyldt"]
    lines = (*_ahead(snapshot, project, held_on), *_left(snapshot, project), *hindered, *map(full_stop, open_rows))
    return Part(ROOM, "Hvad mangler, og hvad er det næste?", lines or ("Der er ikke mere i planen, der mangler.",))


def _ahead(snapshot: Snapshot, project: str, held_on: date) -> list[str]:
    """»Næste milepæl er den 1. apr. 2015: 75 visiterede borgere og 25 centre.«"""
    later = [each for each in milestones(snapshot, project) if each.planned is not None and each.on > held_on]
    on = min((each.on for each in later), default=None)
    planned = [f"{number(each.planned or 0)} {each.measure.said}" for each in later if each.on == on]
    return [f"Næste milepæl er den {day(on)}: {listing(planned)}."] if on else []


def _left(snapshot: Snapshot, project: str) -> list[str]:
    """What is left of the minimum and until when, in all and in each group; in the past once the programme is over."""
    least, declared = minimum(snapshot, project), PROJECTS[project]
    if least is None:
        return []
    card = minimum_card(least, declared, snapshot.data_date)
    parts = [f"{number(each.left)} {each.measure.said}" for each in least.parts if each.left]
    verb = "mangler" if snapshot.data_date <= last_day(declared.programme.ends) else "manglede"
    return [*(card.sentences[:1] if least.whole.left else ()), *([f"I grupperne {verb} der {listing(parts)}."] if parts
                                                                 else [])]


def _hindered(standing_of: Standing) -> str:
    """»9. Evaluering er hindret: Skemaerne mangler. Det gøres ved det: Der rykkes (projektleder).«"""
    newest = standing_of.newest
    obstacle = f": {newest.obstacle}" if newest and newest.obstacle else ""
    remedy = f" Det gøres ved det: {newest.counter_measure}" if newest and newest.counter_measure else ""
    who = f" ({newest.responsible})" if remedy and newest and newest.responsible else ""
    return f"{full_stop(f'{point_words.title(standing_of)} er hindret{obstacle}')}{full_stop(f'{remedy}{who}')}"


@remembered
def activities(snapshot: Snapshot, project: str) -> Part:
    """Courses, networks and every point with who does it; of a contract its rows with what shows them."""
    if rows := contract_rows(snapshot, project):
        cells = tuple((contract.row_title(each), contract.SAID[each.status], each.row.method or contract.NO_METHOD,
                       each.evidence or "") for each in rows)
        return Part(ACTIVITIES, "Målene i kontrakten", (), ("Mål", "Status", "Målemetode", contract.EVIDENCE), cells)
    lines = [f"{each.meetings.name}: {words.UNKNOWN if each.held is None else f'{number(each.held)} holdt'}"
             f"{f' af {number(each.planned)} planlagte' if each.planned else ''}."
             for each in networks(snapshot, project)]
    stands = points(snapshot, project)
    heading = "Holdepunkter og netværk" if stands else "Netværk"
    return Part(ACTIVITIES, heading, tuple(lines) or ("Projektets plan nævner ingen kurser eller netværk.",),
                COLUMNS if stands else (), tuple(map(_point, stands)))


def _point(standing_of: Standing) -> tuple[str, ...]:
    newest = standing_of.newest
    written = (newest.responsible, newest.obstacle, newest.counter_measure) if newest else ("", "", "")
    return point_words.title(standing_of), point_words.status_words(standing_of), *(text or "" for text in written)


@remembered
def moved_points(snapshot: Snapshot, project: str, later_than: date) -> str:
    """»Fulgt op siden mødet: 3. Arbejdsaftalen (på plads).«, of many how many; empty where no point was."""
    own = [f"{point_words.title(each)} ({point_words.status_words(each)})" for each in points(snapshot, project)
           if each.newest and each.newest.on > later_than]
    own += [f"{contract.row_title(each)} ({contract.SAID[each.status]})" for each in contract_rows(snapshot, project)
            if each.on and each.on > later_than]
    if len(own) > MOST_NAMED:
        return f"Der er fulgt op på {number(len(own))} punkter siden mødet."
    return f"Fulgt op siden mødet: {listing(own)}." if own else ""


def moved(snapshot: Snapshot, project: str, *, last: Agenda) -> tuple[str, ...]:
    """The results that have come since the last closed meeting, the points followed up, and which of the figures shown
    there have been changed since.
    """
    facts: tuple[Fact, ...] = stated(snapshot, project)
    then, new = newest_day(last.facts), later(last.facts, facts, until=last.held_on)
    known = f"resultater til og med den {day(then)}" if then else "ingen resultater"
    days = listing(map(day, dict.fromkeys(new)))
    lines = (f"På mødet den {day(last.held_on)} var der {known}.",
             f"Siden er der kommet {plural(len(new), 'resultat', 'resultater')} for {days}." if new else
             "Der er ikke kommet resultater for nye dage siden.", moved_points(snapshot, project, last.held_on),
             *(changes_by_day(last.facts, facts, until=last.held_on, since="mødet") if last.facts else ()))
    return tuple(line for line in lines if line)
