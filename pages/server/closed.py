"""What the framework offers and nobody outside is to have: its metrics, and its ways to drive the app by a program."""

import secrets

from pages.server.asgi import App, Receive, Scope, Send, header, refuse

METRICS = "/_stcore/metrics"
NEVER = ("/_stcore/agent", "/_stcore/script-health-check")
NEARBY = frozenset({"127.0.0.1", "::1"})
PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip")  # a proxy's word that somebody else asks
NOT_THERE = 404


class Closed:
    """Shows the metrics to who asks on this machine itself and shows the ``token``; the rest is not there."""

    def __init__(self, app: App, token: str | None) -> None:
        """Without a token nobody is shown them."""
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open."""
        path = scope.get("path", "")
        closed = path.startswith(NEVER) or (path.startswith(METRICS) and not self._may(scope))
        await (refuse(scope, receive, send, NOT_THERE) if closed else self.app(scope, receive, send))

    def _may(self, scope: Scope) -> bool:
        client = scope.get("client")
        nearby = client is not None and client[0] in NEARBY and not any(header(scope, name) for name in PASSED_ON)
        shown = header(scope, "authorization")
        return nearby and self.token is not None and secrets.compare_digest(
            shown.encode(), f"Bearer {self.token}".encode())
