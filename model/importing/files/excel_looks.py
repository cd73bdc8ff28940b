"""What a person sees of a sheet that the values in its cells do not say.

A digit may be raised (a footnote mark) or struck out, a number format may show »<5« or a percentage where the cell
holds another number, rows and columns may be hidden, and one cell may be merged over several.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

from model.formatting import listing, number
from model.importing.files import excel_styles, number_formats
from model.importing.files.excel_parts import Package, RawCell, cells
from model.importing.files.excel_styles import Style, emphasis, local
from model.importing.files.workbook import Area, Aside, Marks, address, problem, shown_name
from model.importing.report import Problem

LISTED = 10  # cells named in one note
EMPHASIS = re.compile(rb"<(?:\w+:)?(?:vertAlign|d?strike)\b")
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"'](\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7})[\"']")
HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']|\s(?:ht|width)=[\"']0(?:\.0*)?[\"']")
NUMBER = {name: re.compile(rb"\s" + name.encode() + rb"=[\"'](\d{1,7})[\"']") for name in ("r", "min", "max")}
PERCENT = re.compile(r"-?\d+,\d %")
STRUCK_PART = "det, der er streget over, er ikke læst med."
RAISED_PART = "hævede eller sænkede tegn er taget for fodnotetegn og er ikke læst med."
STRUCK = ("Celle {} er streget over. Slet det, der står i den, hvis det ikke gælder, eller fjern gennemstregningen, "
          "hvis det gælder.")
RAISED = ("Alt i celle {} er hævet eller sænket, så det ikke kan ses, om det er et tal eller et fodnotetegn. Fjern "
          "»Hævet« eller »Sænket« under »Formatér celler«, eller slet det, der står i cellen.")
SHOWN = "Excel viser »{}« i stedet for det tal, der står i cellen, og det er læst, som det vises."
LACKING = ("{} peger på et format, der ikke er i filen, så det kan ikke ses, om tal dér vises på en anden måde, fx som "
           "skjult »<5« eller streget over. Tallene er læst, som de er gemt. Åbn den oprindelige fil i det program, "
           "den kommer fra, se efter, gem den under et nyt navn som »Excel-projektmappe (*.xlsx)«, og indlæs den nye "
           "fil.")
NOT_SHOWN = "Excel viser ikke det tal, der står i cellen, og den er læst som tom."

Run = tuple[str, bool | None, bool | None]  # text, struck, raised; None: as the cell's own style has it


@dataclass
class Look:
    """One sheet. texts: what is read in place of the stored value, by (row, column from 0); None = nothing."""

    marks: Marks
    texts: dict[tuple[int, int], str | None] = field(default_factory=dict)
    told: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # what is told -> of which cells
    problems: list[Problem] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)  # cells whose format is not in the file
    asides: list[Aside] = field(default_factory=list)

    def notes(self, sheet: str) -> Iterator[str]:
        """What was read in another way than it is stored, and in which cells."""
        for text, places in self.told.items():
            yield f"Ark »{shown_name(sheet)}«, celle {_named(places)}: {text}"

    def warnings(self, sheet: str) -> Iterator[Problem]:
        """What cannot be known of how the sheet looks."""
        if self.lacking:
            yield problem(LACKING.format(f"Celle {_named(self.lacking)}"), sheet=shown_name(sheet), severity="advarsel")


def _named(places: list[str]) -> str:
    """The first of the cells, no more than a person reads."""
    more = len(places) - LISTED
    return f"{', '.join(places[:LISTED])} og {number(more)} til" if more > 0 else listing(places)


def of(package: Package) -> dict[str, Look]:
    """Sheet's name -> how it looks."""
    shared = {at: _runs(text) for at, text in enumerate(package.shared_texts(EMPHASIS)) if _is_emphasised(text)}
    odd = {at for at, style in enumerate(package.styles) if not style.is_plain}
    uses = re.compile(rb"\ss=[\"'](?:" + b"|".join(str(at).encode() for at in odd) + rb")[\"']") if odd else None
    count = max(len(package.styles), 1)  # the first is what a cell that points to none has
    lacking = {at for at, style in enumerate(package.styles) if style.lacking}
    elsewhere = re.compile(rb"\ss=([\"'])(?:(?!(?:" + excel_styles.below(count) + rb")\1)"
                           + b"".join(b"|%d\\1" % at for at in lacking) + b")")
    found = {}
    for name, xml in package.named_sheets():
        look = Look(Marks(frozenset(_hidden_rows(xml)), frozenset(_hidden_columns(xml)), tuple(_merged(xml))))
        if shared or EMPHASIS.search(xml) or (uses and uses.search(xml)):
            for cell in cells(xml):
                _see(look, name, cell, shared, package.styles)
        if elsewhere.search(xml):
            look.lacking += [address(cell.row, cell.column) for cell in cells(xml)
                             if (cell.style in lacking or not 0 <= cell.style < count)
                             and (cell.value or cell.inline is not None)]
        found[name] = look
    return found


def _see(look: Look, sheet: str, cell: RawCell, shared: dict[int, list[Run]], styles: Sequence[Style]) -> None:
    """Take down how one cell looks, where that is not what it holds."""
    style = styles[cell.style] if 0 <= cell.style < len(styles) else Style()
    if cell.kind == "n" and cell.inline is None and not (style.struck or style.raised):
        _formatted(look, cell, style)  # nearly every cell there is: no pieces of text to look at
        return
    runs = _runs_of(cell, shared)
    if not any(text.strip() for text, _, _ in runs):
        return
    struck = [style.struck if said is None else said for _, said, _ in runs]
    raised = [style.raised if said is None else said for _, _, said in runs]
    kept = "".join(text for (text, _, _), *out in zip(runs, struck, raised, strict=True) if not any(out))
    whole = "".join(text for text, _, _ in runs)
    if any(struck) or any(raised):
        _emphasised(look, sheet, cell, kept=kept, whole=whole, struck=any(struck))
        look.asides += [Aside(f"celle {address(cell.row, cell.column)}", text, sheet, shared=True)
                        for text in dict.fromkeys((whole, *(text for text, _, _ in runs)))]
    elif cell.kind == "n":
        _formatted(look, cell, style)


def _emphasised(look: Look, sheet: str, cell: RawCell, *, kept: str, whole: str, struck: bool) -> None:
    place = address(cell.row, cell.column)
    if kept.strip():
        look.texts[cell.row, cell.column] = kept
        look.told[STRUCK_PART if struck else RAISED_PART].append(place)
    elif struck or any(character.isdigit() for character in whole):
        look.problems.append(problem((STRUCK if struck else RAISED).format(place), sheet=shown_name(sheet),
                                     row=cell.row, column=place.rstrip("0123456789"), cell=place))


def _formatted(look: Look, cell: RawCell, style: Style) -> None:
    try:
        text = number_formats.shown(float(cell.value), style.code)
    except ValueError:
        return  # no number, though the cell says so: the reader tells of it
    if text is None:
        return
    look.texts[cell.row, cell.column] = text or None
    if not PERCENT.fullmatch(text):  # a percentage among counts is told of by those who read them
        look.told[SHOWN.format(text) if text else NOT_SHOWN].append(address(cell.row, cell.column))


def _runs_of(cell: RawCell, shared: dict[int, list[Run]]) -> list[Run]:
    """The pieces of what the cell holds; a text that is kept elsewhere without odd pieces is any text."""
    if cell.inline is not None:
        return _runs(cell.inline)
    if cell.kind == "s" and cell.value.isdigit() and int(cell.value) in shared:
        return shared[int(cell.value)]
    return [("tekst" if cell.kind == "s" else cell.value, None, None)]


def _runs(text: ElementTree.Element) -> list[Run]:
    found: list[Run] = []
    for child in text:
        if local(child) == "t":
            found.append((child.text or "", None, None))
        elif local(child) == "r":
            fonts = [part for part in child if local(part) == "rPr"]
            struck, raised = emphasis(fonts[0]) if fonts else (None, None)
            found.append(("".join(part.text or "" for part in child if local(part) == "t"), struck, raised))
    return found


def _is_emphasised(text: ElementTree.Element) -> bool:
    return any(struck or raised for _, struck, raised in _runs(text))


def _hidden_rows(xml: bytes) -> Iterator[int]:
    """The numbers of hidden rows, among them those that a filter leaves out."""
    if not HIDDEN.search(xml):
        return
    at = 0
    for row in ROW.finditer(xml):
        said = NUMBER["r"].search(row[0])
        at = int(said[1]) if said else at + 1
        if HIDDEN.search(row[0]):
            yield at


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for column in COLUMN.finditer(xml):
        first, last = NUMBER["min"].search(column[0]), NUMBER["max"].search(column[0])
        if first and last and HIDDEN.search(column[0]):
            yield from range(int(first[1]) - 1, min(int(last[1]), 16_384))


def _merged(xml: bytes) -> Iterable[Area]:
    return (Area.of(found[1].decode().replace("$", "")) for found in MERGED.finditer(xml))
