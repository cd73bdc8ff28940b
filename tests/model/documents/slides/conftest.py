"""Decks read back with python-pptx, and made-up screens for what the sample does not have."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.documents.screens import Screen, chosen, screens
from model.documents.slides import slides_pptx
from model.drawing.chart import Chart
from tests.model.documents.slides.reading import opened
from tests.model.publishing.first import published

FEBRUARY = date(2011, 2, 1)


@pytest.fixture(scope="session")
def public(sampled):
    """The sample as the public may know it."""
    return published(sampled)


@pytest.fixture(scope="session")
def shown(public):
    """The region's screens as a conference has them."""
    return chosen(screens(public, public.release.month), ())


@pytest.fixture(scope="session")
def region(public, shown):
    """The region's deck, opened."""
    return opened(slides_pptx(public, public.release.month, shown))


@pytest.fixture
def deck(sampled):
    """Open the deck of these screens, of the internal view."""
    def making(*given):
        return opened(slides_pptx(sampled, FEBRUARY, given))
    return making


@pytest.fixture
def screen():
    """A screen with texts of its own."""
    def making(**given):
        return replace(Screen(key="prøve", name="Prøve", title="Ni af ti mødte", subtitle="Alle, 2010",
                              source="Kilde: prøve", alt="Prøve. Ni af ti mødte."), **given)
    return making


@pytest.fixture
def chart():
    """A chart of a kind, with only what is given."""
    def making(kind, **given):
        return Chart(kind=kind, title="Ni af ti mødte", subtitle="Alle, 2010", source="Kilde: prøve", alt="Prøve.",
                     make_table=pd.DataFrame, make_data=pd.DataFrame, **given)
    return making
