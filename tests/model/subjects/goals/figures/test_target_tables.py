"""The targets as tables: what applies now, jobcenters with their own, and everything ever recorded."""

from datetime import date

from model.subjects.goals.figures.target_tables import applying, recorded, standing, target_words
from tests.model.subjects.builders import said, snapshot, target

MARCH = date(2010, 3, 1)


def test_the_regions_targets_stand_with_value_source_and_reason():
    table = applying(snapshot(said("791", "2010-03", persons=300, total=30)), MARCH)
    values = dict(zip(table["Hvad"], table["Værdi"], strict=True))
    assert values == {
        "Mål 1: andel i virksomhedsaktivering": "16\u00a0%", "Mål 1: forøgelse siden udgangspunktet": "15 personer",
        "Mål 2: andel selvforsørgende": "20\u00a0%", "Landsmål for Mål 1 (kun til orientering)": "9.000 personer",
        "Udgangspunkt: måned": "september 2009"}
    assert table["Kilde"].str.len().min() > 10


def test_a_jobcenter_with_its_own_baseline_is_listed_by_name():
    own = target("baseline_value", value=40, jobcenter="779")
    table = applying(snapshot(said("779", "2010-03", persons=300, total=30), targets=[own]), MARCH)
    row = table[table["Gælder for"].eq("Skive")].iloc[0]
    assert (row["Hvad"], row["Værdi"]) == ("Udgangspunkt: et oplyst tal", "40 personer")


def test_everything_recorded_is_kept_newest_first():
    newer = target("share", value=18, recorded="2010-02-01")
    table = recorded(snapshot(said("779", "2010-03", persons=300, total=30), targets=[newer]))
    assert (table.loc[0, "Værdi"], table.loc[0, "Skrevet"]) == ("18\u00a0%", "1. feb. 2010")
    assert "16\u00a0%" in table["Værdi"].tolist()


def test_what_applies_now_is_said_with_whose_it_is():
    found = snapshot(targets=[target("baseline_value", value=40, jobcenter="779")])
    assert standing(found, "share", None, MARCH) == "I marts 2010 gælder 16\u00a0%, fælles for alle jobcentre."
    assert standing(found, "baseline_month", "779", MARCH) == "I marts 2010 gælder 40 personer, særskilt for Skive."
    assert set(applying(found, MARCH)["Gælder for"]) == {"Hvert jobcenter", "Hele landet", "Skive"}


def test_the_targets_as_words_are_those_in_force_in_the_month_and_never_a_jobcenters_own():
    later = target("share", value=18, valid_from=date(2010, 4, 1), recorded="2010-03-20")
    found = snapshot(targets=[later, target("increase", value=5, jobcenter="791")])
    assert target_words(found, MARCH) == {"share": "16\u00a0%", "increase": "15", "self_supporting": "20\u00a0%",
                                          "national": "9.000"}
    assert target_words(found, date(2010, 4, 1))["share"] == "18\u00a0%"
