"""A list with a person's corrections laid over its cells before it is counted; nobody's name is kept of them either."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from model.intake.account import account_sheets
from model.intake.columns import own_words
from model.intake.counting import grids, recognising
from model.intake.counting.listing import COUNTED, Listing
from model.intake.counting.uses import Vocabulary
from model.intake.files.workbook import Workbook, column_index
from model.intake.mending import corrections
from model.intake.mending.corrections import Corrected
from model.intake.report import Correction

BY_NUMBER = ("nr. {}", "ark nr. {}")  # a sheet whose name may be a person's
AGAIN = "ark nr. {{}} ({})"  # the same where sheets of the file are called so
Cells = Collection[tuple[str, int]]


def listing(workbook: Workbook, words: Vocabulary, given: Sequence[Correction]) -> tuple[Listing | None, Workbook]:
    """(the corrected file as a list, None when it is none; the corrected file). given: all corrections of the file.

    Those of the counted table are left to it.
    """
    table = _table_name(workbook)
    mine = tuple(correction for correction in given if correction.sheet != table)
    asked = [_placed(correction, workbook) for correction in mine]
    laid, unused = _laid(workbook, asked), []
    read = recognising.listing(laid.workbook, words)
    if read is not None and (unused := [made for made in laid.done if not _is_used(made, read, workbook)]):
        places = {corrections.place(made) for made in unused}
        laid = _laid(workbook, [each for each in asked if corrections.place(each) not in places])
        read = recognising.listing(laid.workbook, words)
    if read is None:
        return None, laid.workbook
    done = corrections.veiled(laid.done, _let_in(read, workbook))
    return replace(read, table=table, given=mine, wrong=laid.problems, unused=tuple(made.cell for made in unused),
                   corrections=tuple(replace(made, sheet=_shown(made.sheet, workbook)) for made in done),
                   taken_out=tuple(account_sheets.taken_out(workbook, laid.done))), laid.workbook


def _table_name(workbook: Workbook) -> str:
    """What the counted table is called: never as a sheet of the file is."""
    taken = {sheet.name.casefold() for sheet in (*workbook.sheets, *workbook.hidden)}
    return next(name for name in (COUNTED, *(f"{COUNTED} {number}" for number in range(2, len(taken) + 3)))
                if name.casefold() not in taken)


def _placed(correction: Correction, workbook: Workbook) -> Correction:
    """A correction under its sheet's own name: where that is all there is, and where the sheet is told by number."""
    names = [sheet.name for sheet in workbook.sheets]
    numbered = dict(zip(_numbers(workbook), names, strict=True))
    only = names[0] if len(names) == 1 else ""
    return replace(correction, sheet=numbered.get(correction.sheet, correction.sheet) or only)


def _laid(workbook: Workbook, asked: Sequence[Correction]) -> Corrected:
    laid = corrections.laid_over(workbook, asked, shown=lambda name: _shown(name, workbook))
    return replace(laid, problems=tuple(replace(problem, sheet=None) for problem in laid.problems))


def _shown(name: str, workbook: Workbook) -> str:
    """What a sheet is called where anybody may see it."""
    names = [sheet.name for sheet in workbook.sheets]
    return name if name not in names or own_words.names_a_sheet(name) else _numbers(workbook)[names.index(name)]


def _numbers(workbook: Workbook) -> list[str]:
    """What each sheet is called by its number: never as a sheet of the file is."""
    taken = {sheet.name.casefold() for sheet in (*workbook.sheets, *workbook.hidden)}
    forms = (*BY_NUMBER, *(AGAIN.format(at) for at in range(2, len(taken) + 2)))
    every = ([form.format(at) for at in range(1, len(workbook.sheets) + 1)] for form in forms)
    return next(numbers for numbers in every if taken.isdisjoint(numbers))


def _let_in(read: Listing, workbook: Workbook) -> Cells:
    return {(workbook.sheets[sheet.number - 1].name, position) for sheet in read.sheets
            for column in sheet.columns for position in (column.position, *column.also)}


def _is_used(made: Correction, read: Listing, workbook: Workbook) -> bool:
    """Whether a correction is of what is read: a whole row, a heading or a line over it, a sum, a column let in."""
    rows = [row for sheet in read.sheets if workbook.sheets[sheet.number - 1].name == made.sheet for row in sheet.rows]
    if made.value is None or not rows:
        return made.value is None
    column = column_index(made.cell.rstrip("0123456789"))
    return made.row < min(rows) or (made.sheet, column) in _let_in(read, workbook) or grids.is_sum([made.value])


def told(read: Listing) -> list[str]:
    """The corrections that are not used, by their cells alone: what was typed may be a name."""
    return [f"Rettelsen af celle {cell} er ikke brugt, for kolonnen tælles ikke." for cell in read.unused]
