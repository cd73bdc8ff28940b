"""A child process that dies without a word (SIGKILL) at the n-th step of what it does."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.pool import Pool

FILES = {"open", "os.rename", "os.chmod", "os.remove"}  # what Python itself reports of files, before it is done
WITHIN = 2_000  # instructions of SQLite between two steps within a statement
FAILED = 70  # exit status of a child that was refused what it did


@dataclass
class Steps:
    """The steps of a child so far: it dies at ``last``. None: it lives, and they are counted."""

    last: int | None
    within: bool = False
    taken: int = 0
    names: list[str] = field(default_factory=list)

    def take(self, name: str) -> None:
        """One more step is about to be taken."""
        self.taken += 1
        if self.taken == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Take a step before and after each statement, before and after a commit, and at each change of a file."""
        event.listen(Engine, "before_cursor_execute", lambda *_: self.take("statement"))
        event.listen(Engine, "after_cursor_execute", lambda *_: self.take("answer"))
        event.listen(Engine, "commit", lambda *_: self.take("commit"))
        event.listen(Pool, "checkin", lambda *_: self.take("committed"))
        sys.addaudithook(lambda name, _: self.take(name) if name in FILES else None)
        if self.within:
            event.listen(Pool, "connect", self._watch_within)

    def _watch_within(self, connection: Any, _: object) -> None:
        def goes_on() -> int:
            self.take("within")
            return 0

        if hasattr(connection, "set_progress_handler"):
            connection.set_progress_handler(goes_on, WITHIN)


def counted(deed: Callable[[], object], *, within: bool = False) -> int:
    """How many steps the deed has, from a child that did all of it."""
    reading, writing = os.pipe()
    child = _child(deed, Steps(None, within), writing)
    os.close(writing)
    with os.fdopen(reading) as answer:
        steps = answer.read()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, "the deed itself was refused"
    return int(steps)


def killed(deed: Callable[[], object], at: int, *, within: bool = False) -> bool:
    """Whether a child died at that step; else it was done before."""
    return _ended(_child(deed, Steps(at, within)))


def killed_after(deed: Callable[[], object], seconds: float) -> bool:
    """Whether a child was still at it after so long, and was killed then."""
    child = _child(deed, Steps(None))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return _ended(child)


def while_at_it(deed: Callable[[], object], seconds: float, other: Callable[[], object]) -> None:
    """Let something else happen after so long; the child that does the deed ends as it can, done or refused."""
    child = _child(deed, Steps(None))
    time.sleep(seconds)
    other()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, FAILED), status


def _ended(child: int) -> bool:
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL), status
    return status != 0


def _child(deed: Callable[[], object], steps: Steps, answer: int | None = None) -> int:
    """Begin the deed in a child, which never comes back from here."""
    child = os.fork()
    if child:
        return child
    status = FAILED
    try:
        steps.watch()
        deed()
        if answer is not None:
            os.write(answer, str(steps.taken).encode())
        status = 0
    except BaseException:
        traceback.print_exc()  # nobody else will
        raise
    finally:
        os._exit(status)
