"""Documents of the projects, for the internal view: each is made when it is asked for, of the day the page shows."""

from model.documents import file_names
from model.snapshot.snapshot import Snapshot
from pages.shared import downloads


def of_project(snapshot: Snapshot, project: str) -> None:
    """The projektark."""
    downloads.file_button("Hent projektark (PDF)", lambda: _sheet(snapshot, project), file_names.project_sheet(project),
                          downloads.PDF)


def _sheet(snapshot: Snapshot, project: str) -> bytes:
    from model.documents import project_sheet

    return project_sheet.project_pdf(snapshot, project)
