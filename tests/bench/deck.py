"""The row on slides: the region's deck against ten dialogark, each from figures that nobody has looked at yet."""

from pathlib import Path

from sqlmodel import Session

from model.documents import sheet
from model.documents.screens import chosen, screens
from model.documents.slides import slides_pptx
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import coverage
from tests.bench import stage
from tests.bench.timing import Row, compared, seconds
from tests.model.publishing.first import published
from tests.viewers import EVERYBODY

TIMES, SHEETS = 5, 10


def rows(folder: Path) -> list[Row]:
    """Both with what they are made of: indicators, charts and, for the deck, what the public may not see."""
    engine = stage.scratch(folder, "deck", stage.REGION)
    with Session(engine) as session:
        fresh = iter([loading.load(session, EVERYBODY) for _ in range(2 * TIMES + 2)])
    engine.dispose()
    return [compared("a deck, from figures not looked at before", "ten dialogark",
                     lambda: seconds(lambda: _sheets(next(fresh))), lambda: seconds(lambda: _deck(next(fresh))),
                     budget=0.9, times=TIMES)]


def _sheets(found: Snapshot) -> None:
    month = coverage.default_month(found) or found.starts
    for code in sheet.jobcenters(found, month)[:SHEETS]:
        sheet.sheet_pdf(found, code, month)


def _deck(found: Snapshot) -> None:
    public = published(found)
    assert public.release is not None
    month = public.release.month
    slides_pptx(public, month, chosen(screens(public, month), ()))
