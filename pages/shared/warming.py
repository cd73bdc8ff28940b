"""What is computed beforehand, while nobody waits: what pages asked of the figures that a write has replaced."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread

from model.snapshot import memory
from model.snapshot.snapshot import Snapshot
from pages.shared.faults import wordless

LOG = logging.getLogger(__name__)
NAME = "warm"  # of the thread


class Runs:
    """How many scripts run in this process. What is computed beforehand waits until there is none."""

    def __init__(self) -> None:
        """None runs yet."""
        self._changed, self._count = Condition(), 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """A script runs in here."""
        self._move(1)
        try:
            yield
        finally:
            self._move(-1)

    def wait(self, longest: float | None = None) -> None:
        """Return when none runs, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._count == 0, longest)

    def _move(self, by: int) -> None:
        with self._changed:
            self._count += by
            self._changed.notify_all()


RUNS = Runs()


def begin(now: Snapshot, before: Snapshot, *, is_newest: Callable[[], bool]) -> Thread:
    """Compute of the figures what was asked of those they replaced, until they are replaced themselves.

    What was computed of those is let go of then.
    """
    thread = Thread(target=_ask_again, args=(now, before, is_newest), name=NAME, daemon=True)
    thread.start()
    return thread


def _ask_again(now: Snapshot, before: Snapshot, is_newest: Callable[[], bool]) -> None:
    def goes_on() -> bool:
        RUNS.wait()
        return is_newest()

    try:
        gone = memory.ask_again(now, before, goes_on=goes_on)
    except Exception as fault:  # the next click meets it where it can be told; its message might quote somebody's data
        LOG.exception("what was asked of earlier figures was not computed beforehand", exc_info=wordless(fault))
        return
    finally:
        before.memory.forget()
    if gone:
        LOG.info("asked of earlier figures and not of these: %s", ", ".join(sorted(set(gone))))
