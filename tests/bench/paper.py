"""Rows on paper: one dialogark, and one for each of 19 jobcenters, against an empty Typst document."""

from functools import partial
from pathlib import Path

import typst
from sqlmodel import Session

from model.documents import sheet
from model.snapshot import snapshot
from model.subjects.goals.figures import coverage
from tests.bench import stage
from tests.bench.timing import Row, in_turns, seconds

TIMES, BUDGET = 9, 4.0


def rows(folder: Path) -> list[Row]:
    """One sheet and all of them: with their pages already read, and of figures nobody has looked at yet."""
    engine = stage.scratch(folder, "paper", stage.REGION)
    with Session(engine) as session:
        read = [snapshot.load(session) for _ in range(2 * TIMES + 3)]
    empty = folder / "empty.typ"
    empty.write_text("")
    month = coverage.default_month(read[0])
    assert month is not None
    codes = sheet.jobcenters(read[0], month)
    nothing = partial(seconds, lambda: typst.compile(str(empty)))
    sheet.sheets_zip(read[0], month)
    told = iter(codes * 2)
    floor, once = in_turns(nothing, lambda: seconds(lambda: sheet.sheet_pdf(read[0], next(told), month)), times=TIMES)
    together = seconds(lambda: sheet.sheets_zip(read[0], month))
    unread = iter(read[1:])
    first, whole = in_turns(lambda: seconds(lambda: sheet.sheet_pdf(next(unread), codes[0], month)),
                            lambda: seconds(lambda: sheet.sheets_zip(next(unread), month)), times=2)
    engine.dispose()
    return [Row("one dialogark, its page already read", floor, once, BUDGET),
            Row("all 19 in one zip, their pages already read", 19 * floor, together, BUDGET),
            Row("all 19 of unread figures, against 19 single ones", 19 * first, whole, 1.0)]
