"""The follow-up of a result contract as Word and as PDF, in the contract's own order; for internal use alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.document import Document as WordDocument

from model.basics.spaces import numbers_held
from model.documents import letters, word
from model.documents.marks import internal_footer, only_internal, sample_mark
from model.documents.typeset import pdf
from model.drawing.words import full_stop
from model.programmes.kinds import Contract
from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.rows import contract_rows
from model.subjects.projects.words import contract as words
from model.subjects.projects.words.changed import sourced
from model.subjects.projects.words.projects import period_line

TEMPLATE = "contract_report.typ"
NAME, SHORT = "Opfølgning på resultatkontrakt", "Opfølgning"
AHEAD = "Modeller og næste møde"


def contract_pdf(snapshot: Snapshot, project: str) -> bytes:
    """The report as PDF/UA-1. Raises KeyError for an unknown project, ValueError for one without a contract, and
    InternalDocument for the public.
    """
    only_internal(snapshot)
    return pdf(TEMPLATE, content(snapshot, project), made=snapshot.data_date)


def contract_docx(snapshot: Snapshot, project: str) -> bytes:
    """The same as a Word document."""
    only_internal(snapshot)
    given = letters.throughout(content(snapshot, project), letters.plain)
    document = word.begun(given["title"], made=snapshot.data_date, sample=bool(given["sample"]))
    document.add_paragraph(given["line"])
    document.add_paragraph().add_run(given["verdict"]).bold = True
    if given["lead"]:
        document.add_paragraph(given["lead"])
    for part in given["parts"]:
        _part(document, part)
    document.add_paragraph(given["source"])
    word.foot(document, given["footer"])
    return word.saved(document)


def content(snapshot: Snapshot, project: str) -> dict[str, Any]:
    """What both are set from, as plain data: the contract page's own words. Each part has a title and may have pairs of
    a name and a text, points of a list, and a table, under a note.

    Raises ValueError for a project without a contract.
    """
    programme = PROJECTS[project].programme
    [contract] = programme.aims(Contract)
    return {
        "title": f"{NAME}: {project}", "line": period_line(programme), "sample": sample_mark(snapshot),
        "verdict": full_stop(numbers_held(words.contract_title(snapshot, project))),
        "lead": words.contract_lead(snapshot, project), "source": full_stop(sourced(snapshot, project)),
        "footer": internal_footer(snapshot, SHORT), "parts": list(_parts(snapshot, project, contract))}


def _parts(snapshot: Snapshot, project: str, contract: Contract) -> Iterator[dict[str, Any]]:
    yield _content(words.CONTRACT, pairs=words.terms(contract))
    yield _content(words.account_heading(contract), note=words.ACCOUNT, points=words.account(snapshot, project))
    for each in contract_rows(snapshot, project):
        yield _content(words.row_title(each), pairs=[*words.row_columns(each), *words.row_reading(each)])
    facts = words.follow_up_facts(snapshot, project)
    if len(facts):
        yield _content(words.FACTS, head=facts.columns, rows=facts.itertuples(index=False))
    if ahead := words.ahead(snapshot, project):
        yield _content(AHEAD, pairs=ahead)


def _content(title: str, *, note: str = "", pairs: Iterable[tuple[str, str]] = (), points: Iterable[str] = (),
             head: Iterable[str] = (), rows: Iterable[Iterable[str]] = ()) -> dict[str, Any]:
    return {"title": title, "note": note, "pairs": list(map(list, pairs)), "points": list(points), "head": list(head),
            "rows": list(map(list, rows))}


def _part(document: WordDocument, part: dict[str, Any]) -> None:
    document.add_heading(part["title"], level=1)
    if part["note"]:
        document.add_paragraph(part["note"])
    for name, text in part["pairs"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(name).bold = True
        paragraph.add_run().add_break()
        paragraph.add_run(letters.breakable(text))
    for text in part["points"]:
        document.add_paragraph(letters.breakable(text), style="List Bullet")
    if part["rows"]:
        word.table(document, part["head"], part["rows"], title=part["title"])
