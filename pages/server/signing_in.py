"""Signing in and out as far as requests go: back to the page that was asked for, and out for good."""

import re
from http.cookies import Morsel, SimpleCookie
from urllib.parse import quote, unquote, urlsplit

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from model.access import sign_ins
from model.access.presented import SignIn
from model.access.viewer import ANYBODY, Viewer
from pages.server.asgi import App, Message, Receive, Scope, Send, header, refuse
from pages.server.identity import Identities

LOGIN, CALLBACK, LOGOUT = "/auth/login", "/oauth2callback", "/auth/logout"
WANTED = "fremdrift_wanted"  # the cookie that remembers the address while somebody is with the provider
MINUTES = 10  # that it does
LONGEST = 2_000  # characters of an address that is remembered
WITHIN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")  # a path of this server and nothing a browser reads as a host
GUARDED = ("/media/", "/_stcore/upload_file/")
UNKNOWN, FORBIDDEN = 401, 403


class SigningIn:
    """Leads back after a sign-in, ends it at sign-out, and keeps files from those who are not in."""

    def __init__(self, app: App, identities: Identities) -> None:
        """Where people sign in; without a provider nobody needs it."""
        self.app, self.identities = app, identities

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with what each of the addresses needs."""
        path = scope.get("path", "")
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif path.startswith(GUARDED) and await self.identities.viewer(scope) is None:
            await refuse(scope, receive, send, UNKNOWN)
        elif path == LOGOUT and header(scope, "sec-fetch-site") in ("cross-site", "same-site"):
            await refuse(scope, receive, send, FORBIDDEN)
        else:
            if path == LOGOUT:
                await run_in_threadpool(_end, self.identities.engine, self.identities.sign_in(scope))
            await self.app(scope, receive, _answering(scope, send))


def _answering(scope: Scope, send: Send) -> Send:
    """Where the answer goes, with the cookie that remembers or the address that was remembered."""
    async def remembering(message: Message) -> None:
        if message["type"] == "http.response.start" and (wanted := asked_from(scope)):
            message["headers"] = [*message["headers"], _cookie(quote(wanted, safe=""), MINUTES * 60)]
        await send(message)

    async def leading(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = _led(message["headers"], remembered(scope))
        await send(message)

    return {LOGIN: remembering, CALLBACK: leading}.get(scope["path"], send)


def asked_from(scope: Scope) -> str:
    """The address on this server, with its query, of the page that sign-in was asked for on; "" of any other."""
    try:
        came = urlsplit(header(scope, "referer"))
    except ValueError:
        return ""
    if came.netloc.lower() != header(scope, "host").lower():
        return ""
    return safe(f"{came.path}?{came.query}" if came.query else came.path)


def remembered(scope: Scope) -> str:
    """The address that the cookie holds; "" without one that leads somewhere on this server."""
    return safe(unquote(HTTPConnection(scope).cookies.get(WANTED, "")))


def safe(address: str) -> str:
    """The address, if it is a path of this server with or without a query; else ""."""
    return address if len(address) <= LONGEST and WITHIN.fullmatch(address) else ""


def _led(headers: list[tuple[bytes, bytes]], wanted: str) -> list[tuple[bytes, bytes]]:
    """The headers of the answer that completes a sign-in, leading to the wanted address."""
    led = [(name, wanted.encode("ascii", "ignore") if wanted and (name.lower(), value) == (b"location", b"/")
            else value)
           for name, value in headers]
    return [*led, _cookie("", 0)]


def _cookie(value: str, seconds: int) -> tuple[bytes, bytes]:
    morsel: Morsel[str] = SimpleCookie({WANTED: value})[WANTED]
    morsel.update({"path": CALLBACK, "max-age": str(seconds), "httponly": "True", "samesite": "Lax"})
    return b"set-cookie", morsel.OutputString().encode()


def _end(engine: Engine, sign_in: SignIn | None) -> None:
    if sign_in is not None:
        sign_ins.end(engine, Viewer(sign_in.subject, "", ANYBODY.role), sign_in.nonce)
