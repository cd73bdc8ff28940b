"""What a pure ASGI middleware is made of, and what more than one of them reads in a request."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY_VIOLATION = 1008  # a websocket's way to say that it may not


def header(scope: Scope, name: str) -> str:
    """The first header of that lower-case name; "" without one."""
    wanted = name.encode()
    values: list[bytes] = [value for key, value in scope["headers"] if key == wanted]
    return values[0].decode("latin-1") if values else ""


async def refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    """Answer with nothing but a status, which the error page says in words; close a websocket."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b""})
