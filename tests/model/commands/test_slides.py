"""``export slides``: for the public unless the internal view is asked for, the region's or one jobcenter's."""

from io import BytesIO

import pytest
from pptx import Presentation

HIDDEN = "Små tal er udeladt, så de ikke kan regnes ud"
VIBORG, SKIVE = "791", "779"


def texts(path):
    deck = Presentation(BytesIO(path.read_bytes()))
    return "\n".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)


def test_slides_are_for_the_public_unless_told_otherwise(run, published, tmp_path):
    status, out, err = run("export", "slides", tmp_path / "ude.pptx")
    assert (status, err) == (0, "") and "er skrevet" in out
    assert HIDDEN in texts(tmp_path / "ude.pptx")
    assert run("export", "slides", tmp_path / "inde.pptx", "--audience", "internal", "--month", "2010-03")[0] == 0
    assert HIDDEN not in texts(tmp_path / "inde.pptx")


def test_one_jobcenter_s_slides(run, published, tmp_path):
    assert run("export", "slides", tmp_path / "viborg.pptx", "--jobcenter", VIBORG)[0] == 0
    assert "Jobcenter Viborg" in texts(tmp_path / "viborg.pptx")


def test_a_jobcenter_without_figures_is_refused_and_nothing_is_written(run, published, tmp_path):
    status, out, err = run("export", "slides", tmp_path / "lemvig.pptx", "--jobcenter", "665")
    assert (status, out) == (1, "")
    assert "Der er ikke lavet et diasshow." in err
    assert list(tmp_path.glob("*.pptx")) == []


@pytest.mark.parametrize(("audience", "why"), [
    ("public", "Der er ikke offentliggjort noget endnu."),
    ("preview", "Der er ingen tal for hele regionen endnu. Der er ikke lavet et diasshow.")])
def test_before_the_first_figure_nothing_is_written(run, tmp_path, engine, audience, why):
    status, out, err = run("export", "slides", tmp_path / "ude.pptx", "--audience", audience)
    assert (status, out) == (1, "")
    assert why in err
    assert list(tmp_path.glob("*.pptx")) == []


def test_only_a_powerpoint_file_can_be_written(run, loaded, tmp_path):
    status, _, err = run("export", "slides", tmp_path / "ude.ppt")
    assert status == 2 and ".pptx" in err
