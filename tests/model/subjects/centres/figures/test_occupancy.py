"""Places and occupied: unknown is never nought, and the sum of all is divided once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.snapshot.snapshot import InternalOnly
from model.subjects.centres.figures import activity, occupancy, register
from model.subjects.centres.figures.occupancy import stranded
from tests.model.publishing.first import published
from tests.model.subjects.centres.figures.builders import SAMSOE, SKIVE, VIBORG, snapshot, stay, told

MARCH = date(2010, 3, 1)
OPEN = "2009-10-01"


def room(found, code=None, month=MARCH):
    return occupancy.occupancy(found, code, month)


def places(found, name="A"):
    rows = register.life(found, SKIVE, name, date(2010, 6, 1))
    return {f"{m:%Y-%m}": None if n is None else int(n) for m, n in
            zip(rows["month"], rows["places"].astype(object).where(rows["places"].notna(), None), strict=True)}


def test_occupancy_is_sum_over_sum_and_not_the_mean_of_shares():
    found = snapshot([stay("A", OPEN), stay("B", OPEN), stay("C", OPEN)],
                     [told("A", "2010-03", 10, 10), told("B", "2010-03", 3, 8), told("C", "2010-03", 9, 20)])
    assert (room(found).occupied, room(found).counted, room(found).free) == (22, 38, 16)


def test_a_centre_without_occupancy_is_left_out_of_both_sums_and_counted_as_untold():
    found = snapshot([stay("A", OPEN), stay("B", OPEN, places=9)], [told("A", "2010-03", 4, 6)])
    here = room(found)
    assert (here.occupied, here.counted, here.places, here.active, here.centres, here.untold) == (4, 6, 15, 2, 1, 1)


def test_unknown_is_none_and_a_reported_nought_is_nought():
    assert room(snapshot([stay("A", OPEN)])).occupied is None
    assert room(snapshot([stay("A", OPEN)], [told("A", "2010-03", 0)])).occupied == 0
    assert room(snapshot([stay("A", OPEN, places=None)], [told("A", "2010-03", 3)])).counted is None


def test_more_in_than_places_is_not_cut_off():
    found = snapshot([stay("A", OPEN)], [told("A", "2010-03", 7, 6)])
    assert room(found).free == -1
    assert occupancy.crowded(found, None, MARCH)["name"].tolist() == ["A"]


def test_a_centre_that_closed_during_the_month_does_not_count():
    found = snapshot([stay("A", OPEN, "2010-03-20"), stay("B", OPEN)],
                     [told("A", "2010-03", 5, 6), told("B", "2010-03", 2, 6)])
    assert (room(found).active, room(found).occupied) == (1, 2)


@pytest.mark.parametrize(("months", "expected"), [
    ([], [9, 9, 9, 9]),  # none told: as last stated of the centre
    ([("2010-02", 6), ("2010-04", 8)], [6, 6, 6, 8]),  # before the first the first, in a gap the one before it
    ([("2010-01", 6), ("2010-02", 6)], [6, 6, 9, 9]),  # after the last as last stated of the centre
])
def test_places_of_a_month_that_does_not_tell_its_own(months, expected):
    found = snapshot([stay("A", "2010-01-01", places=9)],
                     [told("A", month, 4, count) for month, count in months] + [told("B", "2010-04", 1, 4)])
    got = places(found)
    assert [got[month] for month in ("2010-01", "2010-02", "2010-03", "2010-04")] == expected


def test_a_new_number_of_places_leaves_the_months_up_to_one_that_tells_the_old_number():
    stood = places(snapshot([stay("A", "2010-01-01", places=9)], [told("A", "2010-03", None, 9)]))
    now = places(snapshot([stay("A", "2010-01-01", places=12)], [told("A", "2010-03", None, 9)]))
    assert [now[month] for month in ("2010-01", "2010-02", "2010-03")] == [9, 9, 9] == list(stood.values())[:3]
    assert now["2010-04"] == 12


def test_the_day_a_centre_closed_is_not_one_it_was_open_on():
    rows = {day: register.life(snapshot([stay("A", "2010-01-10", day)]), SKIVE, "A", MARCH)["open"].tolist()
            for day in ("2010-03-01", "2010-03-02")}
    assert rows == {"2010-03-01": [True, True, False], "2010-03-02": [True, True, True]}


def test_occupied_months_outside_every_open_period_are_found():
    found = snapshot([stay("A", "2009-10-01", "2010-02-01"), stay("B", OPEN), stay("C", OPEN, event="udgaar")],
                     [told("A", "2010-01", 4), told("A", "2010-02", 4), told("A", "2010-03", 0),
                      told("B", "2010-03", 2), told("B", "2010-09", 2), told("C", "2010-02", 1)])
    assert stranded(found) == {(SKIVE, "A"): (date(2010, 2, 1),), (SKIVE, "C"): (date(2010, 2, 1),)}


def test_withheld_places_are_unknown_and_nothing_stands_in_for_them():
    found = snapshot([stay("A", OPEN)], [told("A", "2010-02", 4, 6), told("A", "2010-03", 4, places_mark="hidden")])
    assert room(found).places is None


def test_places_do_not_pass_from_one_period_to_the_next():
    found = snapshot([stay("A", "2010-01-01", "2010-02-10", places=6), stay("A", "2010-04-01", places=12)],
                     [told("A", "2010-01", 4, 6), told("B", "2010-04", 1, 4)])
    assert (places(found)["2010-01"], places(found)["2010-03"], places(found)["2010-04"]) == (6, None, 12)


def test_jobcenters_stand_in_danish_order_and_those_without_a_centre_are_named():
    found = snapshot([stay("A", OPEN), stay("B", OPEN, code=VIBORG)], codes=(VIBORG, SKIVE, SAMSOE))
    assert [place.name for place in occupancy.by_jobcenter(found, MARCH)] == ["Samsø", "Skive", "Viborg"]
    assert occupancy.without_centre(found, MARCH) == ("Samsø",)


def test_a_centre_stays_active_in_months_after_the_last_thing_told_of_it_until_today():
    found = snapshot([stay("A", OPEN)], data_date="2010-06-15")
    assert [room(found, month=month).active for month in (MARCH, date(2010, 6, 1), date(2010, 7, 1))] == [1, 1, 0]


def test_an_edition_tells_how_many_centres_there_are_and_nothing_of_a_single_one_or_of_its_places():
    names = ("A", "B", "C")
    found = published(snapshot([stay(name, OPEN) for name in names], [told(name, "2010-03", 4, 10) for name in names]),
                      MARCH)
    assert activity.year(found, None, MARCH).active == 3
    for asked in (lambda: register.register(found, MARCH), lambda: register.stays(found, SKIVE, "A"),
                  lambda: register.life(found, SKIVE, "A", MARCH), lambda: room(found), lambda: room(found, SKIVE)):
        with pytest.raises(InternalOnly):
            asked()


COUNTS = st.none() | st.integers(0, 30)


@given(st.lists(st.tuples(st.sampled_from([SKIVE, VIBORG]), COUNTS, COUNTS), max_size=8))
def test_the_region_is_the_sum_of_the_jobcenters_and_only_whole_pairs_count(rows):
    found = snapshot([stay(f"C{at}", OPEN, code=code, places=None) for at, (code, _, _) in enumerate(rows)],
                     [told(f"C{at}", "2010-03", occupied, count, code=code)
                      for at, (code, count, occupied) in enumerate(rows)], codes=(SKIVE, VIBORG))
    pairs = [(count, occupied) for _, count, occupied in rows if count is not None and occupied is not None]
    whole, parts = room(found), [room(found, code) for code in (SKIVE, VIBORG)]
    assert (whole.counted or 0, whole.occupied or 0) == (sum(c for c, _ in pairs), sum(o for _, o in pairs))
    assert whole.centres == len(pairs) == sum(part.centres for part in parts)
    for name in ("counted", "occupied", "places", "active"):
        assert (getattr(whole, name) or 0) == sum(getattr(part, name) or 0 for part in parts)
    assert (whole.occupied is None) == (not pairs)
