"""What is computed beforehand is computed while nobody waits, of the newest figures alone."""


import pytest

from model.subjects.goals.figures.coverage import default_month, reported_months
from pages.shared import warming
from tests.model.subjects.builders import said, snapshot


@pytest.fixture
def replaced():
    """Figures, and those they replaced, of which two things were asked."""
    before = snapshot(said("779", "2010-03", persons=400))
    default_month(before)
    reported_months(before)
    return snapshot(said("779", "2010-03", persons=410)), before


def asked(now, before):
    """What of the earlier figures' results is computed."""
    return len(before.memory.items()) - len(now.memory.lacking(before.memory))


def test_all_that_was_asked_of_the_earlier_figures_is_computed_of_the_new(replaced):
    now, before = replaced
    warming.begin(now, before, is_newest=lambda: True).join(30)
    assert before.memory.items() and now.memory.lacking(before.memory) == []


def test_it_waits_while_a_page_is_drawn(replaced):
    now, before = replaced
    with warming.RUNS.one():
        thread = warming.begin(now, before, is_newest=lambda: True)
        thread.join(0.2)
        assert thread.is_alive() and asked(now, before) == 0
    thread.join(30)
    assert now.memory.lacking(before.memory) == []


def test_it_ends_when_the_figures_are_replaced_themselves(replaced):
    now, before = replaced
    warming.begin(now, before, is_newest=lambda: False).join(30)
    assert asked(now, before) == 0


def test_a_page_that_fails_holds_nothing_up(replaced):
    now, before = replaced
    with pytest.raises(OSError, match="prøve"), warming.RUNS.one():
        raise OSError("prøve")
    warming.begin(now, before, is_newest=lambda: True).join(30)
    assert now.memory.lacking(before.memory) == []
