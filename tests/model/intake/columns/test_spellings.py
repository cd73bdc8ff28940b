"""What headings of every dataset may be: a footnote's mark is no part of one, the end of a scale is."""

import pytest

from model.intake.columns.spellings import spellings_of
from model.intake.datasets.register import DATASETS


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("mark", ["*", " **", " 1)", " (2)", "²", ":"])
def test_a_heading_with_a_footnotes_mark_is_the_heading(name, mark):
    spellings = spellings_of(DATASETS[name])
    for part in DATASETS[name].parts:
        if not part.heading[-1].isdigit():
            assert spellings.column(part.heading + mark) == part.name


@pytest.mark.parametrize("heading", ["Tilfredshed (1-7)", "Tilfredshed (1–10)", "Tilfredshed 0-4)"])
def test_the_end_of_a_scale_is_no_footnotes_number(heading):
    assert spellings_of(DATASETS["kursusevaluering"]).column(heading) is None


@pytest.mark.parametrize(("name", "heading", "column"), [
    ("kursusdeltagelse", "Sum af Mødt", "moedt"), ("maanedstal", "Sum af Løntilskud", "heraf_loentilskud")])
def test_a_pivots_words_are_no_part_of_a_heading(name, heading, column):
    assert spellings_of(DATASETS[name]).column(heading) == column
