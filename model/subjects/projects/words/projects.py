"""What is said of the projects: each by itself, and side by side."""

from datetime import date

import pandas as pd

from model.basics.formatting import day, listing, month_long, number, plural
from model.basics.shares import percent
from model.programmes.kinds import Milestones, Volume
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS, Project
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.events import networks
from model.subjects.projects.figures.milestones import State, standing
from model.subjects.projects.figures.points import HINDERED, IN_PLACE, counts, points
from model.subjects.projects.figures.volume import Division, Minimum, divisions, minimum

UNKNOWN = "ikke oplyst"
STATE_WORDS = {State.REACHED: "nået", State.BELOW: "ikke nået", State.UNKNOWN: "resultat mangler",
               State.HIDDEN: "skjult af afsenderen", State.TO_COME: "kommer", State.UNPLANNED: "ingen milepæl"}


@remembered
def project_title(snapshot: Snapshot, project: str) -> str:
    """»Middelfart har nået 2 af 3 milepæle, og 5 resultater mangler«."""
    stands = standing(snapshot, project)
    if not stands.planned:
        return f"{project} har ingen milepæle"
    judged = plural(stands.judged, "opgjort milepæl", "opgjorte milepæle")
    reached = f"{project} har nået {number(stands.reached)} af {judged}"
    lacking = unjudged(stands.unknown, stands.hidden)
    if not stands.judged:
        ahead = f"den første milepæl er {_when(stands.due, snapshot.data_date)}" if stands.due else "intet er opgjort"
        return f"{project}: {listing(lacking) or ahead}"
    return f"{reached}, {'' if len(lacking) > 1 else 'og '}{listing(lacking)}" if lacking else reached


def unjudged(unknown: int, hidden: int) -> list[str]:
    """»5 resultater mangler«, »1 er skjult«: milestones that are over and cannot be judged."""
    return [*([plural(unknown, "resultat mangler", "resultater mangler")] if unknown else []),
            *([f"{number(hidden)} er skjult af afsenderen"] if hidden else [])]


@remembered
def project_lead(snapshot: Snapshot, project: str) -> str:
    """When the next day is and who is told before it; or why there are no milestones."""
    due = standing(snapshot, project).due
    if note := no_milestones(snapshot, project):
        return f"{note}."
    if due is None:
        return ""
    to = next((goal.reported_to for goal in PROJECTS[project].programme.aims(Milestones) if goal.reported_to), "")
    sent = f" Resultaterne sendes til {to} kort før." if to else ""
    return f"Næste milepæl er {_when(due, snapshot.data_date)}.{sent}"


def no_milestones(snapshot: Snapshot, project: str) -> str:
    """Why a project has no milestones, as its programme says; empty where it has."""
    declared = PROJECTS[project]
    if standing(snapshot, project).planned:
        return ""
    return next((note for goal in declared.programme.aims(Milestones) for code, note in goal.notes.items()
                 if declared.unit is not None and code == declared.unit.code), "")


def _when(due: date, now: date) -> str:
    return "i dag" if due == now else f"den {day(due)}"


@remembered
def overview_title(snapshot: Snapshot, programme: str) -> str:
    """»Ingen af de 2 projekter har nået 100 borgere endnu«: how many have reached the minimum."""
    own = projects_of(programme)
    goal = next(iter(own[0].programme.aims(Volume)), None)
    if goal is None:
        return f"{plural(len(own), 'projekt', 'projekter')} i {own[0].programme.called}"
    known = [least for each in own if (least := minimum(snapshot, each.name)) is not None]
    if all(each.whole.started is None and not each.whole.hidden for each in known):
        who = "Projektet har ikke" if len(known) == 1 else "Ingen af projekterne har"
        return f"{who} oplyst, hvor mange der er begyndt"
    return _reached(known, minimum_words(known))


def minimum_words(known: list[Minimum]) -> str:
    """»minimum på 100 borgere«; where the projects have not the same, that each has its own."""
    leasts = {each.whole.least for each in known}
    if len(leasts) > 1:
        return "det minimum, hvert af dem har"
    return f"minimum på {plural(leasts.pop(), 'borger', 'borgere')}"


def _reached(known: list[Minimum], least: str) -> str:
    """How many have reached the minimum; with how it is to divide where only that is lacking somewhere."""
    if any(each.whole.left == 0 and each.reached is not True for each in known):
        least += " i alt og i hver gruppe"
    reached, unknown = sum(each.reached is True for each in known), sum(each.reached is None for each in known)
    if len(known) == 1:
        if unknown:
            return f"Det kan ikke opgøres, om projektet har nået {least}"
        return f"Projektet har nået {least}" if reached else f"Projektet har ikke nået {least}"
    if unknown == len(known):
        return f"Det kan ikke opgøres, om projekterne har nået {least}"
    none = (f"{plural(len(known) - unknown, 'projekt', 'projekter')} har ikke" if unknown else
            f"Ingen af de {number(len(known))} projekter har")
    begun = f"{f'{number(reached)} af {number(len(known))} projekter har' if reached else none} nået {least}"
    return f"{begun}, og {number(unknown)} kan ikke opgøres" if unknown else begun


def period_line(programme: Programme) -> str:
    """»Virksomhedscenter generation 2 · januar 2014 til december 2015«."""
    return f"{programme.name} · {month_long(programme.starts)} til {month_long(programme.ends)}"


def source_line(programme: Programme) -> str:
    """Whose plan it is, and where the results are from."""
    return f"Kilde: {programme.definitions.source if programme.definitions else programme.name}; resultater indberettet"


def network_table(snapshot: Snapshot, project: str) -> pd.DataFrame:
    """One row a kind of meeting: how often, who comes, how many are held and how many there is room for in all."""
    return pd.DataFrame(
        [(each.meetings.name, each.meetings.often, each.meetings.guests or UNKNOWN,
          UNKNOWN if each.held is None else number(each.held), "" if each.planned is None else number(each.planned))
         for each in networks(snapshot, project)], columns=["Møde", "Hvor tit", "Hvem", "Holdt", "Planlagt i alt"])


def projects_of(programme: str) -> tuple[Project, ...]:
    """The projects of a programme, in the order of its declaration. Raises IndexError for one without any."""
    return tuple(each for each in PROJECTS.values() if each.programme.id == programme)


def points_sentence(snapshot: Snapshot, project: str) -> str:
    """»4 af 9 holdepunkter er på plads, 1 er hindret«; empty for a programme without a checklist."""
    stands = points(snapshot, project)
    known = counts(stands)
    if not stands:
        return ""
    if known[None] == len(stands):
        return "Der er ikke fulgt op på holdepunkterne"
    hindered = f", {number(known[HINDERED])} er hindret" if known[HINDERED] else ""
    return f"{number(known[IN_PLACE])} af {number(len(stands))} holdepunkter er på plads{hindered}"


def division_sentences(snapshot: Snapshot, project: str) -> tuple[str, ...]:
    """»13 private centre (planen venter 75 %) og 4 …«; the counts, since few centres make no share."""
    return tuple(f"Den {day(division.on)} var der {_division(division)}" for division in divisions(snapshot, project))


def _division(division: Division) -> str:
    return listing(f"{number(count)} {measure.said} (planen venter {percent(planned)})"
                   for measure, count, planned in division.parts)
