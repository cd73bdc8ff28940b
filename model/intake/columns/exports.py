"""What form programs put around a table: the group before each field's name, and a row of units or help under them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from model.basics.formatting import listing, normalise
from model.intake.cells.count_text import NUMERIC
from model.intake.columns import own_words
from model.intake.columns.other_figures import is_another
from model.intake.columns.spellings import SEARCHED
from model.intake.columns.vocabulary import PLACES, Vocabulary
from model.intake.datasets.monthly_figures import MEASURE, MONTH, VALUE
from model.intake.files.workbook import Sheet, Workbook
from model.intake.tables.extent import SAID_MISSING

LOOKED_AT = 10  # rows under the headings that tell which columns hold numbers
MOST = 3  # rows of units or help
SHOWN = 40  # characters of such a row
GROUPED = re.compile(r"(?P<group>.*\S)(?:/|\.|::?| [-–>|/] )(?P<field>[^/:>|]*[^\W\d_][^/:>|]*)")
NO_GROUP = re.compile(r"\b(?:mål|måltal|budget|forvent|plan|prognose|mænd|kvinde|mand|unge|ældre|ikke|uden|under|over"
                      r"|sidste|forrige|tidligere|heraf|andre|øvrige|nye|rest)", re.IGNORECASE)  # another figure
GENERAL = {normalise(word) for key in (VALUE, MEASURE) for word in (key.heading, key.name, *key.aliases)}
UNITS = {normalise(word) for word in (
    "antal", "personer", "antal personer", "pers.", "borgere", "stk", "stk.", "kode", "firecifret kode", "tekst", "tal",
    "heltal", "helt tal", "dato", "navn", "måned", "md", "md.", "år", "uger", "forløb", "procent", "pct.", "%",
    "number", "integer", "text", "string", "date", "decimal", "fritekst", "valgfri", "valgfrit", "obligatorisk",
    "skal udfyldes", "ja/nej", "response", "open-ended response")}
HELP = re.compile(r"(?:skriv|vælg|angiv|indtast|udfyld|oplys|noter|indsæt)(?:es)?\b.*|.*\?", re.IGNORECASE | re.DOTALL)
PLACEHOLDER = re.compile(r"[(\[{<].*[)\]}>]|[x]{2,}[-./x]*|(?:å{2,4}|y{2,4}|d{1,2}|m{1,2})[-./ åydm]*", re.IGNORECASE)


def plain(workbook: Workbook, vocabulary: Vocabulary, spellings: Iterable[str]) -> Workbook:
    """The workbook with fields' names as headings and without rows of units, and what was done as notes.

    ``spellings``: every heading that any dataset knows.
    """
    known = {normalise(word) for word in spellings}
    sheets, notes = [], []
    for sheet in workbook.sheets:
        sheet, groups = _without_groups(sheet, vocabulary, known)
        sheet, units = _without_units(sheet, vocabulary, known)
        sheets.append(sheet)
        notes += [f"Ark »{sheet.name}«: {note}" if sheet.name else note for note in (*groups, *units)]
    return replace(workbook, sheets=tuple(sheets), notes=(*workbook.notes, *notes)) if notes else workbook


def _without_groups(sheet: Sheet, vocabulary: Vocabulary, known: Collection[str]) -> tuple[Sheet, list[str]]:
    grid = sheet.cells.to_numpy(dtype=object)
    for p in range(min(SEARCHED, len(grid))):
        fields = {c: found for c, cell in enumerate(grid[p]) if (found := _grouped(cell, vocabulary, known))}
        named = Counter(normalise(field) for _, field in fields.values())
        others = {normalise(str(cell)) for c, cell in enumerate(grid[p]) if cell is not None and c not in fields}
        if len(fields) >= 2 and max(named.values()) == 1 and not set(named) & others:
            changed = grid.copy()
            for c, (_, field) in fields.items():
                changed[p, c] = field
            groups = listing(f"»{group}«" for group in dict.fromkeys(group for group, _ in fields.values()))
            return _with(sheet, changed), [f"Foran felternes navne står {groups}. Kun felternes navne er brugt."]
    return sheet, []


def _grouped(cell: object, vocabulary: Vocabulary, known: Collection[str]) -> tuple[str, str] | None:
    """(group, field) of a heading that is no word of ours but ends with one, after something that says no more."""
    if not isinstance(cell, str) or normalise(cell) in known or vocabulary.meaning(cell).kind != "unknown":
        return None
    found = GROUPED.fullmatch(cell.strip())
    if not found or normalise(found["field"]) not in known or NO_GROUP.search(found["group"]):
        return None
    group, field = found["group"].strip(), found["field"].strip()
    says_more = normalise(group) in known or vocabulary.meaning(group).kind != "unknown"
    return None if says_more and normalise(group) not in GENERAL else (group, field)


def _without_units(sheet: Sheet, vocabulary: Vocabulary, known: Collection[str]) -> tuple[Sheet, list[str]]:
    grid = sheet.cells.to_numpy(dtype=object)
    counts = [sum(cell is not None and normalise(str(cell)) in known for cell in row) for row in grid[:SEARCHED]]
    if max(counts, default=0) < 2:
        return sheet, []
    head = counts.index(max(counts))
    rows: list[int] = []
    while len(rows) < MOST and _is_units(grid, head, head + 1 + len(rows), vocabulary, known):
        rows.append(head + 1 + len(rows))
    if not rows:
        return sheet, []
    changed = grid.copy()
    for p in rows:  # »Pct.« under »Praktik« makes it another figure, which its heading must say
        for c in (c for c, cell in enumerate(grid[p]) if cell is not None and is_another(str(cell))):
            if grid[head, c] is not None and normalise(str(grid[head, c])) in known:
                changed[head, c] = f"{grid[head, c]} ({str(grid[p, c]).strip()})"
    changed[rows] = None
    first = next(str(cell) for cell in grid[rows[0]] if cell is not None)
    numbers = listing(str(sheet.cells.index[p]) for p in rows)
    shown = own_words.veiled(first, SHOWN)
    told = f"Række {numbers} lige under overskrifterne er enheder eller hjælp til dem og er ikke læst (»{shown}«)."
    return _with(sheet, changed), [told]


def _is_units(grid: np.ndarray, head: int, p: int, vocabulary: Vocabulary, known: Collection[str]) -> bool:
    """Whether a row is words alone that name nothing, some of them units or help, over columns of numbers.

    In a column of anything else, or of a key, any other word may be somebody's name misspelt.
    """
    if p + 1 >= len(grid):
        return False
    filled = {c: cell for c, cell in enumerate(grid[p]) if cell is not None}
    if filled and _numbers_columns(grid[p], grid[:p], vocabulary):
        return True
    if not filled or not all(_says_nothing(cell, vocabulary, known) for cell in filled.values()):
        return False
    below = grid[p + 1:p + 1 + LOOKED_AT]
    keys = {c for c in filled if vocabulary.spellings.column(str(grid[head, c])) in vocabulary.keys}
    numbers = {c for c in filled if any(_is_number(cell) for cell in below[:, c])}
    units = {c for c, cell in filled.items() if _is_unit(cell)}
    return bool(numbers and units) and set(filled) - units <= numbers - keys


def _numbers_columns(cells: np.ndarray, above: np.ndarray, vocabulary: Vocabulary) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 … under headings that name a jobcenter or a month."""
    texts = [str(cell).strip().removesuffix(".") for cell in cells if cell is not None]
    keys = [vocabulary.spellings.column(str(cell)) for cell in above[-1] if cell is not None] if len(above) else []
    return len(texts) >= 3 and texts == [str(at) for at in range(1, len(texts) + 1)] and any(
        key in (*PLACES, MONTH.name) for key in keys)


def _says_nothing(cell: object, vocabulary: Vocabulary, known: Collection[str]) -> bool:
    if not isinstance(cell, str) or cell.strip().casefold() in SAID_MISSING:
        return False
    return _is_unit(cell) or (normalise(cell) not in known and vocabulary.meaning(cell).kind == "unknown")


def _is_unit(cell: object) -> bool:
    text = str(cell).strip()
    return normalise(text) in UNITS or any(pattern.fullmatch(text) for pattern in (PLACEHOLDER, HELP))


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and bool(NUMERIC.match(cell.strip())))


def _with(sheet: Sheet, grid: np.ndarray) -> Sheet:
    return replace(sheet, cells=pd.DataFrame(grid, index=sheet.cells.index, columns=sheet.cells.columns, dtype=object))
