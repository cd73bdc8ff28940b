"""Where a line may end: spaces that are turned into no-break ones, and back for whoever reads the text by program."""

import pytest

from model.basics import spaces
from model.basics.shares import UNJUDGED


def test_no_line_ends_inside_an_unbroken_text_and_a_program_gets_it_with_ordinary_spaces():
    held = spaces.unbroken("12. apr. 2010")
    assert held == "12.\u00a0apr.\u00a02010"
    assert spaces.plain_spaces(held) == "12. apr. 2010"


@pytest.mark.parametrize(("text", "held"), [
    ("63 henvendelser til hotlinen, 6 jobcentre har fået rådgivning",
     "63_henvendelser til hotlinen, 6_jobcentre har fået rådgivning"),
    ("Norddjurs mangler kursusdag 6: faldt fra 55 på dag 1 (forløb 1)",
     "Norddjurs mangler kursusdag_6: faldt fra 55_på dag_1 (forløb_1)"),
    ("Tal for marts 2010 mangler", "Tal for marts 2010 mangler"), ("Mål 1 er nået", "Mål_1_er nået"),
    ("Regionen: 921 af 4.446 (21 %)", "Regionen: 921_af_4.446 (21 %)"),
    ("Uge 3 og 4 af 12 dage", "Uge_3_og_4_af_12_dage"), ("Mål og metode", "Mål og metode"),
    ("7 har nået 2 af delene", "7_har nået 2_af delene")])
def test_a_number_stays_with_what_it_is_a_number_of(text, held):
    assert spaces.numbers_held(text) == held.replace("_", "\u00a0")


@pytest.mark.parametrize(("count", "of", "text"), [(2, 6, "2_af_6"), (14, 95, "15_% (14_af_95)")])
def test_a_line_may_end_between_a_share_and_its_count_alone(count, of, text):
    assert spaces.unbroken_share_of(count, of, target=UNJUDGED) == text.replace("_", "\u00a0")
