"""Every measure is explained in Danish, once, with the plan's own words where the plan says something."""

import re

import pytest

from model.importing.datasets import MAANEDSTAL
from model.indicators.definitions import COUNTS, INDICATORS, MEASURES, PLAN, definition


def test_every_figure_a_file_may_hold_is_defined_under_its_own_heading():
    assert {m.name for m in COUNTS} == {field.name for field in MAANEDSTAL.fields}
    assert all(definition(field.name).title == field.heading for field in MAANEDSTAL.fields)


def test_names_are_unique_and_an_unknown_one_is_refused():
    assert len({m.name for m in MEASURES}) == len(MEASURES)
    with pytest.raises(KeyError):
        definition("findes_ikke")


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.name)
def test_a_definition_is_whole(measure):
    assert all(text.strip() for text in (measure.title, measure.what, measure.numerator, measure.reading,
                                         measure.weaknesses, measure.source, measure.unit))
    assert all(text.endswith(".") for text in (measure.what, measure.reading, measure.weaknesses))
    assert not re.search(r"@|\d{4} \d{4}", measure.quote)


def test_a_quote_names_the_plan_as_its_source():
    assert all(m.source == PLAN for m in MEASURES if m.quote)
    assert any(not m.quote for m in INDICATORS)


def test_the_goals_say_what_the_plan_says():
    assert "mindst 16% af kontant- og starthjælpsmodtagere" in definition("maal_1").quote
    assert "selvforsørgende 4 uger efter afsluttet forløb" in definition("maal_2").quote
