"""What has been changed of a project's plan, in words: what it was, what it is, when, why and by whom."""

import pandas as pd

from model.basics.formatting import day, number
from model.programmes.kinds import Checklist, Contract, Milestones, Volume
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.tables.plans import MILESTONE, MINIMUM, POINT, ROW
from model.subjects.projects.figures.plan import Change, changes
from model.subjects.projects.words.projects import source_line

HEADING, NONE = "Sådan er planen ændret", "ikke planlagt"
Key = tuple[str, str]  # part, about


@remembered
def changed_line(snapshot: Snapshot, project: str) -> str:
    """»Planen er ændret den 12. maj 2014: visiterede i alt den 1. okt. 2014 fra 50 til 60«; empty where it is not."""
    every = changes(snapshot, project)
    if not every:
        return ""
    newest = every[-1]
    told = f" {number(len(every))} gange, senest" if len(every) > 1 else ""
    return f"Planen er ændret{told} den {day(newest.at)}: {_what(project, newest)} {_moved(newest)}"


def sourced(snapshot: Snapshot, project: str) -> str:
    """Whose plan it is and where the results are from, and that it has been changed where it has."""
    return " · ".join(filter(None, (source_line(PROJECTS[project].programme), changed_line(snapshot, project))))


@remembered
def change_table(snapshot: Snapshot, project: str) -> pd.DataFrame:
    """One row a change, the newest first."""
    return pd.DataFrame([(day(each.at), _what(project, each), _said(each.was), _said(each.now), each.reason, each.by)
                         for each in reversed(changes(snapshot, project))],
                        columns=["Ændret", "Hvad", "Før", "Nu", "Hvorfor", "Hvem"])


def parts_of(project: str) -> dict[Key, str]:
    """What of the project's plan may be changed, as a list to choose from: (part, about) and its words."""
    programme = PROJECTS[project].programme
    found: dict[Key, str] = {}
    if programme.aims(Milestones):
        found |= {(MILESTONE, each.name): f"Milepæl: {each.heading}" for each in programme.measures}
    for goal in programme.aims(Volume):
        found |= {(MINIMUM, name): f"Minimum: {programme.named(name).heading}" for name in (goal.started, *goal.parts)}
    return found | _texts(project)


def _texts(project: str) -> dict[Key, str]:
    programme = PROJECTS[project].programme
    points = {(POINT, str(each.number)): f"Punkt {each.number}. {each.name}" for goal in programme.aims(Checklist)
              for each in goal.points}
    return points | {(ROW, str(each.number)): f"Resultatkrav til mål {each.number}"
                     for contract in programme.aims(Contract) for each in contract.rows}


def _what(project: str, change: Change) -> str:
    words = parts_of(project).get((change.part, change.about), change.about)
    return f"{words} den {day(change.on)}" if change.on else words


def _moved(change: Change) -> str:
    """»fra 50 til 60«; of a text that it is another."""
    if isinstance(change.now, str):
        return "har fået en ny tekst"
    return f"fra {_said(change.was)} til {_said(change.now)}"


def _said(stated: int | str | None) -> str:
    return NONE if stated is None else stated if isinstance(stated, str) else number(stated)
