"""A list's way in: read with its names, reduced at once to what may be counted, and counted."""

from datetime import date

from sqlmodel import Session

from model import settings
from model.importing.columns import remembered
from model.importing.counting import counted as counting
from model.importing.counting import recognising
from model.importing.counting.counted import Counted
from model.importing.counting.listing import Listing
from model.importing.counting.uses import Vocabulary
from model.importing.files import reading
from model.importing.files.workbook import FileRefused, Workbook
from model.importing.record_datasets import ATTENDANCE, EVALUATION, RECORDS
from model.importing.records import background
from model.importing.records.headings import spellings
from model.importing.report import Answers

DATASETS = (ATTENDANCE.name, EVALUATION.name)


def headings() -> list[str]:
    """Every word a heading of a file of records may be, for finding the separator."""
    return [word for declared in RECORDS.values() for word in spellings(declared)]


def read(session: Session, file_name: str, content: bytes, *, now: date) -> Listing | None:
    """What may be counted of a file; None when it is no list.

    Raises FileRefused when the file cannot be read or holds a CPR number.
    """
    workbook = reading.read(file_name, content, known_headings=headings(), limits=settings.load(), names=True)
    if any(problem.severity == "fejl" for problem in workbook.problems):
        raise FileRefused(workbook.problems)  # such as a row that is struck out: it may be nobody
    return recognising.listing(workbook, Vocabulary(background.load(session, ATTENDANCE, today=now)))


def offered(session: Session, file_name: str, content: bytes, *, now: date,
            workbook: Workbook | None) -> Listing | None:
    """The list that a file may be counted as rather than read as it is; None when it plainly is none.

    workbook: the cells as they came, where they have been read already.
    """
    try:
        workbook = workbook or reading.read(file_name, content, known_headings=headings(), limits=settings.load(),
                                            names=True)
    except reading.FileRefused:
        return None
    listing = recognising.listing(workbook, Vocabulary(background.load(session, ATTENDANCE, today=now)))
    return listing if listing is not None and recognising.is_offered(listing, workbook) else None


def counted(session: Session, listing: Listing, answers: Answers | None, *, now: date) -> Counted:
    """The list counted, with what was answered before about lists with the same headings."""
    known = background.load(session, RECORDS[listing.dataset], today=now)
    said = remembered.answered(known.profiles.get(listing.fingerprint), answers)
    return counting.count(listing, Vocabulary(known), said.said if said else {})
