"""One deed, killed again and again on a database that is laid anew: how often, and how often something was torn."""

import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from model.store import database
from tests.killed import killing
from tests.killed.deeds import COPY, Deed
from tests.killed.standing import State, is_whole, standing


@dataclass
class Count:
    """What came of all the kills."""

    before: int = 0
    after: int = 0
    torn: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """How many processes died on the way."""
        return self.before + self.after + len(self.torn)


@dataclass
class Ground:
    """Where a deed is done: ``url`` is the database, ``lay`` makes it what it was before."""

    url: str
    folder: Path
    lay: Callable[[], object]

    def fresh(self) -> Engine:
        """A connection of this process, which a child must not inherit."""
        return database.create(self.url)

    def in_child(self, deed: Deed) -> Callable[[], object]:
        """The deed with a connection of the child's own."""
        return lambda: deed(self.fresh())

    def state(self) -> State:
        """What stands now; no connection is left open."""
        engine = self.fresh()
        try:
            return standing(engine)
        finally:
            engine.dispose()

    def do(self, deed: Deed) -> None:
        """The deed in this process."""
        engine = self.fresh()
        try:
            deed(engine)
        finally:
            engine.dispose()


def on_file(prepared: Path, folder: Path) -> Ground:
    """A database in a file, which is a copy of a prepared one without a log."""
    path = folder / "ground.db"

    def lay() -> None:
        for left in folder.glob("ground.db*"):
            left.unlink()
        shutil.copy(prepared, path)

    return Ground(f"sqlite:///{path}", folder, lay)


def steps(ground: Ground, deed: Deed, *, within: bool = False) -> int:
    """How many steps the deed has there, in a process that has done it before."""
    ground.lay()
    ground.do(deed)
    ground.lay()
    return killing.counted(ground.in_child(deed), within=within)


def at_steps(ground: Ground, deed: Deed, chosen: Iterable[int], *, within: bool = False) -> Count:
    """The deed killed at each of these steps, and done by the next who tries."""
    return _count(ground, deed, [partial(killing.killed, at=at, within=within) for at in chosen])


def at_moments(ground: Ground, deed: Deed, moments: Iterable[float]) -> Count:
    """The deed killed after each of these shares of the time it takes."""
    taken = _takes(ground, deed)
    return _count(ground, deed, [partial(killing.killed_after, seconds=share * taken) for share in moments])


def of_server(ground: Ground, deed: Deed, moments: Iterable[float], kill: Callable[[], object]) -> Count:
    """The database server killed and started again by ``kill`` after each of these shares of the time it takes."""
    taken = _takes(ground, deed)

    def killed(child: Callable[[], object], seconds: float) -> bool:
        killing.while_at_it(child, seconds, kill)
        return True

    return _count(ground, deed, [partial(killed, seconds=share * taken) for share in moments])


def _takes(ground: Ground, deed: Deed) -> float:
    """Seconds, in a process that has done it before."""
    ground.lay()
    ground.do(deed)
    ground.lay()
    begun = time.monotonic()
    ground.do(deed)
    return time.monotonic() - begun


def _count(ground: Ground, deed: Deed, kills: Iterable[Callable[[Callable[[], object]], bool]]) -> Count:
    ground.lay()
    before = ground.state()
    ground.do(deed)
    after, count = ground.state(), Count()
    for kill in kills:
        ground.lay()
        died = kill(ground.in_child(deed))
        now, whole = ground.state(), is_whole(ground.folder / COPY)
        ground.do(deed)
        if not whole or now not in (before, after) or ground.state() != after:
            count.torn.append(str(kill))
        elif died and now == before:
            count.before += 1
        elif died:
            count.after += 1
    return count
