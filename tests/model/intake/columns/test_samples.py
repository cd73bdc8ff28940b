"""What a person recognises an unknown column by: its numbers, unless somebody answers when they are called."""

import numpy as np
import pytest

from model.intake.columns import own_words

SCOPE = own_words.JOBCENTERS_ALONE


def shown(*cells: object, heading: str = "") -> tuple[str, ...]:
    return own_words.samples(np.array(cells, dtype=object), SCOPE, heading=heading)


@pytest.mark.parametrize("cells", [("20 00 00 00", "tlf. 20000000"), ("+45 20000000", "3300 0000")])
def test_numbers_that_are_telephones_are_hidden_as_words_are(cells):
    [said] = shown(*cells)
    assert said.startswith("2 forskellige tekster") and "000" not in said


@pytest.mark.parametrize("cell", ["20000000", 20000000, 20000000.0])
def test_a_heading_says_that_its_numbers_are_telephones(cell):
    assert shown(cell, heading="Mobil") == ("en tekst på 8 tegn",)
    assert shown(cell, heading="Personer") == (str(cell),)


def test_other_numbers_are_shown_as_they_stand():
    assert shown("414", 61, "1.234") == ("414", "61", "1.234")
    assert shown("414", heading="Mobil") == ("414",)
