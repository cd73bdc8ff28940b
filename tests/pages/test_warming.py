"""What is computed beforehand is computed while nobody waits, of the newest figures alone."""

from threading import Event

import pytest

from model.snapshot.memory import remembered
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


@pytest.fixture
def asked(replaced):
    """What was asked of the earlier figures."""
    found = [key for key, _ in replaced[1].memory.items()]
    assert len(found) >= 2
    return found


def computed(now, asked):
    """How much of it is computed of the new ones."""
    return sum(key in now.memory for key in asked)


def test_all_that_was_asked_of_the_earlier_figures_is_computed_of_the_new(replaced, asked):
    now, before = replaced
    warming.begin(now, before, is_newest=lambda: True).join(30)
    assert computed(now, asked) == len(asked)


def test_what_was_computed_of_the_earlier_figures_is_let_go_of(replaced):
    now, before = replaced
    warming.begin(now, before, is_newest=lambda: True).join(30)
    assert before.memory.items() == [] and default_month(before) == default_month(now)


def test_it_waits_while_a_page_is_drawn(replaced, asked):
    now, before = replaced
    with warming.RUNS.one():
        thread = warming.begin(now, before, is_newest=lambda: True)
        thread.join(0.2)
        assert thread.is_alive() and computed(now, asked) == 0
    thread.join(30)
    assert computed(now, asked) == len(asked)


def test_it_waits_in_the_middle_of_what_takes_several_computations(replaced):
    now, before = replaced
    begun, drawn = Event(), Event()

    @remembered
    def first(world):
        return len(world.figures)

    @remembered
    def second(world):
        if world is now:
            begun.set()
            assert drawn.wait(30)
        return first(world) + 1

    second(before)
    wanted = [key for key, _ in before.memory.items()]
    thread = warming.begin(now, before, is_newest=lambda: True)
    assert begun.wait(30)
    with warming.RUNS.one():
        drawn.set()
        thread.join(0.2)
        assert thread.is_alive() and computed(now, wanted) == 0
    thread.join(30)
    assert computed(now, wanted) == len(wanted)


def test_it_ends_when_the_figures_are_replaced_themselves(replaced, asked):
    now, before = replaced
    warming.begin(now, before, is_newest=lambda: False).join(30)
    assert computed(now, asked) == 0


def test_a_page_that_fails_holds_nothing_up(replaced, asked):
    now, before = replaced
    with pytest.raises(OSError, match="prøve"), warming.RUNS.one():
        raise OSError("prøve")
    warming.begin(now, before, is_newest=lambda: True).join(30)
    assert computed(now, asked) == len(asked)
