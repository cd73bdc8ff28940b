"""How many clicks a job takes from the front page, typing excepted: no more than what is promised here."""

import pytest

from model.programmes.current import PROGRAMME
from tests.browser.clicks import Clicks
from tests.browser.test_main_job import payload
from tests.browser.test_mending import HEAD

PLACES = [unit.name for unit in PROGRAMME.units]
GOOD = HEAD + "Skive;2010-03;414;61;12\r\n"
MISSPELT = HEAD + "Holstbro;2010-03;200;20;5\r\nSkive;2010-03;414;61;12\r\n"


@pytest.fixture
def clicks(visit, own_app):
    """A consultant on the front page."""
    visitor = visit(own_app)
    visitor.goto("/")
    return Clicks(visitor)


def test_a_good_file_is_saved_in_three(clicks):
    clicks.follow("Indlæs tal")
    clicks.type_in("uploaded_by", "konsulent")
    clicks.choose_files(payload("marts.csv", GOOD))
    clicks.visitor.expect("Filen kan gemmes: 3 tal er nye")
    clicks.button("apply")
    clicks.visitor.expect("Gemt: 3 nye tal")
    assert clicks.count <= 3


def test_a_misspelt_place_is_mended_and_saved_in_four(clicks):
    clicks.follow("Indlæs tal")
    clicks.type_in("uploaded_by", "konsulent")
    clicks.choose_files(payload("marts.csv", MISSPELT))
    clicks.visitor.expect("Filen kan ikke gemmes endnu: 1 celle skal rettes")
    clicks.named("Ja, Holstebro")
    clicks.button("apply")
    clicks.visitor.expect("Gemt: 6 nye tal")
    assert clicks.count <= 4


def test_nineteen_files_are_saved_in_four(clicks):
    clicks.follow("Indlæs tal")
    clicks.type_in("uploaded_by", "konsulent")
    clicks.choose_files([payload(f"{place}.csv", HEAD + f"{place};2010-03;{200 + at};20;5\r\n")
                         for at, place in enumerate(PLACES)])
    clicks.visitor.expect("19 filer: 19 er klar")
    clicks.button("apply_all")
    clicks.visitor.expect("19 filer er gemt")
    clicks.visitor.expect("Alle 19 jobcentre har indberettet for marts 2010")
    assert clicks.count <= 4
