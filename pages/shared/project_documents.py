"""Documents of the projects, for the internal view: each is made when it is asked for, of the day the page shows."""

import streamlit as st

from model.documents import file_names
from model.programmes.programme import Programme
from model.snapshot.snapshot import Snapshot
from pages.shared import documents, downloads, export, layout
from pages.shared.downloads import ButtonRow
from pages.shared.viewer import current


def of_project(snapshot: Snapshot, project: str) -> None:
    """The projektark."""
    downloads.file_button("Hent projektark (PDF)", lambda: _sheet(snapshot, project), file_names.project_sheet(project),
                          downloads.PDF)


def of_contract(snapshot: Snapshot, project: str) -> None:
    """The follow-up of a contract, and its slide."""
    _contract_files(snapshot, project, told=ButtonRow())


@st.fragment
def _contract_files(snapshot: Snapshot, project: str, *, told: ButtonRow) -> None:
    with told.row():
        downloads.file_button("Hent opfølgning (Word)", lambda: _report(snapshot, project, "docx"),
                              file_names.contract_report(project, "docx"), downloads.DOCX, told=told)
        downloads.file_button("Hent opfølgning (PDF)", lambda: _report(snapshot, project, "pdf"),
                              file_names.contract_report(project, "pdf"), downloads.PDF, told=told)
        downloads.file_button(documents.SLIDES, lambda: _contract_slides(snapshot, project),
                              file_names.contract_report(project, "pptx"), downloads.PPTX, told=told)


def of_programme(snapshot: Snapshot, programme: Programme) -> None:
    """The slides and the workbook of all its projects."""
    if not export.EXPORT.is_of(current()):
        return
    layout.finding("Tag tallene med", "Kun til internt brug.")
    _programme_files(snapshot, programme, told=ButtonRow())


@st.fragment
def _programme_files(snapshot: Snapshot, programme: Programme, *, told: ButtonRow) -> None:
    with told.row():
        downloads.file_button(documents.SLIDES, lambda: _slides(snapshot, programme.id),
                              file_names.projects(programme.name, "pptx"), downloads.PPTX, told=told)
        downloads.file_button("Hent Excel", lambda: _workbook(snapshot, programme.id),
                              file_names.projects(programme.name, "xlsx"), downloads.XLSX, told=told)


def _slides(snapshot: Snapshot, programme: str) -> bytes:
    from model.documents import project_slides

    return project_slides.projects_pptx(snapshot, programme)


def _workbook(snapshot: Snapshot, programme: str) -> bytes:
    from model.documents import project_workbook

    return project_workbook.projects_xlsx(snapshot, programme)


def _contract_slides(snapshot: Snapshot, project: str) -> bytes:
    from model.documents import project_slides

    return project_slides.contract_pptx(snapshot, project)


def _report(snapshot: Snapshot, project: str, ending: str) -> bytes:
    from model.documents import contract_report

    make = contract_report.contract_docx if ending == "docx" else contract_report.contract_pdf
    return make(snapshot, project)


def _sheet(snapshot: Snapshot, project: str) -> bytes:
    from model.documents import project_sheet

    return project_sheet.project_pdf(snapshot, project)
