"""What holds whatever the figures are."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from model.intake import undoing
from model.intake.report import Report
from model.intake.saving import apply
from model.store import database
from tests.model.intake.filing import at, check, load, stated, stored
from tests.viewers import named

CODES = ("791", "779", "741")
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELL = st.one_of(st.integers(0, 60).map(str), st.sampled_from(["", "..", "<5", "*", "0"]))
ROW = st.tuples(st.sampled_from(["2010-01", "2010-02", "2010-03"]), st.sampled_from(CODES), CELL, CELL)
ROWS = st.lists(ROW, min_size=1, max_size=9, unique_by=lambda row: row[:2]).filter(lambda rows: any(r[2] or r[3]
                                                                                                    for r in rows))


def file(rows: list[tuple[str, ...]]) -> str:
    """A file with two independent measures, so that no rule stands in the way."""
    return "\n".join(["maaned;kommunekode;påbegyndte forløb;afsluttede forløb",
                      *(";".join(row) for row in rows)]) + "\n"


def save(engine: Engine, report: Report, text: str, **given: datetime) -> int:
    """Save what was checked; the upload's id."""
    return apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve", **given)


@contextmanager
def fresh(empty_file: Path) -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(empty_file, Path(folder) / "test.db")
        engine = database.create(f"sqlite:///{Path(folder) / 'test.db'}")
        yield engine
        engine.dispose()


@FEW
@given(ROWS, ROWS)
def test_undo_after_apply_is_the_identity(empty_file, first, second):
    with fresh(empty_file) as engine:
        load(engine, file(first))
        before = stored(engine)
        report = check(engine, file(second))
        if report.status == "unchanged":
            return
        undoing.undo(engine, save(engine, report, file(second)), reason="prøve", viewer=named("test"))
        assert stored(engine) == before


@FEW
@given(ROWS)
def test_the_same_figures_a_second_time_change_nothing(empty_file, rows):
    with fresh(empty_file) as engine:
        load(engine, file(rows))
        before = stored(engine)
        again = check(engine, file(rows) + "\n")
        assert set(again.changes["kind"]) == {"unchanged"}
        save(engine, again, file(rows) + "\n")
        assert stored(engine) == before


@FEW
@given(ROWS, st.randoms(use_true_random=False))
def test_row_order_never_matters(empty_file, rows, random):
    with fresh(empty_file) as engine:
        shuffled = random.sample(rows, len(rows))
        one, other = check(engine, file(rows)), check(engine, file(shuffled))
        assert stated(one) == stated(other)
        assert {p.text.split(" (")[0] for p in one.problems} == {p.text.split(" (")[0] for p in other.problems}


@FEW
@given(st.lists(ROWS, min_size=2, max_size=3, unique_by=file))
def test_as_of_is_stable_under_later_uploads(empty_file, files):
    with fresh(empty_file) as engine:
        shown = {}
        for number, rows in enumerate(files):
            when = at(2010, 4, 1) + timedelta(days=number)
            save(engine, check(engine, file(rows)), file(rows), received_at=when)
            shown[when.date()] = stored(engine)
        assert all(stored(engine, day) == then for day, then in shown.items())


@FEW
@given(ROWS)
def test_a_report_says_exactly_what_is_stored_afterwards(empty_file, rows):
    with fresh(empty_file) as engine:
        report = check(engine, file(rows))
        save(engine, report, file(rows))
        assert stored(engine) == stated(report)
