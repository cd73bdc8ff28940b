"""The minutes of a dialogue meeting as a Word document: who took part, then the agenda's own texts and figures, in the
order it went.
"""

from datetime import date
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from model.basics.formatting import day
from model.documents import letters, underneath, word
from model.subjects.meetings.figures.agenda import Agenda, Part
from model.subjects.meetings.words.parts import WHO

DRAFT = "Udkast: mødet er ikke lukket, og tallene kan stadig ændre sig."


def closing_line(on: date, by: str) -> str:
    """What the minutes of a closed meeting say of themselves."""
    return f"Lukket den {day(on)} af {by}. Tallene er dem, der blev vist på mødet."


def minutes_docx(agenda: Agenda, *, status: str, made: date) -> bytes:
    """The minutes as A4 in Danish. ``status``: DRAFT or ``closing_line``; ``made``: the day they say they were made."""
    agenda, status = letters.throughout(agenda, letters.plain), letters.plain(status)
    document = word.begun(f"Referat af dialogmøde med Jobcenter {agenda.name}", made=made, sample=agenda.sample)
    document.add_paragraph(f"Mødet den {day(agenda.held_on)}. {status}")
    document.add_paragraph().add_run(f"{agenda.title}.").bold = True
    for part in sorted(agenda.parts, key=lambda part: part.key != WHO):
        _part(document, part)
    word.foot(document, agenda.line)
    return word.saved(document)


def _part(document: WordDocument, part: Part) -> None:
    document.add_heading(part.title, level=1)
    for line in part.lines:
        document.add_paragraph(line)
    if part.rows:
        _table(document, part)


def _table(document: WordDocument, part: Part) -> None:
    """A real table: its first row heads the columns and is repeated on the next page."""
    table: Any = document.add_table(rows=0, cols=len(part.columns), style="Table Grid")
    for at, texts in enumerate((part.columns, *part.rows)):
        row = table.add_row()
        for mark in ("w:cantSplit", *(("w:tblHeader",) if at == 0 else ())):
            underneath.table_row(row).get_or_add_trPr().append(OxmlElement(mark))
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(letters.breakable(text)).bold = at == 0 or column == 0  # a column is as wide as its words
            if part.columns[column] in part.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    caption = OxmlElement("w:tblCaption")  # read aloud before the table
    caption.set(qn("w:val"), part.title)
    underneath.table(table).tblPr.append(caption)
    document.add_paragraph()
