"""What a declaration plans of a project, part by part: what a changed plan is held against."""

from datetime import date

from model.basics.months import last_day
from model.programmes.kinds import Checklist, Contract, Milestones, Volume
from model.programmes.projects import PROJECTS, Project

Stated = int | str | None


def milestone(project: str, measure: str, on: date) -> int | None:
    """How many there are to be of a measure by a day; None where nothing is planned."""
    own = code_of(PROJECTS[project])
    return next((plan.values.get(on) for goal in PROJECTS[project].programme.aims(Milestones) for plan in goal.plans
                 if plan.unit == own and plan.measure == measure), None)


def minimum(project: str, measure: str) -> int | None:
    """How many are to start at the least, in all or of a part; None where nothing is asked of the measure."""
    return next((least for goal in PROJECTS[project].programme.aims(Volume)
                 for name, least in ((goal.started, goal.least), *goal.parts.items()) if name == measure), None)


def point(project: str, number: str) -> str | None:
    """The sentence of a point of the checklist; None where there is no such point."""
    return next((each.sentence for goal in PROJECTS[project].programme.aims(Checklist) for each in goal.points
                 if str(each.number) == number), None)


def row(project: str, number: str) -> str | None:
    """What result a row of the contract asks for; None where there is no such row."""
    return next((each.requirement for contract in PROJECTS[project].programme.aims(Contract) for each in contract.rows
                 if str(each.number) == number), None)


def days(project: str) -> tuple[date, date]:
    """The first and the last day that something may be planned for."""
    programme = PROJECTS[project].programme
    return programme.starts, last_day(programme.ends)


def code_of(project: Project) -> str | None:
    """The code of the unit that a project is; None for a programme as a whole."""
    return project.unit.code if project.unit else None
