"""Row 4: the snapshot of a million stored figures against the same SQL fetched as tuples, and a cached hit."""

import logging
from pathlib import Path

from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.snapshot import snapshot
from model.store import facts
from tests.bench import stage
from tests.bench.timing import Row, in_turns, seconds

TIMES = 5
HIT_BUDGET = 0.005


def rows(folder: Path) -> list[Row]:
    """The snapshot itself, and a hit in the cache that the pages use (its floor is its budget in seconds)."""
    engine = stage.scratch(folder, "million", stage.MILLION)
    with Session(engine) as session:
        sql = str(facts.figures_query().compile(engine, compile_kwargs={"literal_binds": True}))
        driver = session.connection().connection.driver_connection
        assert driver is not None
        floor, ours = in_turns(lambda: seconds(lambda: driver.execute(sql).fetchall()),
                               lambda: seconds(lambda: snapshot.load(session)), times=TIMES)
    engine.dispose()
    return [Row("snapshot of a million stored figures", floor, ours, 5.0)]


def hit(folder: Path) -> float:
    """Seconds a cached snapshot of a million stored figures takes to fetch, inside a Streamlit script."""
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)

    def script() -> None:
        import time

        import streamlit as st

        from pages.shared import data

        data.snapshot()
        begun = time.perf_counter()
        for _ in range(20):
            data.snapshot()
        st.session_state["hit"] = (time.perf_counter() - begun) / 20

    run = AppTest.from_function(script, default_timeout=120).run()
    assert not run.exception, run.exception
    return float(run.session_state["hit"])
