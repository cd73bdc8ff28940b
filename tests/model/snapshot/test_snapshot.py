"""The snapshot of a database: what stood on a day, what has been corrected, and what a file would make of it."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from sqlalchemy import Engine, insert
from sqlmodel import Session

from model.basics.formatting import today
from model.snapshot import loading, memory
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.tables.base import Figure, Upload
from model.subjects.goals.figures.coverage import cells, grid
from model.subjects.goals.figures.goals import goals1
from model.subjects.goals.figures.region import region
from model.writing.recording import record_target
from tests.model.subjects.builders import MEASURES, changes, said, snapshot
from tests.viewers import EVERYBODY, named

MARCH = date(2010, 3, 1)


def store(engine: Engine, received: datetime, *, month: date = MARCH, **figures: int | str) -> int:
    """One upload with Viborg's figures."""
    with Session(engine) as session, session.begin():
        row = Upload(dataset="maanedstal", source="api", file_name="x", sha256="0" * 64, content=b"",
                     received_by="test", received_at=received, counts={}, problems=[], without=[])
        session.add(row)
        session.flush()
        session.connection().execute(insert(Figure), [
            {"jobcenter": "791", "month": month, "measure": MEASURES[name], "upload_id": row.id, "text": None,
             "value": None if value == "hidden" else value, "mark": value if value == "hidden" else None}
            for name, value in figures.items()])
        assert row.id is not None
        return row.id


def undo(engine: Engine, number: int, when: datetime) -> None:
    with Session(engine) as session, session.begin():
        found = session.get_one(Upload, number)
        found.undone_at, found.undone_by, found.undone_reason = when, "test", "fejl"
        session.add(found)


def load(engine: Engine, as_of: date | None = None) -> Snapshot:
    with Session(engine) as session:
        return loading.load(session, EVERYBODY, as_of=as_of)


def test_a_corrected_figure_is_told_from_one_that_is_repeated(engine):
    store(engine, datetime(2010, 4, 8, tzinfo=UTC), persons=300, total=30)
    second = store(engine, datetime(2010, 5, 8, tzinfo=UTC), persons=300, total=31)
    assert load(engine).figures["corrected"].tolist() == [False, True]
    assert load(engine).figures["first_upload"].tolist() == [1, 1]
    assert grid(load(engine)).loc["791", "2010-03-01"] == "corrected"
    undo(engine, second, datetime(2010, 5, 9, tzinfo=UTC))
    assert grid(load(engine)).loc["791", "2010-03-01"] == "reported"


def test_the_day_of_receipt_is_the_day_in_copenhagen(engine):
    store(engine, datetime(2010, 4, 8, 22, 30, tzinfo=UTC), persons=300, total=30)
    assert cells(load(engine)).loc[("791", "2010-03-01"), "delivered"] == pd.Timestamp("2010-04-09")


def test_what_stood_on_a_day_never_changes(engine):
    store(engine, datetime(2009, 10, 8, tzinfo=UTC), month=date(2009, 9, 1), persons=300, total=30)
    first = store(engine, datetime(2010, 4, 8, tzinfo=UTC), persons=300, total=46)
    day = date(2010, 4, 12)
    then = goals1(load(engine, day), MARCH), region(load(engine, day), MARCH), grid(load(engine, day))
    store(engine, datetime(2010, 5, 8, tzinfo=UTC), persons=400, total=40)
    undo(engine, first, datetime(2010, 5, 20, tzinfo=UTC))
    again = goals1(load(engine, day), MARCH), region(load(engine, day), MARCH), grid(load(engine, day))
    assert then[:2] == again[:2]
    pd.testing.assert_frame_equal(then[2], again[2])
    assert region(load(engine), MARCH).persons == 400


def test_laying_a_file_over_gives_what_saving_it_gives(engine):
    store(engine, datetime(2010, 4, 8, tzinfo=UTC), persons=300, total=30)
    rows = [said("791", "2010-03", total=31), said("791", "2010-02", persons=290, total=29)]
    laid = load(engine).overlaid(changes(*rows))
    store(engine, datetime(2010, 5, 8, tzinfo=UTC), total=31)
    store(engine, datetime(2010, 5, 9, tzinfo=UTC), month=date(2010, 2, 1), persons=290, total=29)
    saved = load(engine)
    same = ["jobcenter", "month", "measure", "value", "mark", "text", "corrected"]
    pd.testing.assert_frame_equal(laid.figures[same], saved.figures[same])
    assert goals1(laid, MARCH) == goals1(saved, MARCH)


def test_laying_nothing_over_changes_nothing():
    found = snapshot(said("791", "2010-03", persons=300, total=30, model="1-3"))
    assert goals1(found.overlaid(changes(said("791", "2010-03", total=30))), MARCH) == goals1(found, MARCH)
    pd.testing.assert_frame_equal(found.overlaid(found.figures.iloc[:0]).figures, found.figures)


def test_the_wide_counts_agree_with_the_figures():
    found = snapshot(said("791", "2010-03", persons=300, total="hidden", good="missing", model="1-3"))
    row = found.wide.loc[("791", "2010-03-01")]
    assert row["personer_match4"] == 300 and pd.isna(row["virksomhedsaktivering_i_alt"])


def test_a_result_is_computed_once_for_a_snapshot_and_again_for_another():
    calls = []

    @remembered
    def counted(found: Snapshot, number: int) -> int:
        calls.append(number)
        return number

    one, other = snapshot(), snapshot()
    assert [counted(one, 1), counted(one, 1), counted(one, 2), counted(other, 1)] == [1, 1, 2, 1]
    assert calls == [1, 2, 1]


@pytest.mark.parametrize("as_of", [None, date(2010, 4, 12)])
def test_the_data_date_is_the_chosen_day_or_today(engine, as_of):
    found = load(engine, as_of)
    assert found.as_of == as_of
    assert found.data_date == (as_of or today())


def test_targets_recorded_later_are_not_seen_as_of_an_earlier_day(engine):
    record_target(engine, part="share", scope="regional", value=20, source="Brev", reason="Ny aftale",
                  viewer=named("BRM"))
    assert goals1(load(engine), MARCH)[0].share_target == 20
    assert goals1(load(engine, date(2010, 4, 12)), MARCH)[0].share_target == 16


def test_what_is_used_again_is_kept_however_much_is_asked_for():
    calls = []

    @remembered
    def counted(found: Snapshot, number: int) -> int:
        calls.append(number)
        return number

    one = snapshot()
    for number in range(3 * memory.MOST):
        counted(one, 0)
        counted(one, number)
    assert calls.count(0) == 1
    assert counted(one, 1) == 1 and calls.count(1) == 2


def test_what_was_read_before_a_fault_counts_for_whoever_makes_do_without():
    @remembered
    def inner(found: Snapshot) -> int:
        raise LookupError(len(found.figures))

    @remembered
    def outer(found: Snapshot) -> int | None:
        try:
            return inner(found)
        except LookupError:
            return None

    one = snapshot()
    assert outer(one) is None
    assert [result.parts for _, result in one.memory.items()] == [{"figures"}]


def test_what_is_written_of_an_upload_is_held_once_by_the_snapshots_that_have_it_alike(engine):
    first, second = (store(engine, datetime(2010, 4, day, 9, tzinfo=UTC), persons=400 + day) for day in (1, 2))
    before = load(engine)
    undo(engine, second, datetime(2010, 4, 5, 9, tzinfo=UTC))
    third = store(engine, datetime(2010, 4, 6, 9, tzinfo=UTC), persons=410)
    with Session(engine) as session:
        after = loading.load(session, EVERYBODY, before=before)
    held, known = ({row[0]: row for row in each.rows["uploads"]} for each in (before, after))
    assert known[first] is held[first] and known[second] != held[second] and third not in held
    assert set(known) == {first, second, third}
    problems = [each.uploads.set_index("id").loc[first, "problems"] for each in (before, after)]
    assert problems[0] is problems[1]
    pd.testing.assert_frame_equal(after.uploads, load(engine).uploads)
