"""The app as the server runs it: the framework's own, with what stands around it."""

import logging
import threading
from pathlib import Path

import streamlit as st
from sqlalchemy import Engine
from starlette.middleware import Middleware

from model.basics import settings
from model.basics.refusal import NotDone
from model.basics.serving import LOOPBACK, Serving
from model.store import database, seeding
from pages.server import health, policy
from pages.server.closed import Closed
from pages.server.errors import Errors
from pages.server.headers import Headers
from pages.server.journal import Journal
from pages.server.limits import Limits
from pages.server.origins import Origins
from pages.shared import runtime

LOG = logging.getLogger(__name__)
DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


def application(serving: Serving) -> st.App:
    """The whole app; brings the database up to date in the background as soon as it exists."""
    engine = database.create()
    threading.Thread(target=_migrate, args=(engine,), name="migrate", daemon=True).start()
    return st.App(DASHBOARD, routes=health.routes(engine), middleware=_around(serving),
                  on_script_error=runtime.unforeseen)


def _around(serving: Serving) -> list[Middleware]:
    """What a request passes, the first first."""
    token = serving.metrics_token.get_secret_value() if serving.metrics_token else None
    hosts = LOOPBACK | ({serving.public_host} if serving.public_host else set())
    return [Middleware(Headers, policy=policy.policy(), secure=serving.secure), Middleware(Journal), Middleware(Errors),
            Middleware(Origins, hosts=hosts, https=serving.public_host if serving.secure else ""),
            Middleware(Closed, token=token), Middleware(Limits, most=settings.load().max_file_mb)]


def _migrate(engine: Engine) -> None:
    try:
        seeding.migrate(engine)
    except NotDone as problem:
        LOG.warning("the database is not brought up to date: %s", problem)
    except Exception as fault:  # the next visit meets it where it can be told
        LOG.warning("the database is not brought up to date", exc_info=fault)
