"""What headings of every dataset may be: a footnote's mark is no part of one, the end of a scale is."""

import pytest

from model.intake.columns.spellings import spellings_of
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.monthly_figures import MAANEDSTAL


@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("mark", ["*", " **", "²", ":"])
def test_a_heading_with_a_footnotes_mark_is_the_heading(name, mark):
    spellings = spellings_of(DATASETS[name])
    assert [spellings.column(part.heading + mark) for part in DATASETS[name].parts] == [
        part.name for part in DATASETS[name].parts]


@pytest.mark.parametrize("mark", [" 1)", " (2)", "3)"])
def test_a_number_behind_a_heading_of_figures_is_a_footnotes(mark):
    spellings = spellings_of(MAANEDSTAL)
    assert [spellings.column(part.heading + mark) for part in MAANEDSTAL.fields] == [
        part.name for part in MAANEDSTAL.fields]


@pytest.mark.parametrize("heading", ["Tilfredshed (1-7)", "Tilfredshed (1–10)", "Tilfredshed 0-4)",
                                     "Tilfredshed (1 - 5)",
                                     "Tilfredshed (1/5)", "Tilfredshed (1..5)", "Tilfredshed (1 — 5)", "Svar (5)",
                                     "Svar 5)", "Dag (1)", "Spørgsmål (2)"])
@pytest.mark.parametrize("name", sorted(set(DATASETS) - {MAANEDSTAL.name}))
def test_a_number_behind_a_heading_of_records_is_a_step_of_a_scale_or_one_of_two(name, heading):
    assert spellings_of(DATASETS[name]).column(heading) is None


@pytest.mark.parametrize(("name", "heading", "column"), [
    ("kursusdeltagelse", "Sum af Mødt", "moedt"), ("maanedstal", "Sum af Løntilskud", "heraf_loentilskud")])
def test_a_pivots_words_are_no_part_of_a_heading(name, heading, column):
    assert spellings_of(DATASETS[name]).column(heading) == column
