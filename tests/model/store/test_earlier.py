"""What was said of a figure before: for telling a reader what a correction took the place of."""

from datetime import UTC, date, datetime

import pandas as pd
from sqlmodel import Session

from model.store import database, facts
from model.store.tables.base import Figure, Upload

MARCH, MEASURE = date(2010, 3, 1), "personer_match4"


def upload(session: Session, number: int, day: int, value: int | None, **more) -> int:
    row = Upload(dataset="maanedstal", source="file", file_name=f"{number}.csv", sha256=f"{number:064d}", content=b"",
                 received_at=datetime(2010, 4, day, 10, tzinfo=UTC), received_by="prøve", counts={}, problems=[],
                 without=[], **more)
    session.add(row)
    session.flush()
    session.add(Figure(jobcenter="791", month=MARCH, measure=MEASURE, upload_id=row.id, value=value,
                       mark="hidden" if value is None else None))
    session.flush()
    return int(row.id or 0)


def values(frame: pd.DataFrame) -> list[int | None]:
    return [None if pd.isna(value) else int(value) for value in frame["value"]]


def test_every_earlier_statement_comes_oldest_first(engine):
    with database.write(engine) as session:
        first = upload(session, 1, 1, 300)
        second = upload(session, 2, 2, None)
        upload(session, 3, 3, 312)
        found = facts.earlier(session, jobcenter="791")
    assert values(found) == [300, None]
    assert found["upload_id"].tolist() == [first, second]
    assert found["mark"].tolist() == [None, "hidden"]


def test_an_undone_upload_never_spoke(engine):
    undone = {"undone_at": datetime(2010, 4, 5, tzinfo=UTC), "undone_by": "prøve", "undone_reason": "forkert"}
    with database.write(engine) as session:
        upload(session, 1, 1, 300, **undone)
        upload(session, 2, 2, 312)
        assert values(facts.earlier(session, jobcenter="791")) == []


def test_as_of_a_day_only_what_was_known_then_is_earlier(engine):
    with database.write(engine) as session:
        upload(session, 1, 1, 300)
        upload(session, 2, 2, 305)
        upload(session, 3, 3, 312)
        assert values(facts.earlier(session, jobcenter="791", as_of=date(2010, 4, 2))) == [300]


def test_another_jobcenter_has_nothing(engine):
    with database.write(engine) as session:
        upload(session, 1, 1, 300)
        upload(session, 2, 2, 305)
        found = facts.earlier(session, jobcenter="779")
    assert found.empty
    assert found["value"].dtype == "Int64"
