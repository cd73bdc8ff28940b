"""What a person sees of a sheet that the values in its cells do not say.

A digit may be raised or smaller than the rest (a footnote mark) or struck out, a number format may show »<5« or a
percentage where the cell holds another number, rows and columns may be hidden, and one cell may be merged over several.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree

from model.basics.formatting import listing, number
from model.intake.files import excel_styles, number_formats
from model.intake.files.excel_cells import RawCell, cells
from model.intake.files.excel_parts import Package
from model.intake.files.excel_styles import Style, emphasis, local, size
from model.intake.files.marked import Marked
from model.intake.files.workbook import Area, Aside, Marks, address, problem, shown_name
from model.intake.report import Problem

LISTED = 10  # cells named in one note
EMPHASIS = Marked(rb"<(?:\w+:)?(?:vertAlign|d?strike|sz)\b", b"vertAlign", b"trike", b"sz")
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
COLUMN = Marked(rb"<(?:\w+:)?col\b[^>]*>", b"col")
MERGED = Marked(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"'](\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7})[\"']",
                b"mergeCell")
HIDING = (b"hidden=", b'ht="0', b"ht='0", b'width="0', b"width='0")  # one of them stands where something is hidden
MARGINS = (b'right="0', b"right='0")  # of a printed page, which nearly every sheet has
HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']|\s(?:ht|width)=[\"']0(?:\.0*)?[\"']")
ROWS_HIDDEN = Marked(rb"<(?:\w+:)?sheetFormatPr\b[^>]*\bzeroHeight=[\"'](?:1|true)[\"']", b"zeroHeight")  # by default
COLUMNS_HIDDEN = Marked(rb"<(?:\w+:)?sheetFormatPr\b[^>]*\bdefaultColWidth=[\"']0(?:\.0*)?[\"']", b"defaultColWidth")
SHOWS = re.compile(rb"\shidden=[\"'](?:0|false)[\"']|\s(?:ht|width)=[\"']")
LAST_COLUMN = 16_384
NUMBER = {name: re.compile(rb"\s" + name.encode() + rb"=[\"'](\d{1,7})[\"']") for name in ("r", "min", "max")}
FOOTNOTE = re.compile(r"\s*(?:[(\[]?(?:\d{1,2}|[a-zæøå])[)\].]?|[*†‡§]{1,3})\s*", re.IGNORECASE)
CLEARLY = 0.8  # of the size of the rest, at most, where a smaller piece is not the last
PERCENT = re.compile(r"-?\d+,\d %")
STRUCK_PART = "det, der er streget over, er ikke læst med."
RAISED_PART = "hævede eller sænkede tegn er taget for fodnotetegn og er ikke læst med."
SMALL_PART = "tegn, der er mindre end resten, er taget for fodnotetegn og er ikke læst med."
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


@dataclass(frozen=True)
class Run:
    """A piece of a cell's text. struck, raised, size: None as the cell's own style has it."""

    text: str
    struck: bool | None = None
    raised: bool | None = None
    size: float | None = None


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
    texts = ((at, _runs(text)) for at, text in enumerate(package.shared_texts(EMPHASIS)))
    shared = {at: runs for at, runs in texts if _is_emphasised(runs)}
    odd = {at for at, style in enumerate(package.styles) if not style.is_plain}
    monthly = {at for at, style in enumerate(package.styles) if number_formats.is_month(style.code)}
    uses = re.compile(rb"s=(?<=\ss=)[\"'](?:" + b"|".join(str(at).encode() for at in odd) + rb")[\"']") if odd else None
    count = max(len(package.styles), 1)  # the first is what a cell that points to none has
    lacking = {at for at, style in enumerate(package.styles) if style.lacking}
    elsewhere = re.compile(rb"s=(?<=\ss=)([\"'])(?:(?!(?:" + excel_styles.below(count) + rb")\1)"
                           + b"".join(b"|%d\\1" % at for at in lacking) + b")")
    looks = {}
    for name, xml in package.named_sheets():
        look = Look(Marks(frozenset(_hidden_rows(xml)), frozenset(_hidden_columns(xml)), tuple(_merged(xml))))
        if shared or EMPHASIS.search(xml) or (uses and uses.search(xml)):
            months = set()
            for cell in cells(xml):
                _see(look, name, cell, shared, package.styles)
                if cell.kind == "n" and cell.style in monthly:
                    months.add((cell.row, cell.column))
            look.marks = replace(look.marks, months=frozenset(months))
        if elsewhere.search(xml):
            look.lacking += [address(cell.row, cell.column) for cell in cells(xml)
                             if (cell.style in lacking or not 0 <= cell.style < count)
                             and (cell.value or cell.inline is not None)]
        looks[name] = look
    return looks


def _see(look: Look, sheet: str, cell: RawCell, shared: dict[int, list[Run]], styles: Sequence[Style]) -> None:
    """Take down how one cell looks, where that is not what it holds."""
    style = styles[cell.style] if 0 <= cell.style < len(styles) else Style()
    if cell.kind == "n" and cell.inline is None and not (style.struck or style.raised):
        _formatted(look, cell, style)  # nearly every cell there is: no pieces of text to look at
        return
    runs = _runs_of(cell, shared)
    if not any(run.text.strip() for run in runs):
        return
    struck = [style.struck if run.struck is None else run.struck for run in runs]
    raised = [style.raised if run.raised is None else run.raised for run in runs]
    small = _small(runs, style)
    kept = "".join(run.text for run, *out in zip(runs, struck, raised, small, strict=True) if not any(out))
    whole = "".join(run.text for run in runs)
    if any(struck) or any(raised) or any(small):
        told = STRUCK_PART if any(struck) else RAISED_PART if any(raised) else SMALL_PART
        _emphasised(look, sheet, cell, kept=kept, whole=whole, told=told)
        look.asides += [Aside(f"celle {address(cell.row, cell.column)}", text, sheet, shared=True)
                        for text in dict.fromkeys((whole, *(run.text for run in runs)))]
    elif cell.kind == "n":
        _formatted(look, cell, style)


def _small(runs: Sequence[Run], style: Style) -> list[bool]:
    """Which pieces are footnote marks by their size: short ones smaller than what stands before, or clearly smaller."""
    sizes = [style.size if run.size is None else run.size for run in runs]
    written = [at for at, run in enumerate(runs) if run.text.strip()]
    rest = max((sizes[at] for at in written), default=0)
    return [at in written and FOOTNOTE.fullmatch(run.text) is not None and 0 < sizes[at] < rest
            and (sizes[at] <= CLEARLY * rest or at == written[-1]) for at, run in enumerate(runs)]


def _emphasised(look: Look, sheet: str, cell: RawCell, *, kept: str, whole: str, told: str) -> None:
    place = address(cell.row, cell.column)
    if kept.strip():
        look.texts[cell.row, cell.column] = kept
        look.told[told].append(place)
    elif told == STRUCK_PART or any(character.isdigit() for character in whole):
        look.problems.append(problem((STRUCK if told == STRUCK_PART else RAISED).format(place), sheet=shown_name(sheet),
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
        told = SHOWN.format(text.removeprefix(number_formats.OF_YEAR)) if text else NOT_SHOWN
        look.told[told].append(address(cell.row, cell.column))


def _runs_of(cell: RawCell, shared: dict[int, list[Run]]) -> list[Run]:
    """The pieces of what the cell holds; a text that is kept elsewhere without odd pieces is any text."""
    if cell.inline is not None:
        return _runs(cell.inline)
    if cell.kind == "s" and cell.value.isdigit() and int(cell.value) in shared:
        return shared[int(cell.value)]
    return [Run("tekst" if cell.kind == "s" else cell.value)]


def _runs(text: ElementTree.Element) -> list[Run]:
    runs: list[Run] = []
    for child in text:
        if local(child) == "t":
            runs.append(Run(child.text or ""))
        elif local(child) == "r":
            fonts = [part for part in child if local(part) == "rPr"]
            written = "".join(part.text or "" for part in child if local(part) == "t")
            runs.append(Run(written, *emphasis(fonts[0]), size(fonts[0])) if fonts else Run(written))
    return runs


def _is_emphasised(text: Sequence[Run]) -> bool:
    marked = any(FOOTNOTE.fullmatch(run.text) for run in text) and len({run.size for run in text}) > 1
    return marked or any(run.struck or run.raised for run in text)


def _hidden_rows(xml: bytes) -> Iterator[int]:
    """The numbers of hidden rows, among them those that a filter leaves out and those hidden unless they say else."""
    by_default = ROWS_HIDDEN.search(xml) is not None
    if not by_default and sum(map(xml.count, HIDING)) <= sum(map(xml.count, MARGINS)):
        return
    at = 0
    for row in ROW.finditer(xml):
        said = NUMBER["r"].search(row[0])
        at = int(said[1]) if said else at + 1
        if HIDDEN.search(row[0]) or (by_default and not SHOWS.search(row[0])):
            yield at


def _hidden_columns(xml: bytes) -> Iterator[int]:
    said: dict[bool, set[int]] = {True: set(), False: set()}
    for column in COLUMN.finditer(xml):
        first, last = NUMBER["min"].search(column[0]), NUMBER["max"].search(column[0])
        if first and last:
            hidden = HIDDEN.search(column[0]) is not None
            said[hidden].update(range(int(first[1]) - 1, min(int(last[1]), LAST_COLUMN)))
    yield from said[True]
    if COLUMNS_HIDDEN.search(xml):
        yield from set(range(LAST_COLUMN)) - said[False] - said[True]


def _merged(xml: bytes) -> Iterable[Area]:
    return (Area.of(found[1].decode().replace("$", "")) for found in MERGED.finditer(xml))
