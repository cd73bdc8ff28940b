"""What a project's own plan says of what it is judged by, word for word."""

from collections.abc import Iterator

from model.programmes.kinds import Events, Milestones, Volume
from model.programmes.projects import PROJECTS


def quotes(project: str) -> tuple[tuple[str, str], ...]:
    """(what it is about, the plan's words) of the minimum, the milestones and the events, as far as there are any."""
    declared = PROJECTS[project]
    words = declared.programme.definitions.quotes if declared.programme.definitions else {}
    return tuple((about, f"»{words[name]}«") for about, name in _named(project))


def _named(project: str) -> Iterator[tuple[str, str]]:
    programme, unit = PROJECTS[project].programme, PROJECTS[project].unit
    own = unit.code if unit else None
    yield from ((goal.title, goal.quote) for goal in programme.aims(Volume))
    yield from ((programme.named(plan.measure).heading, plan.quote) for goal in programme.aims(Milestones)
                for plan in goal.plans if plan.unit == own)
    yield from ((goal.title, goal.quote) for goal in programme.aims(Events) if goal.unit == own)
