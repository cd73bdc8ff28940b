"""A list's way in: read with its names, reduced at once to what may be counted, and counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.basics import settings
from model.intake.columns import remembered
from model.intake.columns.spellings import spellings_of
from model.intake.counting import corrected, recognising
from model.intake.counting import counted as counting
from model.intake.counting.counted import Counted
from model.intake.counting.listing import Listing
from model.intake.counting.uses import Vocabulary
from model.intake.datasets.attendance import ATTENDANCE
from model.intake.datasets.datasets import DATASETS, of_records
from model.intake.files import reading
from model.intake.files.workbook import Workbook
from model.intake.records import background
from model.intake.reference import Reference
from model.intake.report import Answers, Correction


@dataclass(frozen=True)
class Read:
    """A file read with its names, which go no further. listing: what may be counted; None when it is no list."""

    listing: Listing | None
    workbook: Workbook


def headings() -> list[str]:
    """Every word a heading of a file of records may be, for finding the separator."""
    return [word for declared in of_records() if declared.offered for word in spellings_of(declared).every]


def read(reference: Reference, file_name: str, content: bytes, *, now: date, given: Sequence[Correction] = (),
         workbook: Workbook | None = None) -> Read:
    """What may be counted of a file. given: the corrections of it. workbook: its cells as they came, if they are read.

    Raises FileRefused when the file cannot be read or holds a CPR number.
    """
    workbook = workbook or reading.read(file_name, content, known_headings=headings(), limits=settings.load(),
                                        names=True)
    known = background.load(reference, ATTENDANCE, today=now, standing=False)
    return Read(*corrected.listing(workbook, Vocabulary(known), given))


def is_offered(listed: Read) -> bool:
    """Whether the file may be counted as a list rather than read as it is."""
    return listed.listing is not None and recognising.is_offered(listed.listing, listed.workbook)


def counted(reference: Reference, listing: Listing, answers: Answers | None, *, now: date) -> Counted:
    """The list counted, with what was answered before about lists with the same headings."""
    known = background.load(reference, DATASETS[listing.dataset], today=now, standing=False)
    said = remembered.answered(known.profiles.get(listing.fingerprint), answers)
    return counting.count(listing, Vocabulary(known), said.said if said else {})
