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

    make = contract_report.contract_docx if options.file.suffix.lower() == ".docx" else contract_report.contract_pdf
    return make(shot, options.project)


DOCUMENTS: Mapping[str, tuple[Make, tuple[str, ...]]] = {
    "project": (_project, (".pdf",)), "contract": (_contract, (".docx", ".pdf"))}


def chosen(document: str, project: str | None) -> str | None:
    """The project a document is of: the one that is named, or the only one there is. None for other documents.

    Raises WrongUsage where it has to be named, is not one that has such a document, or is named for another document.
    """
    if document not in DOCUMENTS:
        if project is not None:
            raise WrongUsage(f"--project bruges kun til {listing(DOCUMENTS)}.")
        return None
    names = _names(document)
    if project is None and len(names) == 1:
        return names[0]
    if project not in names:
        asked = "" if project is None else f"»{project}« findes ikke. "
        raise WrongUsage(f"--project: {asked}Skriv {listing((f'»{name}«' for name in names), word='eller')}.")
    return project


def _names(document: str) -> list[str]:
    from model.programmes.kinds import Contract
    from model.programmes.projects import PROJECTS

    return [each.name for each in PROJECTS.values() if bool(each.programme.aims(Contract)) == (document == "contract")]
