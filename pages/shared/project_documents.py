"""Documents of the projects, for the internal view: each is made when it is asked for, of the day the page shows."""

import streamlit as st

from model.documents import file_names
from model.snapshot.snapshot import Snapshot
from pages.shared import downloads


def of_project(snapshot: Snapshot, project: str) -> None:
    """The projektark."""
    downloads.file_button("Hent projektark (PDF)", lambda: _sheet(snapshot, project), file_names.project_sheet(project),
                          downloads.PDF)


def of_contract(snapshot: Snapshot, project: str) -> None:
    """The follow-up of a contract."""
    _contract_files(snapshot, project, told={})


@st.fragment
def _contract_files(snapshot: Snapshot, project: str, *, told: dict[str, str]) -> None:
    with st.container(horizontal=True):
        downloads.file_button("Hent opfølgning (Word)", lambda: _report(snapshot, project, "docx"),
                              file_names.contract_report(project, "docx"), downloads.DOCX, told=told)
        downloads.file_button("Hent opfølgning (PDF)", lambda: _report(snapshot, project, "pdf"),
                              file_names.contract_report(project, "pdf"), downloads.PDF, told=told)


def _report(snapshot: Snapshot, project: str, ending: str) -> bytes:
    from model.documents import contract_report

    make = contract_report.contract_docx if ending == "docx" else contract_report.contract_pdf
    return make(snapshot, project)


def _sheet(snapshot: Snapshot, project: str) -> bytes:
    from model.documents import project_sheet

    return project_sheet.project_pdf(snapshot, project)
