"""What has moved since an edition is counted in the numbers it tells, of all and of one unit."""

from datetime import date

import pytest
from sqlmodel import Session

from model.publishing import editions
from model.publishing.moved import moved, public_sum
from model.snapshot.loading import load
from tests.pages.opening import correct
from tests.viewers import EVERYBODY, named

MARCH = date(2010, 3, 1)
VIBORG, SKIVE = "791", "779"


def now(engine):
    with Session(engine) as session:
        return load(session, EVERYBODY)


@pytest.fixture
def edition(sample):
    editions.publish(sample, now(sample), MARCH, viewer=named("konsulent"))
    with Session(sample) as session:
        return editions.edition(session)


def test_nothing_has_moved_on_the_day(edition, sample):
    assert moved(edition, now(sample)).words == "ingen tal er ændret siden udgivelse 1"


def test_a_correction_is_counted_where_it_stands(edition, sample):
    correct(sample, code=VIBORG, month=MARCH, value=117)
    shot = now(sample)
    assert [moved(edition, shot, code).changed for code in (None, VIBORG, SKIVE)] == [1, 1, 0]
    assert moved(edition, shot, VIBORG).words == "1 tal er ændret siden udgivelse 1"


def test_what_is_not_told_yet_is_no_change(edition, sample):
    correct(sample, code=VIBORG, month=date(2010, 4, 1), value=117)
    assert moved(edition, now(sample)).changed == 0


def test_the_public_sum_is_the_edition_s_own(edition):
    told = [cell for cell in edition.published.cells.items()
            if cell[0].last == MARCH and cell[0].scope in ("unit", "line")]
    persons = sum(cell.value or 0 for key, cell in told if key.measure == "personer_match4")
    assert f"{persons:,}".replace(",", ".") in public_sum(edition)
    assert public_sum(edition).startswith("Offentligt, udgivelse 1 (marts 2010): ")
