"""What nobody has asked for is not made: the table under a figure, its figures as a file, and every other file."""

import pytest

from model.drawing.chart import Chart
from model.programmes.current import HOUSE
from pages.shared import address, downloads, navigation
from tests.pages.data_pages import said
from tests.pages.opening import REGION, every_tab, opened

ON_SCREENS = ("conference", "publication")  # their screens hold their tables, to be read aloud
PAGES = [(programme, page) for programme in HOUSE for entry in navigation.SHOWN
         if programme in navigation.owners(entry.address) and (page := entry.file.split("/")[1]) not in ON_SCREENS]


@pytest.fixture
def made(monkeypatch):
    """What is made of figures beside their drawing, as it is made."""
    made, whole = [], Chart._made

    def counted(chart, name, make):
        made.append(name)
        return whole(chart, name, make)

    monkeypatch.setattr(Chart, "_made", counted)
    monkeypatch.setattr(downloads, "danish_csv", lambda *_, **__: made.append("csv"))
    monkeypatch.setattr(downloads.Making, "content", lambda *_: made.append("file"))
    return made


def test_no_page_makes_a_table_of_a_figure_or_a_file_before_somebody_asks(sample_engine, made):
    for programme, page in PAGES:
        for app in every_tab(page, **{address.PROGRAMME: programme}):
            assert "Siden kan ikke vises" not in said(app), (programme, page)
        assert made == [], (programme, page)


def test_the_table_of_a_figure_is_made_when_somebody_asks(sample_engine, made):
    opened(REGION, {"tool_fliser": "Tabel"})
    assert made and set(made) == {"table"}
