"""What a file that somebody wants counted is instead of a list: a log, a register or monthly figures."""

from collections.abc import Callable, Iterator

from model.intake.cells.month_mentions import month_in
from model.intake.columns.spellings import SEARCHED, spellings_of
from model.intake.counting.listing import Listing, Use
from model.intake.counting.lists import Read
from model.intake.counting.recognising import has_names
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset
from model.intake.files.workbook import Workbook
from model.intake.recognising import Recognised

FEWEST = 2  # headings that are another dataset's and not let in, from which a file is of that dataset
TELLING = (Use.RATING, Use.SCORE, Use.COUNT)  # which no table of anything else has
Names = Callable[[str], bool]


def other(counted: Read, recognised: Recognised) -> Dataset | None:
    """The dataset that a file plainly is of instead of being a list; None when it may be a list.

    recognised: what its headings and cells speak of.
    """
    read, dataset = counted.listing, recognised.dataset
    if not recognised.is_known or any(DATASETS[name].persons for name in (dataset.name, *recognised.candidates)):
        return None
    names = _names(dataset)
    if read is not None and (_is_told(read, names, has_people=has_names(counted.workbook))
                             or max(_named(counted.workbook, read, names), default=0) < FEWEST):
        return None
    return dataset


def _names(dataset: Dataset) -> Names:
    """Whether a heading is one of the dataset's, or a month."""
    words = spellings_of(dataset)
    return lambda heading: words.column(heading) is not None or month_in(heading) is not None


def _is_told(read: Listing, names: Names, *, has_people: bool) -> bool:
    """Whether the list says who came or what was answered, or has names beside roles."""
    return any(column.use in TELLING or (column.use is Use.MARK and not names(column.heading))
               or (column.use is Use.ROLE and has_people) for column in read.columns())


def _named(workbook: Workbook, read: Listing, names: Names) -> Iterator[int]:
    """How many cells of each row that may hold the headings are the dataset's, in columns that are not let in."""
    for sheet in read.sheets:
        let_in = {at for column in sheet.columns for at in (column.position, *column.also)}
        for line in workbook.sheets[sheet.number - 1].cells.to_numpy(dtype=object)[:SEARCHED]:
            yield sum(names(cell) for at, cell in enumerate(line) if at not in let_in and isinstance(cell, str))
