"""Text files of every Danish flavour: encoding, separator, cells.

Row numbers are the ones Excel shows for the same file: a quoted line break does not begin a new row, and the line
``sep=;`` is not a row.
"""

import html
import io
import re
from collections import Counter
from collections.abc import Collection
from itertools import repeat

import pandas as pd

from model.basics.formatting import listing, normalise, number
from model.basics.personal_data import suspect_lines
from model.basics.settings import Settings
from model.intake.cells.signs import plain_signs
from model.intake.files.damage import NOT_TEXT, QUOTED, damage, unreadable
from model.intake.files.encodings import decoded
from model.intake.files.quotes import unwrapped, with_plain_quotes
from model.intake.files.separators import HEADER_ROWS, separator
from model.intake.files.workbook import Content, FileRefused, Sheet, listed, problem, refusal, trimmed
from model.intake.report import Problem

JOINED = re.compile(r"(?<=[^\n])\x1a?\ufeff(?=\S)")  # where a file begins right after another's last cell
SEPARATOR_LINE = re.compile(r'"?sep=([;,\t|])"?[;,\t|]*\n', re.IGNORECASE)
CODED = re.compile(r"&(?:amp;)*(?:lt|gt|le|ge|amp|nbsp|shy|ndash|mdash|(?:ae|AE)lig|[oO]slash|[aA]ring|#\d{2,6}"
                   r"|#x[0-9a-fA-F]{2,5});")
NO_SIGNS = frozenset('\n\r\t;,|"')  # what would take the file apart in another way than it was written
SPACES = " \u00a0\u2009\u202f"
INSIDE = str.maketrans({",": " ", "\n": " "})  # what means nothing inside quotation marks
SHOWN_CODES = 5
SEARCHED = 1_000_000  # characters of a text without columns that are searched for personal data before it is refused
JOINED_NOTE = "Filen er {} filer sat efter hinanden (med et bytemærke imellem). Den er læst som én tabel."
CODED_NOTE = "Filen skriver nogle tegn som koder fra en webside. De er læst som det, de står for: {}."
UNWRAPPED = "Hele linjer stod i anførselstegn. De ydre anførselstegn er taget af, før linjerne blev delt i celler."
EMPTY = "Filen er tom: der er ingen celler med indhold. Gem den igen fra regnearket, og indlæs den."
SEPARATOR_NOTE = "Første linje »sep=…« siger, hvilket skilletegn filen bruger, og er sprunget over."
OPEN_QUOTE = ('Et anførselstegn (") er ikke afsluttet, så resten af filen bliver til én celle. Ret det, eller gem '
              "filen som .xlsx.")
TOO_LONG = ("Række {} har flere felter, end der er kolonner. Der står nok et komma inde i et tal eller en tekst, så "
            "resten af rækken er rykket til højre. Gem filen med semikolon som skilletegn eller som .xlsx.")


def read_text(content: bytes, *, known_headings: Collection[str], limits: Settings) -> Content:
    """The one sheet of a text file, with what is wrong with it. Raises FileRefused when it cannot be taken apart.

    A text without columns is handed on as one column of lines, so that it can be searched for personal data too.
    """
    found = decoded(content)
    coded = _lines_of(found.text)
    text = CODED.sub(_sign, coded)
    if unreadable(text):
        raise refusal(NOT_TEXT)
    wrapped, text = text, unwrapped(text)
    notes = [*([found.note] if found.note else []), *_joined(found.text), *_coded(coded),
             *([UNWRAPPED] if text != wrapped else [])]
    declared = SEPARATOR_LINE.match(text)
    text = text[declared.end():] if declared else text
    problems = [*([problem(found.fault)] if found.fault else []), *damage(text, lossy=found.lossy)]
    whole, text = text, text.rstrip("\n;,\t| \u00a0")
    last = whole[len(text):].partition("\n")[0]  # the separators after the last cell
    _refuse_length(text, limits)
    try:
        mark = declared[1] if declared else separator(text, known_headings)
        text = with_plain_quotes(text, mark)
        cells = _cells(text, mark, limits)
    except FileRefused as refused:
        return Content((Sheet("", _lines(text[:SEARCHED])),), problems=(*problems, *refused.problems))
    if mark == ",":
        problems += _overlong(text + last, known_headings)
    return Content((Sheet("", trimmed(cells)),), rows=_suspects(text, mark, len(cells)), problems=tuple(problems),
                   notes=(*([SEPARATOR_NOTE] if declared else []), *notes))


def _lines_of(text: str) -> str:
    """The decoded text with ``\\n`` as line end and every sign as it looks; files put after one another, one table."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    first = text.partition("\n")[0]
    return plain_signs(JOINED.sub("\n", text) if f"\ufeff{first}" in text else text).rstrip("\x1a")


def _joined(text: str) -> list[str]:
    """That the file is several put after one another, by the marks that each of them begins with."""
    first, *rest = text.removeprefix("\ufeff").splitlines() or [""]
    marks = sum(line.count(f"\ufeff{first}") for line in rest)
    return [JOINED_NOTE.format(marks + 1)] if marks else []


def _sign(code: re.Match[str]) -> str:
    """The sign that a web page's code stands for; the code itself where that sign would part cells or rows."""
    sign = html.unescape(re.sub("&(?:amp;)+(?=.)", "&", code[0]))
    return code[0] if sign in NO_SIGNS else sign


def _coded(text: str) -> list[str]:
    """That signs are written as a web page's codes, whose semicolon would else part the number they stand in."""
    codes = {code[0]: _sign(code) for code in CODED.finditer(text)}
    told = [f"{code} som »{sign}«" for code, sign in codes.items() if code != sign][:SHOWN_CODES]
    return [CODED_NOTE.format(listing(told))] if told else []


def _refuse_length(text: str, limits: Settings) -> None:
    if not text.strip():
        raise refusal(EMPTY)
    rows = text.count("\n") + 1
    if rows > limits.max_rows:
        raise refusal(f"Filen har {number(rows)} rækker, og der kan højst læses {number(limits.max_rows)}. Slet de "
                      "rækker, der ikke skal bruges, eller del filen i flere.")


def _cells(text: str, mark: str, limits: Settings) -> pd.DataFrame:
    """Every cell as text in an object frame, rows numbered from 1."""
    columns = max(map(str.count, text.split("\n"), repeat(mark))) + 1
    if columns > limits.max_columns:
        raise refusal(f"Filen har {number(columns)} kolonner, og der kan højst læses {number(limits.max_columns)}. "
                      "Slet de kolonner, der ikke skal bruges, eller vend regnearket om.")
    try:
        cells = pd.read_csv(io.StringIO(_without_blanks(text, mark)), sep=mark, header=None, dtype=object,
                            names=list(range(columns)), index_col=False, na_filter=False, skip_blank_lines=False,
                            engine="c", low_memory=False)
    except pd.errors.ParserError:
        raise refusal(OPEN_QUOTE) from None
    return _with_none(cells)


def _without_blanks(text: str, mark: str) -> str:
    """The text with cells of nothing but spaces made empty."""
    if not any(before + space in text for before in (mark, "\n") for space in SPACES):
        return text
    edge = f"[^{re.escape(mark)}\n]"
    return re.sub(f"(?<!{edge})[{SPACES}]++(?!{edge})", "", text)


def _with_none(cells: pd.DataFrame) -> pd.DataFrame:
    """Empty text as None, rows numbered from 1."""
    values = cells.to_numpy(copy=True)
    values[values == ""] = None
    return pd.DataFrame(values, index=pd.RangeIndex(1, len(values) + 1), columns=range(cells.shape[1]), dtype=object)


def _suspects(text: str, mark: str, rows: int) -> tuple[int, ...] | None:
    """The rows that may hold personal data; None when a quoted line break makes lines and rows differ."""
    if text.count("\n") + 1 != rows:
        return None
    return tuple(line + 1 for line in suspect_lines(text.replace(mark, "\x1f")))


def _lines(text: str) -> pd.DataFrame:
    return _with_none(pd.DataFrame({0: pd.Series(text.split("\n"), dtype=object)}))


def _overlong(text: str, known_headings: Collection[str]) -> list[Problem]:
    """With commas between columns, a number's own comma would push the rest of its row one column to the right.

    A row is held against the headings, trailing commas and all: the cell pushed out at the end may be an empty one.
    """
    lines = QUOTED.sub(lambda quoted: quoted.group().translate(INSIDE), text).split("\n")
    first, width = _width(lines, {normalise(heading) for heading in known_headings})
    rows = [row for row, line in enumerate(lines, 1) if line.count(",") > width
            and (line.strip(", ") if row > first else line.rstrip(", ").count(",") > width)]
    return listed([problem(TOO_LONG.format(row), row=row) for row in rows], "{} rækker mere har for mange felter.")


def _width(lines: list[str], known: set[str]) -> tuple[int, int]:
    """(row of the headings, commas in it), by at least two known headings; else by what most rows have."""
    named = [(row, line.count(",")) for row, line in enumerate(lines[:HEADER_ROWS], 1)
             if sum(normalise(cell) in known for cell in line.split(",")) >= 2]
    if named:
        return named[0][0], max(width for _, width in named)
    counts = [line.count(",") for line in lines]
    usual = max(Counter(filter(None, counts)).items(), key=lambda found: found[1], default=(0, 0))[0]
    return counts.index(usual) + 1, usual
