"""Current and as-of values: the highest standing upload wins, on SQLite and on PostgreSQL alike."""

import random
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from sqlalchemy import insert
from sqlmodel import Session

from model.store import facts
from model.store.tables.base import Figure, Upload

MARCH = date(2010, 3, 1)


def upload(session: Session, received: datetime, *, month: date = MARCH, **cells: int | str) -> int:
    """One upload stating Viborg's figures for a month; a text value is a mark."""
    row = Upload(dataset="maanedstal", source="api", file_name="x", sha256="0" * 64, content=b"", received_at=received,
                 received_by="test", counts={}, problems=[], without=[])
    session.add(row)
    session.flush()
    session.connection().execute(insert(Figure), [
        {"jobcenter": "791", "month": month, "measure": measure, "upload_id": row.id,
         "value": None if isinstance(said, str) else said, "mark": said if isinstance(said, str) else None,
         "text": None}
        for measure, said in cells.items()])
    assert row.id is not None
    return row.id


def undo(session: Session, number: int, when: datetime) -> None:
    found = session.get_one(Upload, number)
    found.undone_at, found.undone_by, found.undone_reason = when, "test", "fejl"
    session.add(found)
    session.flush()


def values(session: Session, as_of: date | None = None) -> dict[str, object]:
    frame = facts.figures(session, as_of=as_of)
    return {row.measure: row.mark or int(row.value) for row in frame.itertuples()}


def test_the_newest_standing_upload_wins_and_unstated_figures_stay(any_engine):
    with Session(any_engine) as session:
        upload(session, datetime(2010, 4, 12, tzinfo=UTC), persons=300, placed=40)
        second = upload(session, datetime(2010, 5, 12, tzinfo=UTC), placed=41)
        assert values(session) == {"persons": 300, "placed": 41}
        undo(session, second, datetime(2010, 6, 1, tzinfo=UTC))
        assert values(session) == {"persons": 300, "placed": 40}


def test_undoing_an_earlier_upload_keeps_what_a_later_one_repeated(any_engine):
    with Session(any_engine) as session:
        first = upload(session, datetime(2010, 4, 12, tzinfo=UTC), persons=300, placed=40)
        upload(session, datetime(2010, 5, 12, tzinfo=UTC), persons=300)
        undo(session, first, datetime(2010, 6, 1, tzinfo=UTC))
        assert values(session) == {"persons": 300}


def test_a_zero_a_hidden_and_a_missing_figure_are_three_things(any_engine):
    with Session(any_engine) as session:
        upload(session, datetime(2010, 4, 12, tzinfo=UTC), a=0, b="hidden", c="missing")
        assert values(session) == {"a": 0, "b": "hidden", "c": "missing"}
        assert facts.figures(session)["value"].dtype == "Int64"


def test_a_figure_first_came_with_a_value_or_withheld_and_not_when_it_was_said_to_be_missing(any_engine):
    with Session(any_engine) as session:
        numbers = [upload(session, datetime(2010, 4, day, tzinfo=UTC), **cells) for day, cells in (
            (5, {"a": "missing", "b": "missing", "c": "missing", "d": 3}), (20, {"a": 4, "b": "hidden"}),
            (21, {"a": 5, "b": 6, "d": "missing"}))]
        first = facts.figures(session).set_index("measure")["first_upload"].to_dict()
        assert first == {"a": numbers[1], "b": numbers[1], "c": numbers[0], "d": numbers[0]}


def test_as_of_counts_the_whole_day_in_copenhagen(any_engine):
    with Session(any_engine) as session:
        upload(session, datetime(2010, 4, 12, 21, 59, tzinfo=UTC), persons=300)  # 23.59 in Copenhagen
        upload(session, datetime(2010, 4, 12, 22, 1, tzinfo=UTC), persons=301)  # 00.01 on the 13th
        assert values(session, date(2010, 4, 11)) == {}
        assert values(session, date(2010, 4, 12)) == {"persons": 300}
        assert values(session, date(2010, 4, 13)) == {"persons": 301}


def test_as_of_a_day_before_the_undo_still_shows_the_upload(any_engine):
    with Session(any_engine) as session:
        number = upload(session, datetime(2010, 4, 12, tzinfo=UTC), persons=300)
        undo(session, number, datetime(2010, 4, 20, 12, tzinfo=UTC))
        assert values(session, date(2010, 4, 19)) == {"persons": 300}
        assert values(session, date(2010, 4, 20)) == {}
        listed = facts.uploads(session, as_of=date(2010, 4, 19))
        assert listed["stands"].tolist() == [True]


def test_as_of_never_changes_whatever_comes_later(any_engine):
    """Replay: what each day showed then is what it shows after everything that followed."""
    rng = random.Random(7)
    with Session(any_engine) as session:
        standing: list[int] = []
        shown = {}
        for number in range(25):
            day = date(2010, 1, 1) + timedelta(days=number)
            now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            if standing and rng.random() < 0.3:
                undo(session, standing.pop(rng.randrange(len(standing))), now)
            else:
                cells = {m: rng.randrange(5) for m in rng.sample("abcd", rng.randrange(1, 4))}
                standing.append(upload(session, now, **cells))
            shown[day] = values(session)
        for day, then in shown.items():
            assert values(session, day) == then


def test_narrowing_gives_the_same_rows_as_filtering_the_whole(any_engine):
    with Session(any_engine) as session:
        upload(session, datetime(2010, 4, 12, tzinfo=UTC), persons=300)
        assert len(facts.figures(session, months=[MARCH], jobcenter="791")) == 1
        assert len(facts.figures(session, months=[date(2010, 4, 1)])) == 0
        assert len(facts.figures(session, jobcenter="615")) == 0


def test_a_jobcenter_of_many_figures_is_one_text_in_memory(engine):
    with Session(engine) as session:
        upload(session, datetime(2010, 4, 12, tzinfo=UTC), persons=300, placed=40)
        assert len({id(code) for code in facts.figures(session)["jobcenter"]}) == 1


@pytest.mark.parametrize("seed", range(12))
def test_what_is_read_of_the_months_since_is_what_reading_everything_gives(any_engine, seed):
    chance = random.Random(seed)
    with Session(any_engine) as session:
        numbers, known, stamp = [], facts.figures(session), None
        for day in range(30):
            when = datetime(2010, 4, 1, tzinfo=UTC) + timedelta(days=day)
            back = timedelta(days=chance.choice([0, 0, 3]))  # a clock may be put back
            standing = [number for number in numbers if session.get_one(Upload, number).undone_at is None]
            if standing and chance.random() < 0.3:
                undo(session, chance.choice(standing), when - back)
            else:
                stated = {name: chance.choice([3, 4, "hidden", "missing"]) for name in ("persons", "placed")}
                numbers.append(upload(session, when, month=date(2010, chance.randint(1, 4), 1),
                                      **dict(chance.sample(list(stated.items()), chance.randint(1, 2)))))
            if chance.random() < 0.5:  # not every state is read
                now = facts.stamps(session)["maanedstal"]
                known = (facts.figures(session) if stamp is None
                         else facts.renewed(session, known, "maanedstal", stamp, now))
                pd.testing.assert_frame_equal(known, facts.figures(session))
                stamp = now
