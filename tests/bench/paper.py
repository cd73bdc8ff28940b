"""Rows on paper: one dialogark, and one for each of 19 jobcenters, against an empty Typst document."""

from pathlib import Path

import typst
from sqlmodel import Session

from model.documents import sheet
from model.snapshot import loading
from model.subjects.goals.figures import coverage
from tests.bench import stage
from tests.bench.timing import Row, compared, seconds
from tests.viewers import EVERYBODY

ONE, ALL = 9, 5  # times


def rows(folder: Path) -> list[Row]:
    """One sheet and all of them, of figures already read; and all of them of figures nobody has looked at yet."""
    engine = stage.scratch(folder, "paper", stage.REGION)
    with Session(engine) as session:
        read, *others = [loading.load(session, EVERYBODY) for _ in range(2 * ALL + 3)]
    engine.dispose()
    month = coverage.default_month(read)
    assert month is not None
    codes = sheet.jobcenters(read, month)
    empty = folder / "empty.typ"
    empty.write_text("")
    sheet.sheets_zip(read, month)
    told, unread = iter(codes), iter(others)
    one = compared("one dialogark, its page already read", "an empty Typst document",
                   lambda: seconds(lambda: typst.compile(str(empty))),
                   lambda: seconds(lambda: sheet.sheet_pdf(read, next(told), month)), budget=2.0, times=ONE)
    together = compared("all 19 in one zip, their pages already read", "19 empty Typst documents",
                        lambda: len(codes) * seconds(lambda: typst.compile(str(empty))),
                        lambda: seconds(lambda: sheet.sheets_zip(read, month)), budget=4.0, times=ALL)
    whole = compared("all 19 of unread figures, in one zip", "19 single ones",
                     lambda: len(codes) * seconds(lambda: sheet.sheet_pdf(next(unread), codes[0], month)),
                     lambda: seconds(lambda: sheet.sheets_zip(next(unread), month)), budget=0.5, times=ALL)
    return [one, together, whole]
