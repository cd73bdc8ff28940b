"""Files with texts that are not ours, and what is stored and said of them."""

import io
import zipfile
import zlib
from collections.abc import Callable, Collection
from datetime import date

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from sqlalchemy import Engine
from sqlmodel import Session, select

from model.intake import templates, wording
from model.intake.account.account_words import lines
from model.intake.examine import examine
from model.intake.mending import mended_file
from model.intake.report import Answers, Report
from model.store.tables.base import Upload

TODAY = date(2010, 5, 3)
MARK = "qvx"  # in every text of a file that is not ours, and in nothing else
FILES: dict[str, list[list[object]]] = {
    "maanedstal": [["Måned", "Jobcenter", "Personer match 4", "Heraf virksomhedspraktik"],
                   ["2010-03", "Skive", 414, 61], ["2010-03", "Lemvig", 195, 20]],
    "kursusdeltagelse": [["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"],
                         ["K1", "Skive", "jobkonsulent", 3, 2], ["K1", "Lemvig", "tovholder", 1, 1]],
    "kursusevaluering": [["Kursusdag", "Udsendte", "Besvarede"], ["K1", 40, 20], ["K2", 30, 10]],
    "hotline": [["Nr.", "Dato", "Jobcenter", "Tema"], [1, "03-11-2009", "Skive", "Mentor"],
                [2, "04-11-2009", "Lemvig", "Mentor"]],
    "kursusdage": [["Kursusdag", "Aflyst"], ["K3", "ja"], ["K4", "nej"]],
    "raadgivning": [["Jobcenter", "Status", "Tilbudt den"], ["Skive", "tilbudt", "01-12-2009"],
                    ["Lemvig", "tilbudt", "01-12-2009"]],
    "centre": [["Jobcenter", "Virksomhedscenter", "Åbnet", "Pladser"], ["Skive", "Lysthuset", "01-10-2009", 6],
               ["Lemvig", "Havnen", "01-10-2009", 6]]}


def text_file(rows: list[list[object]]) -> bytes:
    """The rows as a text file."""
    return "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in rows).encode()


def workbook(rows: list[list[object]]) -> bytes:
    """The rows in a workbook with names in every corner of it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active["A1"].comment = Comment(f"spørg {MARK}", f"Opdigtet {MARK}")
    book.active.oddFooter.center.text = f"Udskrevet af {MARK}"
    book.properties.creator = f"Opdigtet {MARK}"
    book.defined_names[f"Liste_{MARK}"] = DefinedName(f"Liste_{MARK}", attr_text="Sheet!$A$1")
    for title in ("Noter", "Skjult"):
        other = book.create_sheet(title)
        other.append([f"Opdigtet {MARK}", "mødte ikke"])
        other.sheet_state = "hidden" if title == "Skjult" else "visible"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def unpacked(content: bytes) -> str:
    """Everything that bytes hold, the parts of a workbook among it."""
    if content[:2] != b"PK":
        return content.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode('utf-8', errors='replace')}"
                         for name in archive.namelist())


def stored(engine: Engine) -> str:
    """Everything the database holds."""
    with engine.connect() as connection, Session(engine) as session:
        files = [unpacked(zlib.decompress(content)) for content in session.exec(select(Upload.content))]
        dumped = connection.connection.dbapi_connection.iterdump()
        return "\n".join([*dumped, *files])


def said(report: Report) -> str:
    """Everything a person or a program is told of a report, but for the headings they are asked about."""
    samples = [sample for heading in (*report.mapping, *(report.question.headings if report.question else ()))
               for sample in heading.samples]
    texts = [*report.notes, *(f"{p.text} {p.reason} {p.options}" for p in report.problems), *samples,
             *(map(str, report.corrections)), *(lines(report.account) if report.account else ()),
             unpacked(templates.problem_list(report, "csv")), unpacked(templates.problem_list(report, "xlsx")),
             str(wording.problem_table(report.problems, {}).to_dict())]
    return "\n".join([*texts, unpacked(mended_file.content(report)) if report.workbook else ""])


def answered(engine: Engine, name: str, content: bytes, dataset: str) -> Report:
    """The report with what is asked answered, the answers remembered: no unknown column is used."""
    asked = examine(engine, name, content, dataset=dataset, today=TODAY).question
    told = {heading.index: "ignore" if heading.index in asked.asked else heading.guess or "ignore"
            for heading in asked.headings} if asked else {}
    return examine(engine, name, content, dataset=dataset, today=TODAY,
                   answers=Answers(columns=told, approved=True, profile_name="Vores lister"))


def settled(check: Callable[[dict[str, str]], Report], *, last: Collection[str] = ()) -> Report:
    """The report with each question answered by its first option as they come up. last: those answered by their last.
    """
    said: dict[str, str] = {}
    report = check(said)
    while new := [p for p in (*report.errors, *(report.question.refusal if report.question else ()))
                  if p.question and p.question not in said]:
        said |= {str(p.question): p.options[-1 if p.question in last else 0].value for p in new}
        report = check(said)
    return report
