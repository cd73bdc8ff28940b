"""Only what is asked of this server by its own name, and only by pages of its own.

Without it a foreign page could open a session in a reader's name, and three such knocks hold every session up for
seconds, since the framework then looks up its own outside address.
"""

from urllib.parse import urlsplit

from pages.server.asgi import App, Receive, Scope, Send, header, refuse

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
PROBED = frozenset({"/health", "/ready"})  # by those who know this server by its number alone
FORBIDDEN, MISDIRECTED = 403, 421


class Origins:
    """Refuses requests for a host that is not one of ``hosts``, and those that a page of another origin sends.

    https: the host whose pages come by TLS; what is sent from a page of it that did not is foreign.
    """

    def __init__(self, app: App, hosts: frozenset[str], https: str = "") -> None:
        """The hosts are names without a port."""
        self.app, self.hosts, self.https = app, hosts, https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in."""
        status = self._refused(scope) if scope["type"] in ("http", "websocket") else 0
        if status:
            await refuse(scope, receive, send, status)
        else:
            await self.app(scope, receive, send)

    def _refused(self, scope: Scope) -> int:
        """The status it is refused with; 0 where it is not."""
        host = header(scope, "host")
        if scope["path"] not in PROBED and _name(host) not in self.hosts:
            return MISDIRECTED
        if scope["type"] == "http" and scope["method"] in SAFE:
            return 0
        origin = header(scope, "origin")
        needed = scope["type"] == "websocket" or header(scope, "sec-fetch-site") in ("cross-site", "same-site")
        return FORBIDDEN if (origin or needed) and not self._own(origin, host) else 0

    def _own(self, origin: str, host: str) -> bool:
        schemes = ("https",) if _name(host) == self.https else ("http", "https")
        return origin.lower() in [f"{scheme}://{host.lower()}" for scheme in schemes]


def _name(host: str) -> str:
    """The host without its port; "" of one that is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "") if host and not set(host) & set("/@?#\\ ") else ""
    except ValueError:
        return ""
