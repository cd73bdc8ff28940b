"""The collected examples: as the source has them, counted and told without anybody's name or number."""

import pytest

from model.basics import personal_data
from model.programmes.current import COLLECTION
from model.subjects.stories.charts.collection import collection_tiles
from model.subjects.stories.figures import collection as examples
from model.subjects.stories.figures.searching import holds
from model.subjects.stories.words.collection import card, held_words, line, none_from, title

# as the source's annex heads them: how many name each municipality, counted by hand
FROM = {"Aarhus": 1, "Viborg": 3, "Herning": 5, "Ikast-Brande": 1, "Holstebro": 4, "Lemvig": 4, "Struer": 3,
        "Horsens": 3, "Hedensted": 2, "Skive": 2, "Norddjurs": 2, "Odder": 1, "Syddjurs": 1}
NOBODYS = {"hele landet": 1, "hele regionen": 2}


def test_what_is_kept_and_what_the_source_says():
    assert (len(COLLECTION.examples), COLLECTION.claimed) == (25, 35)
    assert title(COLLECTION) == "25 eksempler på samarbejde fra 13 af 19 kommuner"
    assert line(COLLECTION).startswith("Kilden siger 35 eksempler, så 10 mangler.")
    assert line(COLLECTION.model_copy(update={"claimed": 25})) == ""


def test_each_municipality_has_what_the_source_heads_with_its_name():
    assert {unit.name: count for unit, count in examples.counts(COLLECTION).items() if count} == FROM
    assert {beyond: sum(each.beyond == beyond and not each.places for each in COLLECTION.examples)
            for beyond in NOBODYS} == NOBODYS
    assert none_from(COLLECTION) == (
        "Ingen af dem er fra Favrskov, Randers, Ringkøbing-Skjern, Samsø, Silkeborg eller Skanderborg")


def test_they_come_in_the_order_of_the_source_and_none_lies_behind_its_last_page():
    pages = [each.pages for each in COLLECTION.examples]
    assert pages == sorted(pages) and pages[0][0] == 5 and pages[-1] == (16, 16)


@pytest.mark.parametrize("example", COLLECTION.examples, ids=lambda each: each.title)
def test_nobody_is_named_and_no_number_can_be_called(example):
    told = " ".join(card(example, "Samlingen").sentences)
    assert personal_data.find(told) is None and not personal_data.has_contact(told)
    assert "tlf" not in told.lower() and "@" not in told and "www" not in told


def test_a_card_says_where_what_with_whom_whom_to_ask_and_the_page():
    [centres] = examples.matching(COLLECTION.examples, text="jobkonsulent hotline")
    assert [text.replace("\u00a0", " ") for text in card(centres, "Samlingen").sentences if "Mindst" not in text] == [
        "Skive, Holstebro og Norddjurs · Forløb i virksomheder",
        "Sammen om det: virksomheder, jobcentre, det lokale beskæftigelsesråd og fagforbund.",
        "Spørg Jobcenter Skive · Samlingen, side 14–15"]


def test_a_search_asks_for_every_word_however_it_is_written():
    assert holds("LÆGER fast", ["Fastholdelse af sygemeldte", "læger og kommuner"])
    assert not holds("læger borgmester", ["læger og kommuner"])
    assert holds("  ", [])
    shown = examples.matching(COLLECTION.examples, code="779", theme="Uddannelse")
    assert [each.title for each in shown] == ["Straksuddannelse for unge"]
    assert held_words(len(shown), 25) == "1 af 25 eksempler" and held_words(25, 25) == ""


def test_a_municipality_without_one_is_not_told_as_zero():
    chart = collection_tiles(COLLECTION)
    samsoe = next(tile for tile in chart.tiles if tile.name == "Samsø")
    assert (samsoe.figure, samsoe.status, samsoe.mark) == ("–", "ingen\u00a0bevaret", "unknown")
    assert chart.table.set_index("Kommune").loc["Samsø", "Eksempler"] == "ingen\u00a0bevaret"
    assert chart.data["eksempler"].sum() == sum(FROM.values())
