"""``python -m pages.server``: the dashboard as a server, for one person on this machine or for many who sign in."""

import argparse
import os
import signal
import socket
import sys
from collections.abc import Sequence

from model.basics import serving, settings
from model.basics.refusal import NotDone
from model.basics.serving import Serving

REFUSED = 1
HERE, PORT = "127.0.0.1", 8501
LEAVING = 8  # seconds that requests have to end in when the server stops; what writes ends in any case
FRAME = 26 * 1024 * 1024  # bytes: a little more than the framework takes of what a browser sends at once
TAKEN = "Fremdrift kan ikke lytte på {address}, port {port}: {why}. Vælg en anden port med --port (make run PORT=…)."
WHY = {True: "den er optaget", False: "adressen er ikke denne maskines, eller porten kræver flere rettigheder"}
READY = "Fremdrift svarer på {url}. Stop med Ctrl+C."


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until stopped; 0 when it was, 1 where it may not or cannot start."""
    asked = _parser().parse_args(argv)
    try:
        told = serving.load()
        settings.load()
        _tell_framework(asked, told)
        return _serve(asked.address, asked.port, told)
    except NotDone as refused:
        print(refused, file=sys.stderr)
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pages.server", description="Viser Fremdrift i en browser.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("STREAMLIT_SERVER_PORT") or PORT),
                        help="porten, der lyttes på (%(default)s)")
    parser.add_argument("--address", default=os.environ.get("STREAMLIT_SERVER_ADDRESS") or HERE,
                        help="adressen, der lyttes på; andre end %(default)s kræver login")
    return parser


def _tell_framework(asked: argparse.Namespace, told: Serving) -> None:
    """In its environment, before it reads its settings for the first time: later it is too late for some of them."""
    environment = {"STREAMLIT_SERVER_PORT": str(asked.port), "STREAMLIT_SERVER_ADDRESS": asked.address,
                   "STREAMLIT_LOGGER_MESSAGE_FORMAT": "%(message)s"}
    if told.cookie_secret is not None:
        environment["STREAMLIT_SERVER_COOKIE_SECRET"] = told.cookie_secret.get_secret_value()
    if told.public_host:
        environment["STREAMLIT_BROWSER_SERVER_ADDRESS"] = told.public_host
    os.environ.update(environment)


def _serve(address: str, port: int, told: Serving) -> int:
    from pages.server import starting

    starting.check(address, told)
    listening = _listen(address, port)
    import uvicorn

    from pages.server import journal
    from pages.server.application import application
    from pages.server.protocol import Impatient

    journal.begin()
    config = uvicorn.Config(
        application(told), host=address, port=port, http=Impatient, ws="websockets-sansio", ws_max_size=FRAME,
        log_config=None, access_log=False, server_header=False, proxy_headers=False, timeout_graceful_shutdown=LEAVING)
    for number in (signal.SIGINT, signal.SIGTERM):  # what is done with it once the server has stopped by it
        signal.signal(number, lambda *_: sys.exit(0))
    print(READY.format(url=told.public_url or f"http://localhost:{port}"), file=sys.stderr, flush=True)
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _listen(address: str, port: int) -> socket.socket:
    """A socket that has the port; raises NotStarted where another has it."""
    from pages.server.starting import NotStarted

    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno in (98, 48, 10048)
        raise NotStarted(TAKEN.format(address=address, port=port, why=WHY[taken])) from None


if __name__ == "__main__":
    sys.exit(main())
