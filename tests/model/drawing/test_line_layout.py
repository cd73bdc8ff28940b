"""Where a line's own value stands: on the side where neither the target nor another line strikes it through."""

from datetime import date

import pytest
from sqlmodel import Session

from model.drawing.line_layout import LABEL, label_place
from model.snapshot import snapshot as snapshots
from model.subjects.goals.charts.progress import progress_chart
from tests.pages.opening import SKIVE


@pytest.fixture
def skive(sample_engine):
    """A line just over the target, with a required path that begins at its end."""
    with Session(sample_engine) as session:
        return progress_chart(snapshots.load(session), SKIVE, date(2011, 2, 1))


def test_the_last_value_stands_clear_of_the_target_and_of_the_required_path(skive):
    main = next(series for series in skive.series if series.role == "main")
    place = label_place(main, skive)
    assert (place.above, place.left) == (True, True)
    assert not place.value < skive.target < place.value + LABEL
