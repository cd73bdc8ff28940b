"""Active, opened and closed: the identity, whatever centres did."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from model.subjects.centres.figures import activity
from model.subjects.centres.figures import periods as centre_periods
from tests.model.subjects.centres.figures.builders import SKIVE, VIBORG, snapshot, stay

FIRST, LAST = date(2009, 10, 1), date(2010, 9, 1)


def by_month(found, name, code=None):
    rows = activity.movement(found, code, FIRST, LAST)
    return dict(zip([f"{month:%Y-%m}" for month in rows["month"]], rows[name], strict=True))


def adds_up(found):
    return bool(activity.movement(found, None, FIRST, LAST)["adds_up"].all())


def test_a_centre_is_active_from_the_month_it_opened_to_the_month_before_it_closed():
    active = by_month(snapshot([stay("A", "2009-11-20", "2010-02-03")]), "active")
    assert [month for month, count in active.items() if count] == ["2009-11", "2009-12", "2010-01"]


def test_a_centre_that_closed_on_the_last_day_is_not_active_at_the_months_end():
    assert by_month(snapshot([stay("A", "2009-11-20", "2010-01-31")]), "active")["2010-01"] == 0


def test_a_pause_counts_as_closed_and_a_reopening_as_opened_and_both_are_told_apart():
    found = snapshot([stay("A", "2009-09-01", "2010-01-10", reason="Pause: ombygning"), stay("A", "2010-03-05")])
    year = activity.year(found, None, LAST)
    assert (year.before, year.opened, year.again, year.closed, year.paused, year.active) == (1, 1, 1, 1, 1, 1)


def test_a_withdrawn_row_does_not_count():
    found = snapshot([stay("A", "2009-11-01", event="udgaar"), stay("A", "2009-11-15", event="gaelder")])
    assert by_month(found, "opened")["2009-11"] == 1
    assert centre_periods.contradictory(found) == ()


def test_the_region_is_the_sum_of_its_jobcenters():
    found = snapshot([stay("A", "2009-11-01"), stay("A", "2009-12-01", code=VIBORG), stay("B", "2009-12-05")])
    parts = [by_month(found, "active", code) for code in (SKIVE, VIBORG)]
    assert by_month(found, "active") == {month: parts[0][month] + parts[1][month] for month in parts[0]}


def test_two_periods_at_once_do_not_add_up_and_the_centre_is_named():
    found = snapshot([stay("A", "2009-11-01"), stay("A", "2010-01-01", "2010-03-01"), stay("B", "2009-11-01")])
    assert not adds_up(found)
    assert centre_periods.contradictory(found) == ((SKIVE, "A"),)


def test_without_centres_nothing_is_active_and_it_adds_up():
    found = snapshot([])
    assert set(by_month(found, "active").values()) == {0}
    assert adds_up(found)


GAPS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 200)), min_size=1, max_size=4)


def life(name, code, gaps, *, last_open):
    """Periods one after the other: so many days shut, then so many open; the last may still be open."""
    day, found = date(2009, 6, 1), []
    for at, (shut, opened) in enumerate(gaps):
        begins = day + timedelta(days=shut + (at > 0))
        day = begins + timedelta(days=opened)
        closed = None if last_open and at == len(gaps) - 1 else day.isoformat()
        found.append(stay(name, begins.isoformat(), closed, code=code))
    return found


@given(lives=st.lists(st.tuples(st.sampled_from([SKIVE, VIBORG]), GAPS, st.booleans()), max_size=5))
def test_active_is_the_month_before_plus_opened_minus_closed_and_never_negative(lives):
    found = snapshot([period for at, (code, gaps, last_open) in enumerate(lives)
                      for period in life(f"Center {at}", code, gaps, last_open=last_open)], data_date="2012-01-01")
    rows = activity.movement(found, None, FIRST, LAST)
    assert (rows["before"] + rows["opened"] - rows["closed"] == rows["active"]).all()
    assert (rows["active"].shift(1).iloc[1:] == rows["before"].iloc[1:]).all()
    assert rows["active"].ge(0).all()
    assert rows["again"].le(rows["opened"]).all() and rows["paused"].le(rows["closed"]).all()
    year = activity.year(found, None, LAST)
    assert year.active == year.before + year.net


DAYS = st.dates(date(2009, 10, 1), date(2010, 8, 31))
CALENDAR = [date(2009, 10, 1) + timedelta(days=passed) for passed in range(365)]


def open_on(periods, day):
    """How many of the periods are open on the day, the day they opened always included."""
    return sum(opened == day or (opened < day and (closed is None or day < closed)) for opened, closed in periods)


@given(periods=st.lists(st.tuples(DAYS, st.none() | DAYS), min_size=1, max_size=4, unique_by=lambda period: period[0]))
def test_any_sequence_of_periods_either_adds_up_or_is_found_contradictory(periods):
    rows = [stay("A", opened.isoformat(), closed and closed.isoformat()) for opened, closed in periods]
    found = snapshot(rows, data_date="2012-01-01")
    backwards = any(closed is not None and closed < opened for opened, closed in periods)
    wrong = backwards or any(open_on(periods, day) > 1 for day in CALENDAR)
    assert bool(centre_periods.contradictory(found)) == wrong
    assert wrong or adds_up(found)
