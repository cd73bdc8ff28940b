"""What stands around a file's figures is what the store says that stands, however many uploads have said it."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, insert
from sqlmodel import Session

from model.intake import standing
from model.store import facts
from model.store.tables.base import Figure, Upload

SAID = [{"value": 0}, {"value": 7}, {"value": 12_345}, {"mark": "hidden"}, {"mark": "missing"},
        {"text": "Nej, ikke endnu"}]
MONTHS = [date(2010, month, 1) for month in range(1, 7)]


def stated(session: Session, chance: random.Random) -> None:
    """An upload of some figures, which may be undone already."""
    when = datetime(2010, 7, 1, tzinfo=UTC)
    undone = {"undone_at": when + timedelta(days=1), "undone_by": "test", "undone_reason": "fejl"}
    upload = Upload(dataset="maanedstal", source="api", file_name="x", sha256="0" * 64, content=b"", received_at=when,
                    received_by="test", counts={}, problems=[], without=[],
                    **(undone if chance.random() < 0.3 else {}))
    session.add(upload)
    session.flush()
    keys = [(code, month, name) for code in ("791", "779") for month in MONTHS for name in ("b", "a", "c")]
    empty = {"value": None, "mark": None, "text": None, "upload_id": upload.id}
    session.connection().execute(insert(Figure), [
        {"jobcenter": code, "month": month, "measure": name, **empty, **chance.choice(SAID)}
        for code, month, name in chance.sample(keys, chance.randint(1, len(keys)))])


@pytest.mark.parametrize("seed", range(8))
def test_it_is_the_newest_of_every_key(any_engine, seed):
    chance = random.Random(seed)
    with Session(any_engine) as session:
        for _ in range(chance.randint(1, 5)):
            stated(session, chance)
        expected = facts.figures(session, months=MONTHS[1:4])
        found = standing.around(session, [MONTHS[2]])
    assert list(found.columns) == ["jobcenter", "month", "measure", "value", "mark", "text"]
    assert found.astype(object).to_dict("records") == expected[found.columns].astype(object).to_dict("records")


def test_where_nothing_stands_there_is_no_row(any_engine: Engine):
    with Session(any_engine) as session:
        found = standing.around(session, MONTHS)
    assert len(found) == 0
    assert found.dtypes.astype(str).to_dict() == {"jobcenter": "category", "month": "datetime64[us]", "value": "Int64",
                                                  "measure": "category", "mark": "object", "text": "object"}
