"""The documents of the programmes beside the campaign that ``export`` makes, and whose they are. All are internal."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date

from model.basics.formatting import listing
from model.commands import WrongUsage
from model.snapshot.snapshot import Snapshot

Make = Callable[[Snapshot, date, argparse.Namespace], bytes]


def _project(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    from model.documents import project_sheet

    return project_sheet.project_pdf(shot, options.project)


def _contract(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    from model.documents import contract_report

    ending = options.file.suffix.lower()
    if ending == ".pptx":
        from model.documents import project_slides

        return project_slides.contract_pptx(shot, options.project)
    make = contract_report.contract_docx if ending == ".docx" else contract_report.contract_pdf
    return make(shot, options.project)


def _projects(shot: Snapshot, month: date, options: argparse.Namespace) -> bytes:
    """All projects of a programme, as a workbook or as slides by the file's ending."""
    if options.file.suffix.lower() == ".xlsx":
        from model.documents import project_workbook

        return project_workbook.projects_xlsx(shot, _programmes()[options.project])
    from model.documents import project_slides

    return project_slides.projects_pptx(shot, _programmes()[options.project])


DOCUMENTS: Mapping[str, tuple[Make, tuple[str, ...]]] = {
    "project": (_project, (".pdf",)), "contract": (_contract, (".docx", ".pdf", ".pptx")),
    "projects": (_projects, (".pptx", ".xlsx"))}


def chosen(document: str, project: str | None, beside: str | None) -> str | None:
    """The project or programme a document is of: the one that is named, or the only one. None for other documents.

    beside: the id of the programme that is asked for, where it stands beside the shown one.

    Raises WrongUsage where it has to be named, is not one that has such a document, or is named for another document.
    """
    if document not in DOCUMENTS:
        if project is not None:
            raise WrongUsage(f"--project bruges kun til {listing(DOCUMENTS)}.")
        if beside is not None:
            raise WrongUsage(f"Til den indsats kan der skrives {listing(DOCUMENTS, word='eller')}.")
        return None
    names = [name for name, programme in (_programmes() if document == "projects" else _names(document)).items()
             if beside in (None, programme)]
    if not names:
        raise WrongUsage(f"Den indsats har ikke noget, der kan skrives som »{document}«.")
    if project is None and len(names) == 1:
        return names[0]
    if project not in names:
        asked = "" if project is None else f"»{project}« findes ikke. "
        raise WrongUsage(f"--project: {asked}Skriv {listing((f'»{name}«' for name in names), word='eller')}.")
    return project


def _names(document: str) -> dict[str, str]:
    """By name the id of the programme of each project that has such a document."""
    from model.programmes.kinds import Contract
    from model.programmes.projects import PROJECTS

    return {each.name: each.programme.id for each in PROJECTS.values()
            if bool(each.programme.aims(Contract)) == (document == "contract")}


def _programmes() -> dict[str, str]:
    """By name the id of each programme that has projects."""
    from model.programmes.kinds import Contract
    from model.programmes.projects import PROJECTS

    return {each.programme.name: each.programme.id for each in PROJECTS.values() if not each.programme.aims(Contract)}
