"""What is done to a database while a process may be killed: each on a world that is made ready for it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from model.backup import making
from model.intake import saving, undoing
from model.publishing import editions
from model.snapshot import loading
from model.store import database, seeding
from model.store.once import AlreadyWritten, Once
from model.writing import agreements, meetings
from tests.model.intake.filing import HEAD, check
from tests.model.meetings import agenda, met
from tests.model.store.revisions import put, used
from tests.pages.opening import fill
from tests.viewers import EVERYBODY, named

MARCH = date(2010, 3, 1)
FILE = HEAD + "".join(f"2010-03;{code};400;{10 + at};1\n" for at, code in enumerate(("779", "791", "665")))
COPY = "kopi.zip"
Deed = Callable[[Engine], object]
Write = Callable[[Engine, Once], object]


@dataclass(frozen=True)
class Kind:
    """A kind of deed. ready: lays what it needs and returns it, to be done as often as wanted; what has been done
    already is not done again. since: the revision the database is at before. changes: whether another one is left.
    """

    ready: Callable[[Engine, Path], Deed]
    since: str | None = None
    changes: bool = True


@dataclass(frozen=True)
class Form:
    """A deed as a form writes it: with a key of its own, so that a second try does nothing where the first came
    through.
    """

    key: str
    write: Write

    def __call__(self, engine: Engine) -> None:
        """Save the form, once."""
        with suppress(AlreadyWritten):
            self.write(engine, Once(self.key, self.key))

    def of_another(self, engine: Engine) -> None:
        """Save the same form, which another has open."""
        self.write(engine, Once(f"another {self.key}", self.key))


def _seen(engine: Engine) -> int:
    with Session(engine) as session:
        return database.data_version(session)


def _save(engine: Engine, _: Path) -> Form:
    report = check(engine, FILE)
    return Form("save", lambda at, once: saving.apply(
        at, report, content=FILE.encode(), viewer=named("test"), reason="prøve", once=once))


def _undo(engine: Engine, folder: Path) -> Form:
    _save(engine, folder)(engine)
    seen = _seen(engine)
    return Form("undo", lambda at, once: undoing.undo(
        at, 1, reason="forkert", viewer=named("test"), seen=seen, once=once))


def _publish(engine: Engine, _: Path) -> Form:
    fill(engine)
    with Session(engine) as session:
        snapshot, seen = loading.load(session, EVERYBODY), database.data_version(session)
    return Form("publish", lambda at, once: editions.publish(
        at, snapshot, MARCH, viewer=named("test"), seen=seen, once=once))


def _close(engine: Engine, _: Path) -> Form:
    fill(engine)
    meeting = met(engine)
    shown, seen = {"agenda": repr(agenda(engine, meeting))}, _seen(engine)
    return Form("close", lambda at, once: meetings.close_meeting(
        at, meeting, month=MARCH, figures=shown, document=b"referat" * 5_000, seen=seen, once=once,
        viewer=named("test")))


def _agree(engine: Engine, _: Path) -> Form:
    fill(engine)
    meeting = met(engine)
    return Form("agree", lambda at, once: agreements.agree(
        at, meeting, text="Åbne to centre", responsible="jobcenterchefen", due=date(2010, 5, 1), once=once,
        viewer=named("test")))


def _migrate(engine: Engine, _: Path) -> Deed:
    with Session(engine) as session:
        put(session, *seeding.rows())
        session.commit()
    used(engine)
    return seeding.migrate


def _back_up(engine: Engine, folder: Path) -> Deed:
    fill(engine)
    return partial(_backed_up, path=folder / COPY)


def _backed_up(engine: Engine, path: Path) -> None:
    path.unlink(missing_ok=True)
    making.make(engine, path)


FORMS: dict[str, Callable[[Engine, Path], Form]] = {
    "save": _save, "undo": _undo, "publish": _publish, "close": _close, "agree": _agree}
KINDS = {name: Kind(ready) for name, ready in FORMS.items()} | {
    "migrate": Kind(_migrate, since="0001"), "backup": Kind(_back_up, changes=False)}
