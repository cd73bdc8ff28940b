"""Whether a file is a list of people or of answers, and the list with only the columns that are let in."""

import re
from collections.abc import Iterator

from model.basics.formatting import normalise
from model.basics.personal_data import forbidden_heading, name_heading
from model.intake.account import account_sheets
from model.intake.account.account_words import Fate
from model.intake.columns.profiles import fingerprint
from model.intake.columns.spellings import SEARCHED
from model.intake.counting import stacked
from model.intake.counting.listing import ListedSheet, Listing, Use, keys
from model.intake.counting.sheet_lists import SheetList
from model.intake.counting.uses import Vocabulary
from model.intake.datasets.attendance import ATTENDANCE
from model.intake.datasets.evaluation import EVALUATION
from model.intake.files.workbook import Sheet, Workbook

WHO = ("deltager", "deltagernavn", "respondent", "medarbejder", "person", "kursist", "attendee", "participant", "name",
       "full name", "underskrift")  # over the people themselves
LONGEST = 60  # signs of a heading
PLACES = ("jobcent", "center", "centr", "kommun", "virksomhed", "firma", "company", "organisation", "ark", "event")


def listing(workbook: Workbook, words: Vocabulary) -> Listing | None:
    """The file as a list, when at least one of its sheets is one; None when none is."""
    read = [each for number, sheet in enumerate(workbook.sheets, 1) for each in _lists(sheet, number, words)]
    lists = [each for each in read if each.is_answers] or [each for each in read if each.is_people]
    if not lists:
        return None
    dataset = EVALUATION.name if lists[0].is_answers else ATTENDANCE.name
    known = dict.fromkeys(f"{column.use}:{column.name}:{'' if column.day else normalise(column.heading)}"
                          for each in lists for column in each.columns)
    seen: dict[str | None, set[int]] = {}
    counted, waiting = (account_sheets.account(workbook, [each.ledger(fate, counted=each in lists) for each in read])
                        for fate in (Fate.COUNTED, Fate.ANSWER))
    return Listing(dataset, tuple(each.reduced(seen) for each in lists), workbook.file_name, workbook.sha256,
                   fingerprint(["liste", dataset, *known]), counted, waiting,
                   tuple(each.number for each in read if each not in lists and not each.block
                         and not each.sheet.cells.empty),
                   tuple(each.block.rows for each in read if each not in lists and each.block))


def _lists(sheet: Sheet, number: int, words: Vocabulary) -> list[SheetList]:
    """The sheet, or each of its tables where it has several of answers."""
    apart = [SheetList(block.sheet, number, words, block) for block in stacked.blocks(sheet)]
    return apart if sum(each.is_answers for each in apart) > 1 else [SheetList(sheet, number, words)]


def has_names(workbook: Workbook) -> bool:
    """Whether something that may be a heading says that people's names stand under it."""
    return any(_names_people(text) for sheet in workbook.sheets for text in _first_texts(sheet))


def is_offered(listing: Listing, workbook: Workbook) -> bool:
    """Whether a file that is read as a table of counts may rather be counted: it has names, or several rows a key."""
    if has_names(workbook):
        return True
    if not any(column.use in (Use.MARK, Use.RATING, Use.SCORE) for column in listing.columns()):
        return False
    return listing.dataset == EVALUATION.name or any(map(_has_several_rows_a_key, listing.sheets))


def _names_people(heading: str) -> bool:
    """Whether a column of this heading holds people's names: ``Deltager``, ``Dit navn``, ``Full name``."""
    words = set(re.findall(r"\w+", heading.casefold())) if len(heading) <= LONGEST else set()
    named = bool(words & {"navn", "navne", "name", "names"}) and not any(word.startswith(PLACES) for word in words)
    return named or forbidden_heading(heading) or name_heading(heading) or normalise(heading) in map(normalise, WHO)


def _has_several_rows_a_key(sheet: ListedSheet) -> bool:
    every = [keys(sheet.columns, row) for row in range(len(sheet.rows))]
    return len(set(every)) < len(every)


def _first_texts(sheet: Sheet) -> Iterator[str]:
    return (cell for line in sheet.cells.to_numpy(dtype=object)[:SEARCHED] for cell in line if isinstance(cell, str))
