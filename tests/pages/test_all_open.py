"""Every form and fold of a page can stand open beside the others, whoever writes is asked once, and nothing fails."""

import pytest

from model.access import tokens, users
from model.access.users import User
from model.access.viewer import Role
from model.programmes.current import HOUSE
from pages.shared import address, layout, navigation
from tests.pages.data_pages import said
from tests.pages.opening import every_tab, opened
from tests.viewers import EVERYBODY, OWN

ASKED = "uploaded_by"
PAGES = [(programme, entry.file.split("/")[1]) for programme in HOUSE
         for entry in navigation.SHOWN if programme in navigation.owners(entry.address)]


@pytest.fixture
def lived_in(sample_engine):
    """The sample, with somebody let in and a program that sends."""
    users.record(sample_engine, EVERYBODY, User("chef", "jobcenterchef", Role.JOBCENTER, frozenset({OWN})), reason="ny")
    tokens.make(sample_engine, EVERYBODY, name="fagsystem", function="it", units=[OWN], reason="nyt")
    return sample_engine


def test_each_page_of_each_programme_stands_with_everything_open(lived_in):
    asking = set()
    for programme, page in PAGES:
        for app in every_tab(page, **{address.PROGRAMME: programme}):
            assert "Siden kan ikke vises" not in said(app), (programme, page)
            if any(each.key == ASKED for each in app.text_input):
                asking.add(page)
    assert len(asking) > 10


def test_a_page_that_fails_is_logged_with_the_kind_of_fault_and_none_of_its_words(engine, monkeypatch, caplog):
    typed = "Jens " + "Hansen"  # the trace shows the line, and so not the name itself

    def fail(*_):
        raise LookupError(typed)

    monkeypatch.setattr(layout, "header", fail)
    words = said(opened("users"))
    fault = next(each.exc_info[1] for each in caplog.records if each.name == "pages.shared.runtime")
    assert "Siden kan ikke vises" in words and typed not in words + caplog.text
    assert (type(fault).__name__, str(fault)) == ("LookupError", "")
