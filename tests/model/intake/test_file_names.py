"""The name that is suggested for a sender's headings."""

import pytest

from model.intake.file_names import suggested


@pytest.mark.parametrize(("file_name", "name"), [
    ("VC-opfølgning_marts10_ENDELIG_v2.csv", "VC-opfølgning"),
    ("1_VC-opfoelgning_marts10_ENDELIG_v2.csv", "VC-opfoelgning"),
    ("3_norddjurs_marts.txt", "norddjurs"),
    ("maanedstal_2010-03.xlsx", "maanedstal"),
    ("Kopi af VC opfølgning (2) okt. 2009.xlsx", "VC opfølgning"),
    ("2010M03 Nord_vest, foreløbig.csv", "Nord_vest"),
    ("Match 4 marts 10.csv", "Match 4"),
])
def test_a_suggested_name_holds_no_month_and_no_version(file_name, name):
    assert suggested(file_name, "maanedstal") == name


@pytest.mark.parametrize("file_name", ["marts 2010.csv", "2010-03_v2.xlsx", ""])
def test_a_name_of_only_month_and_version_gives_the_datasets_title(file_name):
    assert suggested(file_name, "maanedstal") == "Månedstal"


def test_a_long_name_is_cut():
    assert suggested("x" * 90 + ".csv", "maanedstal") == "x" * 40
