"""The snapshots a process holds: the few that are in use, each made once, the next of its earlier one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock

from model.snapshot.snapshot import Snapshot

MOST = 3  # now, and two days that somebody looks back to


class Shelf:
    """Snapshots by whom or which day they are for (None: everything as it is now), each of one state of the data."""

    def __init__(self) -> None:
        """Nothing is held."""
        self._held: dict[Hashable, tuple[Hashable, Snapshot]] = {}
        self._order = Lock()  # held for a moment alone
        self._making: defaultdict[Hashable, Lock] = defaultdict(Lock)  # by view, for as long as it takes
        self._replaced: tuple[Snapshot, Snapshot] | None = None

    def take(self, state: Hashable, view: Hashable, load: Callable[[Snapshot | None], Snapshot]) -> Snapshot:
        """The snapshot of a state of the data; made by ``load`` of the one held before where it is not held.

        Sessions that ask for the same at once wait for the one that makes it. What was asked for longest ago is let go.
        """
        if (known := self._found(state, view)) is not None:
            return known
        with self._order:
            making = self._making[view]
        with making:
            if (known := self._found(state, view)) is not None:
                return known
            before = self._held.get(view)
            made = load(None if before is None else before[1])
            self._put(state, view, made, None if before is None else before[1])
        return made

    def replaced(self) -> tuple[Snapshot, Snapshot] | None:
        """(the snapshot of now, the one it took the place of), told once; None when nothing has been written since."""
        with self._order:
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

    def _found(self, state: Hashable, view: Hashable) -> Snapshot | None:
        """What is held of a state, which is now the one asked for last."""
        with self._order:
            if not self.held(state, view):
                return None
            self._held[view] = known = self._held.pop(view)
            return known[1]

    def _put(self, state: Hashable, view: Hashable, made: Snapshot, before: Snapshot | None) -> None:
        with self._order:
            gone = [] if before is None else [before]
            self._held.pop(view, None)
            self._held[view] = state, made
            while len(self._held) > MOST:
                gone.append(self._held.pop(next(iter(self._held)))[1])
            if before is not None and view is None:  # what nobody has computed anew yet was asked of an older one
                self._replaced = made, self._replaced[1] if self._replaced else before
            self._forget(gone)

    def _forget(self, gone: Iterable[Snapshot]) -> None:
        """Let go of what was computed of snapshots that are held no more: a page somebody has left open, or the file it
        offers, keeps a snapshot itself. What is computed anew beforehand is asked of the one replaced, and goes then.
        """
        held, asked = {id(each) for _, each in self._held.values()}, {id(each) for each in self._replaced or ()}
        for each in gone:
            if id(each) not in held:
                each.let_go()
            if id(each) not in held | asked:
                each.memory.forget()
