"""Bytes in, a workbook of raw cells out: the first gate, which knows nothing of the campaign.

Everything personal is looked for before anything else is said about a file, and nothing of a refused file is kept.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import PureWindowsPath

from model.basics import personal_data
from model.basics.settings import Settings
from model.intake.files import joined_rows, privacy
from model.intake.files.damage import MORE, kind_of_damage
from model.intake.files.kinds import TEXT_AS_XLS, kind
from model.intake.files.text_files import read_text
from model.intake.files.workbook import (
    Content,
    FileRefused,
    Sheet,
    Workbook,
    column_letters,
    listed,
    problem,
    refusal,
    shown_name,
)
from model.intake.report import Problem

__all__ = ["FileRefused", "Sheet", "Workbook", "read"]

TOO_BIG = ("Filen fylder {} MB, og der kan højst indlæses {} MB. Slet ark og kolonner, der ikke skal bruges, eller del "
           "filen i flere.")
CPR_NAME = ("Filens navn indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. Giv filen et andet navn, "
            "og indlæs den igen.")


def read(file_name: str, content: bytes, *, known_headings: Collection[str], limits: Settings,
         names: bool = False) -> Workbook:
    """The file's cells, what was skipped, warnings, and errors of single cells that a person may mend.

    names: whether people's names may be in it (see ``privacy.problems``). Raises FileRefused with every problem of the
    first gate when one of them is more than a cell's.
    """
    name = PureWindowsPath(file_name).name
    named = [problem(CPR_NAME)] if personal_data.has_cpr(name) else []
    try:
        found = _content(name, content, known_headings, limits)
    except FileRefused as refused:
        raise FileRefused([*named, *refused.problems]) from None
    problems = [*named, *privacy.problems(found, known_headings, names=names), *found.problems, *_damaged(found),
                *joined_rows.problems(found.sheets)]
    if any(p.severity == "fejl" and p.cell is None for p in problems):
        raise FileRefused(problems)
    return Workbook(file_name=name, sha256=hashlib.sha256(content).hexdigest(), sheets=found.sheets, notes=found.notes,
                    problems=tuple(problems), hidden=found.hidden)


def _content(name: str, content: bytes, known_headings: Collection[str], limits: Settings) -> Content:
    if len(content) > limits.max_file_mb * 1_000_000:
        raise refusal(TOO_BIG.format(-(-len(content) // 1_000_000), limits.max_file_mb))
    if kind(name, content) == "text":
        found = read_text(content, known_headings=known_headings, limits=limits)
        return replace(found, notes=(TEXT_AS_XLS, *found.notes)) if name.casefold().endswith(".xls") else found
    from model.intake.files.excel_files import read_excel  # openpyxl takes longer than to read a text file

    return read_excel(content, limits)


def _damaged(content: Content) -> list[Problem]:
    """Cells of a workbook with damaged characters; a text file has been searched as a whole."""
    return listed([problem(told.format(f"Ark »{shown_name(sheet.name)}«, celle {column_letters(column)}{row}"),
                           sheet=shown_name(sheet.name), row=row, column=column_letters(column))
                   for sheet in content.sheets if sheet.name for row, column, told in _damaged_cells(sheet)], MORE)


def _damaged_cells(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """(row, column, what is wrong) of each damaged text."""
    texts = [(at, value) for at, value in enumerate(sheet.cells.to_numpy().ravel().tolist()) if type(value) is str]
    for at, text in texts:
        if told := kind_of_damage(text):
            row, column = divmod(at, sheet.cells.shape[1])
            yield int(sheet.cells.index[row]), column, told
