"""The headers that every answer has, and the cookies as short and as closed as they can be."""

import re

from pages.server.asgi import App, Message, Receive, Scope, Send

LONGEST = 8 * 60 * 60  # seconds that a sign-in lasts
ALWAYS = {
    "referrer-policy": "same-origin",  # sign-in must know which page it was asked from
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
BY_TLS = {"strict-transport-security": "max-age=31536000"}
UNKEPT = ("/media/", "/api/")  # figures, which no cache on the way may keep
IDENTITY = b"_streamlit_user"  # how the names of the cookies that say who somebody is begin
AGE = re.compile(rb"(?i)max-age=(\d+)")


class Headers:
    """Gives every answer its headers, and its cookies what they lack."""

    def __init__(self, app: App, policy: str, *, secure: bool) -> None:
        """``secure``: whether people reach the server by TLS."""
        self.app, self.secure = app, secure
        told = {"content-security-policy": policy, **ALWAYS, **(BY_TLS if secure else {})}
        self.told = [(name.encode(), value.encode()) for name, value in told.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and complete what comes back."""
        async def completed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = self._complete(scope["path"], message.get("headers", []))
            await send(message)

        await self.app(scope, receive, completed if scope["type"] == "http" else send)

    def _complete(self, path: str, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        told = self.told + ([(b"cache-control", b"private, no-store")] if path.startswith(UNKEPT) else [])
        own = {name for name, _ in told}
        kept = [(name, self._closed(value) if name.lower() == b"set-cookie" else value)
                for name, value in headers if name.lower() not in own]
        return kept + told

    def _closed(self, cookie: bytes) -> bytes:
        """The cookie, sent by TLS alone where that is used, and no longer than a sign-in lasts where it says who."""
        if cookie.startswith(IDENTITY):
            cookie = AGE.sub(lambda age: b"Max-Age=%d" % min(int(age[1]), LONGEST), cookie)
        return cookie + b"; Secure" if self.secure and b"; secure" not in cookie.lower() else cookie
