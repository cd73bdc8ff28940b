"""Those who look and write in tests: one of each role, and one who may do everything, as where nobody signs in."""

from model.access.viewer import ANYBODY, Role, Viewer, open_viewer

OWN, OTHER = "791", "779"  # Viborg, Skive
EVERYBODY = open_viewer("konsulent")
PUBLIC = ANYBODY
MANAGER = Viewer("chef@viborg.example", "jobcenterchef", Role.JOBCENTER, frozenset({OWN}))
CONSULTANT = Viewer("konsulent@example", "konsulent i kampagnen", Role.CONSULTANT, frozenset({OWN, "661"}))
ORGANISER = Viewer("tovholder@example", "tovholder", Role.REGION)
OPERATIONS = Viewer("drift@example", "driftsansvarlig", Role.OPERATIONS)
ROLES = {viewer.role: viewer for viewer in (PUBLIC, MANAGER, CONSULTANT, ORGANISER, OPERATIONS)}


def named(function: str) -> Viewer:
    """One who may do everything, and who is shown so."""
    return open_viewer(function)
