"""Rows on reading back: a million stored figures as a snapshot against the same SQL as tuples, and a cached hit."""

import logging
import statistics
from pathlib import Path

from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.snapshot import loading
from model.store import facts
from tests.bench import stage
from tests.bench.timing import Row, compared, seconds
from tests.viewers import EVERYBODY

TIMES = 5


def rows(folder: Path) -> list[Row]:
    """The snapshot itself, and a hit in the cache that the pages use (its floor is a millisecond)."""
    engine = stage.scratch(folder, "million", stage.MILLION)
    with Session(engine) as session:
        sql = str(facts.figures_query().compile(engine, compile_kwargs={"literal_binds": True}))
        driver = session.connection().connection.driver_connection
        assert driver is not None
        read = compared("snapshot of a million stored figures", "the same SQL as tuples",
                        lambda: seconds(lambda: driver.execute(sql).fetchall()),
                        lambda: seconds(lambda: loading.load(session, EVERYBODY)), budget=2.0, times=TIMES)
    engine.dispose()
    hits = _hits()
    return [read, Row("cached hit of that snapshot", "a millisecond", 0.001, statistics.median(hits), 1.0, len(hits))]


def _hits() -> list[float]:
    """Seconds that cached snapshots of a million stored figures take to fetch, inside a Streamlit script."""
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)

    def script() -> None:
        import time

        import streamlit as st

        from model.access.viewer import HOUSE
        from pages.shared import data

        data.snapshot(HOUSE)
        for _ in range(20):
            begun = time.perf_counter()
            data.snapshot(HOUSE)
            st.session_state.setdefault("hits", []).append(time.perf_counter() - begun)

    run = AppTest.from_function(script, default_timeout=120).run()
    assert not run.exception, run.exception
    return list(run.session_state["hits"])
