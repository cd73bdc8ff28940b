"""Large queries as columns: in order, few texts kept once, and without work for the collector."""

import gc

from sqlalchemy import Connection, CursorResult, literal, select, text

from model.store import fetching


def many(connection: Connection, size: int) -> CursorResult:
    return connection.execute(text(f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {size}) "
                                   "SELECT CAST('jobcenter' || (i % 3) AS VARCHAR), i FROM n"))


def test_rows_become_columns_in_their_order(any_engine):
    with any_engine.connect() as connection:
        assert fetching.columns(many(connection, 1201), ["place", "i"])["i"] == list(range(1, 1202))
        assert fetching.columns(many(connection, 2), ["x", "y"]) == {"x": ["jobcenter1", "jobcenter2"], "y": [1, 2]}
        assert fetching.columns(connection.execute(select(literal(1)).where(literal(1) == 2)), ["x"]) == {"x": []}


def test_a_text_of_few_is_one_in_memory(any_engine):
    with any_engine.connect() as connection:
        found = fetching.columns(many(connection, 1201), ["place", "i"], few=["place"])
    assert len({id(each) for each in found["place"]}) == 3


def test_many_rows_hardly_set_off_the_collector(engine):
    collected = []
    usual = gc.get_threshold()
    gc.callbacks.append(lambda phase, about: collected.append(about["generation"]))
    gc.set_threshold(700, 10, 10)  # Python's own
    try:
        with engine.connect() as connection:
            fetching.columns(many(connection, 50_000), ["place", "i"])
    finally:
        gc.set_threshold(*usual)
        gc.callbacks.pop()
    assert len(collected) < 20  # a tuple a row would be 70
