"""What is written in a field: Danish numbers and ranges, and what is refused with a reason."""

from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.subjects.economy.figures.inputs import FIELDS, Inputs, Range, between, exactly, in_address, parse, written
from tests.model.subjects.economy.figures.reading import FIELD


@pytest.mark.parametrize(("text", "low", "high"), [
    ("375.000", 375_000, 375_000), ("375000 kr.", 375_000, 375_000), ("90–100", 90, 100), ("90-100", 90, 100),
    (" 30.000 til 35.000 ", 30_000, 35_000), ("1\u00a0500", 1_500, 1_500)])
def test_danish_numbers_and_ranges_are_read(text, low, high):
    assert parse(FIELD["salary"], text) == between(low, high)


@pytest.mark.parametrize(("field", "text", "reason"), [
    ("salary", "mange", "kan ikke læses"), ("salary", "-5", "kan ikke læses"), ("salary", "", "tomt"),
    ("salary", "1.50", "kan ikke læses"), ("candidates", "100-90", "mindste"), ("places", "0", "større end 0"),
    ("weeks", "54", "højst være 53"), ("places", "3,5", "helt tal"), ("salary", "9" * 12, "kan ikke læses")])
def test_what_cannot_be_used_is_refused_with_a_reason(field, text, reason):
    with pytest.raises(ValueError, match=reason):
        parse(FIELD[field], text)


def test_an_empty_field_is_not_known_and_never_nothing():
    assert parse(FIELD["overhead"], " ") is None
    assert parse(FIELD["overhead"], "0") == exactly(0)


def test_half_a_consultant_is_allowed():
    assert parse(FIELD["consultants"], "1,5") == exactly(Decimal("1.5"))


@given(low=st.decimals(0, 999, places=1), more=st.decimals(0, 99, places=1))
def test_what_is_written_and_what_is_in_the_address_read_back_as_the_same(low, more):
    value = Range(low, min(low + more, Decimal(999)))
    assert parse(FIELD["consultants"], written(value)) == value
    assert parse(FIELD["consultants"], in_address(value)) == value


def test_every_field_has_a_quote_and_an_address_of_its_own():
    assert {field.name for field in FIELDS} == {field.name for field in fields(Inputs)}
    assert len({field.address for field in FIELDS}) == len(FIELDS)
    assert all(field.quote for field in FIELDS)
