"""Where a line's own value stands: on the side where neither the target nor another line strikes it through."""

from datetime import date

import pandas as pd
import pytest
from sqlmodel import Session

from model.basics.months import span
from model.drawing.chart import Chart, Series
from model.drawing.line_layout import LABEL, label_place
from model.snapshot import loading
from model.subjects.goals.charts.progress import progress_chart
from tests.pages.opening import SKIVE
from tests.viewers import EVERYBODY

MONTHS = tuple(span(date(2009, 9, 1), date(2011, 6, 1)))


def trend(known: int, *, at: int) -> Chart:
    """A rising line of so many months whose label names the one at that place; empty months follow to the deadline."""
    values = (*(10.0 + 0.3 * i for i in range(known)), *[None] * (len(MONTHS) - known))
    main = Series(name="Skive", role="main", months=MONTHS, values=values, labels=("",) * len(MONTHS),
                  label_last="17,7 % (feb.)", label_at=MONTHS[at])
    return Chart(kind="line", title="", subtitle="", source="", alt="", make_table=pd.DataFrame,
                 make_data=pd.DataFrame, series=(main,), target=30, target_label="Mål 30 %")


@pytest.mark.parametrize(("known", "at", "left"), [
    (12, 11, False), (12, 10, True), (15, 10, True), (19, 17, True), (3, 1, False), (22, 21, True)])
def test_a_label_never_stands_over_the_points_that_follow_the_one_it_names(known, at, left):
    drawn = trend(known, at=at)
    place = label_place(drawn.series[0], drawn)
    assert (place.month, place.left) == (MONTHS[at], left)
    assert place.value <= drawn.series[0].values[at] or not left


@pytest.fixture
def skive(sample_engine):
    """A line just over the target, with a required path that begins at its end."""
    with Session(sample_engine) as session:
        return progress_chart(loading.load(session, EVERYBODY), SKIVE, date(2011, 2, 1))


def test_the_last_value_stands_clear_of_the_target_and_of_the_required_path(skive):
    main = next(series for series in skive.series if series.role == "main")
    place = label_place(main, skive)
    assert (place.above, place.left) == (True, True)
    assert not place.value < skive.target < place.value + LABEL
