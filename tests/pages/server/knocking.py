"""Knocking at a server that people sign in to: with requests and sessions made by hand, and cookies of every sort."""

import http.client
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlsplit
from uuid import uuid4

from itsdangerous import TimestampSigner, URLSafeTimedSerializer
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

COOKIE, XSRF = "_streamlit_user", "_streamlit_xsrf"
SECRET = "kun-til-proever-og-ingen-andre-steder"
FIGURES = b"Skive"  # stands on the page that is asked for, and nowhere else
PATIENCE = 30
DESCRIBED = "http://localhost:9/.well-known/openid-configuration"  # nobody answers there: nobody signs in here


@dataclass
class Answer:
    """What came back; status 0 where the connection was closed instead."""

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def header(self, name: str) -> str:
        """The header of that name; "" without it."""
        return {key.lower(): value for key, value in self.headers}.get(name, "")

    def cookies(self) -> dict[str, str]:
        """Every cookie it sets to something."""
        jar: SimpleCookie = SimpleCookie()
        for name, value in self.headers:
            if name.lower() == "set-cookie":
                jar.load(value)
        return {name: morsel.value for name, morsel in jar.items() if morsel.value}


@dataclass
class Door:
    """The server that is knocked at."""

    url: str
    own: str  # the origin that people know it by

    def ask(self, path: str, *, method: str = "GET", body: bytes | None = None,
            cookies: Mapping[str, str] | None = None, **headers: str) -> Answer:
        """One request, with the path as it is written. headers: _ stands for -."""
        parts = urlsplit(self.url)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=PATIENCE)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if cookies:
            told["cookie"] = joined(cookies)
        answer = Answer()
        with suppress(OSError, http.client.HTTPException):
            connection.putrequest(method, path, skip_host="host" in told, skip_accept_encoding=True)
            for name, value in told.items():
                connection.putheader(name, value)
            if body is not None and "content-length" not in told:
                connection.putheader("content-length", str(len(body)))
            connection.endheaders(body)
            came = connection.getresponse()
            answer = Answer(came.status, came.getheaders(), came.read())
        connection.close()
        return answer

    def sees(self, cookies: Mapping[str, str], *, origin: str | None = "", page: str = "sammenligning",
             **headers: str) -> bool:
        """Whether a session with these cookies is shown a figure. origin: "" our own, None not said."""
        token = self.ask("/_stcore/health").cookies().get(XSRF, "")
        told = {"cookie": joined({**cookies, XSRF: token})}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        address = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        said = Origin(self.own if origin == "" else origin) if origin is not None else None
        got = b""
        with suppress(OSError, WebSocketException, TimeoutError), connect(
                address, subprotocols=[Subprotocol("streamlit"), Subprotocol(token)], origin=said, max_size=None,
                additional_headers=told, compression=None, open_timeout=PATIENCE, legacy=True) as socket:
            ask = BackMsg()
            ask.rerun_script.page_name, ask.rerun_script.query_string = page, "jobcenter=779&maaned=2010-03"
            socket.send(ask.SerializeToString())
            while True:
                piece = bytes(socket.recv(timeout=PATIENCE, decode=False))
                got += piece
                if ForwardMsg.FromString(piece).WhichOneof("type") == "script_finished":
                    break
        return FIGURES in got

    def let_in(self, cookies: Mapping[str, str]) -> bool:
        """Whether a file that was made for somebody would be sent to who has these cookies."""
        return self.ask("/media/0a1b2c.xlsx", cookies=cookies).status != 401


def signing_in(own: str) -> dict[str, str]:
    """The settings of a server at that address where people must sign in, and cannot."""
    return {"FREMDRIFT_PUBLIC_URL": own, "FREMDRIFT_COOKIE_SECRET": SECRET, "FREMDRIFT_OIDC_CLIENT_ID": "fremdrift",
            "FREMDRIFT_OIDC_CLIENT_SECRET": "x", "FREMDRIFT_OIDC_METADATA_URL": DESCRIBED, "PYTHONWARNINGS": "ignore",
            "FREMDRIFT_SAMPLE": "never"}


def joined(cookies: Mapping[str, str]) -> str:
    """The cookies as a browser sends them."""
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def claims(own: str, subject: str, **other: object) -> dict[str, object]:
    """What the framework writes in the cookie of who has just signed in."""
    return {"sub": subject, "nonce": uuid4().hex, "iat": int(time.time()), "origin": own, "is_logged_in": True,
            "provider": "default"} | other


class Signer(TimestampSigner):
    """Signs as of another moment."""

    back = 0

    def get_timestamp(self) -> int:
        """So many seconds ago."""
        return super().get_timestamp() - self.back


def signed(what: object, *, secret: str = SECRET, name: str = COOKIE, back: int = 0) -> str:
    """A cookie's text as the framework signs it; ``back``: so many seconds ago."""
    signer = type("Back", (Signer,), {"back": back})
    text = what if isinstance(what, str) else json.dumps(what)
    return str(URLSafeTimedSerializer(secret, salt=name, signer=signer).dumps(text))
