"""Whether a workbook holds words beside its cells: an author, comments, page headers, names, what a filter shows.

Only what is known to hold nothing but looks and sizes passes. Anything else may hold a person's name, so a workbook
that has it is never kept as it came.
"""

import html
import io
import re
import zipfile
from collections.abc import Collection, Iterator
from xml.etree import ElementTree

from model.intake.files.excel_styles import local

LOOKS = re.compile(r"\[Content_Types\]\.xml|(?:.*/)?_rels/.*\.rels|xl/(?:styles|calcChain)\.xml|xl/theme/theme\d*\.xml")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
TEXTS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
CORE, APP = "docProps/core.xml", "docProps/app.xml"
PROGRAMS = frozenset({"openpyxl", "xlsxwriter", "Microsoft Excel", "Microsoft Macintosh Excel", "LibreOffice"})
OF_BOOK = frozenset({"workbook", "workbookPr", "fileVersion", "workbookProtection", "bookViews", "workbookView",
                     "sheets", "sheet", "calcPr", "definedNames"})
OF_SHEET = frozenset({"worksheet", "sheetPr", "tabColor", "outlinePr", "pageSetUpPr", "dimension", "sheetViews",
                      "sheetView", "pane", "selection", "sheetFormatPr", "cols", "col", "sheetData", "row", "c", "v",
                      "f", "is", "t", "r", "rPr", "b", "i", "u", "strike", "vertAlign", "sz", "color", "rFont",
                      "family", "charset", "scheme", "mergeCells", "mergeCell", "printOptions", "pageMargins",
                      "pageSetup", "ignoredErrors", "ignoredError", "autoFilter", "sheetCalcPr", "phoneticPr",
                      "sheetProtection", "rowBreaks", "colBreaks", "brk"})
OF_APP = frozenset({"Application", "AppVersion", "DocSecurity", "ScaleCrop", "SharedDoc", "LinksUpToDate",
                    "HyperlinksChanged", "TotalTime", "i4"})  # what a program says of itself
KINDS = frozenset({"Worksheets", "Regneark", "Tabeller"})
OUTWARD = re.compile(r"[\"'\[]")  # in a formula: a text, another sheet or file
OPENED = re.compile(rb"<(?!/|[cv][ >])([^\s/>]+)")  # all but plain cells and their values; comments, too
FORMULA = re.compile(rb"<(?:[^\s/>:]+:)?f(?:\s[^>]*)?>([^<]+)")
PROLOG = "?xml"


def holds_words(content: bytes, shown: Collection[str]) -> bool:
    """Whether a workbook has words that no cell shows. shown: the texts of its cells and the names of its sheets."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if archive.comment or any(entry.comment for entry in archive.infolist()):
            return True
        return any(_part_holds(name, archive, frozenset(shown)) for name in archive.namelist())


def _part_holds(name: str, archive: zipfile.ZipFile, shown: frozenset[str]) -> bool:
    if LOOKS.fullmatch(name):
        return b'TargetMode="External"' in archive.read(name)
    if name == BOOK:
        return any(local(e) not in OF_BOOK for e in _elements(archive.read(name)))
    if SHEET.fullmatch(name):
        return _sheet_holds(archive.read(name))
    if name == TEXTS:
        texts = ("".join(text.itertext()) for text in _elements(archive.read(name)) if local(text) == "si")
        return any(text.strip() and text not in shown for text in texts)
    if name == CORE:
        return any(_is_word(e.text) and e.text not in PROGRAMS for e in _elements(archive.read(name)))
    if name == APP:
        return any(_is_word(e.text) and local(e) not in OF_APP and e.text not in KINDS | shown
                   for e in _elements(archive.read(name)))
    return True


def _elements(xml: bytes) -> Iterator[ElementTree.Element]:
    return ElementTree.fromstring(xml).iter()


def _sheet_holds(xml: bytes) -> bool:
    """Whether a sheet says something beside its cells: a filter's names, a text in a formula.

    It is searched as it stands: to parse the largest sheets takes longer than to check all their figures.
    """
    kinds = {kind.decode(errors="replace").rpartition(":")[2] for kind in set(OPENED.findall(xml))}
    if "worksheet" not in kinds or kinds - OF_SHEET - {PROLOG}:
        return True
    formulas = set(FORMULA.findall(xml)) if "f" in kinds else ()
    return any(OUTWARD.search(html.unescape(text.decode(errors="replace"))) for text in formulas)


def _is_word(text: str | None) -> bool:
    """Whether a property holds a letter that is none of a moment's: ``2010-03-01T12:00:00Z`` says nothing."""
    return any(map(str.isalpha, re.sub(r"\d{2}T\d{2}|\d{2}Z$", "", text or "")))
