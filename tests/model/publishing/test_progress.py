"""Who publishes is told how far it is, step by step, and what was proposed is not decided anew."""

from datetime import date

import pytest
from sqlmodel import Session

from model.publishing import editions
from model.publishing.progress import words
from model.snapshot.loading import load
from model.store import database
from tests.viewers import EVERYBODY, named

MARCH = date(2010, 3, 1)
WHO = named("konsulent")


def looked_at(engine):
    """The version, the figures, and what would be told of them, with the steps it was decided in."""
    steps = []
    with Session(engine) as session:
        shot = load(session, EVERYBODY)
        made = editions.proposed(session, shot, MARCH, progress=lambda *step: steps.append(step))
        return database.data_version(session), shot, made, steps


def test_each_step_goes_forward_to_its_end_and_in_their_order(sample):
    seen, shot, made, steps = looked_at(sample)
    editions.publish(sample, shot, MARCH, viewer=WHO, seen=seen, made=made,
                     progress=lambda *step: steps.append(step))
    names = [name for name, _, _ in steps]
    assert list(dict.fromkeys(names)) == ["deciding", "proving", "writing"]
    for name in set(names):
        own = [(done, of) for step, done, of in steps if step == name]
        assert own == sorted(own) and own[-1][0] == own[-1][1] > 0 and len({of for _, of in own}) == 1
    assert words(*steps[-1]) == "Skriver udgivelsen: 1 af 1"


def test_what_was_proposed_is_written_as_it_was_seen_and_not_decided_again(sample, monkeypatch):
    seen, shot, made, _ = looked_at(sample)
    monkeypatch.setattr(editions, "decide", None)
    assert editions.publish(sample, shot, MARCH, viewer=WHO, seen=seen, made=made) == 1
    with Session(sample) as session:
        published = editions.edition(session, 1)
    assert {key: cell.value for key, cell in published.published.cells.items()} == {
        key: cell.value for key, cell in made.published.cells.items()}


def test_it_is_refused_where_anything_was_written_since(sample):
    seen, shot, made, _ = looked_at(sample)
    with database.write(sample):
        pass
    with pytest.raises(database.Stale):
        editions.publish(sample, shot, MARCH, viewer=WHO, seen=seen, made=made)
