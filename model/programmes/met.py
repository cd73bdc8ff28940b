"""Whom the organiser meets: a jobcenter of the shown programme by its code, a project of one beside by its name."""

from model.programmes.current import PROGRAMME
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS


def programme_of(unit: str) -> Programme:
    """The programme a unit is of; one that is no project is of the shown one, whether or not there is such a unit."""
    return PROJECTS[unit].programme if unit in PROJECTS else PROGRAMME


def meeting_with(unit: str, name: str) -> str:
    """What a meeting is called behind »dialogmøde«: »med Jobcenter Skive«, »med projektet Middelfart«; of a project
    that is a programme as a whole »om Udviklingsplatform«.
    """
    if unit not in PROJECTS:
        return f"med Jobcenter {name}"
    return f"om {name}" if PROJECTS[unit].unit is None else f"med projektet {name}"
