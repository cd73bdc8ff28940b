"""An older copy lets nobody in who is out: users, sign-ins and tokens that have ended since stay so."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlmodel import Session, select

from model.access import sign_ins, staying_out, users
from model.access.users import User
from model.access.viewer import Role
from model.store import database
from model.store.tables.access import SenderToken, SenderTokenEnd
from tests.model.backup.drilling import backed_up, laid
from tests.viewers import EVERYBODY, MANAGER, OWN

CHEF = User("chef", "jobcenterchef", Role.JOBCENTER, frozenset({OWN}))


def test_who_is_out_stays_out(engine, tmp_path):
    for subject in ("chef", "bliver"):
        users.record(engine, EVERYBODY, replace(CHEF, subject=subject), reason="ny")
    with database.write(engine) as session:
        session.add(SenderToken(name="anlæg", sha256="a" * 64, function="fagsystem", units=[OWN],
                                recorded_at=datetime.now(UTC), recorded_by="BRM",
                                recorded_subject="anna"))
    copy = backed_up(engine, tmp_path)
    users.record(engine, EVERYBODY, replace(CHEF, active=False), reason="fratrådt")
    sign_ins.end(engine, MANAGER, "nonce")
    with database.write(engine) as session:
        session.add(SenderTokenEnd(token_id=1, ended_at=datetime.now(UTC), ended_by="BRM",
                                   ended_subject="anna"))
    laid(copy, engine)
    with Session(engine) as session:
        assert {user.subject: user.active for user in users.listed(session)} == {"chef": False, "bliver": True}
        assert users.viewer(session, "chef") is None and sign_ins.ended(session, "nonce")
        assert [end.token_id for end in session.exec(select(SenderTokenEnd))] == [1]
        assert [row.reason for row in users.history(session, "chef")] == [staying_out.AGAIN, "ny"]
