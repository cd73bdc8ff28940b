"""The minutes of a dialogue meeting as a Word document: who took part, then the agenda's own texts and figures, in the
order it went.
"""

from datetime import date

from docx.document import Document as WordDocument

from model.basics.formatting import day
from model.documents import letters, word
from model.programmes.met import meeting_with
from model.subjects.meetings.figures.agenda import Agenda, Part
from model.subjects.meetings.words.parts import WHO

DRAFT = "Udkast: mødet er ikke lukket, og tallene kan stadig ændre sig."


def closing_line(on: date, by: str) -> str:
    """What the minutes of a closed meeting say of themselves."""
    return f"Lukket den {day(on)} af {by}. Tallene er dem, der blev vist på mødet."


def minutes_docx(agenda: Agenda, *, status: str, made: date) -> bytes:
    """The minutes as A4 in Danish. ``status``: DRAFT or ``closing_line``; ``made``: the day they say they were made."""
    agenda, status = letters.throughout(agenda, letters.plain), letters.plain(status)
    title = f"Referat af dialogmøde {meeting_with(agenda.unit, agenda.name)}"
    document = word.begun(title, made=made, sample=agenda.sample)
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
        word.table(document, part.columns, part.rows, title=part.title, numbers=part.numbers)
