"""A process holds a few snapshots, makes each once, and makes the next of the one it held."""

import threading
from datetime import date

import pytest

from model.snapshot.shelf import MOST, Shelf
from model.subjects.goals.figures.coverage import default_month
from tests.model.subjects.builders import snapshot

DAYS = [None, date(2010, 5, 1), date(2010, 6, 1), date(2010, 7, 1)]


@pytest.fixture
def made():
    """What a shelf was asked to make: the snapshot each was made of."""
    return []


def taken(shelf, made, state, as_of=None):
    def load(before):
        made.append(before)
        return snapshot()
    return shelf.take(state, as_of, load)


def test_a_state_is_made_once_and_the_next_of_the_one_before(made):
    shelf = Shelf()
    first = taken(shelf, made, 1)
    assert taken(shelf, made, 1) is first and shelf.held(1, None)
    assert taken(shelf, made, 2) is not first and not shelf.held(1, None)
    assert made == [None, first]


def test_no_more_are_held_than_are_in_use_and_now_is_in_use(made):
    shelf = Shelf()
    for day in DAYS:
        taken(shelf, made, 1)
        taken(shelf, made, 1, day)
    assert [shelf.held(1, day) for day in DAYS] == [True, False, True, True] and MOST == 3


def test_sessions_that_ask_at_once_share_one(made):
    shelf, begun, found = Shelf(), threading.Event(), []

    def load(before):
        begun.wait(5)
        made.append(before)
        return snapshot()

    asking = [threading.Thread(target=lambda: found.append(shelf.take(1, None, load))) for _ in range(4)]
    for each in asking:
        each.start()
    begun.set()
    for each in asking:
        each.join()
    assert len(made) == 1 and len(set(map(id, found))) == 1


def test_what_could_not_be_made_is_tried_again(made):
    shelf = Shelf()
    with pytest.raises(OSError, match="prøve"):
        shelf.take(1, None, lambda before: (_ for _ in ()).throw(OSError("prøve")))
    assert not shelf.held(1, None) and taken(shelf, made, 1) is taken(shelf, made, 1)


def test_what_is_held_is_given_at_once_while_another_is_made(made):
    shelf, making, done = Shelf(), threading.Event(), threading.Event()
    now = taken(shelf, made, 1)

    def slowly(before):
        making.set()
        assert done.wait(5)
        return snapshot()

    thread = threading.Thread(target=lambda: shelf.take(1, DAYS[1], slowly))
    thread.start()
    assert making.wait(5) and taken(shelf, made, 1) is now
    done.set()
    thread.join(5)
    assert shelf.held(1, DAYS[1])


def test_what_was_asked_of_figures_that_were_replaced_twice_is_not_forgotten(made):
    shelf = Shelf()
    first, _, third = (taken(shelf, made, state) for state in (1, 2, 3))
    assert shelf.replaced() == (third, first) and shelf.replaced() is None and shelf.newest() is third


def test_what_was_computed_of_a_snapshot_goes_when_it_is_held_no_more(made):
    shelf = Shelf()
    first = taken(shelf, made, 1, DAYS[1])
    assert default_month(first) == default_month(first) and first.memory.items()
    second = taken(shelf, made, 2, DAYS[1])
    default_month(second)
    assert first.memory.items() == [] and second.memory.items()
    for day in (None, *DAYS[2:]):
        taken(shelf, made, 2, day)
    assert second.memory.items() == []


def test_what_was_computed_is_kept_until_it_is_computed_anew(made):
    shelf = Shelf()
    first = taken(shelf, made, 1)
    default_month(first)
    second = taken(shelf, made, 2)
    default_month(second)
    taken(shelf, made, 3)
    assert first.memory.items() and second.memory.items() == []


@pytest.mark.parametrize("as_of", DAYS[:2])
def test_a_snapshot_that_was_replaced_keeps_its_parts_alone(made, as_of):
    shelf = Shelf()
    first = taken(shelf, made, 1, as_of)
    vars(first)["rows"] = {"uploads": [(1,)]}
    wide, parts = first.wide, set(vars(first))
    taken(shelf, made, 2, as_of)
    assert first.rows == {} and set(vars(first)) == parts - {"wide"}
    assert first.wide is not wide and first.wide.equals(wide)


def test_what_is_held_still_keeps_what_the_next_is_made_of(made):
    shelf = Shelf()
    now = taken(shelf, made, 1)
    vars(now)["rows"] = {"uploads": [(1,)]}
    shelf.take(1, "public", lambda before: now.but(records={}))
    for day in DAYS[1:]:
        taken(shelf, made, 1)
        taken(shelf, made, 1, day)
    assert not shelf.held(1, "public") and shelf.held(1, None) and now.rows
