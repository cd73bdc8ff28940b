"""Asking a middleware, or a chain of them, without a server: a request in, what came out."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pages.server.asgi import App, Message, Receive, Scope, Send

HOST = "127.0.0.1:8501"


@dataclass
class Answer:
    """What came of a request: a status (of a websocket the code it was closed with), headers and a body."""

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    passed: bool = False  # whether it came through to what stands behind

    def header(self, name: str) -> str:
        """The header of that name; "" without it."""
        return dict(self.headers).get(name, "")


def behind(answer: Answer, status: int, headers: Mapping[str, str], cookies: Sequence[str]) -> App:
    """What stands behind: reads all that is sent, and answers."""
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        answer.passed = True
        while scope["type"] == "http" and (await receive()).get("more_body"):
            pass
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        told = [*headers.items(), *(("set-cookie", cookie) for cookie in cookies)]
        await send({"type": "http.response.start", "status": status,
                    "headers": [(name.encode(), value.encode()) for name, value in told]})
        await send({"type": "http.response.body", "body": b"behind"})
    return app


def ask(around: Callable[[App], App], path: str = "/", *, method: str = "GET", kind: str = "http",
        body: Sequence[bytes] = (), wait: float = 0, status: int = 200, answered: Mapping[str, str] | None = None,
        cookies: Sequence[str] = (), client: str = "127.0.0.1", query: str = "", app: App | None = None,
        **headers: str) -> Answer:
    """Ask for a path through ``around``. wait: seconds before each piece of the body. headers: _ stands for -."""
    answer = Answer()
    told = {"host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {"type": kind, "method": method, "path": path, "query_string": query.encode(), "client": (client, 50_000),
             "headers": [(name.encode(), value.encode()) for name, value in told.items()], "scheme": "http",
             "server": ("127.0.0.1", 8501), "root_path": ""}
    pieces = list(body) or [b""]

    async def receive() -> Message:
        if kind == "websocket":
            return {"type": "websocket.connect"}
        await asyncio.sleep(wait)
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    async def send(message: Message) -> None:
        if message["type"] in ("http.response.start", "websocket.close"):
            answer.status = message.get("status", message.get("code"))
            answer.headers = [(name.decode(), value.decode()) for name, value in message.get("headers", [])]
        answer.body += message.get("body", b"")

    asyncio.run(around(app or behind(answer, status, answered or {}, cookies))(scope, receive, send))
    return answer
