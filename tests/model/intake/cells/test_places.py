"""Which jobcenter a cell means, and suggestions for what is misspelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics.formatting import normalise
from model.intake.cells.cell_text import objects
from model.intake.cells.place_text import misspelt, misspelt_place, nearest
from model.intake.cells.values import places
from model.programmes.current import PROGRAMME
from tests.sweeps import swept

ALIASES = {normalise(text): unit.code for unit in PROGRAMME.units for text in (unit.name, *unit.spellings)}
NAMES = {unit.code: unit.name for unit in PROGRAMME.units}


def place(cell: object) -> str | None:
    return places(objects([cell]), ALIASES)[0]


@pytest.mark.parametrize("cell", ["791", "0791", 791, 791.0, " 791 ", "Viborg", "VIBORG", "Viborg ", "Jobcenter Viborg",
                                  "Viborg Kommune", "Jobcenter: Viborg", "Jobcentret i Viborg", "viborg jobcenter",
                                  "791 Viborg", "791 - Viborg", "Viborg (791)", "Kommune 791",
                                  "791.0", "791,0", "0791.00",
                                  '="0791"', "'0791", "7\u00ad91", "Vi\u200bborg", "'Viborg'"])
def test_ways_to_write_a_jobcenter(cell):
    assert place(cell) == "791"


@pytest.mark.parametrize(("cell", "code"), [
    ("Århus", "751"), ("Aarhus", "751"), ("AARHUS", "751"), ("Ringkøbing Skjern", "760"), ("Ringkoebing-Skjern", "760"),
    ("Ringk.-Skjern", "760"), ("Jobcenter Ringkøbing-Skjern", "760"), ("Samsø (Århus)", "741"), ("Syddjurs ", "706"),
    ("Ikast-Brande Kommune", "756"), ("Samsø*", "741")])
def test_spellings_seen_in_files(cell, code):
    assert place(cell) == code


@pytest.mark.parametrize("cell", [
    "999", 999, "7910", "79", 791.5, "Viborgs", "Vest i alt", "I alt", "Midtjylland", "Hele landet", "Jobcenter",
    "Kommune",
    "", None, "København", "2010", True, "Skive og Viborg"])
def test_what_names_no_jobcenter(cell):
    assert place(cell) is None


@pytest.mark.parametrize("cell", ["791 Skive", "Skive (791)", "779 791", "999 Viborg"])
def test_a_code_and_a_name_that_disagree_name_nobody(cell):
    assert place(cell) is None


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(["{}", "Jobcenter {}", "{} Kommune", " {} ", "JOBCENTER {}"]))
def test_every_jobcenter_is_found_by_code_and_name(code, pattern):
    assert place(pattern.format(NAMES[code])) == code
    assert place(pattern.format(code)) == code
    assert place(f"{code} {NAMES[code]}") == code


def test_the_result_has_one_entry_a_cell():
    assert places(objects(["Skive", None, "x"]), ALIASES).tolist() == ["779", None, None]


@pytest.mark.parametrize(("text", "expected"), [
    ("personer_macth4", "personer_match4"), ("Jobcentre", "jobcenter"), ("kommune kode", "kommunekode"),
    ("xyzzy", None), ("", None)])
def test_the_nearest_name(text, expected):
    assert nearest(text, ["personer_match4", "jobcenter", "kommunekode", "maaned"]) == expected


def test_the_nearest_of_nothing_is_nothing():
    assert nearest("jobcenter", []) is None


ORDINARY = """
    Andel Ændring Øvrige Heraf Sum Total Gennemsnit Middel Median Samlet Samlede Andre Anden Rest Resten Ukendt Uoplyst
    Alder Ordre Ordner Borger Borgere Person Personer Unge Ungdom Kvinder Mænd Ledige Ledig Aktive Passive Match
    Status Skema Skole Skriv Samme Sammen Større Starter Indsats Tilbud Uddannelse Ordinær Fleksjob Praktik
    Virksomhed Løntilskud Måned Periode Kvartal Region Regionen Landsdel Vest Øst Nord Syd Kilde Note Noter Bemærkning
    Antal Procent Udvikling Forskel Plan Mål Målet Ramme Center Centre Afdeling Team Kontor Vejledning Vejle Odense Aars
    København Hobro Herlev Hillerød Ingen Alle Begge Ja Nej Diverse Fordeling Kommuner Jobcentre Jobcenter Kommune
"""


@pytest.mark.parametrize("word", ORDINARY.split())
def test_an_ordinary_word_is_never_suggested_to_be_a_jobcenter(word):
    assert misspelt_place(word, NAMES) is None
    assert misspelt_place(f"{word} unge", NAMES) is None and misspelt_place(f"Jobcenter {word}", NAMES) is None


@pytest.mark.parametrize("text", [
    "Heraf unge", "Herning unge", "Horsens-Hedensted", "Randers/Favrskov", "Sum Randers", "Viborg ungdom", "Viborg 2",
    "Skive og Viborg", "Randers V", "Øvrige jobcentre", "I alt Skive", "Ændr. Herning", "791 Herningg", "Ringkøbing",
    "Syd-Norddjurs", "", "-", "*"])
def test_a_text_that_says_more_or_less_than_one_name_is_not_suggested_to_be_it(text):
    assert misspelt_place(text, NAMES) is None


def slips(name: str) -> set[str]:
    """The name with one letter dropped, doubled, or swapped with the next."""
    at = [place for place, sign in enumerate(name) if sign.isalpha()]
    return {*(name[:i] + name[i + 1:] for i in at), *(name[:i] + name[i] + name[i:] for i in at),
            *(name[:i] + name[i + 1] + name[i] + name[i + 2:] for i in at if i + 1 in at)}


@pytest.mark.parametrize("code", swept([code for code, name in NAMES.items() if len(name) >= 5], 0, 7, 15))
def test_every_slip_of_one_letter_is_suggested_right(code):
    for slip in slips(NAMES[code]):
        if place(slip) is None:
            for text in (slip, f"Jobcenter {slip}", f"{slip} Kommune", slip.upper(), f"{code} {slip}"):
                assert misspelt_place(text, NAMES) == NAMES[code], text


@pytest.mark.parametrize(("text", "name"), [
    ("Holstbro", "Holstebro"), ("Skivee", "Skive"), ("Ringkøbing-Skjren", "Ringkøbing-Skjern"), ("Århsu", "Aarhus"),
    ("Ikst Brande Kommune", "Ikast-Brande"), ("Ikast Brnade Komune", "Ikast-Brande"), ("Jobcentr Vibrog", "Viborg"),
    ("Ringkoebing Skjren", "Ringkøbing-Skjern"), ("Viborgs", "Viborg"), ("Holtsbro*", "Holstebro")])
def test_a_name_that_is_plainly_misspelt(text, name):
    assert misspelt_place(text, NAMES) == name


def test_a_choice_of_figures_is_never_suggested_for_another():
    assert misspelt("1-4", ["1-5", "1-3"]) is None
    assert misspelt("afholt", ["tilbudt", "aftalt", "afholdt", "takket nej"]) == "afholdt"
