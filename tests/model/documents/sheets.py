"""The dialogark in tests: whose, of which month, and its words read back."""

from datetime import date

from model.documents import sheet
from model.snapshot.snapshot import Snapshot
from model.subjects.news.figures.news import AgreementDue, Corrected, FiguresCame
from model.subjects.news.figures.stood import Correction
from model.subjects.news.words.news import Line, News, sentence
from tests.model.documents.reading import read, words

FEBRUARY, MARCH = date(2011, 2, 1), date(2011, 3, 1)
VIBORG, AARHUS, SAMSOE, SKIVE = "791", "751", "741", "779"
NEWS = News("Nyt siden sidst (mødet den 15. sep. 2010)", tuple(Line(sentence(fact), fact) for fact in (
    AgreementDue("Åbne flere centre i hver by " * 9, "jobkonsulenten " * 9, date(2010, 9, 30), overdue=True, more=12),
    Corrected(Correction(date(2010, 9, 1), "virksomhedsaktivering_i_alt", 1_040, 1_045, None), more=12),
    FiguresCame((date(2010, 9, 1), date(2010, 11, 1), date(2010, 12, 1))))))


def seen(found: Snapshot, code: str, month: date = FEBRUARY, *, news: News | None = None) -> str:
    """The sheet's text without spaces."""
    return words(read(sheet.sheet_pdf(found, code, month, news=None if news is None else lambda _: news)))
