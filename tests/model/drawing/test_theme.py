"""The colours: the configuration and the stylesheet say the same as the theme, and all can be read."""

import re
import tomllib
from dataclasses import astuple
from pathlib import Path

import pytest

from model.drawing.theme import DARK, LIGHT, THEMED
from tests.model.drawing.contrast import contrast

ROOT = Path(__file__).parents[3]
CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
STYLE = (ROOT / "pages/shared/style.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_configuration_lists_the_themes_ten_colours(name, palette):
    section = CONFIG["theme"][name]
    assert tuple(section["chartCategoricalColors"]) == astuple(palette)
    assert len(astuple(palette)) >= 10
    assert section["backgroundColor"] == palette.ground
    assert section["textColor"] == palette.target


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_marks_stand_out_from_their_ground(palette):
    for text in (palette.target, palette.quiet, palette.main, palette.signal):
        assert contrast(text, palette.ground) >= 4.5
    for mark in (palette.context, palette.edge):
        assert contrast(mark, palette.ground) >= 3
    for bar in (palette.main, palette.signal, palette.context):
        assert contrast(bar, palette.band) >= 3
    assert contrast(palette.ground, palette.main) >= 4.5  # the words on a tile that is reached


@pytest.mark.parametrize("role", ["main", "signal", "band", "edge", "quiet", "ground"])
def test_the_stylesheet_uses_the_same_pair(role):
    pair = re.search(rf"--fd-{role}: light-dark\((#\w+), (#\w+)\)", STYLE)
    assert pair is not None
    assert pair.groups() == (getattr(LIGHT, role), getattr(DARK, role))


def test_the_themed_colours_are_streamlits_place_holders():
    theme = pytest.importorskip("streamlit.elements.lib.streamlit_plotly_theme")
    assert astuple(THEMED) == tuple(getattr(theme, f"CATEGORY_{i}") for i in range(10))


def test_the_contrast_of_black_on_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_nothing_is_sent_home_and_no_trace_is_shown():
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["toolbarMode"] == "minimal"
