"""How much may be sent to the server, and how slowly: what is longer or slower holds nobody else up."""

import asyncio
import time
from collections.abc import Mapping

from starlette.exceptions import HTTPException

from pages.server.asgi import App, Message, Receive, Scope, Send, header, refuse

SMALL = 64 * 1024  # bytes of what is no file
AROUND = 1024 * 1024  # bytes of what may stand around a file
MEGABYTE = 1024 * 1024
PAUSE, WHOLE = 15.0, 300.0  # seconds between two pieces, and for all of it
UPLOADS = ("/_stcore/upload_file/", "/api/uploads")
TOO_SLOW, TOO_LARGE, NOT_A_LENGTH = 408, 413, 400


class Limits:
    """Counts what is sent, whatever it says it is, and how long it takes."""

    def __init__(self, app: App, most: int, *, pause: float = PAUSE, whole: float = WHOLE) -> None:
        """most: megabytes of a file. pause and whole: seconds between two pieces, and for all of them."""
        self.app, self.most, self.pause, self.whole = app, most * MEGABYTE + AROUND, pause, whole

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what keeps within the limits."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = self.most if scope["path"].startswith(UPLOADS) else SMALL
        stated = header(scope, "content-length") or "0"
        if not stated.isdecimal():
            await refuse(scope, receive, send, NOT_A_LENGTH)
        elif int(stated) > most:
            await refuse(scope, receive, send, TOO_LARGE)
        else:
            await self.app(scope, self._counted(receive, most, _has_body(scope)), send)

    def _counted(self, receive: Receive, most: int, body: bool) -> Receive:
        began, got, ended = time.monotonic(), 0, not body

        async def counted() -> Message:
            nonlocal got, ended
            if ended:  # what comes now is that somebody leaves, which may take its time
                return await receive()
            message = await _within(receive, min(self.pause, began + self.whole - time.monotonic()))
            got += len(message.get("body", b""))
            ended = not message.get("more_body", False)
            if got > most:
                raise HTTPException(TOO_LARGE)
            return message

        return counted


def _has_body(scope: Mapping[str, object]) -> bool:
    return header(dict(scope), "content-length") not in ("", "0") or bool(header(dict(scope), "transfer-encoding"))


async def _within(receive: Receive, seconds: float) -> Message:
    try:
        return await asyncio.wait_for(receive(), max(seconds, 0))
    except TimeoutError:
        raise HTTPException(TOO_SLOW) from None
