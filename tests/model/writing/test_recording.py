"""Targets and baselines are recorded beside those that stand, with source and reason, or refused in Danish."""

from datetime import date

import pytest
from sqlmodel import Session, select

from model.basics import settings
from model.store import database
from model.store.database import Stale, data_version
from model.store.tables.base import Target
from model.writing.recording import RecordRefused, record_target
from tests.viewers import named

GOOD = {"part": "baseline_value", "scope": "jobcenter", "jobcenter": "791", "value": 31,
        "source": "Brev af 3. maj 2010", "reason": "September var ikke opgjort", "viewer": named("Konsulent")}


def targets(engine):
    with Session(engine) as session:
        return session.exec(select(Target).order_by(Target.id)).all()


def version(engine):
    with Session(engine) as session:
        return data_version(session)


def test_a_target_is_added_and_nothing_is_changed(engine):
    before = [row.model_dump() for row in targets(engine)]
    number = record_target(engine, **GOOD)
    rows = targets(engine)
    assert [row.model_dump() for row in rows[:-1]] == before
    assert (rows[-1].id, rows[-1].value, rows[-1].source, rows[-1].recorded_by) == (
        number, 31, "Brev af 3. maj 2010", "Konsulent")
    assert rows[-1].valid_from == date(2008, 9, 1)


def test_recording_moves_the_data_version_and_is_guarded_by_it(engine):
    seen = version(engine)
    record_target(engine, **GOOD, seen=seen)
    assert version(engine) == seen + 1
    with pytest.raises(Stale):
        record_target(engine, **GOOD, seen=seen)
    assert len(targets(engine)) == 6


@pytest.mark.every
@pytest.mark.parametrize(("mistake", "said"), [
    ({"source": " "}, "hvor tallet kommer fra"), ({"reason": ""}, "begrundelse"), ({"viewer": named("")}, "hvem"),
    ({"value": None}, "helt tal"), ({"value": -1}, "helt tal"), ({"jobcenter": "999"}, "findes ikke"),
    ({"jobcenter": None}, "Vælg det jobcenter"), ({"scope": "regional"}, "Vælg det jobcenter"),
    ({"scope": "kommune"}, "niveau"), ({"part": "ukendt"}, "ikke et mål"),
    ({"part": "share", "value": 101}, "100 procent"), ({"month": date(2009, 9, 1)}, "helt tal"),
    ({"part": "baseline_month", "value": None}, "Vælg den måned"),
    ({"part": "baseline_month", "value": None, "month": date(2009, 9, 2)}, "Vælg den måned"),
    ({"part": "baseline_month", "value": None, "month": date(2008, 8, 1)}, "september 2008"),
    ({"valid_from": date(2010, 5, 1), "valid_to": date(2010, 4, 1)}, "slutte")])
def test_what_cannot_be_recorded_is_refused_and_leaves_nothing(engine, mistake, said):
    seen = version(engine)
    with pytest.raises(RecordRefused, match=said):
        record_target(engine, **(GOOD | mistake))
    assert (len(targets(engine)), version(engine)) == (5, seen)


def test_a_locked_database_is_told_and_nothing_is_written(engine, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_BUSY_SECONDS", "0.1")
    settings.load.cache_clear()
    other = database.create()
    with engine.begin() as holding:
        holding.exec_driver_sql("UPDATE data_version SET n = n")
        with pytest.raises(database.DatabaseProblem, match="optaget"):
            record_target(other, **GOOD)
    assert len(targets(engine)) == 5
    other.dispose()
