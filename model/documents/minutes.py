"""The minutes of a dialogue meeting as a Word document: the agenda's own texts and figures, in the order it went."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from model.basics.formatting import day
from model.documents import letters, underneath
from model.subjects.meetings.figures.agenda import Agenda, Part

INVENTED = "Eksempeldata – ikke virkelige tal"
DRAFT = "Udkast: mødet er ikke lukket, og tallene kan stadig ændre sig."
LANGUAGE, FONT, INK, BLUE = "da-DK", "Arial", RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x12, 0x43, 0x6D)
SIZES = {"Normal": 10.5, "Header": 9, "Footer": 9, "Title": 20, "Heading 1": 13}  # points
TITLES = ("Title", "Heading 1")
MARGIN = 20  # mm


def closing_line(on: date, by: str) -> str:
    """What the minutes of a closed meeting say of themselves."""
    return f"Lukket den {day(on)} af {by}. Tallene er dem, der blev vist på mødet."


def minutes_docx(agenda: Agenda, *, status: str, made: date) -> bytes:
    """The minutes as A4 in Danish. ``status``: DRAFT or ``closing_line``; ``made``: the day they say they were made."""
    agenda, status = letters.throughout(agenda, letters.plain), letters.plain(status)
    document = Document()
    _style(document)
    title = f"Referat af dialogmøde med Jobcenter {agenda.name}"
    _properties(document, title, made)
    document.add_heading(title, level=0)
    document.add_paragraph(f"Mødet den {day(agenda.held_on)}. {status}")
    document.add_paragraph().add_run(f"{agenda.title}.").bold = True
    for part in agenda.parts:
        _part(document, part)
    _header_and_footer(document, agenda)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


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


def _style(document: WordDocument) -> None:
    """A4, one font that every machine has, and Danish as the language that is checked and read aloud."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN))
    styles: Any = document.styles
    for name, size in SIZES.items():
        style = styles[name]
        style.font.size, style.font.color.rgb = Pt(size), BLUE if name in TITLES else INK
        _font(style)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    for theme in document.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:val"), LANGUAGE)


def _font(style: Any) -> None:
    """A style's font by name; the template's theme fonts would win over it."""
    style.font.name = FONT
    fonts = style.element.rPr.rFonts
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[theme]


def _properties(document: WordDocument, title: str, made: date) -> None:
    properties = document.core_properties
    properties.title, properties.language = title[:letters.LONGEST_PROPERTY], LANGUAGE
    properties.comments, properties.author, properties.last_modified_by = "", "Fremdrift", "Fremdrift"
    properties.created = properties.modified = datetime.combine(made, time(12))


def _header_and_footer(document: WordDocument, agenda: Agenda) -> None:
    """On every page: that figures are invented where they are, and below how far they go, their day and the page."""
    section = document.sections[0]
    if agenda.sample:
        section.header.paragraphs[0].add_run(INVENTED).bold = True
    foot: Any = section.footer.paragraphs[0]
    foot.add_run(f"{agenda.line} · side ")
    _field(foot, "PAGE")
    foot.add_run(" af ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Any, instruction: str) -> None:
    """A number that the word processor works out: the page, or how many there are."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    underneath.paragraph(paragraph).append(field)
