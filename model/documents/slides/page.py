"""The page of a slide: places in points (1/72 inch), and how much room a text takes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pptx.dml.color import RGBColor

WIDTH, HEIGHT = 960.0, 540.0  # 13.333 × 7.5 inches
MARGIN = 44.0
FONT = "Arial"
LINE = 1.2  # a line's height in sizes
UNKNOWN_LETTER = 700
# Arial's advances in thousandths of the size.
PLAIN = {
    191: "'", 222: "ijl’", 260: "|", 278: " !,./:;I[\\]ft\u00a0·", 333: "()-`r“”{}", 355: '"', 389: "*", 469: "^",
    500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu«»–åéöüä§", 584: "+<=>~−", 611: "FTZø",
    667: "&ABEKPSVXYÅÉ", 722: "CDHNRUw",
    778: "GOQØ", 833: "Mm½", 889: "%æ", 944: "W", 1000: "—…Æ", 1015: "@"}
HEAVY = {
    238: "'", 278: " ,./I\\ijl\u00a0·’|", 333: "!()-:;[]`ft", 389: "*r{}", 474: '"', 500: "z“”",
    556: "#$0123456789J_aceksvxy«»–åéä§", 584: "+<=>^~−", 611: "?FLTZbdghnopquøöü", 667: "EPSVXYÉ", 722: "&ABCDHKNRUÅ",
    778: "GOQwØ", 833: "M½", 889: "%mæ", 944: "W", 975: "@", 1000: "—…Æ"}
ADVANCES = {bold: {letter: advance for advance, letters in table.items() for letter in letters}
            for bold, table in ((False, PLAIN), (True, HEAVY))}


@dataclass(frozen=True)
class Area:
    """A rectangle on a slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def inside(self, *, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> "Area":
        """What is left of it when so much is taken from each side."""
        return Area(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)

    def rows(self, upper: float) -> tuple["Area", "Area"]:
        """Two parts above each other; ``upper`` is the first one's height in points."""
        return (Area(self.left, self.top, self.width, upper),
                Area(self.left, self.top + upper, self.width, self.height - upper))

    def columns(self, count: int, *, gap: float) -> list["Area"]:
        """So many equal parts beside each other."""
        width = (self.width - gap * (count - 1)) / count
        return [Area(self.left + at * (width + gap), self.top, width, self.height) for at in range(count)]


def colour(value: str) -> RGBColor:
    """``#12436D`` as PowerPoint wants it."""
    return RGBColor.from_string(value.lstrip("#"))


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text stands on one line of Arial, in points."""
    advances = ADVANCES[bold]
    return sum(advances.get(letter, UNKNOWN_LETTER) for letter in text) * size / 1000


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``width``, broken at spaces, and inside a word that is wider than a line."""
    return [line.removesuffix(" ") for line in lines_of(text, size, width, bold=bold)]


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The same with the space that a line was broken at, so that they are the whole text again when put together."""
    lines, taken = [""], 0.0
    for word in re.findall(r"[^ ]* |[^ ]+$", text):
        for piece in _pieces(word, size, width, bold=bold):
            if lines[-1] and taken + width_of(piece.removesuffix(" "), size, bold=bold) > width:
                lines.append("")
                taken = 0.0
            lines[-1] += piece
            taken += width_of(piece, size, bold=bold)
    return lines


def _pieces(word: str, size: float, width: float, *, bold: bool) -> list[str]:
    """The word whole; one that is wider than a line in parts, as the programs break it: wherever a line is full."""
    if width_of(word.removesuffix(" "), size, bold=bold) <= width:
        return [word]
    pieces, taken = [""], 0.0
    for letter in word:
        wide = width_of(letter, size, bold=bold)
        if pieces[-1] and taken + wide > width:
            pieces.append("")
            taken = 0.0
        pieces[-1] += letter
        taken += wide
    return pieces


def height_of(texts: Sequence[str], size: float, width: float, *, gap: float = 0, bold: bool = False) -> float:
    """How high paragraphs stand with ``gap`` points between them."""
    lines = sum(len(wrapped(text, size, width, bold=bold)) for text in texts)
    return lines * size * LINE + gap * max(0, len(texts) - 1)


def fitting(text: str, sizes: Sequence[int], width: float, *, lines: int, bold: bool = False) -> int:
    """The largest of the (falling) sizes at which a text takes no more than so many lines; else the smallest."""
    assert all(larger > smaller for larger, smaller in pairwise(sizes))
    return next((size for size in sizes if len(wrapped(text, size, width, bold=bold)) <= lines), sizes[-1])
