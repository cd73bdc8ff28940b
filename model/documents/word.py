"""What every Word document of the project has: A4, Danish, one font, its name and day, and marks on every page."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from model.documents import letters, underneath
from model.documents.marks import INVENTED

LANGUAGE, FONT, INK, BLUE = "da-DK", "Arial", RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x12, 0x43, 0x6D)
SIZES = {"Normal": 10.5, "Header": 9, "Footer": 9, "Title": 20, "Heading 1": 13}  # points
TITLES = ("Title", "Heading 1")
MARGIN = 20  # mm


def begun(title: str, *, made: date, sample: bool) -> WordDocument:
    """A document that says what it is and the day it was made, with its title and, of invented figures, the mark that
    they are on every page.
    """
    document = Document()
    _style(document)
    _properties(document, title, made)
    document.add_heading(title, level=0)
    if sample:
        document.sections[0].header.paragraphs[0].add_run(INVENTED).bold = True
    return document


def foot(document: WordDocument, words: str) -> None:
    """The words at the foot of every page, with the page and how many there are."""
    paragraph: Any = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{words} · side ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" af ")
    _field(paragraph, "NUMPAGES")


def table(document: WordDocument, columns: Sequence[str], rows: Iterable[Sequence[str]], *, title: str,
          numbers: Collection[str] = ()) -> None:
    """A real table: its first row heads the columns and is repeated on the next page, its first column heads the rows.

    title: read aloud before it. numbers: the columns that stand to the right.
    """
    made: Any = document.add_table(rows=0, cols=len(columns), style="Table Grid")
    for at, texts in enumerate((columns, *rows)):
        row = made.add_row()
        for mark in ("w:cantSplit", *(("w:tblHeader",) if at == 0 else ())):
            underneath.table_row(row).get_or_add_trPr().append(OxmlElement(mark))
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(letters.breakable(text)).bold = at == 0 or column == 0  # a column is as wide as its words
            if columns[column] in numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    underneath.table(made).tblPr.append(caption)
    document.add_paragraph()


def saved(document: WordDocument) -> bytes:
    """The document as a file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


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


def _field(paragraph: Any, instruction: str) -> None:
    """A number that the word processor works out: the page, or how many there are."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    underneath.paragraph(paragraph).append(field)
