"""Every measure is explained in Danish, once, with the plan's own words where the plan says something."""

import re

import pytest

from model.basics.formatting import number
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes import current
from model.statistics.funnel import outside
from model.statistics.intervals import FEWEST
from model.subjects.definitions.catalogue import AREAS, EVERYTHING, definition
from model.subjects.definitions.counts import COUNTS
from model.subjects.definitions.goals import INDICATORS
from model.subjects.definitions.measure import PLAN, with_targets
from model.subjects.economy.figures.inputs import EXAMPLE
from model.subjects.economy.figures.price import economy
from model.subjects.support.figures.hotline import WITHIN


def test_every_figure_a_file_may_hold_is_defined_under_its_own_heading():
    assert {m.name for m in COUNTS} == {field.name for field in MAANEDSTAL.fields}
    assert all(definition(field.name).title == field.heading for field in MAANEDSTAL.fields)


def test_names_are_unique_and_an_unknown_one_is_refused():
    assert len({m.name for m in EVERYTHING}) == len(EVERYTHING)
    with pytest.raises(KeyError):
        definition("findes_ikke")


@pytest.mark.parametrize("measure", EVERYTHING, ids=lambda m: m.name)
def test_a_definition_is_whole(measure):
    assert all(text.strip() for text in (measure.title, measure.what, measure.numerator, measure.reading,
                                         measure.weaknesses, measure.source, measure.unit))
    assert all(text.endswith(".") for text in (measure.what, measure.reading, measure.weaknesses))
    assert not re.search(r"@|\d{4} \d{4}", measure.quote)


NUMBERS = {"share": "31 %", "increase": "32", "self_supporting": "33 %", "national": "34.000"}


@pytest.mark.parametrize("measure", EVERYTHING, ids=lambda m: m.name)
def test_the_targets_of_the_plan_stand_in_its_quotes_and_nowhere_are_taken_for_granted(measure):
    told = with_targets(measure, NUMBERS)
    assert (told.quote, told.name, told.source) == (measure.quote, measure.name, measure.source)
    texts = " ".join([told.title, told.what, told.numerator, told.denominator, told.weaknesses])
    assert not re.search(r"\b(16|20) ?%|\+15|\b15 flere|9\.000|[{}]", texts)


def test_the_headings_carry_the_numbers_that_are_given():
    titles = [with_targets(measure, NUMBERS).title for measure in INDICATORS]
    for told in ("(31 %)", "(+32)", "(33 %)", "34.000"):
        assert sum(told in title for title in titles) == 1
    with pytest.raises(KeyError):
        with_targets(definition("maal_1"), {"share": "31 %"})


BESIDE = {each.definitions.source for each in current.BESIDE.values()}


def test_a_quote_names_whose_it_is():
    assert all(m.source == PLAN for m in (*INDICATORS, *COUNTS) if m.quote)
    assert {m.source for m in EVERYTHING if m.quote} == {PLAN, current.FINDINGS.source, current.PRICES.source,
                                                          current.COLLECTION.source, *BESIDE}
    assert not {m.source for m in EVERYTHING if not m.quote} & {current.FINDINGS.source, current.PRICES.source}


def read(name: str) -> str:
    """All that is said of a measure."""
    told = definition(name)
    return " ".join((told.what, told.numerator, told.denominator, told.reading, told.weaknesses)).replace("\u00a0", " ")


def test_every_area_has_measures_of_its_own():
    assert [area.title for area in AREAS] == ["Sammenligning", "Historier og eksempler", "Kurser",
                                              "Hotline og rådgivning", "Virksomhedscentre", "Pris"]
    assert all(area.what.endswith(".") and area.measures for area in AREAS)


def test_attendance_is_told_with_the_limits_the_plan_has():
    assert f"gange {current.PLAN.courses.most_of_a_day} pladser" in definition("fremmoede").denominator
    assert "tæller hverken med i mødte eller i pladser" in read("fremmoede")
    assert f"mindst {current.PLAN.mentor_courses.least_of_a_run} er nået" in read("deltagere_mentorkursus")
    assert f"{current.PLAN.mentor_courses.most_of_a_run} pr. jobcenter og forløb" in read("deltagere_mentorkursus")
    assert "hvor flest kom" in definition("deltagere_mentorkursus").numerator


def test_answers_are_told_as_counts_and_the_hotlines_step_is_the_one_that_is_counted():
    assert "aldrig gennemsnit" in read("tilfredshed") and f"mindst {FEWEST} svar" in read("tilfredshed")
    assert f"inden for {WITHIN} dage" in definition("svartid").numerator
    assert "ikke et mål" in read("svartid")


def test_candidates_are_told_with_the_share_that_applies():
    told = with_targets(definition("laengst_fra_maalet"), NUMBERS)
    assert NUMBERS["share"] in told.what and NUMBERS["share"] in told.numerator
    assert "BRM afgør" in told.reading


def test_only_what_lies_outside_99_8_percent_is_said_to_deviate():
    assert "Kun uden for 99,8 % siges det, at et jobcenter »afviger«" in read("afviger")
    assert outside(40, 100, level=0.2) == 1 and outside(29, 100, level=0.2) == 0
    assert f"Under {FEWEST} forløb" in read("andel_med_usikkerhed") and "Wilsons 95 %" in read("andel_med_usikkerhed")


def test_the_trials_are_told_with_their_label_and_are_never_a_target():
    told = read("forsoegenes_tal")
    assert current.FINDINGS.label in told and "aldrig et mål" in told
    fifth = current.FINDINGS.references.job_or_education
    assert f"{fifth.percent:.0f} %" in told and f"»{fifth.quote}«" in told


def test_the_price_that_is_told_is_the_price_that_is_calculated():
    found, told = economy(EXAMPLE), read("pris_paa_en_plads")
    assert f"{number(found.total_year.low)} kr. om året" in told
    assert f"{number(found.place_week.low, decimals=2)} kr." in told
    assert f"{number(found.saved_year.low)}–{number(found.saved_year.high)} kr." in read("mindre_kontanthjaelp")


def test_the_goals_say_what_the_plan_says():
    assert "mindst 16% af kontant- og starthjælpsmodtagere" in definition("maal_1").quote
    assert "selvforsørgende 4 uger efter afsluttet forløb" in definition("maal_2").quote
