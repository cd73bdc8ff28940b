"""Which jobcenter a cell means, and suggestions for what is misspelt."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.formatting import normalise
from model.importing.cells.values import nearest, places
from model.reference import JOBCENTERS

ALIASES = {normalise(spelling): code for code, name, *_, others in JOBCENTERS for spelling in (name, *others)}
NAMES = {code: name for code, name, *_ in JOBCENTERS}


def place(cell: object) -> str | None:
    return places(pd.Series([cell], dtype=object), ALIASES).iloc[0]


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


def test_the_result_has_the_index_of_its_cells():
    found = places(pd.Series(["Skive", None, "x"], index=[5, 6, 9], dtype=object), ALIASES)
    assert found.to_dict() == {5: "779", 6: None, 9: None}


@pytest.mark.parametrize(("text", "expected"), [
    ("personer_macth4", "personer_match4"), ("Jobcentre", "jobcenter"), ("kommune kode", "kommunekode"),
    ("xyzzy", None), ("", None)])
def test_the_nearest_name(text, expected):
    assert nearest(text, ["personer_match4", "jobcenter", "kommunekode", "maaned"]) == expected


def test_the_nearest_of_nothing_is_nothing():
    assert nearest("jobcenter", []) is None
