"""What a project has reported that none of its goals, meetings or expected divisions is about."""

from model.programmes.kinds import Volume
from model.programmes.programme import Measure
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.events import held, networks
from model.subjects.projects.figures.plan import milestones_planned, rows_planned
from model.subjects.projects.figures.reported import Stated
from model.subjects.projects.figures.volume import divisions, newest_of


@remembered
def others(snapshot: Snapshot, project: str) -> tuple[tuple[Measure, Stated], ...]:
    """The newest result of each such measure, in the order of the declaration."""
    shown = _shown(snapshot, project)
    return tuple((measure, stated) for measure in PROJECTS[project].programme.measures if measure.name not in shown
                 and (stated := newest_of(snapshot, project, measure.name)) is not None)


def _shown(snapshot: Snapshot, project: str) -> set[str]:
    """The measures of which something else is said."""
    leasts = {name for goal in PROJECTS[project].programme.aims(Volume) for name in (goal.started, *goal.parts)}
    events = {name for each in held(snapshot, project) for name in (each.goal.held, each.goal.came) if name}
    meetings = {each.meetings.held for each in networks(snapshot, project)}
    divided = {measure.name for each in divisions(snapshot, project) for measure, *_ in each.parts}
    counted = {one.measure for row in rows_planned(snapshot, project) for one in row.counters}
    return {*milestones_planned(snapshot, project), *leasts, *events, *meetings, *divided, *counted}
