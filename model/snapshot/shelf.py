"""The snapshots a process holds: the few that are in use, each made once, the next of its earlier one."""

from collections.abc import Callable, Hashable
from threading import Lock

from model.snapshot.snapshot import Snapshot

MOST = 3  # now, the public's, and one day that somebody looks back to


class Shelf:
    """Snapshots by whom or which day they are for (None: everything as it is now), each of one state of the data."""

    def __init__(self) -> None:
        self._held: dict[Hashable, tuple[Hashable, Snapshot]] = {}
        self._making = Lock()
        self._replaced: tuple[Snapshot, Snapshot] | None = None

    def take(self, state: Hashable, view: Hashable, load: Callable[[Snapshot | None], Snapshot]) -> Snapshot:
        """The snapshot of a state of the data; made by ``load`` of the one held before where it is not held.

        Sessions that ask at once wait for the one that makes it. What was not asked for longest is let go of.
        """
        with self._making:
            known = self._held.get(view)
            if known is None or known[0] != state:
                made = load(None if known is None else known[1])
                if known is not None and view is None:
                    self._replaced = made, known[1]
                known = (state, made)
            self._held.pop(view, None)
            self._held[view] = known  # last, as the one asked for last
            while len(self._held) > MOST:
                del self._held[next(iter(self._held))]
            return known[1]

    def replaced(self) -> tuple[Snapshot, Snapshot] | None:
        """(the snapshot of now, the one it took the place of), told once; None when nothing has been written since."""
        with self._making:
            found, self._replaced = self._replaced, None
        return found

    def newest(self) -> Snapshot | None:
        """The snapshot of now, as far as anybody has asked for it."""
        known = self._held.get(None)
        return None if known is None else known[1]

    def held(self, state: Hashable, view: Hashable) -> bool:
        """Whether it need not be made."""
        known = self._held.get(view)
        return known is not None and known[0] == state
