"""Tokens are made, looked up and ended by rows; none of them can be had from what is kept."""

import pytest
from sqlmodel import Session, select

from model.access import log, tokens
from model.access.log import Act, Wanted
from model.access.rights import Action, NotAllowed, may
from model.access.viewer import Origin
from model.basics.free_text import RecordRefused
from model.store.tables.access import SenderToken
from tests.viewers import CONSULTANT, EVERYBODY, MANAGER, OPERATIONS, ORGANISER, OTHER, OWN, PUBLIC


def made(engine, viewer=EVERYBODY, **given):
    told = {"name": "fagsystem", "function": "fagsystemet", "units": (OWN,), "reason": "ny"} | given
    return tokens.make(engine, viewer, **told)


def test_a_token_is_shown_once_and_kept_as_a_hash(engine):
    token, shown = made(engine)
    with Session(engine) as session:
        [row] = session.exec(select(SenderToken))
        known = tokens.viewer(session, shown)
        assert tokens.viewer(session, row.sha256) is None and tokens.viewer(session, "") is None
        entries = log.entries(session, Wanted(act=Act.CHANGED_TOKEN))
    assert shown not in repr(row) and len(row.sha256) == 64 and shown not in repr((token, entries))
    assert (known.function, known.units, known.origin) == ("fagsystemet", {OWN}, Origin.SENDER)
    assert made(engine)[1] != shown


def test_it_may_send_and_fetch_for_its_own_and_nothing_else(engine):
    with Session(engine) as session:
        known = tokens.viewer(session, made(engine)[1])
    assert may(known, Action.UPLOAD, OWN) and may(known, Action.EXPORT, OWN)
    assert not any(may(known, action, unit) for action in (Action.UPLOAD, Action.EXPORT) for unit in (OTHER, ""))
    assert not any(may(known, action, OWN) for action in (Action.UNDO, Action.PUBLISH, Action.MANAGE_USERS,
                                                          Action.APPROVE, Action.SEE_LOG, Action.SET_TARGETS))


def test_it_is_ended_for_good(engine):
    token, shown = made(engine)
    tokens.end(engine, EVERYBODY, token.id, reason="stoppet")
    with Session(engine) as session:
        assert tokens.viewer(session, shown) is None
        assert [each.ended_at is None for each in tokens.listed(session)] == [False]
        assert [entry.about for entry in log.entries(session, Wanted(act=Act.CHANGED_TOKEN))] == [
            "nr. 1: frataget", f"nr. 1: givet ({OWN})"]
    for number, why in ((token.id, "gælder ikke mere"), (7, "ingen afsendernøgle")):
        with pytest.raises(RecordRefused, match=why):
            tokens.end(engine, EVERYBODY, number, reason="igen")


@pytest.mark.parametrize("viewer", [PUBLIC, MANAGER, CONSULTANT])
def test_only_who_gives_access_makes_and_ends_them(engine, viewer):
    with pytest.raises(NotAllowed):
        made(engine, viewer)
    made(engine, OPERATIONS)
    with pytest.raises(NotAllowed):
        tokens.end(engine, viewer, 1, reason="prøve")
    tokens.end(engine, ORGANISER, 1, reason="prøve")


@pytest.mark.parametrize(("given", "why"), [
    ({"name": " "}, "hvilket program"), ({"function": ""}, "funktion"), ({"reason": ""}, "begrundelse"),
    ({"units": ()}, "Vælg de jobcentre"), ({"units": ("999",)}, "999"), ({"name": "010180-1234"}, "CPR")])
def test_what_cannot_be_is_refused(engine, given, why):
    with pytest.raises(RecordRefused, match=why):
        made(engine, **given)
    with Session(engine) as session:
        assert tokens.listed(session) == []
