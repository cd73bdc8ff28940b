"""Every page is rendered once without a browser, and one that fails is told with where it does."""

import pytest

from pages.shared import layout, navigation, rendering

METHOD = tuple(entry for entry in navigation.SHOWN if entry.title == "Mål og metode")


@pytest.fixture(autouse=True)
def _one_page(engine, monkeypatch):
    monkeypatch.setattr(navigation, "SHOWN", METHOD)


def test_a_page_that_can_be_shown_is_told(capsys):
    assert rendering.main() == 0
    assert capsys.readouterr().out == "Mål og metode: vises\n1 af 1 sider vises.\n"


def test_a_page_that_fails_is_told_with_where(capsys, monkeypatch):
    def fail(*_: str) -> None:
        raise KeyError("antal")

    monkeypatch.setattr(layout, "header", fail)
    assert rendering.main() == 1
    told = capsys.readouterr().out
    assert told.startswith("Mål og metode: kan ikke vises. KeyError i test_rendering.py, linje ")
    assert told.endswith("0 af 1 sider vises.\n")
