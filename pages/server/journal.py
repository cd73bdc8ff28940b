"""The log: a line of JSON an event, without personal data.

What others wrote in a message is left out, since it may quote an address, a header or somebody's text: of the
framework's own words the pattern stands, and of a fault its kind and where it happened.
"""

import json
import logging
import sys
import threading
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from typing import Any

from pages.server.asgi import App, Message, Receive, Scope, Send

OURS = ("model", "pages")
FORMAT = "%(message)s"  # which is the whole line by then
WORDY = ("alembic",)  # tell only what goes wrong
FRAMES = 12  # the innermost places of a fault that are told
PLACES = ("/_stcore/upload_file", "/_stcore/stream", "/_stcore", "/static", "/media", "/component", "/auth/login",
          "/auth/logout", "/oauth2callback", "/api/uploads", "/api", "/health", "/ready")
QUIET = ("/static", "/health", "/ready", "/_stcore")  # asked for all the time, and told only when refused
LOG = logging.getLogger(__name__)


def told(**facts: object) -> dict[str, Any]:
    """What a message of ours says beside its words: numbers, kinds and references, never what people wrote."""
    return {name: type(fact).__name__ if isinstance(fact, BaseException) else fact for name, fact in facts.items()}


def begin(*, level: int = logging.INFO) -> None:
    """Let everything this process logs be such a line on its error stream, from now on."""
    made = logging.getLogRecordFactory()

    def record(*given: Any, **named: Any) -> logging.LogRecord:
        return _lined(made(*given, **named))

    logging.setLogRecordFactory(record)
    logging.basicConfig(format=FORMAT, level=level, stream=sys.stderr, force=True)
    for name in WORDY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in list(logging.root.manager.loggerDict):  # those that have begun with a pattern of their own
        for handler in logging.getLogger(name).handlers:
            handler.setFormatter(logging.Formatter(FORMAT))
    threading.excepthook = lambda fault: LOG.error("a thread failed", exc_info=fault.exc_value)


def _lined(record: logging.LogRecord) -> logging.LogRecord:
    """The record, with all it may say as one line and nothing else."""
    ours = record.name.partition(".")[0] in OURS or record.name == "__main__"
    facts = record.args if ours and isinstance(record.args, Mapping) else {}
    words = str(record.msg) if facts or not ours else record.getMessage()
    line = {"at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(), "logger": record.name, "event": words, **facts}
    if record.exc_info and record.exc_info[1] is not None:
        line |= _where(record.exc_info[1])
    record.msg, record.args = json.dumps(line, ensure_ascii=False, default=str), ()
    record.exc_info = record.stack_info = None
    return record


def _where(fault: BaseException) -> dict[str, Any]:
    frames = extract_tb(fault.__traceback__)[-FRAMES:]
    return {"fault": type(fault).__name__, "where": [f"{Path(each.filename).name}:{each.lineno}" for each in frames]}


class Journal:
    """Logs each request: how it was asked, what kind of address, how it ended and after how many milliseconds."""

    def __init__(self, app: App) -> None:
        """Around everything else."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and note how it ended."""
        status, began = 0, time.monotonic()

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] in ("http.response.start", "websocket.close"):
                status = message.get("status", message.get("code", 0))
            await send(message)

        try:
            await self.app(scope, receive, noted if scope["type"] in ("http", "websocket") else send)
        finally:
            if scope["type"] in ("http", "websocket"):
                self._note(scope, status, time.monotonic() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        place = place_of(scope["path"])
        if not place.startswith(QUIET) or status >= 400:
            LOG.info("request", told(kind=scope["type"], method=scope.get("method", ""), place=place, status=status,
                                     milliseconds=round(seconds * 1000)))


def place_of(path: str) -> str:
    """Which of the kinds of address a path is of: the rest of it may be an id, or something that somebody typed."""
    return next((place for place in PLACES if path == place or path.startswith(f"{place}/")), "page")
