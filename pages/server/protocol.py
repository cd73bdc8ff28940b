"""HTTP as it is served, but for those who never come to the end of what they ask."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

PATIENCE = 10.0  # seconds in which a request's first lines must have come


class Impatient(HttpToolsProtocol):
    """Leaves who has not said within ``PATIENCE`` what is asked for; the framework itself would wait for ever."""

    _waits: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def on_message_begin(self) -> None:
        """Wait for the rest of its first lines; after an earlier request nobody waited."""
        super().on_message_begin()
        if self._waits is None:
            self._wait()

    def on_headers_complete(self) -> None:
        """All of them have come."""
        self._rest()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there to wait for."""
        self._rest()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waits = self.loop.call_later(PATIENCE, self.transport.close)

    def _rest(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None
