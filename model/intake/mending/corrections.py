"""What a person changes in a file before it is checked: another text in a cell, or a row left out.

The file itself is never changed. Corrections are laid over its cells at every check, and kept with the upload.
"""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from model.basics.formatting import listing
from model.basics.free_text import cleaned
from model.basics.personal_data import has_cpr
from model.intake.cells.cell_text import written
from model.intake.cells.count_text import NUMERIC
from model.intake.columns import own_words
from model.intake.files.workbook import GATE, Area, Marks, Sheet, Workbook, column_index, shown_name
from model.intake.report import Correction, Problem
from model.programmes import examples

REFERENCE = re.compile(r"(?:(?P<sheet>.*)!)?\$?(?P<column>[A-Za-z]{1,3})?\$?(?P<row>[1-9]\d{0,6})", re.DOTALL)
LEFT_OUT = "udelad"  # what stands for a row that is left out, where a correction is written as text
LONGEST = 1000  # characters of a cell that is typed
WRONG = ("»{}« er ikke en rettelse. Skriv cellen, et lighedstegn og det, der skal stå: "
         f"»Ark1!B8={examples.SPELT}«, eller "
         "udelad en hel række: »Ark1!8=udelad«.")
CPR = ("Rettelsen af celle {} indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. Skriv den igen uden "
       "personoplysninger.")

NOT_SHOWN = "…"


@dataclass(frozen=True)
class Corrected:
    """A workbook with corrections laid over it. done: those that were, with what stood there before."""

    workbook: Workbook
    done: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()  # corrections that cannot be made


def parse(text: str) -> Correction:
    """The correction that ``Ark1!B8=Holstebro`` or ``8=udelad`` writes. Raises ValueError with the Danish reason."""
    place, equals, value = text.partition("=")
    found = REFERENCE.fullmatch(place.strip())
    if not found or not equals or (found["column"] is None and value.strip().casefold() != LEFT_OUT):
        raise ValueError(WRONG.format("(vises ikke)" if has_cpr(text) else text[:60]))
    sheet = (found["sheet"] or "").strip().removeprefix("'").removesuffix("'").replace("''", "'")
    if found["column"] is None:
        return Correction(sheet, found["row"], None)
    return Correction(sheet, f"{found['column'].upper()}{found['row']}", value)


def place(correction: Correction) -> str:
    """Where a correction is made, as a spreadsheet writes it: ``Ark1!B8``; a text file has no sheet."""
    return f"{correction.sheet}!{correction.cell}" if correction.sheet else correction.cell


def digest(corrections: Iterable[Correction]) -> str:
    """What tells the same bytes with other corrections apart; "" without corrections."""
    made = sorted([c.sheet, c.cell, c.value if c.value is not None else [LEFT_OUT]] for c in corrections)
    return hashlib.sha256(json.dumps(made, ensure_ascii=False).encode()).hexdigest() if made else ""


def laid_over(workbook: Workbook, corrections: Sequence[Correction], *,
              shown: Callable[[str], str] = shown_name) -> Corrected:
    """The workbook as it reads with the corrections; of two in one cell, the last counts.

    shown: what a message calls a sheet.
    """
    if not corrections:
        return Corrected(workbook)
    last = {(c.sheet, c.cell): c for c in (_placed(workbook, c) for c in corrections)}
    wrong = {key: text for key, c in last.items() if (text := _hindrance(workbook, c, shown))}
    problems = tuple(Problem("fejl", GATE, text, sheet=shown_name(sheet) or None) for (sheet, _), text in wrong.items())
    mine = [c for key, c in last.items() if key not in wrong]
    done: list[Correction] = []
    sheets = []
    for sheet in workbook.sheets:
        of_sheet = [c for c in mine if c.sheet == sheet.name]
        wrong_cells = {str(p.cell) for p in workbook.problems if p.cell and p.sheet == (shown_name(sheet.name) or None)}
        made, told = _over(sheet, of_sheet, wrong_cells) if of_sheet else (sheet, [])
        sheets.append(made)
        done += told
    left = tuple(p for p in workbook.problems if not _is_mended(p, done))
    return Corrected(replace(workbook, sheets=tuple(sheets), problems=left), tuple(done), problems)


def _placed(workbook: Workbook, correction: Correction) -> Correction:
    """A correction that names no sheet is about the only one there is; its text is one line, as a cell's is."""
    value = None if correction.value is None else cleaned(correction.value)
    only = workbook.sheets[0].name if len(workbook.sheets) == 1 else correction.sheet
    return replace(correction, sheet=correction.sheet or only, value=value)


def _hindrance(workbook: Workbook, correction: Correction, shown: Callable[[str], str]) -> str | None:
    """Why a correction cannot be made; None when it can."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == correction.sheet), None)
    if sheet is None:
        if [s.name for s in workbook.sheets] == [""]:
            return f"En tekstfil har ingen ark. Skriv cellen alene: {correction.cell}."
        names = listing(f"»{shown(s.name)}«" for s in workbook.sheets)
        return (f"Arket »{shown(correction.sheet)}« findes ikke blandt filens synlige ark ({names})."
                if correction.sheet else f"Skriv, hvilket ark {correction.cell} er på: {names}.")
    if correction.row not in sheet.cells.index:
        return f"Der er ikke noget i række {correction.row} at rette."
    if correction.value is not None and _column(correction) >= sheet.cells.shape[1]:
        return f"Celle {correction.cell} ligger til højre for filens kolonner."
    if correction.value is not None and has_cpr(correction.value):
        return CPR.format(correction.cell)
    if correction.value is not None and len(correction.value) > LONGEST:
        return f"Rettelsen af celle {correction.cell} er på over {LONGEST} tegn. Forkort den."
    return None


def _column(correction: Correction) -> int:
    return column_index(correction.cell.rstrip("0123456789"))


def _over(sheet: Sheet, corrections: Sequence[Correction], wrong: Collection[str]) -> tuple[Sheet, list[Correction]]:
    """The sheet with its corrections, and these with what stood there.

    What stands there already is no correction, unless it settles what is wrong with its cell. wrong: such cells.
    """
    grid = sheet.cells.to_numpy(dtype=object, copy=True)
    at = {int(row): position for position, row in enumerate(sheet.cells.index)}
    done, out = [], []
    for correction in corrections:
        row = at[correction.row]
        if correction.value is None:
            out.append(row)
            done.append(correction)
        else:
            was = (written(grid[row, _column(correction)]) or "").strip()
            as_month = (correction.row, _column(correction)) in sheet.marks.months
            if was != correction.value or correction.cell in wrong or as_month:
                grid[row, _column(correction)] = correction.value or None
                done.append(replace(correction, was=was))
    kept = np.setdiff1d(np.arange(len(grid)), out)
    cells = pd.DataFrame(grid[kept], index=sheet.cells.index[kept], columns=sheet.cells.columns, dtype=object)
    return Sheet(sheet.name, cells, _marks(sheet.marks, done)), done


def _marks(marks: Marks, done: Iterable[Correction]) -> Marks:
    """A cell merged over several is taken apart by the one who writes in it or leaves its row out."""
    written_in = [(c.row, None if c.value is None else _column(c)) for c in done]
    return replace(marks, merged=tuple(area for area in marks.merged if not any(
        _is_in(area, row, column) for row, column in written_in)))


def _is_in(area: Area, row: int, column: int | None) -> bool:
    return area.top <= row <= area.bottom and (column is None or area.left <= column <= area.right)


def _is_mended(problem: Problem, done: Collection[Correction]) -> bool:
    """Whether a problem of a single cell is about one that has got another text, or whose row is left out."""
    return problem.cell is not None and any(
        (problem.sheet or "") == shown_name(c.sheet) and (c.cell == problem.cell or c.cell == str(problem.row))
        for c in done)


def veiled(done: Iterable[Correction], columns: Collection[tuple[str, int]]) -> tuple[Correction, ...]:
    """The corrections without what stood in columns that are not read: a text there may be anybody's name."""
    return tuple(c if c.value is None or NUMERIC.match(c.was) or not c.was or (c.sheet, _column(c)) in columns
                 else replace(c, was=NOT_SHOWN) for c in done)


def in_our_words(correction: Correction) -> Correction:
    """A correction of a list as it may be kept: any text that stood or was typed in it may be anybody's name."""
    typed = correction.value if correction.value is None else own_words.ours(correction.value)
    return replace(correction, value=typed, was=own_words.ours(correction.was))


def suggested(problems: Iterable[Problem]) -> tuple[Correction, ...]:
    """The corrections that the problems suggest, each cell once."""
    found = {(p.sheet or "", p.cell): Correction(p.sheet or "", p.cell, p.suggestion)
             for p in problems if p.cell and p.suggestion is not None and p.severity == "fejl"}
    return tuple(found.values())
