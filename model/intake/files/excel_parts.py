"""What lies in a workbook beside the cells openpyxl hands out: comments, text boxes, formulas, raw numbers.

An .xlsx file is a zip of XML parts (ECMA-376, part 1). Its parts are read as they stand, because the streaming reader
shows no comments, hides a formula without a stored result as an empty cell, and loses a number that is formatted as a
date but lies beyond the calendar.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property
from xml.etree import ElementTree

from model.intake.files import excel_styles
from model.intake.files.excel_cells import RawCell, cells, long_numbers
from model.intake.files.excel_ends import without_empty_end
from model.intake.files.excel_styles import STYLES, Style
from model.intake.files.excel_styles import local as _local
from model.intake.files.marked import Marked
from model.intake.files.workbook import Aside

ROW_NUMBER = re.compile(rb"<(?:\w+:)?row\b[^>]{0,400}?\br=\"(\d{1,20})\"")
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
RECALCULATE = re.compile(rb"<(?:\w+:)?calcPr\b[^>]{0,400}\bfullCalcOnLoad=\"(?:1|true)\"")
MARGIN = Marked(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>", b"Header", b"Footer")
GUIDED = Marked(rb"<(?:\w+:)?(?:dataValidation|hyperlink|definedName)\b", b"dataValidation", b"hyperlink",
                b"definedName")
GUIDES = {"dataValidation", "hyperlink", "definedName"}  # with words of people's in these attributes
SAID = ("prompt", "promptTitle", "error", "errorTitle", "tooltip", "display", "name", "comment")
BESIDE = re.compile(r"xl/(?:threaded)?(?:comments|drawings|charts|diagrams|pivotCache|externalLinks)[^.]*\.xml$",
                    re.IGNORECASE)
UNREAD = re.compile(r"docProps/|xl/(?:theme|drawings|charts|media|pivot|comments|threadedComments|chartsheets/_rels)")
WHOLES = {"comment", "threadedComment", "p"}  # elements whose pieces of text belong together
MARGINS = {f"{pages}{edge}" for pages in ("odd", "even", "first") for edge in ("Header", "Footer")}


class Package:
    """The XML parts of a workbook. Raises what zipfile and ElementTree raise when it is broken."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Unpack every XML part once."""
        wanted = (name for name in archive.namelist() if name.endswith((".xml", ".rels")))
        self._parts = {name: archive.read(name) for name in wanted}
        self._files = archive.namelist()
        self._styles = excel_styles.part_of(self._parts)
        self.never_calculated = RECALCULATE.search(self._parts.get("xl/workbook.xml", b"")) is not None

    def plain(self) -> io.BytesIO:
        """The workbook with what figures are read from and nothing else: no fonts and fills that a reader might refuse,
        no theme, drawings and properties, and no empty cells behind the last value.
        """
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
            for name, xml in self._parts.items():
                if name == self._styles:
                    archive.writestr(STYLES, excel_styles.plain(xml))
                elif name in self._sheets():
                    archive.writestr(name, without_empty_end(xml))
                elif name != STYLES and not UNREAD.match(name):
                    archive.writestr(name, xml)
        return made

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """The styles that cells point to by number."""
        return excel_styles.read(self._parts[self._styles]) if self._styles in self._parts else ()

    @property
    def has_entities(self) -> bool:
        """Whether a part declares XML entities, which no spreadsheet does and which can unfold without end."""
        return any(b"<!DOCTYPE" in xml or b"<!ENTITY" in xml for xml in self._parts.values())

    @property
    def is_strict(self) -> bool:
        """Whether the workbook is written in ISO's strict dialect, whose sheets the reader would not find."""
        return b"purl.oclc.org/ooxml" in self._parts.get("xl/workbook.xml", b"")

    def highest_row(self) -> int:
        """The highest row number any sheet claims to have."""
        found = (match for xml in self._sheets().values() for match in ROW_NUMBER.findall(xml))
        return max(map(int, found), default=0)

    def _sheets(self) -> dict[str, bytes]:
        return {name: xml for name, xml in self._parts.items()
                if name.startswith("xl/worksheets/") and name.endswith(".xml")}

    def names(self) -> dict[str, str]:
        """Sheet part -> the sheet's name, for sheets found where workbooks keep them."""
        if "xl/workbook.xml" not in self._parts or "xl/_rels/workbook.xml.rels" not in self._parts:
            return {}
        targets = self._targets("xl/_rels/workbook.xml.rels", "xl")
        workbook = ElementTree.fromstring(self._parts["xl/workbook.xml"])
        return {targets.get(_relation(element), ""): element.get("name", "") for element in workbook.iter()
                if _local(element) == "sheet"}

    def _targets(self, part: str, folder: str) -> dict[str, str]:
        """Relation id -> the part it points to."""
        relations = ElementTree.fromstring(self._parts[part]) if part in self._parts else ()
        return {relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
                for relation in relations}

    def long_numbers(self) -> Iterator[tuple[str, RawCell]]:
        """(sheet's name, cell) of numbers as long as a CPR number or written with an exponent."""
        for name, xml in self.named_sheets():
            yield from ((name, cell) for cell in long_numbers(xml))

    def unstored(self) -> Iterator[tuple[str, RawCell]]:
        """(sheet's name, cell) of formulas whose result nobody has stored.

        A writer that never calculates asks for it on opening and puts 0 or nothing where the result should be.
        """
        for name, xml in self.named_sheets():
            if (b"<f" in xml or b":f" in xml) and FORMULA.search(xml):
                yield from ((name, cell) for cell in cells(xml) if cell.formula and self._is_unstored(cell))

    def _is_unstored(self, cell: RawCell) -> bool:
        if not cell.value:
            return cell.kind != "str"  # a stored empty text is a result
        return self.never_calculated and cell.value == "0"

    def named_sheets(self) -> Iterator[tuple[str, bytes]]:
        """(sheet's name, its XML)."""
        names = self.names()
        return ((names.get(part, ""), xml) for part, xml in self._sheets().items())

    def shared_texts(self, wanted: Marked) -> Iterator[ElementTree.Element]:
        """The texts that cells point to by number; none when nothing in them is wanted."""
        xml = self._parts.get("xl/sharedStrings.xml", b"")
        root = ElementTree.fromstring(xml) if wanted.search(xml) else ()
        return (text for text in root if _local(text) == "si")

    def asides(self) -> Iterator[Aside]:
        """Texts beside the cells: comments, text boxes, page headers, what pivot tables and charts have copied, what
        guides who types, what the file says of itself, and the names of what is packed in it.
        """
        names, owners = self.names(), self._owners()
        yield from (Aside("navnet på en del af filen", name) for name in self._files)
        for part, xml in self._parts.items():
            if part == "xl/sharedStrings.xml":
                yield from (Aside("filens gemte tekster", text, shared=True) for _, text in _texts(xml, {"si"}))
            elif BESIDE.match(part):
                sheet = names.get(owners.get(part, ""), "")
                yield from (Aside(place, text, sheet or None) for place, text in _texts(xml))
            elif part.startswith("docProps/"):
                yield from (Aside("filens egenskaber", element.text or "", shared=True)
                            for element in ElementTree.fromstring(xml).iter())
            elif part.startswith("xl/worksheets/") and MARGIN.search(xml):
                yield from (Aside("et sidehoved eller en sidefod", text, names.get(part))
                            for _, text in _texts(xml, MARGINS))
            if part.startswith(("xl/worksheets/", "xl/workbook.xml")) and GUIDED.search(xml):
                yield from (Aside("et link, en indtastningshjælp eller et navngivet område", text, names.get(part))
                            for text in _guiding(xml))

    def _owners(self) -> dict[str, str]:
        """Part -> the sheet part that points to it."""
        return {target: f"xl/worksheets/{posixpath.basename(part).removesuffix('.rels')}"
                for part in self._parts if part.startswith("xl/worksheets/_rels/")
                for target in self._targets(part, "xl/worksheets").values()}


def _texts(xml: bytes, only: set[str] | None = None) -> Iterator[tuple[str, str]]:
    """(place, text) of a part: whole comments and paragraphs, and values kept singly or as attributes."""
    waiting = [ElementTree.fromstring(xml)]
    while waiting:
        element = waiting.pop()
        if _local(element) in (only or WHOLES):
            cell = element.get("ref")
            place = f"kommentaren til celle {cell}" if cell else "en tekstboks eller et diagram"
            yield place, "".join(element.itertext())
            continue
        waiting.extend(element)
        if only is None:
            yield "data gemt bag et diagram eller en pivottabel", element.get("v") or element.text or ""


def _guiding(xml: bytes) -> Iterator[str]:
    """What links, rules for typing and named areas of a part say."""
    for element in ElementTree.fromstring(xml).iter():
        if _local(element) in GUIDES:
            yield from (element.get(name, "") for name in SAID)
            yield from element.itertext()


def _relation(element: ElementTree.Element) -> str:
    return next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
