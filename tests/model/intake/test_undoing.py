"""Taking uploads back: what it would do, what it does, and that it is never blocked."""

from datetime import date

import pytest
from sqlmodel import Session

from model.intake import undoing
from model.intake.refusal import SaveRefused
from model.intake.saving import apply
from model.snapshot import loading
from model.store import database
from model.store.database import Stale
from tests.model.intake.filing import HEAD, at, check, load, stored
from tests.viewers import EVERYBODY, named

ONE = HEAD + "2010-03;791;795;102;32\n"
TWO = HEAD + "2010-03;791;795;103;<5\n2010-03;779;414;61;12\n"


def cells(frame):
    return {(row.jobcenter, row.measure): (row.old_mark or row.old_value, row.mark or row.value, row.kind)
            for row in frame.itertuples()}


def test_undo_takes_back_the_whole_upload(any_engine):
    load(any_engine, ONE)
    before = stored(any_engine)
    upload = load(any_engine, TWO)
    undoing.undo(any_engine, upload, reason="forkert fil", viewer=named("konsulent"))
    assert stored(any_engine) == before


def test_what_an_undo_would_do_is_shown_before(any_engine):
    load(any_engine, ONE)
    upload = load(any_engine, TWO)
    with Session(any_engine) as session:
        found = undoing.undo_many_changes(session, [upload])
        after = loading.load(session, EVERYBODY).overlaid(found)
    assert cells(found) == {
        ("791", "heraf_virksomhedspraktik"): (103, 102, "changed"),
        ("791", "heraf_loentilskud"): ("hidden", 32, "changed"),
        ("779", "personer_match4"): (414, "missing", "removed"),
        ("779", "heraf_virksomhedspraktik"): (61, "missing", "removed"),
        ("779", "heraf_loentilskud"): (12, "missing", "removed")}
    undoing.undo(any_engine, upload, reason="prøve", viewer=named("test"))
    left = {key: value for key, value in stored(any_engine).items() if value != "missing"}
    shown = after.figures[after.figures["mark"].ne("missing")]
    assert {(r.jobcenter, f"{r.month:%Y-%m}", r.measure): int(r.value) for r in shown.itertuples()} == left


def test_undoing_an_upload_that_later_ones_cover_changes_nothing(engine):
    first = load(engine, ONE)
    load(engine, HEAD + "2010-03;791;795;102;33\n")
    with Session(engine) as session:
        assert undoing.undo_many_changes(session, [first]).empty
    undoing.undo(engine, first, reason="prøve", viewer=named("test"))
    assert stored(engine)["791", "2010-03", "heraf_loentilskud"] == 33


def test_what_an_upload_changed_is_told_against_what_stood_then(engine):
    load(engine, ONE)
    second = load(engine, TWO)
    load(engine, HEAD + "2010-03;791;795;104;32\n")
    with Session(engine) as session:
        found = cells(undoing.upload_changes(session, second))
    assert found["791", "heraf_virksomhedspraktik"] == (102, 103, "changed")
    assert found["791", "heraf_loentilskud"] == (32, "hidden", "changed")
    assert found["779", "personer_match4"][1:] == (414, "new")
    assert ("791", "personer_match4") not in found


def test_what_an_upload_changed_can_still_be_told_when_it_is_undone(engine):
    upload = load(engine, ONE)
    undoing.undo(engine, upload, reason="prøve", viewer=named("test"))
    with Session(engine) as session:
        assert len(undoing.upload_changes(session, upload)) == 3
        assert undoing.undo_many_changes(session, [upload]).empty


def test_undo_is_never_blocked_even_when_it_uncovers_a_broken_rule(engine):
    load(engine, "maaned;kommunekode;personer_match4\n2010-03;791;100\n")
    bigger = load(engine, "maaned;kommunekode;personer_match4\n2010-03;791;795\n")
    load(engine, "maaned;kommunekode;praktik\n2010-03;791;102\n")
    undoing.undo(engine, bigger, reason="forkert", viewer=named("test"))
    assert stored(engine)["791", "2010-03", "personer_match4"] == 100


def test_an_upload_is_undone_once(engine):
    upload = load(engine, ONE)
    undoing.undo(engine, upload, reason="forkert", viewer=named("konsulent"))
    with pytest.raises(SaveRefused, match=r"allerede fortrudt .* af konsulent"):
        undoing.undo(engine, upload, reason="igen", viewer=named("test"))


@pytest.mark.parametrize(("upload", "reason", "by", "told"), [
    (1, " ", "test", "begrundelse"), (1, "forkert", " ", "hvem"), (99, "forkert", "test", "ingen indlæsning nr. 99")])
def test_an_undo_that_is_refused(engine, upload, reason, by, told):
    load(engine, ONE)
    with pytest.raises(SaveRefused, match=told):
        undoing.undo(engine, upload, reason=reason, viewer=named(by))
    assert stored(engine)


def test_an_undo_is_refused_when_another_has_written_since_its_effect_was_shown(engine):
    upload = load(engine, ONE)
    with Session(engine) as session:
        seen = database.data_version(session)
    load(engine, TWO)
    with pytest.raises(Stale):
        undoing.undo(engine, upload, reason="forkert", viewer=named("test"), seen=seen)


def test_several_uploads_are_taken_back_in_one_go_or_not_at_all(engine):
    ids = [load(engine, ONE), load(engine, TWO)]
    with pytest.raises(SaveRefused):
        undoing.undo_many(engine, [*ids, 99], reason="fjern", viewer=named("test"))
    assert stored(engine)
    with Session(engine) as session:
        assert set(undoing.undo_many_changes(session, ids)["kind"]) == {"removed"}
    undoing.undo_many(engine, ids, reason="fjern", viewer=named("test"))
    assert stored(engine) == {}


def test_as_of_still_shows_what_stood_before_the_undo(engine):
    upload = apply(engine, check(engine, ONE), content=ONE.encode(), viewer=named("test"), received_at=at(2010, 4, 12))
    then = stored(engine, date(2010, 4, 12))
    undoing.undo(engine, upload, reason="prøve", viewer=named("test"))
    assert stored(engine, date(2010, 4, 12)) == then and then
    assert stored(engine) == {}
