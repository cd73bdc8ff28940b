"""A site of three editions of the sample, made as of their days; and one with the second withdrawn."""

from datetime import date

import pytest

from model.basics import settings
from model.documents.site import site
from model.documents.site.public import Public
from model.subjects.calendar.figures import calendar, plan
from tests.model.documents.site import strict
from tests.model.publishing.histories import history, withdrawn
from tests.model.subjects.builders import changes, said

MAILBOX, SKIVE, VIBORG = "kampagnen@eksempel.dk", "779", "791"


@pytest.fixture(scope="session")
def three(sampled):
    """June, then February without Skive, then February with Skive and another number for Viborg in June."""
    february = date(2011, 2, 1)
    missing = said(SKIVE, "2011-02", persons="missing", total="missing", praktik="missing", loentilskud="missing")
    corrected = said(VIBORG, "2010-06", persons=901, total=137, praktik=100, loentilskud=37)
    return history((sampled, date(2010, 6, 1), date(2010, 7, 14)),
                   (sampled.overlaid(changes(missing)), february, date(2011, 4, 5)),
                   (sampled.overlaid(changes(corrected)), february, date(2011, 4, 20)))


@pytest.fixture(scope="session")
def public(sampled, three):
    return Public(three, sampled.written.published, calendar.planned(sampled), plan.overview(sampled))


@pytest.fixture(scope="session")
def files(public):
    return site.files(public)


@pytest.fixture(scope="session")
def one_gone(public):
    """The same with the newest withdrawn, and a number in its note."""
    return Public(withdrawn(public.editions, 3, date(2011, 5, 3)), public.written, public.planned, public.activities)


@pytest.fixture(scope="session")
def roots(files):
    return {address: strict.read(content) for address, content in files.items() if address.endswith(".html")}


@pytest.fixture
def mailbox(monkeypatch):
    monkeypatch.setenv("FREMDRIFT_CONTACT", MAILBOX)
    settings.load.cache_clear()
