"""The app as the server runs it: the framework's own, with what stands around it."""

import logging
import threading
from pathlib import Path
from typing import Any

import streamlit as st
from sqlalchemy import Engine
from starlette.middleware import Middleware

from model.basics import settings
from model.basics.refusal import NotDone
from model.basics.serving import LOOPBACK, Serving
from model.store import database, seeding
from pages.server import health, policy
from pages.server.api import routes as api
from pages.server.closed import Closed
from pages.server.errors import Errors
from pages.server.headers import Headers
from pages.server.identity import Identities
from pages.server.journal import Journal
from pages.server.limits import Limits
from pages.server.origins import Origins
from pages.server.signing_in import CALLBACK, SigningIn
from pages.shared import runtime

LOG = logging.getLogger(__name__)
DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


def application(serving: Serving) -> st.App:
    """The whole app; brings the database up to date in the background as soon as it exists."""
    engine = database.create()
    _secret_as_told(serving)
    threading.Thread(target=_migrate, args=(engine,), name="migrate", daemon=True).start()
    return st.App(DASHBOARD, routes=[*health.routes(engine), *api.routes(engine)], middleware=_around(serving, engine),
                  secrets=_provider(serving), on_script_error=runtime.unforeseen)


def _provider(serving: Serving) -> dict[str, dict[str, Any]] | None:
    """What the framework must know of the provider; None where nobody signs in."""
    if not serving.signs_in:
        return None
    assert serving.cookie_secret and serving.oidc_client_secret
    scope = "openid" if serving.oidc_subject == "sub" else "openid email profile"  # no more than is used
    return {"auth": {
        "redirect_uri": f"{serving.public_url}{CALLBACK}", "cookie_secret": serving.cookie_secret.get_secret_value(),
        "client_id": serving.oidc_client_id, "client_secret": serving.oidc_client_secret.get_secret_value(),
        "server_metadata_url": serving.oidc_metadata_url, "client_kwargs": {"scope": scope}}}


def _secret_as_told(serving: Serving) -> None:
    """The framework signs the way back from the provider by its setting, which it must have read as it is told here."""
    told = serving.cookie_secret.get_secret_value() if serving.cookie_secret else None
    if told is not None and st.get_option("server.cookieSecret") != told:
        raise RuntimeError("the framework's settings were read before STREAMLIT_SERVER_COOKIE_SECRET was set")


def _signing_in(serving: Serving, engine: Engine) -> list[Middleware]:
    if not serving.signs_in:
        return []
    assert serving.cookie_secret
    identities = Identities(engine, serving.cookie_secret.get_secret_value(), serving.oidc_subject)
    return [Middleware(SigningIn, identities=identities)]


def _around(serving: Serving, engine: Engine) -> list[Middleware]:
    """What a request passes, the first first."""
    token = serving.metrics_token.get_secret_value() if serving.metrics_token else None
    hosts = LOOPBACK | ({serving.public_host} if serving.public_host else set())
    return [Middleware(Headers, policy=policy.policy(), secure=serving.secure), Middleware(Journal), Middleware(Errors),
            Middleware(Origins, hosts=hosts, https=serving.public_host if serving.secure else ""),
            Middleware(Closed, token=token), Middleware(Limits, most=settings.load().max_file_mb),
            *_signing_in(serving, engine)]


def _migrate(engine: Engine) -> None:
    try:
        seeding.migrate(engine)
    except NotDone as problem:
        LOG.warning("the database is not brought up to date: %s", problem)
    except Exception as fault:  # the next visit meets it where it can be told
        LOG.warning("the database is not brought up to date", exc_info=fault)
