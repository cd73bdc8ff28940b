"""Texts, choices and dates among figures are read as those of records are, and are kept to what their column holds."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from model.intake.cells import words
from model.intake.checks import figures, statements
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import MAANEDSTAL

TODAY = date(2010, 5, 3)
REMARK, MODEL, DELIVERED = "bemaerkning", "matchmodel", "modtaget"
SHORT = replace(MAANEDSTAL, fields=tuple(
    replace(field, longest=10) if field.name == REMARK else field for field in MAANEDSTAL.fields))


def read(measure: str, cell: str, dataset: Dataset = MAANEDSTAL) -> tuple[str | None, str | None]:
    """(what is stored, what is wrong) of one cell."""
    one = statements.joined([{
        "place": words.constant("779", 1), "month": np.full(1, np.datetime64("2010-03-01", "us")),
        "measure": words.column([measure]), "cell": np.array([cell], dtype=object), "row": np.zeros(1, dtype="int64"),
        "position": np.zeros(1, dtype="int64"), "column": words.column([measure]), "sheet": words.constant("", 1),
        "label": words.constant(None, 1), "line": words.constant("", 1)}])
    [found] = figures.read(one, dataset, today=TODAY).itertuples()
    return found.text, found.fault


def test_a_text_has_the_room_that_its_column_declares():
    assert read(REMARK, "ti tegn her", SHORT) == (None, "teksten er på 11 tegn; der er plads til 10. Forkort den.")
    assert read(REMARK, "ti tegn he", SHORT) == ("ti tegn he", None)
    assert read(REMARK, "ti tegn her") == ("ti tegn her", None)


@pytest.mark.parametrize(("measure", "cell", "stored"), [
    (MODEL, "1-3", "1-3"), (MODEL, "1. mar", "1-3"), (MODEL, "..", None), (DELIVERED, "12-04-2010", "2010-04-12"),
    (DELIVERED, "x", None), (REMARK, "-", None)])
def test_what_can_be_read_is_stored_and_what_says_nothing_is_not(measure, cell, stored):
    assert read(measure, cell) == (stored, None)


@pytest.mark.parametrize(("measure", "cell", "fault"), [
    (MODEL, "5. feb", "»5. feb« kendes ikke. Excel kan have lavet det, der blev skrevet, om til en dato. Skriv »1-5« "
                      "eller »1-3«."),
    (MODEL, "✓", "»✓« er en afkrydsning og siger ikke hvilken. Skriv »1-5« eller »1-3«."),
    (MODEL, "a" * 50, f"»{'a' * 40}…« kendes ikke. Skriv »1-5« eller »1-3«."),
    (DELIVERED, "modtaget", "»modtaget« siger, at det er sket, men ikke hvornår."),
    (DELIVERED, "12-05-2010", "»12-05-2010« ligger efter 3. maj 2010. Ret datoen."),
    (DELIVERED, "ca. 12-04-2010", "»ca. 12-04-2010« er ikke en bestemt dag. Mente du »12-04-2010«? Ret datoen.")])
def test_what_cannot_be_read_is_told_in_the_words_of_records(measure, cell, fault):
    stored, told = read(measure, cell)
    assert stored is None and told.replace("\u00a0", " ").startswith(fault)
