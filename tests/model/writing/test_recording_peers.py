"""A klynge is written beside what stood, with a reason and a name, or refused in Danish."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from model.basics.formatting import today
from model.basics.free_text import RecordRefused
from model.store import statements
from model.store.database import Stale, data_version
from model.store.tables.peers import PeerGroup
from model.writing.peers import record_peers, standing
from tests.viewers import named

GOOD = {"name": "Kysten", "jobcenters": ["779", "665"], "reason": "ligner hinanden", "viewer": named("konsulent i BRM")}


def stated(engine, **given):
    with Session(engine) as session:
        return statements.stated(session, PeerGroup, **given)


def version(engine):
    with Session(engine) as session:
        return data_version(session)


def test_a_klynge_is_changed_by_a_row_beside_the_one_that_stood(any_engine):
    number = record_peers(any_engine, **(GOOD | {"name": "  Kysten  "}))
    assert record_peers(any_engine, **(GOOD | {"jobcenters": ["665", "671"], "number": number})) == number
    assert record_peers(any_engine, **(GOOD | {"name": "Byer", "jobcenters": ["751", "730"]})) == number + 1
    rows = stated(any_engine)
    assert rows[["number", "name"]].to_numpy().tolist() == [[1, "Kysten"], [1, "Kysten"], [2, "Byer"]]
    assert rows["jobcenters"].tolist() == [["665", "779"], ["665", "671"], ["730", "751"]]
    with Session(any_engine) as session:
        assert {n: row.jobcenters for n, row in standing(session).items()} == {1: ["665", "671"], 2: ["730", "751"]}


def test_a_klynge_is_dissolved_by_taking_everybody_out_and_its_name_is_free_again(engine):
    number = record_peers(engine, **GOOD)
    record_peers(engine, **(GOOD | {"jobcenters": [], "number": number}))
    assert stated(engine)["jobcenters"].iloc[-1] == []
    assert record_peers(engine, **GOOD) == number + 1


def test_yesterday_there_was_none(engine):
    record_peers(engine, **GOOD)
    assert len(stated(engine, as_of=today() - timedelta(days=1))) == 0
    assert len(stated(engine, as_of=today())) == 1


def test_recording_moves_the_data_version_and_is_guarded_by_it(engine):
    seen = version(engine)
    record_peers(engine, **GOOD, seen=seen)
    assert version(engine) == seen + 1
    with pytest.raises(Stale):
        record_peers(engine, **(GOOD | {"name": "Byer"}), seen=seen)


@pytest.mark.every
@pytest.mark.parametrize(("mistake", "told"), [
    ({"name": " "}, "hedder"), ({"reason": ""}, "hører sammen"), ({"viewer": named("")}, "hvem"),
    ({"jobcenters": ["665"]}, "mindst 2"), ({"jobcenters": []}, "mindst 2"),
    ({"jobcenters": ["665", "999"]}, "»999« findes ikke"), ({"number": 7}, "ingen klynge nr. 7"),
    ({"name": "x" * 41}, "højst 40"), ({"reason": "x" * 501}, "højst 500"),
    ({"reason": "".join(["251248", "-", "4916"])}, "CPR"), ({"name": "kYSTEN "}, "allerede"),
    ({"number": 1}, "ikke ændret noget")])
def test_what_cannot_be_recorded_is_refused_and_leaves_nothing(engine, mistake, told):
    record_peers(engine, **GOOD)
    seen = version(engine)
    with pytest.raises(RecordRefused, match=told):
        record_peers(engine, **(GOOD | mistake))
    assert (len(stated(engine)), version(engine)) == (1, seen)
