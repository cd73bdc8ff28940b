"""Vejledning: each of the three users' jobs, the columns of a file, the codes and the words."""

from model import reference
from model.importing.datasets import MAANEDSTAL
from tests.pages.data_pages import said
from tests.pages.opening import GUIDE, opened


def test_the_three_jobs_and_the_closed_net_are_described(engine):
    words = said(opened(GUIDE))
    for part in ("Jobcenterchefen til et dialogmøde", "Regionen forud for en konference",
                 "Konsulenten i de første dage", "Fremdrift er beregnet til et lukket netværk."):
        assert part in words


def test_every_column_a_file_may_hold_is_listed(engine):
    words = said(opened(GUIDE))
    assert all(field.name in words and field.heading in words for field in MAANEDSTAL.fields)


def test_the_codes_and_names_are_those_of_the_region(engine):
    words = said(opened(GUIDE))
    assert all(f"{name} {code} {landsdel}" in words for code, name, landsdel, *_ in reference.JOBCENTERS)
