"""What an edition adds to what is known, counted and said by name."""

from datetime import date

from sqlmodel import Session

from model.publishing import editions
from model.publishing.added import Added
from model.publishing.cells import PublicRecord
from model.publishing.fresh import Fresh, fresh, lines
from model.snapshot.loading import load
from tests.pages.opening import correct
from tests.viewers import EVERYBODY, named

MARCH = date(2010, 3, 1)


def publish(engine, month):
    with Session(engine) as session:
        known = load(session, EVERYBODY)
    return editions.publish(engine, known, month, viewer=named("konsulent"))


def proposed(engine, month):
    with Session(engine) as session:
        return editions.proposed(session, load(session, EVERYBODY), month)


def known(engine, number):
    with Session(engine) as session:
        return editions.edition(session, number)


def test_the_first_edition_is_new_throughout(sample):
    made = proposed(sample, MARCH)
    added = fresh(made, PublicRecord())
    assert len(added.added.new) == sum(not made.published.cells[key].withheld for key in editions.new_keys(made))
    assert not added.added.corrected and "Viborg" in added.rows
    assert not set(added.rows) & {*added.line, *added.waiting, *added.withheld}


def test_a_correction_counts_the_numbers_that_are_other_and_gives_nobody_a_new_row(sample):
    publish(sample, MARCH)
    before = known(sample, 1).published
    correct(sample, code="791", month=MARCH, value=250)
    added = fresh(proposed(sample, MARCH), before)
    assert (len(added.added.new), len(added.added.corrected), added.rows) == (0, 1, ())


def test_what_it_adds_is_said_by_name(sample):
    made = proposed(sample, MARCH)
    said = lines(made, Fresh(Added(), rows=("Viborg",), line=("Odder", "Samsø"), waiting=("Skive",),
                             withheld=("Struer",)))
    assert said == ("1 jobcenter får en række for marts 2010: Viborg.",
                    "Odder og Samsø vises tilsammen for marts 2010.", "Skive er ikke med for marts 2010 endnu.",
                    "Struer er udeladt for marts 2010, så små tal ikke kan regnes ud.")
