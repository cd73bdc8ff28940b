"""One count of what is new in an edition: the page, the command, the list of editions and the log all have it."""

from datetime import date

import pytest
from sqlmodel import Session, select

from model.publishing import editions, updates
from model.publishing.added import Added, added, counts
from model.publishing.cells import Key, change
from model.publishing.fresh import fresh
from model.snapshot.loading import load
from model.store import database, edition_facts
from model.store.tables.editions import PublishedEdition
from tests.pages.opening import correct
from tests.viewers import EVERYBODY, named

MARCH = date(2010, 3, 1)
KEYS = tuple(Key("unit", (str(at),), "personer_match4", MARCH, MARCH) for at in range(64))


def publish(engine):
    with Session(engine) as session:
        known = load(session, EVERYBODY)
    return editions.publish(engine, known, MARCH, viewer=named("konsulent"))


def every(engine):
    with Session(engine) as session:
        rows = edition_facts.editions(session)
        numbers = counts(rows, edition_facts.cells(session, rows[-1].edition.number))
        return list(editions.every(session)), numbers, [editions.before(session, each) for each in
                                                        editions.every(session)]


@pytest.mark.parametrize(("before", "now", "kind"), [
    (None, 5, "new"), (5, 5, None), (5, 9, "corrected"), (5, None, None), (None, None, None), (None, 0, "new")])
def test_a_number_is_new_corrected_or_neither(before, now, kind):
    assert change(before, now) == kind


@pytest.mark.parametrize(("new", "corrected", "words"), [
    (64, 0, "64 nye tal"), (1, 0, "1 nyt tal"), (62, 2, "62 nye tal og 2 rettede tal"), (0, 1, "1 rettet tal"),
    (0, 0, "ingen nye tal")])
def test_how_many_is_said_in_danish(new, corrected, words):
    assert Added(KEYS[:new], KEYS[:corrected]).words == words


def test_a_row_told_anew_where_one_of_its_numbers_moved_counts_one_everywhere(sample):
    publish(sample)
    correct(sample, code="791", month=MARCH, value=250)
    publish(sample)
    made, numbers, before = every(sample)
    first, second = (added(each, told) for each, told in zip(made, before, strict=True))
    assert len(made[1].changed) > len(second.corrected) == 1 and not second.new
    assert numbers == {1: len(first.new), 2: 1}
    assert fresh(made[1], before[1]).added == second
    assert made[1].published.corrected == frozenset(second.corrected)
    assert updates.updates(made)[1].corrected == ("Viborg",)


def test_real_figures_are_counted_beside_what_was_told_of_real_ones(sample):
    publish(sample)
    correct(sample, code="791", month=MARCH, value=250)
    publish(sample)
    with database.write(sample) as session:
        second = session.exec(select(PublishedEdition).where(PublishedEdition.number == 2)).one()
        second.sample = False
    made, numbers, before = every(sample)
    assert not before[1].cells and numbers[2] == len(added(made[1], before[1]).new) == len(made[1].changed)
    assert updates.updates(made)[1].is_first
