"""What has been computed of a snapshot, and of which of its parts, so that the next one keeps what still holds.

A part is a field of the snapshot that a write may change: the figures, one dataset's records, the targets … While
something is computed, every part that is read is noted; what it calls is noted with it. So nobody has to say what a
result rests on, and nobody can forget to.
"""

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

MOST = 4_000  # results that a snapshot keeps

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Result:
    """What was computed by the function of that name, the parts it rests on, and how to compute it of another snapshot.
    """

    value: Any
    parts: frozenset[str]
    of: Callable[[Any], Any]
    name: str


class Memory:
    """The results of one snapshot by what was asked; those used last are kept."""

    def __init__(self) -> None:
        self._results: dict[Hashable, Result] = {}
        self._below: tuple[Memory, frozenset[str]] | None = None

    def rest_on(self, below: "Memory", parts: Iterable[str]) -> None:
        """Know, and hand over, what is computed of these parts alone: the snapshot of that memory has the same."""
        self._below = below, frozenset(parts)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._results

    def get(self, key: Hashable) -> Result | None:
        """A result, which is now the one used last."""
        known = self._results.pop(key, None)
        if known is not None:
            self._results[key] = known
            return known
        shared = None if self._below is None else self._below[0].get(key)
        return shared if shared is not None and self._is_shared(shared) else None

    def put(self, key: Hashable, result: Result) -> None:
        """Keep a result, and let go of the one used longest ago when there are too many."""
        if self._below is not None and self._is_shared(result):
            self._below[0].put(key, result)
            return
        if len(self._results) >= MOST:
            for oldest in list(self._results)[:1]:  # an iterator would stumble over a thread
                self._results.pop(oldest, None)
        self._results[key] = result

    def _is_shared(self, result: Result) -> bool:
        return self._below is not None and result.parts <= self._below[1] and not isinstance(result.value, Remembering)

    def forget(self) -> None:
        """Let go of every result. Whoever asks still is answered as before, and waits for it."""
        self._results.clear()

    def items(self) -> list[tuple[Hashable, Result]]:
        """What is kept, the results used last at the end."""
        return list(self._results.items())

    def keep(self, other: "Memory", parts: Iterable[str]) -> None:
        """Take over what rests on these parts alone from the memory of a snapshot that has the same."""
        same = frozenset(parts)
        for key, result in other.items():
            if result.parts <= same and not isinstance(result.value, Remembering):
                self._results.setdefault(key, result)

    def lacking(self, other: "Memory") -> list[tuple[Hashable, Result]]:
        """What another has and this one does not, the ones used last first."""
        return [(key, result) for key, result in reversed(other.items()) if key not in self]


def ask_again(now: "Remembering", before: "Remembering", *, goes_on: Callable[[], bool] = lambda: True) -> list[str]:
    """Compute of a snapshot what was asked of the one it replaces, what was asked for last first.

    goes_on: asked before each, and before each that is computed on the way to it; it may wait, and ends it with False,
    though what was begun is finished. Returns the names of what could not be computed, as when a jobcenter or a month
    is no more.
    """
    gone = []
    with _asking(goes_on):
        for key, result in now.memory.lacking(before.memory):
            if not goes_on():
                break
            if key not in now.memory:
                try:
                    result.of(now)
                except (LookupError, ValueError):
                    gone.append(result.name)
    return gone


@contextmanager
def _asking(first: Callable[[], object]) -> Iterator[None]:
    """Whatever is computed in this thread asks ``first``, so it must hold no lock that those waited for may want."""
    _reading.asks = first
    try:
        yield
    finally:
        _reading.asks = None


class Remembering:
    """What has a memory: a snapshot. Its results are never handed on inside a result of another."""

    memory: Memory


class _Reading(threading.local):
    """The parts read so far by each computation under way in this thread, the innermost last; and what asks before one.
    """

    def __init__(self) -> None:
        self.noted: list[set[str]] = []
        self.asks: Callable[[], object] | None = None


_reading = _Reading()


def note(*parts: str) -> None:
    """Say that parts are read; whatever is being computed rests on them."""
    if _reading.noted:
        _reading.noted[-1].update(parts)


@contextmanager
def apart() -> Iterator[set[str]]:
    """Note what is read in here by itself: what surrounds it does not rest on it. Yields the parts."""
    noted: set[str] = set()
    _reading.noted.append(noted)
    try:
        yield noted
    finally:
        _reading.noted.pop()


S = TypeVar("S", bound=Remembering)


def remembered(compute: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Compute once per snapshot and arguments (all hashable). Results are shared: never change one in place."""

    if compute.__name__ == "<lambda>":
        raise TypeError("two of a module would have one another's results: only what has a name is remembered")

    @wraps(compute)
    def once(snapshot: S, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (compute.__module__, compute.__qualname__, args, tuple(sorted(kwargs.items())))
        known = snapshot.memory.get(key)
        if known is None:
            if _reading.asks is not None:
                _reading.asks()
            parts: set[str] = set()
            try:
                with apart() as parts:
                    value = compute(snapshot, *args, **kwargs)
            except BaseException:
                note(*parts)  # whoever makes do without rests on it all the same
                raise
            known = Result(value, frozenset(parts), lambda other: once(other, *args, **kwargs),
                           compute.__qualname__)
            snapshot.memory.put(key, known)
        note(*known.parts)
        return known.value

    return once
