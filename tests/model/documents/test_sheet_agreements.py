"""What was agreed last time on the dialogark: as much of it as there is room for, on one page whatever is written."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from model.documents import sheet
from tests.model.documents.conftest import WORST
from tests.model.documents.reading import read, squeezed, widest, words
from tests.model.documents.sheets import AARHUS, FEBRUARY, MARCH, NEWS, SKIVE, VIBORG, seen

ROOM, SMALLEST = 516.0, 8.2  # points: A4 between its margins of 14 mm, and the smallest type of running text


def agreed(sampled, *texts, responsible="jobcenterchefen"):
    """The sample with these agreements of Viborg's."""
    rows = [{"id": at, "meeting_id": 1, "unit": VIBORG, "held_on": date(2011, 1, 5),
             "stated_on": date(2011, 1, 5), "text": text, "responsible": responsible, "due": date(2011, 2, at),
             "recorded_by": "BRM"} for at, text in enumerate(texts, start=1)]
    return replace(sampled, written=replace(sampled.written, agreements=pd.DataFrame(rows)))


def test_what_was_agreed_last_time_stands_in_full_where_there_is_room(sampled):
    for code in (VIBORG, SKIVE):
        whole = sheet.content(sampled, code, FEBRUARY)["agreed"][0]
        assert whole and all(", frist " in line and "…" not in line for line in whole)
        text = seen(sampled, code)
        assert [line for line in whole if squeezed(line) not in text] == []
        assert squeezed(sheet.NO_CHART) not in text
    assert sheet.content(sampled, AARHUS, FEBRUARY)["agreed"] == []


def test_as_many_agreements_are_told_as_there_is_room_for(sampled):
    text = seen(agreed(sampled, *(f"Åbne center nummer {at}" for at in range(1, 6))), VIBORG)
    assert all(f"Åbnecenternummer{at}(" in text for at in range(1, 6)) and "mere;se" not in text


@pytest.mark.parametrize(("news", "way"), [(None, 2), (NEWS, -1)], ids=["without news", "with"])
def test_the_longest_are_cut_at_a_word_to_what_there_is_room_for_and_at_most_three_are_told(worst, news, way):
    lines = sheet.content(worst, WORST, MARCH)["agreed"][way]
    assert len(lines) == 4 and lines[-1] == "og 5 aftaler mere; se siden Dialogmøde"
    text = seen(worst, WORST, MARCH, news=news)
    assert [line for line in lines if squeezed(line) not in text] == []


@pytest.mark.parametrize("length", range(20, 501, 60))
@pytest.mark.parametrize("count", [1, 3, 9])
def test_however_long_and_many_they_are_the_sheet_is_one_page_with_its_curve(sampled, length, count):
    found = read(sheet.sheet_pdf(agreed(sampled, *[("åbne centre " * 50)[:length]] * count), VIBORG, FEBRUARY))
    text = words(found)
    assert len(found.pages) == 1 and text.endswith("side1af1")
    assert squeezed(sheet.NO_CHART) not in text


ODD = ("Flot 👍 \uf0b7 punkt \uf0fc aftalt 1️⃣ สวัสดี \u202evendt\u202c\x00\ufffe", "å" * 259,
       "https://" + "meget-lang-adresse/" * 20, "\u00a0".join(["fast"] * 80), "W" * 500)


@pytest.mark.parametrize("text", ODD)
def test_whatever_is_agreed_the_sheet_is_made_on_one_page_and_within_its_margins(sampled, text):
    found = read(sheet.sheet_pdf(agreed(sampled, text, text, responsible=text), VIBORG, FEBRUARY))
    assert len(found.pages) == 1
    text = words(found)
    assert "frist1.feb.2011" in text and "frist2.feb.2011" in text
    assert widest(found, size=SMALLEST) <= ROOM


def test_word_s_bullets_are_bullets_and_a_sign_without_a_letter_is_seen_to_be_missing(sampled):
    found = agreed(sampled, ODD[0], responsible="chefen")
    assert "Flot[?]•punkt✓aftalt1[?]vendt(chefen,frist1.feb.2011)" in seen(found, VIBORG)
