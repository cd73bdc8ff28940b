"""»Det skal vi tale om«: at most five sentences, each from a rule, in order of urgency."""

from dataclasses import replace
from datetime import date

import pandas as pd

from model.subjects.reporting.figures.rule_breaks import rule_breaks
from model.subjects.reporting.words.talking import talking_points
from tests.model.publishing.first import published
from tests.model.subjects.builders import said, snapshot
from tests.model.subjects.planned import DATES, visit

MARCH = date(2010, 3, 1)


def points(march, *more, codes=None):
    codes = codes or list(march)
    rows = [said(code, "2009-09", persons=300, total=30) for code in codes]
    rows += [said(code, "2010-03", **figures) for code, figures in march.items()]
    return [text.replace("\u00a0", " ") for text in talking_points(snapshot(*rows, *more, codes=codes), MARCH)]


def group(total, persons=300):
    return {"persons": persons, "total": total}


def test_who_is_missing_comes_first():
    found = points({"791": group(60)}, codes=["791", "779", "665"])
    assert found == ["Lemvig og Skive mangler tal for marts 2010."]


def test_many_names_are_cut_to_three_and_a_count():
    found = points({"791": group(60)}, codes=["791", "779", "665", "671", "615", "741"])
    assert found == ["Horsens, Lemvig, Samsø og 2 andre mangler tal for marts 2010."]


def test_figures_that_contradict_each_other_are_named():
    found = points({"791": group(60), "779": {"persons": 40, "total": 61}})
    assert found[0] == "Tallene for Skive i marts 2010 hænger ikke sammen. Se Indberetning og historik."


def test_the_furthest_and_the_closest_are_told_in_persons():
    found = points({"791": group(30), "779": group(20), "665": group(46), "671": group(10), "615": group(40)})
    assert found == ["Længst fra Mål 1, målt i personer: Struer mangler 38, Skive mangler 28 og Viborg mangler 18.",
                     "Tæt på Mål 1: Lemvig mangler 2 personer.",
                     "Kun den ene del af Mål 1 er nået. 15 flere: Lemvig."]


def test_one_half_only_says_which():
    found = points({"791": group(47), "779": group(44, persons=200)})
    assert found[-1] == "Kun den ene del af Mål 1 er nået. 16 %: Skive. 15 flere: Viborg."


def test_falling_months_are_plain_counts():
    fall = [said("791", f"2010-0{month}", total=total) for month, total in ((1, 70), (2, 65))]
    third = said("791", "2009-12", total=71)
    assert points({"791": group(60)}, *fall) == [
        "Færre i virksomhedsaktivering to måneder i træk: Viborg (fra 70 til 60)."]
    assert points({"791": group(60)}, *fall, third) == [
        "Færre i virksomhedsaktivering tre måneder i træk: Viborg (fra 71 til 60)."]
    assert points({"791": group(60)}, fall[1]) == []
    assert points({"791": group(65)}, *fall) == []


def test_hidden_figures_are_told():
    found = points({"791": group(60), "741": {"persons": 30, "total": "hidden"}})
    assert found == ["Mål 1 kan ikke opgøres for Samsø, da små tal er skjult af afsenderen."]


def test_there_are_never_more_than_five():
    fall = [said("791", f"2010-0{month}", total=total) for month, total in ((1, 70), (2, 65))]
    found = points({"791": group(30), "779": {"persons": 40, "total": 61}, "665": group(46),
                    "741": {"persons": 30, "total": "hidden"}}, *fall, codes=["791", "779", "665", "741", "671"])
    assert len(found) == 5
    assert "mangler tal" in found[0] and "hænger ikke sammen" in found[1]


def test_a_region_without_anything_to_say_says_nothing():
    assert points({"791": group(60)}) == []


def test_every_rule_of_the_import_is_tried_on_what_stands():
    rows = [said("791", "2010-03", persons=50, praktik=61, loentilskud=2), said("779", "2010-03", total=50, praktik=20,
            loentilskud=20), said("665", "2010-02", ended=4, good=5), said("671", "2010-03", persons=50, total=40),
            said("615", "2010-03", persons="hidden", total=40)]
    found = rule_breaks(snapshot(*rows))
    assert set(found["jobcenter"]) == {"791", "779", "665"}
    assert found["month"].is_monotonic_decreasing
    skive = found.loc[found["jobcenter"].eq("779"), "text"].item()
    assert skive.startswith("Skive, marts 2010: 50 ") and "række" not in skive


def test_figures_that_agree_break_no_rule():
    assert rule_breaks(snapshot()).empty
    assert rule_breaks(snapshot(said("791", "2010-03", persons=50, praktik=20, loentilskud=20, total=35))).empty


def test_who_has_asked_for_counselling_and_waits_is_told_inside_and_never_to_the_public():
    wished = pd.DataFrame([visit("779", "ønsket", wished_on="2010-01-05")])
    wished = wished.assign(**{name: pd.to_datetime(wished[name]) for name in DATES})
    base = replace(snapshot(said("791", "2010-03", **group(60)), codes=["791", "779"]), records={"raadgivning": wished})
    assert talking_points(base, MARCH)[1] == "1 jobcenter har ønsket rådgivning og venter: Skive (5. jan. 2010)."
    assert not [line for line in talking_points(published(base), MARCH) if "ønsket" in line]
