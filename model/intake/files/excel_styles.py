"""The styles of a workbook: the little of them that bears on a figure, and a plain part in place of the rest."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from model.intake.files import number_formats

STYLES = "xl/styles.xml"  # where they usually lie
RELATIONS = "xl/_rels/workbook.xml.rels"
OWN_FORMATS = 164  # from this number on a format is one of the workbook's own, which must say what it is
NO = {"0", "false", "none", "off"}
RAISED = {"superscript", "subscript"}
PLAIN = ('<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>{}</numFmts>'
         '<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>'
         '<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{}</cellXfs></styleSheet>')


@dataclass(frozen=True)
class Style:
    """How a cell shows what it holds. number: its format's number; code: that format.

    lacking: the format or the font that it names is not in the file.
    """

    number: int = 0
    code: str = "General"
    struck: bool = False
    raised: bool = False
    lacking: bool = False
    size: float = 0

    @property
    def is_plain(self) -> bool:
        """Whether a cell of this style shows just what it holds."""
        return not (self.struck or self.raised or number_formats.is_month(self.code)) and number_formats.is_plain(
            self.code)


def part_of(parts: Mapping[str, bytes]) -> str:
    """The part with the styles: the one that the workbook points to, or the usual one; capitals make no difference."""
    relations = ElementTree.fromstring(parts[RELATIONS]) if RELATIONS in parts else ()
    said = (posixpath.normpath(posixpath.join("/xl", each.get("Target", "")))[1:] for each in relations
            if each.get("Type", "").endswith("/styles"))
    names = {name.casefold(): name for name in parts}
    return next((names[one.casefold()] for one in (*said, STYLES) if one.casefold() in names), STYLES)


def read(xml: bytes) -> tuple[Style, ...]:
    """The cells' styles in the order in which cells point to them."""
    root = ElementTree.fromstring(xml)
    codes = {_number(found, "numFmtId"): found.get("formatCode", "") for found in _under(root, "numFmts")}
    fonts = [(*emphasis(font), size(font) or 0) for font in _under(root, "fonts")]
    return tuple(_style(found, codes, fonts) for found in _under(root, "cellXfs"))


def _builtin(number: int) -> str:
    from openpyxl.styles.numbers import BUILTIN_FORMATS  # what text files share with this module does not need openpyxl

    return str(BUILTIN_FORMATS.get(number, "General"))


def _style(element: ElementTree.Element, codes: dict[int, str], fonts: list[tuple[bool, bool, float]]) -> Style:
    number, font = _number(element, "numFmtId"), _number(element, "fontId")
    struck, raised, points = fonts[font] if font < len(fonts) else (False, False, 0.0)
    lacking = font >= max(len(fonts), 1) or (number >= OWN_FORMATS and number not in codes)
    code = codes.get(number) or _builtin(number)
    return Style(number, code, struck, raised, lacking, points)


def emphasis(font: ElementTree.Element) -> tuple[bool, bool]:
    """Whether a font strikes its text out, and whether it raises or lowers it."""
    said = {local(child): child.get("val", "1") for child in font}
    struck = any(said.get(name, "0").casefold() not in NO for name in ("strike", "dstrike"))
    return struck, said.get("vertAlign", "") in RAISED


def size(font: ElementTree.Element) -> float | None:
    """The size of a font in points; None where it does not say."""
    said = next((child.get("val", "") for child in font if local(child) == "sz"), "")
    return float(said) if said.replace(".", "", 1).isdecimal() else None


def plain(xml: bytes) -> bytes:
    """A styles part with the number formats alone, which tell dates from numbers: no other style matters here."""
    styles = read(xml) or (Style(),)
    codes = {style.number: style.code for style in styles}
    formats = (f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>' for number, code in codes.items())
    return PLAIN.format("".join(formats), "".join(f'<xf numFmtId="{style.number}"/>' for style in styles)).encode()


def below(limit: int) -> bytes:
    """A pattern of the numbers from 0 up to but not ``limit``, quick however many they are."""
    last = str(limit - 1)
    shorter = [rf"\d{{1,{len(last) - 1}}}"] if len(last) > 1 else []
    lower = [rf"{last[:at]}[0-{int(digit) - 1}]\d{{{len(last) - at - 1}}}" for at, digit in enumerate(last)
             if digit > "0"]
    return "|".join((*shorter, *lower, last)).encode()


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _under(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [child for part in root if local(part) == name for child in part]


def _number(element: ElementTree.Element, name: str) -> int:
    said = element.get(name, "0")
    return int(said) if said.isascii() and said.isdigit() else 0
