"""An activity of the plan is recorded as it is from now on beside what it was, or refused in Danish."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from model.basics.formatting import today
from model.snapshot import loading
from model.store import facts, statements
from model.store.database import Stale, data_version
from model.store.tables.activities import Activity
from model.writing.recording import LONGEST, RecordRefused, record_activity
from tests.viewers import EVERYBODY, named

GOOD = {"number": 2, "title": "Hotline", "target_group": "Jobcentrene", "responsible": "BRM", "schedule": "Til nytår",
        "starts": date(2009, 11, 1), "ends": date(2010, 12, 31), "source": "Møde i gruppen",
        "reason": "Få henvendelser", "viewer": named("konsulent")}
AS_PRINTED = GOOD | {"responsible": "DISCUS de første 3 måneder, derefter BRM, medmindre andet aftales",
                     "schedule": "1. november 2009 og formentlig til kampagnen slutter", "ends": date(2011, 6, 30)}


def stated(engine, **given):
    with Session(engine) as session:
        return statements.stated(session, Activity, **given)


def version(engine):
    with Session(engine) as session:
        return data_version(session)


def test_a_change_is_added_and_what_stood_is_kept(any_engine):
    before = stated(any_engine)
    number = record_activity(any_engine, **(GOOD | {"schedule": "  Til   nytår "}))
    after = stated(any_engine)
    assert after.iloc[:-1].to_dict("records") == before.to_dict("records")
    newest = after.iloc[-1]
    assert (newest["id"], newest["schedule"], newest["ends"]) == (number, "Til nytår", date(2010, 12, 31))
    assert (newest["source"], newest["reason"], newest["recorded_by"]) == (
        "Møde i gruppen", "Få henvendelser", "konsulent")


def test_the_snapshot_has_the_newest_and_the_day_before_the_printed(engine):
    record_activity(engine, **GOOD)
    yesterday = today() - timedelta(days=1)
    with Session(engine) as session:
        now, then = loading.load(session, EVERYBODY), loading.load(session, EVERYBODY, as_of=yesterday)
    assert now.activities.loc[2, "responsible"] == "BRM"
    assert then.activities.loc[2, "responsible"] == AS_PRINTED["responsible"]
    assert len(stated(engine)) == len(stated(engine, as_of=yesterday)) + 1 == 7


def test_an_activity_may_lose_its_dates(engine):
    record_activity(engine, **(GOOD | {"starts": None, "ends": None}))
    assert stated(engine)["ends"].iloc[-1] is None


def test_recording_moves_the_data_version_and_is_guarded_by_it(engine):
    seen = version(engine)
    record_activity(engine, **GOOD, seen=seen)
    assert version(engine) == seen + 1
    with pytest.raises(Stale):
        record_activity(engine, **(GOOD | {"schedule": "Til påske"}), seen=seen)
    assert len(stated(engine)) == 7


@pytest.mark.every
@pytest.mark.parametrize(("mistake", "told"), [
    ({"title": " "}, "hvad aktiviteten hedder"), ({"target_group": ""}, "hvem aktiviteten er for"),
    ({"responsible": ""}, "hvem der er ansvarlig"), ({"schedule": ""}, "hvornår"), ({"source": ""}, "hvor ændringen"),
    ({"reason": " "}, "begrundelse"), ({"viewer": named("")}, "hvem der ændrer planen"), ({"number": 7},
                                                                                          "ingen aktivitet nr. 7"),
    ({"reason": "x" * (LONGEST + 1)}, "højst 500 tegn"), ({"viewer": named("x" * (LONGEST + 1))}, "højst 500 tegn"),
    ({"starts": date(2011, 1, 1)}, "slutte, før den begynder"),
    ({"starts": date(2008, 8, 31)}, "september 2008 og juni 2012"),
    ({"ends": date(2012, 7, 1)}, "september 2008 og juni 2012"), (AS_PRINTED, "ikke ændret noget")])
def test_what_cannot_be_recorded_is_refused_and_leaves_nothing(engine, mistake, told):
    seen = version(engine)
    with pytest.raises(RecordRefused, match=told):
        record_activity(engine, **(GOOD | mistake))
    assert (len(stated(engine)), version(engine)) == (6, seen)


@pytest.mark.every
@pytest.mark.parametrize("field", ["title", "target_group", "responsible", "schedule", "source", "reason", "viewer"])
def test_a_cpr_number_is_refused_in_every_field_and_never_echoed(engine, field):
    cpr = "".join(["251248", "-", "4916"])
    text = f"Aftalt med {cpr}"
    with pytest.raises(RecordRefused) as refusal:
        record_activity(engine, **(GOOD | {field: named(text) if field == "viewer" else text}))
    assert "CPR-nummer" in str(refusal.value)
    assert cpr not in str(refusal.value)
    with Session(engine) as session:
        assert len(session.exec(select(Activity)).all()) == 6


def test_a_day_ends_at_midnight_in_copenhagen(engine):
    record_activity(engine, **GOOD)
    with Session(engine) as session:
        row = session.exec(select(Activity).order_by(Activity.id.desc())).first()
        row.recorded_at = facts.end_of(date(2010, 3, 1))
        session.add(row)
        session.commit()
    assert len(stated(engine, as_of=date(2010, 3, 1))) == 6
    assert len(stated(engine, as_of=date(2010, 3, 2))) == 7
