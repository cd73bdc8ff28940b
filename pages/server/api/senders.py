"""Who sends a request, by the token it shows at every call; and how much of it is done at a time."""

import asyncio
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import Session
from starlette.requests import Request

from model.access import tokens
from model.access.viewer import Viewer
from model.store.database import readable
from pages.server.api.refusals import Refused

T = TypeVar("T")
SCHEME = "bearer"
LONGEST = 200  # characters of what may be a token
CALLS, SECONDS = 120, 60.0  # so many calls of a token in so many seconds
THREADS, PLACES, OWN = 4, 16, 2  # that work; files and questions that may wait or be sent; files of one token


class Desk:
    """Where requests are done: some at a time, on threads of their own, and no more waiting than there is room for."""

    def __init__(self, engine: Engine, *, calls: int = CALLS, seconds: float = SECONDS, places: int = PLACES,
                 own: int = OWN) -> None:
        """calls and seconds: the pace that a token may keep; places: how many may wait; own: files of one token."""
        self.engine, self.calls, self.seconds, self.places, self.own = engine, calls, seconds, places, own
        self._workers = ThreadPoolExecutor(THREADS, thread_name_prefix="api")
        self._taken = 0
        self._files: Counter[str] = Counter()
        self._paces: dict[str, deque[float]] = defaultdict(deque)

    async def work(self, do: Callable[[], T]) -> T:
        """What comes of it, done on another thread. Raises Refused where there is no room."""
        with self._place():
            return await asyncio.get_running_loop().run_in_executor(self._workers, do)

    async def sender(self, request: Request) -> Viewer:
        """Who sends a request, with the rights they have now. Raises Refused; cookies say nothing here."""
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != SCHEME or not shown.strip():
            raise Refused("no_token")
        sender = None if len(shown) > LONGEST else await self.work(lambda: self._looked_up(shown.strip()))
        if sender is None:
            raise Refused("unknown_token")
        self._keep_pace(sender.subject)
        return sender

    @contextmanager
    def file(self, sender: Viewer) -> Iterator[None]:
        """Room for a file that comes in, which is held in memory. Raises Refused."""
        if self._files[sender.subject] >= self.own:
            raise Refused("too_many")
        self._files[sender.subject] += 1
        try:
            with self._place():
                yield
        finally:
            self._files[sender.subject] -= 1

    @contextmanager
    def _place(self) -> Iterator[None]:
        if self._taken >= self.places:
            raise Refused("busy")
        self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1

    def _looked_up(self, shown: str) -> Viewer | None:
        with readable(), Session(self.engine) as session:
            return tokens.viewer(session, shown)

    def _keep_pace(self, subject: str) -> None:
        pace, now = self._paces[subject], time.monotonic()
        while pace and pace[0] <= now - self.seconds:
            pace.popleft()
        if len(pace) >= self.calls:
            raise Refused("too_many")
        pace.append(now)
